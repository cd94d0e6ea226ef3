"""The rows of a list with their candidates in; a table, records or lines out. Nothing is merged."""

import csv
from collections.abc import Callable, Mapping, Sequence
from typing import IO, Any

import typer

from sayso.read.event_reports import needs_shield
from sayso.show.candidates import Candidate
from sayso.show.name_lists import Listed

Write = Callable[[str], None]
Found = Sequence[tuple[Listed, tuple[Candidate, ...]]]
NO_CANDIDATE = "no candidate in this ledger"

# Column -> what it holds; docs/how-to/check-a-list-of-names.md has the same table.
COLUMNS: Mapping[str, str] = {
    "row": "line of the list, the heading being 1",
    "name": "the name as the list has it",
    "candidate": "name of a person in the ledger; empty: there is none",
    "entity": "id of that person; `sayso who` and the person page take it",
    "names": "what the names alone tell: same, or unsure",
    "score": "how sure that is, 0 to 1",
    "why": "the reason",
    "agrees": "what list and ledger both tell alike: age, sex, date, place, cause, source; with who says so",
    "conflicts": "what they tell otherwise",
    "told": "types of what is told of that person",
    "claims": "how many claims name that person",
    "note": "that there is no candidate, or what of the row could not be read",
}


def print_candidates(found: Found, *, write: Write = typer.echo) -> None:
    for listed, candidates in found:
        name = listed.name or dict(listed.given).get("name", "")
        write(f"row {listed.row}: {name}".rstrip(": "))
        if note := note_of(listed, candidates):
            write(f"  {note}")
        for one in candidates:
            write(f"  {one.names}: {one.name} ({one.entity}): {one.why} ({one.score:.2f})")
            write(f"    {one.claims} claims; told: {', '.join(one.told) or 'nothing; speaks only'}")
            for line in one.agrees:
                write(f"    agrees: {line}")
            for line in one.conflicts:
                write(f"    conflicts: {line}")


def note_of(listed: Listed, candidates: Sequence[Candidate]) -> str:
    """What a reader must know of a row: that it was not looked up, or found nobody."""
    nobody = NO_CANDIDATE if listed.name is not None and not candidates else None
    return "; ".join(filter(None, (nobody, listed.trouble)))


def record_candidates(found: Found) -> list[Mapping[str, Any]]:
    return [
        {
            "row": listed.row,
            "name": listed.name,
            "given": dict(listed.given),
            "candidates": candidates,
            "note": note_of(listed, candidates) or None,
        }
        for listed, candidates in found
    ]


def write_candidates(found: Found, out: IO[str]) -> int:
    """One row a candidate, and one for each name without; how many. Cells never open a formula."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    rows = 0
    for listed, candidates in found:
        name = listed.name or dict(listed.given).get("name", "")
        for one in candidates or (None,):
            cells = [] if one is None else _cells(one)
            cells += [""] * (len(COLUMNS) - 3 - len(cells))
            writer.writerow(map(_safe, (listed.row, name, *cells, note_of(listed, candidates))))
            rows += 1
    return rows


def _cells(one: Candidate) -> list[object]:
    return [
        one.name, one.entity, one.names, f"{one.score:.2f}", one.why, " | ".join(one.agrees),
        " | ".join(one.conflicts), ", ".join(one.told), one.claims,
    ]  # fmt: skip


def _safe(value: object) -> str:
    text = str(value).replace("\x00", "\ufffd")
    return f"'{text}" if needs_shield(text) else text
