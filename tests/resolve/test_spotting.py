"""Places that grammar alone did not know for places."""

import pytest
from marking import mark, unmark

from sayso.resolve.parties import load_register
from sayso.resolve.place.gazetteer import open_gazetteer
from sayso.resolve.report import World, resolve

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "marked",
    [
        "Shells fell on [Karez] at noon.",
        "[Karez] was quiet, and [Dalan] burned.",
        "Nobody in [Dalan] slept.",
        "The road between [Karez] and [Tolvesh] was cut.",
        "The market was shut.",
    ],
)
def test_every_name_of_the_users_table_is_a_place(marked, understood):
    text = unmark(marked)
    assert mark(text, (place.span for place in understood(text).places)) == marked


def test_a_place_of_the_table_has_its_point(understood):
    (place,) = understood("Shells fell on Karez.").places
    assert (place.name, place.latitude, place.longitude) == ("Karez", -38.4, -20.3)
    assert (place.country, place.level) == ("XK", "town")


def test_another_spelling_is_the_same_place_and_keeps_its_words(understood):
    (place,) = understood("Shells fell on Kares.").places
    assert (place.words, place.name) == ("Kares", "Karez")


def test_without_the_table_an_invented_town_is_nowhere(annotated, read):
    text = "Shells fell on the town of Tolvesh."
    with open_gazetteer() as bundled:
        found = resolve(annotated(text), read(text), World(bundled, load_register()))
    assert [(place.name, place.latitude) for place in found.places] == [(None, None)]


def event_place(found, type_):
    (event,) = [event for event in found.events if event.type == type_]
    return found.places[event.place].name if event.place is not None else None


def test_the_town_is_the_one_named_before(understood):
    text = "Guns were moved to Karez. The army shelled the town at noon."
    assert event_place(understood(text), "shelling") == "Karez"


def test_a_town_is_not_taken_from_the_speakers_desk(understood):
    text = "The mayor of Dalan said that gunmen had killed a guard."
    assert event_place(understood(text), "killed") is None


def test_of_two_towns_in_a_sentence_none_is_taken(understood):
    text = "While the towns of Karez and Dalan slept, gunmen killed a guard."
    assert event_place(understood(text), "killed") is None


def test_a_blow_told_without_a_place_is_where_the_last_one_was(understood):
    text = "The army shelled Karez at noon. Twelve people were killed."
    assert event_place(understood(text), "killed") == "Karez"


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Rebels captured Karez policemen on Monday.", "captured"),
        ("Rebels captured the town of Karez on Monday.", "territory_control"),
    ],
)
def test_a_town_is_taken_by_its_name_and_not_by_its_policemen(understood, text, type_):
    assert [e.type for e in understood(text).events] == [type_]
