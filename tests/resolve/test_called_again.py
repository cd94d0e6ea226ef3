"""Who is nobody by name and is told of again."""

import pytest

pytestmark = pytest.mark.model


def labels(understood, text):
    return [a.said_by.label for a in understood(text).attributions if a.said_by is not None]


def test_the_two_drivers_are_the_two_drivers_told_of_before(understood):
    text = (
        "The bridge at Karez was down, two drivers said. "
        "The two drivers said that the road was closed."
    )
    assert labels(understood, text) == ["two drivers", "two drivers"]


def test_a_second_driver_is_another_voice(understood):
    text = "The bridge at Karez was down, two drivers said. A clerk said that the road was closed."

    assert len(set(labels(understood, text))) == 2


def test_the_two_people_are_the_two_people_close_to_the_talks(understood):
    text = (
        "The bridge at Karez was down, two people close to the talks said. "
        "The two people said that the road was closed."
    )
    assert len(set(labels(understood, text))) == 1
