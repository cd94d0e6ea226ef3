"""The words of a mention in, whether they count some of a kind ('at least 40 rebels'), out."""

import re
from functools import cache

from sayso.tables import read_shipped


def counts_some(words: str) -> bool:
    """'Twelve rebels', 'at least 40 rebels', 'dozens of rebels': some of them, and not their body.

    Behind the count stands no name: 'Three Rivers Brigade' is one.
    """
    found = re.findall(r"\w+", words)
    at = next((i for i, word in enumerate(found[:-1]) if _is_number(word.lower())), None)
    return at is not None and not any(word[:1].isupper() for word in found[max(at, 1) :])


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word in _numbers()


@cache
def _numbers() -> frozenset[str]:
    table = read_shipped("counting.toml")
    return frozenset((*table["words"], *table["vague"]))
