"""Who speaks is who does it in the cue's own clause, and not whoever is named nearest."""

import pytest

pytestmark = pytest.mark.model


def sources(annotated, text, cue):
    return [
        " ".join(s.of(text) for s in a.source_words)
        for a in annotated(text).attributions
        if cue in a.cue.of(text)
    ]


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        (
            "Hill chiefs, already troubled by a raid that last month drove the herders from Orla –"
            " which the Union let pass – are quietly questioning in their tents the worth of"
            " the truce.",
            "questioning",
            "Hill chiefs",
        ),
        (
            "Guards at a mill that the Union had sold said the raid lasted an hour.",
            "said",
            "Guards",
        ),
        ("The rebels' commander said the bridge was shut.", "said", "commander"),
        (
            "The mayor will raise money, and donors all over the country who want more"
            " women in the council will send cheques, Odas said.",
            "want",
            "donors",
        ),
        ("Fighters from a town that the army burned said it was empty.", "said", "Fighters"),
    ],
)
def test_who_speaks_is_the_subject_of_the_cue(text, cue, source, annotated):
    (found,) = sources(annotated, text, cue)
    assert source in found


def test_who_turns_down_a_call_makes_none(annotated):
    text = "Calls to set up a commission on the raid were rejected by the River Council in 2031."
    stances = {a.stance for a in annotated(text).attributions if a.source is not None}
    assert stances == {"denies"}


def test_people_in_general_are_nobody_who_is_named(annotated):
    assert sources(annotated, "One can only hope his letter gets an answer.", "hope") == [""]
    assert sources(annotated, "One said the army had left.", "said") == ["One"]


def test_what_is_hard_to_say_nobody_says(annotated):
    assert sources(annotated, "It is hard to say who fired.", "hard") == [""]
    text = "Odas said it was fair to say that men will remain."
    assert [a.cue.of(text) for a in annotated(text).attributions] == ["said"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Soldiers robbed the caravan at Zard, a muleteer told the trader Habib Nur, who told"
            " his cousin at the customs post, who told us.",
            "his cousin",
        ),
        ("The paper spoke to a doctor at the hospital who said that 12 people had died.", "doctor"),
        ("A clerk from the ministry who fled said the bridge was shut.", "A clerk"),
    ],
)
def test_who_is_a_person_and_not_where_he_works(text, source, annotated):
    found = annotated(text).attributions
    assert any(source in " ".join(s.of(text) for s in a.source_words) for a in found)
    assert not any(a.source.words in {"the customs post", "the hospital"} for a in found)
