"""The fates that a text tells of somebody in, the same of those who shared them out.

'Was arrested with her niece Mai', 'was among five medics killed': one verb, two whom it befell.
"""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from sayso.annotate.described import HE, People, base_phrase
from sayso.annotate.parses import child_of, head_at, subject_of
from sayso.event_types import load_event_types
from sayso.types import Event, Mention, Role, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

SAID = frozenset({"him", "her", "me"})
_TYPES = frozenset(
    "killed died executed injured captured detained arrest abducted missing disappeared released"
    " exchanged fled alive hospitalised".split()
)
_TOGETHER = frozenset("surrender die perish drown flee escape vanish disappear fall defect".split())


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
        for person in _sharing(word, people) if word is not None else ():
            who = mention_of(person, people)
            key = event.type, event.trigger.start, who.span.start
            if key not in told and key not in found:
                others = tuple(r for r in event.roles if r.name != "victim")
                found[key] = replace(event, roles=(Role("victim", who), *others), counts=())
    return tuple(found.values())


def _sharing(word: "Token", people: People) -> Iterator["Token"]:
    if word.pos_ != "VERB":
        return
    is_done = word.tag_ == "VBN" and child_of(word, "dobj") is None
    if is_done or word.lemma_ in _TOGETHER:
        for prep in word.children:
            inner = child_of(prep, "pobj") if prep.lower_ in {"with", "alongside"} else None
            if inner is not None:
                yield from (t for t in (inner, *inner.conjuncts) if is_person(t, people))
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


def is_person(word: "Token", people: People) -> bool:
    """A name, a pronoun for one, 'his brother', 'the boy': one person, no body and no thing."""
    if people.is_named(word) or word.lower_ in HE | SAID | {"i"}:
        return True
    if word.pos_ != "NOUN" or word.tag_ != "NN" or word.ent_type_:
        return False
    kin, offices = load_event_types()["kinship"].nouns, load_event_types()["office"].nouns
    lemma = word.lemma_.lower()
    is_called = lemma in kin or lemma in offices or lemma in _people_nouns()
    return is_called and any(c.dep_ in {"det", "poss"} for c in word.children)


@cache
def _people_nouns() -> frozenset[str]:
    """What one person may be called besides: the words for the sexes, ages and trades."""
    table = tomllib.loads(files("sayso.data").joinpath("callings.toml").read_text("utf-8"))
    trades = load_event_types()["occupation"].nouns
    bodies = {*table["bodies"], *table["many"]}
    singles = {word for row in table["same"] for word in row if word not in bodies}
    return frozenset({*table["anyone"], *trades, *singles})


def mention_of(person: "Token", people: People) -> Mention:
    if people.is_named(person):
        return people.mention(people.head_of(person))
    if person.pos_ == "PRON" or person.tag_ == "PRP$":
        return Mention(Span(person.idx, person.idx + len(person)), "person", person.text)
    beside = next((c for c in person.children if c.dep_ == "appos" and people.is_named(c)), None)
    return people.mention(beside) if beside is not None else base_phrase(person)
