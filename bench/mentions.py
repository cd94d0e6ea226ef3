"""re3d's documents in, exact F1 of persons, organisations and locations out.

    python -m bench.mentions --data FILE [--kept]     `--kept`: only the documents not trained on

re3d draws its lines elsewhere than we do, so ours are brought to its: a title belongs to the
person, an office is a Person, outlets and peoples in number are Organisations, 'he' is a Person.
Entities of its with wrong offsets are left out.
"""

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.readings import Score
from bench.splits import is_kept
from sayso.annotate.sayings import find_marked
from sayso.run.local import load_encoder
from sayso.types import Span

KINDS = {
    "person": "Person", "role": "Person", "group": "Organisation", "outlet": "Organisation",
    "crowd": "Organisation", "place": "Location",
}  # fmt: skip
HE = re.compile(r"\b(?:he|she|him|He|She)\b")

Marked = tuple[Span, str]


def in_their_kinds(text: str, ours: Sequence[Marked]) -> Iterator[Marked]:
    """Our mentions as re3d would mark them."""
    before: Marked | None = None
    for span, kind in ours:
        if (
            before is not None
            and (before[1], kind) == ("role", "person")
            and _beside(before[0], span)
        ):
            span = Span(before[0].start, span.stop)
        elif before is not None:
            yield before[0], KINDS[before[1]]
        before = (span, kind)
    if before is not None:
        yield before[0], KINDS[before[1]]
    yield from ((Span(*m.span()), "Person") for m in HE.finditer(text))


def _beside(title: Span, name: Span) -> bool:
    return name.start - title.stop == 1


def gold_of(row: dict[str, Any]) -> Iterator[Marked]:
    for entity in row["entities"]:
        start, stop = entity["start"], entity["end"]
        if entity["type"] in KINDS.values() and row["text"][start:stop] == entity["text"]:
            yield Span(start, stop), entity["type"]


def measure(rows: Sequence[dict[str, Any]]) -> dict[str, Score]:
    """By type: exact spans."""
    encoder = load_encoder()
    gold: set[tuple[int, Marked]] = set()
    found: set[tuple[int, Marked]] = set()
    for number, row in enumerate(rows):
        text = row["text"]
        marked = find_marked(encoder.read(text), encoder, "mention")
        gold |= {(number, one) for one in gold_of(row)}
        found |= {(number, one) for one in in_their_kinds(text, marked)}
    return {
        kind: Score(
            len({g for g in gold & found if g[1][1] == kind}),
            len({g for g in gold if g[1][1] == kind}),
            len({f for f in found if f[1][1] == kind}),
        )
        for kind in ("Person", "Organisation", "Location")
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--kept", action="store_true")
    args = parser.parse_args()
    with args.data.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    if args.kept:
        rows = [row for row in rows if is_kept(row["id"])]
    print(f"{len(rows)} documents")
    for kind, score in measure(rows).items():
        print(f"{kind:<13} {score}")


if __name__ == "__main__":
    main()
