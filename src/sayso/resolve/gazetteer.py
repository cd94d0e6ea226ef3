"""The place tables on disk in, `GazetteerRow`s by name out."""

import csv
import math
import sqlite3
import tomllib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, Self, cast, get_args

from sayso.errors import MissingData, UnreadableTable
from sayso.resolve.folding import fold_place

Kind = Literal["country", "admin1", "admin2", "town", "region", "site"]
KINDS: tuple[str, ...] = get_args(Kind)
DATA = Path(__file__).parent.parent / "data"
TABLE_COLUMNS = (
    "id", "name", "alternates", "latitude", "longitude", "kind", "country", "admin1", "population"
)  # fmt: skip

_PLACE = """
    place.id, place.name, place.latitude / 1e5, place.longitude / 1e5, place.kind,
    place.country, place.admin1, division.name, place.population, place.capital
"""
_DIVISION = "LEFT JOIN place AS division ON division.id = place.admin1"
_NAMED = f"""
    SELECT {_PLACE} FROM name JOIN place ON place.id = name.place {_DIVISION}
    WHERE name.folded = ?
"""
_OF_ID = f"SELECT {_PLACE} FROM place {_DIVISION} WHERE place.id = ?"
_COUNTRIES = f"SELECT {_PLACE} FROM place {_DIVISION} WHERE place.kind = 'country'"

# In decades of inhabitants, weighed by hand on well-known namesakes (tests/resolve):
_OF_A_CAPITAL = 1.5  # under its main name: Washington, the city, before the larger state
_OF_THE_MAIN_NAME = 1.0  # London, Ohio, before a hamlet once called so
_OF_A_DIVISION = {"admin1": -1.0, "admin2": -1.5}  # Herat, the city, before its province
_OF_NO_POINT = -2.0
_OF_OURS = 7.5  # the regions we list; only metropolises and namesakes in the right country beat it
_LEAST_POPULATION = 300  # what a place without a count is taken for


@dataclass(frozen=True, slots=True)
class GazetteerRow:
    """A place that can be meant. A latitude of None: the place is known, its point is not.

    id:         of GeoNames; None: it has none there
    country:    ISO 3166 alpha-2; None: in no country, or in several
    admin1:     name of its province; a province's own
    population: 0: unknown
    origin:     geonames (the big file), ours (regions.toml), extra (a table of the user's)
    """

    id: int | None
    name: str
    latitude: float | None
    longitude: float | None
    kind: Kind
    country: str | None
    admin1: str | None = None
    admin1_id: int | None = None
    population: int = 0
    capital: bool = False
    origin: Literal["geonames", "ours", "extra"] = "geonames"


class Gazetteer:
    """Holds the big file open, with the small tables in memory on top of it."""

    def __init__(
        self,
        db: sqlite3.Connection,
        *,
        on_top: Mapping[str, tuple[GazetteerRow, ...]],
        countries: Mapping[str, GazetteerRow],
        demonyms: Mapping[str, str],
        in_short: Mapping[str, str],
    ) -> None:
        self._db = db
        self._on_top = on_top
        self._countries = countries
        self._demonyms = demonyms
        self._in_short = in_short

    def __enter__(self) -> Self:
        return self

    @property
    def has_user_rows(self) -> bool:
        """Whether a table of the user's is laid on top."""
        return any(row.origin == "extra" for rows in self._on_top.values() for row in rows)

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._db.close()

    def named(self, name: str) -> tuple[GazetteerRow, ...]:
        """All places of that name, best first: the user's, a country, then by prominence."""
        key = self._key_of(name)
        if not key:
            return ()
        rows = [*self._on_top.get(key, ()), *map(self._read, self._db.execute(_NAMED, (key,)))]
        known: dict[int | GazetteerRow, GazetteerRow] = {}
        for row in rows:  # of one id the user's or our own row comes first, and stays
            known.setdefault(row.id or row, row)
        return tuple(sorted(known.values(), key=lambda row: _order(row, key)))

    def countries(self) -> tuple[GazetteerRow, ...]:
        """All countries and dependencies that have an ISO code, and Kosovo."""
        return tuple(self._countries.values())

    def country(self, code: str) -> GazetteerRow | None:
        """The country of that ISO code; None: there is none."""
        return self._countries.get(code)

    def country_of_demonym(self, word: str) -> str | None:
        """The ISO code of "Iraqi" or "Iraqis"; None: the word is no demonym of one country."""
        return self._demonyms.get(fold_place(word))

    def division_of(self, row: GazetteerRow) -> GazetteerRow | None:
        """The province the place lies in; None: not known, or not within one."""
        if row.admin1_id is None:
            return None
        found = self._db.execute(_OF_ID, (row.admin1_id,)).fetchone()
        return None if found is None else self._read(found)

    def nearly_named(
        self, name: str, *, countries: Collection[str], longer: int = 1
    ) -> tuple[tuple[str, GazetteerRow], ...]:
        """Folded names with places in `countries` that begin like `name` and are about as long.

        The first three letters agree, the lengths differ by no more than `longer`.
        """
        key = fold_place(name)
        start, low, high = key[:3], len(key) - longer, len(key) + longer
        marks = ",".join("?" * len(countries))
        found = self._db.execute(
            f"SELECT {_PLACE}, name.folded FROM name JOIN place ON place.id = name.place"
            f" {_DIVISION} WHERE name.folded >= ? AND name.folded < ?"
            f" AND length(name.folded) BETWEEN ? AND ? AND place.country IN ({marks})",
            (start, start + "\U0010ffff", low, high, *sorted(countries)),
        )
        on_top = [
            (other, row)
            for other, rows in self._on_top.items()
            if other.startswith(start) and low <= len(other) <= high
            for row in rows
            if row.country in countries
        ]
        return (*on_top, *((str(line[-1]), self._read(line)) for line in found))

    def _key_of(self, name: str) -> str:
        key = fold_place(name)
        return self._in_short.get(key, key) if name.endswith(".") else key

    def _read(self, line: Sequence[object]) -> GazetteerRow:
        row = _row_of(line)
        return self._countries[cast(str, row.country)] if row.kind == "country" else row


