"""The register of parties: bundled and users' TOML in, who is which organisation and side out."""

import re
import tomllib
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

from sayso.errors import UnreadableTable
from sayso.resolve.name.folding import fold_name
from sayso.resolve.side_words import load_side_words
from sayso.tables import read_shipped
from sayso.types import Interval, SourceKind

FIRST, LAST = "0001-01-01", "9999-12-31"
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?$")


@dataclass(frozen=True, slots=True)
class Party:
    """One organisation as the register holds it; `side` None: it has no side in the conflict.

    names:  what reports call it; people: who speaks for it; outlets: what it owns
    called: what else tells that it is meant: "Islamist", "Lebanese", "opposition"
    start, stop: ISO days between which the side holds, either may be None
    """

    id: str
    name: str
    names: tuple[str, ...]
    kind: SourceKind = "unknown"
    side: str | None = None
    conflict: str | None = None
    people: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    start: str | None = None
    stop: str | None = None
    why: str = ""
    source: str = ""

    @property
    def term(self) -> Interval | None:
        """From when to when it has its side; None: always."""
        if self.start is None and self.stop is None:
            return None
        return Interval(f"{self.start or FIRST}T00:00:00Z", f"{self.stop or LAST}T23:59:59Z")


@dataclass(frozen=True, slots=True)
class Register:
    """All parties known, by id, and by the folded names of them, their people and outlets.

    by_acronym: names in capitals alone, to the letter: WHO is a body, 'who' is a word
    """

    parties: Mapping[str, Party]
    by_name: Mapping[str, str]
    by_acronym: Mapping[str, str]
    by_person: Mapping[str, str]
    by_outlet: Mapping[str, str]
    people: Mapping[str, str] = field(default_factory=dict)

    def party_of(self, name: str) -> Party | None:
        """The organisation of that name, whatever its spelling; None: it is in no register."""
        id_ = self.by_acronym.get(name.strip()) or self.by_name.get(fold_name(name))
        return self.parties[id_] if id_ is not None else None

    def party_of_forces(self, words: str) -> Party | None:
        """Whose 'northern guns' are, where 'northern army' is the name of one party alone."""
        side_words = load_side_words()
        *before, last = fold_name(words).split() or [""]
        forces = side_words.arms | side_words.men
        if last not in forces or not before:
            return None
        ids = {self.by_name.get(f"{before[-1]} {noun}") for noun in forces} - {None}
        return self.parties[ids.pop() or ""] if len(ids) == 1 else None

    def speaker_for(self, name: str) -> Party | None:
        """The organisation that the person of that full name speaks for, if the register says so."""
        id_ = self.by_person.get(fold_name(name))
        return self.parties[id_] if id_ is not None else None

    def owner_of(self, outlet: str) -> Party | None:
        """The organisation whose mouthpiece an outlet is, if the register says so."""
        id_ = self.by_outlet.get(fold_name(outlet))
        return self.parties[id_] if id_ is not None else None


def load_register(extra: Sequence[Path] = ()) -> Register:
    """The bundled parties with the user's files laid over them; a later file wins by id.

    raises: UnreadableTable with file and table name
    """
    parties = _bundled_groups()
    parties |= _read(
        files("sayso.data").joinpath("parties.toml").read_text("utf-8"), "parties.toml"
    )
    for path in extra:
        try:
            parties |= _read(path.read_text("utf-8"), str(path))
        except OSError as error:
            raise UnreadableTable(
                f"{path}: cannot be opened ({error.strerror}); check the path"
            ) from error
    return register_of(parties.values())


def register_of(parties: Iterable[Party]) -> Register:
    """Index the parties by name, person and outlet; of two with one name the later wins."""
    held = {party.id: party for party in parties}
    names = [(name, p.id) for p in held.values() for name in (p.name, *p.names)]
    people = [(person, party.id) for party in held.values() for person in party.people]
    return Register(
        parties=held,
        by_name={fold_name(name): id_ for name, id_ in names if not is_acronym(name)},
        by_acronym={name: id_ for name, id_ in names if is_acronym(name)},
        by_person={fold_name(person): id_ for person, id_ in people},
        by_outlet={fold_name(outlet): p.id for p in held.values() for outlet in p.outlets},
        people={fold_name(person): person for person, _ in people},
    )


def is_acronym(name: str) -> bool:
    """Whether a name is capitals alone, so that only its own spelling means it."""
    letters = [char for char in name if char.isalpha()]
    return len(letters) <= 6 and all(char.isupper() for char in letters)


def _bundled_groups() -> dict[str, Party]:
    """Well-known groups and bodies: names and kind only, no side."""
    table = read_shipped("group_aliases.toml")
    found = {}
    for id_, row in table.items():
        names = (row.get("name", id_), *row.get("aliases", ()))
        kind = row.get("kind", "unknown")
        found[id_] = Party(
            id_,
            names[0],
            tuple(names),
            kind if kind in get_args(SourceKind) else "unknown",
            called=tuple(row.get("called", ())),
        )
    return found


def _read(text: str, origin: str) -> dict[str, Party]:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UnreadableTable(f"{origin}: not TOML ({error}); mend that line") from error
    return {id_: _party(id_, row, origin) for id_, row in table.items()}


def _party(id_: str, row: Any, origin: str) -> Party:
    if not isinstance(row, dict):
        raise UnreadableTable(f"{origin}: {id_} is no table; write [{id_}] above its lines")
    kind = row.get("kind", "unknown")
    if kind not in get_args(SourceKind):
        raise UnreadableTable(
            f"{origin}: {id_} has kind {kind!r}; take one of {', '.join(get_args(SourceKind))}"
        )
    names = tuple(row.get("names", ())) or (id_.replace("_", " "),)
    return Party(
        id=id_,
        name=row.get("name", names[0]),
        names=names,
        kind=kind,
        side=row.get("side") or None,
        conflict=row.get("conflict"),
        people=tuple(row.get("people", ())),
        outlets=tuple(row.get("outlets", ())),
        called=tuple(row.get("called", ())),
        start=_day(row.get("from"), origin=f"{origin}: {id_} has from", is_end=False),
        stop=_day(row.get("to"), origin=f"{origin}: {id_} has to", is_end=True),
        why=row.get("why", ""),
        source=row.get("source", ""),
    )


def _day(value: object, *, origin: str, is_end: bool) -> str | None:
    """A day, or the first or last one of a month or year; None: nothing is given."""
    if value is None or value == "":
        return None
    told = str(value)[:10]
    if not _DAY.match(told):
        raise UnreadableTable(f"{origin} = {value!r}; write a day (2031-05-03), a month or a year")
    year, month, day = (int(part) for part in [*told.split("-"), "0", "0"][:3])
    month = month or (12 if is_end else 1)
    try:
        return date(year, month, day or (monthrange(year, month)[1] if is_end else 1)).isoformat()
    except ValueError as error:
        raise UnreadableTable(f"{origin} = {value!r}, which is no day ({error})") from error
