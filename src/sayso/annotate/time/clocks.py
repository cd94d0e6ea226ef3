"""Clock times in, each on the day that stands beside it, to the second where its zone is told."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from sayso.annotate.time.anchors import Anchor
from sayso.annotate.time.forms import Told
from sayso.annotate.time.readings import Reader, Reading
from sayso.annotate.time.stretches import iso, stretch_of
from sayso.annotate.time.words import load_time_words, number_of
from sayso.types import Interval, ReachedBy, Span, When

_BEFORE_DAY = re.compile(  # "10:35 a.m. (0735 GMT) on Friday": both
    r"\s*(?:\(?local time\)?|,)?\s*(?:\([^()\n]{3,20}\)|\))?\s*(?:on|of)?\s*(?:the\s)?",
    re.IGNORECASE,
)
_AFTER_DAY = re.compile(
    r"\s*,?\s*(?:\(|at|around|about|by|until|from)?\s*(?:about\s)?", re.IGNORECASE
)
_SMALL_HOURS = {12, 1, 2, 3, 4, 5}
_JOINED = re.compile(r",?\s")  # a day so close is one expression with its hour
_TO = re.compile(r"\s?[-–—]\s?|\s(?:to|and|until|till|through)\s(?:about\s)?")
_OF_PART = re.compile(r",?\s(?:(?:on|in)\s)?")
_IN_THE_PART = re.compile(r"T(MO|AF|EV|NI)$")


def read_clock(told: Told, anchor: Anchor) -> Reading | None:
    """'5 p.m. GMT', '10:57', 'noon': on the report's day, or that of the story, until placed."""
    at = _time_of(told.given)
    if at is None:
        return None
    day = anchor.day_told_of
    zone = told.given.get("zone")
    if day is None:
        when = When(told.span, "TIME", f"XXXX-XX-XXT{at:%H:%M}", None, "unknown", "unknown")
    else:
        when = _clock_on(told.span, day, at, zone, anchor.reached_by)
    return Reading(when, None, at, zone)


def _time_of(given: Mapping[str, str]) -> time | None:
    if "hour_name" in given:
        return time(load_time_words().hours[given["hour_name"]])
    said = given.get("hour") or given.get("two_digit_hour")
    hour = int(said if said is not None else number_of(given["hour_in_words"]) or 0)
    half = given.get("half") or _half_of(given.get("part"), hour)
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 23:
        return None
    return time(hour, int(given.get("minute", 0)), int(given.get("second", 0)))


def _half_of(part: str | None, hour: int) -> str | None:
    """'in the morning' -> 'am', 'four at night' -> 'am', 'ten at night' -> 'pm'; None: not told."""
    if part is None:
        return None
    is_small = hour in _SMALL_HOURS and part.startswith("night")
    return "am" if is_small or load_time_words().parts[part].code == "MO" else "pm"


def _clock_on(span: Span, day: date, at: time, zone: str | None, reached_by: ReachedBy) -> When:
    """Without a zone the hour is in the value, and the interval is the day."""
    value = f"{day.isoformat()}T{at:%H:%M}"
    if zone is None:
        return When(span, "TIME", value, stretch_of(day, "day").interval, "day", reached_by)
    ahead = timedelta(hours=load_time_words().zones[zone])
    moment = iso(datetime.combine(day, at, UTC) - ahead)
    return When(span, "TIME", value, Interval(moment, moment), "instant", reached_by)


def place_clocks(readings: Sequence[Reading], text: str) -> list[Reading]:
    """Each clock time on the day right after it ('10:57 on Monday') or before it ('Monday at noon')."""
    placed = list(readings)
    for index, clock in enumerate(readings):
        if clock.at is None:
            continue
        following = next((one for one in readings[index + 1 : index + 3] if one.at is None), None)
        leading = readings[index - 1] if index else None
        if following is not None and (half := _half_told_by(clock, following, text)):
            placed[index] = _placed(replace(clock, at=_in_half(clock.at, half)), following)
            continue
        if following is not None and _is_beside(clock, following, text, _BEFORE_DAY):
            placed[index] = _placed(clock, following)
        elif leading is not None and _is_beside(leading, clock, text, _AFTER_DAY):
            placed[index] = _placed(clock, leading)
    for index in range(len(placed) - 1):
        one, other = placed[index : index + 2]
        if _are_from_and_to(one, other, text):
            is_first_placed = one is not readings[index]
            day = one if is_first_placed and other is readings[index + 1] else other
            placed[index], placed[index + 1] = _on_day_of(one, day), _on_day_of(other, day)
    return _join_days(placed, text)


def _are_from_and_to(one: Reading, other: Reading, text: str) -> bool:
    """'4 p.m. to 6 p.m. Monday', 'Monday from 4 to 6 p.m.': hours of one day."""
    between = _TO.fullmatch(text, one.when.span.stop, other.when.span.start)
    return one.at is not None and other.at is not None and between is not None


def _on_day_of(clock: Reading, other: Reading) -> Reading:
    day = (other.when.value or "")[:10]
    if clock is other or clock.at is None or not day[:4].isdigit():
        return clock
    when = _clock_on(
        clock.when.span, date.fromisoformat(day), clock.at, clock.zone, other.when.reached_by
    )
    return replace(clock, when=when)


def _is_beside(one: Reading, other: Reading, text: str, between: re.Pattern[str]) -> bool:
    day = other if one.at is not None else one
    if day.stretch is None or day.stretch.unit != "day" or day.when.type != "DATE":
        return False
    return between.fullmatch(text, one.when.span.stop, other.when.span.start) is not None


def _half_told_by(clock: Reading, part: Reading, text: str) -> str | None:
    """The 'pm' that '9:30 Monday night' holds; None: no part of a day stands beside the clock."""
    code = _IN_THE_PART.search(part.when.value or "")
    is_beside = _OF_PART.fullmatch(text, clock.when.span.stop, part.when.span.start) is not None
    if code is None or clock.at is None or part.stretch is None or not is_beside:
        return None
    is_small = code[1] == "NI" and clock.at.hour in _SMALL_HOURS
    return "am" if code[1] == "MO" or is_small else "pm"


def _in_half(at: time, half: str) -> time:
    return at.replace(hour=at.hour % 12 + (12 if half == "pm" else 0)) if at.hour <= 12 else at


def _placed(clock: Reading, day: Reading) -> Reading:
    assert clock.at is not None and day.stretch is not None  # as `_is_beside` saw
    first, reached_by = day.stretch.first, day.when.reached_by
    return replace(clock, when=_clock_on(clock.when.span, first, clock.at, clock.zone, reached_by))


def _join_days(readings: Sequence[Reading], text: str) -> list[Reading]:
    """'5 p.m. GMT Tuesday' is one expression; '5 p.m. on Tuesday' is two."""
    joined: list[Reading] = []
    for reading in readings:
        clock = joined[-1] if joined else None
        if clock is not None and clock.at is not None and _are_one(clock, reading, text):
            span = Span(clock.when.span.start, reading.when.span.stop)
            joined[-1] = replace(clock, when=replace(clock.when, span=span), at=None)
        else:
            joined.append(reading)
    return joined


def _are_one(clock: Reading, day: Reading, text: str) -> bool:
    is_part = _half_told_by(clock, day, text) is not None
    between = text[clock.when.span.stop : day.when.span.start]
    return _is_beside(clock, day, text, _JOINED) or (is_part and between == " ")


CLOCK_READERS: Mapping[str, Reader] = {"clock": read_clock}
