"""Who is one person or group across reports."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.resolve.kindred import other_way, read_kin
from sayso.resolve.name.callings import calling_of, is_anyone, is_body_or_band, is_sole
from sayso.resolve.name.keys import name_keys_held, name_keys_sought, short_keys
from sayso.resolve.name.likeness import compare_names, may_be_heard
from sayso.resolve.name.parts import gender_of_name
from sayso.resolve.name.titles import rank_of
from sayso.weigh.linked_figures import Figure, KinTie, NameSense
from sayso.weigh.people import link_people

SENSE = NameSense(
    compare_names, name_keys_held, name_keys_sought, short_keys, calling_of,
    read_kin, other_way, gender_of_name, is_body_or_band, is_sole, rank_of,
    is_anyone, may_be_heard,
)  # fmt: skip


def figure(number, *names, kind="person", **more):
    """One figure a report, a day apart."""
    published = f"2031-03-{number + 1:02}T00:00:00Z"
    return Figure(f"f{number}", f"report/{number}", kind, names, **{"published": published, **more})


def link(*figures, least=0.7):
    return sorted(link_people(figures, SENSE, least=least).clusters.values())


@pytest.mark.parametrize(
    "names",
    [
        ("Karim Odas", "General Karim Odas"),
        ("Karim Odas", "K. Odas"),
        ("Владимир Одасов", "Vladimir Odasov"),
        ("Husayn al-Odas", "Hussein Odas"),
    ],
)
def test_a_full_name_links_whatever_the_story(names):
    assert link(*(figure(n, name) for n, name in enumerate(names))) == [("f0", "f1")]


@pytest.mark.parametrize(
    "names",
    [
        ("Karim Odas", "Odas"),
        ("Odas", "Odas"),
        ("Karim Odas", "Karim Odas Jr."),
        ("Karim Odas Sr.", "Karim Odas Jr."),
        ("Ahmad Karim Odas", "Karim Odas"),
        ("Ahmad Odas", "Karim Odas"),
    ],
)
def test_less_than_a_full_name_links_nothing_without_a_story(names):
    assert link(*(figure(n, name) for n, name in enumerate(names))) == [("f0",), ("f1",)]


def test_a_surname_links_in_one_story_where_one_alone_has_it():
    one, two = figure(0, "Karim Odas", story="s"), figure(1, "Odas", story="s")
    assert link(one, two) == [("f0", "f1")]


def test_a_surname_that_two_of_the_story_have_links_to_neither():
    both = figure(0, "Karim Odas", story="s"), figure(1, "Ahmad Odas", story="s")
    assert link(*both, figure(2, "Odas", story="s")) == [("f0",), ("f1",), ("f2",)]


def test_junior_and_senior_of_one_story_stay_two():
    both = figure(0, "Karim Odas Sr.", story="s"), figure(1, "Karim Odas Jr.", story="s")
    assert link(*both) == [("f0",), ("f1",)]


def test_a_description_links_in_a_story_only_where_less_will_do():
    both = [figure(n, callings=("commander",), story="s") for n in range(2)]
    assert link(*both) == [("f0",), ("f1",)]
    assert link(*both, least=0.5) == [("f0", "f1")]


@pytest.mark.parametrize("least", [0.7, 0.5, 0.1])
def test_unnamed_sources_never_link(least):
    both = [figure(n, callings=("doctor",), story="s", is_source=True) for n in range(2)]
    assert link(*both, least=least) == [("f0",), ("f1",)]


def test_the_army_of_one_side_is_not_that_of_another():
    one, two = (
        figure(n, kind="group", callings=("army",), story="s", side=side)
        for n, side in enumerate(["north", "south"])
    )
    assert link(one, two, least=0.5) == [("f0",), ("f1",)]


def test_two_of_one_report_who_have_names_stay_two():
    one = figure(0, "Karim Odas")
    two = Figure("f1", one.report, "person", ("K. Odas",), published=one.published)
    assert link(one, two) == [("f0",), ("f1",)]


def test_a_link_says_what_it_rests_on_and_how_sure_it_is():
    people = link_people([figure(0, "Karim Odas"), figure(1, "K. Odas")], SENSE)
    (found,) = people.links
    assert (found.figure, found.other, found.verdict) == ("f1", "f0", "same")
    assert found.score < 0.8 and found.why == "initial"


NAMES = st.sampled_from(
    ["Karim Odas", "K. Odas", "Odas", "Ahmad Odas", "Karim Odas Jr.", "Marit Sol", ""]
)
FIGURES = st.lists(st.tuples(NAMES, st.sampled_from(["s", "t", None])), max_size=9)


def made(rows):
    return [
        figure(n, *([name] if name else []), callings=("medic",), story=story)
        for n, (name, story) in enumerate(rows)
    ]


@given(FIGURES, st.randoms())
def test_order_of_arrival_changes_nothing(rows, random):
    figures = made(rows)
    shuffled = random.sample(figures, len(figures))
    assert link_people(figures, SENSE, least=0.5) == link_people(shuffled, SENSE, least=0.5)


@given(FIGURES, st.integers(0, 9))
def test_what_is_linked_by_a_day_stays_linked(rows, day):
    figures = made(rows)
    early = link_people(figures[:day], SENSE, least=0.5)
    late = link_people(figures, SENSE, least=0.5)
    assert early.links == late.links[: len(early.links)]
    for members in early.clusters.values():
        assert any(set(members) <= set(all_) for all_ in late.clusters.values())


@given(FIGURES)
def test_every_figure_is_in_one_cluster(rows):
    members = [id_ for all_ in link(*made(rows), least=0.5) for id_ in all_]
    assert sorted(members) == [f"f{n}" for n in range(len(rows))]


def test_an_initial_that_fits_father_and_son_links_neither():
    father, son = (figure(0, name, story="s") for name in ("Karim Odas", "Kamil Odas"))
    son = replace(son, id="f1")
    assert link(father, son, figure(2, "K. Odas", story="s")) == [("f0",), ("f1",), ("f2",)]


@pytest.mark.parametrize(
    ("ages", "is_one"), [((1998, 1997), True), ((1998, 1970), False), ((1998, None), True)]
)
def test_two_of_one_name_whose_ages_are_far_apart_are_two(ages, is_one):
    one, other = (figure(n, "Karim Odas", born=year) for n, year in enumerate(ages))
    assert (len(link(one, other)) == 1) is is_one


def test_a_rank_tells_of_which_bearer_a_surname_is():
    first = figure(0, "Karim Odas", story="s", ranks=frozenset({"colonel"}))
    second = figure(0, "Ahmad Odas", story="s", ranks=frozenset({"major"}))
    second = replace(second, id="f0b")
    short = figure(1, "Odas", story="s", ranks=frozenset({"major"}))
    assert link(first, second, short) == [("f0",), ("f0b", "f1")]
    assert link(first, second, figure(1, "Odas", story="s")) == [("f0",), ("f0b",), ("f1",)]


def test_a_surname_under_another_rank_is_left_open():
    first = figure(0, "Karim Odas", story="s", ranks=frozenset({"colonel"}))
    assert link(first, figure(1, "Odas", story="s", ranks=frozenset({"sergeant"}))) == [
        ("f0",),
        ("f1",),
    ]


def test_an_age_tells_of_which_bearer_an_initial_is():
    first = figure(0, "Karim Odas", story="s", born=1998)
    second = replace(figure(0, "Kamil Odas", story="s", born=2002), id="f0b")
    assert link(first, second, figure(1, "K. Odas", story="s", born=1998)) == [
        ("f0", "f1"),
        ("f0b",),
    ]


def test_an_initial_is_not_his_who_was_dead_before():
    dead = figure(0, "Karim Odas", fates=frozenset({"dead"}))
    assert link(dead, figure(1, "K. Odas", speaks=True)) == [("f0",), ("f1",)]
    assert link(dead, figure(1, "K. Odas")) == [("f0", "f1")]


def test_a_name_that_two_of_the_later_report_may_be_links_neither_of_them():
    short = figure(0, "Karim", story="s")
    one, other = figure(1, "Karim Odas", story="s"), figure(1, "Karim Sol", story="s")
    other = replace(other, id="f1b")
    assert link(short, one, other) == [("f0",), ("f1",), ("f1b",)]
    assert link(short, one) == [("f0", "f1")]


@pytest.mark.parametrize(
    ("rank", "published", "is_one"),
    [
        ("major", "2033-03-02T00:00:00Z", True),
        ("major", "2031-05-02T00:00:00Z", False),
        ("lieutenant", "2033-03-02T00:00:00Z", False),
        ("general", "2033-03-02T00:00:00Z", False),
    ],
)
def test_who_is_a_captain_may_be_a_major_a_year_on(rank, published, is_one):
    first = figure(0, "Karim Odas", story="s", ranks=frozenset({"captain"}))
    later = figure(1, "Odas", story="s", ranks=frozenset({rank}), published=published)
    assert (len(link(first, later)) == 1) is is_one


def of_one(report, *figures):
    return [replace(one, report=f"report/{report}", story="s") for one in figures]


def test_who_is_known_to_be_another_is_no_rival_for_a_name():
    father, son = of_one(0, figure(0, "Vardan Odas"), replace(figure(0, "Hrant Odas"), id="f0b"))
    son = replace(son, ranks=frozenset({"lieutenant"}))
    short = replace(figure(1, "Odas"), id="f1a", ranks=frozenset({"lieutenant"}))
    old = replace(figure(1, "Vardan"), id="f1b")
    for later in (of_one(1, short, old), of_one(1, replace(short, id="f1c"), old)):
        linked = link(father, son, *later)
        assert ("f0", "f1b") in linked and len(linked) == 2


def test_a_rank_tells_which_of_two_with_a_name_is_meant():
    general = figure(0, "Kuol Odas Deng", story="s", ranks=frozenset({"general"}))
    short, son = of_one(1, figure(1, "Kuol"), replace(figure(1, "Deng Kuol Odas"), id="f1b"))
    assert len(link(general, short, son)) == 3
    assert ("f0", "f1") in link(general, replace(short, ranks=frozenset({"general"})), son)


def test_a_surname_beside_the_full_name_in_one_cluster_links_no_kinsman():
    one = figure(0, "Lakhan Odas", "Odas", story="s")
    short, kinsman = of_one(1, figure(1, "Lakhan O."), replace(figure(1, "Birsa Odas"), id="f1b"))
    assert link(one, short, kinsman) == [("f0", "f1"), ("f1b",)]


def test_nobody_is_one_persons_husband_and_her_nephew():
    def told(number, name, kind):
        wife = replace(figure(number, "Lena Sol", story="s"), id=f"a{number}")
        tie = KinTie(kind, "male", wife.id)
        return wife, figure(number, name, story="s", kin=(tie,))

    wife, husband = told(0, "Karim Idris Odas", "spouse")
    again, nephew = told(1, "Karim Odas", "nephew")
    assert link(wife, husband, again, nephew) == [("a0", "a1"), ("f0",), ("f1",)]
    assert ("f0", "f1") in link(wife, husband, again, told(1, "Karim Odas", "spouse")[1])
