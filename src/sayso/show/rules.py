"""Event reports in, a table of what each aggregation rule makes of every event out, with its summary."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import IO

from sayso.read.event_reports import Row, Value, needs_shield
from sayso.weigh.aggregation import RULES
from sayso.weigh.divergences import Divergence, Summary, compare_rules, summarize
from sayso.weigh.event_reports import COUNTS, EventReport

# Column -> what it holds.
RULES_COLUMNS: Mapping[str, str] = {
    "event": "id of the event",
    "reports": "rows on it, equal ones counted once",
    **{
        column: words
        for count in COUNTS
        for column, words in (
            *((f"{count}_{rule}", f"{count} by the {rule} rule; empty: none") for rule in RULES),
            (f"{count}_apart", "the largest of these numbers less the smallest"),
            (f"{count}_low", f"least low of {count} in any row"),
            (f"{count}_high", f"greatest high of {count} in any row"),
        )
    },
    "disputed": "of what the rows give more than one best, or more than one set of names",
    "rules_differ": "on what not all rules agree",
}


@dataclass(frozen=True, slots=True)
class RulesTable:
    """One row an event under RULES_COLUMNS, and the summary of all, and of those with two rows or more."""

    rows: tuple[Row, ...]
    every: Summary
    several: Summary


def rules_table(events: Iterable[Sequence[EventReport]]) -> RulesTable:
    """What each rule gives for each event and where they differ."""
    compared = tuple(compare_rules(rows) for rows in events)
    return RulesTable(
        rows=tuple(_row(one) for one in compared),
        every=summarize(compared),
        several=summarize(one for one in compared if len(one.merged.reports) > 1),
    )


def describe_rules(table: RulesTable) -> Iterator[str]:
    """The summary in a few lines."""
    for words, summary in (("events", table.every), ("with two rows or more", table.several)):
        yield f"{words}: {summary.events}"
        if not summary.events:
            continue
        for count in COUNTS:
            share, apart = summary.share(count) or 0.0, summary.mean_apart[count]
            mean = f"; {apart:.2f} apart on average" if apart is not None else " (not counted)"
            yield f"    rules give different {count}: {share:.1%}{mean}"
        others = (
            f"{field} {summary.share(field) or 0.0:.1%}"
            for field in summary.differing
            if field not in COUNTS
        )
        yield f"    rules differ on: {', '.join(others)}"


def write_rules(table: RulesTable, out: IO[str]) -> int:
    """Write the table as CSV; how many rows."""
    writer = csv.DictWriter(out, list(RULES_COLUMNS), lineterminator="\r\n")
    writer.writeheader()
    for row in table.rows:
        writer.writerow(
            {c: f"'{v}" if isinstance(v, str) and needs_shield(v) else v for c, v in row.items()}
        )
    return len(table.rows)


def _row(one: Divergence) -> dict[str, Value]:
    row: dict[str, Value] = {"event": one.merged.event, "reports": len(one.merged.reports)}
    for count in COUNTS:
        for rule, made in one.by_rule.items():
            row[f"{count}_{rule}"] = made.tally(count).best
        row[f"{count}_apart"] = one.apart[count]
        row[f"{count}_low"] = one.merged.tally(count).low
        row[f"{count}_high"] = one.merged.tally(count).high
    row["disputed"] = "; ".join(one.merged.disputed) or None
    row["rules_differ"] = "; ".join(one.fields) or None
    return row
