"""Two words of names in, how alike they are as spellings of one; and the key under which such meet."""

import re
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

# Consonants that letters write together; the longer first.
_UNITS = re.compile(
    r"tsch|dsch|shch|dzh|tch|sch|kh|gh|sh|ch|th|dh|zh|ph|ck|dj|ts|tz|cz|sz|[bcdfgjklmnpqrstvwxz]|h"
)
_ONE = {
    "tsch": "C", "dsch": "j", "dzh": "j", "shch": "S", "tch": "C", "sch": "S", "kh": "X", "gh": "G", "sh": "S",
    "ch": "C", "th": "T", "dh": "D", "zh": "Z", "ph": "f", "ck": "k", "dj": "J", "ts": "c", "tz": "c",
    "cz": "C", "sz": "S",
}  # fmt: skip
# Which of them different hands write for one sound (Jamal and Gamal, Qasim and Kasim, Shehab and Chehab).
_ALIKE = frozenset(
    frozenset(pair) for pair in
    "jg qk qg qG qX Xh Xk Gg gh TT Tt Ts Dd Dz Zj Zz ZS SC Ss Cc ck cs cj vw vb fv xS xh kc jC jD"
    " Jj Jg Jd JD JZ".split()
)  # fmt: skip
_KEYS = str.maketrans({
    "q": "k", "g": "k", "G": "k", "X": "k", "c": "k", "j": "k", "J": "k", "x": "k", "C": "s", "S": "s",
    "T": "t", "D": "t", "d": "t", "Z": "s", "z": "s", "v": "p", "f": "p", "b": "p", "w": None, "h": None,
})  # fmt: skip
_WITH_ARTICLE = re.compile(r"[ae]l[^\Waeiou]\w{4}")
# How a tongue's own letters, or another's for its sounds, are written plainly: by what the word shows
# that it may be so spelt, and then what stands for what.
_HANDS = tuple(
    (re.compile(sign), tuple((re.compile(one), by) for one, by in rules))
    for sign, rules in (
        # Somali: an ayn and an h from deep in the throat.
        (
            r"^c[aeiou]|[aeiou]c$|(?:aa|ee|ii|oo|uu)c|c(?:aa|ee|ii|oo|uu)|^(?=.{5}).*x",
            ((r"x", "h"), (r"^c(?=[aeiou])|(?<=[aeiou])c(?=[aeiou]|$)", "")),
        ),
        # German, and Polish, for Slavic and Caucasian names.
        (
            r"tsch|dsch|[oe]w$|j(?=[aeou])",
            (
                (r"schtsch", "shch"), (r"dsch", "dzh"), (r"tsch", "ch"), (r"sch", "sh"),
                (r"(?<=[oe])w$", "v"), (r"j(?=[aeou])", "y"),
            ),
        ),
        (r"xh|gj", ((r"xh|gj", "j"),)),  # Albanian
        (r"^x|jh|^yh", ((r"^x", "j"), (r"jh|^yh", "j"))),  # Spanish
        (r"di(?:o|a[lrbkwg])", ((r"di(?=[ao])", "j"),)),  # French for the names of the Sahel
        (r"[^aeiou]ou[aei]", ((r"(?<=[^aeiou])ou(?=[aei])", "w"),)),  # French for Arabic ones
    )
)  # fmt: skip
# Of Armenian names those in the west say the one where those in the east say the other.
_IN_ARMENIAN = re.compile(r"...[iy]an$")
_WEST = str.maketrans("gbd", "kpt")
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
    if sounds_alike(one, other, bare=bare) or _alike_in_other_hands(one, other, bare=bare):
        return 0.8 if bare else 0.9
    return 0.8 if min(len(one), len(other)) >= 7 and _is_slip(one, other) else 0.0


