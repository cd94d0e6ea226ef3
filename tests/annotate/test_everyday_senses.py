"""Words that tell no event in the company they stand in."""

import pytest

pytestmark = pytest.mark.model


def types_of(understood, text):
    events = understood(text, published_at="2024-05-07").events
    return {event.type for event in events if event.type != "said"}


@pytest.mark.parametrize(
    "text",
    [
        "One guard died of gunshot wounds on Monday.",
        "Two of the drivers died from their injuries in the clinic at Harb.",
        "The pilot succumbed to his wounds in Besk.",
        "The wound in the left arm became infected on the road from Besk, said a nurse.",
    ],
)
def test_the_wounds_that_somebody_died_of_are_told_by_the_death(understood, text):
    assert "injured" not in types_of(understood, text)


def test_who_was_wounded_first_and_then_died_was_injured_too(understood):
    text = "A driver was wounded in the leg in Harb on Monday and died of his wounds in Besk."
    assert "injured" in types_of(understood, text)


@pytest.mark.parametrize(
    "text",
    [
        "The intruder gained remote control of the machine.",
        "Within an hour the fire brigade gained control of the situation.",
        "The driver lost control of the lorry near Harb.",
    ],
)
def test_control_of_machines_and_affairs_is_no_ground(understood, text):
    assert "territory_control" not in types_of(understood, text)


def test_control_of_a_town_is_ground(understood):
    text = "Government troops regained control of the town and the bridge on Monday."
    assert "territory_control" in types_of(understood, text)


def test_a_hall_that_has_room_for_people_holds_nobody_captive(understood):
    assert "detained" not in types_of(understood, "The refectory holds 212 people from the farms.")


def test_a_militia_that_holds_people_in_a_cellar_does(understood):
    assert "detained" in types_of(understood, "The militia holds 20 people in a cellar in Harb.")


def test_what_a_noun_is_called_by_is_no_event_of_its_own(understood):
    text = "Gunmen blocked the exits of Harb with burning buses and fired on army patrols."
    assert "property_damage" not in types_of(understood, text)


def test_birds_that_are_culled_are_no_dead(understood):
    text = "Thousands of birds were killed near Harb to stop the flu."
    assert "killed" not in types_of(understood, text)


def test_sheep_beside_soldiers_do_not_hide_the_soldiers(understood):
    text = "Three soldiers and 40 sheep were killed by a mine near Harb."
    assert "killed" in types_of(understood, text)
