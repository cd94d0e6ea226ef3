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


@pytest.mark.parametrize(
    "text",
    [
        "Anton Vesk was wounded on Monday. By Thursday he was sitting up.",
        "Anton Vesk was abducted in May. A video on Monday showed him drinking tea.",
        "The army said it had killed Anton Vesk. A relative said Vesk had telephoned him on Saturday.",
    ],
)
def test_who_is_seen_at_something_after_he_was_lost_lives(text, annotated):
    assert "alive" in {type_ for type_, _ in fates(text, annotated)}


def test_who_was_never_lost_is_not_said_to_live(annotated):
    for text in ("Anton Vesk called his wife on Monday.", "Anton Vesk was sitting up late."):
        assert "alive" not in {type_ for type_, _ in fates(text, annotated)}


def test_the_body_is_his_of_whom_it_was_told_last(annotated):
    text = "Anton Vesk was killed on Thursday. An imam said he had seen the body and helped to bury it."
    assert {("body_found", "Anton Vesk"), ("buried", "Anton Vesk")} <= fates(text, annotated)
    text = "Anton Vesk was abducted in May. He saw the body of a horse."
    assert "body_found" not in {type_ for type_, _ in fates(text, annotated)}


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("The rebels took her husband in May.", ("abducted", "her husband")),
        ("Anton Vesk is on the list of the missing.", ("missing", "Anton Vesk")),
        ("Anton Vesk is home after a year in a rebel jail.", ("released", "Anton Vesk")),
        ("Anton Vesk was still in hospital with burns.", ("injured", "Anton Vesk")),
        ("Anton Vesk was reported missing but turned up at a clinic.", ("alive", "Anton Vesk")),
    ],
)
def test_lists_homecomings_and_hurts_tell_fates(text, fate, annotated):
    assert fate in fates(text, annotated)


@pytest.mark.parametrize(
    "text",
    [
        "The rebels took Anton Vesk to lunch.",
        "Anton Vesk is on no list of prisoners.",
        "Anton Vesk is home from work.",
        "Anton Vesk has not been found guilty.",
        "The body has not been found.",
    ],
)
def test_what_only_looks_like_them_tells_none(text, annotated):
    assert not fates(text, annotated)


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("Anton Vesk was thrown from a window by the guards.", "injured"),
        ("Anton Vesk was run over on Monday.", "injured"),
        ("Anton Vesk was waterboarded in the barracks.", "tortured"),
        ("Anton Vesk was mourned by hundreds.", "died"),
        ("His uncle turned Anton Vesk over to the army.", "detained"),
        ("Anton Vesk regained consciousness on Monday.", "alive"),
    ],
)
def test_what_was_done_to_somebody_tells_his_fate(text, fate, annotated):
    assert (fate, "Anton Vesk") in fates(text, annotated)


def test_who_is_burned_or_buried_alive_is_not_said_to_live(annotated):
    for text in ("Anton Vesk was burned alive.", "The guards buried Anton Vesk alive."):
        assert "alive" not in {type_ for type_, _ in fates(text, annotated)}
