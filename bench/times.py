"""Reports as JSON lines in, times in the form of tools/score_time.py out.

python -m bench.times --data FILE --out FILE
"""

import argparse
import sys
import time
from pathlib import Path

import msgspec

from sayso.annotate.time.times import find_times_of
from sayso.read.paths import read_path
from sayso.show.annotated import annotated_line
from sayso.types import Annotations, Refusal


def write_times(data: Path, out: Path) -> float:
    """Write one line a report, in order; gives characters per CPU-second, times alone."""
    seconds, characters = 0.0, 0
    encode = msgspec.json.Encoder().encode
    with out.open("w", encoding="utf-8") as stream:
        for report in read_path(data):
            if isinstance(report, Refusal):
                sys.stderr.write(f"refused: {report.origin}: {report.why}\n")
                continue
            start = time.process_time()
            times = find_times_of(report)
            seconds += time.process_time() - start
            characters += len(report.text)
            found = Annotations(report.id, passages=(), times=times)
            stream.write(encode(annotated_line(report, found, (), only=("times",))).decode() + "\n")
    return characters / max(seconds, 1e-9)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    speed = write_times(args.data, args.out)
    print(f"{speed:.0f} characters per CPU-second")


if __name__ == "__main__":
    main()
