"""A name as printed in, its parts out: given names, surname, titles, suffix, whose son, pet names."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from anyascii import anyascii

from sayso.resolve.name.folding import fold_name
from sayso.resolve.name.references import Gender
from sayso.resolve.name.titles import load_titles
from sayso.tables import read_shipped

# '"The Chin"', "(Jerry)", "aka X": what someone is called besides, inside or after the name.
_PET = re.compile(r"[\"“‘(]\s*([^\"”’()]{2,30}?)\s*[\"”’)]|(?<=\s)'([^']{2,30})'(?=\s)")
_OTHERWISE = re.compile(
    r",? (?:a\.?k\.?a\.?|alias|nom de guerre|also known as|better known as|known as) ", re.I
)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_ABJAD = re.compile("[\u0590-\u07ff\ufb1d-\ufdff\ufe70-\ufefc]")
_WRITTEN = {"sh": "şșš", "ch": "çčć", "zh": "ž", "Sh": "ŞȘŠ", "Ch": "ÇČĆ", "Zh": "Ž"}
_SOUNDED = str.maketrans({letter: to for to, letters in _WRITTEN.items() for letter in letters})
# "Karim Odas-Sol", and neither "Odas Jae-hwan" nor "Karim al-Odas".
_DOUBLE = re.compile(r" [A-Z]\w{2,}-[A-Z]\w{2,}$")
_MARKED = re.compile(r"[A-Za-z][-'’`]")


@dataclass(frozen=True, slots=True)
class NameWords:
    """`data/name_words.toml`, turned round: each word to what it tells."""

    particles: frozenset[str]
    common: frozenset[str]
    leads: frozenset[str]
    honours: frozenset[str]
    suffixes: Mapping[str, str]
    kin: Mapping[str, str]
    joined: frozenset[str]
    joined_to: frozenset[str]
    short_forms: Mapping[str, frozenset[str]]
    genders: Mapping[str, Gender]
    endings: Mapping[str, Gender]
    ordinals: Mapping[str, str]
    tongues: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class NameParts:
    """One person's name, in Latin letters, lower case, without marks.

    given:   given names and initials in order; empty for a surname alone
    surname: the last word of the name, particles left out; "" if there is none
    suffix:  "junior", "senior", "third"; None: none is printed
    son_of:  what follows "bin", "ibn" or "son of"; empty: nothing of the kind is printed
    pets:    what someone is called besides ("the chin")
    titles:  before the name ("general")
    bare_consonants: printed in a script that leaves short vowels out
    double:  the surname is two bound by a hyphen, and the first of them the last given name
    bound:   nothing is printed but two words bound by a hyphen: a surname alone, or a given name
    """

    given: tuple[str, ...]
    surname: str
    suffix: str | None = None
    son_of: tuple[str, ...] = ()
    pets: tuple[str, ...] = ()
    titles: frozenset[str] = frozenset()
    bare_consonants: bool = False
    double: bool = False
    bound: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        return (*self.given, self.surname) if self.surname else self.given

    @property
    def is_fathers_alone(self) -> bool:
        """'Mubarak bin Salim': what stands last is the father's given name, and no surname."""
        return bool(self.son_of) and self.son_of == (self.surname,)


@cache
def load_name_words() -> NameWords:
    """The table, read once a process."""
    table = read_shipped("name_words.toml")
    short: dict[str, set[str]] = {}
    for rows in (table["short_forms"], table["twins"]):
        for word, full in rows.items():
            short.setdefault(word, set()).update(full)
    for word, full in table["twins"].items():
        for other in full:
            short.setdefault(other, set()).update({word, *full} - {other})
    return NameWords(
        particles=frozenset(table["particles"]),
        common=frozenset(table["common"]),
        leads=frozenset(table["leads"]),
        honours=frozenset(table["honours"]),
        suffixes={word: sort for sort, words in table["suffixes"].items() for word in words},
        kin={word: sort for sort, words in table["kin"].items() for word in words},
        joined=frozenset(table["joined"]["before"]),
        joined_to=frozenset(table["joined"]["behind"]),
        short_forms={word: frozenset(full) for word, full in short.items()},
        genders=_by_word(table["genders"], ""),
        endings=_by_word(table["genders"], "_endings"),
        ordinals={word: str(n) for n, word in enumerate(table["groups"]["ordinals"], 1)},
        tongues={
            word: noun for noun, words in table["groups"]["tongues"].items() for word in words
        },
    )


