"""Fates that stand in a whole turn of words, in what befalls a limb, and in who is one of several."""

import pytest

pytestmark = pytest.mark.model


def fates(text, annotated):
    return {
        (event.type, r.filler.words)
        for event in annotated(text).events
        for r in event.roles
        if r.name == "victim"
    }


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Anton Vesk was picked off by a sniper.", "killed"),
        ("Anton Vesk was held for ransom by bandits.", "abducted"),
        ("Anton Vesk was spirited away at night.", "abducted"),
        ("Anton Vesk walked free on Monday.", "released"),
        ("Anton Vesk was given twelve years for treason.", "detained"),
        ("Anton Vesk is on remand in Karez.", "detained"),
        ("Anton Vesk is out on bail.", "released"),
        ("Anton Vesk escaped with his life.", "alive"),
        ("Anton Vesk is on a ventilator.", "hospitalised"),
        ("Anton Vesk was run over by a truck.", "injured"),
        ("Anton Vesk slipped through the cordon.", "fled"),
        ("Anton Vesk is no more, his mother said.", "died"),
        ("Anton Vesk took a bullet in the shoulder.", "injured"),
        ("Anton Vesk swallowed poison, and lived.", "alive"),
    ],
)
def test_a_turn_of_several_words_tells_a_fate(text, type_, annotated):
    assert (type_, "Anton Vesk") in fates(text, annotated)


@pytest.mark.parametrize(
    "text",
    [
        "Anton Vesk picked up a letter.",
        "Anton Vesk was given ten years to repay the debt.",
        "Anton Vesk was struck down with flu.",
        "Anton Vesk was out of the office.",
        "Anton Vesk walked out of the meeting.",
        "Anton Vesk lived in Karez until May.",
        "Anton Vesk paid with his own money.",
        "Anton Vesk broke his promise.",
    ],
)
def test_the_same_verb_without_its_turn_tells_none(text, annotated):
    assert not fates(text, annotated)


def test_a_limb_that_is_broken_or_taken_off_is_its_owners(annotated):
    assert ("injured", "Anton Vesk") in fates("Soldiers broke Anton Vesk's wrist.", annotated)
    assert ("injured", "Anton Vesk") in fates("Anton Vesk had a leg taken off.", annotated)


def test_who_breaks_anothers_arm_is_not_hurt(annotated):
    found = fates("The soldiers broke his arm, the doctor said.", annotated)
    assert ("injured", "The soldiers") not in found


def test_they_and_among_them_name_those_whom_it_befell(annotated):
    text = "Seven people were arrested on Monday. They included Anton Vesk, a nurse, and Mira Sol."
    assert {("arrest", "Anton Vesk"), ("arrest", "Mira Sol")} <= fates(text, annotated)
    text = "Seven people were arrested on Monday. Among them was Anton Vesk."
    assert ("arrest", "Anton Vesk") in fates(text, annotated)


def test_both_men_are_the_two_told_of_before(annotated):
    text = "Anton Vesk and Daro Sol led the band. The army said it held both men."
    assert {("detained", "Anton Vesk"), ("detained", "Daro Sol")} <= fates(text, annotated)


def test_the_younger_of_two_is_who_is_named_beside_it(annotated):
    text = "She has two sons. The younger, Anton Vesk, was taken from a bus in May."
    assert ("abducted", "Anton Vesk") in fates(text, annotated)


def test_a_well_in_which_somebody_lies_dead_is_no_good_health(annotated):
    assert ("body_found", "Anton Vesk") in fates("Anton Vesk was found dead in a well.", annotated)
