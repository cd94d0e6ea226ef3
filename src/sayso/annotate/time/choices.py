"""Which of several years, weeks or days a report means: by what came before, or by the tense."""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from sayso.annotate.time.anchors import Anchor
from sayso.annotate.time.forms import Told
from sayso.annotate.time.stretches import Stretch
from sayso.annotate.time.tense import sentence_before, tense_beside, tense_of

# Chosen on the half of TimeBank and WikiWars that was looked at (docs/reference/times.md).
_AGAINST_TENSE = 2.5  # a month or day against the tense counts as so many times further away
_AGAINST_FUTURE = 8.0  # one behind, where the verb is ahead
_BACK_IN_STORY = 2.5  # and so does one that goes back in a story
_AGAINST_VERB_BESIDE = 50.0  # a month or day against the verb right before it ("fell in June")
_BESIDE = 12  # characters between the two
_OPENS = re.compile(r"(?:^|\n|[.!?”\"]\s)In\s$")
_YEARS_AROUND = (-1, 0, 1)


def choose_year(
    told: Told, anchor: Anchor, make: Callable[[int], Stretch | None]
) -> Stretch | None:
    """Of last year's, this year's and next year's 'June' the one meant; None: counted from nothing.

    make: gives the stretch in that year; None where it has none (29 February)
    """
    story = anchor.story_of(told.kind)
    today = story.first if story is not None else anchor.today
    if today is None:
        return None
    told_years = (make(today.year + away) for away in _YEARS_AROUND if 1 < today.year + away < 9999)
    options = [stretch for stretch in told_years if stretch is not None]
    if not options:
        return None
    if story is not None:
        return _next_in_story(options, story)
    opens_sentence = _OPENS.search(told.before(20)) is not None  # "In June, prices fell"
    tense = tense_of(told) or ("past" if opens_sentence else None)
    if tense == "past" and all(one.first > today for one in options):
        return None
    is_tied = opens_sentence or tense_beside(told, within=_BESIDE) is not None
    is_on_day = told.kind == "day" and told.before(3) == "on "  # not "extended to 3 June"
    is_sure = is_tied and (told.kind in {"month", "season"} or is_on_day)
    against = _AGAINST_VERB_BESIDE if is_sure else _AGAINST_TENSE
    if tense == "future":
        against = max(against, _AGAINST_FUTURE)

    def distance(one: Stretch) -> float:
        if one.first > today:
            return (one.first - today).days * (against if tense == "past" else 1)
        return max(0, (today - one.last).days) * (against if tense == "future" else 1)

    return min(options, key=distance)


def _next_in_story(options: Sequence[Stretch], earlier: Stretch) -> Stretch:
    inside = [one for one in options if one.first >= earlier.first and one.last <= earlier.last]
    if inside:
        return inside[0]

    def away(one: Stretch) -> float:
        days = (one.first - earlier.first).days
        return days if days >= 0 else -days * _BACK_IN_STORY

    return min(options, key=away)


def choose_weekday(told: Told, anchor: Anchor, weekday: int) -> date | None:
    """The Monday that 'Monday' means; None: counted from nothing."""
    today = anchor.today
    if today is None or anchor.published is None:
        return None
    back, ahead = (today.weekday() - weekday) % 7, (weekday - today.weekday()) % 7
    step = told.given.get("step")
    if step is not None:
        return today + timedelta(days=_steps_to(step, back, ahead))
    second = _second_of_two(told, anchor, weekday)
    if second is not None:
        return second
    if anchor.is_narrative or tense_of(told) == "future":
        return today + timedelta(days=ahead)
    return today - timedelta(days=back)


_JOINED = re.compile(r"day(?:\s(?:and|or|through|to)|,|\s?[-–])\s?(?:on\s)?$")
_WEEK = timedelta(days=7)


def _second_of_two(told: Told, anchor: Anchor, weekday: int) -> date | None:
    """The Wednesday of 'Tuesday and Wednesday', or that of 'it opens on Monday and will end on
    Wednesday' where it is Wednesday today; None: the words are no second of two."""
    if anchor.day is None or anchor.is_narrative or anchor.published is None:
        return None
    first, today = anchor.day.first, anchor.published
    is_ahead = tense_of(told) == "future"
    if _JOINED.search(told.before(12)):
        second = first + (timedelta(days=(weekday - first.weekday()) % 7) or _WEEK)
        return second if first > today or second <= today or is_ahead else None
    is_first_ahead = today < first < today + _WEEK and "day" in sentence_before(told)
    return today + _WEEK if is_ahead and is_first_ahead and weekday == today.weekday() else None


def _steps_to(step: str, back: int, ahead: int) -> int:
    if step in {"last", "past", "this past"}:
        return -(back or 7)
    if step == "this":
        return ahead if ahead <= back else -back
    if step == "next" and ahead == 1:  # who means tomorrow says so
        return 8
    return ahead or 7
