"""The measurement of places runs on invented lines."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench.calibration import into_bins, judge

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


def test_scores_are_set_beside_how_often_they_are_right():
    herat = {"lat": 34.35, "lon": 62.2, "geonameid": 1}
    gold = {"mentions": [{"start": at, "end": at + 5} | herat for at in (0, 10, 20)]}
    far = {"lat": 10.0, "lon": 10.0, "geonameid": 2}
    found = [(0, 0.92, herat), (10, 0.94, far), (20, 0.3, far), (30, 0.99, herat)]
    places = [{"start": at, "end": at + 5, "score": score} | p for at, score, p in found]

    low, high = into_bins(judge({"places": places}, gold))

    assert (low.names, low.right) == (1, 0)
    assert (high.names, high.right, high.score) == (2, 1, pytest.approx(0.93))
