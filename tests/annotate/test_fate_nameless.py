"""What is said of 'no one of that name' is denied of who bears it; 'nothing of the kind' denies what was said."""

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "denial",
    [
        "The 203rd brigade said it held no one of that name.",
        "The brigade said it held nobody by that name.",
        "The brigade said no man of that name had been detained.",
        "The brigade said it had no such prisoner.",
    ],
)
def test_a_body_that_holds_nobody_of_that_name_denies_that_it_holds_him(denial, claims_in):
    text = f"Karim Odas was taken away by soldiers on Friday. {denial}"
    found = [c for c in claims_in(text) if c.event.type == "detained"]
    assert [c.event.roles[0].filler.words for c in found] == ["Karim Odas"]
    assert found[0].event.negated or found[0].stance == "denies"


def test_a_name_of_which_no_holding_is_denied_tells_no_fate(claims_in):
    text = "Karim Odas was taken away by soldiers on Friday. The shop sold no bread of that name."
    assert "detained" not in {c.event.type for c in claims_in(text)}


@pytest.mark.parametrize(
    "denial",
    [
        "His brother says nothing of the kind happened.",
        "His brother said no such thing had happened.",
        "His brother said it was a lie.",
        "His brother called the report a fairy tale.",
        "His brother called the claim “a dream”.",
    ],
)
def test_who_calls_a_killing_told_a_dream_denies_it(denial, claims_in):
    text = f"The army says Karim Odas was killed in Harb. {denial}"
    assert {c.stance for c in claims_in(text) if c.event.type == "killed"} == {"asserts", "denies"}


def test_a_report_of_a_death_called_false_is_denied(claims_in):
    text = "The Karez Front called the report of the death of Karim Odas false."
    assert [c.stance for c in claims_in(text) if c.event.type == "died"] == ["denies"]


def test_an_army_that_says_that_it_was_wrong_admits_it(claims_in):
    text = "The army said Karim Odas was killed in Harb. The army said on Friday that it was wrong."
    assert "denies" not in {c.stance for c in claims_in(text)}
