"""Events marked in texts of the developer data: characters out and in again, no words kept."""

import json

from bench.event_passages import read_event_passage
from bench.marked_sets import as_characters, load_marked_sets
from bench.splits import is_kept

TEXT = "It rained. Gunmen stormed the depot in Harb on Monday."


def test_a_marked_passage_comes_back_from_its_set(tmp_path):
    part = TEXT[11:]
    event = {
        "type": "armed_clash", "trigger": "stormed", "roles": {"actor": ["Gunmen"], "target": ["the depot"]},
        "place": "Harb", "when": "Monday", "background": True,
    }  # fmt: skip
    passage = read_event_passage({"id": "1", "text": part, "published_at": None, "events": [event]})
    doc = next(name for name in "abcdefgh" if is_kept(name))
    row = as_characters(passage, "ecbplus", doc, 11, settings=False)
    path = tmp_path / "marked.jsonl"
    path.write_text(json.dumps(row) + "\n")
    texts = tmp_path / "data" / "ecbplus" / "docs.jsonl"
    texts.parent.mkdir(parents=True)
    texts.write_text(json.dumps({"id": doc, "text": TEXT}) + "\n")

    (again,) = load_marked_sets(path, tmp_path, "kept")

    assert "stormed" not in path.read_text()
    assert again.text == part
    assert again.events == passage.events
    assert list(load_marked_sets(path, tmp_path, "training")) == []
    assert list(load_marked_sets(path, tmp_path, "kept", with_settings=True)) == []


def test_only_so_many_lines_are_taken_from_the_top(tmp_path):
    path = tmp_path / "marked.jsonl"
    path.write_text(json.dumps({"set": "ecbplus", "doc": "a"}) + "\n")

    assert not list(load_marked_sets(path, tmp_path, "training", lines=0))
