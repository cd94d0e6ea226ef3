"""Whom or what a verb is done to rules out types of events that it tells elsewhere."""

import pytest

from sayso.annotate.event.undergoers import ruled_out

pytestmark = pytest.mark.model


def told(annotated, text):
    return {e.type for e in annotated(text).events}


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("The police recovered nine casings and a purse near the bakery.", "body_found"),
        ("Nine million shekels were recovered from a fridge, police said.", "body_found"),
        ("The device held about six kilos of powder.", "territory_control"),
        ("The quarry licence is held by a cousin of the mayor.", "territory_control"),
        ("Shells killed eleven goats and a mule near Harb.", "killed"),
        ("The grenade wounded a dog in Harb.", "injured"),
        ("Each barrier costs the drivers 2,000 francs.", "killed"),
        ("The spokesman dismissed reports that a village had burned.", "appointment"),
        ("The drivers were told to settle their tax.", "agreement"),
        ("The nurse cut off his shirt.", "injured"),
        ("The widow left a letter at the gate of the barracks.", "withdrawal"),
    ],
)
def test_a_thing_or_a_beast_has_no_fate_of_people(text, never, annotated):
    assert never not in told(annotated, text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The militia entered Wadi al-Tin on Monday.", "territory_control"),
        ("The rebels withdrew and left their goats behind.", "withdrawal"),
        ("The mayor disputed the claim that nine patients had died of cholera.", "died"),
        ("Divers recovered the bodies of nine sailors.", "body_found"),
        ("Police recovered nine rifles from a barn near Harb.", "weapons_seized"),
        ("The rebels took the fort and its guns on Monday.", "territory_control"),
        ("Each side claimed to hold the presidential palace.", "territory_control"),
        ("Gunmen killed a farmer and his cow near Harb.", "killed"),
        ("Settlers uprooted 180 olive trees near Harb.", "property_damage"),
        ("Raiders rustled 90 cattle near Harb.", "property_damage"),
        ("Pirates took nine sailors from their ship on Monday.", "abducted"),
    ],
)
def test_what_may_befall_it_is_told(text, type_, annotated):
    assert type_ in told(annotated, text)


@pytest.mark.parametrize(
    "text",
    ["A second salvo landed near the school.", "Shells had dropped in the fields near Harb."],
)
def test_an_arm_that_lands_tells_its_own_kind_of_attack(text, annotated):
    assert told(annotated, text) == {"shelling"}


def test_of_a_farmer_and_his_mules_the_farmer_was_killed(nlp):
    doc = nlp("A farmer and two of his mules were killed by a mine.")
    verb = next(t for t in doc if t.text == "killed")

    assert "killed" not in ruled_out(verb)
