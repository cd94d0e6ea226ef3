"""Quarters, the year-ago quarter, centuries and the words that only look like them."""

import pytest
from marking import mark, unmark

from sayso.annotate.time.times import find_times
from sayso.read.dates import parse_published

FRIDAY = parse_published("2031-05-09")


def values(text):
    return [found.value for found in find_times(text, FRIDAY)]


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        ("The mint lost money in [Q3 2030].", "2030-Q3"),
        ("The mint's [fourth-quarter 2030] loss was small.", "2030-Q4"),
        ("Rents rose in [the 2029 quarter].", "2029-Q1"),
        ("She collects [18th century] maps.", "17"),
        ("The gate fell in [May nineteen eighty-one].", "1981-05"),
        ("The gate fell in [the autumn of nineteen eighty-one].", "1981-FA"),
        ("It will be rebuilt in [the next year or so].", "2032"),
        ("Nothing was the same after the [Sept. 11] attacks.", "2001-09-11"),
        ("It was the worst storm of [the century].", "20"),
        ("It could be four degrees warmer by [2100].", "2100"),
        ("Losses for [2029] were small.", "2029"),
        ("In [2029] more than forty villages burnt.", "2029"),
    ],
)
def test_a_period_has_its_span_and_value(marked, value):
    text = unmark(marked)
    (found,) = find_times(text, FRIDAY)

    assert mark(text, [found.span]) == marked
    assert found.value == value


def test_the_same_quarter_last_year_is_a_year_before_the_quarter_told():
    assert values("Output in the first quarter was below that of the same quarter last year.") == [
        "2031-Q1", "2030-Q1"
    ]  # fmt: skip


def test_the_year_of_an_event_is_not_that_of_publication():
    assert values("She left in 2009, the year he came.") == ["2009"]
    assert values("Over the weekend he fled.") == ["2031-W18-WE"]
    assert values("By the end of the year they will be home.") == ["2031"]


def test_each_of_two_quarters_is_one():
    assert values("Output fell in the third and fourth quarters of 2030.")[1] == "2030-Q4"


def test_a_quarter_told_for_comparison_is_not_what_a_year_ago_counts_from():
    text = "In the first quarter the mill made a profit. The 2030 quarter had a loss. The year-ago loss was small."
    assert values(text) == ["2031-Q1", "2030-Q1", "2030-Q1"]


def test_a_quarter_that_is_not_over_is_not_what_a_year_ago_counts_from():
    text = "In the first quarter the mill lost money, and may in the second quarter. In the year-ago period it did not."
    assert values(text) == ["2031-Q1", "2031-Q2", "2030-Q1"]


@pytest.mark.parametrize(
    ("ended", "value"), [("March 31", "2031-Q1"), ("April 1", "2031-Q1"), ("Jan. 31", "2030-Q4")]
)
def test_a_quarter_that_ended_on_a_day_is_that_of_its_middle_month(ended, value):
    assert values(f"In the quarter ended {ended}, the mill lost money.")[0] == value


@pytest.mark.parametrize(
    ("words", "value"),
    [("last April", "2030-04"), ("last March", "2031-03"), ("this past April", "2031-04")],
)
def test_last_april_is_not_last_month(words, value):
    assert values(f"The mill burnt {words}.") == [value]


def test_the_same_period_a_year_earlier_is_one_expression():
    text = "In the first quarter it lost less than in the same period a year earlier."
    assert values(text) == ["2031-Q1", "2030-Q1"]


def test_a_day_beside_a_year_before_it_is_of_that_year():
    assert values("The war began 10 years ago on March 20.") == ["2021", "2021-03-20"]
    assert values("In 2028, in June, it rained.") == ["2028", "2028-06"]


def test_the_second_month_after_a_dash_is_a_month():
    assert values("Rain fell short in the January-March season.") == ["2031-01", "2031-03"]


@pytest.mark.parametrize(
    "text",
    [
        "More than a quarter of the herd died.",
        'She spoke on the show "This Week".',
        "You never know what happens on that day of rest.",
    ],
)
def test_shares_and_titles_are_no_periods(text):
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It milled less in April than in the same month last year.", ["2031-04", "2030-04"]),
        ("It burnt in 2005. A year earlier it had been sold.", ["2005", "2004"]),
        ("In the year since the raid he wrote.", ["P1Y"]),
        ("In the decade before the war he wrote.", ["P10Y"]),
        ("In the year he wrote.", ["2031"]),
    ],
)
def test_what_is_told_beside_another_time_counts_from_it(text, found):
    assert values(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The raid killed between 1000 and 1800 people.",
        "The war brought their number from 2000 to a few hundred.",
    ],
)
def test_how_many_there_were_is_no_year(text):
    assert values(text) == []
