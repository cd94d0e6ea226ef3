"""The command `release`, and the log it leaves."""

import json

import pytest
from typer.testing import CliRunner

from sayso.ledger.store import open_ledger
from sayso.show.cli import app
from tests.ledger.make_reports import RECORDED, make_claim, make_item, make_report


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "a.ledger"
    with open_ledger(path) as ledger:
        ledger.append(*make_item(1), recorded_at=RECORDED)
        other = make_report(2)
        claim = make_claim(other, "took hill 2", person="Anna Odas")
        ledger.append(other, (claim,), recorded_at=RECORDED)
    return path


def run(path, *words):
    return CliRunner().invoke(app, ["release", *words, "--ledger", str(path)])


def release(path, name="Karim Odas"):
    done = run(path, name, "--by", "Ines Koll", "--why", "His sister asks")
    assert done.exit_code == 0, done.output
    return done.output.strip()


def test_a_release_is_logged_with_who_when_and_why(path):
    made = release(path)

    (line,) = run(path).output.splitlines()

    assert line.startswith(made) and "Ines Koll: person/karim-odas: His sister asks" in line


def test_a_release_is_taken_back_and_the_log_keeps_both(path):
    made = release(path)

    run(path, "--take-back", made, "--by", "Tomas Rehn", "--why", "He is in danger")

    log = json.loads(run(path, "--json").output)
    assert {one["withdraws"] for one in log} == {None, made}
    with open_ledger(path) as ledger:
        assert ledger.judgements() == ()


def test_a_release_needs_a_name_a_reason_and_one_person(path):
    assert run(path, "Karim Odas", "--by", "Ines Koll").exit_code == 2
    assert run(path, "Odas", "--by", "Ines Koll", "--why", "It is so").exit_code == 2
    assert run(path, "Vesk", "--by", "Ines Koll", "--why", "It is so").exit_code != 0
    assert run(path).output == ""
