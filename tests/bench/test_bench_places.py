"""The measurement of places runs on invented lines."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.model
ROOT = Path(__file__).parents[2]
TEXT = "Rain fell on Herat for three days. The road from Kabul to Herat was shut on Monday."


@pytest.mark.parametrize("given", [[], ["--gold-mentions"]])
def test_every_name_has_its_point(tmp_path: Path, given: list[str]) -> None:
    data, out = tmp_path / "data.jsonl", tmp_path / "out.jsonl"
    starts = [TEXT.index("Herat"), TEXT.index("Kabul"), TEXT.rindex("Herat")]
    gold = [{"start": s, "end": s + 5} for s in starts]
    data.write_text(json.dumps({"id": "a", "text": TEXT, "mentions": gold}) + "\n")

    command = [sys.executable, "-m", "bench.places", "--data", str(data), "--out", str(out), *given]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)

    assert done.returncode == 0, done.stderr[-1500:]
    (row,) = map(json.loads, out.read_text().splitlines())
    assert [p["start"] for p in row["places"]] == starts
    assert all(34 < p["lat"] < 35 and p["country"] == "AF" for p in row["places"])
