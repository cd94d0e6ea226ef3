"""Claims in; those that tell of somewhere near and of a time between out, with how many were left out."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.types import Claim, Interval, Place

EARTH_KM = 6371.0
# Their points stand for a whole area, so no distance is measured from them.
AREAS = frozenset({"admin1", "country", "region"})


@dataclass(frozen=True, slots=True)
class Around:
    """A circle on the ground, or a province, country or region with all inside it.

    country, admin1: of the place asked for; None: not known, or in no one
    level:           of the place; None: bare coordinates
    """

    name: str
    latitude: float
    longitude: float
    radius_km: float
    level: str | None = None
    country: str | None = None
    admin1: str | None = None


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What is left, and what could not be told either way.

    unplaced: their event has no place that is known on the map
    coarse:   placed only to a province, country or region that the circle may lie in
    undated:  near enough (where that was asked), but their event has no time
    """

    claims: tuple[Claim, ...]
    unplaced: int = 0
    coarse: int = 0
    undated: int = 0


def narrow(
    claims: Iterable[Claim], *, around: Around | None = None, between: Interval | None = None
) -> Narrowed:
    """Keep the claims whose event is near, and whose event's time meets the interval.

    The date of a report is not that of the event: where no claim tells the day, there is none.
    """
    kept: list[Claim] = []
    left = {"unplaced": 0, "coarse": 0, "undated": 0}
    for claim in claims:
        why = why_not(claim, around, between)
        if why is None:
            kept.append(claim)
        elif why in left:
            left[why] += 1
    return Narrowed(tuple(kept), **left)


def why_not(claim: Claim, around: Around | None, between: Interval | None) -> str | None:
    """'unplaced', 'coarse', 'undated', 'elsewhere' or 'another time'; None: it is kept."""
    if around is not None:
        where = lies_in(claim.place, around)
        if where is not None:
            return where
    if between is not None:
        if claim.when is None or claim.when.interval is None:
            return "undated"
        told = claim.when.interval
        if told.stop < between.start or between.stop < told.start:
            return "another time"
    return None


def lies_in(place: Place | None, around: Around) -> str | None:
    """'unplaced', 'coarse' or 'elsewhere'; None: it lies within."""
    if place is None or (place.latitude is None and place.country is None):
        return "unplaced"
    if is_inside(place, around):
        return None
    if place.latitude is None or place.longitude is None or place.level in AREAS:
        return "coarse" if may_hold(place, around) else "elsewhere"
    km = distance_km((place.latitude, place.longitude), (around.latitude, around.longitude))
    return None if km <= around.radius_km else "elsewhere"


def is_inside(place: Place, around: Around) -> bool:
    """Whether it is the very region asked for, or lies in the province or country asked for."""
    if around.level == "country":
        return place.country == around.country
    if place.country != around.country:
        return False
    if around.level == "admin1":
        return place.admin1 is not None and place.admin1 == around.admin1
    return place.level == around.level == "region" and around.name in (place.name, place.words)


def may_hold(place: Place, around: Around) -> bool:
    """Whether an area could have the circle's middle in it, as far as names tell."""
    if around.level == "country":  # what lies in it was found inside
        return False
    if None not in (around.country, place.country) and place.country != around.country:
        return False
    is_other = place.level == "admin1" and around.admin1 is not None
    return not (is_other and place.admin1 != around.admin1)


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Along the ground, on a round earth, between two points given as latitude and longitude."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*one, *other))
    half = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
