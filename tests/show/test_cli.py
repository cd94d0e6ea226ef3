"""The command line as a user meets it: exit codes, single clear lines, tables and JSON."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

REPORT = {
    "id": "k1",
    "outlet": "Harbour Post",
    "published_at": "2031-03-04T09:00:00Z",
    "title": "Two killed near Tolvesh",
    "text": "A shell killed two farmers near Tolvesh on Monday, a doctor said. The army denied it.",
}


def sayso(*words: str, cwd: Path, check: bool = True) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sayso.show.cli", *words]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=300)
    if check:
        assert done.returncode == 0, done.stderr
    return done


def write(folder: Path, *lines: str) -> Path:
    path = folder / "in.jsonl"
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def test_help_answers_in_under_half_a_second(tmp_path: Path) -> None:
    fastest = min(_seconds_of_help(tmp_path) for _ in range(3))

    assert fastest < 0.5


def _seconds_of_help(folder: Path) -> float:
    start = time.perf_counter()
    sayso("--help", cwd=folder)
    return time.perf_counter() - start


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["claims"], "no ledger there; make one with"),
        (["claim", "0123", "--ledger", "none.sqlite"], "no ledger there"),
        (["read", "x", "--published-at", "soon"], "soon: not a date; write 2031-03-05"),
        (["annotate", "x", "--only", "feelings"], "no such part; take some of sentences"),
        (["serve", "--host", "0.0.0.0"], "not an address of this machine alone"),
    ],
)
def test_a_mistake_is_told_in_one_line_with_exit_code_two(
    words: list[str], told: str, tmp_path: Path
) -> None:
    done = sayso(*words, cwd=tmp_path, check=False)

    assert done.returncode == 2
    assert told in done.stderr
    assert done.stderr.count("\n") == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.model
def test_bad_lines_are_refused_one_by_one_and_the_rest_is_read(tmp_path: Path) -> None:
    source = write(tmp_path, "{not json", json.dumps(REPORT), json.dumps({"id": "k2"}))

    done = sayso("read", str(source), cwd=tmp_path)

    assert "1 report read, 0 known already, 2 refused" in done.stdout
    assert [line.split(":")[0] for line in done.stderr.splitlines()] == ["refused", "refused"]


@pytest.mark.model
def test_reading_twice_adds_nothing(tmp_path: Path) -> None:
    source = write(tmp_path, json.dumps(REPORT))
    sayso("read", str(source), cwd=tmp_path)

    again = sayso("read", str(source), cwd=tmp_path)

    assert "0 reports read, 1 known already" in again.stdout


@pytest.mark.model
def test_annotate_keeps_the_order_and_the_given_ids(tmp_path: Path) -> None:
    lines = [json.dumps(REPORT | {"id": name}) for name in ("z", "a", "m")]
    source = write(tmp_path, *lines)

    sayso("annotate", str(source), "-o", "out.jsonl", cwd=tmp_path)

    written = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert [line["id"] for line in written] == ["z", "a", "m"]
    assert not (tmp_path / "out.jsonl.part").exists()


@pytest.mark.model
def test_annotate_writes_only_the_parts_asked_for(tmp_path: Path) -> None:
    source = write(tmp_path, json.dumps(REPORT))

    done = sayso("annotate", str(source), "--only", "times,places", cwd=tmp_path)

    assert set(json.loads(done.stdout)) == {"id", "report", "times", "places"}


@pytest.mark.model
def test_claim_shows_who_says_so_and_the_words(tmp_path: Path) -> None:
    sayso("read", str(write(tmp_path, json.dumps(REPORT))), cwd=tmp_path)
    claims = json.loads(sayso("claims", "--type", "killed", "--json", cwd=tmp_path).stdout)

    shown = sayso("claim", claims[0]["id"], cwd=tmp_path).stdout

    assert "a doctor (unnamed) asserts" in shown
    assert "A shell killed two farmers near Tolvesh on Monday" in shown


@pytest.mark.model
def test_as_of_before_publication_shows_nothing(tmp_path: Path) -> None:
    sayso("read", str(write(tmp_path, json.dumps(REPORT))), cwd=tmp_path)

    before = sayso("claims", "--as-of", "2031-03-03", "--json", cwd=tmp_path)
    after = sayso("claims", "--as-of", "2031-03-04", "--json", cwd=tmp_path)

    assert json.loads(before.stdout) == []
    assert json.loads(after.stdout) != []


@pytest.mark.model
def test_export_never_opens_a_formula_in_a_spreadsheet(tmp_path: Path) -> None:
    report = REPORT | {"title": "=HYPERLINK(1)", "outlet": "+Post"}
    sayso("read", str(write(tmp_path, json.dumps(report))), cwd=tmp_path)

    rows = sayso("export", "csv", cwd=tmp_path).stdout

    assert "'=HYPERLINK(1)" in rows
    assert "'+Post" in rows


@pytest.mark.model
def test_the_demo_twice_adds_nothing_and_prints_the_same(tmp_path: Path) -> None:
    first = sayso("demo", "--json", cwd=tmp_path)
    second = sayso("demo", "--json", cwd=tmp_path)

    assert json.loads(first.stdout) == json.loads(second.stdout)
    assert "(0 reports new)" in sayso("demo", cwd=tmp_path).stdout


@pytest.mark.model
def test_a_pipe_that_closes_early_is_no_error(tmp_path: Path) -> None:
    sayso("demo", cwd=tmp_path)
    reader = subprocess.Popen(
        [sys.executable, "-m", "sayso.show.cli", "claims", "--ledger", "demo.ledger.sqlite"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )
    assert reader.stdout is not None
    assert reader.stderr is not None
    reader.stdout.close()
    errors = reader.stderr.read().decode()
    reader.stderr.close()
    reader.wait(timeout=60)

    assert "Traceback" not in errors


@pytest.mark.model
def test_the_same_report_twice_in_a_file_is_told_as_known(tmp_path: Path) -> None:
    source = write(tmp_path, json.dumps(REPORT), json.dumps(REPORT | {"id": "k9"}))

    assert "1 report read, 1 known already" in sayso("read", str(source), cwd=tmp_path).stdout


def test_quotes_prints_who_says_what_and_direct_words_in_full(tmp_path: Path) -> None:
    report = REPORT | {"text": "“We hold the pass,” Colonel Adem Rusk said. He denied any losses."}
    path = write(tmp_path, json.dumps(report))

    told = sayso("quotes", str(path), cwd=tmp_path).stdout
    assert "Colonel Adem Rusk [said; asserts]: “We hold the pass,”" in told

    rows = json.loads(sayso("quotes", str(path), "--json", "--direct", cwd=tmp_path).stdout)
    assert [(row["who"], row["words"]) for row in rows] == [
        ("Colonel Adem Rusk", "“We hold the pass,”")
    ]


def test_quotes_says_so_where_nobody_speaks(tmp_path: Path) -> None:
    path = write(tmp_path, json.dumps(REPORT | {"text": "The bridge was down."}))
    assert "nobody is made to say anything" in sayso("quotes", str(path), cwd=tmp_path).stdout


def test_the_package_runs_as_a_module():
    done = subprocess.run(
        [sys.executable, "-m", "sayso", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("sayso ")
