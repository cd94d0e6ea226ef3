"""What a text says persons do, lead and belong to."""

import pytest

pytestmark = pytest.mark.model


def told(text, type_, annotated):
    return [
        (*(r.filler.words for r in event.roles), event.background)
        for event in annotated(text).events
        if event.type == type_
    ]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "Anton Vesk, who commands the River Brigade, left.",
            ("Anton Vesk", "the River Brigade", False),
        ),
        ("Anton Vesk was appointed governor of Hask.", ("Anton Vesk", "Hask", False)),
        ("Marit Sol, the former mayor of Hask, was freed.", ("Marit Sol", "Hask", True)),
        (
            "Marit Sol, commander, Hask Joint Command, arrived.",
            ("Marit Sol", "Hask Joint Command", False),
        ),
        (
            "General Anton Vesk, U.S. River Command commander, left.",
            ("Anton Vesk", "River Command", False),
        ),
        (
            "President Uhl appointed Anton Vesk commander of the Hask Front.",
            ("Anton Vesk", "the Hask Front", False),
        ),
        ("Foreign Minister Marit Sol met Anton Vesk.", ("Marit Sol", False)),
        (
            '"We search the hills for rebels" army spokesman Anton Vesk said.',
            ("Anton Vesk", "army", False),
        ),
        ("Secretary of State Marit Sol met Anton Vesk.", ("Marit Sol", False)),
        ("Finance Minister Marit Sol met Anton Vesk.", ("Marit Sol", False)),
        ("Marit Sol, minister for health, met Anton Vesk.", ("Marit Sol", False)),
        ("Deputy Commissioner Marit Sol met Anton Vesk.", ("Marit Sol", False)),
        ("Police commissioner Marit Sol met Anton Vesk.", ("Marit Sol", "Police", False)),
        ("The column, led by Anton Vesk, turned back.", ("Anton Vesk", "The column", False)),
        ("The inquiry was led by Anton Vesk.", ("Anton Vesk", "The inquiry", True)),
        ("Marit Sol, who runs a clinic in Hask, met him.", ("Marit Sol", "a clinic", False)),
    ],
)
def test_an_office_is_told_by_nouns_and_by_verbs(text, office, annotated):
    assert office in told(text, "office", annotated)


def test_a_rank_before_a_name_is_no_office(annotated):
    assert told("Captain Anton Vesk was killed near Karez.", "office", annotated) == []


@pytest.mark.parametrize(
    ("text", "member"),
    [
        ("Anton Vesk joined the River Brigade in May.", ("Anton Vesk", "the River Brigade", False)),
        ("Anton Vesk, a gunner in the River Brigade, fell ill.", ("Anton Vesk", "the River Brigade", False)),
        ("Anton Vesk was recruited by the River Brigade.", ("Anton Vesk", "the River Brigade", False)),
        ("Anton Vesk sided with the River Brigade.", ("Anton Vesk", "the River Brigade", False)),
        ("Anton Vesk deserted from the River Brigade.", ("Anton Vesk", "the River Brigade", True)),
        ("Anton Vesk defected from the River Brigade.", ("Anton Vesk", "the River Brigade", True)),
        ("The 4th Squadron is part of the 9th Air Group.", ("The 4th Squadron", "the 9th Air Group", False)),
    ],
)  # fmt: skip
def test_membership_is_told_by_joining_and_leaving(text, member, annotated):
    found = told(text, "membership", annotated)
    assert member in [(holder, group, former) for holder, group, former in found]


@pytest.mark.parametrize("words", ["garrison", "alias", "farm"])
def test_a_noun_beside_a_name_is_no_trade_by_that(words, annotated):
    assert told(f"Anton Vesk, the {words}, was lost.", "occupation", annotated) == []


def test_a_place_is_no_member_of_what_it_is_part_of(annotated):
    assert told("Hask is part of Dalan, and so is the river.", "membership", annotated) == []


def test_an_office_that_somebody_is_given_is_told_without_the_name(annotated):
    text = "President Uhl appointed Anton Vesk commander of the Hask Front."

    offices = [e.trigger.of(text) for e in annotated(text).events if e.type == "office"]

    assert "commander of the Hask Front" in offices


def test_what_is_all_name_is_no_office(annotated):
    text = "After Odas resigned as clerk to head the Committee to Reinstate the President, he left."
    assert all(e.trigger.of(text).strip() for e in annotated(text).events)


@pytest.mark.parametrize(
    "text",
    [
        "Anton Vesk, a medic with the River Brigade, was wounded.",
        "Anton Vesk, loyal to the River Brigade, was wounded.",
        "Anton Vesk went over to the River Brigade.",
    ],
)
def test_a_medic_with_a_brigade_belongs_to_it(text, annotated):
    assert ("Anton Vesk", "the River Brigade", False) in told(text, "membership", annotated)


@pytest.mark.parametrize(
    "text",
    [
        "Anton Vesk sided with his mother.",
        "Anton Vesk was recruited to teach music.",
        "His comrade Anton Vesk was wounded.",
    ],
)
def test_who_sides_with_kin_or_has_comrades_is_in_no_body_that_is_told(text, annotated):
    assert not told(text, "membership", annotated)


def test_a_lawyer_for_a_body_is_no_member_of_it(annotated):
    text = "Anton Vesk, a lawyer for the River Brigade, denied it."
    assert not told(text, "membership", annotated)


def test_nobody_is_the_guard_of_a_body_that_is_called_so(claims_in):
    told = claims_in("Major Karim Odas of the River Guard Lancers said the bridge was closed.")
    assert all(c.event.type != "occupation" for c in told)


@pytest.mark.parametrize("place", ["the bakery", "the hospital", "the village"])
def test_who_leaves_a_place_was_no_member_of_it(place, annotated):
    assert not told(f"Anton Vesk left {place} at noon.", "membership", annotated)


def test_a_ship_beside_its_name_has_no_trade(annotated):
    text = "Anton Vesk, skipper of the freighter Marit Sol, was held."
    holders = [words[0] for words in told(text, "occupation", annotated)]
    assert holders == ["Anton Vesk"]


def test_a_trade_opens_a_sentence_before_the_name_between_commas(annotated):
    told_once = told("A night guard, Anton Vesk, 55, was burned.", "occupation", annotated)
    assert told_once == [("Anton Vesk", False)]


@pytest.mark.parametrize(
    "text",
    [
        "Anton Vesk, a corporal in the Northern Guard, left.",
        "Anton Vesk, a reservist of the Northern Guard, left.",
        "Anton Vesk serves on the staff of the Northern Guard.",
        "Anton Vesk is one of the Northern Guard's men.",
        "The Northern Guard, to which Anton Vesk had belonged, was silent.",
        "Captain Anton Vesk of the mountain gendarmerie spoke.",
    ],
)
def test_a_rank_in_a_body_its_staff_and_its_men_belong_to_it(text, annotated):
    found = told(text, "membership", annotated)
    assert any(holder == "Anton Vesk" for holder, *_ in found)


@pytest.mark.parametrize(
    "text",
    [
        "Anton Vesk, a corporal in Lisbon, left.",
        "Anton Vesk is not one of the Northern Guard's men.",
        "Anton Vesk is one of his men.",
        "Anton Vesk joined Mira Sol.",
    ],
)
def test_who_has_a_rank_in_a_town_or_joins_a_person_is_in_no_body(text, annotated):
    assert not told(text, "membership", annotated)
