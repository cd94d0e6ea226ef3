"""Rows of the event sets as examples, and their labels as numbers."""

import json

from bench.event_passages import read_event_passage
from training.event_sets import (
    event_gold_example,
    factuality_example,
    muc4_example,
    silver_events_example,
    without_marked,
)
from training.heads import FACTUALITY, THOUSAND, number_of


def test_the_longest_words_of_a_role_are_marked_first():
    text = "The Red Front burnt the depot."
    roles = {name: [] for name in ("PerpInd", "Target", "Victim", "VictimDesc", "Weapon")}
    spans = {"FRONT": [[8, 13]], "RED FRONT": [[4, 13]]}
    row = {"docid": "1", "text_truecased": text, "roles": roles | {"PerpOrg": [{"spans": spans}]}}

    first = muc4_example(row).marks["incident"][0]

    assert (first.label, first.pieces) == ("perp_org", ((4, 13),))


def test_how_sure_an_event_is_becomes_thousandths_above_the_lowest():
    row = {"id": "1", "text": "It fell .", "targets": [{"start": 1, "end": 2, "label": 2.5}]}
    (mark,) = factuality_example(row).marks["factuality"]

    assert number_of(FACTUALITY, mark.label) / THOUSAND + FACTUALITY.low == 2.5


def marked(example, head):
    return [("".join(example.text[a:b] for a, b in m.pieces), m.label) for m in example.marks[head]]


def test_a_word_that_tells_an_event_again_is_marked_so():
    row = {
        "id": "e", "published_at": None, "text": "Gunmen stormed the depot at dawn. The raid was brief.",
        "events": [{"type": "armed_clash", "trigger": "stormed", "also": ["raid"]}],
    }  # fmt: skip
    example = event_gold_example(read_event_passage(row))

    assert marked(example, "event") == [("stormed", "event"), ("raid", "again")]
    assert marked(example, "event_type") == [("stormed", "armed_clash"), ("raid", "armed_clash")]


def test_states_of_persons_are_left_to_their_own_finder():
    row = {
        "id": "e", "published_at": None, "text": "Sami Orun, a nephew of the emir, fled.",
        "events": [{"type": "kinship", "trigger": "nephew"}, {"type": "fled", "trigger": "fled"}],
    }  # fmt: skip
    example = event_gold_example(read_event_passage(row))

    assert marked(example, "event") == [("fled", "event")]
    assert example.silent["event"] == ((13, 19),)


def test_of_silver_only_what_the_rules_found_is_taught():
    row = {
        "id": "x", "text": "Troops fled.", "events": [[7, 11, "fled", "happened"]],
        "silent": [[0, 6], [7, 11]],
    }  # fmt: skip
    example = silver_events_example(row)

    assert marked(example, "modality") == [("fled", "happened")]
    assert example.silent["event"] == ((0, 6),)


def test_where_events_are_marked_by_hand_silver_is_silent(tmp_path):
    path = tmp_path / "marked.jsonl"
    row = {"set": "muc4", "doc": "x", "start": 0, "stop": 12, "events": []}
    path.write_text(json.dumps(row) + "\n")
    silver = {
        "id": "x", "text": "Troops fled. Then nine died.", "silent": [],
        "events": [[7, 11, "fled", "happened"], [23, 27, "died", "happened"]],
    }  # fmt: skip
    (example,) = without_marked(iter([silver_events_example(silver)]), path, prefix="muc4")

    assert marked_words(example) == ["died"]
    assert example.silent["event"] == ((0, 12),)


def test_marks_beyond_the_end_of_a_silver_text_are_left_out(tmp_path):
    path = tmp_path / "marked.jsonl"
    rows = [
        {"set": "muc4", "doc": "x", "start": a, "stop": b, "events": []}
        for a, b in ((0, 99), (99, 120))
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    silver = {"id": "x", "text": "Troops fled.", "silent": [], "events": []}
    (example,) = without_marked(iter([silver_events_example(silver)]), path, prefix="muc4")

    assert example.silent["event"] == ((0, 12),)


def marked_words(example):
    return [word for word, _ in marked(example, "event")]
