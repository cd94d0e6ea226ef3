"""The lists of `data/naming_words.toml`, by what each is for."""

from dataclasses import dataclass
from functools import cache

from sayso.tables import read_words


@dataclass(frozen=True, slots=True)
class NamingWords:
    """`data/naming_words.toml`, which says what each list is for."""

    groups: frozenset[str]
    places: frozenset[str]
    outlets: frozenset[str]
    titles: frozenset[str]
    some: frozenset[str]
    sites: frozenset[str]
    small: frozenset[str]
    former: frozenset[str]
    ranks: frozenset[str]
    members: frozenset[str]
    no_trades: frozenset[str]
    by_body: frozenset[str]
    leading: frozenset[str]
    serving: frozenset[str]
    joining: frozenset[str]
    leaving: frozenset[str]
    siblings: frozenset[str]
    elders: frozenset[str]
    children: frozenset[str]
    parents: frozenset[str]
    spouses: frozenset[str]
    people: frozenset[str]
    relatives: frozenset[str]
    birth_order: frozenset[str]
    of_one_house: frozenset[str]
    aged_of: frozenset[str]
    in_life: frozenset[str]
    bands: frozenset[str]
    run: frozenset[str]
    portfolios: frozenset[str]
    reporters: frozenset[str]
    said_of_bodies: frozenset[str]
    said_behind: frozenset[str]
    said_of_outlets: frozenset[str]


@cache
def load_naming_words() -> NamingWords:
    """Read once a process."""
    return read_words("naming_words.toml", NamingWords)
