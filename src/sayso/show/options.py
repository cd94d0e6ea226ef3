"""The options that commands share, and what turns their words into times, places and desks."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

if TYPE_CHECKING:
    from sayso.desk import Desk
    from sayso.ledger.store import Ledger
    from sayso.types import Interval


class ClockChoice(StrEnum):
    published = "published"
    recorded = "recorded"


class ReaderChoice(StrEnum):
    owner = "owner"
    others = "others"
    published = "published"


Where = Annotated[
    str,
    typer.Option("--ledger", envvar="SAYSO_LEDGER", help="The ledger: a file, or a database URL."),
]
Parties = Annotated[
    list[Path] | None,
    typer.Option(
        "--parties",
        envvar="SAYSO_PARTIES",
        help="A register of parties (TOML) laid over the bundled one; may be repeated.",
    ),
]
IMPORTED_PLACES = "SAYSO_GAZETTEER"  # the environment variable that names the imported file


def imported_places() -> Path:
    """Where `sayso gazetteer import` writes, unless told otherwise: the user's data folder."""
    if named := os.environ.get(IMPORTED_PLACES):
        return Path(named)
    if os.name == "nt" or sys.platform == "darwin":
        return Path(typer.get_app_dir("sayso")) / "places.sqlite"
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "sayso" / "places.sqlite"


def _with_imported(tables: list[Path] | None) -> list[Path]:
    """The user's tables, and before them the imported places where there are some."""
    imported = imported_places()
    return [*([imported] if imported.is_file() else []), *(tables or ())]


Places = Annotated[
    list[Path] | None,
    typer.Option(
        "--places",
        envvar="SAYSO_PLACES",
        callback=_with_imported,
        help="A table of places (TSV) laid over the gazetteer; may be repeated.",
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of", help="Show what was known by this time: 2031-03-05, or 2031-03-05T12:00Z."
    ),
]
ClockOf = Annotated[
    ClockChoice,
    typer.Option(
        "--clock", help="published: what the public could know; recorded: what this ledger knew."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]
ReaderOf = Annotated[
    ReaderChoice,
    typer.Option(
        "--reader",
        envvar="SAYSO_READER",
        help="For whom: owner: all; others: private people are withheld; published: the newly dead too.",
    ),
]
Limit = Annotated[int, typer.Option("--limit", min=1, help="At most so many rows.")]
DEFAULT_LEDGER = "sayso.sqlite"


def stop(message: str) -> NoReturn:
    sys.stderr.write(f"sayso: {message}\n")
    raise SystemExit(2)


def desk_of(
    opened: "Ledger", parties: tuple[Path, ...], reader: ReaderChoice = ReaderChoice.owner
) -> "Desk":
    """The ledger's desk as a reader may use it."""
    from sayso.desk import Desk
    from sayso.resolve.parties import load_register
    from sayso.show.guarding import guard

    return guard(Desk(opened, load_register(parties)), reader.value)


def place_of(ledger: str) -> Path | str:
    return ledger if "://" in ledger else Path(ledger)


def existing(ledger: str) -> Path | str:
    """The ledger to look into; looking must not make an empty one."""
    if "://" not in ledger and not Path(ledger).exists():
        stop(f"{ledger}: no ledger there; make one with `sayso read FILES --ledger {ledger}`")
    return place_of(ledger)


def interval_of(words: str | None) -> "Interval | None":
    from sayso.read.dates import parse_published

    if words is None:
        return None
    interval = parse_published(words)
    if interval is None:
        stop(f"{words}: not a date; write 2031-03-05 or 2031-03-05T12:00Z")
    return interval


def moment_of(words: str | None) -> str | None:
    """The end of the day or second that is meant."""
    interval = interval_of(words)
    return interval.stop if interval is not None else None


def now() -> str:
    from datetime import UTC, datetime

    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@contextmanager
def output(out: Path | None) -> Iterator[Any]:
    """The file under a temporary name until it is whole, or standard output."""
    if out is None:
        yield sys.stdout
        return
    unfinished = out.with_name(out.name + ".part")
    try:
        stream = unfinished.open("w", encoding="utf-8", newline="")
    except OSError as error:
        stop(f"{out}: cannot be written ({error.strerror}); name a file in a folder that is there")
    with stream:
        yield stream
    unfinished.replace(out)
