"""A report in, its simple time expressions out, on the calendar where its own date allows."""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from sayso.types import Interval, Precision, ReachedBy, Span, When

_MONTHS = (
    "january february march april may june july august september october november december"
).split()
_SHORT = {name[:3]: number for number, name in enumerate(_MONTHS, 1)} | {"sept": 9}
_MONTH_NUMBER = {name: number for number, name in enumerate(_MONTHS, 1)} | _SHORT
_MONTH = r"(?P<month>" + "|".join([*_MONTHS, *(f"{short}\\.?" for short in _SHORT)]) + r")"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1[0-9]{3}|20[0-9]{2})"
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_WEEKDAY = r"(?P<weekday>" + "|".join(_WEEKDAYS) + r")"

# Tried in this order at every place; the first and longest that fits is taken.
_FORMS = tuple(
    (name, re.compile(rf"(?<![\w-]){form}(?![\w])", re.IGNORECASE))
    for name, form in (
        ("iso", r"(?P<year>\d{4})-(?P<month>[01]\d)-(?P<day>[0-3]\d)"),
        ("day", rf"(?:{_WEEKDAY},? )?(?:the )?{_DAY}(?: of)? {_MONTH},? {_YEAR}"),
        ("day", rf"(?:{_WEEKDAY},? )?{_MONTH} {_DAY},? {_YEAR}"),
        ("day", rf"(?:{_WEEKDAY},? )?(?:the )?{_DAY}(?: of)? {_MONTH}"),
        ("day", rf"(?:{_WEEKDAY},? )?{_MONTH} {_DAY}(?! ?\d)"),
        ("month", rf"{_MONTH},? (?:of )?{_YEAR}"),
        ("month", rf"(?P<last>last |this |in |since |early |late |mid-){_MONTH}(?!,? (?:of )?\d{{4}})"),
        ("weekday", rf"(?P<last>last |this |next )?{_WEEKDAY}(?P<part> (?:morning|afternoon|evening|night))?"),
        ("near", r"(?P<near>this morning and last night|yesterday|today|tonight|last night|this morning|this afternoon"
                 r"|this evening|earlier today|tomorrow|the day before yesterday|overnight)"),
        ("ago", r"(?P<number>\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some) "
                r"(?P<unit>hour|day|week|month|year)s? (?:ago|earlier)"),
        ("unit", r"(?P<last>last|this|next|past) (?P<unit>week|month|year)"),
        ("duration", r"(?P<less>less than |more than |at least |about |for )?"
                     r"(?P<number>\d+|two|three|four|five|six|seven"
                     r"|eight|nine|ten|twelve|twenty-four) (?P<unit>minute|hour|day|week|month|year)s"),
        ("attack", r"(?P<attack>9/11)"),
        ("year", rf"(?:(?<=\bin )|(?<=\bsince )|(?<=\bof )|(?<=\bfrom )){_YEAR}"),
        ("vague", r"(?P<vague>in recent days|recently|now|currently|at present|these days)"),
    )
)  # fmt: skip
_NUMBERS = dict(
    zip("one two three four five six seven eight nine ten".split(), range(1, 11), strict=True)
)
_NUMBERS |= {"a": 1, "an": 1, "twelve": 12, "twenty-four": 24}
_UNIT_LETTER = {"minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "year": "Y"}


def find_times(text: str, published_at: Interval | None) -> tuple[When, ...]:
    """Dates, weekdays, 'yesterday', 'last night', 'two days ago', durations; in text order.

    Without a publication date what is relative to it stays unresolved (interval None).
    """
    today = date.fromisoformat(published_at.start[:10]) if published_at is not None else None
    found: list[When] = []
    at = 0
    while at < len(text):
        match = _next(text, at)
        if match is None:
            break
        name, words = match
        found.append(_when(name, words, today))
        at = words.end()
    return _join_calendars(found, text)


_BOTH = re.compile(r"^ ?\(|calendar|old style|new style", re.IGNORECASE)
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
    return tuple(joined)


def _day(interval: Interval) -> date:
    return date.fromisoformat(interval.start[:10])


def _next(text: str, at: int) -> tuple[str, re.Match[str]] | None:
    matches = ((name, form.search(text, at)) for name, form in _FORMS)
    first: tuple[str, re.Match[str]] | None = None
    for name, match in matches:
        if match is None or not _is_time(match):
            continue
        if first is None or (match.start(), -match.end()) < (first[1].start(), -first[1].end()):
            first = name, match
    return first


def _is_time(match: re.Match[str]) -> bool:
    """'may', 'march' and 'sun' in small letters are words."""
    month = match.groupdict().get("month")
    return month is None or not month.isalpha() or month[0].isupper()


def _when(name: str, match: re.Match[str], today: date | None) -> When:
    span = Span(*match.span())
    given = {key: value.lower() for key, value in match.groupdict().items() if value}
    if name == "duration":
        number = _NUMBERS.get(given["number"]) or int(given["number"])
        letter = _UNIT_LETTER[given["unit"]]
        value = f"P{letter[0]}{number}{letter[1]}" if len(letter) == 2 else f"P{number}{letter}"
        return When(span, "DURATION", value, None, "unknown", "unknown")
    if name == "vague":
        return When(span, "DATE", "PRESENT_REF", None, "unknown", "unknown")
    dates, reached_by = _dates(name, given, today)
    if dates is None:
        return When(span, "DATE", None, None, "unknown", "unknown")
    first, last, precision = dates
    value = _value(first, precision)
    return When(span, "DATE", value, _interval(first, last), precision, reached_by)


_Dates = tuple[date, date, Precision]


def _dates(name: str, given: dict[str, str], today: date | None) -> tuple[_Dates | None, ReachedBy]:
    if name == "attack":
        return (date(2001, 9, 11), date(2001, 9, 11), "day"), "explicit"
    if name == "year":
        year = int(given["year"])
        return (date(year, 1, 1), date(year, 12, 31), "year"), "explicit"
    if "year" in given and name in {"iso", "day", "month"}:
        return _calendar(given, int(given["year"])), "explicit"
    if today is None:
        return None, "unknown"
    return _relative(name, given, today), "relative_to_publication"


def _calendar(given: dict[str, str], year: int) -> _Dates | None:
    word = given["month"].rstrip(".")
    month = int(word) if word.isdigit() else _MONTH_NUMBER[word]
    if "day" not in given:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month"
    try:
        day = date(year, month, int(given["day"]))
    except ValueError:
        return None
    return day, day, "day"


def _relative(name: str, given: dict[str, str], today: date) -> _Dates | None:
    if name in {"day", "month"}:
        dates = _calendar(given, today.year)
        if dates is not None and dates[0] > today + timedelta(days=31):
            return _calendar(given, today.year - 1)
        return dates
    if name == "weekday":
        day = _weekday(given, today)
        return day, day, "day"
    if name == "near":
        return _near(given["near"], today)
    if name == "unit":
        return _unit(given, today)
    return _ago(given, today)


def _weekday(given: dict[str, str], today: date) -> date:
    """The last such day before or on publication, as news tells the past; 'next': the one after."""
    back = (today.weekday() - _WEEKDAYS.index(given["weekday"])) % 7
    if given.get("last", "").strip() == "next":
        return today + timedelta(days=7 - back)
    return today - timedelta(days=back)


_NEAR = {
    "yesterday": (1, 1), "last night": (1, 1), "overnight": (1, 0), "tomorrow": (-1, -1),
    "the day before yesterday": (2, 2), "this morning and last night": (1, 0),
}  # fmt: skip


def _near(words: str, today: date) -> _Dates:
    first, last = _NEAR.get(words, (0, 0))
    return today - timedelta(days=first), today - timedelta(days=last), "day"


def _unit(given: dict[str, str], today: date) -> _Dates:
    step = {"last": -1, "past": -1, "this": 0, "next": 1}[given["last"]]
    if given["unit"] == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=step)
        return monday, monday + timedelta(days=6), "week"
    if given["unit"] == "year":
        year = today.year + step
        return date(year, 1, 1), date(year, 12, 31), "year"
    months = today.year * 12 + today.month - 1 + step
    year, month = months // 12, months % 12 + 1
    return date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month"


