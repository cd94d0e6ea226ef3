"""Reports go in; texts ready to be compared come out: words, quotation marks, shingles, credits.

Every hash is the same in every process, so that what was compared once can be stored.
"""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from sayso.tables import read_shipped
from sayso.types import Report

Hashes = NDArray[np.uint64]

SHINGLE_WORDS = 5
RUN_WORDS = 8
# Odd, so that multiplying by it can be undone in 64 bits.
BASE = 0x9E3779B97F4A7C15
# The highest bit of a word's hash says whether it is a figure.
FIGURE = np.uint64(1 << 63)
MOST_WORDS = 1 << 20

_WORD = re.compile(r"\w+(?:['.,-]\w+)*")
# Alternatives that begin with a letter each: `re` then leaps to the next that can begin one.
_MARK = re.compile(
    r"""(\n|\. |``|''|"|“|”|„|«|»|＂|&quot;|&ldquo;|&rdquo;|&#34;|&#8220;|&#8221;)""",
)
# What ends a quotation, by what began it. An unclosed one ends with its paragraph: where a
# quotation goes on, papers open it anew in each.
_CLOSERS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(('"', "“", "``", "＂"), frozenset(('"', "”", "''", "＂"))),
    **dict.fromkeys(("&quot;", "&#34;"), frozenset(("&quot;", "&#34;"))),
    **dict.fromkeys(("&ldquo;", "&#8220;"), frozenset(("&rdquo;", "&#8221;"))),
    "„": frozenset("“”\""),
    "«": frozenset("»"),
    "»": frozenset("«"),
}  # fmt: skip
# British papers quote in single marks; only what ends in punctuation is told from an apostrophe.
# The bounds keep a line full of apostrophes cheap.
_SINGLE = re.compile(
    r"(?<![\w'])'(?=\w)([^\n'\"“”]{1,400}(?:'\w[^\n'\"“”]{0,400}){0,8}[,.?!] ?)'(?![\w'])"
)
# "KAREZ (Unity Press) - ": whom a text says it has its story from.
_CREDIT = re.compile(r"\(([^()\n]{2,40})\)\s*(?:--?|–|—)\s")
# Datelines stand at the beginning.
CREDIT_CHARACTERS = 1500
_ENDS = frozenset(".!?:")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "‑": "-", "\u00ad": None, "…": "...", "\u200b": None})


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """One published text, ready to be compared; the same for the same input on any machine.

    published: UTC ISO; None: unknown, taken as later than all that are dated
    order:     by time, then id; the undated last
    words:     a hash of each word; quoted: 1 where it stands in quotation marks, else 0
    shingles:  the sampled hashes of 5 words, each once; quoted_shingles: those all in quotation marks
    runs:      the hash of the 8 words from each word on
    figures:   the words that give a number, each with its place
    sentences: where each begins, roughly
    credits:   whom datelines name, folded
    """

    id: str
    outlet: str | None
    url: str | None
    published: str | None
    order: tuple[bool, str, str]
    words: Hashes
    quoted: bytes
    shingles: tuple[int, ...]
    quoted_shingles: frozenset[int]
    runs: Hashes
    figures: tuple[tuple[int, str], ...]
    sentences: tuple[int, ...]
    credits: frozenset[str]


def text_of(report: Report) -> Text:
    """A report, ready to be compared."""
    published = report.published_at.start if report.published_at is not None else None
    return read_text(report.id, report.text, report.outlet, report.url, published=published)


def read_text(
    id_: str,
    text: str,
    outlet: str | None = None,
    url: str | None = None,
    *,
    published: str | None = None,
) -> Text:
    """A text as words, with what stands in quotation marks; about 0.2 ms for 300 words."""
    spoken, quoted, sentences = _read_words(text)
    words = np.frombuffer(b"".join(map(hash_word, spoken)), "<u8").astype(np.uint64, copy=False)
    numbers = np.flatnonzero(words & FIGURE).tolist()
    shingles, in_quotes = _sample_shingles(words, quoted)
    return Text(
        id_, outlet, url, published, (published is None, published or "", id_),
        words, quoted, shingles, in_quotes, hash_runs(words, RUN_WORDS),
        tuple((at, spoken[at]) for at in numbers),
        sentences,
        frozenset(map(fold_outlet, _CREDIT.findall(text[:CREDIT_CHARACTERS]))),
    )  # fmt: skip


