"""Claims in, which of their reports may be of one story out: those near in time that share names and places.

It only says where a surname may stand for a name told in full elsewhere; it merges nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime

from sayso.types import Claim, Sighting

NEAR_DAYS = 30  # between two reports of one story
LATE_DAYS = 400  # between one and another that comes back to it, and shares more
LEAST, LEAST_LATE = 1.5, 2.0  # of what two reports share; all chosen on our training pairs
NAME, TOWN, BODY, REGION, LETTERS = 1.0, 1.0, 0.5, 0.5, 0.5
MOST = 40  # reports with a name or place, beyond which it tells nothing

Sounds = Callable[[str], frozenset[str]]
Feature = tuple[str, str]


def find_stories(
    claims: Iterable[Claim], sounds: Sounds, seen: Iterable[Sighting] = ()
) -> Mapping[str, str]:
    """Report -> story, each report taken to the earlier one that it shares most with.

    sounds:  the keys under which a name meets its other spellings
    returns: what a report is put to stays, whatever comes after; the undated come last
    cost:    a report meets the reports under its names and places, at most `MOST` each
    """
    features: dict[str, dict[Feature, float]] = defaultdict(dict)
    days: dict[str, str | None] = {}
    for claim in claims:
        days[claim.report] = claim.published_at.start if claim.published_at is not None else None
        features[claim.report] |= dict(_features(claim, sounds))
    for one in seen:
        days[one.report] = one.published_at.start if one.published_at is not None else None
        for name in one.names:
            features[one.report] |= dict(_of_name(one.entity, name, sounds))
    stories: dict[str, str] = {}
    held: dict[Feature, list[str]] = defaultdict(list)
    for report in sorted(days, key=lambda r: (days[r] is None, days[r] or "", r)):
        shared: dict[str, float] = defaultdict(float)
        for feature, weight in features[report].items():
            others = held[feature] if len(held[feature]) <= MOST else []
            for other in others:
                shared[other] += weight
            held[feature].append(report)
        near = {o: n for o, n in shared.items() if _are_near(n, days[o], days[report])}
        best = max(near, key=lambda o: (near[o], o), default=None)
        is_one = best is not None
        stories[report] = stories[best] if is_one and best is not None else report
    return stories


def _are_near(shared: float, one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return one == other and shared >= LEAST_LATE
    days = abs((datetime.fromisoformat(one) - datetime.fromisoformat(other)).days)
    if days <= NEAR_DAYS:
        return shared >= LEAST
    return days <= LATE_DAYS and shared >= LEAST_LATE


def _sounds_of(name: str, sounds: Sounds) -> Iterator[tuple[Feature, float]]:
    """Each word of a person's name by its sound, and all of them in any order."""
    words = [" ".join(sorted(s for s in sounds(w) if s[-1] != ".")) for w in name.split()]
    for word, sound in zip(name.lower().split(), words, strict=True):
        if len(sound) > 2:
            yield ("name", sound), NAME
        elif len(word) > 2:  # so short a sound is that of many names: only the very word tells
            yield ("name", word), NAME
    if len(words) > 1:
        yield ("full name", " ".join(sorted(words))), NAME
        yield from _letters_of(name, sounds)


def _letters_of(name: str, sounds: Sounds) -> Iterator[tuple[Feature, float]]:
    """Three first letters and more of a name: 'DDL' and 'Delta Defence League'."""
    yield from ((("letters", s), LETTERS) for s in sounds(name) if s[-1] == "." and len(s) > 3)


def _of_name(entity: str, name: str, sounds: Sounds) -> Iterator[tuple[Feature, float]]:
    if entity.startswith("person/"):
        yield from _sounds_of(name, sounds)
    elif entity.startswith("group/"):
        yield ("body", entity), BODY
        yield from _letters_of(name, sounds)


def _features(claim: Claim, sounds: Sounds) -> Iterator[tuple[Feature, float]]:
    """The names, bodies and places of a claim, each with what sharing it tells."""
    fillers = [(r.filler.entity, r.filler.name) for r in claim.event.roles]
    chain = [(step.entity, step.label) for step in claim.chain if step.naming == "named"]
    for entity, name in (*fillers, *chain):
        if entity is not None and name is not None:
            yield from _of_name(entity, name, sounds)
    place = claim.place
    if place is not None and place.name is not None:
        is_town = place.level not in {"country", "admin1", "region"}
        yield ("place", f"{place.country}/{place.name}"), TOWN if is_town else REGION
    elif place is not None:
        yield ("place", place.words.lower()), TOWN
