"""How a speaker knows, by the words of the text alone."""

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("State radio quoted a medic as saying that the bridge was down.", "told_by"),
        ("The monk said he had been told that the bridge was down.", "told_by"),
        ("The mission said it had received reports that the bridge was down.", "told_by"),
        ("The brigade said it had struck the bridge at Karez.", "saw"),
        ("A transcript of the trial says the bridge was down.", "record"),
        ("Mira Tal, a surgeon who counted the bodies, said 12 people were killed.", "record"),
        ("The mayor blamed the northern army for the fire.", "reacts"),
        ("The ministry raised the death toll to 45.", "not_stated"),
        ("The clerk said he did not know who had seen them.", "not_stated"),
    ],
)
def test_the_words_tell_how_one_knows(text, basis, annotated):
    assert annotated(text).attributions[0].basis == basis


def test_who_hands_on_anothers_words_was_told_them(annotated):
    text = "A nurse said that a wounded sergeant had told her the bridge was mined."
    nurse, sergeant = annotated(text).attributions

    assert (nurse.basis, sergeant.inside) == ("told_by", 0)
