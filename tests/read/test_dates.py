"""In: dates as they are printed. Out: intervals, and None for every doubt."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.dates import (
    day_by_its_clock,
    intervals_disagree,
    parse_printed,
    parse_published,
    printed_day_by_its_clock,
)
from sayso.types import Interval


@pytest.mark.parametrize(
    "words",
    ["1812-09-07", "7 September 1812", "Sept. 7, 1812", "Monday 7 September 1812", "18120907"],
)
def test_a_day_without_a_time_is_the_whole_day(words):
    assert parse_published(words) == Interval("1812-09-07T00:00:00Z", "1812-09-07T23:59:59Z")


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2031-05-04T10:30:15Z", "2031-05-04T10:30:15Z"),
        ("2031-05-04T10:30:15.25+03:00", "2031-05-04T07:30:15Z"),
        ("Sun, 04 May 2031 10:30:00 +0200", "2031-05-04T08:30:00Z"),
        ("4 May 2031 • 17.45 BST", "2031-05-04T16:45:00Z"),
        ("May 4, 2031 10:30 pm EDT", "2031-05-05T02:30:00Z"),
        ("2031-05-04 10:30", "2031-05-04T10:30:00Z"),
    ],
)
def test_a_time_is_that_second_in_utc(words, moment):
    assert parse_published(words) == Interval(moment, moment)


def test_an_hour_without_minutes_is_the_whole_hour():
    assert parse_published("4 May 2031 10am") == Interval(
        "2031-05-04T10:00:00Z", "2031-05-04T10:59:59Z"
    )


def test_a_zone_that_means_several_leaves_the_day():
    assert parse_published("4 May 2031 10:30 IST") == parse_published("2031-05-04")


@pytest.mark.parametrize(
    "words",
    ["", "May 2031", "2031", "2031-05", "yesterday", "soon", "05/06/2031", "31 June 2031",
     "10:30", "4 May", "1924560000", "0001-01-01T00:00:00+14:00", "9" * 5000],
)  # fmt: skip
def test_a_month_an_ambiguous_day_and_garbage_are_no_date(words):
    assert parse_published(words) is None


def test_numbers_that_can_only_be_one_day_are_read():
    assert parse_published("25/06/2031") == parse_published("2031-06-25")


@pytest.mark.parametrize(
    "line",
    ["Published on 4 May 2031", "Last updated: May 4, 2031", "KARSK, May 4, 2031 (Agency) -"],
)
def test_a_printed_line_gives_its_date(line):
    assert parse_printed(line) == parse_published("2031-05-04")


@pytest.mark.parametrize(
    ("one", "other", "disagree"),
    [
        ("2031-05-04", "2031-05-05", True),
        ("2031-05-04", "2031-05-04T23:00:00Z", False),
        ("2031-05-04", "2031-05-05T09:00:00Z", False),
        ("2031-05-04", "2031-05-06T09:00:00Z", True),
        ("2031-05-04T10:00:00Z", "2031-05-04T18:00:00Z", False),
        ("2031-05-04T10:00:00Z", "2031-05-05T10:00:00Z", True),
    ],
)
def test_dates_disagree_when_no_zone_makes_them_one(one, other, disagree):
    first, second = parse_published(one), parse_published(other)
    assert first is not None
    assert second is not None
    assert intervals_disagree(first, second) is disagree
    assert intervals_disagree(second, first) is disagree


@given(st.text(max_size=40) | st.from_regex(r"[0-9/:.T +-]{0,30}[12][0-9]{3}[0-9/:.TZ +-]{0,20}"))
def test_no_words_raise_anything(words):
    interval = parse_published(words)
    assert interval is None or interval.start <= interval.stop


@given(st.datetimes(datetime(1990, 1, 2), datetime(2060, 1, 1), timezones=st.timezones()))
def test_any_iso_moment_is_read_back(moment):
    interval = parse_published(moment.isoformat())
    assert interval is not None
    assert interval.start == interval.stop == f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2031-05-10T02:00:00+04:30", "2031-05-10"),
        ("2031-05-09T23:50:00-08:00", "2031-05-09"),
        ("Fri, 9 May 2031 22:10:00 EDT", "2031-05-09"),
        ("2031-05-09T23:50:00+04:30", None),
        ("2031-05-09T23:50:00Z", None),
        ("2031-05-09T23:50:00", None),
        ("2031-05-09", None),
        ("9 May 2031 23:50 IST", None),
        ("May 2031", None),
    ],
)
def test_the_day_by_its_own_clock_is_told_where_utc_has_another(words, day):
    assert day_by_its_clock((words,)) == day


def test_the_first_words_that_can_be_read_tell_the_day():
    told = (None, "May 2031", "2031-05-10T02:00:00+04:30", "2031-06-01")
    assert day_by_its_clock(told) == "2031-05-10"


def test_a_printed_line_has_a_clock_of_its_own_too():
    assert printed_day_by_its_clock("Published: 10 May 2031 02:00 PKT") == "2031-05-10"
