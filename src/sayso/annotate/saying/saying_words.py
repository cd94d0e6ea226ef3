"""The lists of `data/saying_words.toml`, by what each is for."""

from dataclasses import dataclass
from functools import cache

from sayso.tables import read_words


@dataclass(frozen=True, slots=True)
class SayingWords:
    """`data/saying_words.toml`, which says what each list is for."""

    speech: frozenset[str]
    headings: frozenset[str]
    showing: frozenset[str]
    tags: frozenset[str]
    recalling: frozenset[str]
    hearing_speech: frozenset[str]
    judged: frozenset[str]
    told: frozenset[str]
    telling_whom: frozenset[str]
    states: frozenset[str]
    uttered: frozenset[str]
    tapes: frozenset[str]
    perceiving: frozenset[str]
    reports: frozenset[str]
    recording: frozenset[str]
    being_there: frozenset[str]
    calling: frozenset[str]
    entitling: frozenset[str]
    beside_cues: frozenset[str]
    voicing: frozenset[str]
    getting: frozenset[str]
    the_word: frozenset[str]
    checking: frozenset[str]
    verifying: frozenset[str]
    knowledge: frozenset[str]
    declining: frozenset[str]
    not_known: frozenset[str]
    knowing: frozenset[str]
    opinion: frozenset[str]
    facts: frozenset[str]
    said_so: frozenset[str]
    thinking: frozenset[str]
    making: frozenset[str]
    accusing: frozenset[str]
    charging: frozenset[str]
    held: frozenset[str]
    made_known: frozenset[str]
    seeming: frozenset[str]
    by_report: frozenset[str]
    deeds: frozenset[str]
    denying: frozenset[str]
    denied: frozenset[str]
    undertaking: frozenset[str]
    hearing: frozenset[str]
    pressing: frozenset[str]
    asked: frozenset[str]
    claiming: frozenset[str]
    hailing: frozenset[str]
    claims: frozenset[str]
    speaking: frozenset[str]
    wishing: frozenset[str]
    going_on: frozenset[str]
    things: frozenset[str]
    grounds: frozenset[str]
    tellings: frozenset[str]
    relaying: frozenset[str]
    accounts: frozenset[str]
    stemming: frozenset[str]
    carrying: frozenset[str]
    carried: frozenset[str]
    goings_on: frozenset[str]
    refusing: frozenset[str]
    words_refused: frozenset[str]
    of_words_too: frozenset[str]
    occasions: frozenset[str]
    heard_at: frozenset[str]
    at_occasions: frozenset[str]
    telling_to: frozenset[str]
    voicing_at: frozenset[str]
    writing: frozenset[str]
    joining_sources: frozenset[str]
    before_adding: frozenset[str]


@cache
def load_saying_words() -> SayingWords:
    """Read once a process."""
    return read_words("saying_words.toml", SayingWords)
