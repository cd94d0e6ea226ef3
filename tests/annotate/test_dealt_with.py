"""What is promised, asked for or declined is to come; what it is about has happened."""

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The ministry promised to investigate the shelling of the hospital in Karez.", "shelling"),
        ("The council called for an inquiry into the killing of nine farmers in Omra.", "killed"),
        ("The minister vowed to avenge the bombing of the barracks.", "bombing"),
        ("The envoy said he would raise the air strike on Karez with the council.", "air_strike"),
        (
            "The council called for the release of nine men who were arrested in Omra on Sunday.",
            "arrest",
        ),
        ("The general promised to punish those responsible for the massacre in Omra.", "killed"),
        ("He hopes that the men who kidnapped his son will be arrested.", "abducted"),
        ("The governor promised compensation for the victims of the explosion.", "explosion"),
    ],
)
def test_what_a_promise_or_a_call_is_about_is_the_outlets_and_has_happened(text, type_, claims_in):
    (claim,) = [c for c in claims_in(text) if c.event.type == type_]

    assert (claim.chain, claim.event.modality) == ((), "happened")


@pytest.mark.parametrize(
    ("text", "type_", "modality"),
    [
        ("The army vowed to launch an attack on Karez.", "armed_clash", "planned"),
        ("The council called for a ceasefire in Karez.", "ceasefire", "called_for"),
        ("The envoy urged both sides to resume talks.", "negotiation", "called_for"),
        ("The mayor hopes the trial of the two soldiers will begin soon.", "trial", "planned"),
        (
            "Residents demanded that the army stop the shelling of the town.",
            "shelling",
            "called_for",
        ),
    ],
)
def test_what_is_itself_promised_or_called_for_is_not(text, type_, modality, claims_in):
    (claim,) = [c for c in claims_in(text) if c.event.type == type_]

    assert claim.event.modality == modality
    assert claim.chain


def test_who_raises_an_attack_did_not_carry_it_out(claims_in):
    claims = claims_in("The envoy said he would raise the attack on Karez in the council.")
    attacks = [c for c in claims if c.event.type == "armed_clash"]

    assert attacks
    assert not [r for c in attacks for r in c.event.roles if r.name == "actor"]


def test_a_raid_that_killed_has_been_whoever_ordered_it(claims_in):
    claims = claims_in("Karim Odas ordered the raid that killed nine farmers.")

    assert {c.event.modality for c in claims if c.event.type == "armed_clash"} == {"happened"}


def test_a_killing_that_one_is_said_to_have_ordered_is_told_by_who_says_so(claims_in):
    (claim,) = [
        c
        for c in claims_in("A court found that Karim Odas had ordered the killing of two men.")
        if c.event.type == "killed"
    ]

    assert (claim.stance, claim.event.modality) == ("asserts", "happened")
    assert [r.filler.words for r in claim.event.roles if r.name == "actor"] == ["Karim Odas"]
