"""Who calls himself the winner, and in whose words."""

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "The Lowland Council claimed victory at Karez on Tuesday.",
        "The Lowland Council called the battle at Karez a victory.",
        "The Lowland Council declared itself the winner at Karez.",
        "The Lowland Council still claims the victory at Karez.",
    ],
)
def test_a_claimed_victory_is_the_word_of_who_claims_it(text, claims_in):
    (found,) = (c for c in claims_in(text) if c.event.type == "victory_claim")

    assert [step.organisation for step in found.chain] == ["lowland_council"]
    assert [r.filler.entity for r in found.event.roles] == ["group/lowland_council"]


def test_who_hails_the_victory_of_another_has_not_won(claims_in):
    claims = claims_in("The mayor hailed the army's victory at Karez.")
    roles = [r for c in claims if c.event.type == "victory_claim" for r in c.event.roles]
    holders = [r.filler.words for r in roles if r.name == "holder"]

    assert holders == ["the army"]


def victories(claims):
    """(speaker, stance, winner) of each."""
    return [
        (
            c.chain[-1].organisation if c.chain else None,
            c.stance,
            [r.filler.entity for r in c.event.roles if r.name == "holder"],
        )
        for c in claims
        if c.event.type == "victory_claim"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Lowland Council spoke of victory at Karez.",
        '"This victory at Karez is complete," the Lowland Council said.',
    ],
)
def test_who_speaks_of_victory_has_won(text, claims_in):
    assert victories(claims_in(text)) == [("lowland_council", "asserts", ["group/lowland_council"])]


def test_who_speaks_of_the_victory_of_others_has_not_won(claims_in):
    text = "The envoy spoke of a victory for the Lowland Council at Karez."

    assert all(not whose or "envoy" not in str(whose) for _, _, whose in victories(claims_in(text)))


def test_who_calls_for_something_while_another_claims_victory_has_not_won(claims_in):
    text = "The mayor called for a truce as the Lowland Council claimed victory at Karez."

    assert victories(claims_in(text)) == [("lowland_council", "asserts", ["group/lowland_council"])]


@pytest.mark.parametrize("verb", ["is scenting", "senses", "smells"])
def test_a_victory_that_is_only_scented_has_not_come(verb, annotated):
    events = annotated(f"The Lowland Council {verb} victory at Karez.").events

    assert {e.modality for e in events if e.type == "victory_claim"} == {"hypothetical"}


def test_a_victory_that_ends_the_war_is_not_over(annotated):
    (event,) = (e for e in annotated('"This triumph ends the war," he said.').events
                if e.type == "victory_claim")  # fmt: skip

    assert not event.negated
