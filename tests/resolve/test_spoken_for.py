"""Who speaks for a group that its report names."""

import pytest

from sayso.resolve.name.units import body_name
from sayso.resolve.source.spoken_for import group_spoken_for

GROUPS = {"red front": "red-front", "red front youth": "red-front-youth"}


@pytest.mark.parametrize(
    ("words", "group"),
    [
        ("A spokesman for the Red Front", "red-front"),
        ("Red Front spokeswoman Mira Tal", "red-front"),
        ("Mira Tal, the Red Front's spokeswoman", "red-front"),
        ("a statement by the Red Front Youth", "red-front-youth"),
        ("a hospital spokesman", None),
        ("a fighter of the Red Front", None),
        ("a spokesman for the Blue Front", None),
    ],
)
def test_a_spokesman_speaks_for_his_group(words, group):
    assert group_spoken_for(words, GROUPS) == group


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Red Front's Eagle Battalion", "Eagle Battalion"),
        ("Red Front spokesman", "Red Front"),
        ("Lord's Harb Army", "Lord's Harb Army"),
        ("Red Front", "Red Front"),
    ],
)
def test_a_body_is_called_by_its_own_name(words, name):
    assert body_name(words) == name


@pytest.mark.model
def test_his_word_is_his_groups(understood):
    text = (
        "Red Front spokesman Ilan Dorr said the army had shelled Harb. The Red Front denied losing men. "
        "Dorr said more would follow."
    )
    told = understood(text).attributions

    assert {a.said_by.organisation for a in told} == {"red-front"}
    assert [a.said_by.entity for a in told] == [
        "person/ilan-dorr",
        "group/red-front",
        "person/ilan-dorr",
    ]
