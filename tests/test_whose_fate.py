"""Whom a fate befell, where only 'he', 'they' or 'his client' says so."""

import pytest

pytestmark = pytest.mark.model


def victims(claims, type_):
    return {
        role.filler.name or role.filler.words
        for c in claims
        if c.event.type == type_
        for role in c.event.roles
        if role.name == "victim"
    }


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Karim Odas's brother said that he had been arrested.", "arrest"),
        ("Karim Odas was taken on Monday. His brother said that he had been beaten.", "injured"),
        ("Karim Odas's lawyer said that her client had been arrested.", "arrest"),
        ("Karim Odas's mother has visited him in the prison where he is held.", "detained"),
    ],
)
def test_what_his_kin_and_lawyer_say_befell_him(text, type_, claims_in):
    assert victims(claims_in(text), type_) == {"Karim Odas"}


def test_a_mother_who_says_that_she_was_arrested_was(claims_in):
    said = claims_in("Karim Odas's mother said that she had been arrested.")
    assert "Karim Odas" not in victims(said, "arrest")


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers arrested Karim Odas and Anton Vesk and shot them.",
        "Karim Odas and Anton Vesk were arrested on Monday. They were shot a day later.",
        "Karim Odas and Anton Vesk were arrested on Monday. Both were shot a day later.",
        "They took two brothers, Karim Odas and Anton Vesk, and shot them.",
    ],
)
def test_they_are_those_who_were_named_together(text, claims_in):
    assert victims(claims_in(text), "killed") == {"Karim Odas", "Anton Vesk"}


@pytest.mark.parametrize(
    "text",
    [
        "Karim Odas and Anton Vesk met the rebels. They were shot a day later.",
        "Karim Odas and Anton Vesk arrested two nurses. They were shot a day later.",
        "Karim Odas said that they were shot.",
    ],
)
def test_they_are_nobody_named_where_others_may_be_meant(text, claims_in):
    assert not victims(claims_in(text), "killed") & {"Karim Odas", "Anton Vesk"}


@pytest.mark.parametrize(
    "text",
    [
        "The rebels said they had killed Karim Odas, a claim the army denied.",
        "The rebels claimed to have killed Karim Odas, a claim which the army rejected.",
    ],
)
def test_who_rejects_a_claim_did_not_make_it(text, claims_in):
    told = [c for c in claims_in(text) if c.event.type == "killed"]
    assert {c.stance for c in told if "army" in c.chain[-1].label} == {"denies"}
    assert any(c.chain[-1].label.startswith("The") and c.stance != "denies" for c in told)


@pytest.mark.parametrize(
    ("text", "type_", "whose"),
    [
        ("Besim Rao fled to Omra after his brother was executed.", "executed", "his brother"),
        ("Besim Rao went home before his cousin was killed.", "killed", "his cousin"),
        ("Besim Rao was in Omra when his wife was abducted.", "abducted", "his wife"),
        (
            "Besim Rao was charged with the murder of Karim Odas and remanded in custody.",
            "detained",
            "Besim Rao",
        ),
        ("Thousands attended the funeral of Karim Odas, shot by police.", "killed", "Karim Odas"),
    ],
)
def test_what_befell_another_befell_nobody_else_named_beside(text, type_, whose, claims_in):
    assert victims(claims_in(text), type_) == {whose}


def test_who_is_said_to_be_shot_after_others_were_is_shot_too(claims_in):
    said = claims_in("Karim Odas was taken to Omra, where he was shot.")
    assert victims(said, "killed") == {"Karim Odas"}


@pytest.mark.parametrize(
    ("text", "type_", "whose"),
    [
        (
            "The policeman who beat Karim Odas to death has been jailed.",
            "detained",
            "The policeman",
        ),
        (
            "Besim Rao, one of the men who killed Karim Odas, was freed on Friday.",
            "released",
            "Besim Rao",
        ),
        (
            "Relatives of Karim Odas, who has been held since June, met a judge.",
            "detained",
            "Karim Odas",
        ),
        (
            "Besim Rao, brother of Karim Odas who was killed in June, was detained.",
            "killed",
            "Karim Odas",
        ),
        ("Two policemen were jailed over the death of Karim Odas.", "died", "Karim Odas"),
    ],
)
def test_what_a_clause_tells_of_one_befell_nobody_named_around_it(text, type_, whose, claims_in):
    assert victims(claims_in(text), type_) == {whose}


def test_those_jailed_over_one_mans_death_are_no_dead(claims_in):
    said = claims_in("Two policemen were jailed over the death of Karim Odas.")
    assert not any(c.event.counts for c in said if c.event.type == "died")


@pytest.mark.parametrize(
    "text",
    [
        "Karim Odas was mistakenly reported to have been killed.",
        "Karim Odas was wrongly declared dead by the army.",
    ],
)
def test_who_was_wrongly_reported_dead_is_not_dead(text, claims_in):
    assert {c.event.negated for c in claims_in(text) if c.event.type == "killed"} == {True}


def test_who_was_wrongly_jailed_was_jailed(claims_in):
    said = claims_in("Karim Odas was wrongly jailed for six years.")
    assert {c.event.negated for c in said if c.event.type == "detained"} == {False}
