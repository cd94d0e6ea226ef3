"""A text in, the numbers it spells out: in digits, words or vague words, with what opens them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from sayso.tables import read_shipped
from sayso.types import CountOp, Span

ABOUT = 0.1  # WEIGHING.md, section 4: about n is [0.9n, 1.1n]
_Name = TypeVar("_Name", bound=str)
_MAGNITUDES = frozenset({100, 1000, 1_000_000})
_CHANGED = re.compile(
    r"\b(?:r[oi]s(?:e[ns]?|ing)|climb(?:ed|s|ing)|jump(?:ed|s)|gr[eo]wn?|increased|up|raised|revised"
    r"|fell|fallen|dropped|down|lowered|corrected) $"
    r"|\b(?:raised?|raising|lower(?:ed|ing)?|revis(?:ed?|ing)|correct(?:ed|ing)?|increas(?:ed?|ing)|updated?|reduced?|cut)"
    r" (?:the|its|their|his|her|that) (?:\w+ ){1,4}$",
    re.IGNORECASE,
)
_EXCEEDED = re.compile(
    r"\b(?:toll|dead|deaths|number|killed|wounded|injured|casualties|losses)\b[^.;]{0,60}"
    r"\b(?:pass|exceed|topp?|surpass|outnumber)(?:ed|es|s|ing) $",
    re.IGNORECASE,
)
_SEVERAL = 3  # "several hundred" is a floor of three hundred


@dataclass(frozen=True, slots=True)
class CountingWords:
    """`data/counting.toml`, turned round for look-up.

    openings, closings: phrase -> what it makes of the number behind or before it
    groups:             lemma of the noun -> who was counted
    states, tolls:      word -> category; taking: lemma of a verb -> category
    things:             lemmas of nouns that are no people
    """

    vague: Mapping[str, int]
    fixed: Mapping[str, int]
    openings: Mapping[str, CountOp]
    closings: Mapping[str, CountOp]
    words: Mapping[str, int]
    groups: Mapping[str, str]
    states: Mapping[str, str]
    taking: Mapping[str, str]
    tolls: Mapping[str, str]
    things: frozenset[str]
    parts: frozenset[str]


@cache
def load_counting_words() -> CountingWords:
    """The table as shipped; read once a process."""
    table = read_shipped("counting.toml")
    return CountingWords(
        vague=table["vague"],
        fixed=table["fixed"],
        openings=_turned(table["openings"]),
        closings=_turned(table["closings"]),
        words=table["words"],
        groups=_turned(table["groups"]),
        states=_turned(table["states"]),
        taking=_turned(table["taking"]),
        tolls=_turned(table["tolls"]),
        things=frozenset(table["things"]["names"]),
        parts=frozenset(table["parts"]["names"]),
    )


def _turned(table: Mapping[_Name, list[str]]) -> Mapping[str, _Name]:
    return {word: name for name, words in table.items() for word in words}


@dataclass(frozen=True, slots=True)
class Number:
    """How many a stretch of text spells, before one knows of what.

    span:   from the words that open it to the last word of the number
    digits: the number itself, without what opens or closes it
    word:   the vague word; None: it is a number
    former: what the figure was before ("rose to 45 from 38": the 38)
    """

    span: Span
    digits: Span
    low: int
    high: int | None
    op: CountOp
    word: str | None = None
    former: bool = False


def find_numbers(text: str) -> Iterator[Number]:
    """Every number of the text in order, ages, dates, times and measures in digits aside.

    'twenty-two', '1,200', 'two dozen or so', 'between 20 and 30', '20 to 30', 'at least one but
    possibly up to 12', 'several hundred', 'tens of thousands'.
    """
    pattern = _pattern()
    for match in pattern.finditer(text):
        number = _number(match)
        if number is not None:
            yield number


def _number(match: re.Match[str]) -> Number | None:
    words = load_counting_words()
    span = Span(*match.span())
    opening = words.openings.get(_plain(match["opening"])) if match["opening"] else None
    op = (words.closings.get(_plain(match["closing"])) if match["closing"] else None) or opening
    op = op or (words.closings["or more"] if match["more"] else None)
    if match["vague"]:
        word = _plain(match["vague"])
        floor = _several_in(word) or words.vague[word]
        return Number(span, Span(*match.span("vague")), floor, None, "vague", word)
    stop = match.end("second") if match["second"] else match.end("first")
    digits = Span(match.start("first"), stop)
    low = number_in(match["first"])
    high = number_in(match["second"]) if match["second"] else None
    if low is None:
        return None
    if high is not None and match["from"] and _CHANGED.search(match.string[: match.start()]):
        return Number(span, digits, high, high, "exact")  # "rose from 38 to 45"
    if high is not None and high > low:
        return Number(span, digits, low, high, "between")
    if op is None and _EXCEEDED.search(match.string[: match.start()]):
        op = words.openings["more than"]  # "the toll has passed 40,000"
    op = op or "exact"
    low, high = reach(op, low)
    return Number(span, digits, low, high, op, former=bool(match["from"]) and not match["second"])


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip().lower()


def _several_in(word: str) -> int | None:
    """'several hundred': three of them at least."""
    first, _, size = word.rpartition(" ")
    return _SEVERAL * load_counting_words().words[size] if first and size in _sizes() else None


def _sizes() -> tuple[str, ...]:
    return ("dozen", "hundred", "thousand", "million")


def reach(op: CountOp, value: int) -> tuple[int, int | None]:
    """The range that a number stands for (WEIGHING.md, section 4).

    >>> reach("at_least", 12), reach("more_than", 40), reach("about", 20)
    ((12, None), (41, None), (18, 22))
    """
    if op == "at_least":
        return value, None
    if op == "more_than":
        return value + 1, None
    if op == "up_to":
        return min(1, value), value
    if op == "about":
        return value - int(value * ABOUT), value + -(-value // 10)
    return value, value


def number_in(text: str) -> int | None:
    """The number that digits or words spell; None if they spell none.

    'twenty-two' is 22, 'two hundred' 200, '1,200' 1200, '1.5 million' 1,500,000.
    """
    table = load_counting_words()
    if _plain(text) in table.fixed:
        return table.fixed[_plain(text)]
    total, current, seen = 0.0, 0.0, False
    for part in re.split(r"[\s\-–]+", text.lower()):
        digits = re.sub(r"[,\u202f\u00a0]", "", part)
        if re.fullmatch(r"\d+(?:\.\d+)?", digits):
            value = float(digits)
        elif part in table.words:
            value = float(table.words[part])
        else:
            continue
        seen = True
        if value in _MAGNITUDES and current:
            current *= value
            if value >= 1000:
                total, current = total + current, 0.0
        elif part == "dozen":
            current = max(current, 1.0) * 12
        else:
            current += value
    return round(total + current) if seen else None


@cache
def _pattern() -> re.Pattern[str]:
    table = load_counting_words()
    word = _one_of(table.words)
    spelt = rf"{word}(?:[ -]{word}|(?:(?<=hundred)|(?<=thousand)|(?<=million)) and {word})*"
    grouped = r"\d{1,3}(?:[,\u202f\u00a0]\d{3})+"
    plain = rf"\d+(?:\.\d+(?= (?:million|thousand)))?(?: {_one_of(_sizes())})?"
    number = rf"(?:{_one_of(table.fixed)}|{grouped}|{plain}|{spelt})"
    several = rf"(?:several|a few) {_one_of(_sizes())}"
    vague = rf"(?:{several}|{_one_of(table.vague)})"
    joined = (
        r"\s?[-–]\s?| to | or "
        r"|,? (?:and|but)(?: possibly)? (?:up to|as many as|not more than|no more than) "
    )
    ahead = r"(?<![\w$£€#/:.,-])"
    behind = rf"(?![\w%°]|[:/]\d|[.,]\d|-[a-z]|\s?%| per ?cent\b| {_one_of(table.words)}\b"
    behind += r"|[ -](?:day|week|month|year|hour|minute)s?[ -]old)"
    return re.compile(
        rf"{ahead}(?:(?P<from>from) )?(?:(?P<opening>{_one_of(table.openings)})\s)?"
        rf"(?:a total of |the |another |a further |all |an? )*"
        rf"(?:(?P<vague>{vague})(?!\w)"
        rf"|(?P<between>between )?(?P<first>{number}){_or_end(joined, number)}{behind}"
        rf"(?: (?P<closing>{_one_of(table.closings)})\b|(?P<more>\+))?)",
        re.IGNORECASE,
    )


def _or_end(joined: str, number: str) -> str:
    """A second number that makes a range with the first; 'and' joins one only after 'between'."""
    return rf"(?:(?:(?(between) and (?:more than |up to |at least )?|(?!))|{joined})(?P<second>{number}))?"


def _one_of(words: "Mapping[str, object] | tuple[str, ...]") -> str:
    ordered = sorted(words, key=len, reverse=True)
    return rf"(?:{'|'.join(re.escape(word).replace(chr(92) + ' ', ' ') for word in ordered)})"
