"""A group's words in, the name of the body itself out: without its owner before it or its voice behind it."""

import re
from functools import cache

from sayso.tables import read_shipped

# An owner of one word may be a part of the name: "the People's Militia", "the Lord's Army".
_OWNED = re.compile(r"(?P<owner>\S+ .*\S)['’]s? (?P<unit>[A-Z]\S* .*\S)$")
_VOICE = re.compile(r"(?<=\S) (?:spokes(?:man|woman|person|people|men|women))$", re.IGNORECASE)
# Where it sits and who stands behind it: "the Karez-based Relief Hands" is Relief Hands.
_LEANING = re.compile(
    r"(?:(?:\S+-(?:based|backed|led|run|linked|affiliated|aligned|allied|controlled|dominated|owned|funded|supported)"
    r"|pro-\S+|anti-\S+|independent|semi-official|so-called|self-styled)\s+)+(?=[A-Z]\S*\s+\S)"
)


def without_leaning(words: str) -> str:
    """'Relief Hands', for 'Karez-based Relief Hands'; a name of one word keeps what stands before it."""
    return _LEANING.sub("", words, count=1) if _LEANING.match(words) else words


def body_name(words: str) -> str:
    """'Red Front's Eagle Battalion': the Eagle Battalion, as the next sentence calls it; 'Red Front spokesman':
    the Red Front."""
    words = _without_kind(_VOICE.sub("", words))
    found = _OWNED.match(words)
    if found is None or not all(word[:1].isupper() for word in found["owner"].split()):
        return words
    return found["unit"]


def _without_kind(words: str) -> str:
    """'River Observatory', for 'River Observatory monitor': what it is, behind a name of two words."""
    *name, last = words.split()
    is_kind = last.islower() and last in _said_behind()
    is_name = sum(word[:1].isupper() for word in name) > 1 and name[-1][:1].isupper()
    return " ".join(name) if is_kind and is_name else words


@cache
def _said_behind() -> frozenset[str]:
    words: list[str] = read_shipped("naming_words.toml")["said_behind"]
    return frozenset(words)
