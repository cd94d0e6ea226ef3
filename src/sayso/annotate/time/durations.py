"""Words that tell how long, how often and how long ago in, what they reach out."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from sayso.annotate.time.anchors import Anchor
from sayso.annotate.time.forms import Told
from sayso.annotate.time.months import is_month, month_number
from sayso.annotate.time.periods import a_year_before
from sayso.annotate.time.readings import Reader, Reading, apposed, dated
from sayso.annotate.time.stretches import (
    UNITS,
    Stretch,
    StretchUnit,
    month_of,
    moved,
    season_code,
    stretch_of,
    year_of,
)
from sayso.annotate.time.tense import tense_of
from sayso.annotate.time.words import load_time_words, number_of
from sayso.types import Interval, ReachedBy, When

_RATE = re.compile(
    r"(?:\d|illion|thousand|cents|once|twice|times|percent|flights|seats|jobs|days|hours|nights) $"
)
_SO_MANY = re.compile(  # "300 people an hour", "three miles a week"
    r"(?:\b[0-9][0-9,.]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|twenty))\s[a-z]+s?\s$"
)
_IN = re.compile(r"\b(?:for|in|by|within|of|after|than|only|just|the) $")
_ASIDE = re.compile(r"\s(?:after|before|ago)\b")
_PARTS_OF = {  # half of it, a quarter of it
    "hour": "PT30M", "day": "PT12H", "year": "P6M", "decade": "P5Y", "century": "P50Y",
    "century/4": "P25Y", "hour/4": "PT15M", "fortnight": "P2W",
}  # fmt: skip
_HALVES: Mapping[str, tuple[int, StretchUnit]] = {  # in units that are counted whole
    "century": (50, "year"), "decade": (5, "year"), "year": (6, "month"), "fortnight": (2, "week"),
    "century/4": (25, "year"),
}  # fmt: skip
_LARGER_AND_SMALLER = {
    ("Y", "M"), ("Y", "W"), ("Y", "D"), ("M", "W"), ("M", "D"), ("W", "D"), ("D", "TH"), ("TH", "TM"), ("TM", "TS"),
}  # fmt: skip
_TITLE = re.compile(r"[0-9]+ [A-Z][a-z]+")  # "60 Minutes"
_HOW = re.compile(r"\b(?:how|too|as)\s$", re.IGNORECASE)
_HALF_IN_FIGURES = re.compile(r"1/2|½")
_HALF_MORE = {"year": "P{}Y6M", "hour": "PT{}H30M"}  # "2 1/2 years", "5 ½ hours"
_ONE = {"a", "an", "one"}
_YEAR = re.compile(r"(?:1[0-9]|20)[0-9]{2}")
_PLURAL = re.compile(r"s(?:$|-long$|-old$)", re.IGNORECASE)
_YEARS_IN = {"decade": 10, "century": 100}
_LONGEST_YEARS = 3000  # further than this no calendar of ours goes
_AGES = ((1e9, "G"), (1e6, "M"), (1e3, "K"))
_AGES_AGO = 10_000  # years from which a date is told in thousands
_BEHIND = {"last", "past", "previous", "preceding", "latest"}
_COMING = {"next", "coming", "following"}


def read_duration(told: Told, anchor: Anchor) -> Reading | None:
    """'44 days', 'a two-day battle', 'the past three years'; the last has an interval too."""
    given = told.given
    if "half_unit" in given or "quarter_unit" in given:
        return _duration(
            told, _PARTS_OF[told.given.get("half_unit") or given["quarter_unit"] + "/4"]
        )
    if not is_month(told) or _TITLE.fullmatch(told.words):
        return None
    amount = number_of(given["amount"]) if "amount" in given else 1
    if told.words.endswith("and a half"):
        amount = amount + 0.5 if amount is not None else None
    if "amount" not in given and _PLURAL.search(told.words):
        amount = None
    if _is_no_length(told) or (not anchor.is_narrative and _is_rate(told)):
        return None
    if anchor.is_narrative and _ASIDE.match(told.after(8)) and (day := apposed(told, anchor)):
        return dated(told, day, "relative_to_earlier")
    value = duration_value(amount, given["unit"])
    if amount is not None and _HALF_IN_FIGURES.search(given.get("amount", "")):
        value = _HALF_MORE.get(given["unit"], value).format(int(amount))
    interval, reached_by = _around_today(given, amount, anchor)
    if interval is None:
        return _duration(told, value)
    return Reading(When(told.span, "DURATION", value, interval, "day", reached_by))


def read_part_of_year(told: Told, anchor: Anchor) -> Reading:
    """'the first ten months of 2030': so long from its beginning, or up to its end."""
    given, year = told.given, int(told.given["year"])
    whole = month_of(year, month_number(given)) if "month" in given else year_of(year)
    amount, unit = number_of(given["amount"]), UNITS.get(given["unit"])
    stretch = given["stretch"].removeprefix("the ")
    value = duration_value(amount, given["unit"])
    if amount is None or unit is None or stretch not in {"first", "last", "final"}:
        return Reading(When(told.span, "DURATION", value, None, "unknown", "unknown"), whole)
    day = timedelta(days=1)
    first = whole.first if stretch == "first" else moved(whole.last + day, -round(amount), unit)
    last = moved(whole.first, round(amount), unit) - day if stretch == "first" else whole.last
    interval = Stretch(first, last, unit).interval
    return Reading(When(told.span, "DURATION", value, interval, "day", "explicit"), whole)


def read_two_lengths(told: Told, anchor: Anchor) -> Reading | None:
    """'two hours and ten minutes': both in one value, the larger first."""
    given, units = told.given, load_time_words().units
    larger, smaller = number_of(given["amount"]), number_of(given["smaller_amount"])
    letters = units[given["unit"]], units[given["smaller_unit"]]
    if larger is None or smaller is None or letters not in _LARGER_AND_SMALLER:
        return None
    if letters[0].startswith("T"):
        return _duration(told, f"PT{larger:g}{letters[0][1]}{smaller:g}{letters[1][1]}")
    time = "T" if letters[1].startswith("T") else ""
    return _duration(told, f"P{larger:g}{letters[0]}{time}{smaller:g}{letters[1][-1]}")


def read_some_time(told: Told, anchor: Anchor) -> Reading:
    """'a short time': a length that no unit is told of."""
    return _duration(told, "PXX")


def _duration(told: Told, value: str) -> Reading:
    return Reading(When(told.span, "DURATION", value, None, "unknown", "unknown"))


def _is_no_length(told: Told) -> bool:
    """'300 a day' is how often, 'a second man' an order, 'one day' some day, 'a years' no words,
    'a quarter' mostly a share, 'the 2030 quarter' a date."""
    amount = told.given.get("amount", "")
    if told.given["unit"] == "quarter" and (amount in _ONE or _YEAR.fullmatch(amount)):
        return True
    if amount == "some" and not told.words.endswith("s"):  # "some day"
        return True
    if amount not in _ONE:
        return amount == "many" and told.before(3) == "as "
    if told.words.lower() == "one day":
        return not (_IN.search(told.before(12)) or _ASIDE.match(told.after(10)))
    unit_is_order = told.given["unit"] == "second"
    return unit_is_order or told.words.endswith("s") or _RATE.search(told.before(12)) is not None


def _is_rate(told: Told) -> bool:
    """'350 meals a day', which sets of news leave and those of history mark."""
    is_one = told.given.get("amount", "") in _ONE and not _ASIDE.match(told.after(8))
    return is_one and _SO_MANY.search(told.before(30)) is not None


def duration_value(amount: float | None, unit: str) -> str:
    """As TIMEX3 writes it: P2D, PT24H, P2.5Y, P1E for a decade, PXM where no number is told."""
    letters = load_time_words().units[unit]
    number = "X" if amount is None else f"{amount:.10g}"
    if letters == "C" and amount is not None:
        letters, number = "Y", f"{100 * amount:g}"
    if letters == "Q" and amount is not None and amount != 1:
        letters, number = "M", f"{3 * amount:g}"
    if letters == "E" and amount is not None:
        letters, number = "Y", f"{10 * amount:g}"
    return f"PT{number}{letters[1]}" if letters.startswith("T") else f"P{number}{letters}"


def _around_today(
    given: Mapping[str, str], amount: float | None, anchor: Anchor
) -> tuple[Interval | None, ReachedBy]:
    """From so long ago until the report's day, or from it until so much later."""
    unit, today = UNITS.get(given["unit"]), anchor.today
    stretch = given.get("stretch", "").removeprefix("the ")
    if unit is None or today is None or amount is None or not _is_near(amount, unit):
        return None, "unknown"
    if stretch in _BEHIND:
        first = moved(today, -round(amount), unit)
        return Stretch(first, today, unit).interval, anchor.reached_by
    if stretch in _COMING:
        return Stretch(today, moved(today, round(amount), unit), unit).interval, anchor.reached_by
    return None, "unknown"


