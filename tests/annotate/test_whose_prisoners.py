"""Who is held and who holds him, where a noun tells that somebody is."""

import pytest

pytestmark = pytest.mark.model


def held_in(text, annotated):
    return [
        {(role.name, role.filler.words) for role in event.roles}
        for event in annotated(text).events
        if event.type in {"captured", "abducted", "detained"}
    ]


@pytest.mark.parametrize(
    ("text", "victim", "actor"),
    [
        ("Ivo Vesk was a hostage of the Lake Guard for two years.", "Ivo Vesk", "the Lake Guard"),
        ("Ivo Vesk is a prisoner of the rebels, a message said.", "Ivo Vesk", "the rebels"),
    ],
)
def test_whose_prisoner_one_is_is_no_prisoner(text, victim, actor, annotated):
    (roles,) = held_in(text, annotated)
    assert roles == {("victim", victim), ("actor", actor)}


def test_a_prisoner_of_war_is_nobodys_that_is_told(annotated):
    (roles,) = held_in("Ivo Vesk is a prisoner of war.", annotated)
    assert roles == {("victim", "Ivo Vesk")}
