"""re3d's documents in, exact F1 of persons, organisations and locations out.

    python -m bench.mentions --data FILE [--kept]     `--kept`: only the documents not trained on

re3d draws its lines elsewhere than our mentions do: pronouns, descriptions and what lies within
a name are entities of its own, and most follow the phrases of the parse. A ranker of phrases, on
the encoder's vectors, has learnt its lines (`training/phrases.py`); it is measured here. Entities
with wrong offsets are left out.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.phrases import load_phrase_ranker, mark_phrases
from bench.readings import Score
from bench.splits import RE3D, is_kept
from sayso.annotate.parses import parse
from sayso.flow import Reader
from sayso.run.local import Setup, load_reader
from sayso.types import Span

TYPES = ("Person", "Organisation", "Location")

Marked = tuple[Span, str]


def gold_of(row: dict[str, Any]) -> Iterator[Marked]:
    for entity in row["entities"]:
        start, stop = entity["start"], entity["end"]
        if entity["type"] in TYPES and row["text"][start:stop] == entity["text"]:
            yield Span(start, stop), entity["type"]


def read_entities(text: str, reader: Reader) -> Iterator[Marked]:
    """The phrases that re3d would call one of `TYPES`."""
    doc = parse(text, (), reader.nlp)
    yield from mark_phrases(doc, reader.encoder.read(text), load_phrase_ranker())


def measure(rows: Sequence[dict[str, Any]]) -> dict[str, Score]:
    """By type: exact spans."""
    reader = load_reader(Setup())
    gold: set[tuple[int, Marked]] = set()
    found: set[tuple[int, Marked]] = set()
    for number, row in enumerate(rows):
        text = row["text"]
        gold |= {(number, one) for one in gold_of(row)}
        found |= {(number, one) for one in read_entities(text, reader)}
    return {
        kind: Score(
            len({g for g in gold & found if g[1][1] == kind}),
            len({g for g in gold if g[1][1] == kind}),
            len({f for f in found if f[1][1] == kind}),
        )
        for kind in TYPES
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--kept", action="store_true")
    args = parser.parse_args()
    with args.data.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    if args.kept:
        rows = [row for row in rows if is_kept(row["id"], one_in=RE3D)]
    print(f"{len(rows)} documents")
    for kind, score in measure(rows).items():
        print(f"{kind:<13} {score}")


if __name__ == "__main__":
    main()
