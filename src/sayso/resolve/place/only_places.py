"""Events in, the same out: a blow told without a place in a report that names one small place alone is there.

"Looters emptied a warehouse in Dalan last week. One man was trampled": in Dalan. Not a place that
only tells whose something is ("Dalan police"), nor one that a speaker is of.
"""

from collections.abc import Sequence
from dataclasses import replace

from sayso.resolve.place.carried_places import BLOWS, is_of_armies
from sayso.resolve.place.sites import dateline_of
from sayso.types import Annotations, Event

_SMALL = frozenset({"town", "site", "admin2", None})
_TAKEN = (BLOWS - {"died", "body_found"}) | {"riot", "dispersal"}
_REAL = frozenset({"happened", "ongoing"})


def place_in_only(
    events: Sequence[Event], annotations: Annotations, text: str
) -> tuple[Event, ...]:
    """The same events, with the one place that the report names, not only in its dateline."""
    at = _only_place(annotations, dateline_of(annotations.places, text))
    if at is None:
        return tuple(events)
    return tuple(
        replace(e, place=at) if _may_take(e, annotations.places[at].span.start) else e
        for e in events
    )


def _only_place(annotations: Annotations, dateline: int | None) -> int | None:
    """The first mention of it; None: none is named, several are, or it is a province."""
    said = [s for a in annotations.attributions for s in a.source_words]
    own = [m.span for m in annotations.marks if m.kind in {"group", "person"}]
    places = [(i, p) for i, p in enumerate(annotations.places) if p.level != "country"]
    if len({(p.name or p.words).lower() for _, p in places}) != 1:
        return None
    first, place = places[0]
    is_free = any(
        not any(s.covers(p.span) for s in said) and not any(s.covers(p.span) for s in own)
        for i, p in places
        if i != dateline
    )
    return first if is_free and place.level in _SMALL else None


def _may_take(event: Event, named_at: int) -> bool:
    """What happened once, told after the place was named."""
    is_real = event.modality in _REAL and event.scope == "total" and not event.background
    is_open = event.place is None and not event.negated and not is_of_armies(event)
    return is_open and is_real and event.type in _TAKEN and event.trigger.start > named_at
