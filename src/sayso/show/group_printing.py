"""A group's sheet in; lines on a terminal, or a record for JSON, out: each with who says so."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import typer

from sayso.show.group_sheets import GROUP_PARTS, GroupSheet
from sayso.show.person_printing import head, record_rows, record_told, write_called, write_told

if TYPE_CHECKING:
    from sayso.desk import Desk


def print_group_sheet(
    sheet: GroupSheet, desk: "Desk", *, write: Callable[[str], None] = typer.echo
) -> None:
    """Names, sides, who speaks for it, its people and units, and what is told, each with who says so."""
    write(f"{sheet.name}  ({sheet.entity})")
    if sheet.names:
        write(f"  names: {', '.join(f'{name} ({claims})' for name, claims in sheet.names)}")
    if sheet.sides:
        write(f"  side, by the register: {', '.join(sheet.sides)}")
    for part, heading in GROUP_PARTS.items():
        rows = sheet.parts[part]
        if rows:
            write(f"  {heading}")
        for row in rows:
            write(f"    {head(row, {})}")
            write_told(row.told, desk, write)
    if sheet.says:
        write("  What it says")
        write_told(sheet.says, desk, write)
    write_called(sheet.called, write)


def record_group_sheet(sheet: GroupSheet, desk: "Desk") -> Mapping[str, Any]:
    """The sheet as plain records, with all that the lines tell."""
    return {
        "entity": sheet.entity,
        "name": sheet.name,
        "names": [{"name": name, "claims": claims} for name, claims in sheet.names],
        "sides": list(sheet.sides),
        **{part: list(record_rows(sheet.parts[part], desk)) for part in GROUP_PARTS},
        "says": [record_told(one, desk) for one in sheet.says],
        "called": list(sheet.called),
    }
