"""Who took part, where and when, where grammar alone does not reach."""

import pytest

pytestmark = pytest.mark.model


def events_of(understood, text):
    told = understood(text, published_at="2024-05-07")
    return {
        event.type: (
            {(role.name, role.filler.words) for role in event.roles},
            told.places[event.place].words if event.place is not None else None,
            told.times[event.when].span.of(text) if event.when is not None else None,
        )
        for event in told.events
    }


def test_the_attacker_of_the_first_clause_did_what_the_second_tells(understood):
    text = "Gunmen stormed the customs depot outside Tarvol on Sunday, killing four guards."
    roles, place, when = events_of(understood, text)["killed"]

    assert ("actor", "Gunmen") in roles
    assert ("victim", "four guards") in roles
    assert place == "Tarvol"
    assert when == "Sunday"


def test_the_place_of_a_statement_is_not_that_of_the_event(understood):
    text = "Speaking in Geneva, the envoy said rebels had shelled the port of Lisko on Monday."
    _, place, when = events_of(understood, text)["shelling"]

    assert place == "Lisko"
    assert when == "Monday"


def test_what_is_excepted_has_no_part(understood):
    text = "A colonel said the second bomb had hit the grain hall and not the bus station."
    (found,) = [event for event in understood(text).events if event.type != "said"]

    assert [r.filler.words for r in found.roles if r.name == "target"] == ["the grain hall"]


def test_arms_that_are_found_are_no_dead(understood):
    text = "French officers said 60,000 muskets and 120 guns had been found in the Kremlin."
    assert not [event for event in understood(text).events if event.counts]


def test_a_march_that_was_held_is_no_taking(understood):
    text = "A protest march was held in the city of Harb on Monday, following ones in Besk and Rud."
    assert {event.type for event in understood(text).events if event.type != "said"} == {"protest"}


def test_what_changes_hands_is_the_ground(understood):
    roles, _, _ = events_of(understood, "The mill changed hands four times on Monday.")[
        "territory_control"
    ]

    assert roles == {("place", "The mill")}


def test_who_had_no_hand_in_it_holds_nothing(understood):
    text = "The Upland army had no hand in the raid, the mayor said."
    assert set(events_of(understood, text)) == {"armed_clash"}


def test_a_part_of_the_body_is_not_what_wounded_it(understood):
    text = "Two clerks were wounded in the left leg near Harb on Monday."
    roles, _, _ = events_of(understood, text)["injured"]

    assert not [words for role, words in roles if role == "means"]


def test_who_lays_a_deed_on_others_did_not_do_it(understood):
    text = "Two clerks were killed in a bombing attributed by the governor to the Front."
    found = [e for e in understood(text).events if e.type == "bombing"]

    assert "the governor" not in [r.filler.words for e in found for r in e.roles]


def test_whose_troops_beat_a_raid_back_made_none(understood):
    text = "The army said its troops had repelled every attack until dark."
    found = [e for e in understood(text).events if e.type == "armed_clash"]

    assert not [r for e in found for r in e.roles if r.name == "actor"]


def test_what_one_tells_is_not_put_into_the_mouth_of_another(understood):
    text = (
        "Karim Odas, a baker, said he saw two jets bomb the market in Harb on Monday. "
        "Mira Hul, a surgeon, said at least 12 people were killed in the air strike."
    )
    told = understood(text, published_at="2024-05-07").events
    second = text.index("Mira Hul")
    strikes = [e for e in told if e.type == "air_strike" and e.trigger.start > second]

    assert not [r for e in strikes for r in e.roles if r.filler.words == "the market"]
