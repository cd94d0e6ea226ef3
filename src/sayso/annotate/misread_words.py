"""The lists of `data/misread_words.toml`, by what each is for."""

from dataclasses import dataclass
from functools import cache

from sayso.tables import read_words


@dataclass(frozen=True, slots=True)
class MisreadWords:
    """`data/misread_words.toml`, which says what each list is for."""

    breaking_out: frozenset[str]
    going_on: frozenset[str]
    promising: frozenset[str]
    of_opinion: frozenset[str]
    beasts: frozenset[str]
    lost: frozenset[str]
    ground: frozenset[str]
    supplying: frozenset[str]
    outlasted: frozenset[str]
    of_peace: frozenset[str]
    quarrels: frozenset[str]
    beating: frozenset[str]
    held: frozenset[str]
    of_ground: frozenset[str]
    of_taking_along: frozenset[str]
    taken_arms: frozenset[str]
    fighting: frozenset[str]
    quenching: frozenset[str]
    falling: frozenset[str]
    houses: frozenset[str]
    words_of_mouth: frozenset[str]
    purposes: frozenset[str]
    agreed: frozenset[str]
    weakening: frozenset[str]
    amounts: frozenset[str]
    speaking: frozenset[str]
    publishing: frozenset[str]
    asking: frozenset[str]
    affairs: frozenset[str]
    light_verbs: frozenset[str]
    particles: frozenset[str]
    light_objects: frozenset[str]
    sparing: frozenset[str]
    wild: frozenset[str]
    tales: frozenset[str]
    forces: frozenset[str]
    carried: frozenset[str]
    striking: frozenset[str]
    seeking: frozenset[str]
    telling_death: frozenset[str]
    the_dead: frozenset[str]
    leading: frozenset[str]
    chemical: frozenset[str]
    using: frozenset[str]
    meeting: frozenset[str]
    confinement: frozenset[str]
    of_words: frozenset[str]
    plain: frozenset[str]
    sighting: frozenset[str]
    of_no_court: frozenset[str]
    published: frozenset[str]
    charging: frozenset[str]
    penalties: frozenset[str]
    sentencing: frozenset[str]
    aides: frozenset[str]
    contests: frozenset[str]
    posts: frozenset[str]
    premises: frozenset[str]
    of_gunfire: frozenset[str]
    goods: frozenset[str]
    intents: frozenset[str]
    threatening_with: frozenset[str]
    endangering: frozenset[str]
    uttering: frozenset[str]
    of_court: frozenset[str]
    of_war: frozenset[str]
    of_peaceful_action: frozenset[str]
    protests: frozenset[str]
    seized_in_words: frozenset[str]
    who_left: frozenset[str]
    graveyards: frozenset[str]
    controlled: frozenset[str]
    controls: frozenset[str]
    taken_into: frozenset[str]
    rooms: frozenset[str]
    polling: frozenset[str]


@cache
def load_misread_words() -> MisreadWords:
    """Read once a process."""
    return read_words("misread_words.toml", MisreadWords)
