"""Words that tell a day or a part of one in, the day out."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from dateutil.easter import easter

from sayso.annotate.time.anchors import Anchor
from sayso.annotate.time.choices import choose_weekday
from sayso.annotate.time.forms import Told
from sayso.annotate.time.months import is_month, month_number
from sayso.annotate.time.readings import Reader, Reading, apposed, dated, in_some_year, part_of_day
from sayso.annotate.time.stretches import UNITS, Stretch, hours_from, moved, stretch_of
from sayso.annotate.time.tense import tense_of
from sayso.annotate.time.words import load_time_words
from sayso.types import ReachedBy, When


def read_day(told: Told, anchor: Anchor) -> Reading | None:
    """'3 March 2031', 'March 3', 'the 4th'; the last two in the year, or month, that is told of."""
    given = told.given
    day = _day_number(given.get("day") or given["numbered_day"])
    if not 1 <= day <= 31 or not is_month(told):
        return None
    if "numbered_day" in given:
        month = anchor.earlier.first if anchor.earlier is not None else None
        stretch = _make_day(month.year, month.month, day) if month is not None else None
        return dated(told, stretch, "relative_to_earlier")
    read = _read_full_day(told, anchor, day)
    if "part" in given and read.stretch is not None:
        return part_of_day(told, read.stretch.first, given["part"], read.when.reached_by)
    return read


def _read_full_day(told: Told, anchor: Anchor, day: int) -> Reading:
    given = told.given
    number = month_number(given)
    if "month_number" in given and day <= 12 and day != number and "-" not in told.words:
        return dated(told, None, "unknown")  # "05/06/2031" is two days
    if "year" in given:
        return dated(told, _make_day(int(given["year"]), number, day), "explicit")
    read = in_some_year(told, anchor, lambda year: _make_day(year, number, day))
    fitting = _by_its_weekday(told, anchor, read.stretch)
    return read if fitting is None else dated(told, fitting, anchor.reached_by)


def _by_its_weekday(told: Told, anchor: Anchor, chosen: Stretch | None) -> Stretch | None:
    """'Friday, April 1' in the year nearest to publication in which it was a Friday; None: as chosen."""
    words = load_time_words()
    name = told.given.get("weekday_name", "").rstrip(".")
    weekday = {**words.weekdays, **words.short_weekdays}.get(name)
    published = anchor.published
    if weekday is None or chosen is None or published is None or chosen.first.weekday() == weekday:
        return None
    month, day = chosen.first.month, chosen.first.day
    options = (_make_day(published.year + away, month, day) for away in _NEAR_YEARS)
    return next((one for one in options if one and one.first.weekday() == weekday), None)


def read_week_of(told: Told, anchor: Anchor) -> Reading | None:
    """'the week of March 3': the week that holds the day."""
    day = read_day(told, anchor)
    if day is None or day.stretch is None:
        return None
    return dated(
        told, stretch_of(day.stretch.first, UNITS[told.given["unit"]]), day.when.reached_by
    )


def read_later_day(told: Told, anchor: Anchor) -> Reading | None:
    """The second of 'May 4 and 5': a day of the month told just before."""
    first = anchor.earlier
    if first is None or first.unit != "day":
        return None
    year = int(told.given.get("year", first.first.year))
    stretch = _make_day(year, first.first.month, _day_number(told.given["day"]))
    if stretch is None or (stretch.first <= first.first and "year" not in told.given):
        return None
    return dated(told, stretch, "explicit" if "year" in told.given else anchor.reached_by)


def read_feast(told: Told, anchor: Anchor) -> Reading:
    month, day = load_time_words().feasts[told.given["feast"].replace("’", "'")]
    if "year" in told.given:
        return dated(told, _make_day(int(told.given["year"]), month, day), "explicit")
    return in_some_year(told, anchor, lambda year: _make_day(year, month, day))


def read_moving_feast(told: Told, anchor: Anchor) -> Reading:
    rule = load_time_words().moving_feasts[told.given["moving_feast"]]

    def make(year: int) -> Stretch:
        return stretch_of(moving_feast(rule, year), "day")

    if "year" in told.given:
        return dated(told, make(int(told.given["year"])), "explicit")
    return in_some_year(told, anchor, make)


def read_attack(told: Told, anchor: Anchor) -> Reading:
    return dated(told, stretch_of(date(2001, 9, 11), "day"), "explicit")


def read_weekday(told: Told, anchor: Anchor) -> Reading | None:
    if _is_title(told):
        return None
    weekday = load_time_words().weekdays[told.given["weekday"]]
    if told.given.get("part", "").endswith("s") and "step" not in told.given:
        return _every_such(told, weekday)
    if told.words.lower().startswith(told.given["weekday"]) and _is_any_such(told):
        return _every_such(told, weekday)
    anchor = anchor.of_weekdays
    day = choose_weekday(told, anchor, weekday)
    part = told.given.get("part") or ("morning" if "small_hours" in told.given else None)
    if part is not None:
        return part_of_day(told, day, part, anchor.reached_by)
    return dated(told, stretch_of(day, "day") if day is not None else None, anchor.reached_by)


_SOME = re.compile(r"\b(?:was|is|be|were|on|one|any)\s(?:an?\s)?$")
_NO_NOUN_BEHIND = re.compile(r"[.,;:)]|$|\s(?:in|of|when|and|before|after|because)\b")
_IN_EACH = re.compile(r"\s(?:of|in)\s(?:every|each|the|a)\s(?:month|quarter|year)\b")


def _is_any_such(told: Told) -> bool:
    """'a Sunday in May', 'the first Monday of every month'; not 'a Monday vote'."""
    if _IN_EACH.match(told.after(20)):
        return True
    before = told.before(12)
    is_some = re.search(r"\b(?:an?|one|any)\s$", before) and _SOME.search(before)
    return bool(is_some) and _NO_NOUN_BEHIND.match(told.after(9)) is not None


def _every_such(told: Told, weekday: int) -> Reading:
    """'Tuesday nights', 'a Monday in May'."""
    part = told.given.get("part")
    code = load_time_words().parts[part.removesuffix("s")].code if part is not None else None
    value = f"XXXX-WXX-{weekday + 1}" + (f"T{code}" if code is not None else "")
    if part is not None and part.endswith("s"):
        return Reading(When(told.span, "SET", value, None, "unknown", "unknown"))
    return Reading(When(told.span, "TIME" if part else "DATE", value, None, "unknown", "unknown"))


def read_nth_weekday(told: Told, anchor: Anchor) -> Reading | None:
    """'the first Sunday of March': in the year told, or the likeliest."""
    weekday = load_time_words().weekdays[told.given["weekday"]]
    which = load_time_words().ordinals.get(told.given["which"], -1)
    rule = {"month": month_number(told.given), "weekday": weekday, "which": which}
    if not is_month(told):
        return None

    def make(year: int) -> Stretch:
        return stretch_of(moving_feast(rule, year), "day")

    if "year" in told.given:
        return dated(told, make(int(told.given["year"])), "explicit")
    return in_some_year(told, anchor, make)


_NEAR = 7  # days; by judgement
_NEAR_YEARS = (
    0,
    -1,
    1,
    -2,
)  # in which a date with its weekday is looked for; after five it comes again
_NEAR_DAYS = {  # days from publication, and the part of the day that the word holds
    "today": (0, None), "yesterday": (-1, None), "tomorrow": (1, None), "tonight": (0, "night"),
    "overnight": (-1, "night"), "the day before yesterday": (-2, None),
    "the day after tomorrow": (2, None),
}  # fmt: skip


def read_near_day(told: Told, anchor: Anchor) -> Reading:
    """'yesterday', 'tonight': from the report's day; in a narrative 'today' is the writer's own."""
    word = told.given["near_day"]
    today = None if anchor.is_narrative else anchor.published
    if word not in _NEAR_DAYS:
        return _since_last_night(told, today)
    away, held = _NEAR_DAYS[word]
    day = moved(today, away, "day") if today is not None else None
    part = told.given.get("part") or held
    if part is not None:
        return part_of_day(told, day, part, "relative_to_publication")
    if day is None and word == "today":
        return Reading(When(told.span, "DATE", "PRESENT_REF", None, "unknown", "unknown"))
    return dated(told, stretch_of(day, "day") if day else None, "relative_to_publication")


def _since_last_night(told: Told, today: date | None) -> Reading:
    """'this morning and last night': one stretch, from yesterday's evening to today's noon."""
    if today is None:
        return part_of_day(told, None, "morning", "unknown")
    interval = hours_from(today - timedelta(days=1), 18, 36)
    value = f"{today.isoformat()}TMO"
    when = When(told.span, "TIME", value, interval, "day", "relative_to_publication")
    return Reading(when, stretch_of(today, "day"))


def read_part(told: Told, anchor: Anchor) -> Reading | None:
    """'last night', 'that evening', 'mid-afternoon'."""
    words, given = load_time_words(), told.given
    told_before = "told" in given
    start = (anchor.day.first if anchor.day else None) if told_before else anchor.day_told_of
    if start is None:
        return part_of_day(told, None, given["part"], "unknown")
    if told_before:
        steps = words.told_steps[given["told"]]
    elif "step" in given:
        steps = words.steps[given["step"]]
    else:
        steps = 0 if anchor.is_narrative else _steps_to_part(told)
    reached_by: ReachedBy = "relative_to_earlier" if told_before else anchor.reached_by
    return part_of_day(told, moved(start, steps, "day"), given["part"], reached_by)


_WHOLE_NIGHT = re.compile(r"\b(?:through|throughout|during|in)\s$")


def _steps_to_part(told: Told) -> int:
    """'They worked through the night': the last one. 'The search resumes at dawn': the next one."""
    part, tense = told.given["part"], tense_of(told)
    if tense == "future":
        return 1 if load_time_words().parts[part].code == "MO" else 0
    return -1 if part == "night" and _WHOLE_NIGHT.search(told.before(12)) else 0


def read_any_part(told: Told, anchor: Anchor) -> Reading:
    """'at night': of no day in particular."""
    return part_of_day(told, None, told.given["part"], "unknown")


_AT_THAT_TIME = re.compile(r"\b(?:at|around|about) that time$", re.IGNORECASE)


def read_told_time(told: Told, anchor: Anchor) -> Reading | None:
    """'at that time': in a story the time told before; in news it may be any that is past."""
    if not anchor.is_narrative or anchor.published is None:
        is_past = _AT_THAT_TIME.search(told.before(12) + told.words) is not None
        if not is_past or tense_of(told) == "future":
            return None
        return Reading(When(told.span, "DATE", "PAST_REF", None, "unknown", "unknown"))
    return dated(told, anchor.earlier, "relative_to_earlier")


def read_event_day(told: Told, anchor: Anchor) -> Reading:
    """'the day after the battle': a day, but which one only the event tells, or a day beside it."""
    return dated(told, apposed(told, anchor), "relative_to_earlier")


def read_told_day(told: Told, anchor: Anchor) -> Reading:
    """'the day before', 'the night before': beside the day told before."""
    away = -1 if told.given["side"] == "before" else 1
    day = moved(anchor.day.first, away, "day") if anchor.day is not None else None
    if "part" in told.given:
        return part_of_day(told, day, told.given["part"], "relative_to_earlier")
    return dated(told, stretch_of(day, "day") if day is not None else None, "relative_to_earlier")


def read_same_day(told: Told, anchor: Anchor) -> Reading:
    """'later in the day', 'the second day of': the last day told, if it is near the report's own; else that."""
    last, today = anchor.day, anchor.today
    if last is not None and (today is None or abs((last.first - today).days) <= _NEAR):
        return dated(told, last, "relative_to_earlier")
    return dated(told, stretch_of(today, "day") if today is not None else None, anchor.reached_by)


