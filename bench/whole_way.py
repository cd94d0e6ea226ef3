"""Reports in, the cost of the whole way out: reading, ledger and weighing, beside the parse alone.

python -m bench.whole_way --data FILE [--limit N]
"""

import argparse
import resource
import tempfile
import time
from itertools import islice
from pathlib import Path

from sayso.annotate.parses import parse
from sayso.claims import MADE_BY
from sayso.desk import Desk
from sayso.flow import read_report
from sayso.ledger.store import open_ledger
from sayso.read.paths import read_path
from sayso.run.local import Setup, load_reader
from sayso.types import Report


def measure(data: Path, limit: int | None) -> dict[str, float]:
    """Reports per CPU-second of one process, peak memory in MB, and counts."""
    reader = load_reader(Setup())
    reports = [r for r in islice(read_path(data), limit) if isinstance(r, Report)]
    parsing = _seconds(lambda: [parse(r.text, r.passages, reader.nlp) for r in reports])
    with (
        tempfile.TemporaryDirectory() as folder,
        open_ledger(Path(folder) / "l.sqlite") as ledger,
    ):

        def whole_way() -> None:
            for report in reports:
                found = read_report(report, reader)
                ledger.append(report, *found, recorded_at="2000-01-01T00:00:00Z", made_by=MADE_BY)

        reading = _seconds(whole_way)
        desk = Desk(ledger, reader.world.register)
        weighing = _seconds(desk.dossiers)
        counts = ledger.counts()
        matters = len(desk.dossiers())
    words = sum(len(r.text.split()) for r in reports) / max(len(reports), 1)
    return {
        "reports": counts.reports,
        "words a report": words,
        "claims": counts.claims,
        "matters": matters,
        "reports per CPU-second, read and kept": len(reports) / reading,
        "reports per CPU-second, parse alone": len(reports) / parsing,
        "whole way over parse": reading / parsing,
        "CPU-seconds of weighing": weighing,
        "peak memory MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _seconds(work: object) -> float:
    start = time.process_time()
    work()  # type: ignore[operator]
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--limit", type=int)
    args = parser.parse_args()
    for name, value in measure(args.data, args.limit).items():
        print(f"{name:40} {value:10.2f}")


if __name__ == "__main__":
    main()
