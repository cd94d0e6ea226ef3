"""Rows on one event in, what each aggregation rule makes of them out; and that summed up over many."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from sayso.weigh.aggregation import RULES, dates_of, merge
from sayso.weigh.event_reports import COUNTS, CountName, EventReport, MergedEvent

# What is compared, and what of a rule's row it is.
FIELDS: Mapping[str, Callable[[EventReport], object]] = {
    "deaths": lambda row: row.deaths.best,
    "injuries": lambda row: row.injuries.best,
    "place": lambda row: row.site,
    "date": dates_of,
    "actors": lambda row: frozenset(row.actors),
    "context": lambda row: row.context,
    "target": lambda row: row.target,
}


@dataclass(frozen=True, slots=True)
class Divergence:
    """What each rule makes of one event, and where they differ.

    by_rule: in the order of RULES
    fields:  names in FIELDS on which not all rules agree
    apart:   for deaths and injuries, the largest number less the smallest; None: a rule has none
    """

    merged: MergedEvent
    by_rule: Mapping[str, EventReport]
    fields: tuple[str, ...]
    apart: Mapping[CountName, int | None]


@dataclass(frozen=True, slots=True)
class Summary:
    """How far the rules come apart over many events.

    differing: for each name in FIELDS, on how many events the rules differ
    mean_apart: of events on which every rule has a number; None: there is none
    """

    events: int
    differing: Mapping[str, int]
    mean_apart: Mapping[CountName, float | None]

    def share(self, field: str) -> float | None:
        """Of all events, those on which the rules differ; None: there are no events."""
        return self.differing[field] / self.events if self.events else None


def compare_rules(reports: Iterable[EventReport]) -> Divergence:
    """Lay the rules side by side on the rows of one event."""
    rows = tuple(reports)
    by_rule = {name: rule(rows) for name, rule in RULES.items()}
    fields = (name for name, of in FIELDS.items() if len({of(r) for r in by_rule.values()}) > 1)
    apart = {name: _apart([row.tally(name).best for row in by_rule.values()]) for name in COUNTS}
    return Divergence(merge(rows), by_rule, tuple(fields), apart)


def _apart(numbers: Iterable[int | None]) -> int | None:
    given = tuple(numbers)
    told = [number for number in given if number is not None]
    return max(told) - min(told) if len(told) == len(given) else None


def summarize(divergences: Iterable[Divergence]) -> Summary:
    """On how many events the rules differ, and by how much on average."""
    events = tuple(divergences)
    differing = Counter(name for one in events for name in one.fields)
    return Summary(
        len(events),
        {name: differing[name] for name in FIELDS},
        {name: _mean([one.apart[name] for one in events]) for name in COUNTS},
    )


def _mean(numbers: Iterable[int | None]) -> float | None:
    told = [number for number in numbers if number is not None]
    return sum(told) / len(told) if told else None
