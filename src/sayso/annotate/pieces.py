"""Text in, word pieces with what an uncased encoder cannot see out, and the windows it reads.

A word is what BERT's pre-tokenizer takes for one: a run of letters and digits, or a mark.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Integers = npt.NDArray[np.int64]

WINDOW = 254  # pieces and paragraph marks in a window, the marks at its two ends left out
LOOK_BACK = 60  # pieces from its end within which a window is cut at a paragraph or a sentence
CASES = 3  # lower, Initial, CAPITALS
FLAGS = 2 * CASES  # the same inside quotation marks
OPENING, CLOSING, STRAIGHT = "“", "”", '"'
STOPS = frozenset(".!?")


@dataclass(frozen=True, slots=True)
class Pieces:
    """One text in pieces. Arrays have one row a piece, but `starts`, `stops`, `lines`: one a word.

    ids:    vocabulary numbers; words: the word each piece is of
    firsts: whether the piece is its word's first; flags: 0..5, case + 3 x inside quotation marks
    starts, stops: the words' characters; lines: the line of the text each word stands in
    ends:   whether a word ends a sentence
    """

    ids: Integers
    words: Integers
    firsts: npt.NDArray[np.bool_]
    flags: Integers
    starts: Integers
    stops: Integers
    lines: Integers
    ends: npt.NDArray[np.bool_]

    def words_of(self, start: int, stop: int) -> range:
        """The words that share a character with `start`..`stop`."""
        first = int(np.searchsorted(self.stops, start, side="right"))
        last = int(np.searchsorted(self.starts, stop, side="left"))
        return range(first, max(first, last))


@dataclass(frozen=True, slots=True)
class Window:
    """What the encoder is given at once. `pieces`: -1 at a mark of its own ([CLS], [SEP])."""

    ids: Integers
    flags: Integers
    pieces: Integers


def cut_pieces(text: str, tokenizer: "Tokenizer") -> Pieces:
    """The text in pieces. `tokenizer` is uncased and adds no marks of its own."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    words = np.array(encoding.word_ids, dtype=np.int64)
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    firsts = np.ones(len(words), dtype=np.bool_)
    firsts[1:] = words[1:] != words[:-1]
    words = np.cumsum(firsts) - 1
    starts = offsets[firsts, 0]
    lasts = np.ones(len(words), dtype=np.bool_)
    lasts[:-1] = firsts[1:]
    stops = offsets[lasts, 1]
    lines, flags, ends = _look_at_words(text, starts.tolist(), stops.tolist())
    return Pieces(
        np.array(encoding.ids, dtype=np.int64), words, firsts, flags[words], starts, stops, lines, ends
    )  # fmt: skip


def _look_at_words(
    text: str, starts: Sequence[int], stops: Sequence[int]
) -> tuple[Integers, Integers, npt.NDArray[np.bool_]]:
    lines, flags, ends = [], [], []
    line, inside, before = 0, False, 0
    for start, stop in zip(starts, stops, strict=True):
        if start > before and "\n" in text[before:start]:
            line, inside = line + 1, False
        word = text[start:stop]
        if word == OPENING:
            inside = True
        elif word == STRAIGHT:
            inside = not inside
        quoted = inside or word in (CLOSING, STRAIGHT)
        if word == CLOSING:
            inside = False
        lines.append(line)
        flags.append(_case_of(word) + CASES * quoted)
        ends.append(word in STOPS)
        before = stop
    return np.array(lines, np.int64), np.array(flags, np.int64), np.array(ends, np.bool_)


@lru_cache(maxsize=50_000)
def _case_of(word: str) -> int:
    if not word[:1].isupper():
        return 0
    return 2 if len(word) > 1 and word.isupper() else 1


def find_windows(pieces: Pieces, *, first: int = WINDOW, size: int = WINDOW) -> list[range]:
    """Ranges of pieces, each fit for one window; `first` is the size of the first.

    A window ends at the last paragraph of its end, or else the last sentence, or else word.
    """
    starts_line = np.zeros(len(pieces.ids) + 1, dtype=np.bool_)
    word_lines = pieces.lines[pieces.words]
    starts_line[1:-1] = word_lines[1:] != word_lines[:-1]
    marks: Integers = np.cumsum(starts_line, dtype=np.int64)
    found, at, room = [], 0, first
    while at < len(pieces.ids):
        found.append(range(at, _end_of_window(pieces, starts_line, marks, at, room)))
        at, room = found[-1].stop, size
    return found


def _end_of_window(
    pieces: Pieces, starts_line: npt.NDArray[np.bool_], marks: Integers, at: int, room: int
) -> int:
    """The furthest piece that fits with its paragraph marks, drawn back to a good place."""
    total = len(pieces.ids)
    furthest = min(at + room, total)
    while furthest > at + 1 and furthest - at + int(marks[furthest - 1] - marks[at]) > room:
        furthest -= 1
    if furthest == total:
        return total
    nearest = max(at + 1, furthest - LOOK_BACK)
    for good in (starts_line, _starts_sentence(pieces)):
        places = np.flatnonzero(good[nearest : furthest + 1])
        if len(places):
            return nearest + int(places[-1])
    while furthest > at + 1 and not pieces.firsts[furthest]:
        furthest -= 1
    return furthest


def _starts_sentence(pieces: Pieces) -> npt.NDArray[np.bool_]:
    good = np.zeros(len(pieces.ids) + 1, dtype=np.bool_)
    good[1:-1] = pieces.ends[pieces.words[:-1]] & pieces.firsts[1:] & (pieces.flags[1:] % CASES > 0)
    return good


def fill_window(pieces: Pieces, wanted: range, *, begin: int, divide: int) -> Window:
    """The pieces of a range between marks: `begin` first, `divide` at each new line and last."""
    lines = pieces.lines[pieces.words[wanted.start : wanted.stop]]
    new_line = np.flatnonzero(lines[1:] != lines[:-1]) + 1
    inner = np.insert(np.arange(wanted.start, wanted.stop), new_line, -1)
    order = np.concatenate(([-1], inner, [-1]))
    ids = np.where(order < 0, divide, pieces.ids[order])
    ids[0] = begin
    flags = np.where(order < 0, 0, pieces.flags[order])
    return Window(ids, flags, order)
