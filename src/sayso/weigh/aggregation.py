"""Rows on one event, one for each source, in; what they span and what each named rule makes of them, out.

These are rules for exports of one row an event; they weigh nobody (that is WEIGHING.md).
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from math import inf
from typing import TypeVar

from sayso.weigh.event_reports import (
    COUNTS,
    CountName,
    EventReport,
    MergedEvent,
    RoleName,
    Site,
    Tally,
)

V = TypeVar("V", bound=Hashable)


def merge(reports: Iterable[EventReport]) -> MergedEvent:
    """What all rows on one event say together, in whatever order and however often they come.

    raises: ValueError if there are none, or they are of several events
    """
    rows = _sort_by_age(reports)
    perpetrators = [_names(row, "perpetrator") for row in rows]
    victims = [_names(row, "victim") for row in rows]
    told: Mapping[str, Sequence[object]] = {
        "deaths": [row.deaths.best for row in rows if row.deaths.best is not None],
        "injuries": [row.injuries.best for row in rows if row.injuries.best is not None],
        "perpetrators": [frozenset(names) for names in perpetrators if names],
        "victims": [frozenset(names) for names in victims if names],
    }
    return MergedEvent(
        rows[0].event,
        rows,
        deaths=_span(rows, "deaths"),
        injuries=_span(rows, "injuries"),
        disputed=tuple(name for name, values in told.items() if len(set(values)) > 1),
        perpetrators=tuple(dict.fromkeys(chain.from_iterable(perpetrators))),
        victims=tuple(dict.fromkeys(chain.from_iterable(victims))),
    )


def _names(report: EventReport, role: RoleName) -> tuple[str, ...]:
    return tuple(a.name for a in report.actors if a.name is not None and a.plays(role))


def _sort_by_age(reports: Iterable[EventReport]) -> tuple[EventReport, ...]:
    """Each row once, the earliest first, then by id: the order in which ties are broken."""
    rows = set(reports)
    events = {row.event for row in rows}
    if len(events) != 1:
        raise ValueError(f"rows of one event are needed, not of {sorted(events)}")
    # The last key only settles rows that share an id, so that no order of input shows.
    return tuple(
        sorted(rows, key=lambda r: (r.published is None, r.published or "", r.id or "", repr(r)))
    )


def _span(rows: Sequence[EventReport], name: CountName) -> Tally:
    tallies = [row.tally(name) for row in rows]
    return Tally(
        best=_mode(tally.best for tally in tallies),
        low=min((tally.low for tally in tallies if tally.low is not None), default=None),
        high=max((tally.high for tally in tallies if tally.high is not None), default=None),
    )


def _mode(values: Iterable[V | None]) -> V | None:
    """The most frequent of what is told, the first of equals; None: nobody tells."""
    often = Counter(value for value in values if value is not None)
    # A counter keeps the order of first appearance, and `max` takes the first of equals.
    return max(often, key=often.__getitem__, default=None)


# --- the rules ---


def take_conservative(reports: Iterable[EventReport]) -> EventReport:
    """The smallest low of each count; all else from the row with the smallest low.

    Deaths are looked at first, then injuries; then the earliest row, then its id.
    """
    rows = _sort_by_age(reports)
    least = min(rows, key=lambda row: tuple(_or_inf(row.tally(name).low) for name in COUNTS))
    deaths, injuries = (_span(rows, name).low for name in COUNTS)
    return _sum_up("conservative", least, rows, (deaths, injuries))


def take_informative(reports: Iterable[EventReport]) -> EventReport:
    """The row that is most precise on the place, then the date, then deaths, then injuries."""
    rows = _sort_by_age(reports)
    finest = min(
        rows, key=lambda r: (-(r.site.precision or 0), _days(r), r.deaths.width, r.injuries.width)
    )
    return _sum_up("informative", finest, rows, (finest.deaths.best, finest.injuries.best))


def take_representative(reports: Iterable[EventReport]) -> EventReport:
    """The mode of each field by itself; place, dates and actors are taken whole."""
    rows = _sort_by_age(reports)
    start, end = _mode(dates_of(row) for row in rows) or (None, None)
    usual = EventReport(
        event=rows[0].event,
        country=_mode(row.country for row in rows),
        election=_mode(row.election for row in rows),
        date_start=start,
        date_end=end,
        site=_mode(row.site if row.site != Site() else None for row in rows) or Site(),
        actors=_mode(row.actors or None for row in rows) or (),
        context=_mode(row.context for row in rows),
        target=_mode(row.target for row in rows),
        displacement=_mode(row.displacement for row in rows),
        damage=_mode(row.damage for row in rows),
    )
    deaths, injuries = (_span(rows, name).best for name in COUNTS)
    return _sum_up("representative", usual, rows, (deaths, injuries))


Rule = Callable[[Iterable[EventReport]], EventReport]
RULES: Mapping[str, Rule] = {
    "conservative": take_conservative,
    "informative": take_informative,
    "representative": take_representative,
}


def _sum_up(
    rule: str,
    chosen: EventReport,
    rows: Sequence[EventReport],
    bests: tuple[int | None, int | None],
) -> EventReport:
    """The chosen row, with the rule's numbers between the ends that all rules share."""
    sources = dict.fromkeys(row.source for row in rows if row.source is not None)
    levels = {row.source_classification for row in rows}
    return replace(
        chosen,
        id=None,
        deaths=replace(_span(rows, "deaths"), best=bests[0]),
        injuries=replace(_span(rows, "injuries"), best=bests[1]),
        source=_join(sources),
        number_of_sources=len(sources),
        source_author=_join(row.source_author for row in rows),
        source_type=_join(row.source_type for row in rows),
        source_classification=levels.pop() if len(levels) == 1 else None,
        unit_of_analysis="event",
        aggregation=rule,
        published=None,
        others=(("x_disputed", _join(merge(rows).disputed) or "none"), ("x_reports", len(rows))),
    )


def _join(words: Iterable[str | None]) -> str | None:
    """Each once, as event exports join sources; None: there are none."""
    return "; ".join(dict.fromkeys(word for word in words if word)) or None


def _or_inf(number: int | None) -> float:
    return inf if number is None else number


def dates_of(report: EventReport) -> tuple[str | None, str | None] | None:
    """Start and end; None: neither is told."""
    told = report.date_start, report.date_end
    return told if any(told) else None


def _days(report: EventReport) -> float:
    """How many days its dates leave open; no date, or an end before the start: any number."""
    start, end = report.date_start or "", report.date_end or report.date_start or ""
    try:
        days = (date.fromisoformat(end) - date.fromisoformat(start)).days
    except ValueError:
        return inf
    return days if days >= 0 else inf
