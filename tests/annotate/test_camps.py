"""Where forces are said to lie."""

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "The Lowland army is in camp at Karez.",
        "Lowland fighters are dug in around Karez.",
        "Two brigades have taken up positions near Karez.",
        "The regiment was quartered in Karez.",
    ],
)
def test_forces_in_camp_or_position_are_deployed_there(text, annotated):
    found = annotated(text)
    (event,) = (e for e in found.events if e.type == "deployment")

    assert found.places[event.place].words == "Karez"


@pytest.mark.parametrize(
    "text", ["The army is in trouble at Karez.", "The refugees are in camp at Karez."]
)
def test_nobody_else_and_nothing_else_is_a_deployment(text, annotated):
    assert not [e for e in annotated(text).events if e.type == "deployment"]
