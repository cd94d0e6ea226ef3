"""Propositions and assertions go in; one `Range` for each thing counted comes out.

WEIGHING.md section 4.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.types import Interval
from sayso.weigh.assertions import Assertion, Proposition, Quantity, Range
from sayso.weigh.voices import (
    Utterance,
    best_worth,
    find_latest,
    find_utterances,
    is_later,
    is_withdrawn,
    out_by,
)

Register = Mapping[str, str]
Counted = tuple[str, str, str]  # event, category, victims


@dataclass(frozen=True, slots=True)
class Figure:
    """The one figure of a group.

    is_total: it was given as a total, and not as a vague word or 'up to'
    """

    group: str
    quantity: Quantity
    is_total: bool
    knows: bool
    side: str | None
    when: Interval | None
    flags: tuple[str, ...] = ()

    @property
    def low(self) -> int:
        return self.quantity.low

    @property
    def high(self) -> int | None:
        return self.quantity.high


def measure(
    propositions: Iterable[Proposition],
    assertions: Iterable[Assertion],
    *,
    as_of: str | None,
    register: Register,
) -> dict[Counted, Range | None]:
    """The range of each thing counted, as (event, category, victims); None: no figure by then.

    register: organisation -> side, on the date of the event
    """
    counted = {
        one.id: (one.event or "", one.category, one.victims)
        for one in propositions
        if one.category is not None
    }
    said_of: dict[Counted, list[Assertion]] = {key: [] for key in counted.values()}
    for said in out_by(assertions, as_of):
        if said.proposition in counted and not said.is_beside:
            said_of[counted[said.proposition]].append(said)
    return {key: span_figures(find_figures(ones, as_of, register)) for key, ones in said_of.items()}


def find_figures(
    said: Iterable[Assertion], as_of: str | None, register: Register
) -> tuple[Figure, ...]:
    """Each group's figure, of what stands."""
    by_group: dict[str, list[Utterance]] = defaultdict(list)
    for one in find_utterances(said):
        if not is_withdrawn(one.assertion, as_of):
            by_group[one.group].append(one)
    found = (find_figure(words, register.get(group)) for group, words in by_group.items())
    return tuple(figure for figure in found if figure is not None)


def find_figure(words: Sequence[Utterance], side: str | None) -> Figure | None:
    """A group's total and parts as one figure; None: it gives none, or took it away."""
    by_slot: dict[tuple[str, str] | None, list[Utterance]] = defaultdict(list)
    for one in words:
        if one.assertion.stance == "assert" and one.assertion.quantity:
            by_slot[one.assertion.part_of].append(one)
    knows = best_worth(one for told in by_slot.values() for one in told) == "knows"
    takes = [one for one in words if takes_away(one)]
    standing = {
        slot: [
            read_figure(one, one.assertion.quantity, knows=knows, side=side)
            for one in find_latest([*told, *takes])
            if one.assertion.quantity
        ]
        for slot, told in by_slot.items()
    }
    total = choose(standing.pop(None, []))
    parts = {slot: part for slot, told in standing.items() if slot and (part := choose(told))}
    return add_parts(total, parts)


def takes_away(one: Utterance) -> bool:
    return one.assertion.stance == "retract" or (
        one.assertion.stance == "deny" and not one.assertion.quantity
    )


def read_figure(one: Utterance, quantity: Quantity, *, knows: bool, side: str | None) -> Figure:
    is_total = one.assertion.scope == "total" and quantity.op not in ("vague", "up_to")
    return Figure(
        group=one.group,
        quantity=quantity,
        is_total=is_total,
        knows=knows,
        side=side,
        when=one.when,
    )


def choose(told: Sequence[Figure]) -> Figure | None:
    """Of figures that cannot be ordered, the highest floor; None: there is none."""
    if not told:
        return None
    best = max(told, key=rank)
    if len({(one.low, one.high) for one in told}) > 1:
        return replace(best, flags=("order_unknown",))
    return best


