"""Matters in; the places their claims tell of out, each with its claims.

A living person's whereabouts is put to the province, never to the town (DESIGN.md section 5).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.event_types import load_event_types
from sayso.resolve.name.folding import fold_place
from sayso.show.narrowing import LEVELS
from sayso.show.pages.base_map import load_base_map
from sayso.show.pages.moments import Moment
from sayso.types import Claim, Place
from sayso.weigh.whereabouts import COARSE, coarsen

if TYPE_CHECKING:
    from sayso.weigh.dossiers import Dossier

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that claims tell of. `held`: claims put here that say it finer, in words not shown."""

    place: Place
    claims: tuple[Claim, ...]
    held: tuple[Claim, ...]
    words: frozenset[str]

    @property
    def name(self) -> str:
        return self.place.name or self.place.words

    @property
    def count(self) -> int:
        return len(self.claims) + len(self.held)

    @property
    def point(self) -> tuple[float, float] | None:
        """Longitude and latitude; None: not known."""
        if self.place.longitude is None or self.place.latitude is None:
            return None
        return self.place.longitude, self.place.latitude

    @property
    def described(self) -> str:
        """'town in Idlib, Syria'."""
        within = self.place.admin1 if self.place.level != "admin1" else None
        if self.place.level == "country":
            return "country"
        where = ", ".join(filter(None, (within, name_country(self.place.country))))
        return f"{LEVELS[self.place.level]}{f' in {where}' if where else ''}"


def gather_spots(dossiers: Iterable["Dossier"]) -> dict[Key, Spot]:
    """All places of the claims, the most told of first."""
    claims = {claim.id: claim for one in dossiers for claim in one.claims}
    found: dict[Key, list[tuple[Place, Claim]]] = defaultdict(list)
    for claim in claims.values():
        place = shown_place(claim)
        if place is not None:
            found[key_of(place)].append((place, claim))
    spots = {key: make_spot(told) for key, told in found.items()}
    return dict(sorted(spots.items(), key=lambda pair: (-pair[1].count, pair[1].name)))


def make_spot(told: Sequence[tuple[Place, Claim]]) -> Spot:
    own = [(place, claim) for place, claim in told if place is claim.place]
    place, _ = (own or told)[0]
    return Spot(
        place=place,
        claims=tuple(claim for _, claim in own),
        held=tuple(claim for place, claim in told if place is not claim.place),
        words=frozenset(
            fold_place(words) for one, _ in (own or told) for words in (one.name, one.words) if words
        ),
    )  # fmt: skip


def shown_place(claim: Claim) -> Place | None:
    """Where a page may put a claim; None: nowhere, as its place is not known or must not be told."""
    place = claim.place
    if place is None or (place.name is None and place.latitude is None):
        return None
    return coarsen(place) if is_whereabouts(claim) else place


def is_whereabouts(claim: Claim) -> bool:
    """Whether it tells where a named person is; all are taken for living."""
    row = load_event_types().get(claim.event.type)
    return (
        row is not None
        and row.family == "whereabouts"
        and any(
            role.filler.kind == "person" and (role.filler.entity or "").startswith("person/")
            for role in claim.event.roles
        )
    )


def key_of(place: Place) -> Key:
    """What makes two claims' places one: the province or country, the id, or name and province."""
    if place.level == "country":
        return ("country", place.country or place.name)
    if place.level == "admin1":
        return ("admin1", place.country, place.admin1 or place.name)
    if place.geonameid:
        return ("id", place.geonameid)
    return (fold_place(place.name or place.words), place.level, place.country, place.admin1)


def link_place(moment: Moment, place: Place | None) -> str | None:
    """The address of a place's page; None: it has none."""
    if place is None or (place.name is None and place.latitude is None):
        return None
    if place.geonameid:
        return moment.link(f"/place/{place.geonameid}")
    of = place.admin1 if place.level not in COARSE else None
    return moment.link(f"/place/{', '.join(filter(None, (place.name or place.words, of)))}")


def link_claim_place(moment: Moment, claim: Claim) -> str | None:
    """As `link_place`, and none for what would lead to a living person."""
    return link_place(moment, claim.place) if claim.place is shown_place(claim) else None


def link_dossier_place(moment: Moment, dossier: "Dossier") -> str | None:
    """The page of a matter's place, where a claim of the matter is shown there."""
    place = dossier.place
    if place is None:
        return None
    shown = [one for one in map(shown_place, dossier.claims) if one is not None]
    return link_place(moment, place) if key_of(place) in map(key_of, shown) else None


def find_spots(words: str, spots: Mapping[Key, Spot]) -> list[tuple[Key, Spot]]:
    """The places that an address means: by GeoNames id, or by name ('Dalan', 'Dalan, South Karvia')."""
    if words.isascii() and words.isdigit():
        return [(key, one) for key, one in spots.items() if one.place.geonameid == int(words)]
    whole = fold_place(words)
    name, _, of = (fold_place(part) for part in words.partition(","))
    return [
        (key, one)
        for key, one in spots.items()
        if whole in one.words or (name in one.words and (not of or of in list_wholes(one.place)))
    ]


def list_wholes(place: Place) -> set[str]:
    """What a place may be said to be of: its province, its country, the country's code."""
    wholes = (place.admin1, place.country, name_country(place.country))
    return {fold_place(one) for one in wholes if one}


def spots_inside(key: Key, spots: Mapping[Key, Spot]) -> dict[Key, Spot]:
    """Those that lie in a province or country; nothing lies in a town."""
    here = spots[key].place
    if here.level == "country":
        inside = {k: s for k, s in spots.items() if s.place.country == here.country}
    elif here.level == "admin1":
        inside = {
            k: s
            for k, s in spots.items()
            if (s.place.country, s.place.admin1) == (here.country, here.admin1 or here.name)
        }
    else:
        inside = {}
    return {k: s for k, s in inside.items() if k != key}


def name_country(code: str | None) -> str:
    """'Syria'; the code itself where the map draws no such country."""
    drawn = load_base_map().of_country(code)
    return drawn[0].country if drawn else code or ""
