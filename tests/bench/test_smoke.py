"""Every measurement runs on invented lines, without the developer data."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WIRE = (
    "KAREZ (River Wire) - Shells fell on the old market of Karez for most of the morning, and at"
    " least 12 people were killed before the guns stopped at noon, a surgeon at the river clinic"
    " told reporters. She said that 30 more had been brought in with wounds and that the clinic had"
    " run out of blood. The council of the lower town asked both sides for a pause of two hours so"
    " that the dead could be carried out."
)
COPY = WIRE.replace("12 people", "14 people").replace("a surgeon", "a doctor")


def run(module: str, *words: str) -> str:
    command = [sys.executable, "-m", f"bench.{module}", *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr[-1500:]
    return done.stdout


def write(path: Path, *rows: object) -> str:
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return str(path)


def read(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def texts(folder: Path) -> str:
    first = {"id": "a", "outlet": "Wire", "published": "2031-03-01T05:00Z", "text": WIRE}
    second = {"id": "b", "outlet": "Post", "published": "2031-03-01T07:00Z", "text": COPY}
    other = {"id": "c", "outlet": "Sun", "published": "2031-03-01T08:00Z", "text": WIRE[::-1]}
    return write(folder / "docs.jsonl", first, second, other)


def test_copies_names_the_pair_that_shares_text(tmp_path: Path) -> None:
    run("copies", "--docs", texts(tmp_path), "--out", str(tmp_path / "out.jsonl"))

    assert read(tmp_path / "out.jsonl") == [{"a": "b", "b": "a", "label": "copy"}]


def test_lineage_names_the_parent_and_the_changed_number(tmp_path: Path) -> None:
    run("lineage", "--docs", texts(tmp_path), "--out", str(tmp_path / "out.jsonl"))

    by_id = {row["id"]: row for row in read(tmp_path / "out.jsonl")}
    assert by_id["b"]["parent"] == "a"
    assert by_id["b"]["changed"] == [{"old": "12", "new": "14"}]
    assert by_id["a"]["parent"] is None


def test_ledger_weighs_a_case(tmp_path: Path) -> None:
    moment = ["2031-03-01T05:00Z", "2031-03-01T05:00Z"]
    case = {
        "case": "x1",
        "sources": {"Wire": {"kind": "outlet"}, "clinic": {"kind": "medic or hospital"}},
        "parties": {"north": {"side": "north"}},
        "claims": {"k": {"question": "did it happen", "text": "shells fell on Karez"}},
        "reports": [
            {"id": "r", "outlet": "Wire", "published": moment, "copy_of": None, "withdrawn": None}
        ],
        "assertions": [
            {
                "id": "s",
                "report": "r",
                "claim": "k",
                "stance": "assert",
                "chain": ["clinic"],
                "basis": "record",
            }
        ],
        "as_of": ["2031-03-02T00:00Z"],
    }
    cases = write(tmp_path / "cases.jsonl", case)

    run("ledger", "--cases", cases, "--out", str(tmp_path / "out.jsonl"))

    rows = read(tmp_path / "out.jsonl")
    assert any(row.get("status") == "single_source" for row in rows)


@pytest.mark.model
def test_attribution_writes_a_line_for_each_report(tmp_path: Path) -> None:
    run("attribution", "--data", texts(tmp_path), "--out", str(tmp_path / "out.jsonl"))

    rows = read(tmp_path / "out.jsonl")
    assert [row["id"] for row in rows] == ["a", "b", "c"]
    assert rows[0]["attributions"]


def test_times_writes_a_line_for_each_report_and_its_speed(tmp_path: Path) -> None:
    report = {"id": "a", "dct": "2031-03-01", "text": "Karez fell on Friday."}
    out = tmp_path / "out.jsonl"
    told = run("times", "--data", write(tmp_path / "times.jsonl", report), "--out", str(out))

    assert "characters per CPU-second" in told
    assert read(out)[0]["times"][0]["value"] == "2031-02-28"


def test_event_reports_writes_a_merged_line_for_each_event(tmp_path: Path) -> None:
    rows = [
        {"id": f"r{n}", "deaths_best": dead, "deaths_low": dead, "deaths_high": dead, "actors": []}
        for n, dead in enumerate((4, 9))
    ]
    data = write(tmp_path / "rows.jsonl", {"event_id": "E1", "n_reports": 2, "reports": rows})
    told = run("event_reports", "--data", data, "--out", str(tmp_path / "out.jsonl"))

    (line,) = read(tmp_path / "out.jsonl")
    assert told == "1 events\n"
    assert (line["event_id"], line["disputed"]) == ("E1", ["deaths"])
    assert (line["deaths"]["low"], line["deaths"]["high"]) == (4, 9)


@pytest.mark.model
def test_weighing_shows_how_cost_grows() -> None:
    told = run("weighing", "--reports", "200")

    assert "one more ms" in told
    assert len(told.splitlines()) == 5


@pytest.mark.model
def test_linking_shows_how_cost_grows() -> None:
    told = run("linking", "--most", "80")

    assert "clusters" in told
    assert told.splitlines()[-1].split()[:2] == ["80", "400"]


def test_floors_say_so_where_there_is_nothing_to_measure(tmp_path: Path) -> None:
    assert "no floor was measured" in run("floors", "--shared", str(tmp_path))
