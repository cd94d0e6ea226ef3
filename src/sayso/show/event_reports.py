"""Rows of event reports in, records out, and back: the columns of MAVERICK, as CSV or JSON lines."""

import csv
import re
from collections.abc import Callable, Mapping, Sequence
from math import isfinite
from typing import IO, get_args

import msgspec

from sayso.errors import UnreadableTable
from sayso.read.event_reports import Row, Value, needs_shield
from sayso.weigh.event_reports import Actor, EventReport, RoleName, Site, Tally, group_events

ROLES: tuple[RoleName, ...] = get_args(RoleName)
ACTORS = 6  # places in a row; a row with more gets columns for more
ACTOR_PARTS = ("id", "type", "subtype", "party", "violence", "precision", *ROLES)

_FIRST = (
    "id", "event_id", "country", "election", "certain", *(f"certain{n}" for n in range(1, 7)),
    "date_start", "date_end", "city", "location", "latitude", "longitude", "geo_precision",
)  # fmt: skip
_LAST = (
    "event_context", "target", "deaths_best", "deaths_low", "deaths_high",
    "injuries_best", "injuries_low", "injuries_high", "displacement", "damage",
    "source", "number_of_sources", "source_author", "source_type", "source_classification",
    "sampling", "unit_of_analysis", "aggregation",
)  # fmt: skip
# Columns with a place of their own but no use here: kept among a row's others.
_UNUSED = frozenset(c for c in (*_FIRST, *_LAST) if c.startswith("certain") or c == "sampling")
# What a line of JSON leaves out where it is not told; all else is there, as null.
_RARE = _UNUSED | {"number_of_sources", "unit_of_analysis", "aggregation", "party", "precision"}
_OF_ACTOR = re.compile(rf"actor([1-9]\d?)(?:_(?:{'|'.join(ACTOR_PARTS)}))?")
_DAY = re.compile(r"\((\d{4}-\d\d-\d\d)\)")


def name_columns(actors: int = ACTORS) -> tuple[str, ...]:
    """MAVERICK's columns in its order, with room for so many actors."""
    own = [
        f"actor{n}{part}"
        for n in range(1, actors + 1)
        for part in ("", *(f"_{name}" for name in ACTOR_PARTS))
    ]
    return (*_FIRST, *own, *_LAST)


# --- a row's record, and a record's row ---


def report_of(row: Row) -> EventReport:
    """The record of one row; columns that are missing are not told.

    raises: UnreadableTable where a number is none, a role is neither 0 nor 1, or `event_id` is empty
    """
    event = _text(row, "event_id")
    if event is None:
        raise UnreadableTable(f"row {row.get('id')} has no event_id; give every row its event")
    actors = _actors_of(row)
    known = set(name_columns(len(actors))) - _UNUSED
    source = _text(row, "source")
    return EventReport(
        event=event, id=_text(row, "id"),
        country=_text(row, "country"), election=_text(row, "election"),
        date_start=_text(row, "date_start"), date_end=_text(row, "date_end"),
        site=Site(
            _text(row, "city"), _text(row, "location"),
            _number(row, "latitude"), _number(row, "longitude"), _whole(row, "geo_precision"),
        ),
        actors=actors,
        context=_text(row, "event_context"), target=_text(row, "target"),
        deaths=_tally(row, "deaths"), injuries=_tally(row, "injuries"),
        displacement=_whole(row, "displacement"), damage=_whole(row, "damage"),
        source=source, number_of_sources=_whole(row, "number_of_sources"),
        source_author=_text(row, "source_author"), source_type=_text(row, "source_type"),
        source_classification=_whole(row, "source_classification"),
        unit_of_analysis=_text(row, "unit_of_analysis"), aggregation=_text(row, "aggregation"),
        published=find_source_date(source),
        others=tuple((c, v) for c, v in sorted(row.items()) if c not in known and v is not None),
    )  # fmt: skip


def row_of(report: EventReport) -> dict[str, Value]:
    """The columns of one record, in order; None: not told."""
    filled: dict[str, Value] = {
        "id": report.id, "event_id": report.event,
        "country": report.country, "election": report.election,
        "date_start": report.date_start, "date_end": report.date_end,
        "city": report.site.city, "location": report.site.location,
        "latitude": report.site.latitude, "longitude": report.site.longitude,
        "geo_precision": report.site.precision,
        "event_context": report.context, "target": report.target,
        "deaths_best": report.deaths.best, "deaths_low": report.deaths.low,
        "deaths_high": report.deaths.high, "injuries_best": report.injuries.best,
        "injuries_low": report.injuries.low, "injuries_high": report.injuries.high,
        "displacement": report.displacement, "damage": report.damage,
        "source": report.source, "number_of_sources": report.number_of_sources,
        "source_author": report.source_author, "source_type": report.source_type,
        "source_classification": report.source_classification,
        "unit_of_analysis": report.unit_of_analysis, "aggregation": report.aggregation,
        **dict(report.others),
    }  # fmt: skip
    for number, actor in enumerate(report.actors, 1):
        filled |= {
            f"actor{number}{'' if part == 'name' else f'_{part}'}": value
            for part, value in _parts_of(actor).items()
        }
    columns = dict.fromkeys((*name_columns(max(ACTORS, len(report.actors))), *filled))
    return {column: _plain(filled.get(column)) for column in columns}


