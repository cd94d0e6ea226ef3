"""The names of one report with what each can mean in, the numbers that the ranker weighs out."""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA

from sayso.resolve.name.folding import fold_place
from sayso.resolve.place.candidates import Candidates
from sayso.resolve.place.gazetteer import GazetteerRow

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

EARTH_KM = 6371.0
NEAR_KM, FAR_KM = 40.0, 300.0  # how fast the support of another place fades; set by judgement
ALONE = (
    "population", "country", "admin1", "admin2", "listed", "only", "main_name", "capital", "no_point",
    "wanted", "unwanted", "inside", "outside", "home", "home_name", "hinted_country",
    "hinted_province",
)  # fmt: skip
AMONG = (
    "same_country", "country_named", "same_province", "province_named", "sisters", "near", "far",
)  # fmt: skip
FEATURES = ALONE + AMONG
_LEAST_POPULATION = 300


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a report. `within`: what contains it by the report's own words ("Karez, Ilmen").

    count:      how often the report has it
    is_of_list: it shares the word that tells its kind with others ("Homs and Hama provinces")
    """

    found: Candidates
    count: int = 1
    within: tuple[GazetteerRow, ...] = ()
    is_of_list: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """What the report tells beside its names.

    countries: codes of those whose people it names; provinces: (country, admin1)
    home:      code of the outlet's country; None: not known
    at_home:   folded words of the outlet's name, one of which may be a town's
    """

    countries: Collection[str] = ()
    provinces: Collection[tuple[str, str]] = ()
    home: str | None = None
    at_home: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """All candidates of all names as rows. `names`: of which name each row is; `words`: of which word."""

    rows: tuple[GazetteerRow, ...]
    names: Integers
    words: Integers
    alone: Floats
    points: Floats
    countries: Integers
    provinces: Integers
    kinds: Sequence[str] = field(default=())
    only_provinces: Sequence[bool] = field(default=())


def make_table(names: Sequence[Name], setting: Setting) -> Table:
    """The candidates with what can be told of each without the others. ALONE are the columns."""
    rows = tuple(row for name in names for row in name.found.rows)
    owners = [i for i, name in enumerate(names) for _ in name.found.rows]
    alone = [
        _alone(row, name, setting, is_inside)
        for name in names
        for row, is_inside in zip(name.found.rows, _inside(name), strict=True)
    ]
    return Table(
        rows=rows,
        names=np.array(owners, np.int64),
        words=_numbered([names[i].found.key for i in owners]),
        alone=np.array(alone, np.float64).reshape(len(rows), len(ALONE)),
        points=np.array([_unit(row) for row in rows], np.float64).reshape(len(rows), 3),
        countries=_numbered([row.country for row in rows]),
        provinces=_numbered([(row.country, row.admin1) if row.admin1 else None for row in rows]),
        kinds=[row.kind for row in rows],
        only_provinces=[is_only for name in names for is_only in _only_provinces(name)],
    )


def _only_provinces(name: Name) -> list[bool]:
    """For each candidate whether it makes provinces of the names beside it.

    'Homs and Hama' may be two towns, 'Kunduz and Takhar' are hardly a town and a province, as no
    town is called Takhar. One that is called a province, beside names that are not, says nothing.
    """
    towns = {(row.country, row.admin1) for row in name.found.rows if row.kind == "town"}
    if name.found.wanted and not name.is_of_list:
        return [False] * len(name.found.rows)
    return [
        row.kind == "admin1" and (name.is_of_list or (row.country, row.admin1) not in towns)
        for row in name.found.rows
    ]


def _alone(row: GazetteerRow, name: Name, setting: Setting, is_inside: bool | None) -> list[float]:
    key, wanted = name.found.key, name.found.wanted
    is_main = fold_place(row.name) == key
    return [
        math.log10(max(row.population, _LEAST_POPULATION)) - 4.0
        if row.origin == "geonames"
        else 0.0,
        row.kind == "country",
        row.kind == "admin1",
        row.kind == "admin2",
        row.origin != "geonames",
        len(name.found.rows) == 1,
        likeness(row, key),
        is_main and row.capital,
        row.latitude is None,
        1.0 - wanted.index(row.kind) / 4 if row.kind in wanted else 0.0,
        bool(wanted) and row.kind not in wanted,
        is_inside is True,
        is_inside is False,
        row.country is not None and row.country == setting.home and row.kind != "country",
        len(key) > 3 and key in setting.at_home and row.country == (setting.home or row.country),
        row.country in setting.countries,
        (row.country, row.admin1) in setting.provinces,
    ]


def likeness(row: GazetteerRow, key: str) -> float:
    """1 under the place's main name, less under another spelling of it, 0 under another name."""
    return max(0.0, 2 * OSA.normalized_similarity(fold_place(row.name), key) - 1)


