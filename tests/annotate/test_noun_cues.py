"""Nouns that make somebody say it: how they mean it, and where what is said ends."""

import pytest

pytestmark = pytest.mark.model


def stances(annotated, text):
    """Last word of the cue -> stance and content."""
    return {
        a.cue.of(text).split()[-1]: (a.stance, " / ".join(c.of(text) for c in a.content))
        for a in annotated(text).attributions
    }


@pytest.mark.parametrize(
    ("text", "noun", "stance", "content"),
    [
        (
            "The mayor's admission that food was short angered residents.",
            "admission", "admits", "that food was short",
        ),
        (
            "The mayor made an admission that food was short.",
            "admission", "admits", "that food was short",
        ),
        (
            "The guard's confession that he had shot two men was read in court.",
            "confession", "admits", "that he had shot two men",
        ),
        (
            "His acknowledgment of the killings came late.",
            "acknowledgment", "admits", "of the killings",
        ),
        (
            "The army's denial that it shelled the clinic was false, a nurse said.",
            "denial", "denies", "that it shelled the clinic",
        ),
        ("The general's vow to take Oskel came on Monday.", "vow", "promises", "to take Oskel"),
        (
            "His warning that the dam would burst was ignored.",
            "warning", "asserts", "that the dam would burst",
        ),
        (
            "The rebels' demand that the army leave Selm was rejected.",
            "demand", "calls_for", "that the army leave Selm",
        ),
        (
            "The ministry's accusation that the rebels had shelled the clinic was repeated.",
            "accusation", "accuses", "that the rebels had shelled the clinic",
        ),
        (
            "Her insistence that the men were farmers was mocked.",
            "insistence", "asserts", "that the men were farmers",
        ),
        (
            "The UN's estimate that nine thousand people had fled was disputed.",
            "estimate", "asserts", "that nine thousand people had fled",
        ),
        (
            "The inquiry's finding that soldiers shot the boys was rejected.",
            "finding", "asserts", "that soldiers shot the boys",
        ),
        (
            "The bishop's doubts that the truce would hold grew.",
            "doubts", "doubts", "that the truce would hold",
        ),
    ],
)  # fmt: skip
def test_a_noun_means_what_its_verb_means(text, noun, stance, content, annotated):
    assert stances(annotated, text)[noun] == (stance, content)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The general said the pass was safe, and left.", "asserts"),
        ("The council said on Monday that the road was open.", "asserts"),
        ("The general said the army would take the pass.", "promises"),
    ],
)
def test_what_is_so_is_no_promise(text, stance, annotated):
    assert stances(annotated, text)["said"][0] == stance
