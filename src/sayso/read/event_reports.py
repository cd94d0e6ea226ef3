"""In: a file of event reports, JSON lines or CSV. Out: flat rows, one for each source on each event.

Columns are those of MAVERICK (docs/how-to/event-reports.md); `show/event_reports.py` writes them.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from sayso.errors import UnreadableTable
from sayso.read.streams import UTF8_MARK, open_bytes, peek_head

Value = str | int | float | None
Row = Mapping[str, Value]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class _Event(msgspec.Struct):
    """One line: an event with a row for each source; `n_reports` is counted, not read."""

    event_id: str
    reports: list[dict[str, Value | list[dict[str, Value]]]]


def read_rows(path: Path) -> Iterator[Row]:
    """Every row with its `event_id`, in order; what is empty is None.

    raises: UnreadableTable at the first line that does not fit; UnreadableReport for broken gzip
    """
    try:
        with open_bytes(path) as stream:
            start = peek_head(stream).removeprefix(UTF8_MARK).lstrip()
            read = _read_jsonl if start.startswith(b"{") else _read_csv
            yield from read(stream, str(path))
    except OSError as failed:
        why = f"{path}: {failed.strerror or failed}; check the path and its permissions"
        raise UnreadableTable(why) from failed
    except UnicodeDecodeError as broken:
        raise UnreadableTable(f"{path}: not UTF-8; save the file as UTF-8") from broken


def needs_shield(text: str) -> bool:
    """Whether a cell of CSV takes an apostrophe before it, beside those it has.

    A spreadsheet would run it, or a reader of R's files would take it for a missing value.
    """
    bare = text.lstrip("'")
    is_number = bare[:1] == "-" and bare[1:].replace(".", "", 1).isdigit()
    return bare == "NA" or (bare.startswith(_FORMULA) and not is_number)


def _read_jsonl(stream: io.BufferedReader, path: str) -> Iterator[Row]:
    decoder = msgspec.json.Decoder(_Event)
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        try:
            event = decoder.decode(line.removeprefix(UTF8_MARK))
        except msgspec.DecodeError as wrong:
            why = f'{wrong}; a line is an object with "event_id" and a list of "reports"'
            raise UnreadableTable(f"{path}:{number}: {why}") from wrong
        for report in event.reports:
            yield {**_flatten(report, f"{path}:{number}"), "event_id": event.event_id}


def _flatten(report: Mapping[str, Value | list[dict[str, Value]]], where: str) -> Row:
    """The columns of CSV: the second of `actors`, say, becomes actor2, actor2_id and so on."""
    row: dict[str, Value] = {}
    for key, value in report.items():
        if not isinstance(value, list):
            row[key] = None if value == "" else value
            continue
        if key != "actors":
            raise UnreadableTable(f'{where}: "{key}" is a list; only "actors" may be one')
        for number, actor in enumerate(value, 1):
            for part, told in actor.items():
                column = f"actor{number}" if part == "name" else f"actor{number}_{part}"
                row[column] = None if told == "" else told
    return row


def _read_csv(stream: io.BufferedReader, path: str) -> Iterator[Row]:
    if stream.peek(len(UTF8_MARK)).startswith(UTF8_MARK):
        stream.read(len(UTF8_MARK))
    lines = csv.reader((line.decode("utf-8") for line in stream), strict=True)
    try:
        columns = next(lines, [])
        if "event_id" not in columns or len(set(columns)) < len(columns):
            why = "the first line must name every column once, with event_id among them"
            raise UnreadableTable(f"{path}: {why}")
        for cells in lines:
            if cells and len(cells) != len(columns):
                why = f"{len(cells)} cells for {len(columns)} columns; quote cells with commas"
                raise UnreadableTable(f"{path}:{lines.line_num}: {why}")
            if cells:
                yield dict(zip(columns, map(_open_cell, cells), strict=True))
    except csv.Error as wrong:
        why = f"{wrong}; save the file as CSV with commas and double quotation marks"
        raise UnreadableTable(f"{path}:{lines.line_num}: {why}") from wrong


def _open_cell(cell: str) -> str | None:
    """The cell as it was before writing; None: empty, or R's NA."""
    if cell in ("", "NA"):
        return None
    return cell[1:] if cell.startswith("'") and needs_shield(cell) else cell
