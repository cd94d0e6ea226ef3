"""The lists of `data/grammar_words.toml`, by what each is for."""

from dataclasses import dataclass
from functools import cache

from sayso.tables import read_words


@dataclass(frozen=True, slots=True)
class GrammarWords:
    """`data/grammar_words.toml`, which says what each list is for."""

    nobody: frozenset[str]
    nobody_or_one: frozenset[str]
    no_one: frozenset[str]
    no_kin: frozenset[str]
    no_source: frozenset[str]
    no_party: frozenset[str]
    negations: frozenset[str]
    not_only: frozenset[str]
    selves: frozenset[str]
    objects: frozenset[str]
    speakers: frozenset[str]
    persons: frozenset[str]
    single_persons: frozenset[str]
    going_on: frozenset[str]
    its: frozenset[str]
    meant: frozenset[str]
    questions: frozenset[str]
    joints: frozenset[str]
    openings: frozenset[str]
    addressing: frozenset[str]
    at_camps: frozenset[str]
    at_settings: frozenset[str]
    at_sites: frozenset[str]
    at_told_sites: frozenset[str]
    at_stays: frozenset[str]
    to_stays: frozenset[str]
    where: frozenset[str]
    bodies: frozenset[str]
    of_whole: frozenset[str]
    definite: frozenset[str]


@cache
def load_grammar_words() -> GrammarWords:
    """Read once a process."""
    return read_words("grammar_words.toml", GrammarWords)
