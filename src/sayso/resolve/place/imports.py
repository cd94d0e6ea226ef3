"""A GeoNames dump in, a file of places beside the bundled one out.

Formats as in the readme of the GeoNames export: 19 columns of a place, 10 of another name.
"""

import os
import sqlite3
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Literal

from sayso.errors import UnreadableTable
from sayso.resolve.name.folding import fold_place
from sayso.resolve.place.files import INSERT_PLACE, SCHEMA, find_keys, is_useful_name
from sayso.tables import read_shipped

BATCH = 4_000_000  # bytes read and committed at once: some 30,000 places, under a second
# Names are written down as they come and sorted at the end: millions put in their order one by
# one would each wait for the disk.
_STAGING = f"""
{SCHEMA}
CREATE TABLE staged (folded TEXT NOT NULL, place INTEGER NOT NULL) STRICT;
CREATE TABLE progress (
    which TEXT PRIMARY KEY, offset INTEGER, lines INTEGER, bad INTEGER, first_bad INTEGER
) STRICT;
"""
_STAGE = "INSERT INTO staged SELECT ?1, ?2 WHERE EXISTS (SELECT 1 FROM place WHERE id = ?2)"
# Other names in these "languages" are links, codes and sounds.
_NO_NAMES = frozenset(
    ["link", "wkdt", "post", "iata", "icao", "faac", "unlc", "tcid", "phon", "piny", "abbr"]
)
_UNREADABLE = (
    "cannot be read as a dump of GeoNames; give allCountries.txt or a country's, as text or zipped"
)


@dataclass(frozen=True, slots=True)
class Dump:
    """What to import. names: of alternateNamesV2.txt; countries: ISO codes, empty: all."""

    places: Path
    names: Path | None = None
    countries: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the import of one file is.

    which:     the dump's places, or its file of other names
    offset:    bytes read, unpacked
    first_bad: number of the first line that could not be read; 0: none
    """

    which: Literal["places", "names"]
    offset: int = 0
    lines: int = 0
    bad: int = 0
    first_bad: int = 0


def import_dump(dump: Dump, target: Path) -> Iterator[Progress]:
    """Put the dump's places into `target`, in place of what it had of the same countries.

    Each step is on disk when it is yielded: after a kill, the same call goes on behind it.
    `target` changes only at the end.
    raises: UnreadableTable if a file is not there, or no line of the dump is a place wanted
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(target.name + ".part")
    with closing(_open_unfinished(unfinished, _sign(dump))) as db:
        reader = PlaceReader(find_divisions(dump.places), read_kinds(), dump.countries)
        yield from _import_lines(db, "places", dump.places, lambda lines: reader.put(db, lines))
        if db.execute("SELECT 1 FROM place").fetchone() is None:
            wanted = f" in {', '.join(sorted(dump.countries))}" if dump.countries else ""
            raise UnreadableTable(
                f"{dump.places}: no line of it is a place{wanted}; it {_UNREADABLE}"
            )
        if dump.names is not None:
            yield from _import_lines(db, "names", dump.names, lambda lines: put_names(db, lines))
        _finish(db, target, dump.countries)
    unfinished.unlink()


def count_places(path: Path) -> int:
    """How many places an imported file holds."""
    with closing(sqlite3.connect(path)) as db:
        return int(db.execute("SELECT count(*) FROM place").fetchone()[0])


@contextmanager
def open_lines(path: Path) -> Iterator[tuple[IO[bytes], int]]:
    """The lines of a dump and their size in bytes; of a zip, the largest file in it."""
    try:
        if not zipfile.is_zipfile(path):
            with path.open("rb") as plain:
                yield plain, path.stat().st_size
            return
        with zipfile.ZipFile(path) as archive:
            largest = max(archive.infolist(), key=lambda info: info.file_size)
            with archive.open(largest) as packed:
                yield packed, largest.file_size
    except (OSError, EOFError, zipfile.BadZipFile) as why:
        told = getattr(why, "strerror", None) or why
        raise UnreadableTable(f"{path}: {told}; it {_UNREADABLE}") from why


