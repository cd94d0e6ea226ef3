"""Who is one with whom by what two reports of one story tell besides the names."""

from dataclasses import replace

import pytest

from sayso.weigh.linked_figures import Figure, KinTie
from sayso.weigh.people import link_people
from tests.weigh.test_people import SENSE


def figure(id_, *names, kin=(), **more):
    """'a1' is the first of report a; a is of the day before b. kin: (what to whom, and of which sex)."""
    published = {"a": "2031-03-01T00:00:00Z", "b": "2031-03-02T00:00:00Z"}[id_[0]]
    ties = tuple(KinTie(*one) for one in kin)
    return Figure(
        id_, id_[0], "person", names, published=published, kin=ties, **{"story": "s", **more}
    )


def sames(*figures):
    links = link_people(figures, SENSE).links
    return {tuple(sorted((link.figure, link.other))) for link in links if link.verdict == "same"}


DRIVER = {"trades": frozenset({"driver"})}
DEAD = {"fates": frozenset({"dead"})}


def test_a_driver_is_the_driver_whom_the_same_befell():
    named, bare = figure("a1", "Anton Sol", **DRIVER, **DEAD), figure("b1", **DRIVER, **DEAD)
    assert sames(named, bare) == {("a1", "b1")}
    assert sames(named, replace(bare, fates=frozenset({"hurt"}))) == set()
    assert sames(named, replace(bare, story="t")) == set()


def test_a_trade_alone_is_nobodys():
    assert sames(figure("a1", "Anton Sol", **DRIVER), figure("b1", **DRIVER)) == set()


def test_who_speaks_without_a_name_is_nobody_whatever_befell_him():
    named, voice = figure("a1", "Anton Sol", **DRIVER, **DEAD), figure("b1", **DRIVER, **DEAD)
    assert sames(named, replace(voice, is_source=True)) == set()


def test_two_drivers_of_one_fate_are_neither_the_driver():
    one, other = (figure(id_, **DRIVER, **DEAD) for id_ in ("a1", "a2"))
    assert not {("a1", "b1"), ("a2", "b1")} & sames(one, other, figure("b1", **DRIVER, **DEAD))


def test_a_trade_and_the_word_for_which_of_it_are_enough_with_an_age():
    one = figure("a1", **DRIVER, words=frozenset({"tractor"}), born=1998)
    assert sames(one, replace(one, id="b1", report="b", published="2031-03-02T00:00:00Z"))


def family(report, man, woman, kind="spouse"):
    first, second = f"{report}1", f"{report}2"
    return (
        figure(first, man, kin=[(kind, None, second)]),
        figure(second, woman, kin=[(kind, None, first)]),
    )


def test_man_and_wife_are_those_whose_names_are_near_in_another_report():
    one, other = family("a", "Zurab Odas", "Nina"), family("b", "Zura", "Nino Odas")
    assert sames(*one, *other) == {("a1", "b1"), ("a2", "b2")}


@pytest.mark.parametrize("names", [("Hasan", "Lina Odas"), ("Zura", "Marit")])
def test_other_names_are_another_couple(names):
    assert sames(*family("a", "Zurab Odas", "Nina"), *family("b", *names)) == set()


def test_brothers_of_near_names_stay_apart_where_no_name_of_the_two_is_alike():
    one, other = (
        family("a", "Hazan", "Nima Odas", "sibling"),
        family("b", "Hasim", "Nina Odas", "sibling"),
    )
    assert sames(*one, *other) == set()


def test_of_two_sons_the_name_tells_which():
    father = figure("a1", "Karim Odas")
    sons = (
        figure(f"a{n}", name, kin=[("child", "male", "a1")])
        for n, name in ((2, "Ivo Odas"), (3, "Yaro Odas"))
    )
    again = figure("b1", "Karim Odas"), figure("b2", "Yaro", kin=[("child", "male", "b1")])
    assert ("a3", "b2") in sames(father, *sons, *again)
    unnamed = figure("b1", "Karim Odas"), figure("b2", kin=[("child", "male", "b1")])
    sons = (
        figure(f"a{n}", name, kin=[("child", "male", "a1")])
        for n, name in ((2, "Ivo Odas"), (3, "Yaro Odas"))
    )
    assert sames(father, *sons, *unnamed) == {("a1", "b1")}


def test_the_sergeants_father_of_one_surname_is_the_father_of_the_sergeant_with_a_name():
    ranked = {"trades": frozenset({"sergeant"})}
    son = figure("a1", "Ok Jae-hwan", kin=[("child", "male", "a2")], **ranked)
    father = figure("a2", "Ok Man-su", kin=[("parent", "male", "a1")])
    bare = figure("b1", kin=[("child", None, "b2")], **ranked)
    short = figure("b2", "Ok", kin=[("parent", "male", "b1")])
    assert {("a1", "b1"), ("a2", "b2")} <= sames(son, father, bare, short)
    baker = replace(bare, trades=frozenset({"baker"}))
    assert ("a2", "b2") not in sames(son, father, baker, short)
