"""The lists of `data/counting.toml` under [lists], by what each is for."""

from dataclasses import dataclass
from functools import cache

from sayso.tables import read_words


@dataclass(frozen=True, slots=True)
class CountingLists:
    """`data/counting.toml` under [lists], which says what each list is for."""

    between: frozenset[str]
    putting: frozenset[str]
    correcting: frozenset[str]
    figures: frozenset[str]
    months: frozenset[str]
    outcomes: frozenset[str]
    summed: frozenset[str]
    no_people: frozenset[str]
    twos: frozenset[str]
    sized: frozenset[str]
    stretches: frozenset[str]
    bringing: frozenset[str]
    reaching: frozenset[str]
    among: frozenset[str]
    wholes: frozenset[str]
    amounts: frozenset[str]
    troops_amounts: frozenset[str]
    tallies: frozenset[str]
    casualties: frozenset[str]
    tolls: frozenset[str]
    losses: frozenset[str]
    sums: frozenset[str]
    units: frozenset[str]
    currencies: frozenset[str]


@cache
def load_counting_lists() -> CountingLists:
    """Read once a process."""
    return read_words("counting.toml/lists", CountingLists)
