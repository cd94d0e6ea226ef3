"""Texts go in; the runs of equal words that one shares with others come out.

Method: greedy string tiling (Wise 1993), runs of 8 or more words (WEIGHING.md, principle 5).
"""

from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.weigh.texts import RUN_WORDS, Hashes, Text

Indexes = NDArray[np.int64]

# A row of a table may stand in a text a thousand times; so many of them are looked at.
MOST_REPEATS = 4


class Tile(NamedTuple):
    """`size` words from `here` on in one text equal those from `there` on in the other."""

    here: int
    there: int
    size: int


def tile(text: Text, others: Sequence[Text]) -> list[tuple[Tile, ...]]:
    """The runs of equal words that a text shares with each of the others, the longest first.

    No word of either belongs to two runs of one pair.
    """
    tiles: list[tuple[Tile, ...]] = [()] * len(others)
    if not len(text.runs):
        return tiles
    which, runs = _find_runs(text, others)
    crossing = _find_crossing(which, runs[:, 1], -runs[:, 0])
    crossing |= _find_crossing(which, runs[:, 2], -runs[:, 0])
    rows = runs.tolist()
    starts = np.searchsorted(which, np.arange(len(others) + 1)).tolist()
    for number, other in enumerate(others):
        found = rows[starts[number] : starts[number + 1]]
        if number in crossing:
            tiles[number] = _choose(found, len(text.words), len(other.words))
        elif found:
            tiles[number] = tuple([Tile(here, there, -minus) for minus, here, there in found])
    return tiles


def _find_runs(text: Text, others: Sequence[Text]) -> tuple[Indexes, Indexes]:
    """All longest runs of equal words: in which other; minus how many words, where here and there.

    Ordered by the other, then as the columns.
    """
    # One place between two texts, so that no run goes on from one into the next.
    sizes = np.array([len(other.runs) + 1 for other in others], np.int64)
    ends = np.cumsum(sizes)
    gap = np.zeros(1, np.uint64)
    joined = np.concatenate([gap[:0], *(part for other in others for part in (other.runs, gap))])
    here, there = _match(text.runs, joined)
    # On one diagonal, matches that follow each other differ by one.
    keys = (there - here) * (len(text.runs) + 1) + here
    order = np.argsort(keys, kind="stable")
    keys, here, there = keys[order], here[order], there[order]
    begins = np.ones(len(keys), np.bool_)
    begins[1:] = keys[1:] - keys[:-1] != 1
    starts = np.flatnonzero(begins)
    lengths = np.append(starts[1:], len(keys)) - starts + RUN_WORDS - 1
    here, there = here[starts], there[starts]
    which = np.searchsorted(ends, there, side="right")
    there = there - (ends - sizes)[which]
    order = np.lexsort((there, here, -lengths, which))
    runs = np.stack((-lengths, here, there), axis=1)
    return which[order], runs[order]


def _find_crossing(which: Indexes, starts: Indexes, lengths: Indexes) -> set[int]:
    """The others with two runs that claim one word."""
    order = np.lexsort((starts, which))
    which, starts, lengths = which[order], starts[order], lengths[order]
    crosses = (which[1:] == which[:-1]) & (starts[1:] < starts[:-1] + lengths[:-1])
    return set(which[1:][crosses].tolist())


def _match(left: Hashes, right: Hashes) -> tuple[Indexes, Indexes]:
    """Where the same hash stands in both: two arrays of places, of one length."""
    order = np.argsort(left, kind="stable")
    ranked = left[order]
    first = np.searchsorted(ranked, right)
    np.minimum(first, len(ranked) - 1, out=first)
    there = np.flatnonzero(ranked[first] == right)
    first = first[there]
    heres, theres = [order[first]], [there]
    for _ in range(MOST_REPEATS - 1):
        again = first + 1 < len(ranked)
        first, there = first[again] + 1, there[again]
        same = ranked[first] == ranked[first - 1]
        first, there = first[same], there[same]
        if not len(first):
            break
        heres.append(order[first])
        theres.append(there)
    return np.concatenate(heres), np.concatenate(theres)


def _choose(runs: Sequence[Sequence[int]], here_size: int, there_size: int) -> tuple[Tile, ...]:
    """The longest run first, the rest without the words it took."""
    taken_here, taken_there = bytearray(here_size), bytearray(there_size)
    waiting = [(minus, here, there) for minus, here, there in runs]
    heapify(waiting)
    chosen: list[Tile] = []
    while waiting:
        minus, here, there = heappop(waiting)
        size = -minus
        if taken_here.find(1, here, here + size) + taken_there.find(1, there, there + size) > -2:
            for part in _untaken(taken_here, taken_there, (here, there, size)):
                heappush(waiting, part)
            continue
        taken_here[here : here + size] = taken_there[there : there + size] = b"\1" * size
        chosen.append(Tile(here, there, size))
    return tuple(chosen)


def _untaken(
    taken_here: bytearray, taken_there: bytearray, run: tuple[int, int, int]
) -> Iterator[tuple[int, int, int]]:
    """What is left of a run where others took words of it, if it is long enough."""
    here, there, size = run
    start = 0
    for at in range(size + 1):
        if at == size or taken_here[here + at] or taken_there[there + at]:
            if at - start >= RUN_WORDS:
                yield start - at, here + start, there + start
            start = at + 1