def _is_near(amount: float, unit: StretchUnit) -> bool:
    years = {"century": 100, "decade": 10, "year": 1}.get(unit, 0.1)
    return amount * years < _LONGEST_YEARS


def read_aside(told: Told, anchor: Anchor) -> Reading | None:
    """'two days ago' counts from the report's day, 'two days later' from the time told before."""
    given, lists = told.given, load_time_words().lists
    amount = number_of(given["amount"]) if "amount" in given else None
    if amount is not None and "and_half" in given:
        amount += 0.5
    is_ago, is_later = given["side"] in lists["ago"], given["side"] in lists["later"]
    unit = UNITS.get(given["unit"])
    if amount == 1 and given["unit"] == "year" and not is_later:
        return dated(told, *a_year_before(anchor, is_ago=is_ago))
    from_today = is_ago or given["side"] in lists["from_now"]
    start, reached_by = _aside_from(given["unit"], anchor, is_ago=from_today)
    if amount is None:
        return _some_time_aside(told, start, is_ago=is_ago)
    if unit == "year" and is_ago and amount >= _AGES_AGO:
        return Reading(When(told.span, "DATE", _ages_ago(amount), None, "unknown", "unknown"))
    if start is None or (unit is not None and not _is_near(amount, unit)):
        told_before = anchor.earlier if not is_ago else None
        year = f"{told_before.first.year:04d}" if told_before is not None else "XXXX"
        return Reading(When(told.span, "DATE", f"{year}-XX-XX", None, "unknown", "unknown"))
    is_year = is_ago or not anchor.is_narrative
    if unit in _YEARS_IN and is_year:  # "two decades ago" is the year, as "20 years ago"
        amount, unit = _YEARS_IN[unit] * amount, "year"
    steps = round(amount) if is_later else -round(amount)
    if unit is None:
        return _hours_aside(told, steps, start, reached_by)
    if is_later and not from_today and _is_not_yet(moved(start, steps, unit), told, anchor):
        return _duration(told, duration_value(number_of(given["amount"]), given["unit"]))
    day = moved(start, steps, unit)
    if unit == "year" and amount % 1:
        day = moved(start, round(12 * amount) * (1 if is_later else -1), "month")
    return dated(told, stretch_of(day, unit), reached_by)


