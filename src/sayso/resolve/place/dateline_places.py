"""Events in, the same out: one told without a place in a report from a town that nobody else writes from is there.

"MIRSK DOL, 3 March (Wire) - Two guards were shot at a market": in Mirsk Dol, unless the report sets
any blow elsewhere. From a capital or a city one writes of a whole country. "In this mill town" is
always the town that the report is written from.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from sayso.event_types import load_event_types
from sayso.resolve.place.carried_places import BLOWS
from sayso.resolve.place.gazetteer import GazetteerRow
from sayso.resolve.place.sites import dateline_of
from sayso.types import Annotations, Event, Place

_HERE = re.compile(
    r"\bthis (?:[\w'’-]+ ){0,3}?(?:town|city|village|port|suburb|township|settlement|resort|neighbou?rhood)\b"
)
_BIG = 250_000  # inhabitants of a city from which one writes of all around
_LEAD = 4  # sentences from the dateline
_SETTLED = frozenset({"attack", "fate", "casualties", "protest", "control"})  # families
_REAL = frozenset({"happened", "ongoing"})

Named = Callable[[str], Sequence[GazetteerRow]]


def place_by_dateline(
    events: Sequence[Event], annotations: Annotations, text: str, named: Named
) -> tuple[Event, ...]:
    """The same events; named: what the gazetteer has of a name"""
    at = dateline_of(annotations.places, text)
    if at is None:
        return tuple(events)
    here = [_is_here(e, at, annotations, text) for e in events]
    placed = [replace(e, place=at) if is_in else e for e, is_in in zip(events, here, strict=True)]
    if _is_desk(annotations.places[at].words, named) or _is_told_elsewhere(placed, at, annotations):
        return tuple(placed)
    lead = _stop_of_lead(annotations.places[at], annotations)
    return tuple(
        replace(e, place=at) if _may_take(e) and e.trigger.start < lead else e for e in placed
    )


def _stop_of_lead(dateline: Place, annotations: Annotations) -> int:
    """Where the sentences end that tell what the report is about; those after it look further."""
    behind = [s.stop for s in annotations.sentences if s.start > dateline.span.start]
    return behind[min(_LEAD, len(behind)) - 1] if behind else dateline.span.stop


def _is_here(event: Event, dateline: int, annotations: Annotations, text: str) -> bool:
    """'A court in this spa town', and the 'Pacific' of 'this Pacific town'."""
    if load_event_types()[event.type].family not in _SETTLED or event.modality not in _REAL:
        return False
    sentence = next((s for s in annotations.sentences if s.covers(event.trigger)), None)
    told = _HERE.search(text, sentence.start, sentence.stop) if sentence is not None else None
    if told is None or event.background:
        return False
    if event.place is None or event.place == dateline:
        return True
    own = annotations.places[event.place].span
    return told.start() <= own.start and own.stop <= told.end()


def _is_desk(words: str, named: Named) -> bool:
    """A capital or a city, from which one writes of a whole country."""
    return any(row.capital or row.population >= _BIG for row in named(words)[:3])


def _is_told_elsewhere(events: Sequence[Event], dateline: int, annotations: Annotations) -> bool:
    """Whether any blow of the report has another place, be it a province."""
    places = annotations.places
    own = (places[dateline].name or places[dateline].words).lower()
    others = (
        places[e.place]
        for e in events
        if e.place is not None and load_event_types()[e.type].family in _SETTLED
    )
    return any((p.name or p.words).lower() != own and p.level not in {"country"} for p in others)


def _may_take(event: Event) -> bool:
    is_real = event.modality in _REAL and event.scope == "total" and not event.background
    is_blow = event.type in BLOWS and event.type != "died"
    return event.place is None and is_blow and is_real
