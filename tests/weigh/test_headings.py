"""What a matter is called."""

from dataclasses import replace

import pytest
from made_claims import MONITOR, claim, who

from sayso.event_types import load_event_types
from sayso.types import Span
from sayso.weigh.headings import call_blow, render


@pytest.mark.parametrize(
    ("words", "want"),
    [("the fire in the mill", "fire in Karez"), ("the blast in the mill", "explosion in Karez")],
)
def test_a_fire_is_called_a_fire_and_a_blast_an_explosion(words, want):
    said = told_by(words.split()[1], claim("explosion", MONITOR), words)
    assert render(load_event_types()["explosion"], said, "Karez") == want


@pytest.mark.parametrize(
    ("word", "words", "want"),
    [
        ("hiding", "he is in hiding", "Karim Odas in hiding"),
        ("exile", "he lives in exile", "Karim Odas in exile"),
        ("fled", "he fled on Monday", "Karim Odas fled"),
    ],
)
def test_who_is_in_hiding_is_called_so_and_not_one_who_fled(word, words, want):
    said = told_by(word, claim("fled", MONITOR, roles={"victim": who("Karim Odas")}), words)
    assert render(load_event_types()["fled"], said, None) == want


def told_by(word, said, words):
    at = 9 + words.index(word)
    return replace(
        said,
        words=words,
        quote=(Span(9, 9 + len(words)),),
        event=replace(said.event, trigger=Span(at, at + len(word))),
    )


def test_what_somebody_declines_to_tell_is_headed_by_who_that_is():
    said = claim("said", MONITOR, roles={"speaker": who("They")})
    step = replace(said.chain[-1], label="The two drivers")
    told = replace(said, chain=(step,))
    assert render(load_event_types()["said"], told, None) == "words of the two drivers"


@pytest.mark.parametrize(
    ("type_", "word", "words", "want"),
    [
        ("occupation", "a German baker", "Odas, a German baker", "occupation of Karim Odas: German baker"),
        ("office", "the mill's head", "the mill's head, Odas", "office of Karim Odas: head"),
        ("office", "its chief of staff", "Odas, its chief of staff", "office of Karim Odas: chief of staff"),
        ("office", "Governor Odas", "Governor Odas spoke", "office of Karim Odas: Governor"),
        ("office", "commanded", "Odas, who commanded a battery", "office of Karim Odas"),
        ("age", "46", "Odas, 46, spoke", "age of Karim Odas: 46"),
    ],
)  # fmt: skip
def test_what_somebody_is_stands_in_the_heading(type_, word, words, want):
    said = told_by(word, claim(type_, MONITOR, roles={"holder": who("Karim Odas")}), words)
    assert render(load_event_types()[type_], said, None) == want


def test_of_whom_somebody_holds_his_office_is_told_once():
    roles = {"holder": who("Karim Odas"), "group": who("River Council")}
    words = "Odas, the spokesman for the council"
    said = told_by("the spokesman for the council", claim("office", MONITOR, roles=roles), words)
    heading = render(load_event_types()["office"], said, None)
    assert heading == "office of Karim Odas: spokesman, River Council"


def test_a_town_is_not_destroyed_in_itself():
    said = claim("property_damage", MONITOR, roles={"target": who("Karez")})
    kind = load_event_types()["property_damage"]
    assert call_blow(kind, said, "Karez") == "damage in Karez"
    assert call_blow(kind, said, "Omra") == "Karez destroyed in Omra"
