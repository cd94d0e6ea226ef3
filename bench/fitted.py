"""Texts as features and their labels in, a linear head fitted at measuring time out; nothing is kept.

For sets whose licence lets nobody ship what was trained on them.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

MEMORY = 10  # steps that L-BFGS remembers
FEW = 2000  # rows up to which a head is fitted on the products of rows


@dataclass(frozen=True, slots=True)
class Told:
    """One text as features: names by group, with repeats; `vector` may be empty."""

    bags: Mapping[str, Sequence[str]]
    vector: Floats


@dataclass(frozen=True, slots=True)
class Columns:
    """What was learnt of the training texts: a column and a weight for each feature name."""

    at: Mapping[tuple[str, str], int]
    weights: Floats
    groups: Mapping[str, float]
    middle: Floats
    spread: Floats


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of features: sparse (row, column, value), rows in order, and a dense part beside it."""

    rows: Integers
    columns: Integers
    values: Floats
    dense: Floats
    width: int

    def times(self, weights: Floats) -> Floats:
        """(rows, labels) of (width + dense width, labels)."""
        sparse, dense = weights[: self.width], weights[self.width :]
        found: Floats = self.dense @ dense
        for label in range(weights.shape[1] if self.width else 0):
            told = self.values * sparse[self.columns, label]
            found[:, label] += np.bincount(self.rows, told, len(found))
        return found

    def back(self, pulls: Floats) -> Floats:
        """(width + dense width, labels) of (rows, labels): the transpose of `times`."""
        found = np.zeros((self.width + self.dense.shape[1], pulls.shape[1]))
        found[self.width :] = self.dense.T @ pulls
        for label in range(pulls.shape[1] if self.width else 0):
            told = self.values * pulls[self.rows, label]
            found[: self.width, label] = np.bincount(self.columns, told, self.width)
        return found


def learn_columns(texts: Sequence[Told], groups: Mapping[str, float]) -> Columns:
    """groups: how much each group counts; those not named are left out. "vector" is the dense one."""
    seen: Counter[tuple[str, str]] = Counter()
    for text in texts:
        seen.update((g, name) for g in groups if g in text.bags for name in set(text.bags[g]))
    at = {key: number for number, key in enumerate(sorted(seen))}
    often = np.array([seen[key] for key in sorted(seen)], dtype=np.float64)
    vectors = np.array([text.vector for text in texts])
    rarity = np.log((1 + len(texts)) / (1 + often)) + 1
    return Columns(at, rarity, groups, vectors.mean(0), vectors.std(0) + 1e-6)


def lay_out(texts: Sequence[Told], columns: Columns) -> Table:
    """Each group of a row has length 1 (times what the group counts); last comes a column of ones."""
    rows, places, values = [], [], []
    for number, text in enumerate(texts):
        for group, share in columns.groups.items():
            counts = Counter(columns.at.get((group, n), -1) for n in text.bags.get(group, ()))
            del counts[-1]
            if not counts:
                continue
            place = np.fromiter(counts, np.int64, len(counts))
            value = (1 + np.log(np.fromiter(counts.values(), np.float64))) * columns.weights[place]
            rows.append(np.full(len(place), number))
            places.append(place)
            values.append(share * value / np.linalg.norm(value))
    vectors = (np.array([text.vector for text in texts]) - columns.middle) / columns.spread
    vectors *= columns.groups.get("vector", 0.0) / np.sqrt(max(1, vectors.shape[1]))
    dense = np.hstack([vectors, np.ones((len(texts), 1))])
    joined = [np.concatenate(x) if x else np.zeros(0) for x in (rows, places, values)]
    return Table(
        joined[0].astype(np.int64), joined[1].astype(np.int64), joined[2], dense, len(columns.at)
    )


def fit_heads(table: Table, wanted: Flags, *, cost: float, balance: float) -> Floats:
    """One linear head a label: squared hinge loss with L2, as in Fan et al. 2008 (LIBLINEAR).

    wanted:  (rows, labels)
    cost:    how much an error counts against the size of the weights
    balance: 1: the few rows with a label count as much as all without it; 0: each row counts 1
    returns: (width + dense width, labels)
    """
    if len(table.dense) <= FEW:
        turned, turn = _turned(table)
        return table.back(turn @ _fit(turned, wanted, cost, balance))
    return _fit(table, wanted, cost, balance)


def _turned(table: Table) -> tuple[Table, Floats]:
    """The same rows in as many columns as there are rows, products kept, and the way back.

    A head with L2 is a sum of rows, so that little else need be looked at.
    """
    full = np.zeros((len(table.dense), table.width))
    full[table.rows, table.columns] = table.values
    sizes, axes = np.linalg.eigh(full @ full.T + table.dense @ table.dense.T)
    kept = sizes > 1e-9
    sizes, axes = np.sqrt(sizes[kept]), axes[:, kept]
    none = np.zeros(0, np.int64)
    return Table(none, none, np.zeros(0), axes * sizes, 0), axes / sizes


