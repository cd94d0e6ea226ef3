"""Several who say the same words: an attribution each."""

import pytest

pytestmark = pytest.mark.model


def speakers(annotated, text):
    """The sources of the report's first cue, in text order."""
    found = [a for a in annotated(text).attributions if a.inside is None]
    cue = min(a.cue for a in found)
    return [
        text[a.source_words[0].start : a.source_words[-1].stop]
        for a in sorted(found, key=lambda a: a.source_words)
        if a.cue == cue
    ]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The mayor and a medic said nine people were killed.", ["The mayor", "a medic"]),
        ("Ilan Brod and Mira Tal denied the raid.", ["Ilan Brod", "Mira Tal"]),
        ("The army and the police said the road was open.", ["The army", "the police"]),
        (
            "Residents, a nurse and two monitors said shells hit the market.",
            ["Residents", "a nurse", "two monitors"],
        ),
        (
            "The army, police and two aid groups said nine people had been killed.",
            ["The army", "police", "two aid groups"],
        ),
        (
            "The mayor, Ilan Brod, and the bishop, Mira Tal, said nine people had been killed.",
            ["The mayor, Ilan Brod", "the bishop, Mira Tal"],
        ),
        ("Police and rescue workers said nine people were killed.", ["Police", "rescue workers"]),
        ("He and his wife said soldiers burned the house.", ["He", "his wife"]),
        (
            "According to the mayor and two witnesses, nine people were killed in Oskel.",
            ["the mayor", "two witnesses"],
        ),
        ("The strike was denied by the army and the rebels.", ["the army", "the rebels"]),
        (
            "The report was confirmed by residents, a nurse and the Red Crescent.",
            ["residents", "a nurse", "the Red Crescent"],
        ),
        (
            "The driver was told by a guard and a cook that the bridge had fallen.",
            ["a guard", "a cook"],
        ),
        ("Both the ministry and the council said the dam was mined.", ["the ministry", "the council"]),
        (
            "The governor as well as the bishop said nine men had died.",
            ["The governor", "the bishop"],
        ),
        ("Karvia, as well as Dalan, denied sending troops.", ["Karvia", "Dalan"]),
        ("The council, together with the clinic, reported 12 deaths.", ["The council", "the clinic"]),
        ("Neither the army nor the rebels denied shelling Oskel.", ["the army", "the rebels"]),
        ("The mayor or his deputy said the road was open.", ["The mayor", "his deputy"]),
    ],
)  # fmt: skip
def test_each_of_several_who_say_it_has_an_attribution(text, sources, annotated):
    assert speakers(annotated, text) == sources


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "The Ministry of Health and Environment said nine people were killed.",
            "The Ministry of Health and Environment",
        ),
        ("Doctors and Nurses United said nine people were killed.", "Doctors and Nurses United"),
        ("The Peace and Justice Commission said nine men died.", "The Peace and Justice Commission"),
        (
            "The spokesman for the army and the police said the road was open.",
            "The spokesman for the army and the police",
        ),
        (
            "The lawyer and activist Karim Odas said nine people were killed.",
            "The lawyer and activist Karim Odas",
        ),
        (
            "Two brothers, a baker and a driver, said soldiers shot at them.",
            "Two brothers, a baker and a driver",
        ),
        ("Government and rebel commanders said the truce held.", "Government and rebel commanders"),
        (
            "Soldiers from the north and the south said they were hungry.",
            "Soldiers from the north and the south",
        ),
        ("The raid was denied by the army and the rebels pulled out of Selm.", "the army"),
        ("The army, not the rebels, said the road was open.", "The army"),
        ("Odas told the mayor and the bishop that the road was open.", "Odas"),
    ],
)  # fmt: skip
def test_one_body_or_person_with_an_and_in_the_name_is_one(text, source, annotated):
    assert speakers(annotated, text) == [source]


def test_several_in_a_chain_stand_each_inside_the_one_who_heard_them(annotated):
    text = "A woman told us that a cook and a guard had told her that soldiers shot nine men."
    found = annotated(text).attributions
    inner = [a for a in found if a.cue.of(text) == "had told"]
    assert [a.source_words[0].of(text) for a in inner] == ["a cook", "a guard"]
    assert {found[a.inside].cue.of(text) for a in inner} == {"told"}
