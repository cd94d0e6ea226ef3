"""Reports as JSON lines in, attributions in the form of tools/score_attribution.py out.

python -m bench.attribution --data FILE --out FILE [--nested]

PolNeAR marks only the outermost of attributions that stand in one another, so the inner ones are
left out unless `--nested` asks for them; and several who say the same words as one source.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from sayso.read.paths import read_path
from sayso.run.annotating import annotate_all
from sayso.run.local import Setup
from sayso.show.annotated import annotated_line
from sayso.types import Refusal


def write_attributions(data: Path, out: Path, *, nested: bool = False) -> float:
    """Write one line a report, in order; gives reports per CPU-second of this process."""
    start, count = time.process_time(), 0
    encode = msgspec.json.Encoder().encode
    with out.open("w", encoding="utf-8") as stream:
        for item in annotate_all(read_path(data), Setup(), frozenset({"attributions"})):
            if isinstance(item, Refusal):
                sys.stderr.write(f"refused: {item.origin}: {item.why}\n")
                continue
            line = annotated_line(*item, only=("attributions",))
            if not nested:
                own = [a for a in line["attributions"] if a["inside"] is None]
                line["attributions"] = _joined(own)
            stream.write(encode(line).decode() + "\n")
            count += 1
    return count / (time.process_time() - start)


def _joined(attributions: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """One for all who say the same words by the same cue, with a source from the first to the last."""
    found: dict[str, dict[str, Any]] = {}
    for one in attributions:
        same = found.setdefault(f"{one['cue']} {one['content']}", one)
        spans = [span for a in (same, one) for span in a["source"]]
        if same is not one and spans:
            same["source"] = [[min(start for start, _ in spans), max(stop for _, stop in spans)]]
    return list(found.values())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--nested", action="store_true")
    args = parser.parse_args()
    speed = write_attributions(args.data, args.out, nested=args.nested)
    print(f"{speed:.1f} reports per CPU-second")


if __name__ == "__main__":
    main()
