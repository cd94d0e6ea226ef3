"""The words of `data/fates.toml`, by what each of its tables is for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.tables import read_shipped, read_words


@dataclass(frozen=True, slots=True)
class FateWords:
    """`data/fates.toml`, which says what each table is for."""

    undergone: Mapping[str, str]
    undergone_with: Mapping[str, tuple[str, ...]]
    turns_undergone: Mapping[str, Mapping[str, str]]
    turns_done: Mapping[str, Mapping[str, str]]
    done: Mapping[str, str]
    done_with: Mapping[str, tuple[str, ...]]
    to_himself: Mapping[str, str]
    where: Mapping[str, str]
    houses: Mapping[str, str]
    being: Mapping[str, str]
    called: Mapping[str, str]
    parts: frozenset[str]
    to_death: Mapping[str, str]
    wounds: frozenset[str]
    broken: frozenset[str]
    before: Mapping[str, str]
    doers: Mapping[str, str]
    deeds: Mapping[str, str]
    found: Mapping[str, str]
    among: Mapping[str, str]
    shots: frozenset[str]
    people: frozenset[str]


@cache
def load_fate_words() -> FateWords:
    """Read once a process."""
    table = read_shipped("fates.toml")
    del table["lists"]
    with_ = {
        name: {verb: tuple(words) for verb, words in table[name].items()}
        for name in ("undergone_with", "done_with")
    }
    wounds = table.pop("wounds")
    sets = {
        "parts": frozenset(table["parts"]["nouns"]),
        "wounds": frozenset(wounds["nouns"]),
        "broken": frozenset(wounds["adjectives"]),
        "shots": frozenset(table["shots"]["nouns"]),
        "people": frozenset(table["people"]["nouns"]),
    }
    return FateWords(**{**table, **with_, **sets})


@dataclass(frozen=True, slots=True)
class FateLists:
    """`data/fates.toml` under [lists], which says what each list is for."""

    together: frozenset[str]
    missions: frozenset[str]
    terms: frozenset[str]
    prisons: frozenset[str]
    brought_on: frozenset[str]
    lifeless: frozenset[str]
    fainting: frozenset[str]
    unawares: frozenset[str]
    slips: frozenset[str]
    swaps: frozenset[str]
    shows: frozenset[str]
    goals: frozenset[str]
    held_by_name: frozenset[str]
    taken_by_name: frozenset[str]
    owning_up: frozenset[str]
    lands: frozenset[str]
    shelters: frozenset[str]
    over: frozenset[str]
    bodies: frozenset[str]
    finding: frozenset[str]
    unknown: frozenset[str]
    news: frozenset[str]
    wards: frozenset[str]
    brought: frozenset[str]
    fatal: frozenset[str]
    sensing: frozenset[str]
    escaped: frozenset[str]
    being: frozenset[str]
    declaring: frozenset[str]
    lively: frozenset[str]
    on_arrival: frozenset[str]
    having_kin: frozenset[str]
    finders: frozenset[str]
    loose: frozenset[str]
    vitals: frozenset[str]
    severing: frozenset[str]
    taking: frozenset[str]
    breaking: frozenset[str]
    slitting: frozenset[str]
    reviving: frozenset[str]
    thriving: frozenset[str]
    proving: frozenset[str]
    tending: frozenset[str]
    rolls: frozenset[str]
    hurts: frozenset[str]
    lying: frozenset[str]
    reporting: frozenset[str]
    letters: frozenset[str]
    sending: frozenset[str]
    having: frozenset[str]
    ringing: frozenset[str]
    meeting: frozenset[str]
    seeing: frozenset[str]
    sharing: frozenset[str]
    confining: frozenset[str]
    coming_out: frozenset[str]
    writing: frozenset[str]
    stations: frozenset[str]
    handling: frozenset[str]
    trials: frozenset[str]
    contests: frozenset[str]
    borne: frozenset[str]


@cache
def load_fate_lists() -> FateLists:
    """Read once a process."""
    return read_words("fates.toml/lists", FateLists)