# --- lines --------------------------------------------------------------------------------


def read_kinds() -> Mapping[str, str]:
    """Feature class or code -> our kind of place; "" for what is left out."""
    table = read_shipped("feature_kinds.toml")
    return {**table["classes"], **table["codes"]}


def find_divisions(path: Path) -> dict[str, int]:
    """Ids of provinces ("AF.13") and districts ("AF.13.1301"), which may stand anywhere in it."""
    found: dict[str, int] = {}
    with open_lines(path) as (stream, _):
        for line in stream:
            if b"\tADM1\t" in line or b"\tADM2\t" in line:
                cells = line.decode("utf-8", "replace").split("\t")
                if len(cells) == 19 and cells[0].isdecimal():
                    last = 11 if cells[7] == "ADM1" else 12
                    found[".".join([cells[8], *cells[10:last]])] = int(cells[0])
    return found


@dataclass(frozen=True, slots=True)
class PlaceReader:
    """Reads the places of these countries (empty: all) out of lines of a dump."""

    divisions: Mapping[str, int]
    kinds: Mapping[str, str]
    countries: frozenset[str] = frozenset()

    def put(self, db: sqlite3.Connection, lines: Sequence[bytes]) -> list[int]:
        """Write the places of the lines; gives the indexes of those that cannot be read."""
        rows, names, bad = [], [], []
        for index, line in enumerate(lines):
            try:
                found = self.read(line)
            except ValueError:
                bad.append(index)
                continue
            if found is not None:
                row, keys = found
                rows.append(row)
                names += [(key, row[0]) for key in keys]
        db.executemany(INSERT_PLACE, rows)
        db.executemany("INSERT INTO staged VALUES (?,?)", names)
        return bad

    def read(self, line: bytes) -> tuple[tuple[object, ...], set[str]] | None:
        """A row for INSERT_PLACE, and its folded names; None: not wanted.

        raises: ValueError if the line is no place
        """
        cells = line.decode().rstrip("\r\n").split("\t")
        if len(cells) != 19:
            raise ValueError(f"{len(cells)} columns instead of 19")
        id, name, plain, alternates, north, east, feature, code, country, _, first, second = cells[
            :12
        ]
        if self.countries and country not in self.countries:
            return None
        latitude, longitude = float(north), float(east)
        if not (abs(latitude) <= 90 and abs(longitude) <= 180):
            raise ValueError(f"{latitude}, {longitude} is not on earth")
        kind = self.kinds.get(code, self.kinds.get(feature, ""))
        keys = find_keys(name, (plain, *alternates.split(",")), fold_place) if kind else set()
        if not keys:
            return None
        row = (
            int(id),
            name,
            round(latitude * 100_000),
            round(longitude * 100_000),
            kind,
            country,
            None if kind in ("country", "admin1") else self.divisions.get(f"{country}.{first}"),
            self._district(f"{country}.{first}.{second}", int(id)) if second else None,
            int(cells[14] or 0),
            int(code == "PPLC"),
            0,
        )
        return row, keys

    def _district(self, code: str, of: int) -> int | None:
        district = self.divisions.get(code)
        return None if district == of else district


def put_names(db: sqlite3.Connection, lines: Sequence[bytes]) -> list[int]:
    """Write other names of places that are there; gives the indexes of lines that are none."""
    names, preferred, bad = [], [], []
    for index, line in enumerate(lines):
        try:
            _, id, language, name, *marks = line.decode().rstrip("\r\n").split("\t")
            place = int(id)
        except ValueError:
            bad.append(index)
            continue
        if language in _NO_NAMES or not is_useful_name(name):
            continue
        key = fold_place(name)
        if key and key.isascii():
            names.append((key, place))
            if language == "en" and marks[:4] == ["1", "", "", ""]:
                preferred.append((name, place))
    db.executemany(_STAGE, names)
    db.executemany("UPDATE place SET name = ? WHERE id = ?", preferred)
    return bad


# --- files --------------------------------------------------------------------------------