def _ages_ago(years: float) -> str:
    """As TIMEX writes what is far before the calendar: KA30 for 30,000 years, MA66, GA3.5."""
    size, letter = next(size for size in _AGES if years >= size[0])
    return f"{letter}A{years / size:g}"


def _is_not_yet(day: date, told: Told, anchor: Anchor) -> bool:
    """Whether news tells as past what would be ahead: 'two years later' counts from another time."""
    published = anchor.published
    return published is not None and day > published and tense_of(told) != "future"


def _aside_from(unit: str, anchor: Anchor, *, is_ago: bool) -> tuple[date | None, ReachedBy]:
    """What to count from; None: days are told, but the time before is known to the month only."""
    if is_ago or anchor.earlier is None:  # also "two weeks from now"
        return anchor.today, anchor.reached_by
    if unit in {"month", "year", "decade", "century"} or anchor.earlier.unit == "day":
        return anchor.earlier.first, "relative_to_earlier"
    return None, "unknown"


def read_half_aside(told: Told, anchor: Anchor) -> Reading:
    """'half a century ago', 'a fortnight later', 'half an hour ago'."""
    given = told.given
    if "half_hour" in given:
        day, reached_by = _aside_from("hour", anchor, is_ago=given["side"] == "ago")
        if day is None:
            return dated(told, None, "unknown")
        return _hours_aside(told, 0, day, reached_by)
    quarter = f"{given['quarter_of']}/4" if "quarter_of" in given else None
    amount, unit = _HALVES[quarter or given.get("stretch_of") or given["stretch_of_days"]]
    start, reached_by = _aside_from(unit, anchor, is_ago=given["side"] == "ago")
    if start is None:
        return dated(told, None, "unknown")
    steps = amount if given["side"] == "later" else -amount
    return dated(told, stretch_of(moved(start, steps, unit), unit), reached_by)


