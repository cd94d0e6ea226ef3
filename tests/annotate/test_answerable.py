"""Whose deed it is said to be: 'claimed responsibility for', 'was behind', 'denied a hand in'."""

import pytest

pytestmark = pytest.mark.model


def doers(events, type_):
    return [
        {r.filler.words for r in e.roles if r.name == "actor"} for e in events if e.type == type_
    ]


@pytest.mark.parametrize(
    ("text", "type_", "who"),
    [
        ("Rebels claimed responsibility for the attack.", "armed_clash", "Rebels"),
        (
            "Responsibility for the attack was claimed by the Karez Brigade.",
            "armed_clash",
            "the Karez Brigade",
        ),
        ("The Karez Brigade said it was behind the bombing.", "bombing", "it"),
        ("The men responsible for the attack were arrested.", "armed_clash", "The men"),
        (
            "The army denied any involvement in the shelling of the camp.",
            "shelling",
            "The army",
        ),
        ("An attack claimed by the Karez Brigade killed nine.", "armed_clash", "the Karez Brigade"),
        ("The ministry attributed the attack to rebels.", "armed_clash", "rebels"),
        ("The army admitted responsibility for shelling the camp.", "shelling", "The army"),
    ],
)
def test_who_owns_up_to_a_deed_or_denies_it_is_who_did_it_or_did_not(text, type_, who, annotated):
    assert doers(annotated(text).events, type_) == [{who}]


@pytest.mark.parametrize(
    "text",
    [
        "No one has claimed responsibility for the attack.",
        "The council has not claimed responsibility for the attack.",
        "Neither side claimed responsibility for the attack.",
        "The council praised the army for the attack.",
    ],
)
def test_nobody_who_claims_it_and_nobody_who_only_speaks_of_it_did_it(text, annotated):
    assert not any(
        r.filler.words in {"No one", "Neither side", "The council"}
        for e in annotated(text).events
        for r in e.roles
        if r.name == "actor"
    )


def test_who_is_killed_by_shelling_did_not_shell(annotated):
    found = annotated("Three civilians were killed by shelling in Omra.").events

    assert doers(found, "killed") == [set()]
    assert doers(found, "shelling") == [set()]


def test_shelling_that_kills_is_the_means(annotated):
    (killed,) = [
        e for e in annotated("Shelling killed three people in Omra.").events if e.type == "killed"
    ]

    assert {r.name: r.filler.words for r in killed.roles} == {
        "means": "Shelling",
        "victim": "three people",
    }


def test_targeting_civilians_is_an_attack_and_targeting_voters_is_none(annotated):
    attack = annotated("The army denied targeting civilians.").events
    campaign = annotated("The campaign targets young voters.").events

    assert [e.type for e in attack] == ["armed_clash"]
    assert not campaign


def test_who_is_convicted_of_a_murder_did_it_and_who_is_acquitted_did_none(annotated):
    convicted = annotated("The court convicted Karim Odas of the murder of two judges.").events
    acquitted = annotated("The court acquitted Karim Odas of murder.").events

    assert doers(convicted, "killed") == [{"Karim Odas"}]
    assert "killed" not in {e.type for e in acquitted}


def test_who_has_a_subject_of_its_own_shares_it_with_nobody(annotated):
    found = annotated("Rebels threatened to kill them if the army did not withdraw.").events

    assert doers(found, "withdrawal") == [{"the army"}]


@pytest.mark.parametrize(
    ("text", "type_", "who"),
    [
        ("Russian air strikes on Omra killed 12 people.", "air_strike", {"Russian"}),
        ("Turkish shelling killed two farmers.", "shelling", {"Turkish"}),
        ("A Russian air strike hit a school in Omra.", "air_strike", {"Russian"}),
        ("Heavy air strikes on Omra killed 12 people.", "air_strike", set()),
    ],
)
def test_a_peoples_strikes_are_its_own(text, type_, who, annotated):
    assert doers(annotated(text).events, type_) == [who]


@pytest.mark.parametrize(
    ("text", "type_", "who"),
    [
        ("A mill was shelled. The navy denied carrying out the shelling.", "shelling", "The navy"),
        ("A mill was bombed. It denied having staged the bombing.", "bombing", "It"),
        ("The Karez Brigade admitted launching the attack.", "armed_clash", "The Karez Brigade"),
    ],
)
def test_who_denies_or_admits_carrying_out_a_deed_is_who_did_it_or_did_not(
    text, type_, who, annotated
):
    assert doers(annotated(text).events, type_)[-1] == {who}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Shells hit a barn in Karez. The council blamed the navy for it.", "shelling"),
        ("The rebels said a drone strike killed two men, and blamed the navy for it.", "drone_strike"),
    ],
)  # fmt: skip
def test_who_is_blamed_for_it_is_said_to_have_dealt_the_blow_told_before(text, type_, claims_in):
    blamed = [c for c in claims_in(text) if c.stance == "accuses"]
    assert [c.event.type for c in blamed] == [type_]
    assert [{r.filler.words for r in c.event.roles if r.name == "actor"} for c in blamed] == [
        {"the navy"}
    ]
    assert not [c for c in claims_in(text) if c.event.trigger == blamed[0].event.trigger][1:]


def test_who_is_blamed_for_a_price_dealt_no_blow(annotated):
    text = "The price of bread doubled. The council blamed the navy for it."
    assert not annotated(text).events