def fold_outlet(name: str) -> str:
    """An outlet's name as it is compared: "The Harbour Post" and "Harbour Post" are one."""
    return name.strip().casefold().removeprefix("the ")


def _read_words(text: str) -> tuple[list[str], bytes, tuple[int, ...]]:
    """The words, which of them stand in quotation marks, and where sentences begin."""
    if not text.isascii():
        text = text.translate(_PLAIN)
    if "'" in text:
        text = _SINGLE.sub(r"“\1”", text)
    spoken: list[str] = []
    flags: list[bytes] = []
    sentences: list[int] = [0]
    for piece, is_quoted, is_first in _split_quotations(text):
        if is_first and sentences[-1] != len(spoken):
            sentences.append(len(spoken))
        found = _WORD.findall(piece.lower())
        spoken += found
        flags.append((b"\1" if is_quoted else b"\0") * len(found))
    return spoken, b"".join(flags), tuple(sentences)


def _split_quotations(text: str) -> Iterator[tuple[str, bool, bool]]:
    """The text in pieces: whether each stands in quotation marks, and whether it begins a sentence."""
    pieces = _MARK.split(text)
    closers: frozenset[str] | None = None
    mark = "\n"
    for at in range(0, len(pieces), 2):
        piece = pieces[at]
        is_first = False
        if mark == "\n":
            is_first = at == 0 or not _is_wrapped(pieces[at - 2], piece)
            closers = None if is_first else closers
        elif mark == ". ":
            is_first = not piece[:1].islower()
        elif closers is None:
            closers = _CLOSERS.get(mark)
        elif mark in closers:
            closers = None
        yield piece, closers is not None, is_first
        mark = pieces[at + 1] if at + 1 < len(pieces) else ""


def _is_wrapped(line: str, following: str) -> bool:
    """The next line goes on in lower case where no sentence ended: one paragraph, wrapped."""
    return following.lstrip()[:1].islower() and line.rstrip()[-1:] not in _ENDS


def is_figure(word: str) -> bool:
    """The word is a number or begins with one: "58", "twelve", "3-year-old"."""
    return word[0].isdecimal() or word.partition("-")[0] in _number_words()


@cache
def _number_words() -> frozenset[str]:
    return frozenset(read_shipped("counting.toml")["words"])


class _Hashes(dict[str, bytes]):
    """The hash of every word met, worked out once; `lru_cache` takes three times as long to ask."""

    def __missing__(self, word: str) -> bytes:
        if len(self) >= MOST_WORDS:
            self.clear()
        digest = hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        number = int.from_bytes(digest, "little") & ~int(FIGURE)
        number |= int(FIGURE) if is_figure(word) else 0
        hashed = self[word] = number.to_bytes(8, "little")
        return hashed


# 64 bits, little end first; the same in every process, which Python's own `hash` is not.
hash_word: Callable[[str], bytes] = _Hashes().__getitem__


@lru_cache(maxsize=32)
def _powers(count: int) -> tuple[Hashes, Hashes]:
    """BASE to the power of 0, 1, 2 ... in 64 bits, and the inverse of each."""
    ones = np.full((2, count), 1, np.uint64)
    ones[0, 1:], ones[1, 1:] = np.uint64(BASE), np.uint64(pow(BASE, -1, 1 << 64))
    ups, downs = np.cumprod(ones, axis=1, dtype=np.uint64)
    return ups, downs


def hash_runs(words: Hashes, size: int) -> Hashes:
    """The hash of the `size` words from each word on; empty for a shorter text."""
    count = len(words) - size + 1
    if count <= 0:
        return np.zeros(0, np.uint64)
    ups, downs = _powers(1 << len(words).bit_length())
    sums = np.cumsum(words * ups[: len(words)], dtype=np.uint64)
    sums[size:] -= sums[:-size].copy()
    hashes: Hashes = sums[size - 1 :] * downs[:count]
    return hashes


def _sample_shingles(words: Hashes, quoted: bytes) -> tuple[tuple[int, ...], frozenset[int]]:
    """One of four shingles, the same four in every text."""
    hashes = hash_runs(words, SHINGLE_WORDS)
    at = np.flatnonzero((hashes >> np.uint64(40)) & np.uint64(3) == 0)
    sample = hashes[at]
    marked = np.frombuffer(quoted, np.bool_)
    inside = sample[marked[at] & marked[at + SHINGLE_WORDS - 1]]
    return tuple(dict.fromkeys(sample.tolist())), frozenset(inside.tolist())
