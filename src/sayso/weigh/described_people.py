"""What reports call someone besides a name, in; whether two such callings are one's in one story, out.

Only of those of whom a place or body has one: "the mayor", "the port director", "the navy". Two
reports' "doctor", "driver" or "man" are nobody's calling here, in whatever story.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from sayso.weigh.linked_figures import NameSense

_THE = re.compile(r"(?:the|its|their|his|her|our)\s+", re.IGNORECASE)
_WHOSE = re.compile(r"['’]s?(?=\s|$)")
_OF = re.compile(r"\s(?:of|for|in|from|at|on|to|which|who)\s.*", re.DOTALL)
# Words that make another one of him: the new mayor is not the mayor who fell.
_APART = frozenset(
    "new former ex acting deputy vice assistant second old other retired would-be".split()
)
_IDLE = frozenset("late slain murdered dead killed own very same".split())


def read_calling(words: str, sense: NameSense) -> str | None:
    """'the port's director' -> 'port director', 'Mayor' -> 'mayor'; None: more than one may be called so."""
    opening = _THE.match(words)
    if opening is None and not words.istitle():
        return None
    rest = words[opening.end() :] if opening is not None else words
    calling = " ".join(
        part for part in _WHOSE.sub("", _OF.sub("", rest)).casefold().split() if part not in _IDLE
    )
    is_one = is_bodys(calling, sense) or any(map(sense.is_sole, _ends(calling)))
    return calling if is_one else None


def body_called(name: str, sense: NameSense) -> str | None:
    """The name of a body as a calling: 'Ampar Militia' -> 'ampar militia'; None: it ends in no word for one."""
    calling = " ".join(name.casefold().removeprefix("the ").split())
    return calling if is_bodys(calling, sense) else None


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
    theirs = tuple(others)
    return any(_alike(one, other, sense.calling) for one in ones for other in theirs)


@lru_cache(maxsize=65536)
def _alike(one: str, other: str, calling: object) -> bool:
    a, b = ([*words.split()[:-1]] for words in (one, other))
    heads = [words.split()[-1] for words in (one, other)]
    if callable(calling) and calling(heads[0]) != calling(heads[1]):
        return False
    mine, theirs = set(a), set(b)
    return mine & _APART == theirs & _APART and (mine <= theirs or theirs <= mine)
