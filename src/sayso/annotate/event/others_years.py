"""Events in, the same out without the year of something else, and none taken for real that nobody expects.

"The dam, built after the flood of 1988, was bombed; three died": the year is the flood's. "Was not
expected to survive long in captivity": he has neither survived nor been taken.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.parses import head_at, is_negated
from sayso.types import Event, When

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OF = frozenset({"of", "in", "from"})
_REAL = frozenset({"happened", "ongoing", "planned"})
_DEEP = 6  # governors above a word among which that of what is expected stands


def settle_last(doc: "Doc", events: Sequence[Event], times: Sequence[When]) -> tuple[Event, ...]:
    """What can be told only of all events at once, states among them."""
    return tuple(_as_expected(doc, _without_others_year(doc, e, times)) for e in events)


def _without_others_year(doc: "Doc", event: Event, times: Sequence[When]) -> Event:
    when = times[event.when] if event.when is not None else None
    if when is None or when.precision != "year":
        return event
    year, head = head_at(doc, when.span), head_at(doc, event.trigger)
    noun = _dated_noun(year) if year is not None else None
    if noun is None or head is None or head in {noun, noun.head} or noun.is_ancestor(head):
        return event
    is_means = any(r.filler.span.start <= noun.idx < r.filler.span.stop for r in event.roles)
    return event if is_means else replace(event, when=None)


def _dated_noun(year: "Token") -> "Token | None":
    """'The flood of 1988': the flood, where nothing else governs the year."""
    joint = year.head
    is_hung = year.dep_ == "pobj" and joint.lower_ in _OF and joint.dep_ == "prep"
    return joint.head if is_hung and joint.head.pos_ in {"NOUN", "PROPN"} else None


def _as_expected(doc: "Doc", event: Event) -> Event:
    head = head_at(doc, event.trigger)
    if head is None or event.modality not in _REAL or not _is_not_expected(head):
        return event
    return replace(event, modality="hypothetical")


def _is_not_expected(word: "Token") -> bool:
    for _ in range(_DEEP):
        over = word.head
        if over == word or word.dep_ in {"relcl", "acl", "advcl"}:
            return False
        if over.lemma_ == "expect" and word.dep_ in {"xcomp", "ccomp"}:
            return is_negated(over)
        word = over
    return False
