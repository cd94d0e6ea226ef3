"""Two names in, how sure they are one person's or one group's, and why, out."""

from dataclasses import replace
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import DamerauLevenshtein

from sayso.resolve.name.callings import is_body
from sayso.resolve.name.group_names import (
    Likeness,
    compare_groups,
    group_words,
)
from sayso.resolve.name.parts import (
    NameParts,
    full_forms,
    gender_of_name,
    is_half_given,
    load_name_words,
    read_name,
    why_alike,
)
from sayso.resolve.name.sounds import (
    is_without_article,
    like_with_article,
    loosely_alike,
    written_alike,
)
from sayso.resolve.name.sounds import word_likeness as spelt_alike
from sayso.resolve.side_words import load_side_words

LOOSE = 0.62  # a word that only a story makes the same
NEAR = 0.6  # the share of letters that two words have in one order, where more than names ties two
ALONE = 0.46  # a given name: enough in one story, where no other fits
Bearer = Literal["person", "group", "crowd"]


@lru_cache(maxsize=262144)
def compare_names(one: str, other: str, bearers: tuple[Bearer, Bearer]) -> Likeness | None:
    """What two names tell of their bearers, each a person or a group; None: nothing in common.

    A person's name is easily read as a group's: where one is, the same full name is one bearer's,
    and what is alike as persons' names are may be.
    """
    if bearers == ("person", "person"):
        return compare_people(one, other)
    words = group_words(one)
    is_mixed = "person" in bearers
    if is_mixed and words and words == group_words(other):
        return Likeness("same", 0.85, "same name") if len(words) > 1 else _MIXED_WORD
    told = None if is_mixed else compare_groups(one, other)
    if told is not None or not (may_be_person(one) and may_be_person(other)):
        return told
    told = compare_people(one, other)
    if told is None or told.verdict == "different" or not (is_mixed or read_name(one).given):
        return None
    return replace(told, score=round(told.score - 0.05, 2))


@lru_cache(maxsize=65536)
def may_be_heard(one: str, other: str) -> bool:
    """Whether two given names are near enough that a story which ties their bearers may take them for one.

    'Nino' and 'Nina', 'Zura' and 'Zurab', the same given name under another surname. Never by itself.
    """
    a, b = ((*name.given, name.surname)[0] for name in (read_name(one), read_name(other)))
    return min(len(a), len(b)) > 2 and _is_near(a, b)


def _is_near(one: str, other: str) -> bool:
    if word_likeness(one, other) or other in full_forms(one) or one in full_forms(other):
        return True
    short, long = sorted((one, other), key=len)
    is_part = len(short) > 3 and (long.startswith(short) or long.endswith(short))
    near = DamerauLevenshtein.normalized_similarity(one, other)
    sexes = {gender_of_name(one), gender_of_name(other)} - {None}
    return is_part or (near >= NEAR and len(sexes) < 2)


_MIXED_WORD = Likeness("unsure", 0.5, "same word, once a person's and once a group's")


@lru_cache(maxsize=65536)
def may_be_person(name: str) -> bool:
    """Whether any name has the form of a person's: one to four words, none of them for a body."""
    words = read_name(name).words
    return (
        0 < len(words) <= 4
        and not load_side_words().small & {word for word in words if len(word) > 1}
        and not any(map(is_body, words))
    )


@lru_cache(maxsize=262144)
def compare_people(one: str, other: str) -> Likeness | None:
    """What two persons' names tell; None: they have nothing in common.

    A surname alone is at most unsure, however rare. So is a father's name: "Karim Odas" may be the
    father of "Ahmad Karim Odas", and "Karim Odas Jr." the son of "Karim Odas".
    """
    a, b = read_name(one), read_name(other)
    if not a.words or not b.words:
        return None
    bare = a.bare_consonants != b.bare_consonants
    if a.bound or b.bound:
        return _bound(*((a, b) if a.bound else (b, a)), bare=bare)
    if a.words == b.words and not bare:
        alone = ALONE if len(a.surname) > 7 else 0.4
        return _told(
            a, b, 0.95 if a.given else alone, "same name" if a.given else "same word alone"
        )
    if not a.given or not b.given:
        return _single(a, b, bare=bare)
    if a.double != b.double:
        return _double(*((a, b) if a.double else (b, a)), bare=bare)
    if (len(a.surname) == 1) != (len(b.surname) == 1):
        return _lettered(a, b, bare=bare)
    if a.is_fathers_alone != b.is_fathers_alone:
        is_one = word_likeness(a.given[0], b.given[0], bare=bare) and not (a.son_of and b.son_of)
        if is_one and not word_likeness(a.surname, b.surname, bare=bare):
            return Likeness("unsure", ALONE, "a father's name for the surname")
    surname = word_likeness(a.surname, b.surname, bare=bare)
    if not surname:
        told = _in_other_order(a, b, bare=bare) or _otherwise_divided(a, b)
        if told is not None and told.why == _TURNED and len(a.words) > 2:
            # Karim Odas Sol may be a son of Odas Sol Karim, Ok Jae-hwan is Jae-hwan Ok
            return replace(told, score=0.6 if "-" in one + other else 0.44)
        if told is not None and told.why == _BEGINNING and is_half_given(one, other):
            return replace(told, score=0.3)
        return told or _letter_before(a, b, bare=bare) or _loosely(a, b, bare=bare)
    given, why = _given(a, b, bare=bare)
    if given is None:
        return (
            _otherwise_divided(a, b) or _loosely(a, b, bare=bare) or Likeness("different", 0.9, why)
        )
    score = 0.95 * surname * given
    if surname < 1 and given == 1:
        why = "other spelling of the surname"
    return _told(a, b, score, why)


