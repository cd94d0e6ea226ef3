"""What rows on one event span, what is disputed, and what each named rule makes of them."""

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.weigh.aggregation import RULES, merge
from sayso.weigh.divergences import compare_rules, summarize
from sayso.weigh.event_reports import (
    Actor,
    EventReport,
    RoleName,
    Site,
    Tally,
    group_events,
)


def says(id: str, best=None, low=None, high=None, *, day=None, **more) -> EventReport:
    """A row on event E that gives these deaths, printed on a day of June."""
    low, high = (best if end is None else end for end in (low, high))
    published = None if day is None else f"2040-06-{day:02}"
    return EventReport("E", id, deaths=Tally(best, low, high), published=published, **more)


def did(name: str, *roles: RoleName) -> Actor:
    return Actor(name, roles=tuple((role, role in roles) for role in get_args(RoleName)))


# --- merging ---


def test_the_range_goes_from_the_least_low_to_the_greatest_high():
    merged = merge([says("a", 4, 3, 9), says("b", 5, 5, 7), says("c", 4, 2, 4)])

    assert merged.deaths == Tally(best=4, low=2, high=9)


def test_more_than_one_best_is_disputed_and_a_wider_range_alone_is_not():
    assert merge([says("a", 4), says("b", 5)]).disputed == ("deaths",)
    assert merge([says("a", 4, 1, 9), says("b", 4)]).disputed == ()


def test_a_row_without_a_number_disputes_nothing_and_leaves_the_range():
    merged = merge([says("a", 4), says("b")])

    assert merged.disputed == ()
    assert merged.deaths == Tally(4, 4, 4)
    assert merged.injuries == Tally(None, None, None)


def test_actors_are_disputed_if_two_rows_name_others():
    police, youths = did("Police", "perpetrator"), did("Youths", "victim")
    both = says("a", 1, actors=(police, youths))
    army = says("b", 1, actors=(did("Army", "perpetrator"),))

    merged = merge([both, army])

    assert merged.disputed == ("perpetrators",)  # army's row names no victim, and disputes none
    assert merged.perpetrators == ("Police", "Army")
    assert merged.victims == ("Youths",)


def test_rows_of_two_events_or_none_are_not_merged():
    with pytest.raises(ValueError, match="one event"):
        merge([says("a", 1), replace(says("b", 1), event="F")])
    with pytest.raises(ValueError, match="one event"):
        merge([])


def test_rows_are_grouped_in_the_order_of_their_events():
    rows = [says("a"), replace(says("b"), event="D"), says("c")]

    assert [[row.id for row in event] for event in group_events(rows)] == [["a", "c"], ["b"]]


# --- the rules ---


def best(rule: str, *rows: EventReport) -> int | None:
    return RULES[rule](rows).deaths.best


def test_conservative_gives_the_smallest_low():
    assert best("conservative", says("a", 4, 3, 9), says("b", 5, 2, 7), says("c", 4)) == 2


def test_conservative_takes_place_and_actors_from_the_row_with_the_smallest_low():
    made = RULES["conservative"]([says("a", 4, target="A"), says("b", 3, target="B")])

    assert made.target == "B"


@pytest.mark.parametrize(
    ("finer", "coarser"),
    [
        ({"site": Site(precision=6)}, {"site": Site(precision=3)}),
        ({"site": Site(precision=1)}, {"site": Site(precision=None)}),
        (
            {"site": Site(precision=5), "date_start": "2040-06-01", "date_end": "2040-06-30"},
            {"site": Site(precision=4), "date_start": "2040-06-01", "date_end": "2040-06-01"},
        ),
        (
            {"date_start": "2040-06-01", "date_end": "2040-06-01"},
            {"date_start": "2040-06-01", "date_end": "2040-06-02"},
        ),
        (
            {"date_start": "2040-06-01", "date_end": "2040-06-09"},
            {"date_start": "2040-06-02", "date_end": "2040-06-01"},
        ),
        ({"date_start": "2040-06-01"}, {"date_start": "June"}),
        ({"injuries": Tally(5, 5, 6)}, {"injuries": Tally(5, 1, 9)}),
        ({"injuries": Tally(5, 5, 6)}, {"injuries": Tally(5)}),
    ],
)
def test_informative_prefers_the_finer_place_then_date_then_count(finer, coarser):
    rows = [says("a", 2, day=1, **coarser), says("b", 7, day=2, **finer)]

    assert best("informative", *rows) == 7


