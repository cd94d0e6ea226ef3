"""What the company of a noun says plainly of how real its event is."""

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "type_", "modality"),
    [
        ("The town is bracing for an assault by the rebels.", "armed_clash", "planned"),
        (
            "The council set 10 June as the date for the bombardment of Harb.",
            "shelling",
            "planned",
        ),
        ("They face the prospect of an attack by the army on Harb.", "armed_clash", "hypothetical"),
        ("The risk of an attack on Harb is high.", "armed_clash", "hypothetical"),
        ("The army is waging an offensive against the rebels in Harb.", "advance", "ongoing"),
        ("The envoys encouraged the overthrow of the regime.", "uprising", "called_for"),
        ("The army is preparing an assault on Harb.", "armed_clash", "planned"),
        ("The looming assault on Harb has alarmed aid groups.", "armed_clash", "planned"),
        ("To storm the mill would be madness.", "armed_clash", "hypothetical"),
        (
            "Withdrawing the troops now would be a mistake, Rona Keth said.",
            "withdrawal",
            "hypothetical",
        ),
        (
            "It would be wrong to send the troops to Harb, Rona Keth said.",
            "deployment",
            "hypothetical",
        ),
        (
            "It would be a mistake to withdraw the troops from Harb.",
            "withdrawal",
            "hypothetical",
        ),
        ("The deal would see 4,000 fighters withdraw from Harb.", "withdrawal", "planned"),
        ("The envoy ruled out a withdrawal.", "withdrawal", "planned"),
    ],
)
def test_an_event_that_is_yet_to_come_or_goes_on_is_told_so(text, type_, modality, modality_of):
    assert modality_of(text, type_) == modality


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The date of the attack on Harb is known.", "armed_clash"),
        ("Withdrawing the troops was a mistake, Rona Keth said.", "withdrawal"),
        ("Police ruled out sabotage after the explosion in Harb.", "explosion"),
        ("The prospect of peace ended when rebels attacked Harb.", "armed_clash"),
        ("The army was waging an offensive against the rebels in Harb.", "advance"),
        ("The bombardment of Harb killed nine people.", "shelling"),
    ],
)
def test_what_happened_stays_so(text, type_, modality_of):
    assert modality_of(text, type_) == "happened"


def test_what_is_dated_after_the_report_is_yet_to_be(modality_of):
    text = "A ceasefire takes effect in Harb on 9 May, the army said."
    assert modality_of(text, "ceasefire") == "planned"


def test_a_day_to_come_beside_a_blow_is_another_events(modality_of):
    text = "The envoys meet on 9 May for the first time since the shootings in Harb."
    assert modality_of(text, "armed_clash") == "happened"
