"""Words that tell a week, quarter, year or century in, its first and last day out."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from sayso.annotate.time.anchors import Anchor
from sayso.annotate.time.forms import Told
from sayso.annotate.time.readings import Reader, Reading, dated
from sayso.annotate.time.spelled import year_of_words
from sayso.annotate.time.stretches import (
    UNITS,
    Stretch,
    StretchUnit,
    moved,
    next_but,
    stretch_of,
    year_of,
)
from sayso.annotate.time.tense import tense_of
from sayso.annotate.time.words import load_time_words
from sayso.types import ReachedBy, When

_YEARS_AHEAD = 15  # of publication, in which a short year may lie; by judgement
_OLDEST_BARE_YEAR = 1500  # four digits below it are a year only after "in", "since", "by", "until"


def read_quarter(told: Told, anchor: Anchor) -> Reading | None:
    """'the third quarter': the last that had begun; business reports tell what is over."""
    number = _quarter_number(told, anchor)
    if number is None:
        return None
    today = anchor.today
    if "year" in told.given:
        return dated(told, _quarter(int(told.given["year"]), number), "explicit")
    if today is None:
        return dated(told, None, "unknown")
    if "step" in told.given:
        step = load_time_words().steps[told.given["step"]]
        return dated(told, _quarter(today.year + step, number), anchor.reached_by)
    if tense_of(told) == "future":
        return dated(told, _quarter(today.year, number), anchor.reached_by)
    return dated(told, *_last_begun(number, anchor))


def _quarter_number(told: Told, anchor: Anchor) -> int | None:
    """Of 'the 2030 quarter' that of the quarter told of, else of the last; None: a fifth, or none."""
    if "quarter_number" in told.given:
        return int(told.given["quarter_number"])
    if "ordinal" not in told.given:
        return _told_or_last_quarter(told, anchor)
    number = load_time_words().ordinals[told.given["ordinal"]]
    return number if number <= 4 else None


def _told_or_last_quarter(told: Told, anchor: Anchor) -> int | None:
    if anchor.quarter is not None:
        return (anchor.quarter.first.month + 2) // 3
    if anchor.today is None or not told.words.endswith("quarter"):
        return None
    return (next_but(stretch_of(anchor.today, "quarter"), -1).first.month + 2) // 3


def read_half_year(told: Told, anchor: Anchor) -> Reading:
    """'the first half of 2030', 'the second half of last year', 'first-half results'."""
    given, today = told.given, anchor.today
    month = 1 if given["half_year"] == "first" else 7
    if "year" in given:
        return dated(told, stretch_of(date(int(given["year"]), month, 1), "half"), "explicit")
    if today is None:
        return dated(told, None, "unknown")
    year = today.year + load_time_words().steps.get(given.get("step", ""), 0)
    half = stretch_of(date(year, month, 1), "half")
    if "step" not in given and half.first > today and tense_of(told) != "future":
        half = next_but(half, -2)
    return dated(told, half, anchor.reached_by)


_ENDED = re.compile(r"\s+end(?:ed|ing)\s+(\w+)")


def read_told_quarter(told: Told, anchor: Anchor) -> Reading:
    """'the quarter', 'the latest period': the one told of, else the last that is over."""
    ended = _ENDED.match(told.after(30))
    month = load_time_words().months.get(ended[1].lower()) if ended is not None else None
    if month is not None:
        middle = (month - 2) % 12  # so that what ended on 31 July is the second
        number = middle // 3 + 1
        return dated(told, *_last_begun(number, anchor))
    if anchor.quarter is not None and "latest" not in told.given:
        return dated(told, anchor.quarter, "relative_to_earlier")
    if anchor.today is None:
        return dated(told, None, "unknown")
    return dated(told, next_but(stretch_of(anchor.today, "quarter"), -1), anchor.reached_by)


def _last_begun(number: int, anchor: Anchor) -> tuple[Stretch | None, ReachedBy]:
    if anchor.today is None:
        return None, "unknown"
    this_year = _quarter(anchor.today.year, number)
    has_begun = this_year.first <= anchor.today
    return this_year if has_begun else next_but(this_year, -4), anchor.reached_by


def read_year_ago(told: Told, anchor: Anchor) -> Reading:
    """'the year-earlier quarter': a year before the quarter told of."""
    quarter = anchor.quarter
    number = load_time_words().ordinals.get(told.given.get("ordinal", ""), 0)
    if 1 <= number <= 4 and anchor.today is not None:
        told_year = (quarter.first if quarter is not None else anchor.today).year
        return dated(told, _quarter(told_year - 1, number), "relative_to_earlier")
    return dated(told, *a_year_before(anchor))


def read_month_a_year_ago(told: Told, anchor: Anchor) -> Reading | None:
    """'the same month last year', beside a month that was told."""
    if anchor.earlier is None or anchor.earlier.unit != "month":
        return None
    return dated(told, next_but(anchor.earlier, -12), "relative_to_earlier")


def a_year_before(anchor: Anchor, *, is_ago: bool = True) -> tuple[Stretch | None, ReachedBy]:
    """The same quarter of the year before, where the text compares quarters; else that year.

    is_ago: from the report's own day, and not 'a year earlier' than a year told before
    """
    told_year = anchor.earlier.first.year if anchor.earlier is not None else None
    if not is_ago and told_year is not None and not anchor.is_by_quarter:
        is_past = anchor.today is not None and told_year < anchor.today.year - 1
        if is_past:  # what was told of last year is mostly itself 'a year earlier', for comparison
            return year_of(told_year - 1), "relative_to_earlier"
    if anchor.quarter is not None and anchor.is_by_quarter:
        return next_but(anchor.quarter, -4), "relative_to_earlier"
    if anchor.today is None:
        return None, "unknown"
    return year_of(anchor.today.year - 1), anchor.reached_by


def _quarter(year: int, number: int) -> Stretch:
    return stretch_of(date(year, 3 * number - 2, 1), "quarter")


def read_unit(told: Told, anchor: Anchor) -> Reading | None:
    """'last week', 'the following month', 'the weekend', 'the end of the year'."""
    unit = UNITS.get(told.given["unit"])
    words, given = load_time_words(), told.given
    if unit is None:
        return None
    if _is_programme(told) or _is_of_event(told):
        return None
    if _is_honour(told) and not anchor.is_narrative:
        return None
    if "told" in given:
        before = anchor.day if unit == "day" else anchor.earlier
        if before is None and given["told"] == "that":  # "on that day of the week": any
            return None
        return _stepped_from(before, told, anchor, words.told_steps[given["told"]], unit)
    if "step" in given:
        return _stepped(told, anchor.today, words.steps[given["step"]], unit, anchor.reached_by)
    step = -1 if unit == "weekend" and tense_of(told) != "future" else 0
    return _stepped(told, anchor.today, step, unit, anchor.reached_by)


def _is_programme(told: Told) -> bool:
    """'on "This Week"': a name."""
    return re.search(r"[A-Z][a-z]+ [A-Z][a-z]+$", told.words) is not None


def _is_honour(told: Told) -> bool:
    """'Player of the Year'."""
    return told.words in {"the Week", "the Month", "the Year"} and told.before(3) == "of "


def _is_of_event(told: Told) -> bool:
    """'in 2009, the year he came': told by what happened then."""
    is_aside = told.words == "the year" and told.before(2) == ", "
    return is_aside and re.match(r"\s(?:he|she|they|it|we)\b", told.after(6)) is not None


def read_told_unit(told: Told, anchor: Anchor) -> Reading:
    """'the year before': beside the time told before."""
    step = -1 if told.given["side"] == "before" else 1
    return _stepped_from(anchor.earlier, told, anchor, step, UNITS[told.given["unit"]])


def _stepped_from(
    before: Stretch | None, told: Told, anchor: Anchor, step: int, unit: StretchUnit
) -> Reading:
    """From the time told before; where none is, the year or month beside the report's own."""
    is_ahead = step > 0 and not anchor.is_narrative and tense_of(told) == "future"
    if unit != "day" and (before is None or is_ahead):
        return _stepped(told, anchor.today, step, unit, anchor.reached_by)
    start = before.first if before is not None else None
    return _stepped(told, start, step, unit, "relative_to_earlier")


