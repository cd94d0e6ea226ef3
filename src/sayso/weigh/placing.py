"""The claims of one matter in, its place out, and how to say it: 'in Tolvesh' or 'near Tolvesh'."""

import re
from collections.abc import Sequence

from sayso.types import Claim, Place
from sayso.weigh.truces import is_of_breach

NEAR = "near "
_BESIDE = (
    r"\b(?:near|outside|close to|not far from|(?:north|south|east|west|miles|km|kilomet(?:re|er)s) of) "
    r"(?:the (?:\w+ )?\w+ of )?"
)


def place_of(claims: Sequence[Claim]) -> Place | None:
    """The matter's place: the first that is on the map, else the first that is named.

    Where a truce was broken is not where it holds.
    """
    kept = [c for c in claims if c.event.type != "ceasefire" or not is_of_breach(c)]
    places = [claim.place for claim in kept if claim.place is not None]
    on_map = (p for p in places if p.name is not None and p.level != "country")
    return next(on_map, places[0] if places else None)


def words_of(place: Place | None) -> str | None:
    return (place.name or place.words) if place is not None else None


def told_at(place: Place | None, claims: Sequence[Claim]) -> str | None:
    """The words for the place; 'near' it where no claim of the matter says that it was in it."""
    words = words_of(place)
    if place is None or words is None:
        return words
    beside = re.compile(f"{_BESIDE}{re.escape(place.words)}\\b", re.IGNORECASE)
    anywhere = re.compile(f"\\b{re.escape(place.words)}\\b", re.IGNORECASE)
    told = [c.words for c in claims if c.place is not None and anywhere.search(c.words)]
    is_near = bool(told) and all(len(beside.findall(t)) == len(anywhere.findall(t)) for t in told)
    return f"{NEAR}{words}" if is_near else words


def set_in(place: str) -> str:
    """'In Tolvesh', and not 'in near Tolvesh'."""
    return place if place.startswith(NEAR) else f"in {place}"
