"""How sure a text makes us that an event happened, as the package reads it.

python -m bench.factuality --data FILE --out FILE
"""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.tokens import read_targets
from sayso.annotate.event.factuality import find_factuality
from sayso.models import load_parser
from sayso.run.local import load_encoder


def answer(rows: Iterator[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """A number from -3 to 3 for each target, in the scorer's form."""
    encoder, parser = load_encoder(), load_parser()
    for row in rows:
        text, asked = read_targets(row)
        found = find_factuality(encoder.read(text), parser(text), asked)
        yield {"id": row["id"], "labels": list(found)}


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args(argv)
    with args.data.open(encoding="utf-8") as lines, args.out.open("w", encoding="utf-8") as out:
        for found in answer(map(json.loads, lines)):
            out.write(json.dumps(found) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
