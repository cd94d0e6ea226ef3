"""Where one speaker's words end and the next one's begin, and whose they are."""

import pytest

pytestmark = pytest.mark.model


def said(annotated, text):
    """Last word of each cue -> (source, content, last word of the cue it stands inside)."""
    found = annotated(text).attributions

    def cue(a):
        return a.cue.of(text).split()[-1]

    return {
        cue(a): (
            text[a.source_words[0].start : a.source_words[-1].stop] if a.source_words else None,
            " / ".join(c.of(text) for c in a.content),
            cue(found[a.inside]) if a.inside is not None else None,
        )
        for a in found
    }


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        (
            "Dario Lem said he had heard from his brother that the mill was mined.",
            "from", "his brother",
        ),
        (
            "The aide was quoted by Radio Istra as saying that the talks had failed.",
            "by", "Radio Istra",
        ),
        (
            "The ferry sank, the Harbour Post reports, quoting a memo; the memo says it was old.",
            "quoting", "a memo",
        ),
        ("Asked whether he had signed, Odas denied it, the Post reports.", "Asked", None),
    ],
)  # fmt: skip
def test_the_source_is_who_tells_it(text, cue, source, annotated):
    assert said(annotated, text)[cue][0] == source


def test_who_says_two_things_says_each_apart(annotated):
    text = "The bishop is away. She says the log is lost and accuses the guards of burning it."
    found = said(annotated, text)

    assert found["says"][1] == "the log is lost"
    assert found["accuses"][2] is None


def test_what_somebody_said_is_what_and_not_the_rest_of_the_sentence(annotated):
    text = "The presenter told viewers that what the palace had announced at noon was a hope."
    assert said(annotated, text)["announced"][1:] == ("what", "told")


def test_a_log_that_shows_is_not_the_lawyer_who_says_so(annotated):
    text = "The log is short. The lawyer said it shows that the gate was open."
    assert said(annotated, text)["shows"] == ("it", "that the gate was open", "said")


def test_who_has_no_comment_says_nothing_that_another_says(annotated):
    text = "Ruval never met the bishop, his family says, and the see had no comment."
    assert "comment" not in said(annotated, text)


def test_what_is_said_goes_on_behind_a_name_in_marks(annotated):
    text = 'The statement cites a survivor, "K.", as saying that the governor had told the inmates to wait.'
    found = said(annotated, text)

    assert found["saying"][2] == "cites"
    assert found["told"][2] == "saying"


def test_words_that_a_clause_within_comments_on_are_not_those_around_it(annotated):
    text = "Surgeons accuse the army of bombing farms that, they write, it had promised to spare."
    assert said(annotated, text)["write"][2] == "accuse"


@pytest.mark.parametrize(
    "text",
    [
        '"We shelled the hill," Karim Odas said. "We lost two men," said Mira Tal.',
        '"We shelled the hill," Karim Odas said. "We lost two men," Mira Tal said.',
        '"We shelled the hill," Karim Odas told reporters. "We lost two men," said Mira Tal, a baker.',
    ],
)
def test_a_quotation_belongs_to_the_speaker_right_behind_it(annotated, text):
    said = {a.source.words: a.content[0].of(text) for a in annotated(text).attributions}

    assert "We lost" in said["Mira Tal"] and "We lost" not in said["Karim Odas"]


def test_what_we_did_ourselves_accuses_nobody_and_promises_nothing(annotated):
    said = annotated('"We shelled the hill," Karim Odas said. "We lost two men," said Mira Tal.')

    assert {a.stance for a in said.attributions} == {"asserts"}


@pytest.mark.parametrize(
    ("text", "cue", "first", "second"),
    [
        ('The mayor said: "We are leaving." "They are lying," answered Odas, a baker.', "answered",
         '"We are leaving."', '"They are lying,"'),
        ('The ministry said "bandits" had struck. "It was the army," a widow added.', "added",
         '"bandits" had struck', '"It was the army,"'),
    ],
)  # fmt: skip
def test_the_answer_to_a_quotation_is_not_of_whoever_is_answered(
    text, cue, first, second, annotated
):
    found = {
        a.cue.of(text): " … ".join(s.of(text) for s in a.content)
        for a in annotated(text).attributions
    }

    assert (found["said"], found[cue]) == (first, second)
