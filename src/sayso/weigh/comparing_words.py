"""The lists of `data/comparing_words.toml`, by what each is for."""

from dataclasses import dataclass
from functools import cache

from sayso.tables import read_words


@dataclass(frozen=True, slots=True)
class ComparingWords:
    """`data/comparing_words.toml`, which says what each list is for."""

    another_holder: frozenset[str]
    slain: frozenset[str]
    idle: frozenset[str]
    small: frozenset[str]
    fires: frozenset[str]
    out_of_reach: frozenset[str]
    wide: frozenset[str]
    leading: frozenset[str]


@cache
def load_comparing_words() -> ComparingWords:
    """Read once a process."""
    return read_words("comparing_words.toml", ComparingWords)
