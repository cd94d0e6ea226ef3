"""Our own gold of people: its form, and what its scores say of a reading."""

import json

import pytest

from bench.passages import Unmarked
from bench.people_gold import half_of, load_people, read_pair, read_people
from bench.people_told import gold_facts

PASSAGE = {
    "id": "p-1",
    "kind": "passage",
    "text": "Karim Odas, 41, a nephew of Marit Sol, was killed in Karez. His brother was arrested.",
    "published_at": "2031-05-05",
    "outlet": "Harbour Post",
    "people": [
        {"id": "1", "kind": "person", "mentions": ["Karim Odas", "a nephew", "His"], "name": "Karim Odas"},
        {"id": "2", "kind": "person", "mentions": ["Marit Sol"], "name": "Marit Sol"},
        {"id": "3", "kind": "person", "mentions": ["His brother"], "name": None},
    ],
    "kin": [
        {"who": "1", "is": "nephew", "of": "2", "words": "a nephew", "by": None},
        {"who": "3", "is": "brother", "of": "1", "words": "brother", "by": None},
    ],
    "ages": [{"who": "1", "years": 41, "by": None}],
    "fates": [
        {"who": "1", "fate": "killed", "words": "killed", "when": None, "place": "Karez",
         "stance": "asserts", "basis": "not_stated", "by": None},
        {"who": "3", "fate": "arrested", "words": "arrested", "when": None, "place": None,
         "stance": "asserts", "basis": "not_stated", "by": None},
    ],
}  # fmt: skip


def report(number, text, name):
    people = [{"id": "1", "kind": "person", "mentions": [name], "name": name}]
    return {"id": f"q-1/{number}", "text": text, "people": people}


PAIR = {
    "id": "q-1",
    "kind": "pair",
    "reports": [
        report(1, "Karim Odas was killed on Monday.", "Karim Odas"),
        report(2, "Kareem Odas was buried on Tuesday.", "Kareem Odas"),
    ],
    "same": [["1/1", "2/1"]],
    "different": [],
    "unsure": [],
    "father_son": [],
}


def test_kin_are_the_same_whichever_end_is_named_first():
    turned = {
        **PASSAGE,
        "kin": [{"who": "2", "is": "aunt", "of": "1", "words": "aunt", "by": None}],
    }
    (first, _), (other,) = (list(gold_facts(read_people(p), "kin")) for p in (PASSAGE, turned))
    assert (first.who, first.what, first.other) == (other.who, other.what, other.other)


@pytest.mark.parametrize(
    "spoilt",
    [
        {"kin": [{"who": "9", "is": "son", "of": "1", "words": "a", "by": None}]},
        {"people": [{"id": "1", "kind": "person", "mentions": ["Besim Rao"], "name": None}]},
        {"fates": [{"who": "1", "fate": "gone", "stance": "asserts", "by": None}]},
    ],
)
def test_a_line_that_does_not_hold_is_refused(spoilt):
    with pytest.raises(Unmarked):
        read_people({**PASSAGE, **spoilt})


def test_a_pair_names_persons_of_both_its_reports():
    assert read_pair(PAIR).same == {("1/1", "2/1")}
    with pytest.raises(Unmarked):
        read_pair({**PAIR, "same": [["1/2", "2/1"]]})


def test_the_halves_go_by_the_id_alone(tmp_path):
    path = tmp_path / "people.jsonl"
    path.write_text("".join(json.dumps({**PASSAGE, "id": f"p-{n}"}) + "\n" for n in range(20)))
    halves = [{p.id for p in load_people(path, half)[0]} for half in ("training", "kept")]
    assert not halves[0] & halves[1] and len(halves[0] | halves[1]) == 20
    assert all(half_of(id_) == "training" for id_ in halves[0])


@pytest.mark.model
def test_all_that_is_told_of_people_is_scored(tmp_path, capsys):
    from bench.people_report import report_people

    path = tmp_path / "people.jsonl"
    path.write_text(f"{json.dumps(PASSAGE)}\n{json.dumps(PAIR)}\n", encoding="utf-8")
    report_people([path], tmp_path / "out.jsonl")
    told = capsys.readouterr().out
    assert "1 passages, 1 pairs" in told and "father and son held for one 0" in told
    scores = {line.split()[0]: line for line in told.splitlines()}
    assert "F1 100.0" in scores["kin"] and "F1 100.0" in scores["ages"]
    assert " 100.0%" in scores["all"]
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert {row["id"] for row in rows} == {
        "p-1/1/0-10",
        "p-1/1/16-24",
        "p-1/1/60-63",
        "p-1/2/28-37",
        "p-1/3/60-71",
    }
