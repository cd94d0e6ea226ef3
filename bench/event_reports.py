"""`python -m bench.event_reports --data F --out F`: merge event reports, as tools/score_events.py reads them.

One line an event, in the form of `score_events.py reports`.
"""

import argparse
from dataclasses import asdict
from pathlib import Path

import msgspec

from sayso.read.event_reports import read_rows
from sayso.show.event_reports import report_of
from sayso.weigh.aggregation import merge
from sayso.weigh.event_reports import EventReport, group_events


def merged_line(rows: tuple[EventReport, ...]) -> dict[str, object]:
    merged = merge(rows)
    return {
        "event_id": merged.event,
        "deaths": asdict(merged.deaths),
        "injuries": asdict(merged.injuries),
        "disputed": merged.disputed,
        "perpetrators": merged.perpetrators,
        "victims": merged.victims,
    }


def write_merged(data: Path, out: Path) -> int:
    """Write one line an event, in order; how many."""
    events = group_events(report_of(row) for row in read_rows(data))
    lines = (msgspec.json.encode(merged_line(rows)) + b"\n" for rows in events)
    out.write_bytes(b"".join(lines))
    return len(events)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    print(f"{write_merged(args.data, args.out)} events")


if __name__ == "__main__":
    main()
