"""Words for what somebody died of in; of what sorts it is, out: so that "gunshot" meets "shot dead"."""

import re
from collections.abc import Mapping
from functools import cache

from sayso.tables import read_shipped


def sorts_of_cause(words: str) -> frozenset[str]:
    """The sorts that words tell; empty: none that is known."""
    return frozenset(sort for sort, pattern in _patterns().items() if pattern.search(words))


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    """By sort, any of its beginnings of words; short ones are whole words."""
    table: Mapping[str, list[str]] = read_shipped("causes.toml")
    return {
        sort: re.compile("|".join(map(_beginning, words)), re.I) for sort, words in table.items()
    }


def _beginning(word: str) -> str:
    return rf"\b{re.escape(word)}" + (r"s?\b" if len(word) < len("shell") else "")
