"""The encoder's numbers in, marked stretches of words and what each hangs on out."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sayso.annotate.pieces import Integers, Pieces, Window

Floats = npt.NDArray[np.float32]

FLOOR = -8.0  # the least that one word's link may say, so that no word outvotes all others
NEVER = -1e4


@dataclass(frozen=True, slots=True)
class TagHead:
    """Marks stretches: class 0 outside, then B and I of each label.

    lean: added to class 0 before the likeliest path is sought; below 0 finds more
    """

    name: str
    labels: tuple[str, ...]
    lean: float = 0.0


@dataclass(frozen=True, slots=True)
class SortHead:
    """One of its labels for a word."""

    name: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScaleHead:
    """One number for a word, from `low` to `high`."""

    name: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class LinkHead:
    """What a stretch of one label hangs on. `apart`: a bias for each distance bucket."""

    name: str
    from_label: str
    to_label: str
    may_be_none: bool
    apart: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class WindowAnswers:
    """All heads' outputs on one window; `outputs` by name, one row a piece and mark."""

    window: Window
    outputs: Mapping[str, Floats]


@dataclass(frozen=True, slots=True)
class Answers:
    """The encoder's reading of one text."""

    text: str
    pieces: Pieces
    windows: tuple[WindowAnswers, ...]

    def word(self, number: int) -> str:
        return self.text[int(self.pieces.starts[number]) : int(self.pieces.stops[number])]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words `start` to `stop` (excluded) under one label."""

    label: str
    start: int
    stop: int


def find_stretches(answers: Answers, head: TagHead) -> list[Stretch]:
    """The likeliest stretches of the whole text, in order."""
    shares = word_outputs(answers, head.name)
    if not len(shares):
        return []
    shares[:, 0] += head.lean
    return list(_stretches(_likeliest(shares), head.labels))


def word_outputs(answers: Answers, name: str) -> Floats:
    """One row a word: what the head says at the word's first piece."""
    rows = [one.outputs[name][_first_places(answers.pieces, one.window)] for one in answers.windows]
    return np.concatenate(rows) if rows else np.zeros((0, 1), np.float32)


def _first_places(pieces: Pieces, window: Window) -> npt.NDArray[np.bool_]:
    firsts: npt.NDArray[np.bool_] = (window.pieces >= 0) & pieces.firsts[window.pieces]
    return firsts


def _likeliest(shares: Floats) -> Integers:
    """The likeliest path in which every I follows its own B or I."""
    free: Integers = shares.argmax(axis=1)
    if _is_lawful(free):
        return free
    rows = (shares - np.logaddexp.reduce(shares, axis=1, keepdims=True)).tolist()
    inner = range(2, shares.shape[1], 2)
    best = [NEVER if n in inner else share for n, share in enumerate(rows[0])]
    back = []
    for row in rows[1:]:  # plain lists: one row is too short for numpy to pay
        most = max(best)
        before = [best.index(most)] * len(row)
        now = [most + share for share in row]
        for n in inner:
            before[n] = n - 1 if best[n - 1] >= best[n] else n
            now[n] = best[before[n]] + row[n]
        best = now
        back.append(before)
    path = [best.index(max(best))]
    for before in reversed(back):
        path.append(before[path[-1]])
    return np.array(path[::-1], np.int64)


def _is_lawful(path: Integers) -> bool:
    inner = (path > 0) & (path % 2 == 0)
    before = np.concatenate(([0], path[:-1]))
    return bool(np.all(~inner | (before == path) | (before == path - 1)))


def _stretches(path: Integers, labels: Sequence[str]) -> Iterator[Stretch]:
    start, now = 0, 0  # now: the label's number from 1, 0 outside
    for word, tag in enumerate(path.tolist()):
        number, begins = (tag + 1) // 2, tag % 2 == 1
        if number != now or begins:
            if now:
                yield Stretch(labels[now - 1], start, word)
            start, now = word, number
    if now:
        yield Stretch(labels[now - 1], start, len(path))


def link_stretches(
    answers: Answers, head: LinkHead, stretches: Sequence[Stretch]
) -> dict[Stretch, Stretch | None]:
    """What each stretch of `from_label` hangs on; None: on nothing, or nothing is there.

    Only stretches of one window are compared; where none stands in it, the nearest is taken.
    """
    dependents = [s for s in stretches if s.label == head.from_label]
    governors = [s for s in stretches if s.label == head.to_label]
    votes: dict[Stretch, dict[Stretch | None, float]] = {s: {} for s in dependents}
    for one in answers.windows:
        places = np.flatnonzero(_first_places(answers.pieces, one.window))
        if not len(places):
            continue
        first = int(answers.pieces.words[one.window.pieces[places[0]]])
        here = range(first, first + len(places))
        near = [g for g in governors if g.start < here.stop and g.stop > here.start]
        options: list[Stretch | None] = [*near, *([None] if head.may_be_none else [])]
        inside = [d for d in dependents if d.start < here.stop and d.stop > here.start]
        if not inside or not options:
            continue
        rows = [_rows(d, here, places) for d in inside]
        shares = _shares(one, head, np.concatenate(rows), [_rows(g, here, places) for g in near])
        parts = np.split(shares, np.cumsum([len(own) for own in rows])[:-1])
        for dependent, part in zip(inside, parts, strict=True):
            for option, vote in zip(options, part.sum(axis=0).tolist(), strict=True):
                votes[dependent][option] = votes[dependent].get(option, 0.0) + vote
    return {
        s: max(vote, key=lambda g: vote[g]) if vote else _nearest(s, governors)
        for s, vote in votes.items()
    }


def _rows(stretch: Stretch, here: range, places: Integers) -> Integers:
    words = range(max(stretch.start, here.start), min(stretch.stop, here.stop))
    return places[[w - here.start for w in words]]


def _shares(
    one: WindowAnswers, head: LinkHead, rows: Integers, options: Sequence[Integers]
) -> Floats:
    """How likely each of the rows hangs on each option, as a logarithm."""
    of = one.outputs[f"{head.name}.of"][rows]
    columns = [*options, *([np.zeros(1, np.int64)] if head.may_be_none else [])]
    flat = np.concatenate(columns)
    scores = of @ one.outputs[f"{head.name}.to"][flat].T / math.sqrt(of.shape[1])
    scores = scores + np.array(head.apart, np.float32)[_buckets(rows, flat)]
    ends = np.cumsum([len(c) for c in columns])
    whole = np.stack(
        [np.logaddexp.reduce(part, axis=1) for part in np.split(scores, ends[:-1], axis=1)], axis=1
    )
    shares = whole - np.logaddexp.reduce(whole, axis=1, keepdims=True)
    found: Floats = np.maximum(shares, FLOOR)
    return found


def _buckets(rows: Integers, columns: Integers) -> Integers:
    """The signed distance of each column from each row, as in training/encoder.py."""
    apart = columns[None] - rows[:, None]
    size = np.round(np.log2(1.0 + np.abs(apart)) * 2).astype(np.int64).clip(max=15)
    buckets: Integers = size + (apart < 0) * 16
    return buckets


def _nearest(stretch: Stretch, governors: Sequence[Stretch]) -> Stretch | None:
    return min(
        governors,
        key=lambda g: max(g.start - stretch.stop, stretch.start - g.stop),
        default=None,
    )
