"""What groups say of a matter in, which of them may be one out: they share a rare wrong detail.

Two who know it apart seldom err alike. A warning only (WEIGHING.md, section 2): the lower number
of origins falls, no status moves.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations
from typing import Literal, NamedTuple

from sayso.types import Claim, Interval
from sayso.weigh.assertions import Quantity, Range
from sayso.weigh.statuses import Ground, Register, side_of
from sayso.weigh.voices import Utterance

WITHIN = timedelta(hours=24)
# Smaller figures, and those that end in 0 or 5, are met by chance or by rounding.
LEAST_ODD = 21


@dataclass(frozen=True, slots=True)
class MayBeOne:
    """Two groups that share a detail which is wrong, or odd and unlike what others say.

    words: the detail as it is printed; meant: the place that was meant; None: it is a figure
    """

    one: str
    other: str
    kind: Literal["place", "figure"]
    words: str
    meant: str | None = None


class _Slip(NamedTuple):
    kind: Literal["place", "figure"]
    words: str
    meant: str | None
    of: str


def find_shared_slips(
    grounds: Mapping[str, Ground], ranges: Mapping[str, Range | None], claims: Mapping[str, Claim]
) -> tuple[MayBeOne, ...]:
    """The pairs of groups that know and made the same slip within 24 hours, on one matter.

    ranges: proposition -> its figures;  claims: those of the matter, by id
    """
    made: dict[_Slip, dict[str, list[Utterance]]] = defaultdict(lambda: defaultdict(list))
    for id_, ground in grounds.items():
        for group, camp in ground.asserting.items():
            for one in camp.words if camp.worth == "knows" else ():
                for slip in _slips_in(id_, group, one, ranges.get(id_), claims):
                    made[slip][group].append(one)
    found = {
        MayBeOne(one, other, slip.kind, slip.words, slip.meant)
        for slip, by_group in made.items()
        for one, other in combinations(sorted(by_group), 2)
        if any(_tell(a, b) for a in by_group[one] for b in by_group[other])
    }
    return tuple(sorted(found, key=lambda pair: (pair.one, pair.other, pair.kind, pair.words)))


def _slips_in(
    proposition: str,
    group: str,
    said: Utterance,
    measure: Range | None,
    claims: Mapping[str, Claim],
) -> Iterator[_Slip]:
    claim = claims.get(said.assertion.id.split("/")[0])
    place = claim.place if claim is not None else None
    if place is not None and place.corrected:
        yield _Slip("place", place.words, place.name, "")
    figure = said.assertion.quantity
    is_rival = measure is not None and group in measure.rivals
    if figure is not None and is_rival and _is_odd(figure):
        yield _Slip("figure", f"{figure.low:,}", None, proposition)


def _is_odd(figure: Quantity) -> bool:
    return figure.op == "exact" and figure.low >= LEAST_ODD and figure.low % 5 != 0


def _tell(one: Utterance, other: Utterance) -> bool:
    """Whether a shared slip says anything of two: an outlet's own spelling, or a copy's, does not."""
    ours, theirs = one.assertion, other.assertion
    if ours.outlet.name == theirs.outlet.name:
        return False
    if ours.report in theirs.copies or theirs.report in ours.copies:
        return False
    return one.when is not None and other.when is not None and _are_near(one.when, other.when)


def _are_near(one: Interval, other: Interval) -> bool:
    """Whether they may lie within 24 hours of each other."""
    first, last = sorted((one, other), key=lambda when: when.start)
    return datetime.fromisoformat(last.start) - datetime.fromisoformat(first.stop) <= WITHIN


def count_apart(knowing: set[str], pairs: Sequence[MayBeOne], register: Register) -> int:
    """How many of those who know stand apart if all who may be one are one; offices of a side are."""
    camps = {group: {side_of(group, register)} for group in sorted(knowing)}
    for pair in pairs:
        if pair.one in camps and pair.other in camps:
            joined = camps[pair.one] | camps[pair.other]
            camps = {g: joined if camp & joined else camp for g, camp in camps.items()}
    return len({frozenset(camp) for camp in camps.values()})
