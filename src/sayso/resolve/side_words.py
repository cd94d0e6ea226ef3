"""The lists of `data/side_words.toml`, by what each is for."""

from dataclasses import dataclass
from functools import cache

from sayso.tables import read_words


@dataclass(frozen=True, slots=True)
class SideWords:
    """`data/side_words.toml`, which says what each list is for."""

    generic: frozenset[str]
    any_rebels: frozenset[str]
    forces_owned: frozenset[str]
    arms: frozenset[str]
    men: frozenset[str]
    bodies: frozenset[str]
    between: frozenset[str]
    small: frozenset[str]
    after: frozenset[str]
    of_any_side: frozenset[str]
    in_charge: frozenset[str]
    no_plurals: frozenset[str]
    nobody: frozenset[str]
    us: frozenset[str]
    themselves: frozenset[str]
    owned: frozenset[str]
    determiners: frozenset[str]
    each_other: frozenset[str]
    of_states: frozenset[str]


@cache
def load_side_words() -> SideWords:
    """Read once a process."""
    return read_words("side_words.toml", SideWords)
