"""A description's noun in; the noun that stands for all that call the same people, and how many, out."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from sayso.resolve.name.folding import fold_name
from sayso.tables import read_shipped

_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "wives": "wife", "people": "person",
    "policemen": "policeman", "policewomen": "policewoman", "thieves": "thief", "militiamen": "militiaman",
    "firemen": "fireman", "gunmen": "gunman", "servicemen": "serviceman", "spokesmen": "spokesman",
    "staff": "staff", "police": "police", "forces": "forces", "troops": "troops",
    "authorities": "authorities", "officials": "official",
}  # fmt: skip


class _Table(NamedTuple):
    same: dict[str, str]
    many: frozenset[str]
    bodies: frozenset[str]
    anyone: frozenset[str]
    bands: frozenset[str]
    sole: frozenset[str]
    accusing: frozenset[str]
    never_places: frozenset[str]


@cache
def _table() -> _Table:
    table = read_shipped("callings.toml")
    same: dict[str, str] = {}
    for row in table["same"]:
        for word in row:
            same.setdefault(word, row[0])
    return _Table(
        same,
        frozenset(table["many"]),
        frozenset(table["bodies"]),
        frozenset(table["anyone"]),
        frozenset(table["bands"]),
        frozenset(table["sole"]),
        frozenset(table["accusing"]),
        frozenset(table["never_places"]),
    )


def singular(noun: str) -> str:
    """'gunmen' -> 'gunman', 'officers' -> 'officer'; what is no plural stays."""
    word = fold_name(noun)
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-2] if word.endswith(("shes", "ches", "sses", "xes")) else word[:-1]
    return word


def is_person(noun: str) -> bool:
    """Whether a noun in the singular calls one man or woman: 'journalist', 'soldier', and no 'group'."""
    table = _table()
    word = fold_name(noun)
    is_one = word in table.same or word in table.anyone or word in table.accusing
    return is_one and word not in table.bodies and word not in table.many and singular(word) == word


def is_many(noun: str) -> bool:
    """Whether a noun means several: 'officers', 'people', 'police'."""
    word = fold_name(noun)
    return word in _table().many or singular(word) != word


def is_body(noun: str) -> bool:
    """Whether a noun means a body of people, never one of them: 'the team', 'the army'."""
    return fold_name(noun) in _table().bodies


def is_no_place(noun: str) -> bool:
    """Whether what is called so is a body of people, and no place that bears its name."""
    return fold_name(noun) in _table().never_places


def is_body_or_band(noun: str) -> bool:
    """Whether a noun means a body, or an armed band by its men: 'the militia', 'the volunteers'."""
    return is_body(noun) or (is_many(noun) and is_band(noun))


def is_band(noun: str) -> bool:
    """Whether a noun is one of those by which an armed band is called now one way, now another."""
    return singular(noun) in _table().bands


def is_sole(noun: str) -> bool:
    """Whether a noun means an office that one person holds at a time, in one place or body."""
    return fold_name(noun) in _table().sole


def is_anyone(noun: str) -> bool:
    """Whether 'the NOUN' may be anybody whom a report has brought up: 'the youth', 'the dead man'."""
    return fold_name(noun) in _table().anyone or fold_name(noun).endswith("-year-old")


def is_accusing(noun: str) -> bool:
    """Whether a noun puts somebody in the dock, or behind bars: 'the suspect'."""
    return fold_name(noun) in _table().accusing


def count_of(words: str) -> int | None:
    """How many a crowd is said to be: 'at least ten people' -> 10; None: no number, or just one."""
    for word in fold_name(words).split():
        count = int(word) if word.isdecimal() and len(word) < 7 else _numbers().get(word, 0)
        if count > 1:
            return count
    return None


@cache
def _numbers() -> Mapping[str, int]:
    words: Mapping[str, int] = read_shipped("counting.toml")["words"]
    return words


def is_calling(noun: str) -> bool:
    """Whether the table knows a noun as what people, or bodies of them, are called."""
    table, word = _table(), fold_name(noun)
    return word in table.same or singular(word) in table.same or word in table.bodies


@lru_cache(maxsize=16384)
def calling_of(noun: str) -> str:
    """What stands for all nouns that call the same people: 'cop' -> 'police', 'cops' -> 'police+'."""
    one = singular(noun)
    stands = _table().same.get(one) or _table().same.get(fold_name(noun)) or one
    return f"{stands}+" if is_many(noun) else stands
