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


def test_armed_men_seen_inside_it_hold_nothing_by_that_word(annotated):
    text = "The fort is old. A Harbour Post reporter saw rebel fighters inside it on Sunday."
    (event,) = (e for e in annotated(text).events if e.type == "territory_control")

    assert [r.name for r in event.roles] == ["holder"]


def test_what_a_reporter_did_not_see_tells_nothing(annotated):
    text = "A Harbour Post reporter did not see Karim Odas at the gate."
    assert not [e for e in annotated(text).events if e.type in {"alive", "territory_control"}]
