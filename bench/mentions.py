"""re3d's documents in, exact F1 of persons, organisations and locations out.

    python -m bench.mentions --data FILE [--kept]     `--kept`: only the documents not trained on

re3d draws its lines elsewhere than our mentions do: pronouns, descriptions and what lies within
a name are entities of its own. The encoder has two heads that learnt its lines, one for the
widest entities and one for those within them; these are measured. Entities with wrong offsets
are left out.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.readings import Score
from bench.splits import RE3D, is_kept
from sayso.annotate.encoder import Encoder
from sayso.annotate.saying.sayings import find_marked
from sayso.run.local import load_encoder
from sayso.types import Span

TYPES = ("Person", "Organisation", "Location")

Marked = tuple[Span, str]


def gold_of(row: dict[str, Any]) -> Iterator[Marked]:
    for entity in row["entities"]:
        start, stop = entity["start"], entity["end"]
        if entity["type"] in TYPES and row["text"][start:stop] == entity["text"]:
            yield Span(start, stop), entity["type"]


def read_entities(text: str, encoder: Encoder) -> Iterator[Marked]:
    """The widest entities, and those that lie within one of them."""
    answers = encoder.read(text)
    widest = find_marked(answers, encoder, "entity")
    yield from widest
    for span, type_ in find_marked(answers, encoder, "entity_within"):
        if any(around.covers(span) and around != span for around, _ in widest):
            yield span, type_


def measure(rows: Sequence[dict[str, Any]]) -> dict[str, Score]:
    """By type: exact spans."""
    encoder = load_encoder()
    gold: set[tuple[int, Marked]] = set()
    found: set[tuple[int, Marked]] = set()
    for number, row in enumerate(rows):
        text = row["text"]
        gold |= {(number, one) for one in gold_of(row)}
        found |= {(number, one) for one in read_entities(text, encoder)}
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
