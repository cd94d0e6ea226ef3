"""In: a date as a page, a feed or a line prints it. Out: an `Interval`, or None when in doubt."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from sayso.types import Interval

_A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_HAS_YEAR = re.compile(r"(?<!\d)(?:\d{4}|\d{8}|\d{12}|\d{14})(?!\d)")
_NUMBERS = re.compile(r"\s*(?:[A-Za-z]+,?\s+)?(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}(?!\d)")
_DOTTED_CLOCK = re.compile(r"\b(\d{1,2})\.(\d{2})(?=\s?(?:[ap]\.?m|[A-Z]{3,4}\b))")
_LONGEST = 80
_BEFORE_PRINTED = re.compile(
    r"\s*(?:(?i:(?:first |last )?(?:published|posted|updated|modified|issued)(?: on| at)?\b:?)"
    r"|[A-Z][A-Z'’. -]+(?:, [A-Z][A-Za-z. ]+)?,(?= ))\s*",
)
_AFTER_PRINTED = re.compile(r"\s*(?:\([^()]*\))?\s*[-–—:]*\s*\Z")
# Letters that newsrooms print and that mean one zone only; IST, AST and their like mean several.
_ZONE_HOURS = {
    "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "TRT": 3, "PKT": 5,
    "EDT": -4, "EST": -5, "CDT": -5, "MDT": -6, "MST": -7, "PDT": -7, "PST": -8,
    "WET": 0, "WEST": 1, "GMT": 0, "UTC": 0, "Z": 0,
}  # fmt: skip
# Two defaults that differ in every field show which fields the words themselves filled.
_DEFAULTS = (datetime(2000, 1, 1, 1, 1), datetime(2004, 2, 2, 2, 2))
# The clocks of the world lie up to 14 hours from UTC, and many pages leave the zone out.
_CLOCK_SLACK = timedelta(hours=14)


class _UnknownZone(ValueError):
    """The words hold a zone's letters that mean nothing or several things."""


def parse_published(words: str) -> Interval | None:
    """When a report says it was published; None for a month, a year, or what cannot be read.

    A day without a time is the whole day. A time without a zone is taken as UTC, one with a
    zone that means several is the whole day. "05/06/2021" could be two days, so it is None.
    """
    words = words.strip()
    if _A_DAY.match(words):
        return _day_or_none(words)
    if len(words) > _LONGEST or not _HAS_YEAR.search(words) or _is_ambiguous(words):
        return None
    try:
        return _read_words(_tidy(words))
    except (ValueError, OverflowError, TypeError, ArithmeticError):
        # dateutil documents ValueError and OverflowError; odd digits raise the other two.
        return None


def day_by_its_clock(told: Iterable[str | None]) -> str | None:
    """The day by its own zone of the first words that can be read, where UTC has another.

    "2031-05-10T02:00:00+04:30" is 9 May in UTC, and its "today" is 10 May.
    """
    read = ((words, date) for words in told if words and (date := parse_published(words)))
    words, date = next(read, (None, None))
    if words is None or date is None or is_whole_day(date):
        return None
    from dateutil import parser  # type: ignore[import-untyped, unused-ignore]

    day = parser.parse(_tidy(words.strip()), default=_DEFAULTS[0], tzinfos=_zone_of).date()
    return None if date.start.startswith(day.isoformat()) else str(day.isoformat())


def printed_day_by_its_clock(line: str) -> str | None:
    """The same of a line that prints nothing but a date."""
    return day_by_its_clock((_bare(line),))


def parse_printed(line: str) -> Interval | None:
    """The date of a line that prints nothing else: "Published on ...", "KABUL, ... (agency) -"."""
    if len(line) > 2 * _LONGEST:
        return None
    return parse_published(_bare(line))


def _bare(line: str) -> str:
    before = _BEFORE_PRINTED.match(line)
    bare = line[before.end() :] if before else line
    return _AFTER_PRINTED.sub("", bare, count=1)


def intervals_disagree(one: Interval, other: Interval) -> bool:
    """Whether two dates of one report cannot be the same moment told in two zones."""
    first, second = sorted((one, other), key=lambda interval: (interval.start, interval.stop))
    gap = _moment(second.start) - _moment(first.stop)
    both_days = is_whole_day(one) and is_whole_day(other)
    return gap > (timedelta(0) if both_days else _CLOCK_SLACK)


def is_whole_day(interval: Interval) -> bool:
    """Whether a time is known only to the day."""
    return interval.start.endswith("T00:00:00Z") and interval.stop.endswith("T23:59:59Z")


def _day_or_none(words: str) -> Interval | None:
    try:
        day = datetime.strptime(words, "%Y-%m-%d")
    except ValueError:
        return None
    return _whole_day(day)


def _is_ambiguous(words: str) -> bool:
    numbers = _NUMBERS.match(words)
    if numbers is None:
        return False
    first, second = int(numbers[1]), int(numbers[2])
    return first <= 12 and second <= 12 and first != second


def _tidy(words: str) -> str:
    words = re.sub(r"[•|·]", " ", words)
    return _DOTTED_CLOCK.sub(r"\1:\2", words)


def _read_words(words: str) -> Interval | None:
    from dateutil import parser  # type: ignore[import-untyped, unused-ignore]

    try:
        one, two = (parser.parse(words, default=day, tzinfos=_zone_of) for day in _DEFAULTS)
    except _UnknownZone:
        one, two = (parser.parse(words, default=day, ignoretz=True) for day in _DEFAULTS)
        return _whole_day(one) if one.date() == two.date() else None
    if one.date() != two.date() or one.year < 1000:
        return None
    if one.hour != two.hour:
        return _whole_day(one)
    if one.minute != two.minute:
        hour = _in_utc(one.replace(minute=0))
        return Interval(_iso(hour), _iso(hour + timedelta(minutes=59, seconds=59)))
    moment = _iso(_in_utc(one))
    return Interval(moment, moment)


def _zone_of(name: str | None, offset_seconds: int | None) -> tzinfo | None:
    if offset_seconds is not None:
        return timezone(timedelta(seconds=offset_seconds))
    if name is None:
        return None
    if name not in _ZONE_HOURS:
        raise _UnknownZone(name)
    return timezone(timedelta(hours=_ZONE_HOURS[name]))


def _in_utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        return moment.replace(tzinfo=UTC)
    return moment.astimezone(UTC)


def _whole_day(day: datetime) -> Interval | None:
    if day.year < 1000:
        return None
    return Interval(f"{day:%Y-%m-%d}T00:00:00Z", f"{day:%Y-%m-%d}T23:59:59Z")


def _iso(moment: datetime) -> str:
    return moment.replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def _moment(iso: str) -> datetime:
    return datetime.fromisoformat(iso)