def word_likeness(one: str, other: str, *, bare: bool = False) -> float:
    """As `name_sounds.word_likeness`; Yusuf and Yusup are one also where letters do not tell."""
    alike = spelt_alike(one, other, bare=bare)
    if bare and not alike and (written_alike(one, other) or written_alike(other, one)):
        return 0.8
    if alike or not (full_forms(one) and full_forms(other)):
        return alike or like_with_article(one, other)
    return 0.9 if _is_full_form(one, other) or _is_full_form(other, one) else 0.0


def _is_full_form(one: str, other: str) -> bool:
    """Whether the one is a form of the other, however that is spelt: 'maxamed' of 'mohamed'."""
    return any(other == full or spelt_alike(full, other) >= 0.9 for full in full_forms(one))


def _otherwise_divided(a: NameParts, b: NameParts) -> Likeness | None:
    """'Karim Odas Ullah' and 'Karim Odasullah': the same letters, with a blank more."""
    joined = ["".join(name.words) for name in (a, b)]
    is_one = len(a.words) != len(b.words) and min(map(len, joined)) > 7
    if not is_one or {len(word) for word in (*a.words, *b.words)} & {1} or a.suffix != b.suffix:
        return None
    alike = spelt_alike(*joined)
    return Likeness("same", round(0.9 * alike, 2), "the same, divided otherwise") if alike else None


def _loosely(a: NameParts, b: NameParts, *, bare: bool) -> Likeness | None:
    """What is one by ear in a story, where the rest of the name agrees: 'Davit' and 'David Odas'."""
    if len(a.given) != len(b.given) or a.suffix != b.suffix:
        return None
    told = [
        word_likeness(x, y, bare=bare) or LOOSE * loosely_alike(x, y, vowels=at == len(a.given))
        if min(len(x), len(y)) > 1
        else 0.8 * (x[0] == y[0])
        for at, (x, y) in enumerate(zip(a.words, b.words, strict=True))
    ]
    is_told = all(told) and told.count(LOOSE) == 1 and max(told) >= 0.8
    if not is_told or gender_of_name(" ".join(a.words)) != gender_of_name(" ".join(b.words)):
        return None
    return Likeness("unsure", round(0.9 * min(told), 2), "alike by ear")


def _bound(bound: NameParts, other: NameParts, *, bare: bool) -> Likeness | None:
    """'Odas-Sol' of Karim Odas-Sol, 'Jean-Marit' of Jean-Marit Odas: as one word alone is."""
    if not (other.double or other.bound or len(other.given) > 1):
        return _single(replace(bound, given=(), surname="".join(bound.words)), other, bare=bare)
    for part, why in ((other.words[-2:], "surname alone"), (other.words[:2], "given name alone")):
        if _are_words(bound.words, part, bare=bare):
            return Likeness("unsure", 0.5 if part == other.words[-2:] else ALONE, why)
    return None


def _double(double: NameParts, other: NameParts, *, bare: bool) -> Likeness | None:
    """'Karim Odas-Sol' and 'Karim Odas', 'Karim Odassol'; of 'Karim Sol' it may be a cousin."""
    first, second = double.given[-1], double.surname
    given = _word(double.given[0], other.given[0], bare=bare)
    ends = ((first, 0.5), (first + second, 0.7), (second, 0.3))
    alike = max(score * word_likeness(end, other.surname, bare=bare) for end, score in ends)
    if len(other.given) > 1 and other.given[-1] == first and other.surname == second:
        alike = 0.9
    if not alike:
        return None
    if not given:
        return Likeness("different", 0.9, "other given names")
    return _told(double, other, alike, "one half of a double surname")