def _import_lines(
    db: sqlite3.Connection,
    which: Literal["places", "names"],
    path: Path,
    put: Callable[[Sequence[bytes]], list[int]],
) -> Iterator[Progress]:
    """Put the lines behind those already there; yields after each batch, and at least once."""
    query = "SELECT offset, lines, bad, first_bad FROM progress WHERE which = ?"
    done = Progress(which, *(db.execute(query, (which,)).fetchone() or ()))
    with open_lines(path) as (stream, _):
        stream.seek(done.offset)
        while lines := stream.readlines(BATCH):
            with db:
                bad = put(lines)
                done = Progress(
                    which,
                    offset=done.offset + sum(map(len, lines)),
                    lines=done.lines + len(lines),
                    bad=done.bad + len(bad),
                    first_bad=done.first_bad or (done.lines + bad[0] + 1 if bad else 0),
                )
                state = (which, done.offset, done.lines, done.bad, done.first_bad)
                db.execute("INSERT OR REPLACE INTO progress VALUES (?,?,?,?,?)", state)
            yield done
    yield done


def _sign(dump: Dump) -> str:
    """What an unfinished file must have been begun with to be gone on with."""
    files = [path.resolve() for path in (dump.places, dump.names) if path is not None]
    try:
        facts = [(str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in files]
    except OSError as why:
        raise UnreadableTable(f"{why.filename}: {why.strerror}; name a file that is there") from why
    return repr((facts, sorted(dump.countries), _STAGING))


def _open_unfinished(path: Path, signature: str) -> sqlite3.Connection:
    """The file that an import of the same was working on when it ended, or a new one."""
    db = sqlite3.connect(path)
    try:
        found = db.execute("SELECT value FROM made WHERE what = 'signature'").fetchone()
    except sqlite3.DatabaseError:
        found = None
    if found != (signature,):
        db.close()
        for stale in (path, path.with_name(path.name + "-journal")):
            stale.unlink(missing_ok=True)
        db = sqlite3.connect(path)
        db.executescript(_STAGING)
        with db:
            db.execute("INSERT INTO made VALUES ('signature', ?)", (signature,))
    # A killed process loses nothing by this, only a power cut would.
    db.execute("PRAGMA synchronous = OFF")
    return db


def _finish(db: sqlite3.Connection, target: Path, countries: frozenset[str]) -> None:
    """Sort what was read into a new file, add what is kept of the old one, and put it there."""
    fresh = target.with_name(target.name + ".new")
    fresh.unlink(missing_ok=True)
    with closing(sqlite3.connect(fresh)) as empty:
        empty.executescript(SCHEMA)
    db.execute("ATTACH ? AS fresh", (str(fresh),))
    db.execute("PRAGMA fresh.journal_mode = OFF")
    with db:
        db.execute("INSERT INTO fresh.place SELECT * FROM place ORDER BY id")
        if target.exists():
            _keep_others(db, target, countries)
        db.execute(
            "INSERT OR IGNORE INTO fresh.name SELECT folded, place FROM staged ORDER BY folded, place"
        )
    db.execute("DETACH fresh")
    os.replace(fresh, target)


def _keep_others(db: sqlite3.Connection, earlier: Path, countries: frozenset[str]) -> None:
    """Take over the places of an earlier import in countries that this one did not replace."""
    imported = countries or {row[0] for row in db.execute("SELECT DISTINCT country FROM place")}
    marks = ",".join("?" * len(imported))
    with closing(sqlite3.connect(earlier)) as old:
        places = old.execute(
            f"SELECT * FROM place WHERE country NOT IN ({marks}) ORDER BY id", sorted(imported)
        )
        marks_of_row = ",".join("?" * len(places.description))
        db.executemany(f"INSERT OR IGNORE INTO fresh.place VALUES ({marks_of_row})", places)
        names = old.execute(
            "SELECT folded, place FROM name JOIN place ON place.id = name.place"
            f" WHERE country NOT IN ({marks})",
            sorted(imported),
        )
        db.executemany("INSERT OR IGNORE INTO staged VALUES (?,?)", names)
