"""Time expressions, and the days they reach: from the report's own, or from those told before."""

import datetime
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marking import mark, unmark

import sayso
from sayso.annotate.time.times import find_times, find_times_of
from sayso.read.dates import parse_published
from sayso.tables import read_shipped

FRIDAY = parse_published("2031-05-09")


HISTORY = (
    "The old king died in [1891]. War came on [2 May 1892]. In [June 1892] the capital fell. By"
    " [1893] the south was lost. "
)


def values(text, published_at=FRIDAY):
    return [found.value for found in find_times(text, published_at)]


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
        ("Karez fell [last night].", "2031-05-08TNI"),
        ("Karez fell [two days ago].", "2031-05-07"),
        ("Karez fell [three days ago].", "2031-05-06"),
        ("The [March 2031] truce did not hold.", "2031-03"),
        ("Karez fell in [2019].", "2019"),
        ("Karez fell [last week].", "2031-W18"),
        ("Karez held out [44 days].", "P44D"),
        ("Karez held out [three hours].", "PT3H"),
        ("Karez is quiet [now].", "PRESENT_REF"),
        ("Karez is quiet [at the moment].", "PRESENT_REF"),
        ("He was a boy at [that time].", "PAST_REF"),
        ("Karez fell in [the early hours of Monday].", "2031-05-05TMO"),
        ("Karez fell on [Monday lunchtime].", "2031-05-05TMI"),
        ("Karez fell on [the night of Monday, May 5].", "2031-05-05TNI"),
        ("Guns fell silent at [10pm].", "2031-05-09T22:00"),
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


@pytest.mark.parametrize(
    ("published", "value"),
    [
        ("2031-05-09T23:50:00-08:00", "2031-05-10TAF"),
        ("2031-05-09T23:50:00+04:30", "2031-05-10TAF"),
        ("2031-05-10T02:00:00+04:30", "2031-05-11TAF"),
        ("2031-05-10T02:00:00Z", "2031-05-11TAF"),
    ],
)
def test_tomorrow_is_counted_from_the_day_of_the_reports_own_zone(read, published, value):
    report = read("They return tomorrow afternoon.", published_at=published)
    assert [found.value for found in find_times_of(report)] == [value]


def test_march_and_second_in_small_letters_are_words_though_march_is_named_later():
    text = "They may march in May, and a second march came in March."
    assert [found.span.of(text) for found in find_times(text, FRIDAY)] == ["May", "March"]


@settings(deadline=None)  # the first call compiles the forms
@given(st.dates(datetime.date(1950, 1, 1), datetime.date(2090, 1, 1)), st.integers(0, 6))
def test_a_weekday_is_one_of_the_last_seven_days(day, weekday):
    name = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()[weekday]
    (found,) = find_times(f"Karez fell on {name}.", parse_published(day.isoformat()))
    reached = datetime.date.fromisoformat(found.interval.start[:10])

    assert 0 <= (day - reached).days < 7 and reached.weekday() == weekday


@settings(deadline=None)  # the first call compiles the forms
@given(st.text(alphabet="0123456789 -/thMarchMay,ago\u0660\u00b2", max_size=40))
def test_no_run_of_digits_and_months_breaks_the_calendar(text):
    found = find_times(text, FRIDAY)
    assert all(one.span.of(text).strip() for one in found)