_FROM = {"today": 0, "tomorrow": 1, "yesterday": -1}  # days from the report's own


def read_day_aside(told: Told, anchor: Anchor) -> Reading | None:
    """'two weeks from Tuesday', 'ten years ago today': that day, so much earlier or later."""
    given, today = told.given, anchor.today
    amount, unit = number_of(given["amount"]), UNITS.get(given["unit"])
    if amount is None or unit is None or today is None or not _is_near(amount, unit):
        return None
    is_ago = given["side"] == "ago"
    if "this_unit" in given:
        start = today
    elif "weekday" in given:
        weekday = load_time_words().weekdays[given["weekday"]]
        back, ahead = (today.weekday() - weekday) % 7, (weekday - today.weekday()) % 7
        start = today + timedelta(days=-back if is_ago else ahead)
    else:
        start = today + timedelta(days=_FROM[given["near_day"]])
    day = moved(start, -round(amount) if is_ago else round(amount), unit)
    return dated(told, stretch_of(day, UNITS[given.get("this_unit", "day")]), anchor.reached_by)


def read_some_time_later(told: Told, anchor: Anchor) -> Reading:
    """'a short time later': some day after the time told before."""
    return _some_time_aside(told, anchor.today, is_ago=False)


def read_time_behind(told: Told, anchor: Anchor) -> Reading:
    """'recent weeks': so many weeks, of no number that is told; 'recent years': some time behind."""
    if told.given["unit"] != "year" and " and " not in told.words:
        return _duration(told, duration_value(None, told.given["unit"]))
    return Reading(When(told.span, "DATE", "PAST_REF", None, "unknown", "unknown"))


def read_time_ahead(told: Told, anchor: Anchor) -> Reading:
    """'coming months': so many months, of no number that is told; 'one day': some time ahead."""
    is_length = "unit" in told.given and "future" not in told.words.lower()
    if is_length and " and " not in told.words:
        return _duration(told, duration_value(None, told.given["unit"]))
    return Reading(When(told.span, "DATE", "FUTURE_REF", None, "unknown", "unknown"))


def _some_time_aside(told: Told, start: date | None, *, is_ago: bool) -> Reading:
    """'years ago', 'a few days later', 'hours later' (that day)."""
    if told.given.get("unit") in {"hour", "minute"} and start is not None and not is_ago:
        return _hours_aside(told, 0, start, "relative_to_earlier")
    value = "PAST_REF" if is_ago else "XXXX-XX-XX"
    return Reading(When(told.span, "DATE", value, None, "unknown", "unknown"))


