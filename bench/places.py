"""Reports as JSON lines in, places in the form of tools/score_geo.py out.

python -m bench.places --data FILE --out FILE [--gold-mentions]
"""

import argparse
import json
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from sayso.annotate.report import annotate_marks
from sayso.read.paths import read_path
from sayso.resolve.places import resolve_places
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
    rows = (json.loads(line) for line in data.read_text("utf-8").splitlines() if line.strip())
    return {
        row["id"]: tuple(sorted({Span(m["start"], m["end"]) for m in row["mentions"]}))
        for row in rows
    }


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
    args = parser.parse_args()
    speed = write_places(args.data, args.out, gold=args.gold_mentions)
    print(f"{speed:.0f} characters per CPU-second")


if __name__ == "__main__":
    main()
