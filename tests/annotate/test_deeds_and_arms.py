"""Who has a part in an attack, which kind it is of, and whether it was; deeds by which nobody speaks."""

import pytest

pytestmark = pytest.mark.model


def told(annotated, text):
    """type -> (roles, modality, denied) of each event."""
    return {
        e.type: ({r.name: r.filler.words for r in e.roles}, e.modality, e.negated)
        for e in annotated(text).events
    }


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("A car bomb went off outside the court in Karez.", "bombing"),
        ("A grenade was thrown into a cafe in Karez.", "bombing"),
        ("Rockets were fired at Dalan from Omra.", "shelling"),
        ("Some 300 families were evacuated from Dalan to Omra.", "evacuation"),
        ("The patients evacuated from the ward were taken to Omra.", "evacuation"),
        ("Guards beat and electrocuted prisoners at Omra jail.", "tortured"),
        ("The army retook Karez from the rebels on Friday.", "territory_control"),
    ],
)
def test_the_kind_is_told_by_arms_and_by_whom_it_befell(text, type_, annotated):
    assert type_ in told(annotated, text)


def test_a_beating_back_is_no_beating(annotated):
    assert not {"injured", "tortured"} & set(
        told(annotated, "Soldiers beat the attackers back at Omra.")
    )


@pytest.mark.parametrize(
    "text",
    [
        "Police foiled a plot to bomb the Dalan market.",
        "The army repelled an attack on Dalan.",
        "Police repulsed an attack on the station.",
        "Troops thwarted an assault on Omra.",
    ],
)
def test_whoever_foils_an_attack_did_not_carry_it_out(text, annotated):
    found = told(annotated, text)

    assert found
    assert all("actor" not in roles for roles, _, _ in found.values())


def test_whoever_carries_out_a_plot_did_so(annotated):
    found = told(annotated, "Rebels launched an attack on Dalan.")

    assert found["armed_clash"][0]["actor"] == "Rebels"


@pytest.mark.parametrize(
    ("text", "type_", "modality"),
    [
        ("Fighting has forced 5,000 people to flee Omra.", "fled", "happened"),
        ("Hunger drove many families to flee Omra.", "fled", "happened"),
        ("A bomb was defused outside the court in Karez.", "bombing", "attempted"),
        ("Sappers defused a bomb near the bridge at Omra.", "bombing", "attempted"),
        ("New shelling could force 5,000 people to flee Omra.", "fled", "hypothetical"),
    ],
)
def test_the_verb_beside_it_leaves_no_doubt_whether_it_was(text, type_, modality, annotated):
    assert told(annotated, text)[type_][1] == modality


@pytest.mark.parametrize(
    "text",
    [
        "Rebels tried to seize the airfield at Omra.",
        "The army failed to take the hill.",
        "Police fired tear gas to disperse protesters in Dalan.",
        "Rebels used chlorine gas against the village of Dalan.",
        "The army repelled an attack on Dalan.",
        "The government and the Southern Front signed a ceasefire agreement in Karez.",
    ],
)
def test_whoever_does_or_tries_something_says_nothing_by_it(text, annotated):
    assert annotated(text).attributions == ()


def test_whoever_tries_to_explain_says_something(annotated):
    (said,) = annotated("The general tried to explain why his men had shelled Dalan.").attributions

    assert said.cue is not None


def test_a_denied_use_of_such_arms_is_told(annotated):
    assert told(annotated, "The army did not use chemical weapons in Omra.")["chemical_weapon"][2]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Police fired tear gas to disperse protesters in Dalan.", 1),
        ("A school in Karez was hit in the strike.", 1),
        ("Dalan was hit by an air strike.", 1),
        ("The mosque was hit during the shelling of Dalan.", 2),
    ],
)
def test_one_blow_told_by_two_words_is_one(text, times, annotated):
    assert len(annotated(text).events) == times


def test_force_driven_out_is_whom_the_advance_befell(annotated):
    roles = told(annotated, "The army drove the rebels out of Omra.")["advance"][0]

    assert roles["target"] == "the rebels"


def test_convoys_kept_out_take_no_town(annotated):
    text = "Convoys have been blocked from entering Omra by the army."

    assert "territory_control" not in told(annotated, text)