def test_informative_prefers_the_narrower_count_where_place_and_date_are_alike():
    assert best("informative", says("a", 5, 1, 9), says("b", 6, 5, 7)) == 6


def test_representative_gives_the_mode_of_each_field_by_itself():
    town, street = Site("Sarn", precision=3), Site("Sarn", "Mill Lane", precision=6)
    rows = [says("a", 4, site=town), says("b", 5, site=street), says("c", 4, site=street)]

    made = RULES["representative"](rows)

    assert made.deaths.best == 4
    assert made.site == street


@pytest.mark.parametrize("rule", RULES)
def test_ties_go_to_the_earliest_row_then_to_its_id(rule):
    def target(*rows):
        return RULES[rule](rows).target

    late, early = says("a", 4, day=9, target="late"), says("b", 4, day=2, target="early")
    assert target(late, early, says("c", 4, target="undated")) == "early"
    assert target(says("b", 4, day=2, target="B"), says("a", 4, day=2, target="A")) == "A"


def test_a_tied_mode_is_the_number_of_the_earliest():
    assert best("representative", says("a", 9, day=3), says("b", 5, day=1)) == 5


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_keeps_the_same_range_and_says_which_it_is(rule):
    rows = [says("a", 4, 3, 9, source="Gazette"), says("b", 5, 2, 7, source="Wire")]

    made = RULES[rule](rows)

    assert (made.deaths.low, made.deaths.high) == (2, 9)
    assert (made.aggregation, made.event, made.id) == (rule, "E", None)
    assert (made.source, made.number_of_sources) == ("Gazette; Wire", 2)
    assert dict(made.others) == {"x_reports": 2, "x_disputed": "deaths"}


# --- how far they come apart ---


def test_rules_are_compared_field_by_field():
    town, street = Site("Sarn", precision=3), Site("Sarn", "Mill Lane", precision=6)
    found = compare_rules(
        [says("a", 9, site=street), says("b", 5, 2, 8, site=town), says("c", 5, site=town)]
    )

    assert {rule: row.deaths.best for rule, row in found.by_rule.items()} == {
        "conservative": 2,
        "informative": 9,
        "representative": 5,
    }
    assert found.fields == ("deaths", "place")
    assert found.apart == {"deaths": 7, "injuries": None}


def test_one_row_leaves_the_rules_nothing_to_differ_on_but_its_own_width():
    assert compare_rules([says("a", 4)]).fields == ()
    assert compare_rules([says("a", 4, 3, 9)]).fields == ("deaths",)


def test_a_summary_counts_events_and_averages_the_distance():
    summary = summarize([compare_rules([says("a", 4)]), compare_rules([says("a", 4, 1, 9)])])

    assert summary.share("deaths") == 0.5
    assert summary.mean_apart == {"deaths": 1.5, "injuries": None}


def test_a_summary_of_nothing_has_no_shares():
    summary = summarize([])

    assert summary.share("deaths") is None
    assert summary.mean_apart["deaths"] is None


# --- laws ---

few = st.integers(0, 5)
rows_of_one_event = st.lists(
    st.builds(
        says,
        st.sampled_from("abcd"),
        st.none() | few,
        st.none() | few,
        st.none() | few,
        day=st.none() | st.integers(1, 3),
        target=st.none() | st.sampled_from("xy"),
        site=st.builds(Site, precision=st.none() | st.integers(1, 6)),
        actors=st.just(()) | st.builds(lambda n: (did(n, "victim"),), st.sampled_from("pq")),
    ),
    min_size=1,
    max_size=6,
)


@given(rows_of_one_event, st.randoms(use_true_random=False), st.integers(0, 3))
def test_order_and_repeated_rows_change_nothing(rows, random, repeats):
    again = [*rows, *random.choices(rows, k=repeats)]
    random.shuffle(again)

    assert compare_rules(again) == compare_rules(rows)


@given(rows_of_one_event)
def test_the_least_low_is_what_conservative_gives_and_the_mode_what_representative_gives(rows):
    merged = merge(rows)

    assert best("conservative", *rows) == merged.deaths.low
    assert best("representative", *rows) == merged.deaths.best
