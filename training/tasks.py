"""The table of training sets: its name, how its examples are read, how often each is drawn."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from pathlib import Path

from training.event_sets import (
    read_event_gold,
    read_event_sets,
    read_factuality,
    read_muc4,
    with_events,
    without_marked,
)
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
    """Where the training sets lie: developer data, silver, and our own gold.

    silver: folder of `mentions.jsonl` and `events.jsonl`; gold: folder of the training halves
    event_gold_lines, event_sets_lines: how many of the marked events' lines are taken, from the top; None: all
    """

    shared: Path
    silver: Path
    gold: Path
    event_gold_lines: int | None = None
    event_sets_lines: int | None = None


IN_SETS = "events_in_sets.jsonl"
Set = tuple[float, Callable[[Ground], Iterator[Example]]]


def _with_all(examples: Iterator[Example], ground: Ground, prefix: str) -> Iterator[Example]:
    """The texts with both kinds of silver."""
    marked = with_silver(examples, ground.silver / "mentions.jsonl", prefix=prefix)
    told = with_events(marked, ground.silver / "events.jsonl", prefix=prefix)
    return without_marked(told, ground.gold / IN_SETS, prefix=prefix)


def _silver(ground: Ground, prefix: str) -> Iterator[Example]:
    """Texts that are read by silver alone."""
    return _with_all(read_silver(ground.silver / "mentions.jsonl", prefix=prefix), ground, prefix)


def _factuality(weight: float, name: str) -> Set:
    return weight, lambda g: read_factuality(g.shared, name)


SETS: dict[str, Set] = {
    "polnear": (1.0, lambda g: _with_all(read_polnear(g.shared), g, "polnear")),
    "polnear_plain": (1.0, lambda g: read_polnear(g.shared)),
    "re3d": (2.0, lambda g: read_re3d(g.shared)),
    "geovirus": (0.5, lambda g: with_places(read_geovirus(g.shared), g.silver / "mentions.jsonl")),
    "muc4": (1.2, lambda g: _with_all(read_muc4(g.shared), g, "muc4")),
    "ecbplus": (0.7, lambda g: _silver(g, "ecbplus")),
    "wikiwars": (0.5, lambda g: _silver(g, "wikiwars")),
    "uds": _factuality(0.8, "uds_ih2"),
    "meantime": _factuality(1.0, "meantime"),
    "megaveridicality": _factuality(0.8, "megaveridicality"),
    "commitmentbank": _factuality(2.0, "commitmentbank"),
    "gold": (3.0, lambda g: read_gold(g.gold / "passages_training.jsonl")),
    "event_sets": (
        5.0,
        lambda g: read_event_sets(g.shared, g.gold / IN_SETS, lines=g.event_sets_lines),
    ),
    "event_gold": (
        5.0,
        lambda g: islice(read_event_gold(g.gold / "events_training.jsonl"), g.event_gold_lines),
    ),
}


@cache
def _load(ground: Ground, name: str) -> tuple[Example, ...]:
    return tuple(SETS[name][1](ground))


def load_examples(ground: Ground, names: Sequence[str]) -> list[Example]:
    """The examples of the named sets, each text once; "muc4:0.5" draws a set as often as that."""
    found = []
    for asked in names:
        name, _, weight = asked.partition(":")
        often = float(weight) if weight else SETS[name][0]
        found += [replace(example, weight=often) for example in _load(ground, name)]
    return found
