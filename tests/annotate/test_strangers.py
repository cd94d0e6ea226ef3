"""Who acts in the same sentence, and has no part in the event."""

import pytest

pytestmark = pytest.mark.model


def fillers(found, type_, role):
    return [
        r.filler.words for e in found.events if e.type == type_ for r in e.roles if r.name == role
    ]


@pytest.mark.parametrize(
    ("text", "type_", "who"),
    [
        (
            "Riflemen sealed the shrine before the noon march and monks were clubbed into lorries.",
            "protest",
            "Riflemen",
        ),
        (
            "Security forces launched sweeps in reply to raids on 30 police posts.",
            "armed_clash",
            "Security forces",
        ),
        (
            "Council troops opened fire on a rally of students in the stadium.",
            "protest",
            "Council troops",
        ),
        ("Men whose families had been massacred in Harb blocked the road.", "killed", "Men"),
        (
            "Men whose families had been massacred by rebels burned the mill.",
            "property_damage",
            "rebels",
        ),
    ],
)
def test_who_acts_beside_it_did_not_do_it(text, type_, who, annotated):
    assert who not in fillers(annotated(text), type_, "actor")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Dozens of villagers fleeing the fighting near Harb were killed.", "Dozens of villagers"),
        (
            "Twelve people queuing for water in the besieged Hresno district were killed on Monday.",
            "Twelve people",
        ),
        ("A woman selling bread outside the mosque was killed by a shell.", "A woman"),
    ],
)
def test_who_is_told_at_something_when_it_befell_him_is_the_victim(text, who, annotated):
    assert fillers(annotated(text), "killed", "victim") == [who]


def test_only_what_stands_behind_its_quality_has_it(annotated):
    text = "The correspondent saw three burned streets and a church without a roof in Harb."
    assert "a church" not in fillers(annotated(text), "property_damage", "target")
