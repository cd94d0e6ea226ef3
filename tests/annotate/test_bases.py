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


@pytest.mark.parametrize(
    "text",
    [
        "Observers say that the army is seen as a rival of the navy.",
        "The envoy sees the northern plan as a threat to the truce.",
        "The governor understands that the bridge was closed on Monday.",
        "The northern ministry claimed he had been killed in an air strike near Karez.",
        '"He went for the easy vote," Governor Mira Tal said.',
        "The watchdog said it was gravely worried by reports of the raid.",
        "Allies of Odas, who see the accord as a trap, said the road was closed.",
    ],
)
def test_who_tells_of_views_or_of_others_saw_nothing(text, annotated):
    assert [a.basis for a in annotated(text).attributions if a.basis == "saw"] == []


@pytest.mark.parametrize(
    "text",
    [
        '"We saw two lorries leave the yard," Mira Tal said.',
        "Odas said he had pulled three men out of the cellar.",
        "The brigade said they had taken the mill at dawn.",
        '"They pushed me against the wall," Mira Tal said.',
        "A monk was on hand to witness the raid on the mill.",
    ],
)
def test_who_tells_of_his_own_past_was_there(text, annotated):
    assert annotated(text).attributions[0].basis == "saw"


def test_a_statement_is_no_record_and_a_register_is(annotated):
    statement, register = annotated(
        "A statement of the ministry said the road was closed. The register says 12 people died."
    ).attributions

    assert (statement.basis, register.basis) == ("not_stated", "record")


def test_who_hands_on_anothers_words_was_told_them(annotated):
    text = "A nurse said that a wounded sergeant had told her the bridge was mined."
    nurse, sergeant = annotated(text).attributions

    assert (nurse.basis, sergeant.inside) == ("told_by", 0)
