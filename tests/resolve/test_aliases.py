"""What a person is told to be known by besides."""

import re

import pytest

from sayso.resolve.name.aliases import mark_aliases
from sayso.resolve.name.names import name_entities
from sayso.resolve.parties import register_of
from sayso.types import Mention, Span


def named(marked):
    """The names of a text that has its marks in brackets: '[Odas|person] fell'; and under what ids."""
    text, marks = "", []
    for piece in re.split(r"(\[[^]]*\])", marked):
        words, _, kind = piece.strip("[]").partition("|")
        if piece.startswith("["):
            marks.append(Mention(Span(len(text), len(text) + len(words)), kind, words))
        text += words
    found = name_entities(mark_aliases(marks, text), register_of([]), text)
    return [(m.words.removeprefix("the "), m.entity) for m in found]


@pytest.mark.parametrize(
    "marked",
    [
        "[Karim Odas|person], whose nom de guerre is [Abu Layth|person], fell.",
        "[Karim Odas|person] (nom de guerre [Abu Layth|person]) fell.",
        "[Karim Odas|person], known to his men as [Abu Layth|person], fell.",
        "[Karim Odas|person], also known by his nom de guerre [Abu Layth|person], fell.",
        "[Karim Odas|person], who fights under the name [Abu Layth|person], fell.",
        "[Karim Odas|person], who used the name [Abu Layth|person], fell.",
        "[Karim Odas|person], who called himself [Abu Layth|person], fell.",
        "[Karim Odas|person], under the alias Abu Layth, fell.",
        "[Karim Odas|person], whom [villagers|crowd] call [Abu Layth|person], fell.",
        "[Karim Odas|person], or [Abu Layth|person] as his men call him, fell.",
        "[Karim Odas|person], formerly known as [Abu Layth|person], fell.",
        "Police identified [Karim Odas|person] as [Abu Layth|person].",
        "[Karim Odas|person] has been identified as [Abu Layth|person].",
        "The preacher [Karim Odas|person] is really [Abu Layth|person].",
        "[Karim Odas|person] ([Abu Layth|person]) fell.",
    ],
)
def test_who_is_known_by_another_name_is_one(marked):
    assert named(marked)[-1] == ("Abu Layth", "person/karim-odas")
    assert ("Karim Odas", "person/karim-odas") in named(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "[Karim Odas|person], whom villagers call [the Falcon|role], fell.",
        "[Karim Odas|person], dubbed “[the Falcon|group]”, fell.",
        "[Karim Odas|person], a.k.a. “[Falcon|place]”, fell.",
        "[Karim Odas|person], better known by the nickname Falcon, fell.",
    ],
)
def test_a_nickname_is_a_persons_whatever_it_was_marked_as(marked):
    assert named(marked)[-1] == ("Falcon", "person/karim-odas")


def test_a_maiden_name_is_hers():
    found = named("[Lina Odas|person], née [Sarn|person], fell. [Lina Sarn|person] was thirty.")
    assert {entity for _, entity in found} == {"person/lina-odas"}


@pytest.mark.parametrize(
    "marked",
    [
        "[Karim Odas|person] called [Lina Sarn|person] a traitor.",
        "[Karim Odas|person] ([Lina Sarn|person]) fell.",
        "[Karim Odas|person] is really [Lina Sarn|person]'s brother.",
        "[Karim Odas|person], known to [Lina Sarn|person] as a liar, fell.",
        "[Karim Odas|person], or [Lina Sarn|person], fell.",
        "[Karim Odas|person], as [Lina Sarn|person] is aware, fell.",
        "[Karim Odas|person], who was called [President|person], fell.",
        "The man who shot [Karim Odas|person] has been identified as [Lina Sarn|person].",
        "Police named [Karim Odas|person] as [Lina Sarn|person] spoke.",
    ],
)
def test_two_names_beside_each_other_are_two_peoples(marked):
    entities = [entity for _, entity in named(marked)]
    assert len({*entities}) == len(entities) == 2


@pytest.mark.parametrize("words", ["born Monday in Karez", "who called himself President"])
def test_neither_a_day_nor_an_office_is_a_name(words):
    assert named(f"[Karim Odas|person], {words}, fell.") == [("Karim Odas", "person/karim-odas")]


def test_a_name_with_a_nickname_in_it_is_the_name_without_and_the_nickname():
    found = named(
        "[Karim “the Falcon” Odas|person] fell. [Falcon|person], as [Karim Odas|person], slept. [Odas|person] wept."
    )
    assert {entity for _, entity in found} == {"person/karim-the-falcon-odas"}
