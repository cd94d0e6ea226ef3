"""An event and who tells it in, the event and the stance that he takes to it out, where either is denied."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.claims.holders import holders_of
from sayso.claims.pointing_back import DENYING, denies_by_words
from sayso.claims.told_parts import is_disclaimed, is_unseen
from sayso.types import Annotations, Attribution, Event, Stance

_GONE = re.compile(r"miss|disappear|vanish", re.IGNORECASE)


def find_negating(annotations: Annotations, text: str) -> frozenset[int]:
    """The attributions that deny by their words, and of which a negated event tells what they deny."""
    return frozenset(
        index
        for event in annotations.events
        if event.negated
        for index in holders_of(event, annotations.attributions)
        if index is not None and denies_by_words(annotations.attributions[index], text)
    )


def as_denied(
    event: Event,
    index: int | None,
    negating: frozenset[int],
    attributions: Sequence[Attribution],
    text: str,
) -> tuple[Event, Stance | None]:
    """'Said that nobody was killed in the raid': the deaths are denied, once, and the raid is not;
    'said that nobody had heard from her' tells by its 'nobody' that she is missing."""
    stance: Stance | None = None
    if index is not None and is_unseen(event, attributions[index], text):
        event, stance = replace(event, negated=False), "no_knowledge"
    elif index is not None and denies_by_words(attributions[index], text):
        if event.negated:
            event = replace(event, negated=False)
        elif index in negating:
            stance = "asserts"
    if index is not None and _is_of_no_such(event, attributions[index], text):
        event = replace(event, negated=False)
    if index is not None and _is_told_by_no(event, attributions[index], text):
        stance = "asserts"
    if is_disclaimed(event, text) and (index is None or attributions[index].stance == "asserts"):
        event, stance = replace(event, negated=False), "denies"
    return event, stance


def _is_of_no_such(event: Event, said: Attribution, text: str) -> bool:
    """'Knew of no arrest': who does not know of one does not say that there was none."""
    before = text[max(event.trigger.start - 30, 0) : event.trigger.start]
    return said.stance == "no_knowledge" and _NO_SUCH.search(before) is not None


_NO_SUCH = re.compile(r"\bno (?:[\w-]+ ){0,2}$", re.IGNORECASE)


def _is_told_by_no(event: Event, said: Attribution, text: str) -> bool:
    if said.stance not in {"denies", "no_knowledge"} or DENYING.search(said.cue.of(text)):
        return False
    is_named = _GONE.match(event.trigger.of(text))  # "denied knowing whether she was missing"
    return event.type in {"missing", "disappeared"} and not event.negated and not is_named
