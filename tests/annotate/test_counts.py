"""How many, in which words, of whom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marking import mark, unmark

from sayso.annotate.number.counts import find_counts, reach
from sayso.annotate.parses import parse


def counts_in(text, nlp):
    return [counted.count for counted in find_counts(parse(text, (), nlp))]


@pytest.mark.model
@pytest.mark.parametrize(
    ("marked", "low", "high", "op", "group"),
    [
        ("[Twelve people] were killed.", 12, 12, "exact", "people"),
        ("[12 people] were killed.", 12, 12, "exact", "people"),
        ("[Twenty-two people] were killed.", 22, 22, "exact", "people"),
        ("[Two hundred people] were killed.", 200, 200, "exact", "people"),
        ("[1,200 soldiers] were captured.", 1200, 1200, "exact", "soldiers"),
        ("[Two dozen fighters] were captured.", 24, 24, "exact", "fighters"),
        ("[At least 12 people] were killed.", 12, None, "at_least", "people"),
        ("[No fewer than 12 people] were killed.", 12, None, "at_least", "people"),
        ("[More than 40 civilians] were killed.", 41, None, "more_than", "civilians"),
        ("[12+ people] were killed.", 12, None, "at_least", "people"),
        ("[Up to 40 people] were injured.", 1, 40, "up_to", "people"),
        ("[As many as 40 people] were injured.", 1, 40, "up_to", "people"),
        ("[About 20 people] were injured.", 18, 22, "about", "people"),
        ("[Dozens of civilians] were killed.", 24, None, "vague", "civilians"),
        ("[Several women] were killed.", 3, None, "vague", "women"),
        ("[Hundreds of soldiers] were captured.", 200, None, "vague", "soldiers"),
        ("[Thousands of people] were displaced.", 2000, None, "vague", "people"),
        ("[Dozens] were killed.", 24, None, "vague", "people"),
        ("[Three of the children] died.", 3, 3, "exact", "children"),
        ("The death toll rose to [44].", 44, 44, "exact", "people"),
        ("[No civilians] were killed.", 0, 0, "none", "civilians"),
    ],
)
def test_a_count_keeps_its_words_and_their_reach(marked, low, high, op, group, nlp):
    text = unmark(marked)
    (count,) = counts_in(text, nlp)

    assert mark(text, [count.span]) == marked and count.words == count.span.of(text)
    assert (count.low, count.high, count.op, count.group) == (low, high, op, group)


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The convoy covered 44 km.",
        "The shelling lasted two hours.",
        "Twelve houses were destroyed.",
        "The fort was built in 1912.",
        "The raid began on 3 May.",
    ],
)
def test_numbers_of_things_days_and_years_count_nobody(text, nlp):
    assert counts_in(text, nlp) == []


@pytest.mark.model
def test_a_part_of_the_number_before_is_told_from_the_total(nlp):
    total, part = counts_in("The raid killed 31 people, including nine children.", nlp)

    assert (total.low, total.scope) == (31, "total")
    assert (part.low, part.scope, part.group) == (9, "part", "children")


@pytest.mark.model
def test_a_vague_word_is_kept(nlp):
    (count,) = counts_in("Dozens of people were killed.", nlp)
    assert count.word == "dozens"


@given(st.sampled_from(["exact", "at_least", "more_than", "about"]), st.integers(1, 10**7))
def test_what_a_number_stands_for_starts_at_or_around_it(op, value):
    low, high = reach(op, value)

    assert high is None or low <= value <= high
    assert (high is None) == (op in {"at_least", "more_than"})
    assert low > value if op == "more_than" else low <= value


@given(st.integers(1, 10**7))
def test_up_to_a_number_is_at_least_one(value):
    assert reach("up_to", value) == (1, value)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "low", "high", "op"),
    [
        ("20 to 30 people were killed.", 20, 30, "between"),
        ("At least one but possibly up to 12 people were killed.", 1, 12, "between"),
        ("Half a dozen others were hurt.", 6, 6, "exact"),
        ("Two dozen or so villagers were hurt.", 22, 27, "about"),
        ("Several hundred people fled.", 300, None, "vague"),
        ("3.5 million people were displaced.", 3_500_000, 3_500_000, "exact"),
        ("A mother and her two children were killed.", 3, 3, "exact"),
        ("The toll rose from 38 to 45.", 45, 45, "exact"),
        ("The death toll has passed 40,000.", 40_001, None, "more_than"),
        ("Officials raised the death toll from 38 to 45.", 45, 45, "exact"),
    ],
)
def test_ranges_sums_and_changed_figures_are_read(text, low, high, op, nlp):
    (total,) = (count for count in counts_in(text, nlp) if count.scope == "total")

    assert (total.low, total.high, total.op) == (low, high, op)


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The driver, 34, spoke for 10 minutes at 2:30 pm.",
        "The 2003 flood is still remembered.",
        "There were no reported injuries.",
        "A 12-year-old girl walked 5 km on 7 October.",
        "Gunmen fired three times.",
    ],
)
def test_ages_times_and_distances_count_nobody(text, nlp):
    assert counts_in(text, nlp) == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Since January 340 people have died.", 340),
        ("Since March 1,200 people have been killed in the camp.", 1200),
    ],
)
def test_a_number_behind_a_month_that_no_day_has_is_a_count(text, low, annotated):
    assert [c.low for e in annotated(text).events for c in e.counts] == [low]
