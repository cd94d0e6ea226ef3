"""The fates that a text tells in, whose the body is that it tells of without a name out.

'Odas was taken in May. Herders found the body by the ford': it is his of whom it is told last.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.annotate.fate.verbs import Found
from sayso.annotate.fate.words import load_fate_lists
from sayso.annotate.parses import child_of, head_at, is_negated, object_after, sentence_of
from sayso.annotate.person.described import People
from sayso.types import Event

if TYPE_CHECKING:
    from spacy.tokens import Token

_GONE = frozenset("killed died executed abducted missing disappeared".split())
_KINDS = frozenset({"person", "role"})


def find_bodies(events: Sequence[Event], people: People) -> Iterator[Found]:
    """'Found the body', 'had seen the body and helped to bury it'."""
    for noun in people.doc:
        verb = noun.head
        if not _is_the_body(noun) or verb.pos_ != "VERB" or is_negated(verb):
            continue
        dead = _last_dead(noun, events, people)
        if dead is None:
            continue
        lists = load_fate_lists()
        if verb.lemma_ in lists.finding | lists.tending - {"bury"}:
            yield "body_found", verb, dead
        yield from (("buried", word, dead) for word in _burials(noun, verb))


def _is_the_body(noun: "Token") -> bool:
    """'The body', of nobody that the words name."""
    is_body = noun.lemma_.lower() in load_fate_lists().bodies and noun.tag_ == "NN"
    is_the = any(c.lower_ == "the" for c in noun.children)
    is_open = child_of(noun, "poss") is None and object_after(noun, "of") is None
    is_done_to = noun.dep_ in {"dobj", "nsubjpass"}
    return is_body and is_the and is_open and is_done_to


def _burials(body: "Token", verb: "Token") -> Iterator["Token"]:
    """'Buried the body', 'and helped to bury it'."""
    if verb.lemma_ == "bury":
        yield verb
    for word in body.doc[body.i : sentence_of(body).stop]:
        thing = child_of(word, "dobj") if word.lemma_ == "bury" and word.pos_ == "VERB" else None
        if thing is not None and thing.lower_ == "it":
            yield word


def _last_dead(noun: "Token", events: Sequence[Event], people: People) -> "Token | None":
    """The one person of whom the last fate before tells, in the sentence or in the one before it."""
    here = sentence_of(noun)
    start = sentence_of(people.doc[here.start - 1]).start if here.start else here.start
    first = people.doc[start].idx
    before = [e for e in events if e.type in _GONE and first <= e.trigger.start < noun.idx]
    for event in sorted(before, key=lambda e: e.trigger.start, reverse=True):
        victims = [r.filler for r in event.roles if r.name == "victim"]
        if len(victims) == 1 and victims[0].kind in _KINDS and not event.negated:
            return head_at(people.doc, victims[0].span)
    return None
