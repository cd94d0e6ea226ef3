"""The words before a name that are no part of it, and what they tell of its bearer."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from sayso.resolve.name.folding import fold_name
from sayso.tables import read_shipped
from sayso.types import Span

_WORD_BEFORE = re.compile(r"(?<![\w-])([A-Z][a-z]+)\.? $")
_WITHIN = 16  # characters of the longest title before a name
_BEFORE = re.compile(r"(?:[^\W\d_][\w-]*\.? )+$")


@cache
def load_titles() -> frozenset[str]:
    """Words before a name that are no part of it (`data/titles.toml`)."""
    table = read_shipped("titles.toml")
    return frozenset(table["titles"])


@cache
def load_offices() -> frozenset[str]:
    """The titles by which somebody has an office or a rank; 'Mrs' tells of none."""
    return load_titles() - frozenset(read_shipped("titles.toml")["plain"])


@cache
def _ranks() -> Mapping[str, str]:
    return {
        word: rank for rank, words in read_shipped("titles.toml")["ranks"].items() for word in words
    }


@cache
def _offices() -> frozenset[str]:
    return frozenset(read_shipped("titles.toml")["no_rank"])


def title_before(text: str, start: int) -> str:
    """The capitalised titles that stand right before a name: 'Rear Adm.'; "" if none does."""
    before = _BEFORE.search(text, max(0, start - 40), start)
    kept: list[str] = []
    for word in reversed(before[0].split() if before is not None else ()):
        if not word[:1].isupper() or not all(bit in load_titles() for bit in _bits(word)):
            break
        kept.insert(0, word)
    return " ".join(kept)


def _bits(words: str) -> list[str]:
    return [bit for bit in re.split(r"[\s.-]+", words.lower()) if bit]


@lru_cache(maxsize=4096)
def rank_of(title: str) -> str | None:
    """'Lt. Col.' -> 'colonel', 'Sergeant Major' -> 'sergeant'; None: no rank."""
    bits = _bits(title)
    found = [_ranks()[bit] for bit in bits if bit in _ranks()]
    if not found or not _offices().isdisjoint(bits):
        return None
    return "sergeant" if "sergeant" in found else found[-1]


@cache
def _persons_own() -> frozenset[str]:
    return frozenset(read_shipped("titles.toml")["persons_own"])


def follows_title(span: Span, text: str) -> bool:
    """'President Houston', 'Mr. Lincoln': a name that is a town's elsewhere is a person's here."""
    before = _WORD_BEFORE.search(text, max(0, span.start - _WITHIN), span.start)
    return before is not None and _is_persons_own(before[1])


def opens_with_title(words: str) -> bool:
    """'Gov. Houston', whole."""
    first, *rest = words.split() or [""]
    return bool(rest) and _is_persons_own(first.rstrip("."))


def _is_persons_own(word: str) -> bool:
    return word[:1].isupper() and fold_name(word) in _persons_own()