def find_source_date(source: str | None) -> str | None:
    """The day in 'Outlet (2031-03-05) Headline', the form of MAVERICK's `source`."""
    found = _DAY.search(source or "")
    return found[1] if found else None


def _actors_of(row: Row) -> tuple[Actor, ...]:
    filled = [
        int(found[1])
        for column, value in row.items()
        if value is not None and (found := _OF_ACTOR.fullmatch(column))
    ]
    return tuple(_actor_of(row, f"actor{n}") for n in range(1, max(filled, default=0) + 1))


def _actor_of(row: Row, name: str) -> Actor:
    roles = ((role, _whole(row, f"{name}_{role}")) for role in ROLES)
    told = tuple((role, value) for role, value in roles if value is not None)
    if wrong := [role for role, value in told if value not in (0, 1)]:
        raise _complain(row, f"{name}_{wrong[0]}", "0 or 1")
    return Actor(
        name=_text(row, name),
        id=_text(row, f"{name}_id"),
        type=_text(row, f"{name}_type"),
        subtype=_text(row, f"{name}_subtype"),
        party=_text(row, f"{name}_party"),
        violence=_text(row, f"{name}_violence"),
        precision=_whole(row, f"{name}_precision"),
        roles=tuple((role, value == 1) for role, value in told),
    )


def _parts_of(actor: Actor) -> dict[str, Value]:
    told = dict(actor.roles)
    return {
        "name": actor.name, "id": actor.id, "type": actor.type, "subtype": actor.subtype,
        "party": actor.party, "violence": actor.violence, "precision": actor.precision,
        **{role: int(told[role]) if role in told else None for role in ROLES},
    }  # fmt: skip


def _tally(row: Row, name: str) -> Tally:
    return Tally(*(_whole(row, f"{name}_{end}") for end in ("best", "low", "high")))


def _text(row: Row, column: str) -> str | None:
    value = row.get(column)
    return None if value is None else str(value)


def _number(row: Row, column: str) -> float | None:
    value = row.get(column)
    try:
        number = None if value is None else float(value)
    except ValueError as wrong:
        raise _complain(row, column, "a number") from wrong
    if number is not None and not isfinite(number):
        raise _complain(row, column, "a number")
    return number


def _whole(row: Row, column: str) -> int | None:
    """R writes whole numbers as 7 or 7.0."""
    number = _number(row, column)
    if number is not None and not number.is_integer():
        raise _complain(row, column, "a whole number")
    return None if number is None else int(number)


def _complain(row: Row, column: str, kind: str) -> UnreadableTable:
    where = f"event {row.get('event_id')}, row {row.get('id') or 'without id'}"
    return UnreadableTable(f"{where}: {column} is {row[column]!r}; write {kind}, or leave it empty")


def _plain(value: Value) -> Value:
    """7.0 is written as 7."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


# --- files ---


def write_csv(reports: Sequence[EventReport], out: IO[str]) -> int:
    """Write one row a record, under MAVERICK's columns and then any others; how many rows.

    Line ends are those of RFC 4180: Python's csv quotes a line break in a cell only if it is one.
    """
    rows = [row_of(report) for report in reports]
    kept = {column for row in rows for column, value in row.items() if value is not None}
    actors = max((len(report.actors) for report in reports), default=0)
    order = dict.fromkeys((*name_columns(max(ACTORS, actors)), *(c for row in rows for c in row)))
    columns = [column for column in order if column not in _UNUSED or column in kept]
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({column: _shield(row.get(column)) for column in columns})
    return len(rows)


def write_jsonl(reports: Sequence[EventReport], out: IO[str]) -> int:
    """Write one line an event, with a row for each source in it; how many lines."""
    events = group_events(reports)
    for rows in events:
        line = {
            "event_id": rows[0].event,
            "n_reports": len(rows),
            "reports": [_nested(report) for report in rows],
        }
        out.write(msgspec.json.encode(line).decode() + "\n")
    return len(events)


WRITERS: Mapping[str, Callable[[Sequence[EventReport], IO[str]], int]] = {
    "csv": write_csv,
    "jsonl": write_jsonl,
}


def _nested(report: EventReport) -> dict[str, object]:
    """The row with its actors as a list, as the set's lines have it."""
    actors = [_tell(_parts_of(actor)) for actor in report.actors]
    own = {
        c: v for c, v in row_of(report).items() if c != "event_id" and not _OF_ACTOR.fullmatch(c)
    }
    return {**_tell(own), "actors": actors}


def _tell(row: Mapping[str, Value]) -> dict[str, Value]:
    return {key: v for key, v in row.items() if v is not None or key not in _RARE}


def _shield(value: Value) -> Value:
    return f"'{value}" if isinstance(value, str) and needs_shield(value) else value