def rank(one: Figure) -> tuple[int, float, str, str, bool]:
    """The highest lower end, then the narrower, then the later; then the better word."""
    width = float("inf") if one.high is None else one.high - one.low
    start, stop = (one.when.start, one.when.stop) if one.when else ("", "")
    return one.low, -width, start, stop, one.is_total


def add_parts(total: Figure | None, parts: Mapping[tuple[str, str], Figure]) -> Figure | None:
    """Raise a group's figure to the floor its parts make; places add up, people overlap."""
    if not parts:
        return total
    places = sum(part.low for (kind, _), part in parts.items() if kind == "place")
    people = max((part.low for (kind, _), part in parts.items() if kind == "who"), default=0)
    floor = max(places, people)
    if total is None:
        return make_floor(floor, tuple(parts.values()))
    if total.high is not None and total.high < floor:
        raised = Quantity("at_least", floor, None)
        return replace(total, quantity=raised, flags=(*total.flags, "parts_exceed_total"))
    return replace(total, quantity=replace(total.quantity, low=max(floor, total.low)))


def make_floor(floor: int, parts: Sequence[Figure]) -> Figure:
    """As old as its latest part; a vague word only where all parts are."""
    newest = max(parts, key=lambda part: rank(part)[2:])
    is_vague = all(part.quantity.op == "vague" for part in parts)
    quantity = Quantity("vague" if is_vague else "at_least", floor, None)
    return replace(newest, quantity=quantity, is_total=False, flags=())


def is_passed(one: Figure, other: Figure) -> bool:
    """Whether a tally has grown past `one`: then it is a floor, and no rival."""
    if one.low == 0 or not other.knows or other.side or one.quantity.top >= other.low:
        return False
    if one.quantity.op == "vague" or (one.high is None and other.high is not None):
        return True
    return one.side is None and (not one.knows or is_later(other.when, one.when))


def do_meet(one: Figure, other: Figure) -> bool:
    return (other.high is None or one.low <= other.high) and (
        one.high is None or other.low <= one.high
    )


def span_figures(figures: Sequence[Figure]) -> Range | None:
    """The range over all groups' figures; None: there are none."""
    passed = [one for one in figures if any(is_passed(one, other) for other in figures)]
    kept = [one for one in figures if one not in passed]
    if not kept:
        return None
    high = max(one.quantity.top for one in kept)
    rivals = [one for one in kept if not all(do_meet(one, other) for other in kept)]
    flags = [(flag, one.group) for one in figures for flag in one.flags]
    flags += [("passed", one.group) for one in passed]
    return Range(
        low=min(one.low for one in kept),
        middle=find_middle(kept),
        high=high,
        open_above=any(one.high is None and one.low == high for one in kept),
        by_side=span_sides(figures),
        rivals=tuple(sorted(one.group for one in rivals)),
        groups=tuple(sorted(one.group for one in kept)),
        flags=tuple(sorted(flags)),
    )


def find_middle(kept: Sequence[Figure]) -> int | None:
    """Of the outside counts, or where two sides meet; None: one side's word alone, or no total."""
    outside = sorted(one.low for one in kept if one.is_total and one.knows and not one.side)
    if outside:
        return outside[(len(outside) - 1) // 2]
    sided = [one for one in kept if one.is_total and one.side]
    if len({one.side for one in sided}) < 2:
        return None
    if not all(do_meet(one, other) for one in sided for other in sided):
        return None
    return max(one.low for one in sided)


def span_sides(figures: Iterable[Figure]) -> tuple[tuple[str, int, int | None], ...]:
    """Each side's own span, its passed figures too."""
    by_side: dict[str, list[Figure]] = defaultdict(list)
    for one in figures:
        if one.side:
            by_side[one.side].append(one)
    return tuple(
        (side, min(one.low for one in own), find_ceiling(own))
        for side, own in sorted(by_side.items())
    )


def find_ceiling(figures: Sequence[Figure]) -> int | None:
    """The highest end; None: one of them is open."""
    ends = [one.high for one in figures if one.high is not None]
    return max(ends) if len(ends) == len(figures) else None
