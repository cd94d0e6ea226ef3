"""`python -m bench.ledger --cases F --out F`: weigh claimledger's cases as its scorer reads them.

The form of both files is in the README beside the cases.
"""

import argparse
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from sayso.types import Interval, SourceKind
from sayso.weigh.assertions import (
    Assertion,
    Proposition,
    Quantity,
    Range,
    Standing,
    Voice,
    read_quantity,
)
from sayso.weigh.ranges import measure
from sayso.weigh.statuses import stand

Row = Mapping[str, Any]

KINDS: Mapping[str, SourceKind] = {
    "activist or local media": "activist",
    "medic or hospital": "medic",
    "rebel body": "rebel",
    "survivor or witness": "witness",
    "UN or aid body": "aid",
    "court or inquiry": "court",
}


def read_voice(name: str, sources: Mapping[str, Row]) -> Voice:
    source = sources[name]
    return Voice(
        name=source.get("label", name),
        kind=KINDS.get(source["kind"], source["kind"]),
        naming=source.get("named", "named"),
        organisation=source.get("org"),
    )


def read_time(minute: str) -> str:
    return minute.replace("Z", ":00Z")


def read_interval(ends: list[str] | None) -> Interval | None:
    return Interval(read_time(ends[0]), read_time(ends[1])) if ends else None


def read_figure(figure: Row | None) -> Quantity | None:
    if not figure:
        return None
    return read_quantity(
        figure["op"], figure.get("n", 0), m=figure.get("m"), word=figure.get("word")
    )


def read_part(row: Row) -> tuple[Literal["place", "who"], str] | None:
    if "of" in row:
        return "place", row["of"]
    return ("who", row["who"]) if "who" in row else None


def find_copied(report: Row, reports: Mapping[str, Row]) -> tuple[str, ...]:
    """All that a report copies, nearest first; a ring of copies ends where it closes."""
    found: list[str] = []
    nearest = report["copy_of"]
    while nearest and nearest not in found:
        found.append(nearest)
        nearest = reports[nearest]["copy_of"] if nearest in reports else None
    return tuple(found)


def read_assertion(row: Row, case: Row) -> Assertion:
    reports = {report["id"]: report for report in case["reports"]}
    report = reports[row["report"]]
    return Assertion(
        id=row["id"],
        report=report["id"],
        outlet=read_voice(report["outlet"], case["sources"]),
        proposition=row["claim"],
        stance=row["stance"],
        published=read_interval(report["published"]),
        copies=find_copied(report, reports),
        withdrawn=read_time(report["withdrawn"]) if report["withdrawn"] else None,
        chain=tuple(read_voice(name, case["sources"]) for name in row["chain"]),
        basis=row["basis"],
        said_at=read_interval(row.get("said_at")),
        direct=row.get("direct", False),
        hedged=row.get("hedge", False),
        quantity=read_figure(row.get("qty")),
        scope=row.get("scope", "total"),
        part_of=read_part(row),
    )


def read_proposition(name: str, claim: Row) -> Proposition:
    return Proposition(
        id=name,
        question=claim["question"],
        value=claim["text"],
        loses=tuple(claim.get("loses") or ()),
        gains=tuple(claim.get("gains") or ()),
        contradicts=tuple(claim.get("contradicts") or ()),
        superseded_by=tuple(claim.get("superseded_by") or ()),
        event=claim.get("event"),
        category=claim.get("category"),
    )


def write_standing(standing: Standing) -> Row:
    return {
        "status": standing.status,
        "origins_lo": standing.origins_low,
        "origins_hi": standing.origins_high,
        "asserting": standing.asserting,
        "denying": standing.denying,
        "positions": [f"{way}:{group}" for way, group in standing.positions],
        "beside": standing.beside,
        "reports": standing.reports,
    }


def write_range(span: Range | None) -> Row | None:
    if span is None:
        return None
    return {
        "low": span.low,
        "best": span.middle,
        "high": span.high,
        "open_above": span.open_above,
        "by_side": {side: [low, high] for side, low, high in span.by_side},
        "rivals": span.rivals,
        "groups": len(span.groups),
        "flags": [f"{flag}:{group}" for flag, group in span.flags],
    }


def weigh_case(case: Row) -> Iterator[Row]:
    propositions = [read_proposition(*claim) for claim in case["claims"].items()]
    assertions = [read_assertion(row, case) for row in case["assertions"]]
    register = {name: party["side"] for name, party in case["parties"].items()}
    for given in case["as_of"]:
        as_of = read_time(given) if given else None
        head = {"case": case["case"], "as_of": given}
        standings = stand(propositions, assertions, as_of=as_of, register=register)
        for claim, standing in standings.items():
            yield head | {"claim": claim} | dict(write_standing(standing))
        ranges = measure(propositions, assertions, as_of=as_of, register=register)
        for (event, category, _), span in ranges.items():
            yield head | {"event": event, "category": category, "number": write_range(span)}


def read_lines(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    with given.out.open("w", encoding="utf-8") as out:
        for case in read_lines(given.cases):
            for row in weigh_case(case):
                out.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
