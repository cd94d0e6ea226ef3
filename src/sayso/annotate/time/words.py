"""The words of time: `data/times.toml` in, tables for look-up out."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from sayso.tables import read_shipped

_TIMES = {"hundred", "thousand", "million", "billion", "dozen"}  # of what stands before them


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """Its TIMEX3 code and its hours; a stop over 24 is in the next day."""

    code: str
    from_hour: int
    to_hour: int


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Every list of `times.toml`, in small letters.

    moving_feasts:     "thanksgiving" -> its rule, by the names of `times.toml`
    steps, told_steps: "last" -> -1; counted from the report's own day, or from the time told before
    lists:             words that only have to be recognised, by the name of their list
    """

    months: Mapping[str, int]
    solar_months: Mapping[str, int]
    weekdays: Mapping[str, int]
    short_weekdays: Mapping[str, int]
    seasons: Mapping[str, int]
    parts: Mapping[str, PartOfDay]
    hours: Mapping[str, int]
    units: Mapping[str, str]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    decades: Mapping[str, int]
    feasts: Mapping[str, tuple[int, int]]
    moving_feasts: Mapping[str, Mapping[str, int]]
    zones: Mapping[str, int]
    steps: Mapping[str, int]
    told_steps: Mapping[str, int]
    references: Mapping[str, str]
    story_references: Mapping[str, str]
    regular: Mapping[str, str]
    lists: Mapping[str, tuple[str, ...]]


@cache
def load_time_words() -> TimeWords:
    """The words as shipped; read once a process."""
    table = read_shipped("times.toml")
    return TimeWords(
        months=table["months"] | table["short_months"],
        solar_months=table["solar_months"],
        weekdays=table["weekdays"],
        short_weekdays=table["short_weekdays"],
        seasons=table["seasons"],
        parts={
            word: PartOfDay(row["code"], row["from"], row["to"])
            for word, row in table["parts"].items()
        },
        hours=table["hours"],
        units=table["units"],
        numbers=table["numbers"],
        ordinals=table["ordinals"],
        decades=table["decades"],
        feasts={name: (month, day) for name, (month, day) in table["feasts"].items()},
        moving_feasts=table["moving_feasts"],
        zones=table["zones"],
        steps=table["steps"],
        told_steps=table["told_steps"],
        references=_by_word(table["references"]),
        story_references=_by_word(table["story_references"]),
        regular=table["regular"],
        lists={name: tuple(words) for name, words in table["lists"].items()},
    )


def _by_word(references: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {words: reference for reference, listed in references.items() for words in listed}


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, whatever white space they hold."""
    longest_first = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s") for word in longest_first) + ")"


def number_of(words: str) -> float | None:
    """'44', '1,200', 'twenty-four', 'two and a half', '2 1/2'; None: no number is told."""
    words = re.sub(r"\s+", " ", words.lower().strip())
    half = re.search(r"(?:[ -]and(?:[ -]a)?)?[ -](?:half|1/2)$|½$", words)
    if half is not None:
        whole = number_of(words[: half.start()])
        return None if whole is None else whole + 0.5
    if re.fullmatch(r"[0-9][0-9,]*(?:\.[0-9]+)?", words):
        return float(words.replace(",", ""))
    scaled = re.fullmatch(r"([0-9][0-9,]*(?:\.[0-9]+)?) (million|billion)", words)
    numbers = load_time_words().numbers
    if scaled is not None:
        return float(scaled[1].replace(",", "")) * numbers[scaled[2]]
    if words in numbers:
        return float(numbers[words])
    total = 0
    for word in re.split(r"[ -]", words):
        if word not in numbers:
            return None
        number = numbers[word]
        total = max(total, 1) * number if word in _TIMES else total + number
    return float(total)