def _fit(table: Table, wanted: Flags, cost: float, balance: float) -> Floats:
    signs = np.where(wanted, 1.0, -1.0)
    share = np.clip(wanted.mean(0), 1e-9, 1 - 1e-9)
    weights = cost * np.where(wanted, (0.5 / share) ** balance, (0.5 / (1 - share)) ** balance)
    shape = (table.width + table.dense.shape[1], wanted.shape[1])

    def loss(flat: Floats) -> tuple[float, Floats]:
        heads = flat.reshape(shape)
        short = np.maximum(0, 1 - signs * table.times(heads))
        slope = heads + table.back(-2 * weights * signs * short)
        return float(0.5 * (flat @ flat) + (weights * short**2).sum()), slope.ravel()

    return lower(loss, np.zeros(shape).ravel()).reshape(shape)


def lower(
    loss: Callable[[Floats], tuple[float, Floats]], start: Floats, *, steps: int = 150
) -> Floats:
    """Where a smooth convex loss is lowest, by L-BFGS (Nocedal 1980), halving what goes too far."""
    at, (height, slope) = start, loss(start)
    past: list[tuple[Floats, Floats]] = []
    first = float(np.abs(slope).max())
    for _ in range(steps):
        way = -_bend(slope, past)
        size = 1.0 if past else 1.0 / max(1.0, float(np.linalg.norm(slope)))
        fall = float(slope @ way)
        for _ in range(30):
            new_height, new_slope = loss(at + size * way)
            if new_height <= height + 1e-4 * size * fall:
                break
            size /= 2
        else:
            return at
        if (size * way) @ (new_slope - slope) > 1e-12:
            past = [*past[1 - MEMORY :], (size * way, new_slope - slope)]
        at, height, slope = at + size * way, new_height, new_slope
        if np.abs(slope).max() < 1e-3 * first:
            break
    return at


def _bend(slope: Floats, past: Sequence[tuple[Floats, Floats]]) -> Floats:
    """The slope times the inverse of the curvature seen on the last steps."""
    found, shares = slope.copy(), []
    for step, change in reversed(past):
        share = (step @ found) / (step @ change)
        found -= share * change
        shares.append(share)
    if past:
        step, change = past[-1]
        found *= (step @ change) / (change @ change)
    for (step, change), share in zip(past, reversed(shares), strict=True):
        found += (share - (change @ found) / (step @ change)) * step
    return found


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a head is fitted; chosen in bench/ by cross-validation on the training file."""

    groups: Mapping[str, float]
    cost: float = 1.0
    balance: float = 1.0


def fit_and_score(
    train: Sequence[Told], wanted: Flags, new: Sequence[Told], recipe: Recipe
) -> Floats:
    """(new texts, labels): above 0 where the head finds the label."""
    columns = learn_columns(train, recipe.groups)
    heads = fit_heads(lay_out(train, columns), wanted, cost=recipe.cost, balance=recipe.balance)
    return lay_out(new, columns).times(heads)


def score_in_folds(texts: Sequence[Told], wanted: Flags, folds: Integers, recipe: Recipe) -> Floats:
    """Each text scored by heads fitted on the other folds: what the fit is worth on new texts."""
    found = np.zeros(wanted.shape)
    for fold in np.unique(folds):
        out = np.flatnonzero(folds == fold)
        rest = np.flatnonzero(folds != fold)
        train, new = [texts[int(i)] for i in rest], [texts[int(i)] for i in out]
        found[out] = fit_and_score(train, wanted[rest], new, recipe)
    return found


def best_threshold(scores: Floats, wanted: Flags) -> float:
    """The threshold at which one label's F1 is highest, between two scores."""
    order = np.argsort(-scores, kind="stable")
    right = np.cumsum(wanted[order])
    f1 = 2 * right / (np.arange(1, len(order) + 1) + wanted.sum())
    best = int(np.argmax(f1))
    below = scores[order[min(best + 1, len(order) - 1)]]
    return float((scores[order[best]] + below) / 2)


def fold_of(given_id: object, folds: int) -> int:
    """Which fold a document or text falls into, by its id alone."""
    return int(hashlib.sha256(str(given_id).encode()).hexdigest(), 16) % folds


def weighted_f1(gold: Sequence[str], found: Sequence[str]) -> float:
    """F1 of each label of gold, weighted by how often gold has it; 0 to 100."""
    total = 0.0
    for label, asked in Counter(gold).items():
        right = sum(a == b == label for a, b in zip(gold, found, strict=True))
        total += asked * 2 * right / (asked + found.count(label))
    return 100 * total / len(gold)


@dataclass(frozen=True, slots=True)
class Sorted:
    """Labels of new texts, with what the fit is worth: weighted F1 in folds of the training texts."""

    labels: list[str]
    worth: float


def sort_texts(
    train: Sequence[Told],
    gold: Sequence[str],
    folds: Sequence[int],
    new: Sequence[Told],
    recipes: Sequence[Recipe],
) -> Sorted:
    """One label a new text, by the scores of all recipes added up: steadier than the best of them."""
    names = sorted(set(gold))
    wanted = np.array([[label == name for name in names] for label in gold])
    spread = np.array(folds)
    seen, found = np.zeros(wanted.shape), np.zeros((len(new), len(names)))
    for recipe in recipes:
        seen += score_in_folds(train, wanted, spread, recipe)
        found += fit_and_score(train, wanted, new, recipe)
    worth = weighted_f1(gold, [names[i] for i in seen.argmax(1)])
    return Sorted([names[i] for i in found.argmax(1)], worth)
