"""Incident assessments in, casualty ranges in the form of tools/score_events.py ranges out.

python -m bench.airwars --data FILE --out FILE
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from sayso.read.paths import read_path
from sayso.run.local import Setup, read_all
from sayso.types import Claim, Refusal
from sayso.weigh.report_tolls import toll_of


def range_line(incident: str | None, claims: Sequence[Claim]) -> dict[str, object]:
    """The incident's id with both ends of killed and injured; null where none is told."""
    line: dict[str, object] = {"id": incident}
    for category in ("killed", "injured"):
        toll = toll_of(claims, category)
        line[f"{category}_min"] = toll.low if toll is not None else None
        line[f"{category}_max"] = toll.high if toll is not None else None
    return line


def write_ranges(data: Path, out: Path) -> int:
    """Write one line an incident, in order; how many."""
    written = 0
    with out.open("wb") as stream:
        for read in read_all(read_path(data), Setup()):
            if isinstance(read, Refusal):
                sys.stderr.write(f"refused: {read.origin}: {read.why}\n")
                continue
            stream.write(msgspec.json.encode(range_line(read[0].given_id, read[1])) + b"\n")
            written += 1
    return written


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    print(f"{write_ranges(args.data, args.out)} incidents")


if __name__ == "__main__":
    main()
