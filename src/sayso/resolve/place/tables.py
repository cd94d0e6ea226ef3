"""The small tables of places (a user's, and ours of regions and names) in, rows with names out."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, cast

from sayso.errors import UnreadableTable
from sayso.resolve.name.folding import fold_place
from sayso.resolve.place.rows import KINDS, GazetteerRow, Kind
from sayso.tables import read_shipped

DATA = Path(str(files("sayso.data")))
TABLE_COLUMNS = (
    "id", "name", "alternates", "latitude", "longitude", "kind", "country", "admin1", "population"
)  # fmt: skip
Named = tuple[GazetteerRow, tuple[str, ...]]  # a place with its other names


def read_table(path: Path) -> Iterator[Named]:
    """The places of a user's table, with their other names; raises UnreadableTable."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as why:
        raise UnreadableTable(f"{path}: {why}; give a UTF-8 table of places") from why
    header = tuple(lines[0].split("\t")) if lines else ()
    if header != TABLE_COLUMNS:
        raise UnreadableTable(f"{path}:1: the first line must be, tab-separated: {TABLE_COLUMNS}")
    cells = csv.reader(lines[1:], delimiter="\t", quoting=csv.QUOTE_NONE)
    for number, line in enumerate(cells, start=2):
        if line:
            try:
                yield _read_line(line)
            except ValueError as why:
                raise UnreadableTable(f"{path}:{number}: {why}; correct the line") from why


def _read_line(line: list[str]) -> Named:
    if len(line) != len(TABLE_COLUMNS):
        raise ValueError(f"{len(line)} columns instead of {len(TABLE_COLUMNS)}")
    place = dict(zip(TABLE_COLUMNS, (cell.strip() for cell in line), strict=True))
    latitude, longitude = float(place["latitude"]), float(place["longitude"])
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):
        raise ValueError(f"{latitude}, {longitude} is not on earth")
    if place["kind"] not in KINDS:
        raise ValueError(f"kind {place['kind']!r} is none of {', '.join(KINDS)}")
    if place["country"] and not (len(place["country"]) == 2 and place["country"].isupper()):
        raise ValueError(f"country {place['country']!r} is no ISO code of two capitals")
    if not fold_place(place["name"]):
        raise ValueError("the name is empty")
    id = int(place["id"] or 0)
    row = GazetteerRow(
        id=id if id > 0 else None,
        name=place["name"],
        latitude=latitude,
        longitude=longitude,
        kind=cast(Kind, place["kind"]),
        country=place["country"] or None,
        admin1=place["admin1"] or None,
        population=int(place["population"] or 0),
        origin="extra",
    )
    return row, tuple(place["alternates"].split(","))


def read_regions() -> list[Named]:
    """Our own regions, seas, ranges, disputed areas and sites."""
    return [_region_of(ours) for ours in read_shipped("regions.toml")["regions"]]


def _region_of(ours: Mapping[str, Any]) -> Named:
    kind = ours.get("kind", "region")
    row = GazetteerRow(
        id=ours.get("id"),
        name=ours["name"],
        latitude=ours["point"][0],
        longitude=ours["point"][1],
        kind=kind,
        country=ours.get("country"),
        admin1=ours["name"] if kind == "admin1" else None,
        origin="ours",
    )
    return row, tuple(ours.get("alternates", ()))


@dataclass(frozen=True, slots=True)
class CountryNames:
    """What a country is called beside its name. A point of None: the big file's will do."""

    aliases: tuple[str, ...]
    point: tuple[float, float] | None


def read_country_names() -> dict[str, CountryNames]:
    """ISO code -> the country's other names, and its middle."""
    return {
        code: CountryNames(
            tuple(row.get("aliases", ())), tuple(row["point"]) if "point" in row else None
        )
        for code, row in read_shipped("country_aliases.toml").items()
    }


def read_demonyms() -> dict[str, str]:
    """Folded adjective or people's name -> ISO code."""
    return {
        fold_place(word): code
        for code, words in read_shipped("demonyms.toml").items()
        for word in words
    }


@dataclass(frozen=True, slots=True)
class InShort:
    """What an abbreviation stands for: the name under which the big file has it.

    kind: admin1, or town
    """

    name: str
    kind: Kind
    country: str


def read_abbreviations() -> dict[str, tuple[InShort, ...]]:
    """Abbreviation as printed -> what it stands for, the likelier first ("N.T.", "TX")."""
    found: dict[str, tuple[InShort, ...]] = {}
    for country, kinds in read_shipped("abbreviations.toml").items():
        for kind, names in kinds.items():
            for name, shorts in names.items():
                for short in shorts:
                    found[short] = (*found.get(short, ()), InShort(name, kind, country))
    return found
