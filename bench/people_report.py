"""Files of gold people in, all scores on a half of them out as lines of text; and the clusters."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.people_gold import Half, PeoplePair, PeoplePassage, load_people
from bench.people_reading import PeopleReading, read_passages
from bench.people_scores import (
    FACTS,
    Within,
    clusters_of,
    score_facts,
    score_fates,
    score_pairs,
    score_within,
    unlinked_pairs,
)
from sayso.flow import Reader
from sayso.run.local import Setup, load_reader

SHARES = (
    "fate, lenient", "fate", "source", "stance", "basis", "when", "all, lenient", "all",
)  # fmt: skip


def report_people(
    paths: Sequence[Path], out: Path, *, half: Half = "all", errors: str = ""
) -> None:
    """Print the scores; with `errors`, what is wrong of one kind, of the training half and no other."""
    passages: list[PeoplePassage] = []
    pairs: list[PeoplePair] = []
    for path in paths:
        found = load_people(path, "training" if errors else half)
        passages, pairs = [*passages, *found[0]], [*pairs, *found[1]]
    reader = load_reader(Setup())
    readings = list(read_passages(passages, reader))
    with out.open("w", encoding="utf-8") as stream:
        stream.writelines(f"{json.dumps(line)}\n" for line in clusters_of(readings))
    lines = _errors(readings, pairs, reader, errors) if errors else _scores(readings, pairs, reader)
    for line in lines:
        print(line)


def _read_pairs(
    pairs: Sequence[PeoplePair], reader: Reader
) -> list[tuple[PeopleReading, PeopleReading]]:
    both = []
    for pair in pairs:
        first, second = read_passages(pair.reports, reader)
        both.append((first, second))
    return both


def _scores(
    readings: Sequence[PeopleReading], pairs: Sequence[PeoplePair], reader: Reader
) -> Iterator[str]:
    yield f"{len(readings)} passages, {len(pairs)} pairs"
    yield from _within(score_within(readings))
    if pairs:
        across = score_pairs(pairs, _read_pairs(pairs, reader))
        yield f"same across      {across.links}"
        yield f"  held for one and different {across.different}, father and son {across.father_son}"
    for name in FACTS:
        told = score_facts(readings, name)
        beside = ", ".join(f"{key} {n} of {of}" for key, (n, of) in told.beside.items())
        yield f"{name:<16} {told.score}  {beside}"
    fates = score_fates(readings)
    yield f"fates            {fates.asked} of gold, {fates.given} read"
    for key in SHARES:
        yield f"  {key:<14} {100 * fates.right[key] / max(fates.asked, 1):5.1f}%"


def _within(within: Within) -> Iterator[str]:
    share = 100 * within.seen / max(within.asked, 1)
    yield f"mentions found   {share:5.1f}% of {within.asked}"
    yield f"same within      B3 {within.found.f1:5.1f} on those found, {within.every.f1:5.1f} on all"
    yield f"  father and son held for one {within.father_son}"


def _errors(
    readings: Sequence[PeopleReading], pairs: Sequence[PeoplePair], reader: Reader, kind: str
) -> Iterator[str]:
    if kind == "within":
        yield from unlinked_pairs(readings)
    elif kind == "pairs":
        yield from score_pairs(pairs, _read_pairs(pairs, reader)).errors
    elif kind == "fates":
        yield from score_fates(readings).errors
    else:
        yield from score_facts(readings, kind).errors
