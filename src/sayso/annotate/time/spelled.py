"""Years and hours in words in, their numbers out: 'nineteen ninety-four', 'two thousand and one'."""

import re
from collections.abc import Mapping

from sayso.annotate.time.words import any_of, number_of

_CENTURIES = {"seventeen": 1700, "eighteen": 1800, "nineteen": 1900, "twenty": 2000}
_HOURS = range(1, 13)


def hour_in_words(numbers: Mapping[str, int]) -> str:
    """A pattern for the hours of a clock face: 'one' to 'twelve'."""
    return any_of(word for word, number in numbers.items() if number in _HOURS and len(word) > 2)


def year_in_words(numbers: Mapping[str, int]) -> str:
    """A pattern for a year in words; 'twenty' begins one only before 'ten' to 'nineteen'."""
    tens = any_of(word for word, number in numbers.items() if number in range(20, 91, 10))
    teens = any_of(word for word, number in numbers.items() if number in range(10, 20))
    ones = any_of(word for word, number in numbers.items() if number < 10 and len(word) > 2)
    below_hundred = rf"(?:{tens}(?:[\s-]{ones})?|{teens}|{ones})"
    earlier = (
        rf"(?:seventeen|eighteen|nineteen)[\s-](?:{tens}(?:[\s-]{ones})?|{teens}|oh[\s-]{ones})"
    )
    return rf"(?:{earlier}|twenty[\s-]{teens}|two\sthousand(?:(?:\sand)?\s{below_hundred})?)"


def year_of_words(words: str) -> int | None:
    """'nineteen ninety-four' -> 1994; None: these words are no year."""
    said = re.sub(r"[\s-]+", " ", words.lower())
    if said.startswith("two thousand"):
        rest = said.removeprefix("two thousand").removeprefix(" and").strip()
        return 2000 + _below_hundred(rest) if rest else 2000
    first, _, rest = said.partition(" ")
    return _CENTURIES[first] + _below_hundred(rest.removeprefix("oh ")) if rest else None


def _below_hundred(words: str) -> int:
    return int(number_of(words) or 0)
