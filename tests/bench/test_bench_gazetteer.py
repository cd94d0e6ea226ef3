"""The measurement of the gazetteer runs on a dump it makes itself."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_import_and_the_lookups_are_measured() -> None:
    command = [sys.executable, "-m", "bench.gazetteer", "--lines", "200"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)

    assert done.returncode == 0, done.stderr
    assert done.stdout.count("per CPU-second") == 3
