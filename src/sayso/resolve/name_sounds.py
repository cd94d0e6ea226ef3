"""Two words of names in, how alike they are as spellings of one; and the key under which such meet."""

import re
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

# Consonants that letters write together; the longer first.
_UNITS = re.compile(r"tch|sch|kh|gh|sh|ch|th|dh|zh|ph|ck|dj|ts|tz|cz|sz|[bcdfgjklmnpqrstvwxz]|h")
_ONE = {
    "tch": "C", "sch": "S", "kh": "X", "gh": "G", "sh": "S", "ch": "C", "th": "T", "dh": "D",
    "zh": "Z", "ph": "f", "ck": "k", "dj": "j", "ts": "c", "tz": "c", "cz": "C", "sz": "S",
}  # fmt: skip
# Which of them different hands write for one sound (Jamal and Gamal, Qasim and Kasim, Shehab and Chehab).
_ALIKE = frozenset(
    frozenset(pair) for pair in
    "jg qk qg Xh Xk Gg TT Tt Ts Dd Dz Zj Zz SC Ss Cc ck cs vw vb fv xS kc jC jD".split()
)  # fmt: skip
_KEYS = str.maketrans({
    "q": "k", "g": "k", "G": "k", "X": "k", "c": "k", "j": "k", "x": "k", "C": "s", "S": "s",
    "T": "t", "D": "d", "Z": "s", "z": "s", "v": "f", "b": "p", "w": None, "h": None,
})  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")


class Sounds(NamedTuple):
    """A word as consonants and, around them, one more class of vowels: "" A E I U."""

    consonants: str
    vowels: tuple[str, ...]


def word_likeness(one: str, other: str, *, bare: bool = False) -> float:
    """How sure two folded words are one name in two spellings: 1 same letters, 0 not.

    bare: one of them comes from a script that leaves short vowels out; then their absence is nothing
    """
    if one == other:
        return 1.0
    if not one or not other:
        return 0.0
    short, long = sorted((one, other), key=len)
    if not bare and short[-1] not in "aeiou" and long.removesuffix("h") == f"{short}a":
        return 0.0  # Karim and Karima, Odasov and Odasova: he and she
    if sounds_alike(one, other, bare=bare):
        return 0.8 if bare else 0.9
    near = DamerauLevenshtein.distance(one, other, score_cutoff=1) <= 1
    # One slip of the hand, not at the start, in a long word.
    return 0.8 if near and min(len(one), len(other)) >= 7 and one[0] == other[0] else 0.0


def sounds_alike(one: str, other: str, *, bare: bool = False) -> bool:
    """Whether they may be spellings of one sound: Husayn and Hossein are, Hasan and Husayn are not."""
    first, second = read_sounds(one), read_sounds(other)
    if len(first.consonants) != len(second.consonants):
        return False
    for a, b in zip(first.consonants, second.consonants, strict=True):
        if a != b and frozenset((a, b)) not in _ALIKE:
            return False
    is_opened = (first.vowels[0] == "") != (second.vowels[0] == "")
    if is_opened and len(first.consonants) < 4 and not bare:
        return False  # Ben is no Ivan
    if len(first.consonants) < 2 and not bare:
        return first.vowels == second.vowels
    missing = 0
    for a, b in zip(first.vowels, second.vowels, strict=True):
        if a == b or {a, b} in ({"A", "E"}, {"I", "E"}):
            continue
        if "" not in {a, b}:
            return False
        missing += 1
    return missing <= (99 if bare else 1)


@lru_cache(maxsize=65536)
def read_sounds(word: str) -> Sounds:
    """'hussein' -> consonants hsn, vowels around them U I."""
    word = re.sub(r"^y(?=[aeiou])", "", word.replace("`", "").replace("'", ""))
    word = re.sub(r"^abo?u(?=[^aeiou])", "bu", word)  # Abu Bakr, Boubacar
    word = re.sub(r"(?<=[aeiouy])h(?=$|[^aeiouy])", "", word)
    consonants, vowels, last = list[str](), list[str](), 0
    for found in _UNITS.finditer(word):
        unit = found[0]
        between = word[last : found.start()]
        if unit == "w" and not re.match(r"[aeiou]", word[found.end() :]):
            continue  # "maqsowd": a vowel
        one = _ONE.get(unit, unit)
        last = found.end()
        if consonants and consonants[-1] == one and not between:
            continue
        vowels.append(_vowel(between))
        consonants.append(one)
    vowels.append(_vowel(word[last:]))
    return Sounds("".join(consonants), tuple(vowels))


def _vowel(letters: str) -> str:
    if not letters:
        return ""
    if re.search(r"[iy]|ee", letters):
        return "I"
    if re.search(r"[ouw]", letters):
        return "U"
    return "E" if letters == "e" else "A"


@lru_cache(maxsize=65536)
def sound_key(word: str) -> str:
    """The key under which all spellings of a word meet, and a few others; "" only for no letters."""
    key = _DOUBLED.sub(r"\1", read_sounds(word).consonants.translate(_KEYS))
    return key or word[:1]
