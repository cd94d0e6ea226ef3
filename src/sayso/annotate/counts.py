"""A parsed report in, the numbers of people it gives out: how many, in which words, of whom."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from sayso.annotate.parses import entity_around, text_at
from sayso.types import Count, CountOp, Scope, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_GROUPING = re.compile(r"^\d{1,3}(?:[,\u202f\u00a0 ]\d{3})+$|^\d+$")
_BARE_PLACES = frozenset({"nsubjpass", "nsubj", "dobj", "pobj", "attr", "appos", "npadvmod"})
_TOLL = frozenset({"toll", "dead", "death", "fatality", "casualty"})
_MAGNITUDES = frozenset({100, 1000, 1_000_000})
ABOUT = 0.1  # WEIGHING.md, section 4: about n is [0.9n, 1.1n]


@dataclass(frozen=True, slots=True)
class CountingWords:
    vague: Mapping[str, int]
    openings: Mapping[str, CountOp]
    words: Mapping[str, int]
    groups: Mapping[str, str]
    parts: frozenset[str]


@cache
def load_counting_words() -> CountingWords:
    """`data/counting.toml`, turned round for look-up; read once a process."""
    table = tomllib.loads(files("sayso.data").joinpath("counting.toml").read_text("utf-8"))
    return CountingWords(
        vague=table["vague"],
        openings={phrase: op for op, phrases in table["openings"].items() for phrase in phrases},
        words=table["words"],
        groups={noun: group for group, nouns in table["groups"].items() for noun in nouns},
        parts=frozenset(table["parts"]["names"]),
    )


@dataclass(frozen=True, slots=True)
class CountedNoun:
    """A count with the noun it counts, before an event has taken it up."""

    noun: "Token"
    count: Count


def find_counts(doc: "Doc") -> tuple[CountedNoun, ...]:
    """Every number or vague word that counts people, in text order."""
    words = load_counting_words()
    found: dict[int, CountedNoun] = {}
    for token in doc:
        counted = _counted(token, words)
        if counted is None:
            continue
        known = found.get(counted.noun.i)
        if known is None or len(counted.count.words) > len(known.count.words):
            found[counted.noun.i] = counted
    return tuple(found.values())


def _counted(token: "Token", words: CountingWords) -> CountedNoun | None:
    group = words.groups.get(token.lemma_.lower())
    if token.pos_ in {"NOUN", "ADJ", "PROPN"} and group is not None:
        number = next((c for c in token.children if c.dep_ == "nummod"), None)
        if number is not None:
            return _exact(token, number, group, words)
        return _vague_before(token, group, words) or _none_of(token, group)
    if token.dep_ in _BARE_PLACES and _is_number(token, words):
        return _bare(token, words)
    return None


def _exact(noun: "Token", number: "Token", group: str, words: CountingWords) -> CountedNoun | None:
    span = _between(noun, number, group, words) or _several(noun, number, group, words)
    if span is not None:
        return CountedNoun(noun, span)
    value = number_of(list(number.subtree), words)
    if value is None:
        return None
    return CountedNoun(noun, _count(noun, number, value, group, words))


def _between(noun: "Token", number: "Token", group: str, words: CountingWords) -> Count | None:
    """'between 20 and 30 people'."""
    text = noun.doc[max(number.left_edge.i - 1, noun.sent.start) : noun.i].text.lower()
    ends = re.search(r"between ([\w,]+) and ([\w,]+)", text)
    if ends is None:
        return None
    low, high = (number_in(end, words) for end in ends.groups())
    if low is None or high is None:
        return None
    start = max(number.left_edge.i - 1, noun.sent.start)
    span = Span(
        noun.doc[start].idx if noun.doc[start].lower_ == "between" else number.left_edge.idx,
        noun.idx + len(noun),
    )
    scope: Scope = "part" if is_part(noun) else "total"
    return Count(low, high, "between", (), group, scope, text_at(noun.doc, span), span)


def _several(noun: "Token", number: "Token", group: str, words: CountingWords) -> Count | None:
    """'several hundred people': a floor of three hundred."""
    before = number.doc[max(number.i - 1, 0)].lower_
    size = words.words.get(number.lower_, 0)
    if before not in {"several", "few"} or size not in _MAGNITUDES:
        return None
    span = Span(number.nbor(-1).idx, noun.idx + len(noun))
    word = f"{before} {number.lower_}"
    return Count(3 * size, None, "vague", (), group, "total", text_at(noun.doc, span), span, word)


def _bare(token: "Token", words: CountingWords) -> CountedNoun | None:
    """'Twelve were killed', 'killed at least 12', 'three of the children died', 'dozens were killed'."""
    group = "people"
    of = next((c for c in token.children if c.lower_ == "of"), None)
    whom = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    if whom is not None:
        named = words.groups.get(whom.lemma_.lower())
        if named is None:
            return None
        group = named
    elif (
        _is_multiple(token)
        or token.ent_type_ == "QUANTITY"
        or _has_unit(token)
        or (token.dep_ in {"pobj", "npadvmod", "attr"} and not _is_toll(token))
    ):
        return None
    if token.lemma_.lower() in {"dozen", "score", "hundred", "thousand"} and token.tag_ == "NNS":
        return _vague(token, token.lower_, words.vague.get(token.lower_, 2), group)
    value = number_of(list(token.subtree), words)
    if value is None or (value > 1900 and value < 2100 and "," not in token.text):
        return None
    return CountedNoun(token, _count(token, token, value, group, words))


def _is_multiple(number: "Token") -> bool:
    """'three times as many'."""
    return number.i + 1 < len(number.doc) and number.nbor(1).lower_ in {"times", "per"}


def _has_unit(number: "Token") -> bool:
    """'44 days', 'March 5', 'the 31st': a date or a measure, not people."""
    if number.ent_type_ == "DATE":
        first, stop = entity_around(number)
        return stop - first > 1
    return False


def _is_toll(number: "Token") -> bool:
    """'The death toll rose to 44', 'put the number of dead at 70'."""
    if number.head.lower_ not in {"to", "at", "of"} and number.dep_ == "pobj":
        return False
    verb = number.head.head if number.dep_ == "pobj" else number.head
    return any(t.lemma_.lower() in _TOLL for t in (*verb.subtree,) if t.i < number.i)


def _is_number(token: "Token", words: CountingWords) -> bool:
    return token.pos_ == "NUM" or token.lower_ in {"dozens", "scores", "hundreds", "thousands"}


def _vague(noun: "Token", word: str, low: int, group: str) -> CountedNoun:
    span = Span(noun.idx, noun.idx + len(noun))
    count = Count(low, None, "vague", (), group, "total", text_at(noun.doc, span), span, word)
    return CountedNoun(noun, count)


def _vague_before(noun: "Token", group: str, words: CountingWords) -> CountedNoun | None:
    """'dozens of people', 'several civilians', 'a number of soldiers'."""
    start = noun.left_edge.i
    head = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    if head is not None and head.i < noun.i:
        start = head.left_edge.i
    before = noun.doc[start : noun.i]
    text = before.text.lower()
    for phrase, low in sorted(words.vague.items(), key=lambda row: -len(row[0])):
        at = re.search(rf"\b{re.escape(phrase)}\b", text)
        if at is not None:
            span = Span(before.start_char + at.start(), noun.idx + len(noun))
            count = Count(
                low, None, "vague", (), group, "total", text_at(noun.doc, span), span, phrase
            )
            return CountedNoun(head or noun, count)
    return None


def _none_of(noun: "Token", group: str) -> CountedNoun | None:
    """'No civilians were hurt', 'nobody' is read as negation of the event."""
    no = next((c for c in noun.children if c.dep_ == "det" and c.lower_ == "no"), None)
    if no is None:
        return None
    span = Span(no.idx, noun.idx + len(noun))
    return CountedNoun(noun, Count(0, 0, "none", (), group, "total", text_at(noun.doc, span), span))


def _count(noun: "Token", number: "Token", value: int, group: str, words: CountingWords) -> Count:
    op, opening = _opening(number, words)
    first = min(number.left_edge.i, opening) if opening is not None else number.left_edge.i
    last = max(noun.i, number.i)
    tokens = noun.doc[first : last + 1]
    span = Span(tokens.start_char, tokens.end_char)
    low, high = reach(op, value)
    scope: Scope = "part" if is_part(noun) else "total"
    return Count(low, high, op, (), group, scope, text_at(noun.doc, span), span)


def _opening(number: "Token", words: CountingWords) -> tuple[CountOp, int | None]:
    """The words just before the number that make a floor or a ceiling of it."""
    first = min(t.i for t in number.subtree)
    for start in (first, number.i):
        for size in (3, 2, 1):
            at = start - size
            phrase = number.doc[max(at, 0) : start].text.lower()
            if at >= 0 and phrase in words.openings:
                return words.openings[phrase], at
    inside = number.doc[first : number.i].text.lower()
    for phrase, op in words.openings.items():
        if inside.startswith(phrase):
            return op, first
    return "exact", None


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
        return 1, value
    if op == "about":
        tenth = int(value * ABOUT)
        return value - max(tenth, 0), value + -(-value // 10)
    return value, value


def is_part(noun: "Token") -> bool:
    """'including nine children', 'among them three women': a part of the number before."""
    head = noun.head
    if noun.dep_ == "pobj" and head.lower_ in {"including", "among"}:
        return True
    if noun.dep_ == "conj":
        return is_part(noun.head)
    before = noun.doc[max(noun.sent.start, noun.i - 6) : noun.i].text.lower()
    return "including" in before or "among them" in before or "of them" in before


def number_of(tokens: "list[Token]", words: CountingWords) -> int | None:
    """The number that digits or words spell; None if they spell none.

    'twenty-two' is 22, 'two hundred' 200, '1,200' 1200; '3.5 million' is left out (None).
    """
    return number_in(" ".join(t.text for t in tokens), words)


def number_in(text: str, words: CountingWords) -> int | None:
    """The same of a text."""
    total, current, seen = 0, 0, False
    for part in re.split(r"[\s\-–]+", text.lower()):
        digits = part.replace(",", "")
        if _GROUPING.match(part) and digits.isdigit():
            value = int(digits)
        elif part in words.words:
            value = words.words[part]
        else:
            continue
        seen = True
        if value in _MAGNITUDES and current:
            current *= value
            if value >= 1000:
                total, current = total + current, 0
        elif value == 12 and part == "dozen":
            current = max(current, 1) * 12
        else:
            current += value
    return total + current if seen else None