def _stepped(
    told: Told, start: date | None, step: int, unit: StretchUnit, reached_by: ReachedBy
) -> Reading:
    if start is None:
        return dated(told, None, "unknown")
    return dated(told, stretch_of(moved(start, step, unit), unit), reached_by)


def read_year(told: Told, anchor: Anchor) -> Reading | None:
    year = int(told.given["year"])
    before = told.before(12).lower().split()
    sure = before and before[-1] in load_time_words().lists["before_year"]
    if (year < _OLDEST_BARE_YEAR and not sure) or _is_amount(year, told):
        return None
    return dated(told, year_of(year), "explicit")


def _is_amount(year: int, told: Told) -> bool:
    """'Between 1000 and 1800 people', 'fell from 2000 to a few hundred': so many, and no year."""
    counted = _COUNTED.match(told.after(40))
    return _FEWER.match(told.after(40)) is not None or (
        counted is not None and year < _OLDEST_BARE_YEAR
    )


_COUNTED = re.compile(r" (?:and|to|or) \d[\d,]* [a-z]")
_FEWER = re.compile(
    r" to (?:a few|several|some|only|just|about|around|fewer|less) (?:\w+ )?(?:hundred|dozen|thousand)"
)


def read_short_year(told: Told, anchor: Anchor) -> Reading | None:
    """'27' of '2025-27', '’99': in the century told of, else in that of the report."""
    published = anchor.published.year if anchor.published is not None else None
    near = anchor.earlier.first.year if anchor.earlier is not None else published
    if near is None:
        return dated(told, None, "unknown")
    written = near // 100 * 100 + int(told.given["short"])
    latest = published + _YEARS_AHEAD if published is not None else written + 100
    years = [year for year in (written - 100, written, written + 100) if year <= latest]
    year = min(years or [written - 100], key=lambda year: abs(year - near))
    return dated(told, year_of(year), "relative_to_earlier")