def _by_word(table: Mapping[str, list[str]], suffix: str) -> Mapping[str, Gender]:
    sexes: tuple[Gender, Gender] = ("male", "female")
    return {word: sex for sex in sexes for word in table[f"{sex}{suffix}"]}


@lru_cache(maxsize=16384)
def gender_of_name(words: str) -> Gender | None:
    """What a person's name tells of sex: 'Halyna', 'bint', a patronymic; None: nothing, or two things.

    'Vesna Radović' and 'Viktor Radović' have one surname: only before it does '-ovich' tell a man.
    """
    table, parts = load_name_words(), read_name(words)
    told = {table.kin.get(fold_name(word)) for word in words.split()}
    if "daughter" in told:
        return "female"
    given = [*parts.given, *([parts.surname] if not parts.given else [])]
    known = [table.genders[word] for word in given[:1] if word in table.genders]
    ends = [
        sex for word in parts.words for end, sex in table.endings.items()
        if _ends(word, end) and (sex == "female" or word != parts.surname)
    ]  # fmt: skip
    found = set(ends) or set(known)
    return found.pop() if len(found) == 1 else ("male" if "son" in told and not found else None)


def _ends(word: str, end: str) -> bool:
    return word.endswith(end) and len(word) > len(end) + 2


def romanise(words: str) -> str:
    """The words in Latin letters, ş and š as sh; what else is Latin is as it was. source: anyascii (ISC)"""
    words = words.translate(_SOUNDED)
    if words.isascii() or all(ord(char) < 0x250 or 0x2000 <= ord(char) < 0x2070 for char in words):
        return words
    return anyascii(words)


@lru_cache(maxsize=65536)
def read_name(words: str) -> NameParts:
    """The parts of a person's name; a pure reading of the letters, nothing is looked up elsewhere."""
    main, *besides = _OTHERWISE.split(words)
    pets = [*besides, *(m[1] or m[2] for m in _PET.finditer(main))]
    printed = _POSSESSIVE.sub("", _PET.sub(" ", main).replace(",", " ").strip())
    pieces = _pieces(romanise(printed), had_marks=bool(_MARKED.search(printed)))
    if is_bare := bool(_ABJAD.search(printed)):
        titles = frozenset[str]()  # 'mr' is Omar there
    else:
        titles, pieces = _without_titles(pieces, frozenset(_callings(printed)))
    is_bound = "-" in printed.rpartition(" ")[2]  # "Oh Min-jun" is no junior
    suffix, pieces = (None, pieces) if is_bound else _without_suffix(pieces)
    pieces, son_of = _without_kin(pieces)
    parts = _without_particles(_joined(pieces))
    return NameParts(
        given=tuple(parts[:-1]),
        surname=parts[-1] if parts else "",
        suffix=suffix,
        son_of=son_of,
        pets=tuple(fold_name(romanise(pet)).removeprefix("the ") for pet in pets),
        titles=titles,
        bare_consonants=is_bare,
        double=bool(_DOUBLE.search(printed)) and len(parts) > 2,
        bound=bool(_DOUBLE.search(f" {printed}")) and len(parts) == 2,
    )


def _pieces(printed: str, *, had_marks: bool) -> list[str]:
    """Folded words; a particle bound by a hyphen stays bound ("al-masri"), to be told from a name."""
    found = []
    for word in re.sub(r"(?<=[a-z])\.(?=[A-Z])", ". ", printed).split():
        if word[:1].isupper() and "." in word.strip(".") and len(word) <= 6:
            found += [letter.lower() for letter in re.split(r"[.-]+", word) if letter]  # "J.R."
            continue
        folded = fold_name(word.strip(".").replace("'", "").replace("’", "").replace("`", ""))
        bits = folded.split()
        if len(bits) > 1 and bits[0] in load_name_words().particles and had_marks:
            bits = [*(f"{bit}-" for bit in bits[:-1]), bits[-1]]
        elif len(bits) == 1 and word.islower() and bits[0] in load_name_words().particles:
            bits = [f"{bits[0]}-"]
        found += bits
    return found