@pytest.mark.parametrize(
    "form", read_shipped("time_forms.toml")["forms"], ids=lambda form: form["example"]
)
def test_the_example_of_each_form_is_found_where_it_is_marked(form):
    text = unmark(form["example"])
    assert mark(text, [found.span for found in find_times(text, FRIDAY)]) == form["example"]


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("in the past three years", "DURATION", "P3Y"),
        ("a truce of half an hour", "DURATION", "PT30M"),
        ("two and a half years", "DURATION", "P2.5Y"),
        ("for several weeks", "DURATION", "PXW"),
        ("every Friday", "SET", "XXXX-WXX-5"),
        ("every July", "SET", "XXXX-07"),
        ("in the early 1990s", "DATE", "199"),
        ("in the 19th century", "DATE", "18"),
        ("in fiscal 2030", "DATE", "2030"),
        ("in the third quarter of 2030", "DATE", "2030-Q3"),
        ("in the autumn of 2029", "DATE", "2029-FA"),
        ("over the weekend", "DATE", "2031-W18-WE"),
        ("on Monday night", "TIME", "2031-05-05TNI"),
        ("years ago", "DATE", "PAST_REF"),
        ("in 480 BC", "DATE", "BC0480"),
        ("in nineteen ninety-four", "DATE", "1994"),
        ("by the year two thousand and ten", "DATE", "2010"),
        ("in the nineteen eighties", "DATE", "198"),
        ("on Saturdays", "SET", "XXXX-WXX-6"),
        ("twice a week", "SET", "P1W"),
        ("every other week", "SET", "P2W"),
        ("for half a decade", "DURATION", "P5Y"),
        ("for one-and-a-half years", "DURATION", "P1.5Y"),
        ("after years of war", "DURATION", "PXY"),
        ("in the months following the vote", "DURATION", "PXM"),
        ("in the coming months", "DURATION", "PXM"),
        ("a long time ago", "DATE", "PAST_REF"),
        ("two weeks from now", "DATE", "2031-W21"),
        ("in the second half of last year", "DATE", "2030-H2"),
        ("at 4 in the morning", "TIME", "2031-05-09T04:00"),
        ("on Thanksgiving", "DATE", "2030-11-28"),
        ("on Good Friday", "DATE", "2031-04-11"),
        ("in the week of May 20", "DATE", "2031-W21"),
        ("in the class of '98", "DATE", "1998"),
        ("in the failed 2016 coup", "DATE", "2016"),
    ],
)
def test_an_expression_has_its_type_and_value(text, type_, value):
    (found,) = find_times(f"Karez was quiet {text}.", FRIDAY)
    assert (found.type, found.value) == (type_, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Karez fell on Monday.", "2031-05-05"),
        ("The council will meet on Monday.", "2031-05-12"),
        ("Karez fell in June.", "2030-06"),
        ("The truce will end in June.", "2031-06"),
        ("The truce is to end on 20 May.", "2031-05-20"),
        ("They are expected to return next Friday.", "2031-05-16"),
        ("Ahead of the talks the army on Sunday left the town.", "2031-05-04"),
        ("The fine will be paid on Monday.", "2031-05-12"),
        ("They leave for the United States on Monday.", "2031-05-12"),
        ("The United clans on Monday left it.", "2031-05-05"),
    ],
)
def test_the_tense_tells_which_monday_and_which_june(text, value):
    assert values(text) == [value]


def test_this_morning_and_last_night_are_one_stretch():
    (found,) = find_times("Shells fell this morning and last night.", FRIDAY)
    assert found.interval.start == "2031-05-08T18:00:00Z"
    assert found.interval.stop == "2031-05-09T11:59:59Z"


def test_hours_after_an_event_are_a_duration_that_reaches_no_day():
    (found,) = find_times("It broke less than 24 hours after he announced it.", FRIDAY)
    assert (found.value, found.interval) == ("PT24H", None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The next day it was shelled.", "2031-03-04"),
        ("Three days later it was shelled.", "2031-03-06"),
        ("The previous month was quiet.", "2031-02"),
        ("That week 12 died.", "2031-W10"),
        ("That night 12 died.", "2031-03-03TNI"),
    ],
)
def test_what_goes_on_from_a_date_told_before_says_so(text, value):
    _, found = find_times(f"Karez fell on 3 March 2031. {text}", FRIDAY)
    assert (found.value, found.reached_by) == (value, "relative_to_earlier")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In August the fleet sailed.", "1893-08"),
        ("On 24 August the fleet sailed.", "1893-08-24"),
        ("In the spring the fleet sailed.", "1893-SP"),
    ],
)
def test_a_narrative_goes_on_from_its_own_dates(text, value):
    *_, found = find_times(unmark(HISTORY) + text, FRIDAY)
    assert (found.value, found.reached_by) == (value, "relative_to_earlier")


def test_a_comment_full_of_old_years_is_no_narrative_where_it_speaks_of_today():
    text = unmark(HISTORY) + "Last week the council met again. Last month it refused."
    assert values(text)[-2:] == ["2031-W18", "2031-04"]


OBITUARY = (
    "The old king died{}. He was born in 1931, crowned in 1951, fled in 1961 and fell in 1971."
    " In 1981 he was back, friends said Thursday."
)


def test_a_life_story_whose_lead_tells_the_day_is_news():
    assert values(OBITUARY.format(" on Monday night"))[0] == "2031-05-05TNI"
    assert values(OBITUARY.format(" on Monday night"))[-1] == "2031-05-08"


def test_a_weekday_in_a_story_of_years_is_counted_from_publication():
    story = (
        OBITUARY.format("") + " They laid wreaths." * 20 + " He is buried, the guild said Monday."
    )
    assert values("Of kings and mills. " * 25 + story)[-1] == "2031-05-05"


@pytest.mark.parametrize(
    "text",
    [
        "The town fell on 2 March 2031, the day after the feast.",
        "The town fell on Sunday, 2 March, the day before the feast.",
        HISTORY + "It fell on 2 March 1893 - three days after the feast.",
    ],
)
def test_a_day_told_once_more_by_an_event_is_that_day(text):
    *_, day, again = values(text)
    assert again == day
    assert day.endswith("-03-02")


def test_a_day_told_by_an_event_is_found_and_left_unreached():
    (found,) = find_times("They met on the day after the battle.", FRIDAY)
    assert (found.value, found.reached_by) == (None, "unknown")


def test_the_first_ten_months_of_a_year_reach_from_its_first_day():
    (found,) = find_times("In the first ten months of 2030 nothing moved.", FRIDAY)
    assert (found.value, *days(found)) == ("P10M", "2030-01-01", "2030-10-31")


