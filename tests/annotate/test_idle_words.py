"""Words of saying or thinking that are the report's own."""

import pytest

pytestmark = pytest.mark.model


def told(annotated, text):
    """(source, cue, stance) of each attribution."""
    return [
        (" ".join(s.of(text) for s in a.source_words), a.cue.of(text), a.stance)
        for a in annotated(text).attributions
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor called off the talks in Harb.",
        "It is clear that the town is lost.",
        "There are many reasons to be wary of the truce.",
        "The debate over arms goes on.",
        "The controversy over the dam is an old one.",
    ],
)
def test_nobody_says_what_the_report_itself_calls_or_sees_so(text, annotated):
    assert told(annotated, text) == []


@pytest.mark.parametrize(
    ("text", "source", "stance"),
    [
        ("The mayor called the raid a crime.", "The mayor", "asserts"),
        ("The mayor called for calm.", "The mayor", "calls_for"),
        ("The mayor called on Friday for an end to the raids.", "The mayor", "calls_for"),
        ("The mayor called on both sides to leave.", "The mayor", "calls_for"),
        ("It is not clear who fired.", "", "unclear"),
        ("The minister went on air to deny that the raid had failed.", "The minister", "denies"),
        ("Reports of shooting came from the north.", "", "asserts"),
        ("There were reports of shooting in the north.", "", "asserts"),
    ],
)
def test_who_says_it_by_such_a_word_says_it_still(text, source, stance, annotated):
    assert [(who, way) for who, _, way in told(annotated, text)] == [(source, stance)]


def test_who_appears_to_be_something_says_nothing_of_it(annotated):
    text = "Fighters who remained in Karez appeared to be among the best."
    assert [who for who, _, _ in told(annotated, text)] == [""]


def test_a_clip_that_appears_to_show_it_shows_it(annotated):
    text = "The clip appeared to show men firing."
    assert [who for who, _, _ in told(annotated, text)] == ["The clip"]
