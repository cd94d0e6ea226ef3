"""The words of a mention in, what they tell out: pronoun or description, of whom, by which noun."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from sayso.resolve.name.folding import fold_name
from sayso.tables import read_shipped
from sayso.types import Mention, MentionKind, Span

Gender = Literal["male", "female"]
Sort = Literal[
    "male", "female", "plural", "thing", "relative", "relative_thing", "first", "part", "described"
]

_HE = re.compile(r"\b(?:he|him|his|himself|she|hers?|herself)\b", re.IGNORECASE)
_COUNTED = r"(?:two|three|four|five|six)"
_PART = re.compile(
    rf"\w+ of (?:them|these|those|the {_COUNTED}|both)|(?:a|the) (?:first|second|third|fourth|other|others)"
    rf"|the other {_COUNTED}|another|others",
    re.IGNORECASE,
)
_COUNTED_ALL = re.compile(rf"both(?: \w+)?|the {_COUNTED}", re.IGNORECASE)
_NUMBER = re.compile(rf"(?:^|of )(?:the )?(both|(?<=the ){_COUNTED})\b")
_DEFINITE = re.compile(r"(?:the|this|that|these|those|both) ", re.IGNORECASE)
_DETERMINER = re.compile(
    r"(?:the|an?|this|that|these|those|both|one|some|two|three|four|his|her|its|their|our|my) ",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r",| (?:of|for|to|at|in|on|from|with|who|whom|whose|which|that|called|named|seen|led|by)\b"
)
_OWNER = re.compile(r".*(?:['’]s|s['’]) ")


@dataclass(frozen=True, slots=True)
class ReferenceWords:
    """`data/references.toml`; classes: by kind of mention, a noun and the words one of which it needs."""

    pronouns: Mapping[str, Sort]
    genders: Mapping[str, Gender]
    things: frozenset[str]
    nobodies: frozenset[str]
    classes: Mapping[str, Mapping[str, frozenset[str]]]


@cache
def load_references() -> ReferenceWords:
    """The table turned round, each word to what it tells; read once a process."""
    table = read_shipped("references.toml")
    return ReferenceWords(
        {word: sort for sort, words in table["pronouns"].items() for word in words},
        {word: gender for gender, words in table["genders"].items() for word in words},
        frozenset(table["things"]["nouns"]),
        frozenset(table["nobodies"]["words"]),
        {
            kind: {noun: frozenset(words) for noun, words in nouns.items()}
            for kind, nouns in table["classes"].items()
        },
    )


def sort_of(mention: Mention) -> Sort | None:
    """How the mention points back; None: it names, or brings up someone new."""
    return _sort_of(mention.words, mention.kind)


@lru_cache(maxsize=20_000)
def _sort_of(words: str, kind: MentionKind) -> Sort | None:
    pronoun = load_references().pronouns.get(words.lower())
    if pronoun is not None:
        return pronoun
    if _COUNTED_ALL.fullmatch(words):
        return "plural"
    if _PART.fullmatch(words):
        return "part"
    if _DEFINITE.match(words) and not _is_capital(words.split(maxsplit=1)[1]):
        is_ours = kind == "outlet" and words.lower().startswith("this")
        return None if kind == "place" or is_ours else "described"
    return None


def _is_capital(words: str) -> bool:
    return any(word[:1].isupper() for word in words.split())


@lru_cache(maxsize=20_000)
def head_noun(words: str) -> str:
    """What a phrase is called, folded: 'an aide to the governor' is an aide, 'X’s aides' are aides."""
    short = _OWNER.sub("", _TAIL.split(words)[0]) or words
    parts = fold_name(short).split()
    return parts[-1] if parts else ""


def described_words(words: str) -> frozenset[str]:
    """The words that tell which one is meant: 'the rebel commander' is rebel, and commander."""
    return frozenset(fold_name(_DETERMINER.sub("", words, count=1)).split())


def gender_told(words: str) -> Gender | None:
    """'Mrs Rao', 'a spokeswoman', 'her brother': the title or noun tells; None: it does not."""
    genders = load_references().genders
    first = fold_name(_DETERMINER.sub("", words, count=1)).split()[:1]
    for word in (head_noun(words), *first):
        if word in genders:
            return genders[word]
        if word.endswith("woman"):
            return "female"
        if word.endswith(("sman", "eman", "nman", "rman")):
            return "male"
    return None


def number_told(words: str) -> str | None:
    """How many are all that a phrase points back to: 'both', 'one of the three'; None: any."""
    number = _NUMBER.search(words.lower())
    return {"both": "two"}.get(number[1], number[1]) if number is not None else None


def other_pronouns(mentions: Sequence[Mention], text: str) -> Iterator[Mention]:
    """Each 'he' and 'her' that nothing else made a mention of: they keep somebody on the mind."""
    known = {m.span for m in mentions}
    for match in _HE.finditer(text):
        span = Span(*match.span())
        if span not in known:
            yield Mention(span, "person", match[0])


def is_thing(mention: Mention) -> bool:
    """Whether a description is of a document, a building, an act: of nobody."""
    return mention.kind == "role" and head_noun(mention.words) in load_references().things


def owner_gender(words: str) -> Gender | None:
    """'His brother' is a man's, 'her neighbour' a woman's; None: it begins otherwise."""
    owner = words.split(" ", 1)[0].lower()
    return {"his": "male", "her": "female"}.get(owner) if " " in words else None  # type: ignore[return-value]
