"""What a list and a ledger tell of a person in; where the two agree and where they conflict out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sayso.event_types import load_event_types
from sayso.resolve.name.folding import fold_place
from sayso.resolve.name.references import gender_told
from sayso.show.causes import sorts_of_cause
from sayso.show.name_lists import Listed
from sayso.show.wording import describe_claimant
from sayso.types import Claim, Interval, Place
from sayso.weigh.minors import age_told

if TYPE_CHECKING:
    from sayso.desk import Desk, Person

_LEAST_SOURCE = 3  # letters: "AFP"
SLACK_DAYS = 3  # by which two dates of one incident may differ
_ENDS = frozenset({"fate", "casualties"})


@dataclass(frozen=True, slots=True)
class Agreement:
    """One fact that both tell. `line` names what each says, who says so, and the claim."""

    fits: bool
    line: str


def compare_facts(listed: Listed, person: "Person", desk: "Desk") -> tuple[Agreement, ...]:
    """Age, sex, date, place, cause and sources where both tell them; and whether someone lived after that date."""
    told = [c for c in person.told if _is_asserted(c) and _is_of(c, person.entity)]
    states = [c for c in told if _family(c) == "state"]
    lives = [c for c in told if _family(c) in _ENDS]
    ends = [c for c in lives if c.event.type != "alive"]
    found: list[Agreement | None] = []
    if listed.age is not None:
        found.append(_compare_age(listed.age, listed.date, states, desk))
    if listed.sex is not None:
        found.append(_compare_sex(listed.sex, states, desk))
    if listed.date is not None:
        found.append(_compare_date(listed.date, ends))
        found.append(_find_alive(listed.date, [c for c in lives if c.event.type == "alive"]))
    if listed.place is not None:
        found.append(_compare_place(listed.place, ends))
    if listed.cause is not None:
        found.append(_compare_cause(listed.cause, ends))
    if listed.sources is not None:
        found.append(_compare_sources(listed.sources, person.told))
    return tuple(one for one in found if one is not None)


def _family(claim: Claim) -> str:
    return load_event_types()[claim.event.type].family


def _is_asserted(claim: Claim) -> bool:
    event = claim.event
    is_real = event.modality in {"happened", "ongoing"} and not event.negated
    return is_real and claim.stance in {"asserts", "admits", "accuses"}


def _is_of(claim: Claim, entity: str) -> bool:
    """Whether it is this person to whom it happened, or who is said to be so."""
    holds = {"victim", "person", "holder"}
    return any(r.name in holds and r.filler.entity == entity for r in claim.event.roles)


def _agreement(fits: bool, field: str, listed: object, told: str, claim: Claim) -> Agreement:
    return Agreement(
        fits, f"{field} {listed}: told {told} by {describe_claimant(claim)}, claim {claim.id}"
    )


def _words(claim: Claim, desk: "Desk") -> str:
    return " ".join(claim.event.trigger.of(desk.report(claim.report).text).split())


def _compare_age(
    age: int, date: Interval | None, states: Sequence[Claim], desk: "Desk"
) -> Agreement | None:
    """An age told in another year may differ by the years between."""
    aged = [claim for claim in states if claim.event.type == "age"]
    told = [(str(age_told(claim) or _words(claim, desk)), claim) for claim in aged]
    gaps = [
        (max(0, abs(int(words) - age) - _years_between(date, claim.published_at)), words, claim)
        for words, claim in told
        if words.isdigit()
    ]
    if not gaps:
        return None
    gap, words, claim = min(gaps, key=lambda one: one[0])
    return _agreement(gap <= 1, "age", age, words, claim)


def _years_between(one: Interval | None, other: Interval | None) -> int:
    return abs(int(one.start[:4]) - int(other.start[:4])) if one and other else 0


def _compare_sex(sex: str, states: Sequence[Claim], desk: "Desk") -> Agreement | None:
    """By what the person is called ("spokeswoman", "son"); nothing where that tells both."""
    told = {gender: c for c in states if (gender := gender_told(_words(c, desk))) is not None}
    if len(told) != 1:
        return None
    ((gender, claim),) = told.items()
    return _agreement(gender == sex, "sex", sex, f"“{_words(claim, desk)}”", claim)


def _compare_date(date: Interval, ends: Sequence[Claim]) -> Agreement | None:
    """By the events' own times; a report that was out before the day cannot tell of it."""
    own = [(c.when.interval, c) for c in ends if c.when is not None and c.when.interval is not None]
    day = date.start[:10]
    if own:
        told, claim = min(own, key=lambda pair: _gap_days(pair[0], date))
        fits = _gap_days(told, date) <= SLACK_DAYS
        return _agreement(fits, "date", day, f"{_type(claim)} on {told.start[:10]}", claim)
    out = [(c.published_at.stop, c) for c in ends if c.published_at is not None]
    if not out:
        return None
    last, claim = max(out, key=lambda pair: pair[0])
    if _shift(last, SLACK_DAYS) >= date.start:
        return None
    return _agreement(False, "date", day, f"{_type(claim)} already on {last[:10]}", claim)


