"""Words that tell a month, a week in it or a season in, its first and last day out."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from sayso.annotate.time.anchors import Anchor
from sayso.annotate.time.forms import Told
from sayso.annotate.time.readings import Reader, Reading, dated, in_some_year
from sayso.annotate.time.spelled import year_of_words
from sayso.annotate.time.stretches import Stretch, hours_from, month_of, next_but, stretch_of
from sayso.annotate.time.words import load_time_words
from sayso.types import When


def read_month(told: Told, anchor: Anchor) -> Reading | None:
    if not is_month(told) or _is_name(told):
        return None
    number = month_number(told.given)
    year = _year_told(told)
    if year is not None:
        return dated(told, month_of(year, number), "explicit")
    return _stepped_or_chosen(told, anchor, lambda year: month_of(year, number))


def read_week_of_month(told: Told, anchor: Anchor) -> Reading | None:
    """'the last week of March': its last seven days; TIMEX3 has no value for them but their length."""
    month = read_month(told, anchor)
    if month is None or month.stretch is None:
        return None
    number = load_time_words().ordinals.get(told.given["ordinal"])
    first, last = month.stretch.first, month.stretch.last
    start = last - timedelta(days=6) if number is None else first + timedelta(days=7 * number - 7)
    interval = hours_from(start, 0, 7 * 24)
    when = When(told.span, "DURATION", "P1W", interval, "day", month.when.reached_by)
    return Reading(when, month.stretch)


def read_season(told: Told, anchor: Anchor) -> Reading:
    """'last spring', 'the winter of 2031'; which of the two winters of the year is not told."""
    start = load_time_words().seasons[told.given["season"]]

    def make(year: int) -> Stretch:
        return stretch_of(date(year, start % 12 or 1, 1), "season")

    year = _year_told(told)
    if year is None:
        return _stepped_or_chosen(told, anchor, make)
    season = make(year)
    if start == 12:
        season = replace(season, last=next_but(season, 4).last)
    return dated(told, season, "explicit")


def _year_told(told: Told) -> int | None:
    """In figures or in words; None: in neither."""
    if "year_in_words" in told.given:
        return year_of_words(told.given["year_in_words"])
    return int(told.given["year"]) if "year" in told.given else None


def _stepped_or_chosen(told: Told, anchor: Anchor, make: Callable[[int], Stretch]) -> Reading:
    """'last March', 'that spring', 'June'."""
    words, given, today = load_time_words(), told.given, anchor.today
    if "told" in given and anchor.earlier is not None:
        year = anchor.earlier.first.year
        options = [make(year + away) for away in (-1, 0, 1)]
        step = words.told_steps[given["told"]]
        return dated(told, _beside(options, anchor.earlier.first, step), "relative_to_earlier")
    if "step" in given and today is not None:
        options = [make(today.year + away) for away in (-1, 0, 1)]
        step = words.steps[given["step"]]
        is_told_last = given["step"] == "last" and "month" in given
        day = _before_last_month(today) if is_told_last else today
        return dated(told, _beside(options, day, step), anchor.reached_by)
    return in_some_year(told, anchor, make)


def _before_last_month(today: date) -> date:
    """Who writes in March calls the February before 'last month': 'last February' is a year older.
    In January it was another year that December belonged to."""
    last_month = next_but(stretch_of(today, "month"), -1)
    return last_month.first if last_month.first.year == today.year else today


def _beside(options: list[Stretch], day: date, step: int) -> Stretch:
    """The last one before the day, the one of its year, or the first one after it."""
    if step < 0:
        return [one for one in options if one.last < day][-1]
    if step > 0:
        return next(one for one in options if one.first > day)
    return options[1]


_NOUN_AFTER = re.compile(  # "the March accession"; but "the March on Karez", "the May of old"
    r"\s(?!(?:on|to|from|of|in|into|through|for|against|by|past|was|is|had|began|will|and)\b)[a-z]{3}"
)
_NAME_AFTER = re.compile(
    r"\s(?:[A-Z](?![A-Z])|(?:said|says|told|added)\b)"
)  # but "a July NATO summit"
_SECOND_MONTH = re.compile(r"(?:[a-z]{3}|\.)[-–—/]$")  # "January-March"


def month_number(given: Mapping[str, str]) -> int:
    if "month_number" in given:
        return int(given["month_number"])
    return load_time_words().months[given["month"].rstrip(".")]


def is_month(told: Told) -> bool:
    """'may', 'march' and 'mar' in small letters are words."""
    month = told.given.get("month")
    if month is None:
        return True
    words = told.words
    if month not in words.lower():  # "8 to 10 June": it stands behind
        words = told.text[told.span.start : told.span.stop + 40]
    return month.capitalize() in words or month.upper() in words


def _is_name(told: Told) -> bool:
    """'April Marsh', 'Jan said', and 'May' or 'March' with nothing before them that asks for a month."""
    lists = load_time_words().lists
    month = told.given["month"]
    if told.words.lower() != month or _year_told(told) is not None:
        return False
    if len(month) < 5 and month not in {"may", "june", "july"}:
        return not month.endswith(".")
    before = told.before(20).split()
    article = before and before[-1].lower() == "the" and month in {"may", "march"}
    if article and _NOUN_AFTER.match(told.after(20)):
        return False
    if before and before[-1].lower().strip("(,") in lists["before_month"] and not article:
        return False
    if _SECOND_MONTH.search(told.before(20)):
        return False
    return (
        (len(month) < 5 and month not in {"june", "july"})
        or month == "march"
        or _NAME_AFTER.match(told.after(8)) is not None
    )


MONTH_READERS: Mapping[str, Reader] = {
    "month": read_month,
    "week_of_month": read_week_of_month,
    "season": read_season,
}
