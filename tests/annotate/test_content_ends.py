"""What somebody is made to say ends with the sentence that says so, unless it is quoted or goes on."""

import pytest

pytestmark = pytest.mark.model


def contents(annotated, text):
    """Cue -> what is said by it."""
    return {
        a.cue.of(text): " / ".join(c.of(text) for c in a.content)
        for a in annotated(text).attributions
    }


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            "Officials hope to open a corridor. Two convoys were attacked.",
            "hope", "to open a corridor",
        ),
        (
            "The monitors believe that the shells came from the north. Ten houses were destroyed.",
            "believe", "that the shells came from the north",
        ),
        (
            "The ministry said the army would not attack Selm. On Tuesday tanks entered Selm.",
            "said", "the army would not attack Selm",
        ),
        (
            "The army plans to shell the bridge at Tarn. Jets bombed Selm and Vatra.",
            "plans", "to shell the bridge at Tarn",
        ),
        (
            "It was unclear whether Odas fled with him. The figure could not be independently verified.",
            "could not be independently verified", "The figure",
        ),
        (
            "A shell appears to have killed two men in Oskel. The bishop called for calm. Nine houses burned.",
            "called for", "calm",
        ),
        (
            "The mayor praised Sgt. Brod and said that Sgt. Brod had held the pass. Nine men fled.",
            "said", "that Sgt. Brod had held the pass",
        ),
    ],
)  # fmt: skip
def test_a_content_ends_with_the_sentence_of_its_cue(text, cue, content, annotated):
    assert contents(annotated, text)[cue] == content


@pytest.mark.parametrize(
    ("text", "cue", "words"),
    [
        ("“We held the line,” Odas said. “We lost two men.”", "said", "We lost two men"),
        ("Odas said: “The line is ours. The mill is theirs.”", "said", "The mill is theirs"),
    ],
)
def test_a_quotation_runs_over_sentences(text, cue, words, annotated):
    assert any(words in said for c, said in contents(annotated, text).items() if cue in c)


def test_a_strike_told_after_a_plan_has_happened(annotated):
    text = "Officials hope to open a corridor. Jets bombed Selm."
    (bombing,) = (e for e in annotated(text).events if e.trigger.of(text) == "bombed")
    assert bombing.modality == "happened"


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            "Anton Vesk fled over the river; he is no relative, the lawyer said.",
            "said",
            "he is no relative",
        ),
        (
            "Anton Vesk was taken on Monday; the Front claimed to have shot him.",
            "claimed",
            "to have shot him",
        ),
        (
            "Anton Vesk was not killed on Monday but captured, the station said.",
            "said",
            "Anton Vesk was not killed on Monday but captured",
        ),
    ],
)
def test_what_stands_before_a_semicolon_is_said_by_nobody_after_it(text, cue, content, annotated):
    assert contents(annotated, text)[cue] == content
