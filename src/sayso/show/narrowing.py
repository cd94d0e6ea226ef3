"""The words of `--near`, `--within` and `--between` in; an `Around` and an `Interval` out.

A name is looked for among the ledger's own places first, then in the gazetteer.
"""

import calendar
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.errors import UnclearQuestion
from sayso.resolve.name.folding import fold_place
from sayso.types import Claim, Interval, Place
from sayso.weigh.nearby import AREAS, Around, Narrowed, distance_km

if TYPE_CHECKING:
    from sayso.resolve.place.gazetteer import Gazetteer, GazetteerRow

DEFAULT_KM = 25.0  # a town with what lies about it; nobody's measure but ours
SAME_SPOT_KM = 50.0  # a town and the province or district named after it lie closer than this
CLEARLY = 1.0  # decades of inhabitants by which one namesake must lead to be taken without asking
FARTHEST_KM = 20_000.0
UNITS: Mapping[str, float] = {"": 1.0, "km": 1.0, "m": 0.001, "mi": 1.609344}
BEGINNING, END = "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"
LEVELS: Mapping[str | None, str] = {
    "country": "country", "admin1": "province", "admin2": "district", "town": "town",
    "region": "region", "site": "site", None: "point",
}  # fmt: skip

_POINT = re.compile(r"\s*([+-]?\d+(?:\.\d+)?)\s*[,; ]\s*([+-]?\d+(?:\.\d+)?)\s*")
_DISTANCE = re.compile(r"\s*(\d+(?:\.\d+)?)\s*([a-z]*)\s*", re.IGNORECASE)
_PROVINCE = re.compile(r"\s+(?:province|governorate|oblast|state)$", re.IGNORECASE)
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean; weight: in decades of inhabitants, or how often it is claimed."""

    name: str
    latitude: float
    longitude: float
    level: str
    country: str | None
    admin1: str | None
    weight: float = 0.0


def read_around(
    near: str | None,
    within: str | None,
    claims: Iterable[Claim],
    open_places: Callable[[], "Gazetteer"],
) -> Around | None:
    """What `--near` and `--within` ask for; None: nothing. raises: UnclearQuestion

    open_places: called only for a name that no claim of the ledger bears
    """
    if near is None or not near.strip():
        if within and within.strip():
            raise UnclearQuestion(f"--within {within}: of what? name a place with --near")
        return None
    radius = read_distance(within) if within and within.strip() else None
    point = _POINT.fullmatch(near)
    if point is not None:
        latitude, longitude = float(point[1]), float(point[2])
        if abs(latitude) > 90 or abs(longitude) > 180:
            raise UnclearQuestion(f"{near}: not on earth; write latitude,longitude: 34.53,69.17")
        return Around(near.strip(), latitude, longitude, radius or DEFAULT_KM)
    found = find_candidate(near, places_of(claims), open_places)
    default = 0.0 if found.level in AREAS else DEFAULT_KM
    return Around(
        found.name, found.latitude, found.longitude, default if radius is None else radius,
        found.level, found.country, found.admin1,
    )  # fmt: skip


def read_distance(words: str) -> float:
    """Kilometres, from '50km', '800 m', '30 mi' or '50'. raises: UnclearQuestion"""
    match = _DISTANCE.fullmatch(words)
    factor = UNITS.get(match[2].lower()) if match else None
    if match is None or factor is None or not 0 < float(match[1]) * factor <= FARTHEST_KM:
        raise UnclearQuestion(f"{words}: not a distance on earth; write 50km, 800m or 30mi")
    return float(match[1]) * factor


def read_between(words: str | None) -> Interval | None:
    """'2021-09-01..2021-09-07', '2021-09..', '..2021' or one day, month or year; None: not asked.

    raises: UnclearQuestion
    """
    if words is None or not words.strip():
        return None
    first, dots, last = (part.strip() for part in words.partition(".."))
    last = last.lstrip(".") if dots else first
    if not (first or last):
        raise UnclearQuestion(
            f"{words}: neither a beginning nor an end; write 2021-09-01..2021-09-07"
        )
    start = read_period(first).start if first else BEGINNING
    stop = read_period(last).stop if last else END
    if stop < start:
        raise UnclearQuestion(f"{words}: ends before it begins; write the earlier date first")
    return Interval(start, stop)


def read_period(words: str) -> Interval:
    """A day, month or year as a whole, or any date that reports may bear. raises: UnclearQuestion"""
    from sayso.read.dates import parse_published

    match = _DAY.fullmatch(words)
    if match is not None:
        year, month, day = (int(part) if part else None for part in match.groups())
        if year and (month is None or 1 <= month <= 12):
            until = month or 12
            longest = calendar.monthrange(year, until)[1]
            if day is None or 1 <= day <= longest:
                start = f"{year:04}-{month or 1:02}-{day or 1:02}T00:00:00Z"
                return Interval(start, f"{year:04}-{until:02}-{day or longest:02}T23:59:59Z")
    read = parse_published(words) if match is None else None
    if read is None:
        raise UnclearQuestion(f"{words}: not a date; write 2021-09-01, 2021-09 or 2021")
    return read


def places_of(claims: Iterable[Claim]) -> list[Place]:
    return [claim.place for claim in claims if claim.place is not None]


def find_candidate(
    words: str, places: Iterable[Place], open_places: Callable[[], "Gazetteer"]
) -> Candidate:
    """The one place that the words mean. raises: UnclearQuestion, with the candidates in a line"""
    name, _, qualifier = (part.strip() for part in words.partition(","))
    known = _in_ledger(name, places)
    found = choose(known, qualifier, by_weight=False)
    if found:
        return _only(words, found)
    with open_places() as gazetteer:
        rows = _in_gazetteer(name, gazetteer)
        country = _country_named(qualifier, gazetteer)
    found = choose(rows, qualifier, by_weight=True, country=country)
    if not found and (known or rows):
        raise UnclearQuestion(f"{words}: no such place; there is {list_places(known or rows)}")
    return _only(words, found)


def choose(
    candidates: Sequence[Candidate], qualifier: str, *, by_weight: bool, country: str | None = None
) -> list[Candidate]:
    """Those still possible, one for each spot, the likeliest first; a lone one is the answer."""
    if qualifier:
        wanted = fold_place(qualifier)
        candidates = [
            one
            for one in candidates
            if (country is not None and one.country == country)
            or wanted in (fold_place(one.country or ""), fold_place(one.admin1 or ""))
        ]
    spots: list[Candidate] = []
    for one in candidates:
        if not any(is_same_spot(one, other) for other in spots):
            spots.append(one)
    if by_weight and len(spots) > 1:
        best = max(one.weight for one in spots)
        spots = [one for one in spots if one.weight > best - CLEARLY]
    return spots


def is_same_spot(one: Candidate, other: Candidate) -> bool:
    """Namesakes so close, or one in the province or country of the other's name."""
    if one.country != other.country:
        return False
    near = distance_km((one.latitude, one.longitude), (other.latitude, other.longitude))
    return near <= SAME_SPOT_KM or (
        {one.level, other.level} & {"admin1", "country"} != set()
        and fold_place(one.admin1 or "") == fold_place(other.admin1 or "")
    )


