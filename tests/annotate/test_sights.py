"""What the outlet's own reporters saw: whose words, and what they tell."""

import pytest


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        (
            "A Harbour Post correspondent saw militiamen inside the fort at noon on Sunday.",
            "militiamen inside the fort at noon on Sunday",
        ),
        (
            "A Harbour Post reporter then spoke to Odas and saw him alive and unhurt.",
            "him alive and unhurt",
        ),
    ],
)
def test_what_a_reporter_saw_is_all_that_follows(text, seen, annotated):
    said = annotated(text).attributions[-1]

    assert said.basis == "saw"
    assert said.source is not None and said.source.words.startswith("A Harbour Post")
    assert [c.of(text) for c in said.content] == [seen]


def test_a_person_whom_a_reporter_saw_is_alive(annotated):
    text = "A Harbour Post reporter saw Karim Odas ride through Tolvesh on Sunday."
    (event,) = (e for e in annotated(text).events if e.type == "alive")

    assert [r.filler.words for r in event.roles] == ["Karim Odas"]


def test_a_person_seen_to_fall_is_not_alive(annotated):
    text = "A Harbour Post reporter saw Karim Odas fall at the gate on Sunday."
    assert not [e for e in annotated(text).events if e.type == "alive"]


def test_armed_men_seen_inside_a_place_hold_it(annotated):
    text = "A Harbour Post reporter saw rebel fighters inside the fort on Sunday."
    (event,) = (e for e in annotated(text).events if e.type == "territory_control")

    roles = {r.name: r.filler.words for r in event.roles}
    assert roles == {"holder": "rebel fighters", "place": "the fort"}


def test_armed_men_seen_inside_it_hold_what_it_stands_for(annotated):
    text = "The fort is old. A Harbour Post reporter saw rebel fighters inside it on Sunday."
    (event,) = (e for e in annotated(text).events if e.type == "territory_control")

    assert {r.name: r.filler.words for r in event.roles} == {
        "holder": "rebel fighters",
        "place": "it",
    }


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        (
            "A Harbour Post reporter saw Colonel Odas ride into Karez at the head of his men.",
            "Colonel Odas",
        ),
        (
            "A Harbour Post photographer watched rebel fighters march into Karez at dusk.",
            "rebel fighters",
        ),
        ("A Harbour Post reporter saw rebel infantry inside Karez at sunrise.", "rebel infantry"),
        ("A Harbour Post reporter saw a rebel flag over Karez on Sunday.", "rebels"),
    ],
)
def test_who_is_seen_to_come_in_under_arms_or_to_fly_a_flag_holds_the_place(
    text, holder, annotated
):
    found = annotated(text)
    (event,) = (e for e in found.events if e.type == "territory_control")

    assert found.places[event.place].words == "Karez"
    (told,) = (r.filler.words for r in event.roles if r.name == "holder")
    assert told.endswith(holder.split()[-1])


def test_what_a_reporter_is_said_to_have_seen_may_stand_before_him(annotated):
    text = "The rebel army is in camp at Karez, a Harbour Post correspondent saw on Sunday."
    said = annotated(text).attributions[-1]

    assert said.basis == "saw"
    assert [c.of(text) for c in said.content] == ["The rebel army is in camp at Karez"]


def test_what_a_reporter_did_not_see_tells_nothing(annotated):
    text = "A Harbour Post reporter did not see Karim Odas at the gate."
    assert not [e for e in annotated(text).events if e.type in {"alive", "territory_control"}]
