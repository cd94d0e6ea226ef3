"""In: a CSV file of names. Out: its rows, each checked by itself; docs/how-to/check-a-list-of-names.md."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from sayso.errors import UnclearQuestion, UnreadableReport, UnreadableTable
from sayso.read.streams import decode_utf8, open_bytes, read_whole
from sayso.resolve.name.parts import load_name_words
from sayso.show.narrowing import read_period
from sayso.tables import read_shipped
from sayso.types import Interval

LIMIT_BYTES = 50_000_000
LONGEST_NAME = 200
OLDEST = 120
_MARKS = ",;\t"
_SEXES: Mapping[str, Literal["female", "male"]] = {
    "f": "female", "female": "female", "woman": "female", "girl": "female",
    "m": "male", "male": "male", "man": "male", "boy": "male",
}  # fmt: skip
_UNTOLD = frozenset({"", "-", "?", "na", "n/a", "none", "unknown", "not known"})


@dataclass(frozen=True, slots=True)
class Listed:
    """One name of a list; what is not given, or cannot be read, is None.

    row:     its line in the file as a spreadsheet counts, the heading being 1
    given:   the cells that were not empty, by field, as they stand
    trouble: what could not be read, in one line; None: nothing
    """

    row: int
    name: str | None
    age: int | None = None
    sex: Literal["female", "male"] | None = None
    date: Interval | None = None
    place: str | None = None
    cause: str | None = None
    sources: str | None = None
    given: tuple[tuple[str, str], ...] = ()
    trouble: str | None = None


@cache
def load_columns() -> Mapping[str, str]:
    """Folded heading -> field (`data/name_list_columns.toml`)."""
    table = read_shipped("name_list_columns.toml")
    return {heading: field for field, headings in table.items() for heading in headings}


def read_names(path: Path) -> tuple[Listed, ...]:
    """The rows of a list, in order; one that cannot be used says why in `trouble`.

    raises: UnreadableTable if the file is not there, not UTF-8, or has no column for names
    """
    try:
        with open_bytes(path) as stream:
            text = decode_utf8(read_whole(stream, limit_bytes=LIMIT_BYTES))
    except OSError as failed:
        why = f"{path}: {failed.strerror or failed}; check the path and its permissions"
        raise UnreadableTable(why) from failed
    except UnreadableReport as broken:
        raise UnreadableTable(f"{path}: {broken}") from broken
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_mark_of(text))
    try:
        return tuple(_read(rows, str(path)))
    except csv.Error as wrong:
        raise UnreadableTable(f"{path}:{rows.line_num}: {wrong}; save the file as CSV") from wrong


def _mark_of(text: str) -> str:
    """What parts the cells: the mark that the heading has most of."""
    heading = text.split("\n", 1)[0]
    return max(_MARKS, key=heading.count)


def _read(rows: Iterator[list[str]], path: str) -> Iterator[Listed]:
    heading = next(rows, [])
    columns = load_columns()
    fields = [columns.get(_fold(cell)) for cell in heading]
    if "name" not in fields:
        raise UnreadableTable(
            f'{path}: no column "name"; its first line is the heading of the columns'
        )
    for number, cells in enumerate(rows, 2):
        if any(cell.strip() for cell in cells):
            yield _listed(number, fields, cells)


def _fold(cell: str) -> str:
    return " ".join(cell.replace("_", " ").casefold().split())


def _listed(number: int, fields: Sequence[str | None], cells: Sequence[str]) -> Listed:
    pairs = zip(fields, cells, strict=False)
    given = {
        field: " ".join(cell.split()) for field, cell in reversed([*pairs]) if field is not None
    }
    told = {field: cell for field, cell in given.items() if cell.casefold() not in _UNTOLD}
    kept = tuple(told.items())
    if len(cells) > len(fields) and any(cell.strip() for cell in cells[len(fields) :]):
        why = f"{len(cells)} cells under {len(fields)} headings; put quotation marks around commas"
        return Listed(number, None, given=kept, trouble=why)
    name = told.get("name")
    if name is None or not any(char.isalpha() for char in name) or len(name) > LONGEST_NAME:
        return Listed(number, None, given=kept, trouble="no name in the column of names")
    age, date = _age(told.get("age")), _date(told.get("date"))
    sex = _SEXES.get(told.get("sex", "").casefold())
    read = {"age": age, "sex": sex, "date": date}
    wrong = [
        f"{field} “{told[field]}”"
        for field, value in read.items()
        if field in told and value is None
    ]
    trouble = f"not understood, and not compared: {', '.join(wrong)}" if wrong else None
    words = {field: told.get(field) for field in ("place", "cause", "sources")}
    return Listed(number, _turned(name), age, sex, date, **words, given=kept, trouble=trouble)


def _age(cell: str | None) -> int | None:
    """Whole years; None: not given, or no age."""
    if cell is None or not cell.isascii() or not cell.isdigit() or len(cell) > len(str(OLDEST)):
        return None
    return int(cell) if int(cell) <= OLDEST else None


def _date(cell: str | None) -> Interval | None:
    """A day, month or year; None: not given, none of these, or it could be two days."""
    try:
        return read_period(cell) if cell is not None else None
    except UnclearQuestion:
        return None


def _turned(name: str) -> str:
    """'ODAS, Karim' is Karim ODAS, 'ODAS, Karim Jr.' Karim ODAS Jr.; 'Karim Odas, Jr.' stays."""
    last, comma, first = name.partition(", ")
    first, suffix = _without_suffix(first.replace(",", " "))
    last, behind = _without_suffix(last)
    if not comma or not first or (" " in last and not last.isupper()):
        return name
    return " ".join(filter(None, (first, last, suffix or behind)))


def _without_suffix(words: str) -> tuple[str, str]:
    """'Karim Jr.' is Karim and Jr.; what stands alone may be nothing but a suffix."""
    before, _, last = words.strip().rpartition(" ")
    is_suffix = last.rstrip(".").casefold() in load_name_words().suffixes
    return (before.strip(), last) if is_suffix else (words.strip(), "")