def _in_ledger(name: str, places: Iterable[Place]) -> list[Candidate]:
    """The ledger's places of that name: a town before its province, unless a province is said."""
    bare, wants_province = _PROVINCE.sub("", name), _PROVINCE.search(name) is not None
    keys = {fold_place(name), fold_place(bare)}
    found: dict[Candidate, None] = {}
    for place in places:
        if place.latitude is None or place.longitude is None or place.level is None:
            continue
        if keys.isdisjoint({fold_place(place.name or ""), fold_place(place.words)}):
            continue
        one = Candidate(
            place.name or place.words, place.latitude, place.longitude, place.level, place.country,
            place.admin1,
        )  # fmt: skip
        found.setdefault(one)
    return _sort(found, wants_province)


def _in_gazetteer(name: str, gazetteer: "Gazetteer") -> list[Candidate]:
    from sayso.resolve.place.gazetteer import weigh_row

    bare, wants_province = _PROVINCE.sub("", name), _PROVINCE.search(name) is not None
    rows: dict[GazetteerRow, str] = {}
    for words in dict.fromkeys((name, bare)):
        rows |= {row: fold_place(words) for row in gazetteer.named(words) if row not in rows}
    found = [
        Candidate(
            row.name, row.latitude, row.longitude, row.kind, row.country, row.admin1,
            weigh_row(row, key),
        )
        for row, key in rows.items()
        if row.latitude is not None and row.longitude is not None
    ]  # fmt: skip
    return _sort(found, wants_province)


def _sort(found: Iterable[Candidate], wants_province: bool) -> list[Candidate]:
    if wants_province:
        provinces = [one for one in found if one.level == "admin1"]
        found = provinces or list(found)
    return sorted(found, key=lambda one: (one.level != "country", one.level in AREAS, -one.weight))


def _country_named(words: str, gazetteer: "Gazetteer") -> str | None:
    rows = gazetteer.named(words) if words else ()
    return next((row.country for row in rows if row.kind == "country"), None)


def _only(words: str, found: Sequence[Candidate]) -> Candidate:
    if not found:
        raise UnclearQuestion(
            f"{words}: no place of this name in the ledger or the gazetteer; give its latitude,longitude"
        )
    if len(found) > 1:
        raise UnclearQuestion(
            f"{words}: could be {list_places(found)}; add which after a comma, or give latitude,longitude"
        )
    return found[0]


def list_places(found: Sequence[Candidate], most: int = 5) -> str:
    """'Tripoli (town, Iowa, US, at 42.81,-92.26) or ...'"""
    told = [
        f"{one.name} ({', '.join(filter(None, (LEVELS[one.level], one.admin1, one.country)))},"
        f" at {one.latitude:.2f},{one.longitude:.2f})"
        for one in found[:most]
    ]
    rest = len(found) - len(told)
    return " or ".join([*told, *([f"{rest} others"] if rest else [])])


def describe_around(around: Around) -> str:
    """'within 25 km of Dalan (town, South Karvia, XV)', 'in Idlib (province, SY)'."""
    where = ", ".join(
        filter(None, (LEVELS[around.level], around.admin1 if around.level != "admin1" else None, around.country))
    )  # fmt: skip
    place = f"{around.name} ({where})" if around.level else around.name
    return (
        f"within {round(around.radius_km, 1):g} km of {place}"
        if around.radius_km
        else f"in {place}"
    )


def describe_left_out(narrowed: Narrowed) -> str | None:
    """One line on what could not be told either way; None: nothing was left out for that."""
    told = [
        f"{number} {words}"
        for number, words in (
            (narrowed.unplaced, "without a place"),
            (narrowed.coarse, "placed only to a province, country or region"),
            (narrowed.undated, "whose event has no date"),
        )
        if number
    ]
    return f"Left out: {', '.join(told)}." if told else None
