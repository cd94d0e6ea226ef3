"""re3d's relations against the program's, on invented lines in re3d's form."""

import json
from pathlib import Path

import pytest

from bench.re3d_relations import KINDS, Relation, compare, gold_of, head_of, main, score
from sayso.types import Span

TEXT = "Karim Odas, commander of the Hask Front, said his men had shelled the Karez Guard. He left."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def told(kind: str, source: str, words: str, target: str, sure: float = 1) -> dict[str, object]:
    span = at(words)
    return {
        "type": kind, "source": source, "target": target, "text": words,
        "start": span.start, "end": span.stop, "confidence": sure,
    }  # fmt: skip


def row(*relations: dict[str, object]) -> dict[str, object]:
    return {"id": "a", "text": TEXT, "entities": [], "relations": list(relations)}


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("commander of the Hask Front", "commander"),
        ("the Karez Guard", "Guard"),
        ("Karim Odas, commander", "Odas"),
    ],
)
def test_an_end_is_known_by_its_head(phrase: str, head: str) -> None:
    assert head_of(TEXT, at(phrase)) == at(head).start


def test_the_head_of_a_number_of_people_is_the_people() -> None:
    text = "scores of Karez guards"

    assert text[head_of(text, Span(0, len(text))) :] == "guards"


def test_order_counts_only_where_the_kind_has_one() -> None:
    wrong_way = [
        Relation(kind, (at("the Hask Front"),), (at("Karim Odas"),))
        for kind in ("BelongsTo", "IsSynonymOf")
    ]
    gold = gold_of(
        row(*(told(r.kind, "Karim Odas", "commander of", "the Hask Front") for r in wrong_way))
    )

    right = score(compare(TEXT, gold, wrong_way))

    assert (right["BelongsTo"].right, right["IsSynonymOf"].right) == (0, 1)


def test_what_stands_for_a_name_matches_the_name_and_counts_once() -> None:
    gold = gold_of(row(told("FightingAgainst", "Karim Odas", "shelled", "the Karez Guard")))
    by_name = Relation("FightingAgainst", (at("Karim Odas"),), (at("the Karez Guard"),))
    by_he = Relation("FightingAgainst", (at("He"), at("Karim Odas")), (at("the Karez Guard"),))

    lines = list(compare(TEXT, gold, [by_he, by_name]))

    assert [who for _, _, who in lines] == ["both"]


def test_relations_that_are_hardly_sure_are_left_out() -> None:
    doubtful = told("BelongsTo", "Karim Odas", "commander of", "the Hask Front", sure=0.2)

    assert list(gold_of(row(doubtful))) == []


@pytest.mark.model
def test_relations_are_counted_by_kind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    belongs = told("BelongsTo", "Karim Odas", "commander of", "the Hask Front")
    data, out = tmp_path / "re3d.jsonl", tmp_path / "out.jsonl"
    data.write_text(json.dumps(row(belongs)), encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["re3d_relations", "--data", str(data), "--out", str(out)])

    main()

    printed = capsys.readouterr().out
    assert all(kind in printed for kind in KINDS)
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert {line["in"] for line in lines if line["relation"] == "BelongsTo"} == {"both"}