def open_gazetteer(extra: Sequence[Path] = ()) -> Gazetteer:
    """The installed gazetteer with the user's tables on top.

    extra:  tab-separated, the first line is TABLE_COLUMNS, alternates are split at commas; an id
            that is empty or negative is none of GeoNames
    raises: MissingData if the installation has no gazetteer; UnreadableTable of a wrong line
    """
    tables = [named for path in extra for named in read_table(path)]
    db = _open_file(DATA / "gazetteer.sqlite")
    aliases, regions = _read_toml("country_aliases.toml"), _read_toml("regions.toml")
    countries = {
        str(row.country): _move(row, aliases.get(str(row.country), {}).get("point"))
        for row in map(_row_of, db.execute(_COUNTRIES))
    }
    return Gazetteer(
        db,
        on_top=_index(
            [
                *tables,
                *(
                    (countries[code], tuple(ours.get("aliases", ())))
                    for code, ours in aliases.items()
                ),
                *map(_region_of, regions["regions"]),
            ]
        ),
        countries=countries,
        demonyms={
            fold_place(word): code
            for code, words in _read_toml("demonyms.toml").items()
            for word in words
        },
        in_short={
            fold_place(short): fold_place(name) for short, name in regions["abbreviations"].items()
        },
    )


def weigh_row(row: GazetteerRow, key: str) -> float:
    """How likely a name folded to `key` means this place, in decades of inhabitants."""
    if row.origin == "ours":
        return _OF_OURS
    weight = math.log10(max(row.population, _LEAST_POPULATION)) + _OF_A_DIVISION.get(row.kind, 0.0)
    if row.latitude is None:
        weight += _OF_NO_POINT
    if fold_place(row.name) != key:
        return weight
    return weight + _OF_THE_MAIN_NAME + (_OF_A_CAPITAL if row.capital else 0.0)


def read_table(path: Path) -> Iterator[tuple[GazetteerRow, tuple[str, ...]]]:
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


def _read_line(line: list[str]) -> tuple[GazetteerRow, tuple[str, ...]]:
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


def _read_toml(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def _region_of(ours: Mapping[str, Any]) -> tuple[GazetteerRow, tuple[str, ...]]:
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


def _move(row: GazetteerRow, point: Sequence[float] | None) -> GazetteerRow:
    return row if point is None else replace(row, latitude=point[0], longitude=point[1])


def _index(
    named: Iterable[tuple[GazetteerRow, Iterable[str]]],
) -> dict[str, tuple[GazetteerRow, ...]]:
    """The rows by each of their folded names."""
    rows: dict[str, dict[GazetteerRow, None]] = defaultdict(dict)
    for row, alternates in named:
        for key in map(fold_place, (row.name, *alternates)):
            if key:
                rows[key][row] = None
    return {key: tuple(found) for key, found in rows.items()}


def _row_of(line: Sequence[Any]) -> GazetteerRow:
    """A row from the columns of _PLACE."""
    id, name, latitude, longitude, kind, country, admin1_id, admin1, population, capital, *_ = line
    return GazetteerRow(
        id=id if id > 0 else None,
        name=name,
        latitude=latitude,
        longitude=longitude,
        kind=kind,
        country=country,
        admin1=name if kind == "admin1" else admin1,
        admin1_id=admin1_id,
        population=population,
        capital=bool(capital),
    )


def _order(row: GazetteerRow, key: str) -> tuple[bool, bool, float, int, str]:
    is_extra, is_country = row.origin == "extra", row.kind == "country"
    return not is_extra, not is_country, -weigh_row(row, key), row.id or 0, row.name


def _open_file(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise MissingData(
            f"{path} is missing; reinstall sayso: pip install --force-reinstall sayso"
        )
    # Immutable: nobody writes while we read, so threads may share it and no lock files appear.
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(address, uri=True, check_same_thread=False)
