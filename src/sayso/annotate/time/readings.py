"""What a reader of time expressions gives back, and what all readers share."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

from sayso.annotate.time.anchors import Anchor
from sayso.annotate.time.choices import choose_year
from sayso.annotate.time.forms import Told
from sayso.annotate.time.stretches import PRECISION, Stretch, hours_from, stretch_of
from sayso.annotate.time.words import load_time_words
from sayso.types import ReachedBy, When

_YEAR_BEFORE = re.compile(  # "last year, on", "10 years ago on", "in 2011, in"
    r"(?:years?\sago|(?:last|next|this|that)\syear|\b(?:1[0-9]|20)[0-9]{2}),?\s(?:on|in)\s$",
    re.IGNORECASE,
)
_THAT_YEAR = re.compile(r",?\s(?:that|(?:of\s)?the\ssame)\syear\b")  # after "in August"


@dataclass(frozen=True, slots=True)
class Reading:
    """What words tell. `stretch`: the date that later words may count from; None: they may not.

    at, zone: of a clock time, which may yet find its day beside it
    """

    when: When
    stretch: Stretch | None = None
    at: time | None = None
    zone: str | None = None


Reader = Callable[[Told, Anchor], Reading | None]  # None: these words tell no time


def dated(told: Told, stretch: Stretch | None, reached_by: ReachedBy) -> Reading:
    """A date and what it reaches; `stretch` None: the text gives nothing to count from."""
    if stretch is None:
        return Reading(When(told.span, "DATE", None, None, "unknown", "unknown"))
    precision = PRECISION[stretch.unit]
    when = When(told.span, "DATE", stretch.value, stretch.interval, precision, reached_by)
    return Reading(when, stretch)


_WORD_BEFORE = re.compile(r"(\w+)\s?[,(–—-]\s?$")


def apposed(told: Told, anchor: Anchor) -> Stretch | None:
    """The day that the words tell once more: 'on 2 May, the day after the battle'; None: no day."""
    words = load_time_words()
    if anchor.earlier is None or anchor.earlier.unit != "day":
        return None
    before = _WORD_BEFORE.search(told.before(16))
    word = before[1].lower() if before is not None else ""
    return anchor.earlier if word.isdigit() or word in {**words.months, **words.weekdays} else None


def part_of_day(told: Told, day: date | None, part: str, reached_by: ReachedBy) -> Reading:
    """A morning or night of that day; which zone's hours these are the text does not say."""
    of_day = load_time_words().parts[part.removesuffix("s")]
    if day is None:
        value = f"XXXX-XX-XXT{of_day.code}"
        return Reading(When(told.span, "TIME", value, None, "unknown", "unknown"))
    interval = hours_from(day, of_day.from_hour, of_day.to_hour)
    value = f"{day.isoformat()}T{of_day.code}"
    when = When(told.span, "TIME", value, interval, "day", reached_by)
    return Reading(when, stretch_of(day, "day"))


def in_some_year(told: Told, anchor: Anchor, make: Callable[[int], Stretch | None]) -> Reading:
    """In the year that the words beside it name ('of that year', 'this year'), else the likeliest."""
    words, given, today = load_time_words(), told.given, anchor.today
    said = given.get("told") or given.get("year_told")
    if said is not None and said in words.steps and today is not None:
        return dated(told, make(today.year + words.steps[said]), anchor.reached_by)
    if said is not None and anchor.earlier is not None:
        step = words.told_steps.get(said, words.steps.get(said, 0))
        return dated(told, make(anchor.earlier.first.year + step), "relative_to_earlier")
    if _YEAR_BEFORE.search(told.before(24)) and anchor.earlier and anchor.earlier.unit == "year":
        return dated(told, make(anchor.earlier.first.year), "relative_to_earlier")
    if _THAT_YEAR.match(told.after(16)) and anchor.earlier is not None:
        return dated(told, make(anchor.earlier.first.year), "relative_to_earlier")
    beside = told.after(12).lower().split()
    if beside[1:2] in (["year"], ["year."], ["year,"]) and beside[0] in words.steps and today:
        return dated(told, make(today.year + words.steps[beside[0]]), anchor.reached_by)
    reached_by = anchor.reached_by if anchor.story_of(told.kind) is None else "relative_to_earlier"
    return dated(told, choose_year(told, anchor, make), reached_by)
