"""A text and the names to withhold in; the text with a block for each, and its spans moved, out."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Any, TypeVar, cast

from sayso.resolve.name.callings import is_body
from sayso.resolve.name.folding import fold_name
from sayso.resolve.name.parts import load_name_words
from sayso.resolve.name.titles import load_titles
from sayso.types import Span

NAME = "[name withheld]"
RELATIVE = "[relative, name withheld]"
WHEREABOUTS = "[whereabouts withheld]"
PLACE = "[place withheld]"

_WORD = re.compile(r"[^\W_][\w\u0300-\u036f]*")
_GAP = re.compile(r"[\s.'’\-‐-―]{0,3}")  # between two words of one name
_JOINT = re.compile(r"[\s.'’\-]*(?:(\w+)[\s.\-]+)?")  # between two blocks of one name: "al-"
# Parts of longer titles, which also stand before what is no person: 'Defence Force', 'late Monday'.
_NO_TITLES = frozenset(
    "defence defense foreign field first former late prime warrant count chief deputy vice".split()
)

Words = tuple[str, ...]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class NameBook:
    """Names to withhold, as folded words.

    by_first: first word -> the names that begin with it, the longest first
    singles:  words that are a name where they are written with a capital
    """

    by_first: Mapping[str, tuple[Words, ...]]
    singles: frozenset[str]


def make_book(names: Iterable[str], singles: Iterable[str] = ()) -> NameBook:
    """Names of one word only count as singles."""
    found: dict[str, set[Words]] = defaultdict(set)
    alone = set(singles)
    for name in names:
        words = split_name(name)
        if len(words) > 1:
            found[words[0]].add(words)
        elif words:
            alone.add(words[0])
    by_first = {
        first: tuple(sorted(all_, key=lambda w: (-len(w), w))) for first, all_ in found.items()
    }
    return NameBook(by_first, frozenset(alone))


def join_books(books: Iterable[NameBook]) -> NameBook:
    found: dict[str, set[Words]] = defaultdict(set)
    singles: set[str] = set()
    for book in books:
        singles |= book.singles
        for first, names in book.by_first.items():
            found[first] |= set(names)
    by_first = {
        first: tuple(sorted(all_, key=lambda w: (-len(w), w))) for first, all_ in found.items()
    }
    return NameBook(by_first, frozenset(singles))


def split_name(name: str) -> Words:
    return tuple(fold_name(found[0]) for found in _WORD.finditer(name))


def parts_of_name(name: str) -> frozenset[str]:
    """The words of a name that stand for it alone: no titles, particles, initials."""
    words = load_name_words()
    idle = load_titles() | words.particles | frozenset(words.suffixes) | frozenset(words.kin)
    return frozenset(
        folded
        for found in _WORD.finditer(name)
        if not found[0][0].islower()
        and (folded := fold_name(found[0])) not in idle
        and len(folded) >= (3 if folded.isascii() else 2)
    )


def find_titled(text: str) -> Iterator[str]:
    """Names that follow a title, 'Stefan Rell' of 'Commander Stefan Rell'; whoever that is."""
    titles, particles = load_titles() - _NO_TITLES, load_name_words().particles
    found = list(_WORD.finditer(text))
    for before, first in pairwise(range(len(found))):
        is_title = fold_name(found[before][0]) in titles and found[before][0][0].isupper()
        if not is_title or fold_name(found[first][0]) in titles:
            continue
        last = before
        for at in range(first, min(first + 4, len(found))):
            is_near = re.fullmatch(r"\.?[ \-]", text[found[at - 1].end() : found[at].start()])
            is_capital = found[at][0][0].isupper()
            if not is_near or not (is_capital or fold_name(found[at][0]) in particles):
                break
            last = at if is_capital else last
        if last >= first and not is_body(found[last][0]):
            yield text[found[first].start() : found[last].end()]


def find_names(text: str, book: NameBook) -> Iterator[Span]:
    """Where names of the book stand, in text order; 'Odas's' is 'Odas'."""
    found = list(_WORD.finditer(text))
    folded = [fold_name(one[0]) for one in found]
    at = 0
    while at < len(found):
        length = _length_at(text, found, folded, at, book)
        if length:
            yield Span(found[at].start(), found[at + length - 1].end())
        at += length or 1


def _length_at(
    text: str, found: Sequence[re.Match[str]], folded: Sequence[str], at: int, book: NameBook
) -> int:
    """How many words from here on are a name; 0: none."""
    for name in book.by_first.get(folded[at], ()):
        stop = at + len(name)
        if tuple(folded[at:stop]) == name and all(
            _GAP.fullmatch(text, found[i].end(), found[i + 1].start()) for i in range(at, stop - 1)
        ):
            return len(name)
    return int(folded[at] in book.singles and not found[at][0][0].islower())


@dataclass(frozen=True, slots=True)
class Cut:
    """Characters of a text, and what stands for them."""

    span: Span
    block: str