_DAYS_IN = {"hour": 0, "day": 1, "week": 7, "month": 30, "year": 365}
_PRECISION: dict[str, Precision] = {
    "hour": "day",
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
}


def _ago(given: dict[str, str], today: date) -> _Dates | None:
    number = _NUMBERS.get(given["number"])
    if number is None:
        if not given["number"].isdigit():
            return None
        number = int(given["number"])
    days = number * _DAYS_IN[given["unit"]]
    if days > 365 * 1000:
        return None
    day = today - timedelta(days=days)
    precision = _PRECISION[given["unit"]]
    if precision == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31), "year"
    if precision == "month":
        return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]), "month"
    return day, day, precision


def _value(first: date, precision: Precision) -> str:
    if precision == "year":
        return f"{first.year:04d}"
    if precision == "month":
        return f"{first.year:04d}-{first.month:02d}"
    if precision == "week":
        year, week, _ = first.isocalendar()
        return f"{year:04d}-W{week:02d}"
    return first.isoformat()


def _interval(first: date, last: date) -> Interval:
    start = datetime(first.year, first.month, first.day, tzinfo=UTC)
    stop = datetime(last.year, last.month, last.day, 23, 59, 59, tzinfo=UTC)
    return Interval(
        start.strftime("%Y-%m-%dT%H:%M:%SZ").zfill(20),
        stop.strftime("%Y-%m-%dT%H:%M:%SZ").zfill(20),
    )
