"""Times in; a strip of them as SVG out: a bar for each few days, a line for what is known more coarsely."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from markupsafe import Markup

from sayso.types import Interval

SIZES = (("wide", 760, 13.0), ("narrow", 350, 12.0))
EDGE = 40  # pixels on either side, so that the outer dates have room
BAR_PX, TALLEST_PX, LANE_PX, MOST_LANES = 8, 48, 7, 4
FINE_DAYS = 3  # what is known to three days or better is a bar; the rest is a line
TICK_PX = 74  # room for one date
STRAYS = 0.05  # of the times, at either end, that may fall outside a strip they would stretch
STRETCH = 3.0  # how many times longer strays must make it to be left out
STEPS = (("day", 1), ("day", 2), ("day", 7), ("day", 14), ("month", 1), ("month", 3), ("month", 6),
         ("year", 1), ("year", 2), ("year", 5), ("year", 10), ("year", 25), ("year", 50),
         ("year", 100), ("year", 500))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Days:
    """From the first day to the last, both counted from the year 1."""

    first: int
    last: int

    @property
    def is_fine(self) -> bool:
        return self.last - self.first < FINE_DAYS


@dataclass(frozen=True, slots=True)
class Axis:
    first: int
    last: int
    width: int

    def at(self, day: float) -> float:
        share = (day - self.first) / max(self.last + 1 - self.first, 1)
        return EDGE + share * (self.width - 2 * EDGE)


def draw_strips(times: Sequence[Interval]) -> tuple[Markup, int]:
    """The strip for a wide and a narrow screen, and how many times lie outside what it shows."""
    days = [Days(day_of(time.start), day_of(time.stop)) for time in times]
    if not days:
        return Markup(""), 0
    first, last = find_bounds(days)
    outside = sum(one.last < first or last < one.first for one in days)
    drawn = [draw_strip(days, Axis(first, last, width), name, size) for name, width, size in SIZES]
    return Markup("\n").join(drawn), outside


def day_of(time: str) -> int:
    return date.fromisoformat(time[:10]).toordinal()


def find_bounds(days: Sequence[Days]) -> tuple[int, int]:
    """What the strip shows: all, or without a few strays that would press the rest together."""
    told = sorted((one for one in days if one.is_fine), key=lambda one: one.first) or list(days)
    first, last = min(one.first for one in told), max(one.last for one in told)
    few = int(len(told) * STRAYS)
    inner_first, inner_last = told[few].first, told[len(told) - 1 - few].last
    if last - first > STRETCH * max(inner_last - inner_first, 14):
        first, last = inner_first, inner_last
    spare = max((last - first) // 20, 1)
    return max(first - spare, 1), min(last + spare, date.max.toordinal())


def draw_strip(days: Sequence[Days], axis: Axis, name: str, size: float) -> Markup:
    lanes = pack_lanes([one for one in days if not one.is_fine], axis)
    base = TALLEST_PX + 22
    below = base + 8 + LANE_PX * len(lanes)
    parts = [
        *draw_bars([one for one in days if one.is_fine], axis, base, size),
        Markup('<path class="axis" d="M{} {}H{}"/>').format(EDGE, base, axis.width - EDGE),
        *draw_lanes(lanes, axis, base),
        *draw_ticks(axis, base, below + size, size),
    ]
    return Markup(
        '<svg class="strip {0}" viewBox="0 0 {1} {2:.0f}" width="{1}" height="{2:.0f}" role="img" '
        'aria-label="{3} dated claims over time; the list below tells the same">{4}</svg>'
    ).format(name, axis.width, below + size + 8, len(days), Markup("").join(parts))


def draw_bars(days: Sequence[Days], axis: Axis, base: float, size: float) -> Iterator[Markup]:
    """How many claims fall into each few pixels; the tallest bar bears its number."""
    counts = Counter(int((axis.at(one.first + 0.5)) // BAR_PX) for one in days
                     if axis.first <= one.first <= axis.last)  # fmt: skip
    most = max(counts.values(), default=1)
    for place, count in sorted(counts.items()):
        tall = max(TALLEST_PX * count / most, 3.0)
        yield Markup(
            '<rect class="bar" x="{:g}" y="{:.1f}" width="{}" height="{:.1f}"/>'
        ).format(place * BAR_PX, base - tall, BAR_PX - 1, tall)  # fmt: skip
        if count == most:
            yield Markup('<text x="{:g}" y="{:.1f}" font-size="{:g}" text-anchor="middle">{}</text>').format(
                place * BAR_PX + BAR_PX / 2, base - tall - 4, size - 1, count
            )  # fmt: skip
            most = -1  # once is enough


def pack_lanes(days: Sequence[Days], axis: Axis) -> list[list[Days]]:
    """The longer times in as few rows as hold them apart; what finds no row is in the list only."""
    lanes: list[list[Days]] = []
    for one in sorted(set(days), key=lambda one: (one.first, -one.last)):
        if one.last < axis.first or axis.last < one.first:
            continue
        free = next((lane for lane in lanes if lane[-1].last < one.first), None)
        if free is not None:
            free.append(one)
        elif len(lanes) < MOST_LANES:
            lanes.append([one])
    return lanes


def draw_lanes(lanes: Sequence[Sequence[Days]], axis: Axis, base: float) -> Iterator[Markup]:
    for n, lane in enumerate(lanes):
        for one in lane:
            left = axis.at(max(one.first, axis.first))
            right = axis.at(min(one.last, axis.last) + 1)
            yield Markup('<path class="span" d="M{:.1f} {}H{:.1f}"/>').format(
                left, base + 6 + LANE_PX * n, right
            )


def draw_ticks(axis: Axis, base: float, down: float, size: float) -> Iterator[Markup]:
    for day, words in list_ticks(axis):
        x = axis.at(day.toordinal())
        yield Markup('<path class="tick" d="M{0:.1f} {1}v4"/>').format(x, base)
        yield Markup('<text x="{:.1f}" y="{:.1f}" font-size="{:g}" text-anchor="middle">{}</text>').format(
            x, down, size - 1, words
        )  # fmt: skip


def list_ticks(axis: Axis) -> list[tuple[date, str]]:
    """Round dates, as many as find room; the step is the finest that leaves room for the words."""
    for unit, step in STEPS:
        days = ticks_of(unit, step, axis)
        places = [axis.at(day.toordinal()) for day in days]
        if all(b - a >= TICK_PX for a, b in pairwise(places)):
            pairs = zip(days, places, strict=True)
            kept = [day for day, x in pairs if EDGE <= x <= axis.width - EDGE]
            return [(day, write_tick(day, unit)) for day in kept]
    return []


def write_tick(day: date, unit: str) -> str:
    if unit == "year":
        return str(day.year)
    return f"{day:%b} {day.year}" if unit == "month" else f"{day.day} {day:%b} {day.year}"


def ticks_of(unit: str, step: int, axis: Axis) -> list[date]:
    first, last = date.fromordinal(axis.first), date.fromordinal(axis.last)
    if unit == "day":
        longest = int((axis.width / TICK_PX + 2) * step)
        if axis.last - axis.first > longest:  # far too many
            return [first, first]
        return [
            date.fromordinal(day) for day in range(axis.first, axis.last + 1) if day % step == 0
        ]
    if unit == "month":
        months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
        return [date(m // 12, m % 12 + 1, 1) for m in months if m % step == 0]
    return [date(year, 1, 1) for year in range(first.year, last.year + 1) if year % step == 0]
