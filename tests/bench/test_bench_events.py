"""The benches of events run on invented lines, without the developer data."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from bench.fitted import Recipe, Told, best_threshold, fit_and_score, lower, weighted_f1
from bench.indiapolice import highest, labels_of

ROOT = Path(__file__).parents[2]


def told(text: str) -> Told:
    return Told({"word": text.split()}, np.zeros(1))


def run(module: str, folder: Path, *rows: object, words: tuple[str, ...] = ()) -> list[dict[str, object]]:  # fmt: skip
    data, out = folder / "data.jsonl", folder / "out.jsonl"
    data.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    command = [sys.executable, "-m", f"bench.{module}", "--data", str(data), "--out", str(out)]
    more = [str(data) if word == "DATA" else word for word in words]
    done = subprocess.run([*command, *more], cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr[-1500:]
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


def test_descent_finds_the_lowest_point() -> None:
    middle = np.array([3.0, -2.0])
    scale = np.array([1.0, 30.0])

    found = lower(
        lambda at: (float(scale @ (at - middle) ** 2), 2 * scale * (at - middle)), np.zeros(2)
    )

    assert np.allclose(found, middle, atol=1e-2)


@pytest.mark.parametrize("few", [0, 2000])
def test_a_head_tells_what_it_was_shown(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.fitted.FEW", few)
    train = [told("guns fired"), told("talks held"), told("guns heard"), told("talks failed")]
    wanted = np.array([[True], [False], [True], [False]])

    scores = fit_and_score(
        train, wanted, [told("guns"), told("talks")], Recipe({"word": 1.0}, 10.0)
    )

    assert scores[0, 0] > 0 > scores[1, 0]


def test_the_threshold_is_where_f1_is_highest() -> None:
    wanted = np.array([True, True, False, True, False])

    assert 0.6 < best_threshold(np.array([0.9, 0.8, 0.3, 0.7, 0.6]), wanted) < 0.7


def test_weighted_f1_counts_a_label_as_often_as_gold_has_it() -> None:
    assert weighted_f1(["a", "a", "b"], ["a", "a", "a"]) == pytest.approx(100 * 2 / 3 * 0.8)


def test_killing_is_force_and_force_is_action() -> None:
    assert labels_of(np.array([1.0, -1.0, -1.0, -1.0, -1.0])) == ["KILL", "FORCE", "ANY_ACTION"]


def test_a_document_scores_as_its_highest_sentence() -> None:
    assert highest(np.array([[1.0], [3.0], [2.0]]), [0, 0, 1]).tolist() == [[3.0], [2.0]]


@pytest.mark.model
@pytest.mark.parametrize("level", ["sent", "doc"])
def test_indiapolice_writes_a_line_for_each_sentence_or_document(
    tmp_path: Path, level: str
) -> None:
    acts = [
        ("police shot two men at the mill.", ["KILL", "FORCE", "ANY_ACTION"]),
        ("officers arrested nine weavers.", ["ARREST", "ANY_ACTION"]),
        ("police looked on as the mill burned.", ["FAIL"]),
        ("the market was quiet.", []),
    ]
    sents = [{"sent_id": n, "text": t, "labels": ls} for n, (t, ls) in enumerate(acts)]
    rows = [{"doc_id": n, "date": "2031-03-01", "sents": sents} for n in range(6)]

    found = run("indiapolice", tmp_path, *rows, words=("--train", "DATA", "--level", level))

    assert len(found) == (24 if level == "sent" else 6)
    assert "KILL" in found[0]["labels"] and set(found[0]["scores"]) >= {"KILL", "FAIL"}  # type: ignore[operator,call-overload]


@pytest.mark.model
def test_case_task2_sorts_each_snippet(tmp_path: Path) -> None:
    texts = [("Shells fell on Karez.", "SHELLING"), ("Weavers marched in Karez.", "MARCH")]
    rows = [{"id": n, "text": t, "label": kind} for n, (t, kind) in enumerate(texts * 4)]

    found = run("case_task2", tmp_path, *rows, words=("--train", "DATA"))

    assert [row["label"] for row in found] == [row["label"] for row in rows]


@pytest.mark.model
def test_plover_sorts_by_the_table_of_types_or_by_a_fitted_head(tmp_path: Path) -> None:
    texts = [
        ("Weavers held a protest in Karez.", "PROTEST"),
        ("The army sent aid to Karez.", "AID"),
    ]
    rows = [{"id": n, "text": t, "event": kind} for n, (t, kind) in enumerate(texts * 4)]

    assert run("plover", tmp_path, *rows)[0] == {"id": 0, "event": "PROTEST"}
    assert run("plover", tmp_path, *rows, words=("--train", "DATA"))[1]["event"] == "AID"
