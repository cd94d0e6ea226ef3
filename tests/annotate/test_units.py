"""Bodies that are parts of other bodies."""

import pytest

pytestmark = pytest.mark.model


def _parts_in(understood, text):
    return {
        (roles["holder"].name, roles["group"].name, event.background)
        for event in understood(text).events
        if event.type == "membership"
        for roles in [{role.name: role.filler for role in event.roles}]
        if roles["holder"].kind == "group"
    }


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("The Falcon Brigade, a unit of the Reed Alliance, left Harb.", "Falcon Brigade", "Reed Alliance"),
        ("The Falcon Brigade is the armed wing of the Karvia Party.", "Falcon Brigade", "Karvia Party"),
        ("The Reed Alliance's Falcon Brigade attacked Harb on Monday.", "Falcon Brigade", "Reed Alliance"),
        ("The Southern Guard joined the Reed Alliance in March.", "Southern Guard", "Reed Alliance"),
    ],
)  # fmt: skip
def test_a_body_may_be_a_part_of_another(understood, text, part, whole):
    assert (part, whole, False) in _parts_in(understood, text)


def test_who_split_from_a_body_is_its_part_no_longer(understood):
    text = "The River Militia split from the Lake Army in May."

    assert _parts_in(understood, text) == {("River Militia", "Lake Army", True)}


@pytest.mark.parametrize(
    "text",
    [
        "The Falcon Brigade is not a unit of the Reed Alliance.",
        "The Falcon Brigade has a unit in Harb.",
        "The People's Militia Brigade attacked Harb on Monday.",
    ],
)
def test_what_is_no_part_is_none(understood, text):
    assert not _parts_in(understood, text)
