"""Days, months and hours as they are printed: the whole expression, and the day it reaches."""

import pytest

from sayso.annotate.time.times import find_times
from sayso.read.dates import parse_published

FRIDAY = parse_published("2031-05-09")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Karez, May 5,2010", "May 5,2010", "2010-05-05"),
        ("He fled in March of last year.", "March of last year", "2030-03"),
        ("He will come in May of next year.", "May of next year", "2032-05"),
        ("He fled on Dec. 3 of last year.", "Dec. 3 of last year", "2030-12-03"),
        ("He fled in the spring of last year.", "the spring of last year", "2030-SP"),
    ],
)
def test_a_date_is_one_expression_with_its_year(text, words, value):
    (found,) = find_times(text, FRIDAY)
    assert (found.span.of(text), found.value) == (words, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The count is Monday, March 8.", "2032-03-08"),
        ("The count was Sat., Nov. 10.", "2029-11-10"),
        ("The count was Monday, May 5.", "2031-05-05"),
        ("The count is Wednesday, May 4.", "2031-05-04"),
    ],
)
def test_a_date_with_its_weekday_is_of_a_near_year_in_which_it_fell_so(text, value):
    assert [found.value for found in find_times(text, FRIDAY)] == [value]


def test_a_date_with_its_weekday_does_not_go_on_from_a_year_long_past():
    text = "He was born in 1911, wed in 1931, fled in 1941, and fell in 1965. He rests since Friday, May 2."
    assert find_times(text, FRIDAY)[-1].value == "2031-05-02"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It fell at 9:30 Monday night.", "9:30 Monday night", "2031-05-05T21:30"),
        ("It fell at 2 Monday morning.", "2 Monday morning", "2031-05-05T02:00"),
        ("It fell at about 10 this morning.", "about 10 this morning", "2031-05-09T10:00"),
        ("It fell at 11 p.m. last night.", "11 p.m. last night", "2031-05-08T23:00"),
        ("At least 10 fell this morning.", "this morning", "2031-05-09TMO"),
    ],
)
def test_an_hour_takes_its_half_from_the_part_of_the_day_behind_it(text, words, value):
    (found,) = find_times(text, FRIDAY)
    assert (found.span.of(text), found.value) == (words, value)


def test_an_hour_apart_from_its_part_of_a_day_is_still_in_that_half():
    assert [one.value for one in find_times("It fell at 9:30 on Monday night.", FRIDAY)] == [
        "2031-05-05T21:30",
        "2031-05-05TNI",
    ]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        (
            "The hall was open from 4 p.m. to 6 p.m. Monday.",
            ["2031-05-05T16:00", "2031-05-05T18:00"],
        ),
        ("The feast, 6:30 to 8:30 p.m. June 1, is free.", ["2031-06-01T18:30", "2031-06-01T20:30"]),
        (
            "It will be held on Monday from 6 to 8 p.m. in Karez.",
            ["2031-05-12", "2031-05-12T18:00", "2031-05-12T20:00"],
        ),
    ],
)
def test_both_hours_of_a_stretch_are_of_its_day(text, hours):
    assert [one.value for one in find_times(text, FRIDAY)] == hours


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He was born on a Sunday in 1944.", ["XXXX-WXX-7", "1944"]),
        ("It was a Monday morning in the hills.", ["XXXX-WXX-1TMO"]),
        ("The board meets on the first Monday of every month.", ["XXXX-WXX-1", "P1M"]),
        ("In a Monday vote he won.", ["2031-05-05"]),
        ("On Monday in Karez he fell.", ["2031-05-05"]),
        ("It was Monday when he fell.", ["2031-05-05"]),
    ],
)
def test_a_monday_that_is_no_monday_in_particular_has_no_day(text, found):
    assert [one.value for one in find_times(text, FRIDAY)] == found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They will vote on the first Tuesday in November.", "2031-11-04"),
        ("They met on the last Friday of April.", "2031-04-25"),
        ("They met on the third Sunday of May 2029.", "2029-05-20"),
    ],
)
def test_the_first_tuesday_of_a_month_is_a_day(text, value):
    assert [one.value for one in find_times(text, FRIDAY)] == [value]


def test_later_that_day_is_the_day_told_before():
    found = find_times("He came on May 3; later that day he fled.", FRIDAY)
    assert [one.value for one in found] == ["2031-05-03", "2031-05-03"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The farm is safe, January said.", []),
        ("In January said farm burnt.", ["2031-01"]),
        ("As a July NATO summit nears, he is ill.", ["2031-07"]),
    ],
)
def test_a_month_that_speaks_is_a_name_and_one_before_an_abbreviation_is_none(text, found):
    assert [one.value for one in find_times(text, FRIDAY)] == found
