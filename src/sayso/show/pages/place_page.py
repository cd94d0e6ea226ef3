"""A place in; a map of it and a timeline of what is claimed of it out. Also the list of places."""

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.errors import NotInLedger
from sayso.show.pages.asking import Ask, Page
from sayso.show.pages.cards import Link, make_maker
from sayso.show.pages.maps import MOST_SPOTS, Scene, draw_maps
from sayso.show.pages.spots import (
    Key,
    Spot,
    find_spots,
    gather_spots,
    link_place,
    name_country,
    spots_inside,
)
from sayso.show.pages.timelines import Teller, tell_timelines
from sayso.weigh.nearby import distance_km
from sayso.weigh.whereabouts import COARSE

LONGEST_NAME = 200
AROUND_KM = 300.0  # of the places listed beside a town; about what its map shows
PRECISION: Mapping[str | None, str] = {
    "site": "a site, drawn as a point",
    "town": "a town or village: the disc is 4 km in radius, and what is claimed may lie anywhere about it",
    "admin2": "a district: the disc is 15 km in radius",
    "admin1": "a province: the claims do not say where in it",
    "country": "a country: the claims do not say where in it",
    "region": "a region without fixed borders: the disc only stands for it",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One place in a list. address None: it has no page."""

    name: str
    described: str
    address: str | None
    claims: int
    far: str


def show_place(ask: Ask) -> Page:
    """`/place/{words}`: by GeoNames id or by name. raises: NotInLedger"""
    words = ask.path["words"][:LONGEST_NAME].strip()
    dossiers = ask.dossiers()
    spots = gather_spots(dossiers)
    found = find_spots(words, spots)
    if not found:
        raise NotInLedger(f"no claim tells of a place called {words}")
    if len(found) > 1:
        entries = [list_spot(ask, spot) for _, spot in found]
        return Page("places.html", f"Which {words}?", {"entries": entries, "words": words})
    key, spot = found[0]
    inside = spots_inside(key, spots)
    beside = find_beside(key, spots) if spot.place.level not in COARSE else inside
    headings = {claim.id: one.heading for one in dossiers for claim in one.claims}
    teller = Teller(
        make_maker(ask), headings, frozenset(c.id for c in (*spot.claims, *spot.held)),
        f"/place/{ask.path['words']}", ask.query,
    )  # fmt: skip
    told = {c.id: c for one in (spot, *inside.values()) for c in (*one.claims, *one.held)}
    drawn = draw_maps(Scene(spot, tuple(beside.values())[:MOST_SPOTS], ask.moment))
    return Page(
        "place.html",
        spot.name,
        {
            "spot": spot,
            "within": list_wholes(ask, key, spots),
            "precision": PRECISION.get(spot.place.level, ""),
            "point": describe_point(spot),
            "own": spot.count,
            "total": len(told),
            "map": drawn,
            "is_blank": 'class="blank"' in drawn,
            "is_geonames": any(one.place.geonameid for one in (spot, *beside.values())),
            "beside": [list_spot(ask, one, spot) for one in beside.values()],
            "inside": bool(inside),
            "timelines": tell_timelines(told.values(), teller),
        },
    )


def show_places(ask: Ask) -> Page:
    """`/places`: all places that claims tell of, the most told of first."""
    entries = [list_spot(ask, spot) for spot in gather_spots(ask.dossiers()).values()]
    return Page("places.html", "Places", {"entries": entries, "words": ""})


def list_spot(ask: Ask, spot: Spot, origin: Spot | None = None) -> Entry:
    km = measure(spot, origin) if origin is not None else None
    far = f"{km:.0f} km" if km is not None and spot.place.level not in COARSE else ""
    return Entry(spot.name, spot.described, link_place(ask.moment, spot.place), spot.count, far)


def find_beside(key: Key, spots: Mapping[Key, Spot]) -> dict[Key, Spot]:
    """The other places near a town, and its province and those beside it, the most told of first."""
    here = spots[key]
    beside = {}
    for other, spot in spots.items():
        km = measure(spot, here)
        if other != key and spot.place.level != "country" and km is not None and km <= AROUND_KM:
            beside[other] = spot
    return beside


def measure(one: Spot, other: Spot) -> float | None:
    """Kilometres between two places; None: one of them has no point."""
    if one.point is None or other.point is None:
        return None
    return distance_km((one.point[1], one.point[0]), (other.point[1], other.point[0]))


def list_wholes(ask: Ask, key: Key, spots: Mapping[Key, Spot]) -> list[Link]:
    """The province and the country that the place lies in, with a link where claims name just that."""
    place = spots[key].place
    wholes: list[tuple[str, Key]] = []
    if place.admin1 and place.level not in COARSE:
        wholes.append((place.admin1, ("admin1", place.country, place.admin1)))
    if place.country and place.level != "country":
        wholes.append((name_country(place.country), ("country", place.country)))
    return [
        Link(words, link_place(ask.moment, spots[whole].place) if whole in spots else None)
        for words, whole in wholes
    ]


def describe_point(spot: Spot) -> str | None:
    """'35.93° N, 36.63° E'; None: not known."""
    if spot.point is None:
        return None
    east, north = spot.point
    return f"{abs(north):.2f}° {'N' if north >= 0 else 'S'}, {abs(east):.2f}° {'E' if east >= 0 else 'W'}"
