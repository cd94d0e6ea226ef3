"""The lists of `data/carried_days.toml`, by what each is for."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from sayso.tables import read_words


@dataclass(frozen=True, slots=True)
class CarriedWords:
    """`data/carried_days.toml`, which says what each list is for."""

    happenings: frozenset[str]
    took_place: frozenset[str]
    of_another: frozenset[str]
    not_then: frozenset[str]
    lately: frozenset[str]
    spans: frozenset[str]
    no_blows: frozenset[str]
    found: frozenset[str]
    preceded: frozenset[str]


@cache
def load_carried_words() -> CarriedWords:
    """Read once a process."""
    return read_words("carried_days.toml", CarriedWords)


def any_of(words: Iterable[str]) -> str:
    """A pattern that meets any of these words."""
    return f"(?:{'|'.join(map(re.escape, sorted(words)))})"
