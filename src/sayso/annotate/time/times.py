"""A text and the day it was published in, its time expressions on the calendar out."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from sayso.annotate.time.anchors import Anchor, first_anchor
from sayso.annotate.time.clocks import CLOCK_READERS, place_clocks
from sayso.annotate.time.days import DAY_READERS
from sayso.annotate.time.durations import DURATION_READERS
from sayso.annotate.time.forms import Told, find_told
from sayso.annotate.time.months import MONTH_READERS
from sayso.annotate.time.periods import PERIOD_READERS
from sayso.annotate.time.readings import Reader, Reading
from sayso.annotate.time.stretches import stretch_of
from sayso.types import Interval, Report, When

_READERS: Mapping[str, Reader] = {
    **DAY_READERS, **MONTH_READERS, **PERIOD_READERS, **DURATION_READERS, **CLOCK_READERS,
}  # fmt: skip


def find_times_of(report: Report) -> tuple[When, ...]:
    """The times of a report, counted from its day by its own clock."""
    return find_times(report.text, report.published_at, day=report.published_day)


def find_times(
    text: str, published_at: Interval | None, *, day: str | None = None
) -> tuple[When, ...]:
    """Dates, hours, durations and sets, in text order; none overlaps another.

    What counts from the report's own day stays unreached (interval None) where the report has none.
    day: that of publication, where it is not the one of `published_at`, which is in UTC.
    docs/reference/times.md says what is read and how values are reached.
    """
    told = find_told(text)
    day = day or (published_at.start[:10] if published_at is not None else None)
    published = date.fromisoformat(day) if day is not None else None
    anchor = first_anchor(told, published)
    readings: list[Reading] = []
    stop = 0
    for one in told:
        if "\n" in text[stop : one.span.start]:
            anchor = anchor.after_paragraph()
        reading = _read(one, anchor) if one.span.start >= stop else None
        if reading is None:
            continue
        readings.append(reading)
        stop = one.span.stop
        anchor = _moved_on(anchor, one, reading)
    return _join_calendars([reading.when for reading in place_clocks(readings, text)], text)


def _read(told: Told, anchor: Anchor) -> Reading | None:
    try:
        return _READERS[told.kind](told, anchor)
    except (ValueError, OverflowError):  # past the calendar: "in 9,000 years"
        return None


def _moved_on(anchor: Anchor, told: Told, reading: Reading) -> Anchor:
    """Where the telling stands after these words."""
    if told.kind == "duration" and told.given.get("unit") == "month":
        return anchor.after_months()
    if reading.stretch is None or _is_citation(told):
        return anchor
    if told.kind in {"quarter", "told_quarter"}:
        is_told_of = not anchor.compares_with(reading.stretch)
        return anchor.after_quarter(reading.stretch) if is_told_of else anchor
    if told.kind == "year_ago":
        return anchor
    return anchor.after(reading.stretch, reading.when.reached_by)


def _is_citation(told: Told) -> bool:
    """'Marsh (1998)': a year of print, from which no story goes on."""
    return told.kind == "year" and told.before(1) == "(" and told.after(1) == ")"


_BOTH = re.compile(r"^ ?\(|calendar|old style|new style", re.IGNORECASE)
_OLD_STYLE = re.compile(
    r",?\s\(?(?:old\sstyle|o\.\s?s\.|(?:by|in|of|according\sto)\sthe\s(?:julian|old\srussian)\scalendar)",
    re.IGNORECASE,
)
_APART = range(10, 14)  # days by which the Julian calendar is behind, 1582 to today


def _join_calendars(times: list[When], text: str) -> tuple[When, ...]:
    """'24 August (5 September)', '5 September, which is 24 August by the Russian calendar': one
    day under two names, which is the later of the two in our calendar."""
    joined = list(times)
    for index in range(len(joined) - 1):
        one, other = joined[index], joined[index + 1]
        if (
            one.interval is None
            or other.interval is None
            or not one.precision == other.precision == "day"
            or not one.type == other.type == "DATE"
        ):
            continue
        near = text[one.span.stop : other.span.stop + 40]
        if other.span.start - one.span.stop > 40 or not _BOTH.search(near):
            continue
        days = abs((_day(one.interval) - _day(other.interval)).days)
        if days in _APART:
            later = max(one, other, key=lambda when: when.interval.start if when.interval else "")
            joined[index] = replace(one, value=later.value, interval=later.interval)
            joined[index + 1] = replace(other, value=later.value, interval=later.interval)
    return tuple(
        _from_old_style(one, text) if one == times[index] else one
        for index, one in enumerate(joined)
    )


def _from_old_style(one: When, text: str) -> When:
    """'26 August, Old Style': the day of our calendar, 7 September in the nineteenth century."""
    is_day = one.interval is not None and one.precision == "day" and one.type == "DATE"
    if one.interval is None or not is_day or not _OLD_STYLE.match(text, one.span.stop):
        return one
    day = _day(one.interval)
    behind = day.year // 100 - day.year // 400 - 2
    if behind not in _APART or (day.month < 3 and day.year % 100 == 0):
        return one
    stretch = stretch_of(day + timedelta(days=behind), "day")
    return replace(one, value=stretch.value, interval=stretch.interval)


def _day(interval: Interval) -> date:
    return date.fromisoformat(interval.start[:10])
