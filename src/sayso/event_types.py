"""The table of event and state types: `data/event_types.toml` in, one record a type out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from sayso.tables import read_shipped


@dataclass(frozen=True, slots=True)
class EventType:
    """One row of the table; the head of `event_types.toml` says what each key means."""

    name: str
    family: str
    verbs: tuple[str, ...] = ()
    verbs_if: Mapping[str, tuple[str, ...]] | None = None
    phrases: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    fought: tuple[str, ...] = ()
    subject: str = ""
    object: str = ""
    intransitive: str = ""
    subject_of: Mapping[str, str] | None = None
    noun_of: str = ""
    prepositions: Mapping[str, str] | None = None
    roles: tuple[str, ...] = ()
    counted: str = ""
    questions: tuple[str, ...] = ()
    tolerance_days: int = 1
    contradicts: tuple[str, ...] = ()
    key: str = "place"
    interest: str = "none"
    acled: str = ""
    plover: str = ""
    heading: str = ""

    @property
    def is_state(self) -> bool:
        """Whether it tells what a person is, or where: such have finders of their own."""
        return self.family in {"state", "whereabouts"}


@dataclass(frozen=True, slots=True)
class WordTable:
    """The types' words turned round for look-up, lemma first.

    verbs_if: lemma -> (type, lemmas or classes one of which its object must be)
    phrases:  first lemma -> (the other lemmas, type), longest first
    nouns:    lemma, with blanks for several words -> type
    """

    verbs: Mapping[str, str]
    verbs_if: Mapping[str, tuple[tuple[str, frozenset[str]], ...]]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    nouns: Mapping[str, str]
    adjectives: Mapping[str, str]
    weapons: Mapping[str, str]


@cache
def load_event_types() -> Mapping[str, EventType]:
    """All types by name, as shipped; read once a process."""
    table = read_shipped("event_types.toml")
    return {name: _row(name, row) for name, row in table.items()}


def _row(name: str, row: dict[str, Any]) -> EventType:
    known = {field.name for field in fields(EventType)}
    if unknown := set(row) - known:
        raise ValueError(f"event_types.toml: {name} has unknown keys {sorted(unknown)}")
    tidy: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in row.items()
    }
    return EventType(name=name, **tidy)


@cache
def load_words() -> WordTable:
    """The words of all types, for the finder of events."""
    types = load_event_types().values()
    verbs_if: dict[str, tuple[tuple[str, frozenset[str]], ...]] = {}
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for kind in types:
        for lemma, wanted in (kind.verbs_if or {}).items():
            verbs_if[lemma] = (*verbs_if.get(lemma, ()), (kind.name, frozenset(wanted)))
        for phrase in kind.phrases:
            first, *rest = phrase.split()
            row = (tuple(rest), kind.name)
            phrases[first] = tuple(sorted((*phrases.get(first, ()), row), key=lambda r: -len(r[0])))
    return WordTable(
        verbs={lemma: kind.name for kind in types for lemma in kind.verbs},
        verbs_if=verbs_if,
        phrases=phrases,
        nouns={noun: kind.name for kind in types for noun in kind.nouns},
        adjectives={word: kind.name for kind in types for word in kind.adjectives},
        weapons={word: kind.name for kind in types for word in kind.weapons},
    )


@cache
def load_open_words() -> Mapping[str, frozenset[str]]:
    """Lemma -> the types that the word may tell, states apart: `data/event_words.toml` and the
    words of the table of types that mean a type wherever they stand."""
    table = read_shipped("event_words.toml")
    found: dict[str, set[str]] = {}
    for name, words in table.items():
        for word in words.split():
            found.setdefault(word.lower(), set()).add(name)
    for kind in load_event_types().values():
        if not kind.is_state:
            for word in _first_words(kind):
                found.setdefault(word.lower(), set()).add(kind.name)
    return {word: frozenset(names) for word, names in found.items()}


def _first_words(kind: EventType) -> Iterator[str]:
    yield from (*kind.verbs, *kind.adjectives)
    yield from (noun.split()[-1] for noun in kind.nouns)
