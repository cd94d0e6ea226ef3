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
        ("Anton Vesk defected from the River Brigade.", ("Anton Vesk", "the River Brigade", True)),
    ],
)  # fmt: skip
def test_membership_is_told_by_joining_and_leaving(text, member, annotated):
    found = told(text, "membership", annotated)
    assert member in [(holder, group, former) for holder, group, former in found]


@pytest.mark.parametrize("words", ["garrison", "alias", "farm"])
def test_a_noun_beside_a_name_is_no_trade_by_that(words, annotated):
    assert told(f"Anton Vesk, the {words}, was lost.", "occupation", annotated) == []