def _callings(printed: str) -> Iterator[str]:
    """The words in small letters before a name: 'lawyer' in 'lawyer Karim Odas'."""
    words = printed.split()
    for word in words:
        known = load_name_words()
        if not word.islower() or word in known.particles or word in known.kin:
            return
        yield fold_name(word)


def _without_titles(
    pieces: list[str], callings: frozenset[str]
) -> tuple[frozenset[str], list[str]]:
    titles = []
    while len(pieces) > 1 and (pieces[0] in load_titles() or pieces[0] in callings):
        titles.append(pieces[0])
        pieces = pieces[1:]
    return frozenset(titles) - {"the", "a", "an"}, pieces


def _without_suffix(pieces: list[str]) -> tuple[str | None, list[str]]:
    suffixes = load_name_words().suffixes
    if len(pieces) > 1 and pieces[-1] in load_name_words().honours:
        pieces = pieces[:-1]
    if len(pieces) > 2 and pieces[-1] in suffixes:
        return suffixes[pieces[-1]], pieces[:-1]
    return None, pieces


def _without_kin(pieces: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """'Khalid bin Walid': bin is no name; Walid stays, and is kept as whose son he is."""
    kin = load_name_words().kin
    for place, piece in enumerate(pieces):
        if place and kin.get(piece.strip("-")) in {"son", "daughter"} and place + 1 < len(pieces):
            rest = [word for word in pieces[place + 1 :] if not word.endswith("-")]
            kept = [p for p in pieces if kin.get(p.strip("-")) not in {"son", "daughter"}]
            return kept, tuple(rest)
    return pieces, ()


def _joined(pieces: list[str]) -> list[str]:
    """'abd al- rahman' -> 'abdrahman'; 'abu bakr' -> 'abubakr'."""
    words, out = load_name_words(), list[str]()
    place = 0
    while place < len(pieces):
        piece = pieces[place]
        stop = place + 1
        is_first = piece in words.joined or words.kin.get(piece) == "parent"
        while is_first and stop < len(pieces) - 1 and pieces[stop].strip("-") in words.particles:
            stop += 1
        # "Jamal al-Din" is one name, "Jamal Odas" two.
        is_first = is_first and (
            piece not in words.joined
            or piece[:3] == "abd"
            or (stop > place + 1 and pieces[min(stop, len(pieces) - 1)] in words.joined_to)
        )
        if is_first and stop < len(pieces):
            stem = "abd" if piece.startswith("abd") else piece
            out.append(stem + pieces[stop])
            place = stop + 1
            continue
        out.append(_stem(piece))
        place += 1
    return out


def _stem(piece: str) -> str:
    """'abdulrahman' and 'abdelrahman' as 'abdrahman'."""
    found = re.fullmatch(r"abd(?:[aeou][lrnszdt])(?=[a-z]{3})(.+)", piece)
    return f"abd{found[1]}" if found else piece


def _without_particles(pieces: list[str]) -> list[str]:
    particles = load_name_words().particles
    kept = [
        piece for place, piece in enumerate(pieces)
        if not piece.endswith("-") and not (0 < place < len(pieces) - 1 and piece in particles)
    ]  # fmt: skip
    return kept or [piece.strip("-") for piece in pieces]


def is_half_given(one: str, other: str) -> bool:
    """'Ok Jae' and 'Ok Jae-hwan': the first half of a given name is another's, and not short for it."""
    short, long = sorted((romanise(one), romanise(other)), key=len)
    first = re.search(r" (\w{2,})-[a-z]\w+$", long)
    return first is not None and fold_name(first[1]) == fold_name(short.split()[-1])


def full_forms(word: str) -> frozenset[str]:
    """Of which given names a word is short, or the twin in another language."""
    return load_name_words().short_forms.get(word, frozenset())


def why_alike(one: str, other: str) -> str:
    """What makes two given names one."""
    if one == other:
        return "same name"
    if 1 in {len(one), len(other)}:
        return "initial"
    is_short = (
        other in full_forms(one)
        or one in full_forms(other)
        or bool(full_forms(one) & full_forms(other))
    )
    return "short form of the given name" if is_short else "other spelling of the given name"