def _lettered(a: NameParts, b: NameParts, *, bare: bool) -> Likeness | None:
    """'Karim O.' and 'Karim Odas', 'K. Odas S.' and 'Karim Odas Sol'; None: another letter, or no whole word."""
    short, long = (a, b) if len(a.surname) == 1 else (b, a)
    if len(short.words) == len(long.words) > 2 and _are_words(short.words, long.words, bare=bare):
        return Likeness("unsure", 0.5, "the surname's first letter")
    is_one = short.surname == long.surname[0] and len(short.given[0]) > 1 and len(long.given[0]) > 1
    if is_one and word_likeness(short.given[0], long.given[0], bare=bare):
        return Likeness("unsure", 0.5, "the surname's first letter")
    return _in_other_order(a, b, bare=bare)


def _in_other_order(a: NameParts, b: NameParts, *, bare: bool) -> Likeness | None:
    """'Itzel Poot' of Itzel Poot Canché or Itzel Rosa Poot Canché; 'Ok Jae-hwan' and 'Jae-hwan Ok'; None: neither.

    Not the end of a longer name: Karim Odas may be the father of Ahmad Karim Odas.
    """
    short, long = sorted((a.words, b.words), key=len)
    pairs = zip(short, long, strict=False)
    if len(short) < len(long) and all(_word(x, y, bare=bare) for x, y in pairs):
        return Likeness("unsure", 0.5, _BEGINNING)
    ends = (long[0], long[2]) if len(long) == 4 else ()
    if len(short) == 2 and ends and _are_words(short, ends, bare=bare) and len(short[0]) > 1:
        return Likeness("unsure", 0.5, "the first given name and the first of two surnames")
    turned = (*long[1:], long[0]), (long[-1], *long[:-1])
    is_turned = len(short) == len(long) and any(
        _are_words(short, order, bare=bare) for order in turned
    )
    return Likeness("unsure", 0.5, _TURNED) if is_turned else None


_TURNED = "given name and surname turned"
_BEGINNING = "the beginning of the name"


def _letter_before(a: NameParts, b: NameParts, *, bare: bool) -> Likeness | None:
    """'S. Odas' and 'Odas Sunder': the father's name behind, or before as a letter alone."""
    for one, other in ((a, b), (b, a)):
        is_letter = len(one.words) == len(other.words) == 2 and one.given[0] == other.surname[:1]
        if is_letter and word_likeness(one.surname, other.given[0], bare=bare):
            return Likeness("unsure", ALONE, "the father's name as a letter")
    return None


def _are_words(ones: tuple[str, ...], others: tuple[str, ...], *, bare: bool) -> bool:
    """Word for word; of three or more, some may be initials."""
    told = [
        word_likeness(x, y, bare=bare)
        if min(len(x), len(y)) > 1
        else (len(ones) > 2 and x[:1] == y[:1])
        for x, y in zip(ones, others, strict=True)
    ]
    return all(told) and any(min(len(x), len(y)) > 1 for x, y in zip(ones, others, strict=True))


def _told(a: NameParts, b: NameParts, score: float, why: str) -> Likeness:
    """The likeness with what suffixes and fathers say laid on top."""
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return Likeness("different", 0.95, f"{a.suffix} and {b.suffix}")
    if a.suffix != b.suffix:
        return Likeness(
            "unsure", min(score, 0.4), f"only one of them is called {a.suffix or b.suffix}"
        )
    shorter = a.words if len(a.words) <= len(b.words) else b.words
    if score >= 0.7 and all(map(_is_common, shorter)):
        return Likeness("unsure", 0.6, "a name that many bear")
    return Likeness("same" if score >= 0.7 else "unsure", round(score, 2), why)


@lru_cache(maxsize=65536)
def _is_common(word: str) -> bool:
    common = load_name_words().common
    return word in common or any(word_likeness(word, other) >= 0.9 for other in common)


