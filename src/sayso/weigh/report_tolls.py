"""The claims of one report on one matter in; how many it says were killed, or hurt, at least and at
most, over all the sources it gives, out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.types import Claim, Count, Mention

UNDER_WAY = frozenset({"happened", "ongoing"})
HALF = 2  # a figure under half of "up to 12" is rather of some of the dead; by judgement
A_FEW = 2  # WEIGHING.md, section 4: a bare plural is a floor of two
_SINGULAR = ("a ", "an ", "one ", "the ", "his ", "her ")


@dataclass(frozen=True, slots=True)
class Toll:
    """The lowest and the highest of a report's totals for one category."""

    low: int
    high: int


def toll_of(claims: Sequence[Claim], category: str) -> Toll | None:
    """From the lowest to the highest of the totals that the report gives; None: it gives none.

    The first figure is the report's own summing up: 'between 17 and 25' is the range, whatever
    follows; of 'at least 12' the upper end is the highest total of any source, of 'up to 12' the
    lower end is the lowest. Where no figure is given, the victims it tells of are counted. Parts,
    history, sums over a war, and 'no casualties' beside a figure are left out.
    """
    told = [count for count in _figures(claims, category) if count.scope == "total"]
    some = [count for count in told if count.op != "none" and len(count.categories) == 1]
    if not some:
        return _of_victims(claims, category) or (Toll(0, 0) if told else None)
    first = some[0]
    others = [_end(count) for count in some[1:] if count.op != "vague"]
    if first.op == "between" and first.high is not None:
        return Toll(first.low, first.high)
    if first.op == "up_to" and first.high is not None:
        high = first.high
        return Toll(min((o for o in others if high / HALF <= o <= high), default=high), high)
    return Toll(_best(first), max([_best(first), *others]))


def _best(count: Count) -> int:
    """The number the words name: 'about 20' is 20 here, 'more than 40' is 41."""
    if count.op == "about" and count.high is not None:
        return (count.low + count.high) // 2
    return count.low


def _end(count: Count) -> int:
    if count.op in {"between", "up_to"} and count.high is not None:
        return count.high
    return _best(count)


def _figures(claims: Iterable[Claim], category: str) -> list[Count]:
    """The figures of what happened, in text order; each once, whoever gives it."""
    found: dict[tuple[int, int], Count] = {}
    for claim in claims:
        if _is_told(claim):
            for count in claim.event.counts:
                is_meant = not claim.event.negated or count.op == "none"
                if category in count.categories and is_meant:
                    found.setdefault((count.span.start, count.span.stop), count)
    return [found[at] for at in sorted(found)]


def _is_told(claim: Claim) -> bool:
    event = claim.event
    return not event.background and event.modality in UNDER_WAY and event.scope == "total"


_TYPES = {"killed": frozenset({"killed", "died", "executed"}), "injured": frozenset({"injured"})}


def _of_victims(claims: Iterable[Claim], category: str) -> Toll | None:
    """Where no number is given: one for each person said to have met it, two for 'people'."""
    victims = [
        role.filler
        for claim in claims
        if claim.event.type in _TYPES.get(category, ()) and _is_told(claim)
        if not claim.event.negated
        for role in claim.event.roles
        if role.name == "victim"
    ]
    if not victims:
        return None
    named = {v.entity or (v.name or v.words) for v in victims if v.kind == "person"}
    plural = any(_is_plural(v) for v in victims)
    count = max(len(named), A_FEW if plural else 1)
    return Toll(count, count)


def _is_plural(victim: Mention) -> bool:
    if victim.kind == "person" or victim.words.lower().startswith(_SINGULAR):
        return False
    return victim.kind == "crowd" or victim.words.split(" ")[0].endswith("s")
