"""What reports call someone besides a name, in; whether two such callings are one's in one story, out.

Only of those of whom a place or body has one: "the mayor", "the port director", "the navy". Two
reports' "doctor", "driver" or "man" are nobody's calling here, in whatever story.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from sayso.weigh.comparing_words import load_comparing_words
from sayso.weigh.linked_figures import NameSense

_THE = re.compile(r"(?:the|its|their|his|her|our)\s+", re.IGNORECASE)
_ANY = re.compile(r"an? ", re.IGNORECASE)
_WHOSE = re.compile(r"['’]s?(?=\s|$)")
_OF = re.compile(r"\s(?:of|for|in|from|at)\s")  # of what he is the mayor
_MORE = re.compile(r"\s(?:on|to|which|who|that)\s.*|,.*", re.DOTALL)


def read_calling(words: str, sense: NameSense) -> str | None:
    """What one alone is called; None: more than one may be called so.

    'the port's director', 'the director of the port' -> 'port director', 'Mayor' -> 'mayor'
    """
    comparing_words = load_comparing_words()
    opening = _THE.match(words)
    if opening is None and (not words[:1].isupper() or _ANY.match(words)):
        return None
    rest = words[opening.end() :] if opening is not None else words
    office, *of = _OF.split(_WHOSE.sub("", _MORE.sub("", rest)).casefold())
    calling = " ".join(
        "late" if part in comparing_words.slain else part
        for part in office.split()
        if part not in comparing_words.idle
    )
    is_one = is_bodys(calling, sense) or any(map(sense.is_sole, _ends(calling)))
    whose = [part for words in of for part in words.split() if part not in comparing_words.small]
    return " ".join([*whose, calling]) if is_one else None


def body_called(name: str, sense: NameSense) -> str | None:
    """The name of a body as a calling: 'Ampar Militia', 'Militia of Ampar' -> 'ampar militia'.

    None: no word for a body ends it, or begins it.
    """
    calling = " ".join(name.casefold().removeprefix("the ").split())
    if is_bodys(calling, sense):
        return calling
    body, *of = _OF.split(calling, maxsplit=1)
    whose = [w for part in of for w in part.split() if w not in load_comparing_words().small]
    return " ".join([*whose, body]) if of and is_bodys(body, sense) else None


def read_trade(words: str, sense: NameSense) -> tuple[str, frozenset[str]] | None:
    """What one person is or does by a description, as the noun that stands for it, and what is added.

    'a tractor driver', 'the driver of the tractor' -> 'driver', {'tractor'}; None: several, a body,
    kin, or what anybody may be called
    """
    noted = load_comparing_words()
    rest = _WHOSE.sub("", _MORE.sub("", words)).replace("-", " ").casefold()
    trade, *of = _OF.split(rest, maxsplit=1)
    *before, noun = trade.split() or [""]
    stands = sense.calling(noun) if noun.isalpha() else "+"
    is_none = stands.endswith("+") or sense.is_body(noun) or sense.is_anyone(noun)
    if is_none or sense.kin(noun) is not None:
        return None
    more = frozenset((*before, *(w for part in of for w in part.split())))
    return stands, more - noted.small - noted.idle


def is_bodys(calling: str, sense: NameSense) -> bool:
    """Whether it ends in a word for a body of people, or in two: 'militia', 'home guard'."""
    return any(map(sense.is_body, _ends(calling)))


def _ends(calling: str) -> tuple[str, ...]:
    words = calling.split()
    return tuple(dict.fromkeys((" ".join(words[-2:]), *words[-1:])))


def head_of(calling: str, sense: NameSense) -> str:
    """What stands for its last word, and all that call the same one: 'chief' and 'head' -> 'leader'."""
    return sense.calling(calling.split()[-1])


def may_be_one(ones: Iterable[str], others: Iterable[str], sense: NameSense) -> bool:
    """Whether a calling of each is the same, or the same with less told: 'the militia', 'Ampar militia'."""
    mine, theirs = tuple(ones), tuple(others)
    is_any = any(_is_alike(one, other, sense.calling) for one in mine for other in theirs)
    return is_any and not are_two(mine, theirs, sense)


def are_two(ones: Iterable[str], others: Iterable[str], sense: NameSense) -> bool:
    """Whether a calling of each tells of another one: 'the mayor of Karez', 'the mayor of Dalan'."""
    theirs = tuple(others)
    return any(_is_alike(one, other, sense.calling) is False for one in ones for other in theirs)


@lru_cache(maxsize=65536)
def _is_alike(one: str, other: str, calling: object) -> bool | None:
    """None: they call by two nouns, of which one person may have both."""
    noted = load_comparing_words()
    (*a, head), (*b, other_head) = (words.replace("-", " ").split() for words in (one, other))
    if callable(calling) and calling(head) != calling(other_head):
        return None
    mine, theirs = set(a), set(b)
    return mine & noted.another_holder == theirs & noted.another_holder and (
        mine <= theirs or theirs <= mine
    )
