"""The bench of people: stories by words, and marked spans through the product to clusters."""

import json

import pytest

from bench.people import Options, write_baseline, write_clusters
from bench.stories import find_stories

REPORTS = {
    "a": ("Karim Odas, a medic, was freed in Karez. Odas slept.", ["Karim Odas", "Odas"]),
    "b": ("In Karez the medic Karim Odas was freed on Monday.", ["Karim Odas"]),
    "c": ("The Rovers of Tolvesh beat Marit Sol in the cup on Sunday.", ["Marit Sol"]),
}


@pytest.fixture
def paths(tmp_path):
    docs, mentions = [], []
    for id_, (text, words) in REPORTS.items():
        docs.append({"id": id_, "topic": 1, "text": text, "sents": [[0, 0, len(text)]]})
        for word in words:
            start = text.rindex(word)
            place = {"doc": id_, "sent": 0, "spans": [[start, start + len(word)]], "text": word}
            mentions.append({"id": f"{id_}/{word}", "type": "HUM", "chain": word[-4:], **place})
    for name, rows in (("docs", docs), ("entity_mentions", mentions)):
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        (tmp_path / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path / "docs.jsonl", tmp_path / "entity_mentions.jsonl", tmp_path / "out.jsonl"


def clusters(out):
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    return {row["id"]: row["cluster"] for row in rows}


def test_reports_that_share_rare_words_are_of_one_story():
    story = find_stories({id_: text for id_, (text, _) in REPORTS.items()})
    assert story["a"] == story["b"] != story["c"]


@pytest.mark.model
def test_marked_spans_come_out_in_clusters(paths):
    assert write_clusters(*paths, Options("found", frozenset(), 0.5)) == 4
    found = clusters(paths[2])
    assert found["a/Karim Odas"] == found["a/Odas"] == found["b/Karim Odas"]
    assert found["c/Marit Sol"] != found["a/Odas"]


def test_the_baseline_joins_equal_words_alone(paths):
    write_baseline(*paths, Options("found", frozenset(), 0.5))
    found = clusters(paths[2])
    assert found["a/Karim Odas"] == found["b/Karim Odas"] != found["a/Odas"]