@pytest.mark.parametrize(
    "text",
    [
        "The attack on Omra never took place.",
        "The massacre in Dalan did not happen.",
    ],
)
def test_what_never_took_place_is_denied(text, annotated):
    assert all(denied for _, _, denied in told(annotated, text).values())


def test_what_took_place_is_not_denied(annotated):
    text = "The attack on Omra took place on Monday."

    assert not any(denied for _, _, denied in told(annotated, text).values())


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("The plan to evacuate Dalan was dropped.", "air_strike"),
        ("Prices in Omra exploded last year.", "explosion"),
        ("The minister survived a no-confidence vote.", "alive"),
        ("The two parties clashed over the budget.", "armed_clash"),
        ("Lawmakers attacked the budget in a stormy session.", "armed_clash"),
    ],
)
def test_quarrels_and_figures_of_speech_are_no_violence(text, never, annotated):
    assert never not in told(annotated, text)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Rebels attacked a post in Omra on Monday; two soldiers died in the attack.", 1),
        ("Rebels ambushed a convoy near Omra. The ambush left nine dead.", 1),
        ("A drone hit a bus in Omra. The attack killed six people.", 1),
        ("Rebels attacked a post in Omra. The council condemned the attack.", 2),
        ("Rebels attacked a post in Omra. An attack on Dalan killed six.", 2),
    ],
)
def test_an_attack_that_is_pointed_back_at_is_told_once(text, times, annotated):
    blows = {"armed_clash", "drone_strike"}

    assert sum(e.type in blows for e in annotated(text).events) == times


@pytest.mark.parametrize(
    ("text", "type_", "modality"),
    [
        ("Fears of a rebel assault on Dalan grew.", "armed_clash", "hypothetical"),
        ("The army came close to taking Omra.", "territory_control", "attempted"),
    ],
)
def test_what_is_feared_or_all_but_done_did_not_happen(text, type_, modality, annotated):
    assert told(annotated, text)[type_][1] == modality


def test_whoever_strikes_a_mine_is_whom_it_befell(annotated):
    roles = told(annotated, "The convoy struck a mine outside Dalan.")["bombing"][0]

    assert roles == {"target": "The convoy", "means": "a mine"}


def test_whom_police_shot_is_nobodys_word(annotated):
    text = "Police shot dead a man who attacked them with a knife in Omra."

    assert annotated(text).attributions == ()


@pytest.mark.parametrize(
    ("text", "type_", "doer"),
    [
        ("An aid convoy was attacked near Omra, killing two drivers.", "killed", None),
        ("A bus was struck by rebels near Omra, wounding nine passengers.", "injured", "rebels"),
        ("Rebels attacked a convoy near Omra, killing two drivers.", "killed", "Rebels"),
    ],
)
def test_whom_a_blow_befell_did_not_kill_by_it(text, type_, doer, annotated):
    assert told(annotated, text)[type_][0].get("actor") == doer


def test_who_was_driven_back_lost_his_own_men(annotated):
    text = "The army was driven back, losing 40 men."

    assert told(annotated, text)["killed"][0]["group"] == "The army"


def test_talks_that_ended_were_held(annotated):
    text = "Talks between Besim Rao and Anton Vesk ended without agreement."

    assert not told(annotated, text)["negotiation"][2]


def test_walking_out_of_talks_is_no_protest(annotated):
    assert "protest" not in told(annotated, "The rebels walked out of the talks in Dalan.")


def test_how_young_they_were_is_no_number_of_them(annotated):
    (event,) = annotated("Girls as young as 12 were raped by fighters in Dalan.").events

    assert event.counts == ()
    assert [r.filler.words for r in event.roles if r.name == "victim"] == ["Girls"]


@pytest.mark.parametrize(
    "text",
    [
        "The scientists fired a rocket into space.",
        "Karvia launched a rocket carrying a weather satellite.",
    ],
)
def test_rockets_of_peace_strike_nobody(text, annotated):
    assert "shelling" not in told(annotated, text)


@pytest.mark.parametrize(
    "text",
    ["Rebels launched rockets at Dalan on Monday.", "Shells hit a satellite dish in Dalan."],
)
def test_rockets_and_shells_that_hit_a_town_strike_it(text, annotated):
    assert "shelling" in told(annotated, text)
