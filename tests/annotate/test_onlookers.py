"""Who tells of a blow did not deal it, and no village or quarter did."""

import pytest


def doers(annotations):
    return {
        (event.type, role.filler.words)
        for event in annotations.events
        for role in event.roles
        if role.name in {"actor", "holder"}
    }


@pytest.mark.parametrize(
    "text",
    [
        "The Vesk Observatory for Human Rights reported heavy shelling on the town of Karez.",
        "Doctors reported an air strike on the hospital in Karez.",
        "Harbour Radio described the capture of Karez.",
        "Terrorist groups in the hills targeted Omra neighbourhood killing a woman and injuring three others.",
        "Shells fell on the village of Omra killing three.",
    ],
)
def test_neither_who_tells_of_it_nor_a_place_did_it(annotated, text):
    tellers = {"The Vesk Observatory for Human Rights", "Doctors", "Harbour Radio"}
    words = {who for _, who in doers(annotated(text))}

    assert not words & tellers
    assert not any("neighbourhood" in who or "village" in who for who in words)


def test_an_army_that_announces_a_capture_made_it(annotated):
    assert ("territory_control", "The army") in doers(
        annotated("The army announced the capture of Karez.")
    )


def test_who_says_surrender_or_die_does_not_surrender_by_that(annotated):
    found = annotated('"They have no choice. Either to surrender or die," Karim Odas said.')

    assert not {words for _, words in doers(found)} & {"Karim Odas"}


def test_who_lost_his_friends_is_not_lost(annotated):
    found = annotated("The general lost two sons in the raid.")
    victims = {r.filler.words for e in found.events for r in e.roles if r.name == "victim"}

    assert "The general" not in victims


def test_who_ignores_or_backs_an_attack_did_not_carry_it_out(annotated):
    found = annotated(
        "Karim Odas ignores the use of chlorine by the northern army. Mira Tal backed the strikes on Karez."
    )

    assert doers(found) == {("chemical_weapon", "the northern army")}


def test_who_presided_over_the_deaths_did_not_die(annotated):
    found = annotated("Karim Odas presided over the deaths of up to 90 men.")
    victims = {r.filler.words for e in found.events for r in e.roles if r.name == "victim"}

    assert victims == {"up to 90 men"}


@pytest.mark.parametrize(
    "text",
    [
        "The Solvian strikes were condemned by the council.",
        "The London bombing was condemned by the council.",
        "The attack was denounced by the council.",
        "The raid was mourned by the council.",
        "The siege was broken by the council.",
    ],
)
def test_by_whom_a_deed_was_condemned_or_ended_it_was_not_done(text, annotated):
    deeds = doers(annotated(text)) - {("condemnation", "the council")}
    assert "the council" not in {who for _, who in deeds}


@pytest.mark.parametrize(
    "text",
    [
        "The attack was carried out by the council.",
        "The strike was ordered by the council.",
        "The attack was claimed by the council.",
        "The truce was broken by the council.",
        "The assault was launched by the council.",
    ],
)
def test_by_whom_a_deed_was_done_ordered_or_claimed_it_was_done(text, annotated):
    assert "the council" in {who for _, who in doers(annotated(text))}


def test_who_speaks_and_is_told_to_be_held_is_not_the_one_named_before_him(annotated):
    found = annotated("It was Rao and not Vesk, a clerk held at the mill said.")
    held = [
        r.filler.words
        for e in found.events
        if e.type == "detained"
        for r in e.roles
        if r.name == "victim"
    ]

    assert held == ["a clerk"]
