import json
import re
from pathlib import Path

import pytest

from bench.event_passages import faults_in, read_event_passage
from bench.passages import Unmarked

TEXT = (
    "The army shelled Harb on Monday. At least 12 people, including two boys, died in the attack."
)
SHELLED = {
    "type": "shelling",
    "trigger": "shelled",
    "also": ["attack"],
    "roles": {"actor": ["The army"], "target": ["Harb"]},
    "place": "Harb",
    "when": "Monday",
}
COUNT = {
    "words": "At least 12 people",
    "op": "at_least",
    "low": 12,
    "high": None,
    "categories": ["killed"],
    "group": "people",
    "scope": "total",
}
DIED = {
    "type": "died",
    "trigger": "died",
    "roles": {"victim": ["At least 12 people"]},
    "counts": [COUNT],
}


def passage(*events, **fields):
    return {"id": "1", "text": TEXT, "published_at": "2024-05-07", "events": events, **fields}


def test_words_become_characters_and_what_is_left_out_is_as_the_rules_say():
    shelling, died = read_event_passage(passage(SHELLED, DIED)).events

    assert [s.of(TEXT) for s in shelling.words] == ["shelled", "attack"]
    assert [(n, s[0].of(TEXT)) for n, s in shelling.roles] == [
        ("actor", "The army"),
        ("target", "Harb"),
    ]
    assert died.counts[0].span.of(TEXT) == "At least 12 people"
    assert (died.modality, died.negated, died.when) == ("happened", False, None)


def test_several_places_may_be_given_as_a_list():
    row = passage({"type": "protest", "trigger": "march", "place": ["Harb", "Karez"]})
    row["text"] = "They march in Harb and Karez."

    (march,) = read_event_passage(row).events

    assert [p.of(row["text"]) for p in march.places] == ["Harb", "Karez"]


@pytest.mark.parametrize(
    ("event", "told"),
    [
        ({**SHELLED, "type": "said"}, "no type"),
        ({**SHELLED, "trigger": "bombed"}, "not in the text"),
        ({**SHELLED, "roles": {"victim": ["Harb"]}}, "role of shelling"),
        ({**SHELLED, "roles": {"actor": "The army"}}, "a list"),
        ({**SHELLED, "modality": "perhaps"}, "perhaps"),
        ({**SHELLED, "negated": "no"}, "true or false"),
        ({**SHELLED, "actor": "The army"}, "no rule has"),
        ({**SHELLED, "target_kind": "moon"}, "moon"),
        ({**SHELLED, "counts": [COUNT]}, "counts nobody"),
        ({**DIED, "counts": [{**COUNT, "high": 12}]}, "does not reach"),
        ({**DIED, "counts": [{**COUNT, "op": "exact"}]}, "does not reach"),
        ({**DIED, "counts": [{**COUNT, "categories": ["dead"]}]}, "dead"),
        ({**DIED, "counts": [{**COUNT, "group": "men"}]}, "men"),
    ],
)
def test_what_breaks_the_rules_is_told(event, told):
    with pytest.raises(Unmarked, match=told):
        read_event_passage(passage(event))


def test_one_word_tells_one_event_of_a_type():
    with pytest.raises(Unmarked, match="once"):
        read_event_passage(passage(SHELLED, SHELLED))


def test_evidence_has_a_kind_and_words():
    row = passage(evidence=[{"kind": "photo", "words": "Monday"}])

    assert read_event_passage(row).evidence[0][0] == "photo"
    row["evidence"][0]["kind"] = "rumour"
    with pytest.raises(Unmarked, match="rumour"):
        read_event_passage(row)


def test_faults_are_told_by_their_line(tmp_path):
    file = tmp_path / "gold.jsonl"
    rows = [passage(SHELLED), passage(DIED), passage({**DIED, "trigger": "lived"}, id="2")]
    file.write_text("\n".join(json.dumps(r) for r in rows), encoding="utf-8")

    twice, unmarked = faults_in(file)

    assert "gold.jsonl:2" in twice
    assert "'lived'" in unmarked


def test_the_line_that_the_rules_show_holds():
    page = Path(__file__).parents[2] / "docs/reference/event-rules.md"
    (shown,) = re.findall(r"```json\n(.*?)```", page.read_text("utf-8"), re.DOTALL)

    assert len(read_event_passage(json.loads(shown)).events) == 6
