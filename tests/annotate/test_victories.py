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
