"""Places found and gold in, how often the ranker's score is right out: a table by score."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sayso.weigh.nearby import distance_km

EDGES = (0.0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)
NEAR_KM = 161  # 100 miles, as in tools/score_geo.py


@dataclass(frozen=True, slots=True)
class Bin:
    """Names whose score lies from `low` up to `high`: how many, their mean score, how many right."""

    low: float
    high: float
    names: int
    score: float
    right: int


def judge(found: Mapping[str, Any], gold: Mapping[str, Any]) -> list[tuple[float, bool]]:
    """(score, right) of each place with a point whose span is a gold one with a point.

    found, gold: one line each of the form that `annotate` writes, and of the data
    """
    wanted = {(m["start"], m["end"]): m for m in gold["mentions"] if m.get("lat") is not None}
    pairs = [(p, wanted.get((p["start"], p["end"]))) for p in found["places"]]
    return [
        (p["score"], is_right(p, m)) for p, m in pairs if m is not None and p["lat"] is not None
    ]


def is_right(found: Mapping[str, Any], gold: Mapping[str, Any]) -> bool:
    """The same id, or a point near enough."""
    if found["geonameid"] is not None and found["geonameid"] == gold.get("geonameid"):
        return True
    return distance_km((found["lat"], found["lon"]), (gold["lat"], gold["lon"])) <= NEAR_KM


def into_bins(judged: Iterable[tuple[float, bool]]) -> tuple[Bin, ...]:
    """Those that hold a name, lowest first."""
    ordered = sorted(judged)
    bins = []
    for low, high in pairwise(EDGES):
        held = [(score, right) for score, right in ordered if low <= score < high]
        if held:
            mean = sum(score for score, _ in held) / len(held)
            bins.append(Bin(low, min(high, 1.0), len(held), mean, sum(r for _, r in held)))
    return tuple(bins)


def print_bins(bins: Sequence[Bin]) -> None:
    """The table, and how far score and share lie apart on average over names."""
    print("score        names  mean score  right")
    for one in bins:
        share = one.right / one.names
        print(f"{one.low:.2f} to {one.high:.2f} {one.names:6d}  {one.score:10.2f}  {share:5.2f}")
    names = sum(one.names for one in bins)
    apart = sum(abs(one.score * one.names - one.right) for one in bins) / max(names, 1)
    print(f"{names} names; score and share right lie {apart:.3f} apart")
