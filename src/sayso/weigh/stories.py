"""Claims in, which of their reports may be of one story out: those near in time that share names and places.

It only says where a surname may stand for a name told in full elsewhere; it merges nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime

from sayso.types import Claim, Sighting

NEAR_DAYS = 30  # between two reports of one story
LATE_DAYS = 800  # between one and another that comes back to it, and shares more
LEAST, LEAST_LATE, LEAST_EVER = (
    1.5,
    2.0,
    3.0,
)  # of what two reports share; all chosen on our training pairs
NAME, TOWN, BODY, REGION, LETTERS = 1.0, 1.0, 0.5, 0.5, 0.5
MOST = 40  # reports with a name or place, beyond which it tells nothing

Sounds = Callable[[str], frozenset[str]]
Feature = tuple[str, str]
Told = tuple[
    Feature, tuple[float, tuple[Feature, ...]]
]  # with what sharing it tells, and its spellings


def find_stories(
    claims: Iterable[Claim], sounds: Sounds, seen: Iterable[Sighting] = ()
) -> Mapping[str, str]:
    """Report -> story, each report taken to the earlier one that it shares most with.

    sounds:  the keys under which a name meets its other spellings
    returns: what a report is put to stays, whatever comes after; the undated come last
    cost:    a report meets the reports under its names and places, at most `MOST` each
    """
    features: dict[str, dict[Feature, tuple[float, tuple[Feature, ...]]]] = defaultdict(dict)
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
        for weight, spellings in features[report].values():
            found = (held[spelling] for spelling in spellings if len(held[spelling]) <= MOST)
            for other in {one for reports in found for one in reports}:
                shared[other] += weight
        for spelling in {one for _, all_ in features[report].values() for one in all_}:
            held[spelling].append(report)
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
    return shared >= (LEAST_LATE if days <= LATE_DAYS else LEAST_EVER)


def _sounds_of(name: str, sounds: Sounds) -> Iterator[Told]:
    """Each word of a person's name by its sounds, and all of them in any order."""
    words = [sorted((s for s in sounds(w) if s[-1] != "."), key=_by_length) for w in name.split()]
    for word, heard in zip(name.lower().split(), words, strict=True):
        long = tuple(("name", sound) for sound in heard if len(sound) > 2)
        if long:
            yield ("name", " ".join(heard)), (NAME, long)
        elif len(word) > 2:  # so short a sound is that of many names: only the very word tells
            yield _once("name", word, NAME)
    if len(words) > 1:
        yield _once("full name", " ".join(sorted("".join(heard[:1]) for heard in words)), NAME)
        yield from _letters_of(name, sounds)


def _by_length(sound: str) -> tuple[int, str]:
    return len(sound), sound


def _once(kind: str, words: str, weight: float) -> Told:
    return (kind, words), (weight, ((kind, words),))


def _letters_of(name: str, sounds: Sounds) -> Iterator[Told]:
    """Three first letters and more of a name: 'DDL' and 'Delta Defence League'."""
    yield from (_once("letters", s, LETTERS) for s in sounds(name) if s[-1] == "." and len(s) > 3)


def _of_name(entity: str, name: str, sounds: Sounds) -> Iterator[Told]:
    if entity.startswith("person/"):
        yield from _sounds_of(name, sounds)
    elif entity.startswith("group/"):
        yield _once("body", entity, BODY)
        yield from _letters_of(name, sounds)


def _features(claim: Claim, sounds: Sounds) -> Iterator[Told]:
    """The names, bodies and places of a claim, each with what sharing it tells."""
    fillers = [(r.filler.entity, r.filler.name) for r in claim.event.roles]
    chain = [(step.entity, step.label) for step in claim.chain if step.naming == "named"]
    for entity, name in (*fillers, *chain):
        if entity is not None and name is not None:
            yield from _of_name(entity, name, sounds)
    place = claim.place
    if place is not None and place.name is not None:
        is_town = place.level not in {"country", "admin1", "region"}
        yield _once("place", f"{place.country}/{place.name}", TOWN if is_town else REGION)
    elif place is not None:
        yield _once("place", place.words.lower(), TOWN)