def _is_slip(one: str, other: str) -> bool:
    """One slip of the hand, not at the start; one consonant for another is no slip: Naqib and Najib."""
    if one[0] != other[0] or DamerauLevenshtein.distance(one, other, score_cutoff=1) > 1:
        return False
    odd = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    return len(one) != len(other) or len(odd) != 1 or any(c in "aeiouy" for c in odd[0])


@lru_cache(maxsize=65536)
def other_hands(word: str) -> tuple[str, ...]:
    """How those would write it who spell in another way: 'gorbatschow' -> 'gorbachov', 'diallo' -> 'jallo'.

    Each is only tried beside the word itself, so what it does to a word of another tongue is nothing.
    """
    found = dict.fromkeys(
        other
        for sign, rules in _HANDS
        if sign.search(word)
        for other in [_rewrite(word, rules)]
        if other != word and len(other) > 1
    )
    return tuple(found)


def _rewrite(word: str, rules: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, by in rules:
        word = pattern.sub(by, word)
    return word


def _alike_in_other_hands(one: str, other: str, *, bare: bool) -> bool:
    ones, others = (one, *other_hands(one)), (other, *other_hands(other))
    pairs = [(x, y) for x in ones for y in others if (x, y) != (one, other)]
    return any(x == y or sounds_alike(x, y, bare=bare) for x, y in pairs)


def like_with_article(one: str, other: str) -> float:
    """'Alhosseini' and 'al-Hosseini', of which the article is left out: it is one word with the name."""
    short, long = sorted((one, other), key=len)
    is_long = _WITH_ARTICLE.match(long) is not None and short[:1] == long[2:3]
    return 0.9 * word_likeness(long[2:], short) if is_long else 0.0


def is_without_article(short: str, given: tuple[str, ...]) -> bool:
    """'Karim' of 'Karimul Islam Odas', 'Habib' of 'Habibur Rahman Odas'."""
    first = given[0]
    is_bound = len(given) > 1 and len(first) > 5 and first[-2:] in {"ul", "ur", "uz", "us", "ud"}
    return is_bound and len(short) > 3 and word_likeness(short, first[:-2]) > 0


_LOOSE = frozenset(frozenset(pair) for pair in "dt td bp pf gk sz".split())


@lru_cache(maxsize=65536)
def loosely_alike(one: str, other: str, *, vowels: bool = False) -> bool:
    """Whether a story may make them one: a consonant voiced or not, an h before a vowel left out.

    vowels: also where one vowel is another's inside the word: of given names that is another name
            (Jamal, Jamil), of surnames a writer's ear (Haftar, Hiftar)
    """
    short, long = sorted((one, other), key=len)
    if long == f"{short}a":
        return False  # he and she
    told = [re.match(r"h[aeiou]", word) is not None for word in (one, other)]
    bare = [
        word[is_told and not all(told) :] for word, is_told in zip((one, other), told, strict=True)
    ]
    first, second = map(read_sounds, bare)
    size = len(first.consonants)
    if size != len(second.consonants) or size < 3:
        return False
    pairs = list(zip(first.consonants, second.consonants, strict=True))
    odd = [{*pair} for pair in pairs if pair[0] != pair[1] and frozenset(pair) not in _ALIKE]
    other_vowels = [
        at
        for at, (a, b) in enumerate(zip(first.vowels, second.vowels, strict=True))
        if a != b and {a, b} not in ({"A", "E"}, {"I", "E"}) and "" not in {a, b}
    ]
    if odd:
        return len(odd) == 1 and frozenset(odd[0]) in _LOOSE and not other_vowels
    return not other_vowels or (vowels and len(other_vowels) == 1 and 0 < other_vowels[0] < size)


@lru_cache(maxsize=65536)
def sounds_alike(one: str, other: str, *, bare: bool = False) -> bool:
    """Whether they may be spellings of one sound: Husayn and Hossein are, Hasan and Husayn are not."""
    if _IN_ARMENIAN.search(one) and _IN_ARMENIAN.search(other):
        one, other = one.translate(_WEST), other.translate(_WEST)
    first, second = read_sounds(one), read_sounds(other)
    if len(first.consonants) != len(second.consonants):
        return False
    for at, (a, b) in enumerate(zip(first.consonants, second.consonants, strict=True), 1):
        is_end = {a, b} == {"s", "z"} and at == len(first.consonants) > 1  # Luiz and Luis
        if a != b and frozenset((a, b)) not in _ALIKE and not is_end:
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
    word = re.sub(r"^y(?=[aeiou])", "", word.replace("`", "").replace("'", "").replace("ww", "w"))
    word = re.sub(r"^h(?=[tspk][aeiou])", "", word)  # Htun, Hsan: breath that others leave out
    word = re.sub(r"^ou(?=[aeiou])", "w", word)  # Ouedra, Wedra
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
    if re.search(r"[iy]|ee|ae", letters):
        return "I"
    if re.search(r"[ouw]", letters):
        return "U"
    return "E" if letters == "e" else "A"


@lru_cache(maxsize=65536)
def sound_key(word: str) -> str:
    """The key under which all spellings of a word meet, and a few others; "" only for no letters."""
    return _key(read_sounds(word).consonants) or word[:1]


def _key(consonants: str) -> str:
    return _DOUBLED.sub(r"\1", consonants.translate(_KEYS))


@lru_cache(maxsize=65536)
def sound_keys(word: str) -> frozenset[str]:
    """The key, and those by which others write a letter of it: Hrytsak as Gritsak, Petrovic as Petrovich."""
    consonants = read_sounds(word).consonants
    found = {consonants, consonants.replace("J", "d")}
    found |= {read_sounds(other).consonants for other in other_hands(word)}
    found |= {f"{one[:-1]}C" for one in found if one.endswith("c")}
    found |= {one.replace("h", "g") for one in found if "h" in one}
    return frozenset(_key(one) or word[:1] for one in found)


# --- scripts that leave short vowels out ---

_LONG = {"y": frozenset("iey"), "w": frozenset("ouw")}
_ARTICLE_AND_NAME = 4  # letters of "l" and the least name behind it

Written = tuple[tuple[str, ...], tuple[str, ...]]


@lru_cache(maxsize=65536)
def written_alike(bare: str, other: str) -> bool:
    """Whether a word without short vowels spells one with them: 'hmd' (أحمد) Ahmad, 'lshmy' (الشامي) Shami.

    A long vowel that is written must be heard: 'slym' (سليم) is not Salam.
    """
    forms = [bare]
    if bare.startswith("l") and len(bare) >= _ARTICLE_AND_NAME:
        forms.append(bare[1:])
    forms += [form[:-1] for form in tuple(forms) if len(form) > 2 and form[-1] in "ht"]
    return any(_spells(_as_written(form, doubled=True), _as_written(other)) for form in forms)


def _spells(bare: Written, other: Written) -> bool:
    if len(bare[0]) != len(other[0]) or not bare[0]:
        return False
    pairs = zip(bare[0], other[0], strict=True)
    if any(a != b and frozenset((a, b)) not in _ALIKE for a, b in pairs):
        return False
    return all(
        _LONG[letter] & set(heard)
        for written, heard in zip(bare[1], other[1], strict=True)
        for letter in written
        if letter in _LONG
    )


def _as_written(word: str, *, doubled: bool = False) -> Written:
    """Consonants, an h too, and what is around them; doubled: two alike are two, as none is written twice."""
    word = word.replace("zh", "z`h") if doubled else re.sub(r"(?<=[aeiou])h$", "", word)
    consonants, around, last = list[str](), list[str](), 0
    for found in _UNITS.finditer(word):
        one, between = _ONE.get(found[0], found[0]), word[last : found.start()]
        if one == "w":
            continue
        last = found.end()
        if not doubled and consonants and consonants[-1] == one and not between:
            continue
        consonants.append(one)
        around.append(between)
    return tuple(consonants), (*around, word[last:])
