"""Two groups' names in, how sure they are one group's, and why; and the keys they meet under."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Literal

from sayso.resolve.name.callings import is_band, is_body, singular
from sayso.resolve.name.folding import fold_name
from sayso.resolve.name.parts import load_name_words, romanise
from sayso.resolve.name.sounds import sound_key, word_likeness
from sayso.resolve.side_words import load_side_words

Verdict = Literal["same", "unsure", "different"]

_LEGAL = re.compile(
    r",? (?:inc|corp|corporation|ltd|limited|llc|plc|gmbh|ag|sa|co|company|group|organi[sz]ation)\.?$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two names say of who bears them.

    verdict: same; unsure: they may be, and something besides the names must tell; different: they
             cannot be (other given names, Jr. and Sr.)
    score:   how sure the verdict is, 0 to 1; of `unsure`, how much the names do for sameness
    """

    verdict: Verdict
    score: float
    why: str


@lru_cache(maxsize=262144)
def compare_groups(one: str, other: str) -> Likeness | None:
    """What two groups' names tell; None: they have nothing in common.

    An acronym is unsure: it must be told by one report that it stands for the long name.
    """
    a, b = group_words(one), group_words(other)
    is_short = is_acronym(one, other) or is_acronym(other, one)
    if not a or not b or (_is_owned(one) != _is_owned(other) and not is_short):
        return None
    if a == b:
        return Likeness("same", 0.95, "same name")
    if "".join(a) == "".join(b) or _without_legal(a) == _without_legal(b):
        return Likeness("same", 0.9, "same name in another form")
    if len(a) == len(b) and all(word_likeness(x, y) for x, y in zip(a, b, strict=True)):
        return Likeness("same", 0.8, "other spelling of the name")
    if is_short:
        return Likeness("unsure", 0.6, "first letters of the name")
    short, long = sorted((a, b), key=len)
    if len(short) < len(long) and long[-len(short) :] == short:
        return Likeness("unsure", 0.5, "the end of the name")
    if len(short) < len(long) and long[: len(short)] == short:
        if all(
            is_band(w) or is_body(singular(w)) for w in long[len(short) :]
        ):  # "the Ansar brigades", "the Ansar"
            return Likeness("unsure", 0.5, "the name without the word for the body")
        return Likeness("unsure", 0.4, "the beginning of the name")
    return _compare_telling(one, other)


def _compare_telling(one: str, other: str) -> Likeness | None:
    """By the words that tell: 'Cartel de la Sierra', 'Sierra cartel'; 'Odas group', 'Odas network'."""
    a, b = telling_words(one), telling_words(other)
    if not a or not b:
        return None
    if sorted(a) == sorted(b):
        return Likeness("same", 0.8, "the same words in another form")
    bare, other_bare = ([word for word in words if not is_band(word)] for words in (a, b))
    if bare and sorted(bare) == sorted(other_bare):
        return Likeness("unsure", 0.5, "the same name with another word for the body")
    short, long = sorted((a, b), key=len)
    if len(short) == 2 < len(long) and short == (long[0], long[-1]) and short[0].isdecimal():
        return Likeness("unsure", 0.5, "the number and the kind of unit")
    is_part = len(short) > 1 and len(long) == len(short) + 1 and {*short} < {*long}
    if is_part and ({long[0], long[-1]} | ({*long} & load_side_words().between)) - {*short}:
        return Likeness("unsure", 0.45, "a part of the name")
    return None


@lru_cache(maxsize=65536)
def telling_words(name: str) -> tuple[str, ...]:
    """The words of a group's name in the form that its spellings share, small words left out.

    '57th Front' and 'Front 57', 'South-Western Command' and 'South-West Command' meet here, and so
    does what a body is called in its own tongue ('Frente Sur', 'South Front').
    """
    table = load_name_words()
    words = (
        re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", w)
        for w in group_words(name)
        if w not in load_side_words().small
    )
    return tuple(table.ordinals.get(w) or table.tongues.get(w) or _direction(w) for w in words)


def _direction(word: str) -> str:
    return re.sub(r"^((?:north|south|east|west)+)ern$", r"\1", word)


def _is_owned(name: str) -> bool:
    return re.search(r"\w['’]s? \w", name) is not None


@lru_cache(maxsize=65536)
def group_words(name: str) -> tuple[str, ...]:
    """The folded words of a group's name, without the article, brackets and marks of ownership."""
    bare = re.sub(r"(?:['’]s|(?<=s)['’])$", "", re.sub(r"\s*\([^)]*\)", "", name).strip())
    bare = re.sub(r"['’]s\b", "", bare)  # "the Lord's Army" is "LA"
    words = [re.sub(r"[^\w&]", "", word) for word in fold_name(romanise(bare)).split()]
    words = [word for word in words if word]
    while len(words) > 1 and words[0] in {"the", "al", "el"}:
        words = words[1:]
    return tuple(words)


def _without_legal(words: tuple[str, ...]) -> str:
    return _LEGAL.sub("", " ".join(words))


def is_capitals(name: str) -> bool:
    """Whether a name is a handful of capitals: "RRF", "the R.R.F."."""
    letters = name.strip().removeprefix("the ").removeprefix("The ").replace(".", "")
    return 2 <= len(letters) <= 8 and letters.isupper() and letters.isalpha()


def is_acronym(short: str, long: str) -> bool:
    """Whether capitals are the first letters of a longer name ("RRF", "the Rivers Relief Fund")."""
    if not is_capitals(short):
        return False
    letters = short.strip().removeprefix("the ").removeprefix("The ").replace(".", "")
    words = group_words(long)
    if len(words) < 2:
        return False
    every = "".join(word[0] for word in words)
    telling = "".join(word[0] for word in words if word not in load_side_words().small)
    return letters.lower() in {every, telling, *_skipping(every)}


def _skipping(letters: str) -> set[str]:
    """The first letters with the small word's or a last word's left out ("the UN mission" apart)."""
    return (
        {"".join(kept) for kept in combinations(letters, len(letters) - 1)}
        if len(letters) > 3
        else set()
    )


def group_keys(name: str) -> frozenset[str]:
    """Under which keys a group's name is kept: its sound, without legal forms, and no blanks.

    Also the sounds of its telling words in one order, and of them without the word for the body.
    """
    words, telling = _without_legal(group_words(name)).split(), telling_words(name)
    orders = [words, sorted(telling), sorted(word for word in telling if not is_band(word))]
    keys = frozenset("".join(map(sound_key, order)) for order in orders if order)
    is_unit = len(telling) > 1 and telling[0].isdecimal()
    return keys | ({f"{telling[0]} {sound_key(telling[-1])}"} if is_unit else frozenset[str]())
