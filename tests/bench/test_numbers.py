"""The measurements of numbers run on invented lines, without the developer data."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = (
    "A raid on Karez killed at least 12 people on Monday, a surgeon said, and about 30 were"
    " injured. In 1988 a flood killed hundreds of people there."
)


def run(module: str, *words: str) -> None:
    command = [sys.executable, "-m", f"bench.{module}", *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr[-1500:]


def write(path: Path, row: dict[str, object]) -> str:
    path.write_text(f"{json.dumps(row)}\n", encoding="utf-8")
    return str(path)


def read(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.model
def test_toll_reads_the_reports_that_the_labels_name(tmp_path: Path) -> None:
    docs = write(tmp_path / "docs.jsonl", {"id": "a", "text": TEXT})
    label = {"doc": "a", "start": 0, "end": 6, "text": "A raid"}
    claims, out = write(tmp_path / "claims.jsonl", label), tmp_path / "out.jsonl"
    run("toll", "--data", claims, "--docs", docs, "--out", str(out))

    assert [(row["category"], row["lo"], row["hi"], row["scope"]) for row in read(out)] == [
        ("killed", 12, None, "total"),
        ("injured", 30, 30, "total"),
        ("killed", 200, 999, "background"),
    ]


@pytest.mark.model
def test_airwars_writes_a_range_for_each_incident(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    run(
        "airwars",
        "--data",
        write(tmp_path / "in.jsonl", {"id": "x", "text": TEXT}),
        "--out",
        str(out),
    )

    row = {"id": "x", "killed_min": 12, "killed_max": 12, "injured_min": 30, "injured_max": 30}
    assert read(out) == [row]


@pytest.mark.parametrize(
    ("module", "row", "asked"),
    [
        ("toll", {"doc": "a", "start": 0, "end": 1}, "--docs FILE"),
        ("people", {"id": "a", "text": TEXT}, "--mentions FILE"),
    ],
)
def test_a_file_without_what_belongs_to_it_ends_in_one_line(module, row, asked, tmp_path):
    data = write(tmp_path / "data.jsonl", row)
    command = [
        sys.executable,
        "-m",
        f"bench.{module}",
        "--data",
        data,
        "--out",
        str(tmp_path / "o"),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)

    assert done.returncode == 1
    assert done.stderr.count("\n") == 1 and asked in done.stderr
