"""A run that is killed and resumed leaves what an unbroken one leaves; many processes as one."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sayso.ledger.store import open_ledger

REPORTS = 804
TOWNS = ("Dalan", "Tolvesh", "Mirsk", "Karez", "Orvin", "Sarn")
VOICES = ("a doctor", "the regional council", "two residents", "Colonel Ilan Dreve", "a rescuer")


def write_reports(folder: Path) -> Path:
    """804 short reports by invented outlets, all different."""
    path = folder / "many.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for number in range(REPORTS):
            town, voice = TOWNS[number % 6], VOICES[number % 5]
            day = 1 + number % 28
            text = (
                f"At least {3 + number % 17} people were killed when shells hit {town} on"
                f" {day} March 2031, {voice} said. The army denied that it had shelled {town}."
            )
            row = {"id": f"r{number}", "outlet": f"Outlet {number % 9}", "text": text}
            out.write(json.dumps(row | {"published_at": f"2031-04-{day:02d}"}) + "\n")
    return path


def start(source: Path, ledger: Path, *more: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "sayso.show.cli", "read", str(source), "--ledger", str(ledger)]
    return subprocess.Popen([*command, *more], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def digest_of(ledger: Path) -> tuple[str, int]:
    with open_ledger(ledger) as opened:
        return opened.digest(), opened.counts().reports


@pytest.mark.model
@pytest.mark.slow
def test_a_killed_run_resumed_gives_the_digest_of_an_unbroken_one(tmp_path: Path) -> None:
    source = write_reports(tmp_path)
    broken, whole = tmp_path / "broken.sqlite", tmp_path / "whole.sqlite"
    first = start(source, broken)
    while not broken.exists() or digest_of(broken)[1] < 40:
        assert first.poll() is None, "the run ended before it could be killed"
        time.sleep(0.2)
    os.kill(first.pid, signal.SIGKILL)
    first.wait()
    left = digest_of(broken)[1]

    assert start(source, broken).wait(timeout=300) == 0
    assert start(source, whole, "--jobs", "2").wait(timeout=300) == 0

    assert 40 <= left < REPORTS
    assert digest_of(broken) == digest_of(whole)
    assert digest_of(whole)[1] == REPORTS
