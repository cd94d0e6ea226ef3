"""Examples in, windows of numbers out: what one step of training takes."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from sayso.annotate.pieces import WINDOW, Pieces, cut_pieces, fill_window, find_windows
from training.examples import Example, vary
from training.heads import Head, Link, Tag, number_of

CLS, SEP, MASK = 101, 102, 103
SILENT = -100  # a label that teaches nothing

Pair = tuple[int, tuple[int, ...]]  # a place in the window, the places it may be linked to


@dataclass(slots=True)
class Sample:
    """One window. labels: by tag, sort or scale head, one a piece; pairs: by link head.

    candidates: first pieces and the first mark: what a link may go to
    soft:       by tag head, a teacher's log-probabilities [length, classes]
    soft_pairs: by link head, (place, [length] probabilities) as a teacher gives them
    """

    ids: np.ndarray
    flags: np.ndarray
    candidates: np.ndarray
    labels: dict[str, np.ndarray] = field(default_factory=dict)
    pairs: dict[str, list[Pair]] = field(default_factory=dict)
    soft: dict[str, np.ndarray] = field(default_factory=dict)
    soft_pairs: dict[str, tuple[np.ndarray, np.ndarray]] = field(default_factory=dict)


def samples_of(
    example: Example,
    tokenizer: Tokenizer,
    heads: Sequence[Head],
    *,
    chance: random.Random | None,
) -> Iterator[Sample]:
    """All windows of a text. With `chance`: varied, begun anywhere; without: as it stands."""
    if chance is not None:
        example = vary(example, chance)
    pieces = cut_pieces(example.text, tokenizer)
    if not len(pieces.ids):
        return
    first = chance.randint(WINDOW // 3, WINDOW) if chance is not None else WINDOW
    labels = {h.name: _labels(h, example, pieces) for h in heads if _is_taught(h, example)}
    for wanted in find_windows(pieces, first=first):
        window = fill_window(pieces, wanted, begin=CLS, divide=SEP)
        is_first = (window.pieces >= 0) & pieces.firsts[window.pieces]
        sample = Sample(window.ids, window.flags, is_first.copy())
        sample.candidates[0] = True
        words = np.where(is_first, pieces.words[window.pieces], -1)
        for name, by_word in labels.items():
            sample.labels[name] = np.where(words >= 0, by_word[words], SILENT)
        places = {int(w): place for place, w in enumerate(words) if w >= 0}
        for head in heads:
            if isinstance(head, Link) and head.name in example.links:
                sample.pairs[head.name] = list(_pairs(head, example, pieces, places))
        yield sample


def _is_taught(head: Head, example: Example) -> bool:
    return not isinstance(head, Link) and head.name in example.marks


def _labels(head: Head, example: Example, pieces: Pieces) -> np.ndarray:
    """A class for each word; a later mark never overwrites an earlier one."""
    assert not isinstance(head, Link)
    nothing = 0 if isinstance(head, Tag) else SILENT
    labels = np.full(len(pieces.starts), nothing, dtype=np.int64)
    for mark in example.marks[head.name]:
        number = number_of(head, mark.label)
        for start, stop in mark.pieces:
            words = pieces.words_of(start, stop)
            if any(labels[w] != nothing for w in words):
                words = [w for w in words if labels[w] == nothing]  # type: ignore[assignment]
            for order, word in enumerate(words):
                tag = 1 + 2 * number + (order > 0)
                labels[word] = tag if isinstance(head, Tag) else number
    for start, stop in (*example.masked, *example.silent.get(head.name, ())):
        words = pieces.words_of(start, stop)
        labels[words.start : words.stop] = SILENT
    return labels


def _pairs(
    head: Link, example: Example, pieces: Pieces, places: Mapping[int, int]
) -> Iterator[Pair]:
    for source, target in example.links[head.name]:
        to = () if target is None else _places(target, pieces, places)
        if target is not None and not to:
            continue
        for place in _places(source, pieces, places):
            yield place, to or (0,)


def _places(
    runs: Sequence[tuple[int, int]], pieces: Pieces, places: Mapping[int, int]
) -> tuple[int, ...]:
    words = (w for start, stop in runs for w in pieces.words_of(start, stop))
    return tuple(places[w] for w in words if w in places)


@dataclass(slots=True)
class Batch:
    """Samples side by side, padded. By head: labels [batch, length]; pairs as (row, place, [length])."""

    ids: Tensor
    flags: Tensor
    lengths: Tensor
    candidates: Tensor
    labels: dict[str, Tensor]
    pairs: dict[str, tuple[Tensor, Tensor, Tensor]]
    soft: dict[str, Tensor]
    soft_pairs: dict[str, tuple[Tensor, Tensor, Tensor]]


def batches_of(
    samples: Sequence[Sample], *, pieces: int, chance: random.Random
) -> list[list[Sample]]:
    """Samples of like length together, about `pieces` pieces a batch, in random order."""
    by_length = sorted(samples, key=lambda s: (len(s.ids), chance.random()))
    found: list[list[Sample]] = [[]]
    for sample in by_length:
        if found[-1] and (len(found[-1]) + 1) * len(sample.ids) > pieces:
            found.append([])
        found[-1].append(sample)
    chance.shuffle(found)
    return found


def join(samples: Sequence[Sample], *, masked: float, chance: np.random.Generator) -> Batch:
    """One batch; a share `masked` of its pieces is hidden."""
    length = max(len(s.ids) for s in samples)

    def pad(rows: Sequence[np.ndarray], filler: int) -> Tensor:
        return torch.from_numpy(
            np.stack([np.pad(r, (0, length - len(r)), constant_values=filler) for r in rows])
        )

    ids = pad([s.ids for s in samples], 0)
    if masked:
        hidden = torch.from_numpy(chance.random(ids.shape) < masked) & (ids > MASK)
        ids = ids.masked_fill(hidden, MASK)
    names = sorted({n for s in samples for n in s.labels})
    labels = {
        n: pad([s.labels.get(n, np.full(len(s.ids), SILENT)) for s in samples], SILENT)
        for n in names
    }
    return Batch(
        ids,
        pad([s.flags for s in samples], 0),
        torch.tensor([len(s.ids) for s in samples]),
        pad([s.candidates for s in samples], 0),
        labels,
        _join_pairs(samples, length),
        _join_soft(samples, length),
        _join_soft_pairs(samples, length),
    )


def _join_pairs(samples: Sequence[Sample], length: int) -> dict[str, tuple[Tensor, Tensor, Tensor]]:
    found = {}
    for name in sorted({n for s in samples for n, pairs in s.pairs.items() if pairs}):
        flat = [(row, *pair) for row, s in enumerate(samples) for pair in s.pairs.get(name, ())]
        wanted = torch.zeros(len(flat), length, dtype=torch.bool)
        for number, (_, _, to) in enumerate(flat):
            wanted[number, list(to)] = True
        rows, places = (torch.tensor([pair[part] for pair in flat]) for part in (0, 1))
        found[name] = (rows, places, wanted)
    return found


def _join_soft(samples: Sequence[Sample], length: int) -> dict[str, Tensor]:
    """A teacher's log-probabilities; rows that it says nothing of are above 0."""
    found = {}
    for name in sorted({n for s in samples for n in s.soft}):
        classes = next(s.soft[name].shape[1] for s in samples if name in s.soft)
        rows = np.ones((len(samples), length, classes), dtype=np.float32)
        for number, sample in enumerate(samples):
            if name in sample.soft:
                given = sample.soft[name].astype(np.float32)
                rows[number, : len(given)] = np.where(sample.candidates[:, None], given, 1.0)
                rows[number, 0] = 1.0
        found[name] = torch.from_numpy(rows)
    return found


def _join_soft_pairs(
    samples: Sequence[Sample], length: int
) -> dict[str, tuple[Tensor, Tensor, Tensor]]:
    found = {}
    for name in sorted({n for s in samples for n, (p, _) in s.soft_pairs.items() if len(p)}):
        rows, places, shares = [], [], []
        for number, sample in enumerate(samples):
            if name in sample.soft_pairs:
                given, probabilities = sample.soft_pairs[name]
                rows += [number] * len(given)
                places += given.tolist()
                wide = np.zeros((len(given), length), dtype=np.float32)
                wide[:, : probabilities.shape[1]] = probabilities
                shares.append(wide)
        found[name] = (
            torch.tensor(rows), torch.tensor(places), torch.from_numpy(np.concatenate(shares))
        )  # fmt: skip
    return found
