"""Moves that a force makes, and those that only things, travellers or words make."""

import pytest

pytestmark = pytest.mark.model


@pytest.fixture
def told(annotated):
    return lambda text: {e.type for e in annotated(text).events}


def test_a_garrison_that_marched_out_has_withdrawn(told):
    found = told("Rebel tanks entered Karez on Monday, hours after the garrison had marched out.")

    assert "withdrawal" in found
    assert "advance" not in found


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said that the army had withdrawn to a new position behind Karez.",
        "In a second dispatch, Colonel Odas said that his men had left Karez.",
        "Hundreds of lorries with wounded men arrived in Karez on Tuesday.",
        "An officer who arrived in Karez with letters said the rebels were in full retreat.",
    ],
)
def test_what_is_no_force_on_the_move_is_no_deployment(text, told):
    assert "deployment" not in told(text)


def test_inhabitants_who_leave_are_no_withdrawal(told):
    assert "withdrawal" not in told("Most of the inhabitants of Karez had left.")


def test_the_wounded_who_are_left_in_hospitals_are_no_ground_given_up(told):
    text = "A doctor said that thousands of wounded soldiers had been left in hospitals in Karez."

    assert "withdrawal" not in told(text)


def test_a_journey_is_no_flight(told):
    assert "fled" not in told("The wound became infected on the journey from Karez, a nurse said.")
