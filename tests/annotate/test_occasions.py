"""On what occasion words were said, or in what they were written; not where the event was."""

import pytest

pytestmark = pytest.mark.model


def occasions(text, found):
    return {a.occasion.of(text) for a in found.attributions if a.occasion is not None}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We hold the bridge,” Karim Odas told a news conference in Karez.", "a news conference"),
        ("“We hold the bridge,” said Karim Odas at a press conference.", "at a press conference"),
        (
            "Karim Odas said in an interview with the Courier that two soldiers had been killed.",
            "in an interview with the Courier",
        ),
        ("In a statement on Sunday, the army said it had captured the town.", "In a statement"),
        (
            "Speaking at a press conference, the minister denied that the village was shelled.",
            "at a press conference",
        ),
        ("The group claimed in a post on Telegram that it killed ten soldiers.", "in a post on Telegram"),
        ("“It is over,” Odas said on state television.", "on state television"),
        ("In a letter to the council, Lena Hart accused the army of killing two men.", "In a letter to the council"),
        ("Odas had written a piece in The Harbour Post requesting help.", "in The Harbour Post"),
    ],
)  # fmt: skip
def test_the_occasion_of_speech_is_kept(text, words, annotated):
    assert occasions(text, annotated(text)) == {words}


@pytest.mark.parametrize(
    "text",
    [
        "The army said that two men were killed at a rally in Karez.",
        "Two people were killed at a funeral in Karez, police said.",
        "Odas said a letter had been found in the house.",
        "The minister said in Karez that the war was over.",
        "The council said a meeting in Karez on Monday was attacked.",
    ],
)
def test_where_the_event_was_is_no_occasion_of_speech(text, annotated):
    assert occasions(text, annotated(text)) == set()


def test_a_claim_tells_the_occasion(claims_in):
    found = claims_in("“We hold the bridge,” said Karim Odas at a press conference in Karez.")
    assert {claim.occasion for claim in found} == {"at a press conference"}
