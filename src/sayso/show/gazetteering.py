"""The commands of the places by name: `gazetteer import` and `gazetteer find`."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.show.options import IMPORTED_PLACES, AsJson, Limit, Places, imported_places, stop

if TYPE_CHECKING:
    from sayso.resolve.place.gazetteer import Gazetteer, GazetteerRow
    from sayso.resolve.place.imports import Dump, Progress

app = typer.Typer(
    help="The places by name: look one up, or add a dump of GeoNames.", no_args_is_help=True
)


@app.command("import")
def import_(
    places: Annotated[
        Path, typer.Argument(help="allCountries.txt or a country's file of GeoNames; or zipped.")
    ],
    alternate: Annotated[
        Path | None, typer.Option("--alternate", help="alternateNamesV2.txt: more names.")
    ] = None,
    country: Annotated[
        str | None, typer.Option("--country", help="Only these, by ISO code and comma: AF,TJ.")
    ] = None,
    to: Annotated[
        Path | None,
        typer.Option(
            "--to",
            envvar=IMPORTED_PLACES,
            help="The file to write; in your data folder if not given.",
        ),
    ] = None,
) -> None:
    """Add a dump of GeoNames to the places; ended early, the same command goes on with it."""
    import sqlite3

    from sayso.resolve.place.imports import Dump, count_places

    target = to or imported_places()
    dump = Dump(places, alternate, _codes_of(country))
    try:
        for done in _last_of_each(dump, target):
            path = dump.places if done.which == "places" else dump.names
            if done.bad:
                typer.echo(
                    f"{path}: {done.bad:,} of {done.lines:,} lines could not be read and were"
                    f" left out, the first of them line {done.first_bad:,}",
                    err=True,
                )
    except (OSError, sqlite3.Error) as why:
        stop(f"{target}: {why}; make room or name another with --to, then run this again")
    size = target.stat().st_size / 1e6
    typer.echo(f"{target}: {count_places(target):,} places, {size:,.1f} MB")


def _codes_of(words: str | None) -> frozenset[str]:
    codes = [code.strip().upper() for code in words.split(",")] if words is not None else []
    for code in codes:
        if not (len(code) == 2 and code.isascii() and code.isalpha()):
            stop(f"--country {words}: write ISO codes of two letters with commas between them")
    return frozenset(codes)


def _last_of_each(dump: "Dump", target: Path) -> Iterator["Progress"]:
    """Run the import with a bar on a terminal; gives the final counts of each file."""
    from sayso.resolve.place.imports import BATCH, import_dump, open_lines
    from sayso.show.printing import with_progress

    batches = 0
    for path in filter(None, (dump.places, dump.names)):
        with open_lines(path) as (_, size):
            batches += size // BATCH + 2
    last: dict[str, Progress] = {}
    for done in with_progress(import_dump(dump, target), total=batches, words="Importing"):
        last[done.which] = done
    yield from last.values()


@app.command()
def find(
    name: Annotated[
        str,
        typer.Argument(
            help='A name as a report would print it; "Tripoli, Lebanon" for one inside another.'
        ),
    ],
    country: Annotated[
        str | None, typer.Option("--country", help="Only in these, by ISO code and comma.")
    ] = None,
    places: Places = None,
    limit: Limit = 10,
    json: AsJson = False,
) -> None:
    """Show what a name can mean, the likeliest first, and why."""
    from sayso.resolve.name.folding import fold_place
    from sayso.resolve.place.gazetteer import open_gazetteer
    from sayso.show.printing import print_json

    codes = _codes_of(country)
    with open_gazetteer(tuple(places or ())) as gazetteer:
        bare, found = _named_in(name, gazetteer)
        home = gazetteer.country(gazetteer.country_of_demonym(name) or "")
    rows = [row for row in found if not codes or row.country in codes]
    if json:
        print_json([_record_of(row, fold_place(bare)) for row in rows[:limit]])
        return
    if home is not None:
        typer.echo(f"{name}: also the people or the adjective of {home.name}")
    if not rows:
        where = f" in {', '.join(sorted(codes))}" if codes else ""
        typer.echo(f"{name}: no place of that name{where}")
        raise typer.Exit(1)
    _print_candidates(bare, rows, limit)


def _named_in(name: str, gazetteer: "Gazetteer") -> "tuple[str, Sequence[GazetteerRow]]":
    """The places of a name, after it; of "Tripoli, Lebanon" those of Tripoli that lie in the other."""
    from sayso.resolve.name.folding import fold_place

    found = gazetteer.named(name)
    inner, _, outer = (part.strip() for part in name.partition(","))
    if found or not outer:
        return name, found
    codes = {row.country for row in gazetteer.named(outer) if row.kind == "country"}
    return inner, [
        row
        for row in gazetteer.named(inner)
        if row.country in codes or fold_place(row.admin1 or "") == fold_place(outer)
    ]


def _print_candidates(name: str, rows: list["GazetteerRow"], limit: int) -> None:
    from rich.table import Table

    from sayso.resolve.name.folding import fold_place
    from sayso.resolve.place.gazetteer import explain_row, weigh_row
    from sayso.show.printing import console

    shown, key = rows[:limit], fold_place(name)
    many = f"{len(rows)} places" if len(rows) > 1 else "1 place"
    left = f", the first {len(shown)}" if len(shown) < len(rows) else ""
    table = Table(title=f"{name}: {many}{left}; the first is meant", title_justify="left")
    for heading in ("place", "kind", "in", "point", "id", "weight", "why"):
        table.add_column(heading, overflow="fold", no_wrap=heading in {"point", "id"})
    for row in shown:
        table.add_row(
            row.name, row.kind, _describe_parents(row), _describe_point(row),
            str(row.id or "-"), f"{weigh_row(row, key):.1f}", "; ".join(explain_row(row, key)),
        )  # fmt: skip
    console().print(table)
    typer.echo(
        "Weights are in decades of inhabitants. In a report, the countries and provinces that it"
        " names count too."
    )


def _describe_parents(row: "GazetteerRow") -> str:
    province = row.admin1 if row.kind not in ("admin1", "country") else None
    return ", ".join(filter(None, (province, row.country))) or "-"


def _describe_point(row: "GazetteerRow") -> str:
    if row.latitude is None or row.longitude is None:
        return "-"
    return f"{'~' if row.approximate else ''}{row.latitude:.2f} {row.longitude:.2f}"


def _record_of(row: "GazetteerRow", key: str) -> dict[str, object]:
    from sayso.resolve.place.gazetteer import explain_row, weigh_row

    return {
        "name": row.name,
        "geonameid": row.id,
        "kind": row.kind,
        "country": row.country,
        "admin1": row.admin1,
        "lat": row.latitude,
        "lon": row.longitude,
        "approximate": row.approximate,
        "population": row.population,
        "origin": row.origin,
        "weight": round(weigh_row(row, key), 2),
        "why": explain_row(row, key),
    }
