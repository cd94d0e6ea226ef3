"""A body is called by its name, whatever noun stands beside it."""

import pytest

from sayso.resolve.name.units import body_name, without_leaning


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The aid group Relief Hands said the road was shut.", "Relief Hands"),
        ("The state news agency Zarya reported that two men were killed.", "Zarya"),
        ("Two men were killed, the newspaper Karez Lantern wrote.", "Karez Lantern"),
        (
            "Two men were killed, the Karez-based River Observatory for Rights (RORK) monitoring"
            " group said.",
            "River Observatory for Rights",
        ),
        ("The rebel group Reed Front denied that it had left.", "Reed Front"),
        ("The Dalan Islamist group Ahrar Noor denied it.", "Ahrar Noor"),
    ],
)
def test_who_speaks_is_called_by_the_name_beside_what_it_is(understood, text, name):
    assert {a.said_by.label for a in understood(text).attributions} == {name}


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The group said Reed Front fighters had left.",
        "An aid agency said the charity Relief Hands had left.",
        "The Lowland Council newspaper said the road was shut.",
    ],
)
def test_a_name_that_is_another_s_is_not_taken(understood, text):
    labels = {a.said_by.label for a in understood(text).attributions}
    assert not labels & {"Reed Front", "Relief Hands", "Lowland Council"}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Karez-based Relief Hands", "Relief Hands"),
        ("independent River Observatory", "River Observatory"),
        ("northern Defence Ministry", "northern Defence Ministry"),
        ("state-run Zarya", "state-run Zarya"),
        ("Dalan-led coalition", "Dalan-led coalition"),
    ],
)
def test_where_a_body_sits_and_whose_friend_it_is_are_no_part_of_its_name(words, name):
    assert without_leaning(words) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("River Observatory monitor", "River Observatory"),
        ("Reed Front watchdog", "Reed Front"),
        ("Reed watchdog", "Reed watchdog"),
        ("Lowland Islamist group", "Lowland Islamist group"),
        ("Lowland Council newspaper", "Lowland Council newspaper"),
    ],
)
def test_what_a_body_is_is_no_part_of_a_name_of_two_words(words, name):
    assert body_name(words) == name
