"""`sayso gazetteer` as a user meets it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.resolve.test_place_imports import LINES, place, write


def sayso(*words: str, cwd: Path, check: bool = True) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("SAYSO_")}
    done = subprocess.run(
        [sys.executable, "-m", "sayso.show.cli", *words],
        cwd=cwd,
        env=kept | {"XDG_DATA_HOME": str(cwd / "home"), "HOME": str(cwd / "home")},
        capture_output=True,
        text=True,
        timeout=300,
    )
    if check:
        assert done.returncode == 0, done.stderr
    return done


def test_what_was_imported_is_used_from_then_on(tmp_path: Path) -> None:
    dump = write(tmp_path, *LINES, "bad")

    done = sayso("gazetteer", "import", str(dump), "--country", "af", cwd=tmp_path)

    assert "places.sqlite: 3 places" in done.stdout
    assert (
        "1 of 6 lines could not be read and were left out, the first of them line 6" in done.stderr
    )
    assert done.stderr.count("\n") == 1
    found = sayso("gazetteer", "find", "Ostrabad", "--json", cwd=tmp_path)
    assert [row["geonameid"] for row in json.loads(found.stdout)] == [90_000_002]


def test_the_file_may_lie_anywhere(tmp_path: Path) -> None:
    dump = write(tmp_path, place(90_000_001, "Qelmar"))
    sayso("gazetteer", "import", str(dump), "--to", "mine.sqlite", cwd=tmp_path)

    assert sayso("gazetteer", "find", "Qelmar", cwd=tmp_path, check=False).returncode == 1
    assert (
        "Qelmar"
        in sayso("gazetteer", "find", "Qelmar", "--places", "mine.sqlite", cwd=tmp_path).stdout
    )


def test_find_tells_why_the_first_is_meant(tmp_path: Path) -> None:
    lines = sayso("gazetteer", "find", "Tripoli", cwd=tmp_path).stdout.splitlines()

    first, second = (line for line in lines if "│ town" in line and ("LY" in line or "LB" in line))
    assert "LY" in first and "a capital" in first
    assert "LB" in second and "inhabitants; its main name" in second


def test_find_keeps_to_a_country(tmp_path: Path) -> None:
    done = sayso("gazetteer", "find", "Tripoli", "--country", "LB", "--json", cwd=tmp_path)

    assert {row["country"] for row in json.loads(done.stdout)} == {"LB"}


def test_find_takes_a_place_inside_another(tmp_path: Path) -> None:
    done = sayso("gazetteer", "find", "Tripoli, Lebanon", "--json", cwd=tmp_path)
    rows = json.loads(done.stdout)

    assert {row["country"] for row in rows} == {"LB"}
    assert (rows[0]["name"], rows[0]["kind"]) == ("Tripoli", "town")
    assert sayso("gazetteer", "find", "Tripoli, Chad", cwd=tmp_path, check=False).returncode == 1


def test_a_people_is_told_of_its_country(tmp_path: Path) -> None:
    done = sayso("gazetteer", "find", "Iraqis", cwd=tmp_path, check=False)

    assert "Iraqis: also the people or the adjective of Iraq" in done.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ["import", "none.txt"],
            "none.txt: No such file or directory; it cannot be read as a dump",
        ),
        (["import", "x", "--country", "Afg"], "--country Afg: write ISO codes of two letters"),
        (["find", "Kabul", "--country", "1"], "--country 1: write ISO codes"),
    ],
)
def test_a_mistake_is_one_line_and_exit_code_two(
    tmp_path: Path, words: list[str], told: str
) -> None:
    done = sayso("gazetteer", *words, cwd=tmp_path, check=False)

    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert told in done.stderr
