"""What relative expressions count from: the report's own day, or the time told before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.annotate.time.forms import Told
from sayso.annotate.time.stretches import Stretch, next_but
from sayso.types import ReachedBy

_FAR = 2  # years before publication from which a date counts as history
_LONG_PAST = 5  # years from which even news goes on from such a date; both by judgement
_LEAD = 400  # characters
_ENOUGH = 4  # so many such dates, four to each word of the day, make a narrative
_OF_THE_DAY = {"weekday", "near_day"}  # kinds of forms by which news tells its own days
_NOW = {"now", "currently", "current", "recently", "recent"}


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the telling stands.

    published:    the report's day; None: it has no date
    is_narrative: the report tells history, so its relative expressions go on from the time before
    earlier, day: the last date told, the last told to the day; None: none yet
    history:      a date long past from which the passage goes on; None: it tells of today
    quarter:      the last quarter told; is_by_quarter: the text compares it with that of a year ago
    """

    published: date | None
    is_narrative: bool
    earlier: Stretch | None = None
    day: Stretch | None = None
    history: Stretch | None = None
    quarter: Stretch | None = None
    is_by_quarter: bool = False

    @property
    def today(self) -> date | None:
        """The day that 'last week' counts from; None: the text gives no such day."""
        if self.published is None or not self.is_narrative:
            return self.published
        return self.earlier.first if self.earlier is not None else None

    @property
    def day_told_of(self) -> date | None:
        """The day that hours and parts of a day belong to; None: the story knows only the month."""
        if self.is_narrative and self.earlier is not None and self.earlier.unit != "day":
            return None
        return self.today

    @property
    def of_weekdays(self) -> "Anchor":
        """What a weekday counts from: in a story that last told a month or a year, the report's day."""
        is_near = self.earlier is not None and self.earlier.unit not in {"year", "half", "season"}
        return self if is_near or self.published is None else replace(self, is_narrative=False)

    @property
    def reached_by(self) -> ReachedBy:
        """How a day that is counted from `today` is reached."""
        return "relative_to_earlier" if self.is_narrative else "relative_to_publication"

    def story_of(self, kind: str) -> Stretch | None:
        """The time from which a bare day or month goes on; None: from the report's own day.

        In news a bare day goes on from history ('In 1979 ... on 24 December'); a bare month does not.
        """
        if self.is_narrative:
            return self.earlier
        return self.history if kind == "day" else None

    def after(self, stretch: Stretch, reached_by: ReachedBy) -> "Anchor":
        """The anchor once this date has been told."""
        history = stretch if reached_by != "relative_to_publication" else None
        if self.published is None or stretch.last.year > self.published.year - _LONG_PAST:
            history = None
        day = stretch if stretch.unit == "day" else self.day
        if stretch.unit in {"decade", "century"}:  # too wide for a story to go on from
            return self
        return replace(self, earlier=stretch, day=day, history=history)

    def after_paragraph(self) -> "Anchor":
        return replace(self, history=None)

    def after_quarter(self, quarter: Stretch) -> "Anchor":
        return replace(self, earlier=quarter, quarter=quarter, is_by_quarter=True)

    def compares_with(self, quarter: Stretch) -> bool:
        """'the 1988 quarter' beside that of 1989, 'the first quarter of next year', one that is not
        over beside one that is: for comparison or in prospect, and not what 'a year ago' counts from."""
        if self.today is not None and quarter.first > self.today:
            return True
        if self.today is not None and self.quarter is not None and quarter.last >= self.today:
            return True
        return self.quarter is not None and quarter == next_but(self.quarter, -4)

    def after_months(self) -> "Anchor":
        """Once half a year or nine months are told, 'a year ago' means no quarter."""
        return replace(self, is_by_quarter=False)


def first_anchor(told: Sequence[Told], published: date | None) -> Anchor:
    return Anchor(published, _is_narrative(told, published))


def _is_narrative(told: Sequence[Told], published: date | None) -> bool:
    """Whether most dates of the text lie years back, and few are told as news tells them.

    Without a date of its own a report's expressions can only go on from one another, but
    'yesterday' stays unreached: see `time_readings`.
    """
    if published is None:
        return True
    if any(one.span.start < _LEAD and _tells_its_day(one) for one in told):
        return False
    years = {
        one.span: int(one.given["year"]) for one in told if one.given.get("year", "").isdigit()
    }
    far = sum(1 for year in years.values() if year <= published.year - _FAR)
    far += sum(1 for one in told if one.kind == "era")
    of_today = len(years) - sum(1 for year in years.values() if year <= published.year - _FAR)
    of_today += len({one.span.start for one in told if _is_of_today(one)})
    return far >= _ENOUGH and far > _ENOUGH * of_today


def _tells_its_day(told: Told) -> bool:
    """'Monday', 'last night': in its lead news says when, and a history gives the whole date."""
    return told.kind == "weekday" or told.given.get("near_day", "today") != "today"


def _is_of_today(told: Told) -> bool:
    """'Monday', 'yesterday', 'last month', 'two years ago', 'now': as news tells its own time."""
    given = told.given
    return (
        told.kind in _OF_THE_DAY
        or "step" in given
        or given.get("side") == "ago"
        or given.get("reference") in _NOW
    )