def test_later_in_the_day_is_the_day_told_just_before():
    assert values("They met on Monday. Later in the day it burnt.") == ["2031-05-05"] * 2


def test_news_goes_on_from_its_own_day_though_it_names_a_year_long_past():
    text = "The valley, taken in 1996, fell again on Monday."
    assert values(text) == ["1996", "2031-05-05"]


def test_a_bare_day_beside_a_year_long_past_is_of_that_year():
    assert values("The war of 1812 began early. On 24 June they crossed.") == ["1812", "1812-06-24"]


def test_without_the_reports_date_only_what_was_told_before_is_counted_from():
    text = (
        "Karez fell on 3 March 2031. The next day it burnt. Last week 12 died. Tonight it is quiet."
    )
    assert values(text, None) == ["2031-03-03", "2031-03-04", None, "XXXX-XX-XXTNI"]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("at 5 p.m. GMT", "2031-05-09T17:00:00Z"),
        ("on Monday at 10:57 EST", "2031-05-05T15:57:00Z"),
        ("at 11 p.m. EST on Monday", "2031-05-06T04:00:00Z"),
    ],
)
def test_an_hour_with_its_zone_is_one_instant(text, start):
    found = next(one for one in find_times(f"It began {text}.", FRIDAY) if one.type == "TIME")
    assert (found.interval.start, found.precision) == (start, "instant")


def test_both_clocks_of_an_agency_are_on_the_day_behind_them():
    assert values("It began at 10:35 a.m. (0735 GMT) on Tuesday.") == [
        "2031-05-06T10:35",
        "2031-05-06T07:35",
        "2031-05-06",
    ]


def test_an_hour_without_a_zone_is_known_to_the_day():
    (found,) = find_times("It began at 10:57.", FRIDAY)
    assert (found.value, found.precision) == ("2031-05-09T10:57", "day")
    assert days(found) == ("2031-05-09", "2031-05-09")


def test_a_day_under_the_julian_and_our_calendar_is_the_later_of_the_two():
    assert values("They met on 24 August (5 September) 1890.") == ["1890-09-05", "1890-09-05"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("On 26 August 1812, Old Style, they fought.", ["1812-09-07"]),
        ("On 25 October 1917 (Old Style) the palace fell.", ["1917-11-07"]),
        ("They met on 5 May 1712 by the Julian calendar.", ["1712-05-16"]),
        ("On 26 August 1812 an old style of war ended.", ["1812-08-26"]),
        ("On 24 August (5 September) 1890 by the Julian calendar.", ["1890-09-05"] * 2),
    ],
)
def test_a_day_of_the_old_style_is_given_in_ours(text, values):
    assert [found.value for found in find_times(text, FRIDAY)] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on 24 Asad 1400", "2021-08-15"),
        ("on 22 Bahman 1357", "1979-02-11"),
        ("in 1400 (Solar Hijri)", "2021-03-21/2022-03-20"),
    ],
)
def test_the_solar_calendar_is_read_where_it_is_named(text, value):
    assert values(f"The law was read out {text}.") == [value]


@pytest.mark.parametrize(
    "text",
    [
        "The Sunday Times wrote of it.",
        "After Bloody Sunday nothing was the same.",
        "April Marsh and Jan Adil spoke.",
        "The March on Karez began.",
        "They came second.",
        "A man of 52 years old spoke.",
        "The toll rose to 1987 dead.",
        "After the fall of Karez they fled.",
        "It was on the show 60 Minutes.",
        "They fired 2016 rounds; he lives at No. 1990.",
    ],
)
def test_names_ages_and_counts_are_no_times(text):
    assert values(text) == []


@pytest.mark.parametrize("text", ["29 February 2031", "31 April 2031", "05/06/2031"])
def test_a_day_that_is_none_or_two_is_left_unreached(text):
    (found,) = find_times(f"It began on {text}.", FRIDAY)
    assert (found.interval, found.reached_by) == (None, "unknown")


def test_tomorrow_is_counted_from_the_reports_day_at_any_hour():
    late = parse_published("2031-05-09T23:50:00Z")
    assert values("They return tomorrow afternoon.", late) == ["2031-05-10TAF"]


@settings(deadline=None)  # the first call compiles the forms
@given(
    st.lists(
        st.sampled_from([form["example"] for form in read_shipped("time_forms.toml")["forms"]])
    )
)
def test_spans_are_in_order_and_never_overlap(examples):
    found = find_times(unmark(" ".join(examples)), FRIDAY)
    assert all(one.span.stop <= other.span.start for one, other in pairwise(found))


@pytest.mark.parametrize("room", ["annotate", "resolve"])
def test_no_reading_asks_the_clock_of_the_machine(room):
    clock = re.compile(r"\.now\(|\.today\(|utcnow|time\.time\(|localtime|gmtime")
    sources = (Path(sayso.__file__).parent / room).rglob("*.py")
    assert [path.name for path in sources if clock.search(path.read_text("utf-8"))] == []
