"""Reports in, the casualty numbers they give out, in the form of tools/score_toll.py.

python -m bench.toll --data FILE --out FILE [--docs FILE]

FILE of --data: reports as JSON lines, or labelled claims (with `doc`, `start`, `end`); the reports
of claims are read from --docs, by default the neighbouring `ecbplus/docs.jsonl`.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from sayso.read.paths import read_path
from sayso.run.local import Setup, read_all
from sayso.types import Claim, Count, Refusal, Report

# The labels know these five; who was found dead, or died later, was killed in their sense.
CATEGORIES = frozenset({"killed", "injured", "missing", "trapped", "hospitalised"})
# The labels close vague words: dozens are 24-99, hundreds 200-999.
CEILINGS = {24: 99, 40: 99, 200: 999, 2000: 9999, 20_000: 99_999, 200_000: 999_999}


def toll_lines(report: Report, claims: tuple[Claim, ...]) -> Iterator[dict[str, object]]:
    """One line for each number and what it counts, each once whoever holds it."""
    seen: set[tuple[object, ...]] = set()
    for claim in claims:
        for count in claim.event.counts:
            for category in count.categories:
                place = (count.span, category)
                if category in CATEGORIES and place not in seen and is_told(claim):
                    seen.add(place)
                    yield _line(report, claim, count, category)


def is_told(claim: Claim) -> bool:
    """Whether the text gives it as having happened: the labels leave out what is feared."""
    return claim.event.modality in {"happened", "ongoing"}


def _line(report: Report, claim: Claim, count: Count, category: str) -> dict[str, object]:
    low, high = _ends(count)
    scope = "part" if count.scope == "part" else "total"
    return {
        "doc": report.given_id,
        "start": count.span.start,
        "end": count.span.stop,
        "category": category,
        "lo": low,
        "hi": high,
        "scope": "background" if claim.event.background else scope,
        "event": "background" if claim.event.background else "this",
        "source": claim.chain[-1].label if claim.chain else None,
    }


def _ends(count: Count) -> tuple[int, int | None]:
    """The labels' ends: about n is n, at most n is n, a vague word has a ceiling."""
    if count.op == "vague":
        return count.low, CEILINGS.get(count.low)
    if count.op == "up_to" and count.high is not None:
        return count.high, count.high
    if count.op == "about" and count.high is not None:
        return (count.low + count.high) // 2, (count.low + count.high) // 2
    return count.low, count.high


def _documents(data: Path, docs: Path | None) -> tuple[Path, frozenset[str] | None]:
    """The file to read reports from, and the ids wanted; None: all of them."""
    with data.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    if not rows or "doc" not in rows[0]:
        return data, None
    texts = docs or data.parent.parent / "ecbplus" / "docs.jsonl"
    if not texts.exists():
        sys.exit(f"{texts} is not there: give the reports of these claims with --docs FILE")
    return texts, frozenset(r["doc"] for r in rows)


def write_tolls(data: Path, out: Path, docs: Path | None = None) -> int:
    """Write one line a number; how many."""
    texts, wanted = _documents(data, docs)
    reports = (
        one
        for one in read_path(texts)
        if isinstance(one, Refusal) or wanted is None or one.given_id in wanted
    )
    written = 0
    with out.open("wb") as stream:
        for read in read_all(reports, Setup()):
            if isinstance(read, Refusal):
                sys.stderr.write(f"refused: {read.origin}: {read.why}\n")
                continue
            for line in toll_lines(*read[:2]):
                stream.write(msgspec.json.encode(line) + b"\n")
                written += 1
    return written


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--docs", type=Path)
    args = parser.parse_args()
    print(f"{write_tolls(args.data, args.out, args.docs)} numbers")


if __name__ == "__main__":
    main()