@dataclass(frozen=True)
class MaskedText:
    """A text with blocks for what is cut out; `cuts` in order, none meeting another."""

    text: str
    cuts: tuple[Cut, ...] = ()

    @cached_property
    def shown(self) -> str:
        pieces, done = [], 0
        for cut in self.cuts:
            pieces += [self.text[done : cut.span.start], cut.block]
            done = cut.span.stop
        return "".join([*pieces, self.text[done:]])

    @cached_property
    def _starts(self) -> list[int]:
        return [cut.span.start for cut in self.cuts]

    @cached_property
    def _moved(self) -> list[int]:
        """By how much the text has moved after each cut."""
        moved, by = [0], 0
        for cut in self.cuts:
            by += len(cut.block) - (cut.span.stop - cut.span.start)
            moved.append(by)
        return moved

    def move(self, span: Span) -> Span:
        """The span in `shown`; one that ends inside a block takes all of it in."""
        start, stop = self._place(span.start, is_stop=False), self._place(span.stop, is_stop=True)
        return Span(start, max(start, stop))

    def _place(self, at: int, *, is_stop: bool) -> int:
        after = bisect_right(self._starts, at - is_stop)
        cut = self.cuts[after - 1] if after else None
        if cut is None or at >= cut.span.stop:
            return at + self._moved[after]
        start = cut.span.start + self._moved[after - 1]
        return start + len(cut.block) if is_stop else start


def mask_text(text: str, names: Iterable[Span], others: Iterable[Cut] = ()) -> MaskedText:
    """Cut names and others out; what meets becomes one block, and so do the words of one name."""
    cuts = sorted([*(Cut(span, NAME) for span in names), *others], key=lambda c: c.span)
    merged: list[Cut] = []
    for cut in cuts:
        last = merged[-1] if merged else None
        if last is None or not _are_one(text, last, cut):
            merged.append(cut)
            continue
        block = last.block if last.block != NAME else cut.block
        span = Span(last.span.start, max(last.span.stop, cut.span.stop))
        merged[-1] = Cut(span, block)
    return MaskedText(text, tuple(merged))


def _are_one(text: str, last: Cut, cut: Cut) -> bool:
    if cut.span.start < last.span.stop:
        return True
    joint = _JOINT.fullmatch(text, last.span.stop, cut.span.start)
    if joint is None or not last.block == cut.block == NAME:
        return False
    return joint[1] is None or fold_name(joint[1]) in load_name_words().particles


@dataclass(frozen=True, slots=True)
class Mask:
    """What is withheld from a record.

    book:   names
    tokens: the id of a person withheld -> what stands for it
    exact:  words that are replaced wherever they stand whole or within others: how unnamed
            relatives are told, places of the living
    text:   that of the report the record's spans are of; None: it has none of its own
    """

    book: NameBook
    tokens: Mapping[str, str] = field(default_factory=dict)
    exact: Mapping[str, str] = field(default_factory=dict)
    text: MaskedText | None = None

    def hide(self, words: str) -> str:
        """The words without what is withheld; an id of a person becomes its token."""
        if words in self.tokens:
            return self.tokens[words]
        if words.isascii() and words.islower() and words.isalpha():
            return words  # "asserts": a name has a capital, or more words
        for wanted in sorted(self.exact, key=len, reverse=True):
            if wanted in words:
                words = re.sub(rf"(?<!\w){re.escape(wanted)}(?!\w)", self.exact[wanted], words)
        for entity in self.tokens if "person/" in words else ():
            words = re.sub(rf"{re.escape(entity)}(?![\w-])", self.tokens[entity], words)
        return mask_text(words, find_names(words, self.book)).shown


def mask_record(record: T, mask: Mask) -> T:
    """The record with every string in it hidden and every span moved, however deep."""
    return cast(T, _masked(record, mask))


def _masked(value: Any, mask: Mask) -> Any:
    if isinstance(value, str):
        return mask.hide(value)
    if isinstance(value, Span):
        return mask.text.move(value) if mask.text is not None else value
    if isinstance(value, tuple):
        return tuple(_masked(one, mask) for one in value)
    if isinstance(value, frozenset):
        return frozenset(_masked(one, mask) for one in value)
    if isinstance(value, Mapping):
        return {_masked(key, mask): _masked(one, mask) for key, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: _masked(getattr(value, f.name), mask) for f in fields(value)}
        return replace(value, **(changed | _quoted(value, changed, mask)))
    return value


def _quoted(value: Any, changed: Mapping[str, Any], mask: Mask) -> dict[str, str]:
    """Words that stand in the report stay what stands there, now with its blocks."""
    words, text = getattr(value, "words", None), mask.text
    if not isinstance(words, str) or text is None or words in mask.exact:
        return {}
    spans: Any = getattr(value, "quote", None) or [s for s in [getattr(value, "span", None)] if s]
    moved: Any = changed.get("quote") or [s for s in [changed.get("span")] if s]
    if not spans or " … ".join(span.of(text.text) for span in spans) != words:
        return {}
    return {"words": " … ".join(span.of(text.shown) for span in moved)}
