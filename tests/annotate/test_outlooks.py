"""How real an event is, by what its sentence looks back or ahead to."""

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "type_", "modality"),
    [
        ("An offensive would displace thousands of people in Harb.", "advance", "hypothetical"),
        ("A ceasefire would allow aid into Harb.", "ceasefire", "hypothetical"),
        ("They tried to justify an attack on Harb.", "armed_clash", "hypothetical"),
        ("He sought to justify the massacre of 40 villagers.", "killed", "happened"),
        (
            "The loss of the town will seal the defeat of the militia.",
            "victory_claim",
            "planned",
        ),
        ("He promised to stay until the army's withdrawal.", "withdrawal", "planned"),
        ("He stayed until the army's withdrawal.", "withdrawal", "happened"),
        (
            "They fear it would be worse than in other cities attacked earlier in the war.",
            "armed_clash",
            "happened",
        ),
        (
            "They hope to end the attacks that have taken place in Harb this week.",
            "armed_clash",
            "happened",
        ),
        (
            "Rebels will be taken away on Friday in a manner similar to deals that have taken place in Harb.",
            "agreement",
            "happened",
        ),
        (
            "The wars displaced half the population, forcing six million to flee abroad.",
            "fled",
            "happened",
        ),
        (
            "Medical barrels fell close to where an army helicopter had been shot down.",
            "aircraft_downed",
            "happened",
        ),
    ],
)
def test_what_was_is_told_as_past_and_what_would_be_as_open(text, type_, modality, modality_of):
    assert modality_of(text, type_) == modality
