"""The people, groups, places and crowds that a text names or describes."""

import pytest

pytestmark = pytest.mark.model


def named_in(text, annotated):
    return {(found.words, found.kind) for found in annotated(text).mentions}


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("General Anton Vesk arrived in the morning.", "Anton Vesk", "person"),
        ("Marit Sol's brother was detained.", "Marit Sol", "person"),
        ("Soldiers came to Baghdad in the morning.", "Baghdad", "place"),
        ("Soldiers entered the town of Dalan.", "Dalan", "place"),
        ("Shells fell near Tolvesh on Monday.", "Tolvesh", "place"),
        ("The United Nations sent a convoy.", "The United Nations", "group"),
    ],
)
def test_names_are_found_with_their_kind(text, words, kind, annotated):
    assert (words, kind) in named_in(text, annotated)


def test_possessive_marks_are_no_part_of_a_name(annotated):
    found = named_in("The Red Cross's convoy and Anton Vesk’s men met.", annotated)
    names = [words for words, kind in found if kind in {"person", "place"}]
    assert names == ["Anton Vesk"]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Residents said that shells fell.", "Residents", "crowd"),
        ("The mayor said that shells fell.", "The mayor", "role"),
        ("The army said that shells fell.", "The army", "group"),
        ("A newspaper said that shells fell.", "A newspaper", "outlet"),
        ("Anton Vesk said that shells fell.", "Anton Vesk", "person"),
        ("The chief of the council said that shells fell.", "The chief of the council", "role"),
    ],
)
def test_a_described_source_is_a_mention_of_its_kind(text, words, kind, annotated):
    (said,) = annotated(text).attributions
    assert (said.source.words, said.source.kind) == (words, kind)


def test_a_clause_about_the_source_is_no_part_of_its_name(annotated):
    (said,) = annotated("Anton Vesk, who owns the mill, said that shells fell.").attributions
    assert said.source.words == "Anton Vesk"
