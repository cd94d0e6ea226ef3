"""Who came back, who never did, and whom a blow told in the sentence did not befall."""

import pytest

pytestmark = pytest.mark.model


def fates(text, annotated):
    return {
        (event.type, r.filler.words)
        for event in annotated(text).events
        for r in event.roles
        if r.name == "victim"
    }


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Karim Odas came home on Monday after two years in a rebel prison.", "released"),
        ("Karim Odas returned to Harb after eleven months in captivity.", "released"),
        ("Karim Odas came home on Tuesday in an exchange of prisoners.", "released"),
        ("The kidnappers freed Karim Odas unharmed.", "released"),
        ("Karim Odas, who set out for Karez on Friday, never arrived.", "missing"),
        ("Karim Odas left Harb on 11 June and never reached Karez.", "missing"),
        ("Karim Odas is serving nine years for the murder of a clerk.", "detained"),
        ("Karim Odas is in Harb prison, where he shares a cell with a doctor.", "detained"),
        ("Karim Odas was given electric shocks in the cellar.", "tortured"),
        ("Karim Odas faced a firing squad on Monday.", "executed"),
        ("Karim Odas was shot through the knee.", "injured"),
        ("Karim Odas was shot through the lung and flown to the clinic.", "injured"),
        ("Karim Odas was shot at the altar and is in intensive care.", "injured"),
        ("Karim Odas is on life support, his wife said.", "hospitalised"),
        ("Karim Odas was taken in the same raid, two neighbours said.", "abducted"),
        ("Karim Odas was carried off by the assailants.", "abducted"),
        ("The Front denies having taken Karim Odas.", "abducted"),
        ("The police listed Karim Odas among the missing.", "missing"),
    ],
)
def test_words_for_a_return_or_a_loss_tell_it_of_the_person(text, type_, annotated):
    assert type_ in {t for t, who in fates(text, annotated) if who in {"Karim Odas", "he"}}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Karim Odas returned to Harb after eleven months in Paris.", "released"),
        ("Karim Odas came home after an exchange of letters.", "released"),
        ("Karim Odas has served nine years as mayor.", "detained"),
        ("Karim Odas never reached the summit.", "missing"),
        ("Karim Odas was taken by surprise.", "abducted"),
        ("Karim Odas took over the Mangrove Gang in May.", "abducted"),
        ("Karim Odas collapsed at the news.", "died"),
        ("Karim Odas fainted in front of the morgue.", "died"),
        ("Karim Odas had fallen in the bath, his office said.", "killed"),
        ("Karim Odas found the car burnt out near Harb.", "body_found"),
        ("Mourners buried an empty coffin for Karim Odas.", "buried"),
        ("Nadia Sol is missing. Her uncle, Karim Odas, calls her “a traitor”.", "alive"),
        ("Karim Odas escaped without injury when the bomb went off.", "fled"),
    ],
)
def test_words_like_them_tell_no_such_fate(text, type_, annotated):
    assert (type_, "Karim Odas") not in fates(text, annotated)


def test_who_did_it_is_not_killed_though_he_is_named_beside(annotated):
    text = "Karim Odas was killed by his own lieutenant, Hadi Sani, on Thursday, an official said."
    assert {who for type_, who in fates(text, annotated) if type_ == "killed"} == {"Karim Odas"}


def test_of_two_in_a_sentence_only_the_one_who_was_hit_dies(annotated):
    text = (
        "Karim Odas escaped unhurt on Tuesday when gunmen fired on his boat, but his nephew, Tut"
        " Koang, was hit in the chest and died before dawn."
    )
    found = fates(text, annotated)
    assert ("killed", "Karim Odas") not in found
    assert {who for type_, who in found if type_ == "alive"} == {"Karim Odas"}


def test_who_is_found_by_others_but_alive_is_no_body(annotated):
    text = (
        "Nadia Sol was found by shepherds on Thursday, frostbitten but alive, days after her husband,"
        " Karim Rahmo, left her there."
    )
    found = fates(text, annotated)
    assert ("alive", "Nadia Sol") in found
    assert "body_found" not in {type_ for type_, _ in found}
    assert ("alive", "Karim Rahmo") not in found


def test_who_is_named_after_another_shares_what_befell_them(annotated):
    text = "Nadir's wife, Mira, and a baby were found alive in the maize two days later."
    assert {("alive", "Mira"), ("alive", "a baby")} <= fates(text, annotated)


def test_whoever_has_sent_a_message_lives(annotated):
    text = (
        "Karim Odas is missing, the column said. His wife said he had sent her a message on"
        " Saturday morning."
    )
    assert "alive" in {type_ for type_, _ in fates(text, annotated)}


@pytest.mark.parametrize(
    "text",
    [
        "Karim Odas is a medic with the River Brigade.",
        "Nadia Sol is a doctor at the Harb clinic.",
    ],
)
def test_a_medic_is_no_patient(text, annotated):
    assert "hospitalised" not in {type_ for type_, _ in fates(text, annotated)}
