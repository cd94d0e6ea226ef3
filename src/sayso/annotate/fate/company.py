"""The fates that a text tells of somebody in, the same of those who shared them out.

'Was arrested with her niece Mai', 'was among five medics killed': one verb, two whom it befell.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.fate.persons import are_people, is_person, mention_of, named_among
from sayso.annotate.fate.words import load_fate_lists
from sayso.annotate.parses import child_of, head_at, object_after, sentence_of, subject_of
from sayso.annotate.person.described import People
from sayso.types import Event, Role

if TYPE_CHECKING:
    from spacy.tokens import Token

_TYPES = frozenset(
    "killed died executed injured captured detained arrest abducted missing disappeared released"
    " exchanged fled alive hospitalised".split()
)


def find_company(events: Sequence[Event], people: People) -> tuple[Event, ...]:
    """For each fate, one more for everyone who shared it; those whom a fate tells of have it already."""
    told = {
        (e.type, e.trigger.start, r.filler.span.start) for e in events for r in e.roles
        if r.name == "victim"
    }  # fmt: skip
    found: dict[tuple[str, int, int], Event] = {}
    for event in events:
        if event.type not in _TYPES:
            continue
        word = head_at(people.doc, event.trigger)
        shared = [*_sharing(word, people), *_one_of_them(word, people)] if word is not None else []
        for person in (*shared, *_named(event, people)):
            who = mention_of(person, people)
            key = event.type, event.trigger.start, who.span.start
            if key not in told and key not in found:
                others = tuple(r for r in event.roles if r.name != "victim")
                found[key] = replace(event, roles=(Role("victim", who), *others), counts=())
    return tuple(found.values())


def _named(event: Event, people: People) -> Iterator["Token"]:
    """'Two deckhands, the brothers Imanol and Jon Zubia, are wounded': each of the two."""
    for role in event.roles:
        head = head_at(people.doc, role.filler.span) if role.name == "victim" else None
        if head is not None:
            yield from named_among(head, people)
            yield from _joined(head, people)


def _joined(head: "Token", people: People) -> Iterator["Token"]:
    """'His wife, Mira, and a baby were found alive', 'killed Odas and his driver'."""
    host = head.head if head.dep_ == "appos" else head
    if host.dep_ in {"nsubjpass", "dobj"}:
        after = (t for t in head.conjuncts if t.i > head.i and is_person(t, people))
        yield from (t for t in after if host.dep_ == "nsubjpass" or not _is_doing(t))


def _is_doing(noun: "Token") -> bool:
    """'Arrested Odas and his lawyer protested': the parse may join what begins a clause."""
    last = noun.right_edge.i + 1
    return noun.head.pos_ == "VERB" or (
        last < len(noun.doc) and noun.doc[last].pos_ in {"VERB", "AUX"}
    )


def _one_of_them(word: "Token", people: People) -> Iterator["Token"]:
    """'Three men died; one of them was Odas', 'two were held. They included Odas and Sol': told in the
    same sentence, or in the next."""
    whom = child_of(word, "nsubjpass", "dobj") or subject_of(word)
    if word.pos_ != "VERB" or whom is None or not (are_people(whom) or whom.lower_ == "people"):
        return
    here = sentence_of(word)
    after = people.doc[here.stop] if here.stop < len(people.doc) else None
    stop = sentence_of(after).stop if after is not None else here.stop
    for one in people.doc[word.i + 1 : stop]:
        for named in _named_of(one):
            yield from (t for t in (named, *named.conjuncts) if is_person(t, people))


def _named_of(one: "Token") -> Iterator["Token"]:
    """Who is named as one of them: 'one of them was Odas', 'among them was Odas', 'they included Odas'."""
    if one.lower_ == "they" and one.dep_ == "nsubj" and one.head.lemma_ in {"include", "comprise"}:
        listed = child_of(one.head, "dobj")
        yield from (listed,) if listed is not None else ()
        return
    them = object_after(one, "of") if one.lower_ == "one" else child_of(one, "pobj")
    is_theirs = them is not None and them.lower_ in {"them", "these", "whom"}
    verb = one.head
    is_led = (one.lower_ == "one" and one.dep_ == "nsubj") or one.lower_ == "among"
    is_named = verb.lemma_ == "be" and is_theirs and is_led
    last = (child_of(verb, "attr") or child_of(verb, "nsubj")) if is_named else None
    if last is not None and last.i > verb.i:
        yield last


def _sharing(word: "Token", people: People) -> Iterator["Token"]:
    if word.pos_ != "VERB":
        return
    is_done = word.tag_ == "VBN" and child_of(word, "dobj") is None
    if is_done or word.lemma_ in load_fate_lists().together:
        for prep in word.children:
            inner = child_of(prep, "pobj") if prep.lower_ in {"with", "alongside"} else None
            if inner is not None:
                yield from (t for t in (inner, *inner.conjuncts) if is_person(t, people))
        was = child_of(word, "auxpass")
        last = child_of(was, "attr") if was is not None and was.i > word.i else None
        if last is not None:  # "killed with him were his driver and a guard"
            yield from (t for t in (last, *last.conjuncts) if is_person(t, people))
    noun = word.head
    if word.dep_ in {"acl", "relcl"} and noun.dep_ == "pobj":
        first = noun.head
        if first.lower_ == "of" and first.head.lower_ == "one":
            subject = subject_of(first.head.head)
        elif first.lower_ == "among":
            subject = subject_of(first.head)
        else:
            return
        if subject is not None and is_person(subject, people):
            yield subject
