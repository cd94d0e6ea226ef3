"""The lists of `data/modality_words.toml` under [lists], by what each is for."""

from dataclasses import dataclass
from functools import cache

from sayso.tables import read_words


@dataclass(frozen=True, slots=True)
class ModalityLists:
    """`data/modality_words.toml` under [lists], which says what each list is for."""

    conditions: frozenset[str]
    provisos: frozenset[str]
    duties: frozenset[str]
    nots: frozenset[str]
    possibly: frozenset[str]
    under_way: frozenset[str]
    coming_about: frozenset[str]
    earlier: frozenset[str]
    sealing: frozenset[str]
    justifying: frozenset[str]
    disarming: frozenset[str]
    bringing_about: frozenset[str]
    carrying_out: frozenset[str]
    being_done: frozenset[str]
    by_force: frozenset[str]
    sent: frozenset[str]
    steps: frozenset[str]
    equating: frozenset[str]
    ordering: frozenset[str]
    undoing: frozenset[str]
    agreeing: frozenset[str]
    reacting: frozenset[str]
    dealing: frozenset[str]
    looking_into: frozenset[str]
    of_what_was: frozenset[str]
    afterwards: frozenset[str]
    not_yet: frozenset[str]


@cache
def load_modality_lists() -> ModalityLists:
    """Read once a process."""
    return read_words("modality_words.toml/lists", ModalityLists)
