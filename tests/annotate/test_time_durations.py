"""How long and how often: spans, values and what is neither."""

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
        ("The wall stood for [centuries].", "PXC"),
        ("The wall stood for [more than two thousand years].", "P2000Y"),
        ("The siege went on for [another week].", "P1W"),
        ("The town was lost in [the first hours] of the war.", "PTXH"),
        ("The bell rang just [ten minutes] long.", "PT10M"),
        ("It broke [one day] after the feast.", "P1D"),
        ("The [three-year-old] war goes on.", "P3Y"),
        ("In [the year] to June the mill made a loss", "P1Y"),
        ("He left [a month or so ago].", "2031-04"),
        ("The mill burnt [half a century ago].", "1981"),
        ("The mill burnt [two decades ago].", "2011"),
        ("The mill burnt [a fortnight ago].", "2031-W17"),
        ("Nobody came in [the past fortnight].", "P2W"),
        ("Nobody came in [recent weeks and months].", "PAST_REF"),
        ("Nobody came in [recent weeks].", "PXW"),
        ("Nobody came in [recent years].", "PAST_REF"),
        ("Nobody will come in [the weeks to come].", "PXW"),
        ("Nobody will come in [future months].", "FUTURE_REF"),
        ("The two lakes were one [about 30,000 years ago].", "KA30"),
        ("The rock formed [3.5 billion years ago].", "GA3.5"),
        ("The rock lay there for [66 million years].", "P66000000Y"),
        ("The $33 billion [two-year] plan was void.", "P2Y"),
        ("The mill burnt [a century ago].", "1931"),
        ("The mill burnt [half an hour ago].", "2031-05-09TXX"),
        ("They talked for [an hour and a half].", "PT1.5H"),
        ("They talked for [2 1/2 hours].", "PT2H30M"),
        ("They ruled for [3 ½ years].", "P3Y6M"),
        ("FOR [YEARS] THEY RULED.", "PXY"),
        ("The feud dates back [centuries].", "PXC"),
        ("It will fall in a matter of [weeks].", "PXW"),
        ("They talked for [two hours and ten minutes].", "PT2H10M"),
        ("He ruled for [three years, two months] in all.", "P3Y2M"),
        ("They talked for [a quarter of an hour].", "PT15M"),
        ("Prices fell in [the past quarter century].", "P25Y"),
        ("It will be rebuilt over [the next decade].", "P10Y"),
        ("In [the decade] since the war the town has grown.", "P10Y"),
        ("Quiet has held for [a month].", "P1M"),
        ("The [month-old] truce did not hold.", "P1M"),
        ("It has been [years] since they met.", "PXY"),
    ],
)
def test_a_length_has_its_span_and_value(marked, value):
    text = unmark(marked)
    found = find_times(text, FRIDAY)[0]

    assert mark(text, [found.span]) == marked
    assert found.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They shell it daily.", "P1D"),
        ("They shell it every day.", "P1D"),
        ("They meet annually.", "P1Y"),
        ("They meet every weekday.", "XXXX-WXX"),
        ("They meet every Monday morning.", "XXXX-WXX-1TMO"),
        ("The ferry runs on Monday nights.", "XXXX-WXX-1TNI"),
        ("The hall opens Mondays.", "XXXX-WXX-1"),
    ],
)
def test_what_comes_again_is_a_set(text, value):
    (found,) = find_times(text, FRIDAY)
    assert (found.type, found.value) == ("SET", value)


@pytest.mark.parametrize(
    "text",
    [
        "Guards stand there 24 hours a day, seven days a week.",
        "It was the third in as many days.",
        "He fell two Mondays ago.",
    ],
)
def test_around_the_clock_and_as_many_days_are_no_lengths(text):
    assert values(text) == []


def test_later_in_the_past_is_not_counted_from_publication():
    (found,) = find_times("The war still divides them two years later.", FRIDAY)
    assert (found.type, found.value, found.interval) == ("DURATION", "P2Y", None)
    assert values("He fell in 2028. Two years later he fled.") == ["2028", "2030"]


def test_a_decade_later_is_a_year():
    assert values("He fled in 2009. A decade later he was back.") == ["2009", "2019"]


def test_a_daily_with_a_name_is_a_newspaper():
    assert values("The party daily Karez Star said so.") == []


def test_a_week_earlier_than_planned_is_no_date():
    assert values("He came a week earlier than planned.") == ["P1W"]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The vote is two weeks from Tuesday.", "two weeks from Tuesday", "2031-05-27"),
        ("The king fell ten years ago today.", "ten years ago today", "2021-05-09"),
        ("He died a week ago Monday.", "a week ago Monday", "2031-04-28"),
        ("The king fell ten years ago this month.", "ten years ago this month", "2021-05"),
        ("They leave a week from tomorrow.", "a week from tomorrow", "2031-05-17"),
    ],
)
def test_so_long_from_a_day_is_told_to_the_day(text, words, value):
    (found,) = find_times(text, FRIDAY)
    assert (found.span.of(text), found.value) == (words, value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The siege is expected to last several months.", "several months"),
        ("The truce did not last two days.", "two days"),
        ("They fought for the last several months.", "the last several months"),
    ],
)
def test_last_may_be_the_verb(text, words):
    (found,) = find_times(text, FRIDAY)
    assert found.span.of(text) == words


def test_months_may_be_what_it_will_be_before_something_happens():
    (found,) = find_times("It will be months before the line is mended.", FRIDAY)
    assert (found.type, found.value) == ("DURATION", "PXM")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He fled three or four months ago.", "three or four months ago", "2031-01"),
        ("He fled 2-3 weeks ago.", "2-3 weeks ago", "2031-W16"),
        ("He fled twenty-five years ago.", "twenty-five years ago", "2006"),
        ("He fled an hour and a half ago.", "an hour and a half ago", "2031-05-09TXX"),
        ("He fled a year and a half ago.", "a year and a half ago", "2029"),
        ("He fled two and a half years ago.", "two and a half years ago", "2028"),
        ("He fled nearly a half-century ago.", "nearly a half-century ago", "1981"),
        ("He fled a quarter-century ago.", "a quarter-century ago", "2006"),
        ("He fled a quarter of a century ago.", "a quarter of a century ago", "2006"),
    ],
)
def test_about_so_long_ago_is_counted_with_its_halves(text, words, value):
    (found,) = find_times(text, FRIDAY)
    assert (found.span.of(text), found.value) == (words, value)


@pytest.mark.parametrize(
    "text",
    [
        "The guild serves some 350 meals a day to the poor.",
        "He ran three miles a week in the hills.",
        "She was Player of the Year.",
        "He was at home at the time of the raid.",
    ],
)
def test_rates_honours_and_the_time_of_something_are_no_times(text):
    assert values(text) == []


def test_what_only_looks_like_a_rate_is_a_length():
    assert values("It killed 40 people a week after the raid.") == ["P1W"]
