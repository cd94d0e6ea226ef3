"""Pairs of a trigger and a word near it in, the weights of a ranker of them out, by numpy alone.

The form is that of `sayso.annotate.role.pair_ranker.PairRanker`: one hidden layer.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from bench.event_passages import EventPassage, load_event_passages
from bench.marked_sets import load_marked_sets
from sayso.annotate.role.pair_ranker import shares_of
from sayso.flow import Reader
from sayso.run.local import Setup, load_reader

SEEN_OFTEN = 8  # pairs in which a feature must stand to be learned
HIDDEN, BATCH, RATE, DECAY = 96, 256, 2e-3, 0.3
SLOWER, SLOWED = (
    0.7,
    0.3,
)  # the share of the epochs after which the rate is made smaller, and by how much
DROP_IN, DROP_HIDDEN = 0.15, 0.3
SOFTEN = 6.0  # by how much the vectors are made smaller than features, which are 0 or 1

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Pair:
    """A word near a trigger: what speaks for it, and the number of the label that the gold gives it.

    seen: shares of some heads; vector, trigger: the encoder's vectors of the word and of the trigger
    """

    features: tuple[str, ...]
    seen: Floats
    vector: Floats
    trigger: Floats
    label: int


def make_parser(about: str, out: Path) -> argparse.ArgumentParser:
    """What the programs that fit a ranker are told."""
    parser = argparse.ArgumentParser(
        description=about, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("files", nargs="+", type=Path, help="gold events, training half")
    parser.add_argument("--in-sets", type=Path, help="gold events in texts of the developer data")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, default=out)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument(
        "--seeds", type=int, nargs="+", default=[1], help="one layer each, side by side"
    )
    return parser


def read_asked(asked: argparse.Namespace, *, with_settings: bool) -> Iterator[EventPassage]:
    """The passages that were asked for; of the sets' only those marked for the purpose."""
    for file in asked.files:
        yield from load_event_passages(file)
    if asked.in_sets is not None:
        yield from load_marked_sets(
            asked.in_sets, asked.shared, "training", with_settings=with_settings
        )


def fit(
    pairs: Sequence[Pair], labels: Sequence[str], *, epochs: int, seeds: Sequence[int]
) -> dict[str, npt.NDArray[Any]]:
    """The weights by the names of `PairRanker`; of several seeds, the mean of what they say."""
    often = Counter(name for pair in pairs for name in set(pair.features))
    names = sorted(name for name, times in often.items() if times >= SEEN_OFTEN)
    at = {name: number for number, name in enumerate(names)}
    vectors = np.array([pair.vector for pair in pairs])
    middle, spread = vectors.mean(0), (vectors.std(0) + 1e-4) * SOFTEN
    rows = np.zeros((len(pairs), len(names)), np.float32)
    for row, pair in zip(rows, pairs, strict=True):
        row[[at[name] for name in pair.features if name in at]] = 1.0
    seen = np.array([pair.seen for pair in pairs])
    triggers = (np.array([pair.trigger for pair in pairs]) - middle) / spread
    table = np.hstack([rows, seen, (vectors - middle) / spread, triggers]).astype(np.float32)
    wanted = np.array([pair.label for pair in pairs])
    made = fit_layer(table, wanted, len(labels), epochs, seeds)
    stops = np.cumsum([len(names), seen.shape[1] + vectors.shape[1]])
    by_feature, by_word, by_trigger = np.split(made["in"], stops)
    return {
        "features": np.array(names), "labels": np.array(labels), "by_feature": by_feature,
        "by_word": by_word, "by_trigger": by_trigger, "middle": middle, "spread": spread,
        "hidden": made["hidden"], "out": made["out"], "out_at": made["out_at"],
    }  # fmt: skip


def fit_layer(
    table: Floats, wanted: npt.NDArray[np.int64], labels: int, epochs: int, seeds: Sequence[int]
) -> dict[str, Floats]:
    """`in`, `hidden`, `out` and `out_at` of one hidden layer: rows in, the number of a label wanted of each."""
    learned = [_learn(table, wanted, labels, epochs, np.random.default_rng(n)) for n in seeds]
    return _side_by_side(learned)


def _side_by_side(learned: Sequence[Mapping[str, Floats]]) -> dict[str, Floats]:
    """One layer as wide as all of them: what it says is the mean of what each says."""
    share = np.float32(1 / len(learned))
    return {
        "in": np.hstack([one["in"] for one in learned]),
        "hidden": np.concatenate([one["hidden"] for one in learned]),
        "out": np.vstack([one["out"] for one in learned]) * share,
        "out_at": np.sum([one["out_at"] for one in learned], axis=0) * share,
    }


