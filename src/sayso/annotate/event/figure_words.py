"""The lists of `data/figure_words.toml`, by what each is for."""

from dataclasses import dataclass
from functools import cache

from sayso.tables import read_words


@dataclass(frozen=True, slots=True)
class FigureWords:
    """`data/figure_words.toml`, which says what each list is for."""

    untouchable: frozenset[str]
    earnest: frozenset[str]
    natural: frozenset[str]
    critics: frozenset[str]
    in_words: frozenset[str]
    harmless: frozenset[str]
    of_work: frozenset[str]
    of_arms: frozenset[str]
    of_pits: frozenset[str]
    things: frozenset[str]
    contests: frozenset[str]
    calm: frozenset[str]
    alarms: frozenset[str]
    sittings: frozenset[str]
    pursuits: frozenset[str]
    saviours: frozenset[str]
    traded: frozenset[str]
    going_free: frozenset[str]
    opened: frozenset[str]
    polls: frozenset[str]


@cache
def load_figure_words() -> FigureWords:
    """Read once a process."""
    return read_words("figure_words.toml", FigureWords)