def _find_alive(date: Interval, alive: Sequence[Claim]) -> Agreement | None:
    """Who is seen alive after the day of the list was not killed then."""
    for claim in alive:
        own = claim.when.interval if claim.when is not None else None
        if own is not None and own.start > _shift(date.stop, SLACK_DAYS):
            return _agreement(False, "date", date.start[:10], f"alive on {own.start[:10]}", claim)
    return None


def _gap_days(one: Interval, other: Interval) -> float:
    """The days between two times; 0: they meet."""
    first, last = sorted((one, other), key=lambda time: time.start)
    gap = datetime.fromisoformat(last.start) - datetime.fromisoformat(first.stop)
    return max(0.0, gap / timedelta(days=1))


def _shift(moment: str, days: int) -> str:
    try:
        return f"{datetime.fromisoformat(moment) + timedelta(days=days):%Y-%m-%dT%H:%M:%SZ}"
    except (ValueError, OverflowError):
        return moment


def _compare_place(place: str, ends: Sequence[Claim]) -> Agreement | None:
    """By name, of the place or the province; "Dalan, South Karvia" is compared part by part."""
    told = [(c.place, c) for c in ends if c.place is not None]
    if not told:
        return None
    wanted = {fold_place(part) for part in place.split(",") if part.strip()}
    fits = [(where, claim) for where, claim in told if wanted & _names_of(where)]
    where, claim = (fits or told)[0]
    words = f"{_type(claim)} in {where.name or where.words}"
    return _agreement(bool(fits), "place", place, words, claim)


def _compare_cause(cause: str, ends: Sequence[Claim]) -> Agreement | None:
    """By its sort, of all words that tell of the end; None: either tells of no sort that is known.

    What a report tells besides may be the end of others, so one of its sorts is enough to agree.
    """
    wanted = sorts_of_cause(cause)
    told = [(sorts_of_cause(f"{_type(c)} {c.words}"), c) for c in ends]
    told = [(sorts, claim) for sorts, claim in told if sorts]
    if not wanted or not told:
        return None
    fits = [(sorts, claim) for sorts, claim in told if sorts & wanted]
    sorts, claim = (fits or told)[0]
    words = " or ".join(sorted(sort.replace("_", " ") for sort in (sorts & wanted or sorts)))
    return _agreement(bool(fits), "cause", cause, words, claim)


def _compare_sources(sources: str, told: Sequence[Claim]) -> Agreement | None:
    """Whether one of them tells of the person; None: none does, which rules nobody out."""
    parts = (fold_place(part) for part in re.split(r"[,;|/\n]| and ", sources))
    wanted = {part for part in parts if len(part) >= _LEAST_SOURCE}
    for claim in told:
        names = [claim.outlet, *(step.label for step in claim.chain)]
        folded = {fold_place(name) for name in names if name}
        if any(one == name or one in name for one in wanted for name in folded):
            return _agreement(True, "source", sources, _type(claim), claim)
    return None


def _names_of(place: Place) -> set[str]:
    return {fold_place(name) for name in (place.name, place.words, place.admin1) if name}


def _type(claim: Claim) -> str:
    return claim.event.type.replace("_", " ")
