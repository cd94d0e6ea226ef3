"""The table of training sets: its name, how its examples are read, how often each is drawn."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from training.event_sets import read_factuality, read_muc4
from training.examples import Example
from training.sets import (
    read_geovirus,
    read_gold,
    read_polnear,
    read_re3d,
    read_silver,
    with_places,
    with_silver,
)


@dataclass(frozen=True, slots=True)
class Ground:
    """Where the training sets lie: developer data, silver, and our own gold."""

    shared: Path
    silver: Path
    gold: Path


SETS: dict[str, tuple[float, Callable[[Ground], Iterator[Example]]]] = {
    "polnear": (1.0, lambda g: with_silver(read_polnear(g.shared), g.silver, prefix="polnear")),
    "polnear_plain": (1.0, lambda g: read_polnear(g.shared)),
    "re3d": (2.0, lambda g: read_re3d(g.shared)),
    "geovirus": (0.5, lambda g: with_places(read_geovirus(g.shared), g.silver)),
    "muc4": (0.7, lambda g: with_silver(read_muc4(g.shared), g.silver, prefix="muc4")),
    "ecbplus": (0.5, lambda g: read_silver(g.silver, prefix="ecbplus")),
    "wikiwars": (0.5, lambda g: read_silver(g.silver, prefix="wikiwars")),
    "uds": (0.8, lambda g: read_factuality(g.shared, "uds_ih2")),
    "meantime": (1.0, lambda g: read_factuality(g.shared, "meantime")),
    "megaveridicality": (0.8, lambda g: read_factuality(g.shared, "megaveridicality")),
    "commitmentbank": (2.0, lambda g: read_factuality(g.shared, "commitmentbank")),
    "gold": (3.0, lambda g: read_gold(g.gold)),
}


@cache
def _load(ground: Ground, name: str) -> tuple[Example, ...]:
    weight, read = SETS[name]
    return tuple(replace(example, weight=weight) for example in read(ground))


def load_examples(ground: Ground, names: Sequence[str]) -> list[Example]:
    """The examples of the named sets, each text once."""
    return [example for name in names for example in _load(ground, name)]
