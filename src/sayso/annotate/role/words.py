"""The lists of words that settle a participant's role, as shipped."""

from dataclasses import dataclass
from functools import cache

from sayso.tables import read_words


@dataclass(frozen=True, slots=True)
class RoleWords:
    """`data/role_words.toml`, which says what each list is for."""

    weapons: frozenset[str]
    thrown: frozenset[str]
    deeds: frozenset[str]
    suffering: frozenset[str]
    no_places: frozenset[str]
    abstracts: frozenset[str]
    parts_of_people: frozenset[str]
    ties: frozenset[str]
    undergoing: frozenset[str]
    bursting: frozenset[str]
    making: frozenset[str]
    foiling: frozenset[str]
    accusing: frozenset[str]
    coming_through: frozenset[str]
    shares_for: frozenset[str]
    shares_in: frozenset[str]
    sharing: frozenset[str]
    no_groups: frozenset[str]
    no_callings: frozenset[str]
    never_doing: frozenset[str]
    name_calling: frozenset[str]
    never_held: frozenset[str]
    never_destroyed: frozenset[str]
    no_parties: frozenset[str]
    set_phrases: frozenset[str]
    doubted: frozenset[str]
    handing_on: frozenset[str]
    like_places: frozenset[str]
    speaking: frozenset[str]
    owning_up: frozenset[str]
    pictures: frozenset[str]
    reacting: frozenset[str]
    of_others: frozenset[str]
    mere_kinds: frozenset[str]
    for_or_against: frozenset[str]
    takings: frozenset[str]
    committing: frozenset[str]
    by_when: frozenset[str]
    by_how: frozenset[str]
    by_limb: frozenset[str]
    standing_by: frozenset[str]
    listing: frozenset[str]
    occurring: frozenset[str]
    doing: frozenset[str]
    joining: frozenset[str]
    wrongs: frozenset[str]
    receiving: frozenset[str]


@cache
def load_role_words() -> RoleWords:
    """Read once a process."""
    return read_words("role_words.toml", RoleWords)
