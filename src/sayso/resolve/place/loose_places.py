"""Events in, the same without a place that their words keep them out of.

'Shelled between Karez and Omra' is in neither; who lies in Karez 'with a broken jaw' need not have
been hurt there; the victory 'that saved Karez' was won elsewhere; and an army that is in camp at
Karez 'left the city' before it came there.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.types import Annotations, Event

_BETWEEN = re.compile(r"\bbetween (?:[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)* and )?(?:the )?$")
_WITH = re.compile(
    r"\bwith (?:an?|his|her|their|two|several|many|severe|serious|multiple)\b[^.,;:\n]{0,30}$"
)
_LEFT = re.compile(
    r"(?:the|its|his|their) (?:city|town|village|capital|camp|fort|fortress|base)", re.I
)
_SAVED = re.compile(r"\b(?:sav(?:ed?|es|ing)|spar(?:ed?|es|ing)|(?:road|way|route) to) $")
_STAYS = frozenset({"deployment", "whereabouts"})


def drop_loose_places(
    events: Sequence[Event], annotations: Annotations, text: str
) -> tuple[Event, ...]:
    """Each event with its place, or without one where the words tell that it was elsewhere."""
    return tuple(
        replace(e, place=None) if _is_loose(e, events, annotations, text) else e for e in events
    )


def _is_loose(event: Event, events: Sequence[Event], annotations: Annotations, text: str) -> bool:
    if event.place is None:
        return False
    place = annotations.places[event.place].span
    before = text[max(place.start - 60, 0) : place.start]
    return (
        _BETWEEN.search(before) is not None
        or (event.type == "victory_claim" and _SAVED.search(before) is not None)
        or _is_borne(event, text)
        or _is_left_for_it(event, events, annotations, text)
    )


def _is_borne(event: Event, text: str) -> bool:
    """'Is in a clinic with a broken jaw': the wound is told, and not where it was had."""
    before = text[max(event.trigger.start - 50, 0) : event.trigger.start]
    return event.type == "injured" and not event.counts and _WITH.search(before) is not None


def _is_left_for_it(
    event: Event, events: Sequence[Event], annotations: Annotations, text: str
) -> bool:
    """'Is in camp at Karez, three weeks after it left the city': the city is not Karez."""
    if event.type != "withdrawal" or not any(
        r.name == "from" and r.filler.name is None and _LEFT.fullmatch(r.filler.words)
        for r in event.roles
    ):
        return False
    sentence = next((s for s in annotations.sentences if s.covers(event.trigger)), event.trigger)
    return any(
        e.type in _STAYS and e.place is not None and sentence.covers(e.trigger)
        and annotations.places[e.place].name == annotations.places[event.place or 0].name
        for e in events
    )  # fmt: skip
