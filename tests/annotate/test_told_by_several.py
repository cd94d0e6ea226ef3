"""Who is named without his verb, behind the words of the one before him."""

import pytest

pytestmark = pytest.mark.model


def told(annotated, text):
    """(source, content) of each attribution."""
    return [
        (a.source_words[0].of(text), " / ".join(c.of(text) for c in a.content))
        for a in annotated(text).attributions
        if a.source_words
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "He was told by one officer that the boys live, by a second that they fled, and by a third to stop asking.",
            [
                ("one officer", "that the boys live"),
                ("a second", "that they fled"),
                ("a third", "to stop asking"),
            ],
        ),
        (
            "The army says that the men were armed; their mother, that they had gone for bread.",
            [
                ("The army", "that the men were armed"),
                ("their mother", "that they had gone for bread"),
            ],
        ),
        (
            "One nurse said the boy was shot, others that he fell.",
            [("One nurse", "the boy was shot"), ("others", "that he fell")],
        ),
        (
            "Medics put the dead at 12, police at 9 and the mayor at five.",
            [("Medics", "the dead at 12"), ("police", "9"), ("the mayor", "five")],
        ),
        ("The clinic counted 31, the army 12.", [("The clinic", "31"), ("the army", "12")]),
    ],
)  # fmt: skip
def test_each_says_his_own(text, found, annotated):
    assert told(annotated, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said that the bridge was mined, and that the army, which had built it, that morning left.",
        "A clerk said the village was burned by rebels, and by then that its people had fled.",
        "He was told by a nurse that the ward was full, and that by night it would be empty.",
        "The army put the toll at 12, most of them 18 years old.",
        "The mayor put the dead at 12, in a town of 4,000.",
        "The army said it lost 12 men, 9 of them officers.",
    ],
)
def test_nobody_else_is_made_to_say_a_part_of_it(text, annotated):
    assert len({source for source, _ in told(annotated, text)}) == 1


def test_an_hour_behind_a_count_names_nobody(annotated):
    text = "The council counted 12 dead, at 9 in the evening."

    assert len(annotated(text).attributions) == 1
