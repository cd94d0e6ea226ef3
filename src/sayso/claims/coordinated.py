"""An event in, one for each of those it befell, and for each of the places it is told to have been in, out.

'Protests were held in Karez and Omra', 'rebels seized Karez, Omra and Dalan'. Where people are
counted it stays one: how many of the twelve died in which town nobody says.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.types import Event, Place, Role, Span

_JOINT = re.compile(
    r"(?P<comma>,?)\s*(?P<last>\b(?:and|or|as well as)\b|&)?\s*(?:(?:in|at|near|on|to|of|the|nearby|neighbouring)\s)*"
    r"(?:(?:town|city|village|province|district|port|region|suburb)s?\s(?:of\s)?)?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween (?:the )?$", re.IGNORECASE)
_TOWNS = frozenset({"town", "site", None})


def each_victim(event: Event) -> Iterator[Event]:
    """One event for each named person among several who met the same fate; 'he' is none besides."""
    victims = [r for r in event.roles if r.name == "victim"]
    named = list({r.filler.entity: r for r in reversed(victims) if _is_named(r)}.values())[::-1]
    if len(victims) < 2 or not named:
        yield event
        return
    told = {r.filler.entity for r in named}  # "Odas, the leader, ..." is one man
    rest = tuple(r for r in event.roles if r.name != "victim" or r.filler.entity not in told)
    if any(r.name == "victim" for r in rest) or event.counts:
        yield replace(event, roles=rest)
    for role in named:
        yield replace(event, roles=(role, *(r for r in rest if r.name != "victim")), counts=())


def _is_named(role: Role) -> bool:
    return role.filler.kind == "person" and role.filler.name is not None


def each_place(event: Event, places: Sequence[Place], text: str) -> tuple[Event, ...]:
    """The event itself, or one for each place of a list, each with no other place of it in its roles."""
    if event.place is None or event.counts or event.scope == "aggregate":
        return (event,)
    listed = _list_around(event.place, places, text)
    if len(listed) == 1:
        return (event,)
    spans = {index: places[index].span for index in listed}
    return tuple(
        replace(
            event,
            place=index,
            roles=tuple(r for r in event.roles if _is_of(r, index, spans)),
        )
        for index in (event.place, *(i for i in listed if i != event.place))
    )


def _is_of(role: Role, index: int, spans: dict[int, Span]) -> bool:
    named = [i for i, span in spans.items() if role.filler.span.covers(span)]
    return not named or index in named


def _list_around(index: int, places: Sequence[Place], text: str) -> list[int]:
    """The places in a row with it that commas join, and 'and' the last; itself alone where there is none."""
    order = sorted(range(len(places)), key=lambda i: places[i].span)
    at = order.index(index)
    first = last = at
    while first and _joint(places[order[first - 1]], places[order[first]], text) is not None:
        first -= 1
    while (
        last + 1 < len(order)
        and _joint(places[order[last]], places[order[last + 1]], text) is not None
    ):
        last += 1
    listed = order[first : last + 1]
    if len(listed) == 1 or not _joint(places[listed[-2]], places[listed[-1]], text):
        return [index]
    is_between = _BETWEEN.search(
        text, max(places[listed[0]].span.start - 20, 0), places[listed[0]].span.start
    )
    return [index] if is_between else listed


def _joint(one: Place, other: Place, text: str) -> str | None:
    """The 'and' between two places of a kind, "" for a comma alone; None: they stand in no list."""
    between = _JOINT.fullmatch(text, one.span.stop, other.span.start)
    is_alike = one.level == other.level or {one.level, other.level} <= _TOWNS
    if between is None or not is_alike or not (between["comma"] or between["last"]):
        return None
    return between["last"] or ""
