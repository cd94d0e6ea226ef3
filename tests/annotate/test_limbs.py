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


@pytest.mark.model
def test_who_lost_a_limb_is_hurt_and_the_limb_is_no_second_victim(annotated):
    found = annotated("A shell hit the mill at Karez on Monday. A herder lost his left leg.").events

    hurt = [e for e in found if e.type == "injured"]
    assert [[r.filler.words for r in e.roles if r.name == "victim"] for e in hurt] == [["A herder"]]


@pytest.mark.model
def test_who_broke_his_own_leg_is_hurt_and_did_it_to_nobody(annotated):
    (hurt,) = [
        e for e in annotated("Ivo Vesk broke his leg in the fall.").events if e.type == "injured"
    ]
    assert [(r.name, r.filler.words) for r in hurt.roles] == [("victim", "Ivo Vesk")]
