"""In: a database and a wish. Out: the SQL for it, where SQLite and PostgreSQL differ."""

import sqlite3
from collections.abc import Mapping, Sequence

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    Float,
    Integer,
    Subquery,
    Table,
    Text,
    create_engine,
    event,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.types import TypeDecorator

from sayso.errors import LedgerError

type_of_text = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that sorts by code point on every database, whatever its locale."""

Cell = str | int | bool | None
Row = Mapping[str, Cell]

# A writer waits for another; a batch of 20 reports takes well under a second.
_BUSY_MILLISECONDS = 30_000
_WRITES = "sayso_writes"


class Flag(TypeDecorator[bool]):
    """True or false as 1 or 0: STRICT tables know no BOOLEAN."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        return None if value is None else bool(value)


def sqlite_url(path: str) -> URL:
    """The URL of a SQLite file, whatever characters are in its name."""
    return URL.create("sqlite", database=path)


def make_engine(url: URL) -> Engine:
    """An engine that touches nothing yet. raises: LedgerError if no driver is there for it."""
    try:
        engine = create_engine(url)
    except ImportError as missing:
        why = f"its driver {missing.name} is not installed; install it, or use a file"
        raise LedgerError(f"{url.render_as_string()}: {why}") from missing
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def for_writing(engine: Engine) -> Engine:
    """The same engine, whose transactions take the write lock at their start."""
    return engine.execution_options(**{_WRITES: True})


def keep_journal(engine: Engine) -> None:
    """Let readers go on while one writes; it changes the file, so only for one that is ours."""
    if engine.dialect.name == "sqlite":
        raw = engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA journal_mode = WAL")
        finally:
            raw.close()


def insert_or_ignore(connection: Connection, table: Table, row: Row) -> bool:
    """Append one row; False, and nothing changed, if a row with its key is there."""
    is_sqlite = connection.dialect.name == "sqlite"
    statement = sqlite.insert(table) if is_sqlite else postgresql.insert(table)
    return connection.execute(statement.on_conflict_do_nothing(), row).rowcount == 1


def create_word_index(connection: Connection) -> None:
    """Make the full-text index; it holds no text of its own, only which claim has which word."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE claim_words USING fts5(words, title, content = '',"
            " tokenize = 'unicode61 remove_diacritics 2')"
        )
        return
    connection.exec_driver_sql(
        "CREATE TABLE claim_words (number integer PRIMARY KEY REFERENCES claims (number),"
        " found tsvector NOT NULL)"
    )
    connection.exec_driver_sql("CREATE INDEX claim_words_found ON claim_words USING gin (found)")


def add_words(connection: Connection, rows: Sequence[Row]) -> None:
    """Index the words of claims. rows: `number`, `words` and `title` of each."""
    statements = {
        "sqlite": "INSERT INTO claim_words (rowid, words, title) VALUES (:number, :words, :title)",
        "postgresql": "INSERT INTO claim_words (number, found)"
        " VALUES (:number, to_tsvector('simple', :words || ' ' || :title))",
    }
    if rows:
        connection.execute(text(statements[connection.dialect.name]), rows)


def matches_of(connection: Connection, words: str) -> Subquery:
    """Numbers of the claims that hold all the words, each with its rank, the least the best."""
    is_sqlite = connection.dialect.name == "sqlite"
    statement = text(
        "SELECT rowid AS number, rank FROM claim_words WHERE claim_words MATCH :query"
        if is_sqlite
        else "SELECT number, -ts_rank(found, query) AS rank"
        " FROM claim_words, plainto_tsquery('simple', :query) query WHERE found @@ query"
    )
    query = _as_phrases(words) if is_sqlite else words
    return statement.bindparams(query=query).columns(number=Integer, rank=Float).subquery()


def _as_phrases(words: str) -> str:
    """Each word in quotation marks, so that none is an operator."""
    return " ".join('"' + word.replace('"', '""') + '"' for word in words.split())


def _set_up_sqlite(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    # The driver's own BEGIN comes late and leaves CREATE TABLE outside; we send ours.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_MILLISECONDS}")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
