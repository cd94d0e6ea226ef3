"""The records of event reports: one row is what one source says of one event.

`aggregation.py` makes one row an event of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf
from typing import Literal

RoleName = Literal["initiator", "perpetrator", "intervener", "bystander", "victim"]
CountName = Literal["deaths", "injuries"]
COUNTS: tuple[CountName, ...] = ("deaths", "injuries")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many, as one row has it; None: it does not say."""

    best: int | None = None
    low: int | None = None
    high: int | None = None

    @property
    def width(self) -> float:
        return inf if self.low is None or self.high is None else self.high - self.low


@dataclass(frozen=True, slots=True)
class Site:
    """Where, as one row has it. `precision` rises from 1 (country) to 6 (street); None: not said."""

    city: str | None = None
    location: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: int | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """One party to the event, as one row has it.

    name:  None: an empty place in the row, before one that is filled
    roles: each role the row says yes or no to; one that is missing is not told
    """

    name: str | None
    id: str | None = None
    type: str | None = None
    subtype: str | None = None
    party: str | None = None
    violence: str | None = None
    precision: int | None = None
    roles: tuple[tuple[RoleName, bool], ...] = ()

    def plays(self, role: RoleName) -> bool:
        return (role, True) in self.roles


@dataclass(frozen=True, slots=True)
class EventReport:
    """One row: what one source says of one event or, with `aggregation`, what a rule makes of all.

    published:   the day the source came out, as YYYY-MM-DD; None: undated, and last among ties
    aggregation: the rule's name; None: the row is one source's
    others:      columns we have no use for, by name, kept as they came
    """

    event: str
    id: str | None = None
    country: str | None = None
    election: str | None = None
    date_start: str | None = None
    date_end: str | None = None
    site: Site = Site()
    actors: tuple[Actor, ...] = ()
    context: str | None = None
    target: str | None = None
    deaths: Tally = Tally()
    injuries: Tally = Tally()
    displacement: int | None = None
    damage: int | None = None
    source: str | None = None
    number_of_sources: int | None = None
    source_author: str | None = None
    source_type: str | None = None
    source_classification: int | None = None
    unit_of_analysis: str | None = None
    aggregation: str | None = None
    published: str | None = None
    others: tuple[tuple[str, str | int | float], ...] = ()

    def tally(self, name: CountName) -> Tally:
        return self.deaths if name == "deaths" else self.injuries


@dataclass(frozen=True, slots=True)
class MergedEvent:
    """What the rows on one event span together.

    deaths, injuries:      least low, greatest high, and the most frequent best
    disputed:              "deaths", "injuries": more than one best; "perpetrators", "victims":
                           more than one set of names, of the rows that name anybody
    perpetrators, victims: every name that some row gives that role
    """

    event: str
    reports: tuple[EventReport, ...]
    deaths: Tally
    injuries: Tally
    disputed: tuple[str, ...]
    perpetrators: tuple[str, ...]
    victims: tuple[str, ...]

    def tally(self, name: CountName) -> Tally:
        return self.deaths if name == "deaths" else self.injuries


def group_events(reports: Iterable[EventReport]) -> tuple[tuple[EventReport, ...], ...]:
    """The rows of each event, in the order in which events come first."""
    by_event: dict[str, list[EventReport]] = {}
    for report in reports:
        by_event.setdefault(report.event, []).append(report)
    return tuple(tuple(rows) for rows in by_event.values())
