"""Readings in, the same with those of the next ones out who are named without their verb.

'He was told by one officer that they live, by a second that they fled, and by a third to stop asking';
'medics say 93, a local official 115'; 'the army says they were armed; the mayor, that they were boys'.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.annotate.parses import sentence_of
from sayso.annotate.saying.readings import Reading
from sayso.annotate.saying.speakers import is_likely_speaker
from sayso.types import Stance

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    Tokens = tuple[Token, ...]

LONGEST = 8  # words of who is named so
FIRST = 4  # words among which a number stands that is all that is said: "the toll at nine"
_JOINTS = frozenset({"and", "but", "while"})
_OTHERS = frozenset("another other others second third fourth fifth last rest".split())
_COUNTING = frozenset({"say", "put", "count", "report", "give", "speak", "claim"})
_NO_OPENING = frozenset({"ADV", "ADP", "NUM"})
_NUMBERS = frozenset({"DATE", "TIME", "CARDINAL", "QUANTITY", "MONEY"})
_ORDERS = frozenset({"to", "not"})


def with_next_tellers(readings: Sequence[Reading]) -> list[Reading]:
    """Each reading up to where the next one's words begin, and the next one's behind it."""
    return [one for reading in readings for one in _parted(reading)]


@dataclass(frozen=True, slots=True)
class _Sort:
    """How the next ones are named: 'by another that', 'the mayor, that', 'a local official 115'."""

    is_by: bool
    is_count: bool


def _parted(reading: Reading) -> Iterator[Reading]:
    last = max(t.i for t in (*reading.cue, *reading.source))
    words = [t for t in reading.content if t.i > last]
    if not words or not reading.source:
        yield reading
        return
    sort = _sort_of(reading, words)
    rest = words[0].doc[words[0].i : sentence_of(words[0]).stop]
    starts = [at for at in range(1, len(rest)) if _opened(rest, at, sort) is not None]
    kept = _trimmed(t for t in reading.content if not starts or t.i < rest[starts[0]].i)
    if not starts or not kept:
        yield reading
        return
    yield replace(reading, content=kept)
    for at, stop in zip(starts, [*starts[1:], len(rest)], strict=True):
        source, content = _opened(rest, at, sort) or ((), ())
        inside = _trimmed(t for t in content if t.i <= rest[stop - 1].i)
        root = source[0].doc[source[0].i : source[-1].i + 1].root
        stance: Stance = "calls_for" if inside and inside[0].lower_ in _ORDERS else "asserts"
        yield replace(
            reading, source=source, speaker=root, content=inside or content, stance=stance,
            kind=None, naming=None,
        )  # fmt: skip


def _sort_of(reading: Reading, words: Sequence["Token"]) -> _Sort:
    first = reading.source[0]
    beside = (*reading.cue, *first.doc[max(first.i - 1, 0) : first.i])
    verbs = {t.lemma_.lower() for t in reading.cue}
    has_clause = any(t.pos_ in {"VERB", "AUX"} for t in words)
    is_number = any(map(_is_number, words[:FIRST])) and not has_clause
    is_count = is_number and bool(verbs & _COUNTING)
    return _Sort(any(t.lower_ == "by" for t in beside), is_count)


def _is_number(word: "Token") -> bool:
    return word.like_num or word.pos_ == "NUM"


def _trimmed(words: Iterable["Token"]) -> tuple["Token", ...]:
    """The words without what only joins them to the next."""
    kept = list(words)
    while kept and (kept[-1].lower_ in _JOINTS or (kept[-1].is_punct and not kept[-1].is_quote)):
        kept.pop()
    return tuple(kept)


def _opened(rest: "Span", at: int, sort: _Sort) -> "tuple[Tokens, Tokens] | None":
    """Who is named from a word of the sentence on, and what he says; None: nobody is."""
    if not _follows_break(rest, at) or rest[at].lower_ in _JOINTS:
        return None
    if sort.is_by and rest[at].lower_ != "by":
        return None
    start = at + 1 if sort.is_by else at
    for n in range(start + 1, min(start + LONGEST, len(rest))):
        if _begins_words(rest, n, sort):
            source = tuple(rest[start:n])
            is_set_off = source[-1].text == ","
            source = source[:-1] if is_set_off or source[-1].lower_ == "at" else source
            is_other = any(t.lower_ in _OTHERS for t in source[-1:])
            is_marked = sort.is_by or is_set_off or is_other
            is_named = bool(source) and (is_marked or sort.is_count) and _names(source)
            content = tuple(rest[n:]) if not sort.is_count else (rest[n],)
            return (source, content) if is_named else None
        if rest[n].pos_ in {"VERB", "AUX"} or rest[n].text in {";", ":", "."}:
            return None
    return None


def _begins_words(rest: "Span", at: int, sort: _Sort) -> bool:
    word = rest[at]
    if sort.is_count:
        return _is_number(word)
    is_clause = at + 1 < len(rest) and rest[at + 1].pos_ not in {"VERB", "AUX", "PUNCT"}
    is_that = word.lower_ == "that" and is_clause  # "and others that had fled" are only told of
    return is_that or (sort.is_by and word.lower_ in _ORDERS)


def _follows_break(rest: "Span", at: int) -> bool:
    before = rest[at - 1]
    if before.lower_ in _JOINTS and at > 1:
        before = rest[at - 2] if rest[at - 2].is_punct else before
    return before.text in {",", ";"} or before.lower_ in _JOINTS


def _names(source: Sequence["Token"]) -> bool:
    """'A second', 'another', 'the mayor'."""
    root = source[0].doc[source[0].i : source[-1].i + 1].root
    is_one = root.lower_ in _OTHERS
    is_whole = all(t.pos_ not in {"VERB", "AUX", "SCONJ"} for t in source)
    is_noun = source[0].pos_ not in _NO_OPENING and root.pos_ in {"NOUN", "PROPN"}
    is_noun = is_noun and root.ent_type_ not in _NUMBERS  # "told us, the night before, that"
    return is_whole and (is_one or (is_noun and is_likely_speaker(root)))
