"""One place that can be meant, and how likely a bare name means it."""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

from sayso.resolve.name.folding import fold_place

Kind = Literal["country", "admin1", "admin2", "town", "region", "site"]
KINDS: tuple[str, ...] = get_args(Kind)

# In decades of inhabitants, weighed by hand on well-known namesakes (tests/resolve):
_OF_A_CAPITAL = 1.5  # under its main name: Washington, the city, before the larger state
_OF_THE_MAIN_NAME = 1.0  # London, Ohio, before a hamlet once called so
# Herat, the city, before its province. Regions and sites come from an imported dump, which has
# each brook and school: any village of the name before them.
_OF_A_KIND = {"admin1": -1.0, "admin2": -1.5, "region": -0.5, "site": -1.0}
_OF_NO_POINT = -2.0  # of its own, that is
_OF_OURS = 7.5  # the regions we list; only metropolises and namesakes in the right country beat it
_LEAST_POPULATION = 300  # what a place without a count is taken for


@dataclass(frozen=True, slots=True)
class GazetteerRow:
    """A place that can be meant. A latitude of None: the place is known, its point is not.

    id:          of GeoNames; None: it has none there
    country:     ISO 3166 alpha-2; None: in no country, or in several
    admin1:      name of its province; a province's own
    population:  0: unknown
    origin:      geonames (the big file, and an imported dump), ours (regions.toml), extra (a table
                 of the user's)
    admin2_id:   of its district; None: not known
    approximate: the point is that of the province or district around it
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
    admin2_id: int | None = None
    approximate: bool = False


# The same rows are weighed again and again in one report: lookups are 1.7 times as quick.
_fold_main_name = lru_cache(maxsize=20_000)(fold_place)


def weigh_row(row: GazetteerRow, key: str) -> float:
    """How likely a name folded to `key` means this place, in decades of inhabitants."""
    if row.origin == "ours":
        return _OF_OURS
    population = row.population if row.population > _LEAST_POPULATION else _LEAST_POPULATION
    weight = math.log10(population)
    if row.kind in _OF_A_KIND and not _is_own_point(row):
        weight += _OF_A_KIND[row.kind]
    if row.latitude is None or row.approximate:
        weight += _OF_NO_POINT
    if _fold_main_name(row.name) != key:
        return weight
    return weight + _OF_THE_MAIN_NAME + (_OF_A_CAPITAL if row.capital else 0.0)


def _is_own_point(row: GazetteerRow) -> bool:
    """Whether it is a pass or camp that the user took the trouble to list."""
    return row.origin == "extra" and row.kind in ("region", "site")


def order_row(row: GazetteerRow, key: str) -> tuple[bool, bool, float, int, str]:
    """What rows of the name folded to `key` are sorted by, the likeliest first."""
    is_extra, is_country = row.origin == "extra", row.kind == "country"
    return not is_extra, not is_country, -weigh_row(row, key), row.id or 0, row.name


def explain_row(row: GazetteerRow, key: str) -> tuple[str, ...]:
    """What speaks for and against the place under a name folded to `key`, strongest rule first."""
    reasons = []
    if row.origin == "extra":
        reasons.append("in a table of yours, which comes first")
    if row.kind == "country":
        reasons.append("a country comes before other places")
    if row.origin == "ours":
        reasons.append("a well-known region, as heavy as a city of 30 million")
        return tuple(reasons)
    reasons.append(f"{row.population:,} inhabitants" if row.population else "inhabitants unknown")
    if row.kind in _OF_A_KIND and not _is_own_point(row):
        reasons.append(f"{row.kind}, so lighter than a town")
    if row.latitude is None or row.approximate:
        reasons.append("no point of its own")
    if fold_place(row.name) != key:
        reasons.append("another name of it")
    else:
        reasons.append("its main name")
        if row.capital:
            reasons.append("a capital")
    return tuple(reasons)