def read_spelled_year(told: Told, anchor: Anchor) -> Reading | None:
    year = year_of_words(told.given["year_in_words"])
    return dated(told, year_of(year), "explicit") if year is not None else None


def read_fiscal_year(told: Told, anchor: Anchor) -> Reading:
    """The calendar year of that name: where a fiscal year begins is not in the text."""
    return dated(told, year_of(int(told.given["year"])), "explicit")


def read_decade(told: Told, anchor: Anchor) -> Reading | None:
    """'the 1990s', 'the 90s', 'the sixties' (of the twentieth century)."""
    name = told.given.get("decade_name")
    tens = int(told.given["decade"]) if name is None else load_time_words().decades[name]
    century = told.given.get("tens")
    is_told = told.words.lower().startswith("the ") or (
        name is not None and "nineteen" in told.words
    )
    if century is None and not is_told:
        return None
    return dated(
        told, stretch_of(date(int(century or 19) * 100 + tens * 10, 1, 1), "decade"), "explicit"
    )


def read_later_decade(told: Told, anchor: Anchor) -> Reading | None:
    """The '70s' of 'the 1960s and 70s'."""
    first = _DECADES.findall(told.before(30))
    year = int(first[-1] + told.given["decade"] + "0")
    return dated(told, stretch_of(date(year, 1, 1), "decade"), "explicit")


def read_century(told: Told, anchor: Anchor) -> Reading | None:
    words = told.given["number_th"]
    ordinals = load_time_words().ordinals
    number = ordinals[words] if words in ordinals else int(words.rstrip("stndrh"))
    if told.given.get("era", "").startswith("b"):
        return _before_christ(told, f"BC{number - 1:02d}")
    if not 2 <= number <= 22:
        return None
    return dated(told, stretch_of(date((number - 1) * 100, 1, 1), "century"), "explicit")


def read_era(told: Told, anchor: Anchor) -> Reading | None:
    """'480 BC', 'AD 69'. A year before Christ has a value; an interval cannot hold it."""
    year = int(told.given.get("era_year") or told.given["year_era"])
    era = (told.given.get("era") or told.given["after_era"]).replace(".", "")
    if era.upper() not in (told.words + told.after(20)).replace(".", ""):
        return None
    if era.startswith("b"):
        return _before_christ(told, f"BC{year:04d}")
    return dated(told, year_of(year), "explicit") if 1 <= year <= 2100 else None


_DECADES = re.compile(r"\b(1[0-9]|20)[0-9]0['’]?s")


def _before_christ(told: Told, value: str) -> Reading:
    return Reading(When(told.span, "DATE", value, None, "unknown", "explicit"))


def read_solar(told: Told, anchor: Anchor) -> Reading | None:
    """'24 Asad 1400', '1400 (Solar Hijri)': the days it covers in our calendar."""
    year = int(told.given["solar_year"])
    if "day" not in told.given:
        first, last = _solar_day(year, 1, 1), _solar_day(year + 1, 1, 1) - timedelta(days=1)
        when = dated(told, Stretch(first, last, "year"), "explicit").when
        return Reading(replace(when, value=f"{first.isoformat()}/{last.isoformat()}"))
    day = int(told.given["day"].rstrip("stndrh"))
    if not 1 <= day <= 31:
        return None
    month = load_time_words().solar_months[told.given["solar_month"]]
    return dated(told, stretch_of(_solar_day(year, month, day), "day"), "explicit")


def _solar_day(year: int, month: int, day: int) -> date:
    """By the rule of eight leap years in 33, which agrees with the equinox from 1800 to 2100."""
    leap_days = (8 * year + 21) // 33  # checked against years from 1300 to 1409
    in_year = (month - 1) * 31 - max(0, month - 7) + day
    return date(622, 3, 21) + timedelta(days=365 * (year - 1) + leap_days + in_year - 1)


PERIOD_READERS: Mapping[str, Reader] = {
    "quarter": read_quarter,
    "half_year": read_half_year,
    "told_unit": read_told_unit,
    "spelled_year": read_spelled_year,
    "later_decade": read_later_decade,
    "told_quarter": read_told_quarter,
    "year_ago": read_year_ago,
    "month_a_year_ago": read_month_a_year_ago,
    "unit": read_unit,
    "year": read_year,
    "short_year": read_short_year,
    "fiscal_year": read_fiscal_year,
    "decade": read_decade,
    "century": read_century,
    "era": read_era,
    "solar": read_solar,
}
