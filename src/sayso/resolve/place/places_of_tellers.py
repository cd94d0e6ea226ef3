"""Events in, the same out: one told without a place by people on the spot is where they are.

"Residents of Omra said shells fell in the town", "activists in Kirsa said two men were shot": in
Omra, in Kirsa. An official, an army or a court speaks of other places from its own.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.resolve.place.carried_places import BLOWS
from sayso.types import Annotations, Attribution, Event, SourceKind, Span

_ON_THE_SPOT: frozenset[SourceKind] = frozenset(
    {"witness", "family", "rescuer", "activist", "medic"}
)
_SMALL = frozenset({"town", "site"})
# What those do who keep order, where they keep it.
_ORDERLY = frozenset({"arrest", "detained", "trial", "weapons_seized", "dispersal"})
_OFFICERS = re.compile(r"\b(?:[Pp]olice|[Pp]rosecutors|[Aa] court|[Oo]fficers|[Aa]uthorities)\b")
_IN = re.compile(r" (?:in|at) (?:the (?:city|town|village|district|province|port) of )?")
_ELSEWHERE = re.compile(
    r"\b(?:nearby|near|outside|neighbou?ring|another|other|towards?|from)\b", re.IGNORECASE
)


def place_by_tellers(
    events: Sequence[Event], annotations: Annotations, text: str
) -> tuple[Event, ...]:
    """The same events, with places for blows that only those who live at the place tell of."""
    return tuple(
        replace(event, place=_where_they_are(event, annotations, text))
        if event.place is None and event.type in BLOWS and event.scope == "total"
        else event
        for event in events
    )


def place_by_officers(
    events: Sequence[Event], annotations: Annotations, text: str
) -> tuple[Event, ...]:
    """The same events: 'police in Karez arrested nine' did so in Karez."""
    return tuple(
        replace(event, place=_where_they_serve(event, annotations, text))
        if event.place is None and event.type in _ORDERLY and event.modality == "happened"
        else event
        for event in events
    )


def _where_they_serve(event: Event, annotations: Annotations, text: str) -> int | None:
    stops = [r.filler.span.stop for r in event.roles if r.name == "actor"]
    sentence = next((s for s in annotations.sentences if s.covers(event.trigger)), event.trigger)
    stops += [m.end() for m in _OFFICERS.finditer(text, sentence.start, event.trigger.start)]
    after = [m.end() for stop in stops if (m := _IN.match(text, stop)) is not None]
    near = (i for i, p in enumerate(annotations.places) if p.span.start in after)
    return next((i for i in near if annotations.places[i].level != "country"), None)


def _where_they_are(event: Event, annotations: Annotations, text: str) -> int | None:
    said = _teller(event, annotations.attributions)
    if said is None or said.said_by is None or said.said_by.kind not in _ON_THE_SPOT:
        return None
    there = [
        i
        for i, place in enumerate(annotations.places)
        if _is_within(place.span, said.source_words)
        and not text[: place.span.start].endswith("from ")  # they have left it
    ]
    others = [p for p in annotations.places if _is_within(p.span, said.content)]
    words = " ".join(span.of(text) for span in said.content)
    is_told_elsewhere = bool(others) or _ELSEWHERE.search(words) is not None
    is_one = len(there) == 1 and annotations.places[there[0]].level in _SMALL
    return there[0] if is_one and not is_told_elsewhere else None


def _teller(event: Event, attributions: Sequence[Attribution]) -> Attribution | None:
    """The innermost whose words the event is told in."""
    around = [a for a in attributions if any(s.covers(event.trigger) for s in a.content)]
    return min(around, key=lambda a: sum(s.stop - s.start for s in a.content), default=None)


def _is_within(span: Span, spans: Sequence[Span]) -> bool:
    return any(s.covers(span) for s in spans)
