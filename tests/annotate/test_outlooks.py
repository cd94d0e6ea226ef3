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
            "Odas fears it would be worse than in the villages attacked earlier in the campaign.",
            "armed_clash",
            "happened",
        ),
        (
            "They hope to end the attacks that have taken place in Harb this week.",
            "armed_clash",
            "happened",
        ),
        (
            "Rebels will go home by bus, much as in the deals that have taken place in Harb.",
            "agreement",
            "happened",
        ),
        (
            "The wars emptied the north, forcing two million to flee to Solvia.",
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
