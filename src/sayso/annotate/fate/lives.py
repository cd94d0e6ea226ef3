"""The fates that a text tells in, by what else it tells of those lost that they live out.

Whoever was lost, or given for dead, is alive where somebody has met him, saw him or had a letter from
him since: 'her sister had rung on Sunday', 'shared a cell with Odas'. Of anybody else it tells nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.annotate.event.modality import modality_of
from sayso.annotate.event.triggers import Trigger
from sayso.annotate.fate.persons import is_person
from sayso.annotate.fate.phrases import reporting
from sayso.annotate.fate.signs import SIGNS, lively
from sayso.annotate.fate.verbs import Found
from sayso.annotate.parses import head_at, is_negated
from sayso.annotate.person.described import HE, People
from sayso.types import Attribution, Event

if TYPE_CHECKING:
    from spacy.tokens import Token

_LOST = frozenset({"missing", "disappeared", "abducted"})
_HELD = frozenset({"captured", "detained", "arrest"})
_HURT = frozenset({"injured", "hospitalised"})
_DEAD = frozenset({"killed", "died", "executed"})
_NOT_ONE = frozenset({"them", "us", "me", "you", "i"})


@dataclass(frozen=True)
class _Lost:
    """Who is looked for, by the words of names; is_open: of somebody who may not be named.

    given_out: who is dead by what somebody else says
    hurt:      who lives by it that he sits up or jokes, and not by being met
    """

    names: frozenset[str]
    given_out: frozenset[str]
    hurt: frozenset[str]
    is_open: bool


def find_living(
    events: Sequence[Event], people: People, attributions: Sequence[Attribution] = ()
) -> Iterator[Found]:
    """Whoever is told to live, with the word that tells it."""
    lost = _lost_in(events, people, attributions)
    if not (lost.names or lost.is_open or lost.given_out or lost.hurt):
        return
    for word in people.doc:
        for sign in SIGNS:
            whom = sign(word, people)
            if whom is None or not _is_told(word):
                continue
            is_hurt = sign is lively and _is_hurt(whom, lost, people)
            if is_hurt or _is_lost(whom, lost, people):
                yield "alive", word, whom
                break


def _lost_in(events: Sequence[Event], people: People, attributions: Sequence[Attribution]) -> _Lost:
    names: set[str] = set()
    given_out: set[str] = set()
    hurt: set[str] = set()
    is_open = False
    said = [s for a in attributions if a.source is not None for s in a.content]
    for event in events:
        is_dead = event.type in _DEAD
        is_lost = event.type in _LOST or (is_dead and _is_doubted(event, people))
        is_told = any(s.covers(event.trigger) for s in said)
        if is_lost or event.type in _HELD:
            names |= _names_of(event)
        elif event.type in _HURT:
            hurt |= _names_of(event)
        elif is_dead and is_told:
            given_out |= _names_of(event)  # dead by what somebody says
        is_open = is_open or is_lost
    return _Lost(frozenset(names), frozenset(given_out), frozenset(hurt), is_open)


def _names_of(event: Event) -> set[str]:
    """All words of the names of those whom it befell, of which one may stand for the whole."""
    victims = (r.filler for r in event.roles if r.name == "victim")
    words = (w for v in victims if v.kind == "person" for w in v.words.split())
    return {w for w in words if w[:1].isupper() and len(w) > 1}


def _is_doubted(event: Event, people: People) -> bool:
    """'Is not dead', 'was reported dead', 'may have been killed'."""
    word = head_at(people.doc, event.trigger)
    is_reported = word is not None and reporting(word) is not None
    return event.negated or is_reported or event.modality == "hypothetical"


def _is_lost(whom: "Token", lost: _Lost, people: People) -> bool:
    named = people.name_at(whom) if people.is_named(whom) else None
    if named is not None:
        return named.words.split()[-1] in lost.names | lost.given_out
    is_known = whom.pos_ == "PRON" or any(
        c.dep_ == "poss" or c.lower_ == "the" for c in whom.children
    )
    return lost.is_open and is_known and whom.lower_ not in _NOT_ONE and is_person(whom, people)


def _is_hurt(whom: "Token", lost: _Lost, people: People) -> bool:
    named = people.name_at(whom) if people.is_named(whom) else None
    if named is not None:
        return named.words.split()[-1] in lost.hurt
    return bool(lost.hurt) and whom.lower_ in HE


def _is_told(word: "Token") -> bool:
    verb = word if word.pos_ in {"VERB", "AUX"} else word.head
    told = modality_of(Trigger("alive", verb, (verb,), verb))
    return not is_negated(verb) and told in {"happened", "ongoing"}
