"""The calendar: a day and a unit in, the week, quarter or century that holds it out."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

from dateutil.relativedelta import relativedelta

from sayso.types import Interval, Precision

StretchUnit = Literal[
    "day", "week", "weekend", "month", "quarter", "season", "half", "year", "decade", "century"
]

_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_MONTHS_IN = {
    "month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200,
}  # fmt: skip
UNITS: dict[str, StretchUnit] = {  # by the words of the text; hours and minutes are no whole days
    "day": "day", "week": "week", "weekend": "weekend", "month": "month", "quarter": "quarter",
    "year": "year", "decade": "decade", "century": "century", "centuries": "century",
}  # fmt: skip
PRECISION: dict[StretchUnit, Precision] = {
    "day": "day", "week": "week", "weekend": "week", "month": "month", "quarter": "month",
    "season": "month", "half": "month", "year": "year", "decade": "year", "century": "year",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stretch:
    """Whole days from first to last: one day, week, month ... of the calendar."""

    first: date
    last: date
    unit: StretchUnit

    @property
    def value(self) -> str:
        """As TIMEX3 writes it: '2031-05-09', '2031-W19', '2031-Q2', '203' for a decade."""
        year, month = f"{self.first.year:04d}", self.first.month
        if self.unit in {"week", "weekend"}:
            iso_year, week, _ = self.first.isocalendar()
            return f"{iso_year:04d}-W{week:02d}" + ("-WE" if self.unit == "weekend" else "")
        return {
            "day": self.first.isoformat(),
            "month": f"{year}-{month:02d}",
            "quarter": f"{year}-Q{(month + 2) // 3}",
            "season": f"{self.first.year + month // 12:04d}-{_SEASONS.get(month, '')}",
            "half": f"{year}-H{(month + 5) // 6}",
            "year": year,
            "decade": year[:3],
            "century": year[:2],
        }[self.unit]

    @property
    def interval(self) -> Interval:
        return hours_from(self.first, 0, 24 * ((self.last - self.first).days + 1))


def stretch_of(day: date, unit: StretchUnit) -> Stretch:
    """The stretch of that unit in which the day lies; raises ValueError past the year 9999."""
    if unit == "day":
        return Stretch(day, day, unit)
    if unit in {"week", "weekend"}:
        monday = day - timedelta(days=day.weekday())
        saturday = monday + timedelta(days=5)
        return Stretch(monday if unit == "week" else saturday, monday + timedelta(days=6), unit)
    months = day.year * 12 + day.month - 1
    # Seasons begin in March, June, September and December; winter has the year of its January.
    offset = 1 if unit == "season" else 0
    start = (months + offset) // _MONTHS_IN[unit] * _MONTHS_IN[unit] - offset
    first = _first_of(start)
    return Stretch(first, _first_of(start + _MONTHS_IN[unit]) - timedelta(days=1), unit)


def _first_of(months: int) -> date:
    return date(months // 12, months % 12 + 1, 1) if months >= 12 else date.min


def season_code(month: int) -> str:
    """As TIMEX3 writes the season that begins in the month: 'SU' for June."""
    return _SEASONS[month]


def year_of(year: int) -> Stretch:
    return stretch_of(date(year, 1, 1), "year")


def month_of(year: int, month: int) -> Stretch:
    return stretch_of(date(year, month, 1), "month")


def moved(day: date, steps: int, unit: StretchUnit) -> date:
    """The day so many units later; raises OverflowError or ValueError past the calendar."""
    if unit == "day":
        return day + timedelta(days=steps)
    if unit in {"week", "weekend"}:
        return day + timedelta(weeks=steps)
    moved_day: date = day + relativedelta(months=steps * _MONTHS_IN[unit])
    return moved_day


def next_but(stretch: Stretch, steps: int) -> Stretch:
    """The stretch of the same unit so many further on: 1 the next, -1 the one before."""
    return stretch_of(moved(stretch.first, steps, stretch.unit), stretch.unit)


def hours_from(day: date, start: int, stop: int) -> Interval:
    """From the first hour up to the second one, counted from midnight; over 24: later days."""
    midnight = datetime.combine(day, time(), UTC)
    return Interval(
        iso(midnight + timedelta(hours=start)), iso(midnight + timedelta(hours=stop, seconds=-1))
    )


def iso(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ").zfill(20)
