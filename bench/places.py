"""Reports as JSON lines in, places in the form of tools/score_geo.py out.

python -m bench.places --data FILE --out FILE [--gold-mentions] [--calibration [--half look|rep]]
"""

import argparse
import hashlib
import json
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from bench.calibration import Bin, into_bins, judge, print_bins
from sayso.annotate.report import annotate_marks
from sayso.read.paths import read_path
from sayso.resolve.place.places import resolve_places
from sayso.resolve.report import World, find_places
from sayso.run.local import Setup, load_reader
from sayso.show.annotated import annotated_line
from sayso.types import Annotations, Place, Refusal, Report, Span


def write_places(data: Path, out: Path, *, gold: bool) -> float:
    """Write one line a report, in order; gives characters per CPU-second, encoder included."""
    reader = load_reader(Setup())
    mentions = read_mentions(data) if gold else {}
    seconds, characters = 0.0, 0
    encode = msgspec.json.Encoder().encode
    with out.open("w", encoding="utf-8") as stream:
        for report in _reports(data):
            start = time.process_time()
            if gold:
                found = _placed(
                    report, mentions.get(report.given_id or report.id, ()), reader.world
                )
            else:
                found = find_places(annotate_marks(report, reader.encoder), report, reader.world)
            seconds += time.process_time() - start
            characters += len(report.text)
            line = annotated_line(report, found, (), only=("places",))
            stream.write(encode(line).decode() + "\n")
    return characters / max(seconds, 1e-9)


def _reports(data: Path) -> Iterator[Report]:
    for report in read_path(data):
        if isinstance(report, Refusal):
            sys.stderr.write(f"refused: {report.origin}: {report.why}\n")
        else:
            yield report


def read_mentions(data: Path) -> Mapping[str, tuple[Span, ...]]:
    """The gold spans by the id of their report; spans that are given twice stand once."""
    return {
        row["id"]: tuple(sorted({Span(m["start"], m["end"]) for m in row["mentions"]}))
        for row in _rows(data)
    }


def _rows(data: Path) -> Iterator[Mapping[str, Any]]:
    """Its lines; a text may hold line separators of its own, so only a line feed ends one."""
    return (json.loads(line) for line in data.read_text("utf-8").split("\n") if line.strip())


def calibrate(data: Path, out: Path, half: str | None = None) -> tuple[Bin, ...]:
    """How often a place is right, by its score; `half`: only documents of that half, by their id."""
    gold = {row["id"]: row for row in _rows(data)}
    kept = [row for row in _rows(out) if half in {None, half_of(row["id"])}]
    return into_bins(pair for row in kept for pair in judge(row, gold[row["id"]]))


def half_of(given_id: str) -> str:
    """The half that was looked at while the rules were written ("look"), or that reports ("rep")."""
    return "rep" if int(hashlib.sha1(given_id.encode()).hexdigest(), 16) % 2 else "look"


def _placed(report: Report, spans: tuple[Span, ...], world: World) -> Annotations:
    places = [
        Place(s, s.of(report.text), None, None, None, None, None, None, None, 0.0) for s in spans
    ]
    return Annotations(report.id, places=resolve_places(places, report, world.gazetteer))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--gold-mentions", action="store_true", help="take the gold spans as given")
    parser.add_argument(
        "--calibration", action="store_true", help="print how often a score is right"
    )
    parser.add_argument("--half", choices=["look", "rep"], help="of this half of the documents")
    args = parser.parse_args()
    speed = write_places(args.data, args.out, gold=args.gold_mentions)
    print(f"{speed:.0f} characters per CPU-second")
    if args.calibration:
        print_bins(calibrate(args.data, args.out, args.half))


if __name__ == "__main__":
    main()
