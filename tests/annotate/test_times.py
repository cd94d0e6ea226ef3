"""Time expressions, and the days they reach from the report's own."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marking import mark, unmark

from sayso.annotate.times import find_times
from sayso.read.dates import parse_published

FRIDAY = parse_published("2031-05-09")


def days(found):
    return (found.interval.start[:10], found.interval.stop[:10]) if found.interval else None


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        ("Karez fell on [3 March 2031].", "2031-03-03"),
        ("Karez fell on [March 3, 2031].", "2031-03-03"),
        ("Karez fell on [2031-03-03].", "2031-03-03"),
        ("Karez fell on [3 March].", "2031-03-03"),
        ("Karez fell on [Monday].", "2031-05-05"),
        ("Karez fell on [Friday].", "2031-05-09"),
        ("Karez fell [yesterday].", "2031-05-08"),
        ("Karez fell [today].", "2031-05-09"),
        ("Karez fell [last night].", "2031-05-08"),
        ("Karez fell [two days ago].", "2031-05-07"),
        ("Karez fell [three days ago].", "2031-05-06"),
        ("The [March 2031] truce did not hold.", "2031-03"),
        ("Karez fell in [2019].", "2019"),
        ("Karez fell [last week].", "2031-W18"),
        ("Karez held out [44 days].", "P44D"),
        ("Karez held out [three hours].", "PT3H"),
        ("Karez is quiet [now].", "PRESENT_REF"),
    ],
)
def test_an_expression_has_its_value_on_the_calendar(marked, value):
    text = unmark(marked)
    (found,) = find_times(text, FRIDAY)

    assert mark(text, [found.span]) == marked
    assert found.value == value


@pytest.mark.parametrize(
    ("text", "start", "stop", "precision"),
    [
        ("on Monday", "2031-05-05", "2031-05-05", "day"),
        ("the March 2031 truce", "2031-03-01", "2031-03-31", "month"),
        ("in 2019", "2019-01-01", "2019-12-31", "year"),
        ("last week", "2031-04-28", "2031-05-04", "week"),
        ("on 29 February 2028", "2028-02-29", "2028-02-29", "day"),
    ],
)
def test_an_interval_is_as_wide_as_the_words(text, start, stop, precision):
    (found,) = find_times(text, FRIDAY)
    assert (*days(found), found.precision) == (start, stop, precision)


@pytest.mark.parametrize(
    ("text", "reached_by"),
    [
        ("on 3 March 2031", "explicit"),
        ("on Monday", "relative_to_publication"),
        ("on 3 March", "relative_to_publication"),
    ],
)
def test_how_a_day_was_reached_is_told(text, reached_by):
    (found,) = find_times(text, FRIDAY)
    assert found.reached_by == reached_by


@pytest.mark.parametrize("text", ["on Monday", "yesterday", "two days ago", "on 3 March", "today"])
def test_without_the_reports_date_a_relative_day_is_reached_by_nobody(text):
    (found,) = find_times(text, None)
    assert (found.interval, found.reached_by) == (None, "unknown")


def test_a_full_date_needs_no_date_of_the_report():
    (found,) = find_times("on 3 March 2031", None)
    assert days(found) == ("2031-03-03", "2031-03-03")


@pytest.mark.parametrize(
    "text",
    ["They may march on Karez.", "The sun rose.", "He had 2019 men.", "Nothing was said."],
)
def test_words_that_only_look_like_times_are_left(text):
    assert find_times(text, FRIDAY) == ()


@given(st.dates(datetime.date(1950, 1, 1), datetime.date(2090, 1, 1)), st.integers(0, 6))
def test_a_weekday_is_one_of_the_last_seven_days(day, weekday):
    name = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()[weekday]
    (found,) = find_times(f"Karez fell on {name}.", parse_published(day.isoformat()))
    reached = datetime.date.fromisoformat(found.interval.start[:10])

    assert 0 <= (day - reached).days < 7 and reached.weekday() == weekday


@given(st.text(alphabet="0123456789 -/thMarchMay,ago\u0660\u00b2", max_size=40))
def test_no_run_of_digits_and_months_breaks_the_calendar(text):
    found = find_times(text, FRIDAY)
    assert all(one.span.of(text).strip() for one in found)
