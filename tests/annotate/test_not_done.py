"""Arrests, killings and trials that are asked for, tried or got away from, and were not."""

import pytest

pytestmark = pytest.mark.model


@pytest.fixture
def fates(claims_in):
    """Of each claim of one of the types: (modality, whether denied)."""
    return lambda text, *types: {
        (c.event.modality, c.event.negated) for c in claims_in(text) if c.event.type in types
    }


@pytest.mark.parametrize(
    "text",
    [
        "The court issued an arrest warrant for Anton Vesk.",
        "A warrant was issued for the arrest of Anton Vesk.",
        "The judge signed a warrant for the arrest of Anton Vesk.",
        "Mira Tal demanded that those who shot Karim Odas be arrested.",
    ],
)
def test_nobody_is_arrested_by_a_warrant_or_a_demand(text, fates):
    assert fates(text, "arrest", "detained") == {("called_for", False)}


def test_who_is_arrested_on_a_warrant_is_arrested(fates):
    text = "Police arrested Anton Vesk on a warrant issued in May."
    assert fates(text, "arrest") == {("happened", False)}


@pytest.mark.parametrize(
    "text",
    [
        "The plot to kill Anton Vesk was uncovered on Monday.",
        "Mira Tal survived the assassination attempt.",
        "Besim Rao was tried for the attempted murder of Mira Tal.",
    ],
)
def test_nobody_is_killed_by_an_attempt(text, fates):
    assert fates(text, "killed") <= {("attempted", False)}


def test_who_escapes_arrest_is_not_arrested(fates):
    assert fates("Anton Vesk escaped arrest by fleeing to Omra.", "arrest") == {("happened", True)}


def test_a_massacre_that_somebody_escaped_was_and_he_is_not_of_the_dead(claims_in):
    for text in (
        "Anton Vesk escaped the massacre at Omra.",
        "Karim Odas witnessed the murder of two nurses.",
    ):
        (killed,) = (c.event for c in claims_in(text) if c.event.type == "killed")
        assert killed.modality == "happened" and not killed.negated
        assert not {"Anton Vesk", "Karim Odas"} & {r.filler.words for r in killed.roles}


@pytest.mark.parametrize(
    "text",
    [
        "Anton Vesk was sentenced to death.",
        "The killer of Karim Odas, who was arrested in June, was sentenced to death.",
        "Anton Vesk faces the death penalty.",
        "Anton Vesk was on death row for ten years.",
    ],
)
def test_nobody_dies_of_a_sentence(text, claims_in):
    dead = {"Anton Vesk", "The killer of Karim Odas"}
    for claim in claims_in(text):
        if claim.event.type in {"killed", "died", "executed"}:
            assert not dead & {r.filler.words for r in claim.event.roles}


@pytest.mark.parametrize(
    "text",
    ["Karim Odas's killers have never been caught.", "The killers of Karim Odas were not found."],
)
def test_who_has_killers_was_killed_whatever_became_of_them(text, fates):
    assert fates(text, "killed") == {("happened", False)}
