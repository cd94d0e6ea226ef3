"""A run killed while it appends: the ledger stays whole, and a second run completes it."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from make_reports import RECORDED, make_item

from sayso.ledger.store import open_ledger

REPORTS = 400


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory):
    with open_ledger(tmp_path_factory.mktemp("unbroken") / "a.ledger") as ledger:
        ledger.append_many(map(make_item, range(REPORTS)), recorded_at=RECORDED)
        return ledger.digest()


def kill_after(path, *, reports, seconds):
    """Start appending, and kill -9 so many reports and seconds later; how many it had told of."""
    command = [sys.executable, Path(__file__).with_name("make_reports.py"), path, str(REPORTS)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as running:
        told = [running.stdout.readline() for _ in range(reports)]
        time.sleep(seconds)
        running.kill()
        told += running.stdout.readlines()
        return len([line for line in told if line.endswith(b"\n")])


@pytest.mark.parametrize(
    ("reports", "seconds"), [(0, 0.3), (0, 0.6), (1, 0), (1, 0.0007), (20, 0.0013), (50, 0.0021)]
)
def test_a_killed_run_leaves_whole_reports_and_a_second_completes(
    tmp_path, unbroken, reports, seconds
):
    path = tmp_path / "a.ledger"
    told = kill_after(path, reports=reports, seconds=seconds)

    with open_ledger(path) as ledger:
        known = ledger.known_reports()
        assert told <= len(known) <= told + 1
        assert len(ledger.claims()) == 2 * len(known)
        rest = [item for item in map(make_item, range(REPORTS)) if item[0].id not in known]
        assert ledger.append_many(rest, recorded_at=RECORDED) == REPORTS - len(known)
        assert ledger.digest() == unbroken
