"""The lists of `data/setting_words.toml`, by what each is for."""

from dataclasses import dataclass
from functools import cache

from sayso.tables import read_words


@dataclass(frozen=True, slots=True)
class SettingWords:
    """`data/setting_words.toml`, which says what each list is for."""

    often: frozenset[str]
    stretches: frozenset[str]
    wars: frozenset[str]
    long_wars: frozenset[str]
    attacks: frozenset[str]
    anyone: frozenset[str]
    issuing: frozenset[str]
    papers: frozenset[str]
    serving: frozenset[str]
    posted: frozenset[str]
    long: frozenset[str]
    lying: frozenset[str]
    quarters: frozenset[str]
    staying: frozenset[str]
    bodies: frozenset[str]
    arms: frozenset[str]
    enlisted: frozenset[str]
    arriving: frozenset[str]
    standing: frozenset[str]
    setting_out: frozenset[str]
    travels: frozenset[str]
    harmed: frozenset[str]
    going: frozenset[str]
    flags: frozenset[str]
    gone: frozenset[str]
    brought: frozenset[str]
    telling_from: frozenset[str]
    working: frozenset[str]
    reached: frozenset[str]
    unknown: frozenset[str]
    attack_nouns: frozenset[str]
    dealing_blows: frozenset[str]
    falling: frozenset[str]
    leading_up: frozenset[str]
    roads: frozenset[str]
    claiming: frozenset[str]
    credits: frozenset[str]
    reckoning: frozenset[str]
    tolls: frozenset[str]
    named_with_larger: frozenset[str]
    from_above: frozenset[str]
    states_of_being: frozenset[str]
    named_by_letters: frozenset[str]


@cache
def load_setting_words() -> SettingWords:
    """Read once a process."""
    return read_words("setting_words.toml", SettingWords)