def _hours_aside(told: Told, steps: int, start: date, reached_by: ReachedBy) -> Reading:
    """So many hours or minutes from a day whose hour is not known: that day, or its neighbour."""
    days = steps / 24 if told.given.get("unit") == "hour" else 0
    if abs(days) > 366:
        return dated(told, None, "unknown")
    day = start + timedelta(days=int(days))
    value = f"{day.isoformat()}TXX"
    when = When(told.span, "TIME", value, stretch_of(day, "day").interval, "day", reached_by)
    return Reading(when, stretch_of(day, "day"))


def read_set(told: Told, anchor: Anchor) -> Reading | None:
    """'every Friday', 'daily', '300 a year'."""
    given, words = told.given, load_time_words()
    if "regular" in given and re.match(r"\s[A-Z]", told.after(2)):  # "the daily Karez Star"
        return None
    if told.words in {"daily", "every day", "Every day"}:
        return _set(told, _every_day(anchor))
    if "regular" in given:
        return _set(told, words.regular[given["regular"]]) if told.words.islower() else None
    if "days_of_week" in given:
        is_end = given["days_of_week"].startswith("weekend")
        return _set(told, "XXXX-WXX-WE" if is_end else "XXXX-WXX")
    if "weekday" in given:
        part = f"T{words.parts[given['part'].removesuffix('s')].code}" if "part" in given else ""
        return _set(told, f"XXXX-WXX-{words.weekdays[given['weekday']] + 1}{part}")
    if "month" in given:
        month = words.months[given["month"].rstrip(".")]
        return _set(told, f"XXXX-{month:02d}") if is_month(told) else None
    if "season" in given:
        return _set(told, f"XXXX-{season_code(words.seasons[given['season']])}")
    if "part" in given:
        return _set(told, f"XXXX-XX-XXT{words.parts[given['part'].removesuffix('s')].code}")
    amount = number_of(given["amount"]) if "amount" in given else 1
    if told.words.lower().startswith("every other"):
        amount = 2
    return _set(told, duration_value(amount, given["unit"]))


def _every_day(anchor: Anchor) -> str:
    """As TIMEX3 writes it in news, and TIMEX2 where history is told."""
    return "XXXX-XX-XX" if anchor.is_narrative else load_time_words().regular["daily"]


def _set(told: Told, value: str) -> Reading:
    return Reading(When(told.span, "SET", value, None, "unknown", "unknown"))


def read_reference(told: Told, anchor: Anchor) -> Reading | None:
    """'now', 'recently', 'soon': no calendar reaches them. A 'soon' of the past is none of ours."""
    is_soon = told.given["reference"] == "soon"
    if is_soon and (
        anchor.is_narrative or _HOW.search(told.before(4)) or tense_of(told) != "future"
    ):
        return None
    if (
        told.given["reference"] == "at the time"
        and told.after(4) == " of "
        and not anchor.is_narrative
    ):
        return None
    value = load_time_words().references[told.given["reference"]]
    return Reading(When(told.span, "DATE", value, None, "unknown", "unknown"))


def read_story_reference(told: Told, anchor: Anchor) -> Reading | None:
    """'former', 'future': in a story as told by TIMEX2; news is full of former ministers."""
    if not anchor.is_narrative or anchor.published is None:
        return None
    value = load_time_words().story_references[told.given["story_reference"]]
    return Reading(When(told.span, "DATE", value, None, "unknown", "unknown"))


DURATION_READERS: Mapping[str, Reader] = {
    "duration": read_duration,
    "part_of_year": read_part_of_year,
    "two_lengths": read_two_lengths,
    "some_time": read_some_time,
    "aside": read_aside,
    "half_aside": read_half_aside,
    "day_aside": read_day_aside,
    "some_time_later": read_some_time_later,
    "time_behind": read_time_behind,
    "time_ahead": read_time_ahead,
    "one_day": read_time_ahead,
    "story_reference": read_story_reference,
    "set": read_set,
    "reference": read_reference,
}
