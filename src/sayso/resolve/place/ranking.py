"""The names of one report in, which candidate each means and how surely out, by trained weights."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from sayso.resolve.place.features import (
    ALONE,
    FEATURES,
    Floats,
    Integers,
    Name,
    Setting,
    Table,
    among,
    make_table,
)

ROUNDS = 2  # times that the names of a report are weighed by what the others were held for


@dataclass(frozen=True, slots=True)
class Ranker:
    """Weights of data/places.json: `first` over ALONE, `then` over FEATURES, and of no match."""

    first: Floats
    then: Floats
    none_first: float
    none_then: float


@dataclass(frozen=True, slots=True)
class Ranked:
    """The likeliest candidate's number among its name's. None: more likely none of them is meant.

    share: how likely it is, with its namesakes of the same province
    """

    best: int | None
    share: float


@cache
def load_ranker() -> Ranker:
    """The ranker that ships; `training/places.py` makes it."""
    made = json.loads(files("sayso.data").joinpath("places.json").read_text("utf-8"))
    return Ranker(
        np.array([made["first"][name] for name in ALONE]),
        np.array([made["then"][name] for name in FEATURES]),
        made["none_first"],
        made["none_then"],
    )


def rank(names: Sequence[Name], setting: Setting, ranker: Ranker) -> list[Ranked]:
    """For each name what it means, each in the light of the others."""
    table = make_table(names, setting)
    shares = share_out(table.names, table.alone @ ranker.first, ranker.none_first, len(names))
    for _ in range(ROUNDS):
        features = np.hstack([table.alone, among(table, shares)])
        shares = share_out(table.names, features @ ranker.then, ranker.none_then, len(names))
    return [_best(table, shares, number) for number in range(len(names))]


def share_out(names: Integers, scores: Floats, none: float, size: int) -> Floats:
    """How likely each row is: softmax over the rows of its name (of `size`) and `none` of them."""
    most = np.full(size, none)
    np.maximum.at(most, names, scores)
    powers = np.exp(scores - most[names])
    sums = np.exp(none - most) + np.bincount(names, powers, size)
    shares: Floats = powers / sums[names]
    return shares


def _best(table: Table, shares: Floats, number: int) -> Ranked:
    mine = np.flatnonzero(table.names == number)
    if not len(mine):
        return Ranked(None, 0.0)
    best = int(mine[np.argmax(shares[mine])])
    home = (table.rows[best].country, table.rows[best].admin1)
    together = float(
        sum(shares[i] for i in mine if (table.rows[i].country, table.rows[i].admin1) == home)
    )
    if together < 1.0 - float(shares[mine].sum()):
        return Ranked(None, 0.0)
    return Ranked(best - int(mine[0]), together)
