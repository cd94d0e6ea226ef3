"""Who is seen or heard to speak, and who saw or heard it."""

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "inner", "outer"),
    [
        (
            "The video shows a blindfolded man saying that he was paid to mark houses.",
            "a blindfolded man", "The video",
        ),
        (
            "Several of them described an officer shouting that the map had changed.",
            "an officer", "Several of them",
        ),
        (
            'Two witnesses told the court they heard an officer shout "Leave none of them".',
            "an officer", "Two witnesses",
        ),
        (
            "A guard remembered the warden telling them to open the valves.",
            "the warden", "A guard",
        ),
        ("The tape has him saying the bridge was empty.", "him", "The tape"),
    ],
)  # fmt: skip
def test_who_is_heard_to_speak_speaks_inside_the_words_of_the_one_who_heard(
    text, inner, outer, steps
):
    found = {s: over for (s, _), over in steps(text).items()}
    assert found[inner] is not None and found[inner][0] == outer


def test_all_that_is_seen_and_said_is_what_the_film_shows(annotated):
    text = "The video shows a blindfolded man saying that he was paid to mark houses."
    shown = annotated(text).attributions[0].content
    assert [s.of(text) for s in shown] == [
        "a blindfolded man saying that he was paid to mark houses"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry has officers reporting to the governor.",
        "The film shows men burning flags.",
        "They watched the ship burn.",
        "The mayor kept a clerk answering letters.",
    ],
)
def test_who_is_seen_to_do_something_else_is_made_to_say_nothing(text, steps):
    assert not any(over for over in steps(text).values())


def test_who_sends_a_letter_speaks_in_it_and_not_who_receives_it(steps):
    text = "The mayor sent a letter to the clans saying that the road was open."
    assert ("The mayor", "saying") in steps(text)
