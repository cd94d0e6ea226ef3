"""Files of all kinds opened as ledgers: new, ours, older, newer, and none at all."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from make_reports import RECORDED, make_item
from sqlalchemy import create_engine

from sayso.errors import LedgerError
from sayso.ledger.opening import _config
from sayso.ledger.store import open_ledger
from sayso.ledger.tables import REVISION, metadata


def tables_of(path):
    """What SQLite holds as the text of each of our tables and indexes."""
    with sqlite3.connect(path) as db:
        rows = db.execute("SELECT name, sql FROM sqlite_master WHERE name NOT LIKE '%claim_words%'")
        return {name: sql and " ".join(sql.split()) for name, sql in rows if "sayso" not in name}


def run(path, statement):
    with sqlite3.connect(path) as db:
        db.execute(statement)
    db.close()


def test_a_ledger_is_made_and_opened_again(tmp_path):
    path = tmp_path / "what? #1 %20.ledger"
    with open_ledger(path) as ledger:
        ledger.append(*make_item(1), recorded_at=RECORDED)
    with open_ledger(str(path)) as ledger, open_ledger(f"sqlite:///{tmp_path}/b") as other:
        assert ledger.counts().reports == 1
        assert other.counts().reports == 0


def test_migrations_make_the_tables_that_the_program_knows(tmp_path):
    open_ledger(tmp_path / "migrated").close()
    metadata.create_all(create_engine(f"sqlite:///{tmp_path}/created"))
    assert tables_of(tmp_path / "migrated") == tables_of(tmp_path / "created")
    made = [sql for sql in tables_of(tmp_path / "migrated").values() if sql and "TABLE" in sql]
    assert len(made) == 8
    assert all(sql.endswith("STRICT") for sql in made)


def test_the_last_migration_is_the_one_the_program_knows():
    assert ScriptDirectory.from_config(_config()).get_heads() == [REVISION]


def test_readers_go_on_while_one_writes(tmp_path):
    path = tmp_path / "a.ledger"
    with open_ledger(path) as ledger:
        ledger.append(*make_item(1), recorded_at=RECORDED)
        writer = sqlite3.connect(path, isolation_level=None)
        writer.execute("BEGIN EXCLUSIVE")
        assert ledger.counts().reports == 1
        writer.close()


def test_a_newer_schema_is_refused_and_left_as_it_is(tmp_path):
    path = tmp_path / "a.ledger"
    open_ledger(path).close()
    run(path, "UPDATE sayso_schema SET version_num = '0999'")
    before = path.read_bytes()
    with pytest.raises(LedgerError, match=rf"newer sayso .schema 0999; .* up to {REVISION}"):
        open_ledger(path)
    assert path.read_bytes() == before


def test_an_older_ledger_is_upgraded(tmp_path):
    path = tmp_path / "a.ledger"
    run(path, "CREATE TABLE sayso_schema (version_num TEXT PRIMARY KEY)")
    with open_ledger(path) as ledger:
        assert ledger.append(*make_item(1), recorded_at=RECORDED)


def test_a_database_of_another_program_is_refused_and_left_as_it_is(tmp_path):
    path = tmp_path / "other.db"
    run(path, "CREATE TABLE songs (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="a database of another program"):
        open_ledger(path)
    assert path.read_bytes() == before


def test_what_is_no_database_is_refused_and_left_as_it_is(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Hill one falls. " * 100)
    for where in (path, tmp_path, tmp_path / "none" / "a.ledger"):
        with pytest.raises(LedgerError, match="cannot be opened as a ledger"):
            open_ledger(where)
    assert path.read_text() == "Hill one falls. " * 100


def test_a_url_of_another_kind_is_refused_without_its_password():
    for url in ("mysql://me:secret@host/db", "gopher://me:secret@x", "://"):
        with pytest.raises(LedgerError) as told:
            open_ledger(url)
        assert "secret" not in str(told.value)


def test_many_processes_may_make_and_fill_one_ledger(tmp_path):
    path = tmp_path / "a.ledger"
    command = [sys.executable, Path(__file__).with_name("make_reports.py"), path, "12"]
    running = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(4)]
    assert [process.wait(timeout=60) for process in running] == [0, 0, 0, 0]
    with open_ledger(path) as ledger:
        assert (ledger.counts().reports, ledger.counts().claims) == (12, 24)