def _make_day(year: int, month: int, day: int) -> Stretch | None:
    try:
        return stretch_of(date(year, month, day), "day")
    except ValueError:
        return None


def _day_number(words: str) -> int:
    ordinals = load_time_words().ordinals
    return ordinals[words] if words in ordinals else int(words.rstrip("stndrh"))


def moving_feast(rule: Mapping[str, int], year: int) -> date:
    """The day of that year's feast, by a rule of `times.toml`."""
    if "after_easter" in rule:
        sunday: date = easter(year)
        return sunday + timedelta(days=rule["after_easter"])
    month = stretch_of(date(year, rule["month"], 1), "month")
    if rule["which"] < 0:
        return month.last - timedelta(days=(month.last.weekday() - rule["weekday"]) % 7)
    first = month.first + timedelta(days=(rule["weekday"] - month.first.weekday()) % 7)
    return first + timedelta(weeks=rule["which"] - 1)


def _is_title(told: Told) -> bool:
    """'the Sunday Times', 'Bloody Sunday'."""
    lists = load_time_words().lists
    before, after = told.before(20).split(), told.after(20).split()
    return bool(
        (after and after[0].strip(".,'’") in lists["newspapers"] and told.after(1) == " ")
        or (before and before[-1].lower() in lists["named_weekdays"])
    )


DAY_READERS: Mapping[str, Reader] = {
    "day": read_day,
    "later_day": read_later_day,
    "week_of": read_week_of,
    "nth_weekday": read_nth_weekday,
    "feast": read_feast,
    "moving_feast": read_moving_feast,
    "same_day": read_same_day,
    "event_day": read_event_day,
    "attack": read_attack,
    "weekday": read_weekday,
    "near_day": read_near_day,
    "part": read_part,
    "any_part": read_any_part,
    "told_day": read_told_day,
    "told_time": read_told_time,
}