def _learn(
    table: Floats, wanted: npt.NDArray[np.int64], labels: int, epochs: int, rng: np.random.Generator
) -> dict[str, Floats]:
    """One hidden layer by AdamW, with dropout of what goes in and of what is hidden."""
    weights: dict[str, Floats] = {
        "in": _start(rng, table.shape[1], HIDDEN), "hidden": np.zeros(HIDDEN, np.float32),
        "out": _start(rng, HIDDEN, labels), "out_at": np.zeros(labels, np.float32),
    }  # fmt: skip
    moments = {name: (np.zeros_like(w), np.zeros_like(w)) for name, w in weights.items()}
    step = 0
    for epoch in range(epochs):
        rate = RATE * (1 if epoch < SLOWER * epochs else SLOWED)
        order = rng.permutation(len(table))
        for start in range(0, len(order), BATCH):
            step += 1
            rows = order[start : start + BATCH]
            slopes = _slopes(weights, table[rows], wanted[rows], rng)
            for name, slope in slopes.items():
                _move(weights[name], slope, moments[name], step, rate)
    return weights


def _start(rng: np.random.Generator, size: int, width: int) -> Floats:
    bound = 1 / np.sqrt(size)
    return rng.uniform(-bound, bound, (size, width)).astype(np.float32)


def _slopes(
    weights: Mapping[str, Floats],
    x: Floats,
    wanted: npt.NDArray[np.int64],
    rng: np.random.Generator,
) -> dict[str, Floats]:
    """Of the cross-entropy of one batch."""
    x = x * (rng.random(x.shape, np.float32) >= DROP_IN) / np.float32(1 - DROP_IN)
    inner = x @ weights["in"] + weights["hidden"]
    kept = (rng.random(inner.shape, np.float32) >= DROP_HIDDEN) / np.float32(1 - DROP_HIDDEN)
    hidden = np.maximum(inner, 0) * kept
    scores = hidden @ weights["out"] + weights["out_at"]
    shares = np.exp(scores - scores.max(1, keepdims=True))
    shares /= shares.sum(1, keepdims=True)
    shares[np.arange(len(x)), wanted] -= 1
    shares /= len(x)
    back = (shares @ weights["out"].T) * kept * (inner > 0)
    return {
        "in": x.T @ back, "hidden": back.sum(0), "out": hidden.T @ shares, "out_at": shares.sum(0),
    }  # fmt: skip


def _move(
    weight: Floats, slope: Floats, moments: tuple[Floats, Floats], step: int, rate: float
) -> None:
    first, second = moments
    first += (slope - first) * np.float32(0.1)
    second += (slope * slope - second) * np.float32(0.001)
    scaled = (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    weight -= np.float32(rate) * (scaled + np.float32(DECAY) * weight)


def shares_by(made: Mapping[str, npt.NDArray[Any]], pairs: Sequence[Pair]) -> Floats:
    """What fitted weights hold of each pair: a row of shares, as `PairRanker.rank` would say."""
    at = {name: number for number, name in enumerate(made["features"].tolist())}
    rows = []
    for pair in pairs:
        vector, trigger = (
            (seen - made["middle"]) / made["spread"] for seen in (pair.vector, pair.trigger)
        )
        told = [at[name] for name in pair.features if name in at]
        inner = np.concatenate([pair.seen, vector]) @ made["by_word"]
        inner += trigger @ made["by_trigger"] + made["hidden"] + made["by_feature"][told].sum(0)
        rows.append(np.maximum(inner, 0) @ made["out"] + made["out_at"])
    return shares_of(np.array(rows, np.float32))


def save(made: Mapping[str, npt.NDArray[Any]], path: Path) -> None:
    """Half precision is enough."""
    small: dict[str, Any] = {
        n: rows.astype(np.float16) if rows.dtype.kind == "f" else rows for n, rows in made.items()
    }
    np.savez_compressed(path, **small)


def fit_asked(
    read_pairs: Callable[[EventPassage, Reader], Iterator[Pair]],
    labels: Sequence[str],
    asked: argparse.Namespace,
    *,
    with_settings: bool,
) -> None:
    """Fit a ranker on the passages that were asked for, and write it."""
    reader = load_reader(Setup())
    passages = list(read_asked(asked, with_settings=with_settings))
    pairs = [pair for passage in passages for pair in read_pairs(passage, reader)]
    made = fit(pairs, labels, epochs=asked.epochs, seeds=asked.seeds)
    save(made, asked.out)
    print(f"{len(passages)} passages, {len(pairs)} pairs, {len(made['features'])} features")