def _inside(name: Name) -> list[bool | None]:
    """For each candidate whether it lies in what the report says contains it; None: not said."""
    rows = name.found.rows
    inside = [any(_contains(outer, row) for outer in name.within) for row in rows]
    # "Chad, Niger and Mali" is a list; and what has no candidate inside says nothing.
    is_said = any(inside) and not any(row.kind == "country" for row in rows)
    return [is_in if is_said else None for is_in in inside]


def _contains(outer: GazetteerRow, row: GazetteerRow) -> bool:
    if outer.country is None or row.country != outer.country or row.id == outer.id:
        return False
    if outer.kind == "country":
        return True
    if outer.kind == "admin1":
        return row.admin1 == outer.admin1 and row.kind != "admin1"
    return outer.kind == "admin2" and distance_km(outer, row) < 80


def distance_km(one: GazetteerRow, other: GazetteerRow) -> float:
    """Along the great circle; infinite where one has no point."""
    if one.latitude is None or other.latitude is None:
        return math.inf
    return EARTH_KM * math.acos(max(-1.0, min(1.0, float(np.dot(_unit(one), _unit(other))))))


def _unit(row: GazetteerRow) -> tuple[float, float, float]:
    """The point on the unit sphere; the middle of the earth for what has none."""
    if row.latitude is None or row.longitude is None:
        return 0.0, 0.0, 0.0
    latitude, longitude = math.radians(row.latitude), math.radians(row.longitude)
    flat = math.cos(latitude)
    return flat * math.cos(longitude), flat * math.sin(longitude), math.sin(latitude)


def _numbered(keys: Sequence[object]) -> Integers:
    """A number for each key, from 0; -1 for None."""
    numbers: dict[object, int] = {}
    return np.array(
        [-1 if key is None else numbers.setdefault(key, len(numbers)) for key in keys], np.int64
    )


def among(table: Table, shares: Floats) -> Floats:
    """What the other names of the report say for each candidate. AMONG are the columns.

    shares: how likely each row is held, the rows of a name summing to 1 or less
    """
    size = len(table.rows)
    if not size:
        return np.zeros((0, len(AMONG)))
    is_other = table.words[:, None] != table.words[None]
    weight = is_other * shares[None]
    total = weight.sum(axis=1) + 1.0
    is_country = np.array([kind == "country" for kind in table.kinds])
    is_province = np.array([kind == "admin1" for kind in table.kinds])
    only_provinces = np.array(table.only_provinces, dtype=bool)
    in_country = _same(table.countries) * weight
    in_province = _same(table.provinces) * weight
    away = EARTH_KM * np.arccos(np.clip(table.points @ table.points.T, -1.0, 1.0))
    # A country's middle is near nothing that matters.
    local = weight * ~is_country[None] * (np.abs(table.points).sum(axis=1) > 0)[None]
    return np.column_stack([
        in_country.sum(axis=1) / total,
        (in_country * is_country[None]).max(axis=1),
        in_province.sum(axis=1) / total,
        (in_province * is_province[None]).max(axis=1),
        (in_country * only_provinces[None]).sum(axis=1) * is_province / total,
        np.log1p((local * np.exp(-away / NEAR_KM)).sum(axis=1)),
        np.log1p((local * np.exp(-away / FAR_KM)).sum(axis=1)),
    ])  # fmt: skip


def _same(numbers: Integers) -> npt.NDArray[np.bool_]:
    same: npt.NDArray[np.bool_] = (numbers[:, None] == numbers[None]) & (numbers[:, None] >= 0)
    return same
