"""Texts go in; the runs of equal words that one shares with others come out.

Method: greedy string tiling (Wise 1993), runs of 8 or more words (WEIGHING.md, principle 5).
"""

from collections.abc import Iterable, Iterator, Sequence
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
    runs: list[list[tuple[int, int, int]]] = [[] for _ in others]
    for which, size, here, there in _find_runs(text, others):
        runs[which].append((-size, here, there))
    return [
        _choose(found, len(text.words), len(other.words))
        for found, other in zip(runs, others, strict=True)
    ]


def _find_runs(text: Text, others: Sequence[Text]) -> Iterable[tuple[int, int, int, int]]:
    """All longest runs of equal words: which other, how many words, where here, where there."""
    if not len(text.runs) or not others:
        return ()
    # One place between two texts, so that no run goes on from one into the next.
    sizes = np.array([len(other.runs) + 1 for other in others])
    ends = np.cumsum(sizes)
    gaps = np.zeros(1, np.uint64)
    joined = np.concatenate([part for other in others for part in (other.runs, gaps)])
    here, there = _match(text.runs, joined)
    # On one diagonal, matches that follow each other differ by one.
    keys = (there - here) * (len(text.runs) + 1) + here
    order = np.argsort(keys, kind="stable")
    keys, here, there = keys[order], here[order], there[order]
    if not len(keys):
        return ()
    starts = np.flatnonzero(np.diff(keys, prepend=keys[0] - 2) != 1)
    lengths = np.diff(starts, append=len(keys)) + RUN_WORDS - 1
    which = np.searchsorted(ends, there[starts], side="right")
    offsets = (ends - sizes)[which]
    return zip(
        which.tolist(),
        lengths.tolist(),
        here[starts].tolist(),
        (there[starts] - offsets).tolist(),
        strict=True,
    )


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


def _choose(runs: list[tuple[int, int, int]], here_size: int, there_size: int) -> tuple[Tile, ...]:
    """The longest run first, the rest without the words it took."""
    taken_here, taken_there = bytearray(here_size), bytearray(there_size)
    waiting = [*runs]
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
