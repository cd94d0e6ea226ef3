"""The lists of words that settle a participant's role, as shipped."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class RoleWords:
    """`data/role_words.toml`, which says what each list is for."""

    weapons: frozenset[str]
    thrown: frozenset[str]
    no_places: frozenset[str]
    abstracts: frozenset[str]
    parts_of_people: frozenset[str]
    undergoing: frozenset[str]
    making: frozenset[str]
    accusing: frozenset[str]
    no_groups: frozenset[str]
    no_callings: frozenset[str]
    never_doing: frozenset[str]
    never_held: frozenset[str]
    never_destroyed: frozenset[str]


@cache
def load_role_words() -> RoleWords:
    """Read once a process."""
    table = tomllib.loads(files("sayso.data").joinpath("role_words.toml").read_text("utf-8"))
    return RoleWords(**{name: frozenset(words) for name, words in table.items()})
