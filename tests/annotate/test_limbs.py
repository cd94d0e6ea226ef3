"""Whose a wounded limb is that is told of in passing."""

import pytest


@pytest.mark.model
def test_who_rides_by_with_a_wounded_leg_was_wounded_elsewhere(annotated):
    text = "Colonel Odas passed through Karez on Monday in a carriage with a wounded leg."
    found = [e for e in annotated(text).events if e.type == "injured"]

    for event in found:
        assert [r.filler.words for r in event.roles if r.name == "victim"] == ["Colonel Odas"]
        assert event.place is None
        assert event.when is None
