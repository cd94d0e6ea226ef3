"""What is said of one person's life and place in, whether two such answers can both hold out.

A fate's time is that of its evidence: when somebody was seen, filmed or spoke, never when it was
told (WEIGHING.md, section 5).
"""

import math
import re
from collections.abc import Iterable
from datetime import datetime

from sayso.types import Claim, Interval, Place

A_DAYS_WAY_KM = 500  # nobody is in two places farther apart within a day; WEIGHING.md, section 5
_EARTH_KM = 6371.0


def seen_at(claim: Claim) -> Interval | None:
    """When the evidence is of; None: the report tells no day of its own."""
    when = claim.when
    if when is None or when.interval is None or when.precision in {"year", "unknown"}:
        return None
    return when.interval


def day_seen(claim: Claim) -> str | None:
    """The day of the evidence; of what is told as it is now, the day of the report."""
    seen = seen_at(claim) or claim.published_at
    return seen.start[:10] if seen is not None else None


def lived_after(living: Iterable[Claim], dead: Iterable[Claim]) -> bool:
    """Whether one who was seen alive was so after he is said to have died."""
    ends = tuple(dead)
    return any(_is_after(alive, end) for alive in living for end in ends)


_AT_LARGE = re.compile(
    r"\b(?:free|at large|at the head of|ride|rode|riding|walk\w*|march\w*|dr[io]v\w+|lead(?:s|ing)?|led(?! away| off)"
    r"|command(?:s|ed|ing)?|address\w*|inspect\w*)\b"
)
_HELD = re.compile(r"\b(?:prison\w*|captiv\w*|cells?|custody|handcuff\w*|chains|blindfold\w*)\b")


def is_at_large(claims: Iterable[Claim]) -> bool:
    """'Saw the general ride through the town': no prisoner does, as he was seen to do."""
    told = (claim.words for claim in claims)
    return any(_AT_LARGE.search(words) and not _HELD.search(words) for words in told)


def _is_after(alive: Claim, end: Claim) -> bool:
    """Alive at t excludes killed at u only if t is after u.

    'Is alive' without a day is of the day it was told; a death without one came before its report.
    Who answers a report of a death on the same day says so of the day after it.
    """
    seen, died = seen_at(alive), seen_at(end)
    if seen is not None and died is not None:
        return seen.start > died.stop
    if seen is not None:
        return end.published_at is None or seen.start > end.published_at.stop
    told = alive.published_at
    known = died or end.published_at
    return told is None or known is None or told.stop >= known.start


def are_apart(one: Claim, other: Claim) -> bool:
    """Whether nobody can have been in both places at the times told; what is not on the map may be one."""
    if one.place is None or other.place is None:
        return False
    km = distance_km(one.place, other.place)
    if km is None or "country" in {one.place.level, other.place.level}:
        return _are_two_countries(one.place, other.place)
    return km > A_DAYS_WAY_KM * max(1, _days_between(one, other))


def _are_two_countries(one: Place, other: Place) -> bool:
    return one.country is not None and other.country is not None and one.country != other.country


def distance_km(one: Place, other: Place) -> float | None:
    """As the crow flies; None: one of them has no point. source: haversine formula"""
    ends = (one.latitude, one.longitude, other.latitude, other.longitude)
    if None in ends:
        return None
    lat, lon, other_lat, other_lon = (math.radians(end or 0.0) for end in ends)
    half = (
        math.sin((other_lat - lat) / 2) ** 2
        + math.cos(lat) * math.cos(other_lat) * math.sin((other_lon - lon) / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def _days_between(one: Claim, other: Claim) -> int:
    times = [seen_at(claim) or claim.published_at for claim in (one, other)]
    days = [datetime.fromisoformat(t.start) for t in times if t is not None]
    return abs((days[0] - days[1]).days) if len(days) == 2 else 0
