"""In: a path or a database URL. Out: an engine on a ledger of today's schema, made or upgraded."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import URL, Engine, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DatabaseError

from sayso.errors import LedgerError
from sayso.ledger import dialect
from sayso.ledger.tables import REVISION, VERSION_TABLE

if TYPE_CHECKING:
    from alembic.config import Config


def open_engine(where: Path | str) -> Engine:
    """An engine on a ledger; a new one is made, an older one upgraded.

    raises: LedgerError if it is no ledger, of another program, or of a newer sayso;
            such a file is left as it is
    """
    url = _url_of(where)
    name = url.database if url.drivername == "sqlite" and url.database else str(url)
    engine = dialect.make_engine(url)
    try:
        _bring_up_to_date(engine, name)
    except DatabaseError as broken:
        engine.dispose()
        why = f"cannot be opened as a ledger ({broken.orig}); name a ledger, or a new file"
        raise LedgerError(f"{name}: {why}") from broken
    except LedgerError:
        engine.dispose()
        raise
    return engine


def _url_of(where: Path | str) -> URL:
    if isinstance(where, Path) or "://" not in where:
        return dialect.sqlite_url(str(Path(where).absolute()))
    try:
        url = make_url(where)
    except ArgumentError as misfit:
        raise LedgerError("this is no database URL; write it as postgresql://HOST/NAME") from misfit
    if url.get_backend_name() not in {"sqlite", "postgresql"}:
        known = "a path, sqlite:// or postgresql://"
        raise LedgerError(f"{url}: ledgers are not kept in {url.get_backend_name()}; give {known}")
    return url


def _bring_up_to_date(engine: Engine, name: str) -> None:
    tables = inspect(engine).get_table_names()
    if tables and VERSION_TABLE not in tables:
        raise LedgerError(f"{name}: a database of another program; name a ledger, or a new file")
    revision = _revision_of(engine) if tables else None
    if revision != REVISION:
        _check_known(revision, name)
    dialect.keep_journal(engine)
    if revision != REVISION:
        _upgrade(engine)


def _revision_of(engine: Engine) -> str | None:
    """The schema of a ledger. None: it was left before its first table."""
    with engine.connect() as connection:
        found: str | None = connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))
    return found


def _check_known(revision: str | None, name: str) -> None:
    from alembic.script import ScriptDirectory

    known = {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}
    if revision is not None and revision not in known:
        why = f"was made by a newer sayso (schema {revision}; this one knows up to {REVISION})"
        raise LedgerError(f"{name}: {why}; install the newer version to open it")


def _upgrade(engine: Engine) -> None:
    """Run what is missing, in one transaction: killed midway, the ledger is as before."""
    from alembic import command

    config = _config()
    with dialect.for_writing(engine).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _config() -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "sayso.ledger:migrations")
    return config
