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
    assert [event.type for event in understood(text).events if event.type != "said"] == ["protest"]


def test_what_changes_hands_is_the_ground(understood):
    roles, _, _ = events_of(understood, "The mill changed hands four times on Monday.")[
        "territory_control"
    ]

    assert roles == {("place", "The mill")}


def test_who_had_no_hand_in_it_holds_nothing(understood):
    text = "The Upland army had no hand in the raid, the mayor said."
    assert set(events_of(understood, text)) == {"armed_clash"}
