"""Names of people that the encoder took for places or bodies."""

import re

import pytest

from sayso.annotate.misread_marks import mend_marks
from sayso.types import Span


def mend(marked):
    """The marks of a text that has them in brackets, each with its kind: '[Odas|place] fell'."""
    text, marks = "", []
    for piece in re.split(r"(\[[^]]*\])", marked):
        words, _, kind = piece.strip("[]").partition("|")
        if piece.startswith("["):
            marks.append((Span(len(text), len(text) + len(words)), kind))
        text += words
    return [(span.of(text), kind) for span, kind in mend_marks(marks, text)]


@pytest.mark.parametrize(
    "marked",
    [
        "[Supt. Odas|place] has twelve men.",
        "Two days later Capt. [Odas|place] was freed.",
        "[B. Odas|place] was not asked.",
        "The eldest, [Odas|place], 24, went back.",
        "He sent his brother-in-law [Odas|place] to the port.",
        "The accountant [Odas|place] kept the keys.",
        "She is the widow of [Odas|place].",
        "He has admitted killing [Karim Odas|place].",
        "The army freed [Karim Odas|place], director of the clinic.",
        "They charged him with the murder of [Karim Odas|place].",
        "She was made governor in place of [Karim al-Odas|place].",
        "The dead man's nephew, [Odas|place], stood at the grave.",
        "She was held with her little niece, [Mirat|place].",
        "He asked for [Odas|place], his firstborn, to follow him.",
        "He denied the murder of [Odas|place], the judge shot in May.",
        "She had nothing to do with the death of [Odas|place], a doctor.",
        "The council swore in [Ato Odas|place] as envoy.",
    ],
)
def test_what_stands_beside_a_name_makes_it_a_persons(marked):
    assert [kind for _, kind in mend(marked)] == ["person"]


@pytest.mark.parametrize(
    "marked",
    [
        "They fled from [Karim Odas|place], a baker of the town said.",
        "The army freed [Karez|place], the governor said.",
        "[N. Karez|place] was shelled.",
        "A convoy reached [Major Karez Camp|place] at dawn.",
        "She lives in [General Odas|place].",
        "The soldiers killed [Karez City|place] guards.",
        "In [Karez|place], 24 people fell ill.",
        "He holds [Karez|place], 30 km away.",
        "He wept over the death of [Karez|place].",
        "They came to the market of [Nur Karez|place].",
        "He went with his son, [Karez|place] police said.",
        "They met in [Karez|place], his eldest, and the others said.",
    ],
)
def test_a_place_stays_one(marked):
    assert [kind for _, kind in mend(marked)] == ["place"]


def test_a_title_cut_from_its_name_is_nobody():
    assert mend("[Rear|place] [Adm|person]. [Odas|person] spoke.") == [("Odas", "person")]
    assert mend("[Dr|person] [Odas|place] spoke.") == [("Odas", "person")]


def test_an_office_cut_from_its_name_is_nobody_and_a_given_name_stays():
    assert mend("[Private|person] [Karim Odas|person] spoke.") == [("Karim Odas", "person")]
    assert mend("[Dean|person] [Odas|person] spoke.")[0] == ("Dean", "person")


def test_a_name_cut_at_its_hyphen_is_nobody():
    text, marks = "Jean-Paul Odas spoke.", [(Span(0, 14), "person"), (Span(5, 14), "person")]
    assert mend_marks(marks, text) == (marks[0],)


def test_who_is_told_with_an_age_makes_the_longer_name_a_persons():
    marked = "Rain fell on [Karim Odas|place]. [Odas|place], 50, wept."
    assert [kind for _, kind in mend(marked)] == ["place", "person"]
    assert [kind for _, kind in mend(marked.replace("Rain fell on", "Rain hit"))] == [
        "person",
        "person",
    ]


def test_a_father_without_a_name_stays():
    assert mend("[Father|person] spoke.") == [("Father", "person")]


def test_who_has_the_surname_of_a_person_of_the_report_is_one():
    marked = (
        "They buried Mr [Karim Odas|person]. [Lina Odas|place] wept. In [Nur Odas|place] it rained."
    )
    assert [kind for _, kind in mend(marked)] == ["person", "person", "place"]


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ('[Karim|person] "[Falcon|person]" [Odas|person] fell.', ['Karim "Falcon" Odas']),
        ("[Karim|person] “the Falcon” [Odas|person] fell.", ["Karim “the Falcon” Odas"]),
        ("[Vuk|place] ‘Bear’ [Odas|place] wept.", ["Vuk ‘Bear’ Odas"]),
        ("[Karim|person] “fell” [Odas|person] wept.", ["Karim", "Odas"]),
        ("[Karez|place] “Black” [Brigade|group] men.", ["Karez", "Brigade"]),
        ("[Karim Odas|person] said “Falcon” [Karez|place] rose.", ["Karim Odas", "Karez"]),
    ],
)
def test_a_nickname_between_the_words_of_a_name_is_part_of_it(marked, names):
    assert [words for words, _ in mend(marked)] == names


def test_a_quotation_mark_taken_for_a_place_names_nobody():
    text = "The whereabouts of ’Marit Sol are unclear."

    assert mend_marks([(Span(19, 20), "place"), (Span(20, 29), "person")], text)