def _single(a: NameParts, b: NameParts, *, bare: bool) -> Likeness | None:
    """One of them is a single word: a surname, a given name, or what someone is called besides."""
    short, long = (a, b) if not a.given else (b, a)
    if short.surname in long.pets:
        return Likeness("unsure", 0.6, "what the other is called besides")
    alike = word_likeness(short.surname, long.surname, bare=bare)
    if alike:
        why = "same word alone" if not long.given else "surname alone"
        is_rare = not long.given and len(short.surname) > 7  # "abudargham"
        return Likeness("unsure", round(max(0.5 * alike, ALONE * is_rare), 2), why)
    first = word_likeness(short.surname, long.given[0], bare=bare) if long.given else 0
    first = first or (bool(long.given) and long.given[0] in full_forms(short.surname))
    if (
        not first
        and long.given
        and len(short.surname) > 3
        and _is_cut(short.surname, long.given[0])
    ):
        return Likeness("unsure", ALONE, "may be short for the given name")
    if not alike and long.double and word_likeness(short.surname, long.given[-1], bare=bare):
        return Likeness("unsure", 0.5, "one half of a double surname")
    if not first and len(long.given) == 2 and len(short.surname) > 3:
        middle = word_likeness(short.surname, long.given[1], bare=bare)
        if middle and not goes_before(long.given[0]):
            return Likeness("unsure", ALONE, "the first of two surnames")
    pairs = ((long.words, short.words), (short.words, long.words[:1]))
    bound = [
        (word[3:], other)
        for ones, others in pairs
        for word in ones
        for other in others
        if word.startswith("abd")
    ]
    if not first and any(word_likeness(half, other, bare=bare) for half, other in bound if half):
        return Likeness("unsure", ALONE, "the second half of a given name")
    if not first and not long.given and _is_cut(*sorted((short.surname, long.surname), key=len)):
        return Likeness("unsure", 0.44, "may be short for the other")
    if not first and len(long.given) > 1 and goes_before(long.given[0]):
        first = word_likeness(short.surname, long.given[1], bare=bare)
    return Likeness("unsure", ALONE, "given name alone") if first else None


def goes_before(word: str) -> bool:
    """Whether a given name mostly goes before the one that its bearer is called by."""
    return any(word_likeness(word, lead) for lead in load_name_words().leads)


def _given(a: NameParts, b: NameParts, *, bare: bool) -> tuple[float | None, str]:
    """How alike the given names are; None: they are two people's."""
    first = _word(a.given[0], b.given[0], bare=bare)
    if first:
        if not _agree(a.given[1:], b.given[1:], bare=bare):
            return None, "other middle names"
        if len(a.given) != len(b.given):
            short, long = sorted((a.given, b.given), key=len)
            extra = _left_over(short[1:], long[1:], bare=bare)
            is_initial = all(len(word) == 1 for word in extra)
            stem = a.given[0][:5]
            if len(stem) > 3 and any(w.startswith(stem) for w in extra):
                return 0.42, "may be called after the father"  # Anton Antonovich and Anton
            return (0.95 if is_initial else 0.7) * first, "one has a name more between"
        return first, why_alike(a.given[0], b.given[0])
    for one, other in ((a, b), (b, a)):
        pets = [pet for pet in one.pets if len(other.given) == 1 or len(other.given[0]) > 1]
        if any(_word(other.given[0], pet, bare=bare) for pet in pets):
            return 0.9, "what the other is called besides"
        if len(one.given) > 1 and _word(one.given[1], other.given[0], bare=bare):
            if len(one.given[0]) == 1:  # "K. Marit Sol" is Marit
                return 0.9, "called by the second given name"
            if one.son_of:
                return None, "the son's name, and the father's"
            if goes_before(one.given[0]):
                return 0.55, "called by the second given name"  # "Mohammad Karim Odas" is Karim
            return 0.4, "may be the father's name"  # not even a story makes father and son one
        if is_without_article(other.given[0], one.given):
            return 0.6, "without the article and what follows"
    if _is_cut(a.given[0], b.given[0]) or _is_cut(b.given[0], a.given[0]):
        return 0.5, "may be short for the other"
    return None, "other given names"


def _is_cut(short: str, long: str) -> bool:
    """'Gildo' of 'Hermenegildo', 'Ben' of 'Benhur'; not a name that many bear."""
    is_short = 3 <= len(short) <= len(long) - 3 and not _is_common(short)
    return is_short and (long.startswith(short) or (len(short) > 3 and long.endswith(short)))


def _word(one: str, other: str, *, bare: bool) -> float:
    """As `word_likeness`, and for initials and short forms."""
    if 1 in {len(one), len(other)}:
        return 0.8 if one[:1] == other[:1] else 0.0
    alike = word_likeness(one, other, bare=bare)
    if alike:
        return alike
    if _is_full_form(one, other) or _is_full_form(other, one):
        return 0.9
    return 0.8 if full_forms(one) & full_forms(other) else 0.0


def _agree(ones: tuple[str, ...], others: tuple[str, ...], *, bare: bool) -> bool:
    """Middle names: where both have some, those of the shorter list are in the longer, in order."""
    short, long = sorted((ones, others), key=len)
    rest = iter(long)
    return all(any(_word(word, other, bare=bare) for other in rest) for word in short)


def _left_over(short: tuple[str, ...], long: tuple[str, ...], *, bare: bool) -> tuple[str, ...]:
    """The words of the longer list that the shorter, whose words are all in it, has not."""
    left = list(long)
    for word in short:
        alike = next((other for other in left if _word(word, other, bare=bare)), None)
        if alike is not None:
            left.remove(alike)
    return tuple(left)
