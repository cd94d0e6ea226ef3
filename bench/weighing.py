"""How the cost of weighing grows with the ledger, on reports made by edits of the demo's.

    python -m bench.weighing [--reports 20000] [--claims 5]

Every forty reports are a case of their own: its words, names and places get an ending, and its
days are later; within a case reports copy one another as the demo's do.
"""

import argparse
import resource
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice

from sayso.read.paths import read_path
from sayso.resolve.parties import Register, load_register
from sayso.run.local import load_reader, read_all
from sayso.show.demonstration import CASES, demo_folder, demo_parties, demo_setup
from sayso.types import Claim, Interval, Mention, Refusal, Report
from sayso.weigh.questions import Parties
from sayso.weigh.replacements import join_versions
from sayso.weigh.retellings import Retellings
from sayso.weigh.weigher import Weigher

CASE_REPORTS = 40
Made = tuple[Report, tuple[Claim, ...]]


def make_reports(count: int, claims: int) -> Iterator[Made]:
    """`count` reports with `claims` claims each, in order of publication."""
    bases = [
        read
        for case in CASES
        for read in read_all(read_path(demo_folder(case) / "reports.jsonl"), demo_setup(case))
        if not isinstance(read, Refusal)
    ]
    for number in range(count):
        report, found, _ = bases[number % len(bases)]
        case = number // CASE_REPORTS
        made = _edited(report, number, case)
        yield (
            made,
            tuple(_edited_claim(c, made, case, i) for i, c in enumerate(_some(found, claims))),
        )


def _some(found: Sequence[Claim], claims: int) -> Iterator[Claim]:
    telling = sorted(found, key=lambda c: (c.event.type in {"said", "office"}, c.id))
    return (telling[i % len(telling)] for i in range(claims if telling else 0))


def _edited(report: Report, number: int, case: int) -> Report:
    words = " ".join(f"{word}{case}" if word.isalpha() else word for word in report.text.split())
    at = datetime(2030, 1, 1) + timedelta(minutes=number)
    moment = at.strftime("%Y-%m-%dT%H:%M:%SZ")
    return replace(report, id=f"r{number:06}", text=words, published_at=Interval(moment, moment))


def _edited_claim(claim: Claim, report: Report, case: int, number: int) -> Claim:
    place = claim.place
    moved = (
        replace(place, name=f"{place.name or place.words} {case}") if place is not None else None
    )
    roles = tuple(replace(r, filler=_renamed(r.filler, case)) for r in claim.event.roles)
    return replace(
        claim,
        id=f"{report.id}-{number}",
        report=report.id,
        published_at=report.published_at,
        place=moved,
        when=None,
        event=replace(claim.event, roles=roles),
    )


def _renamed(filler: Mention, case: int) -> Mention:
    if filler.kind != "person" or filler.entity is None:
        return filler
    return replace(filler, entity=f"{filler.entity}-{case}")


def _parties(register: Register, retold: Retellings) -> Parties:
    held = register.parties.values()
    copies = retold.graph.ancestors()
    return Parties(
        sides={p.id: p.side for p in held if p.side is not None},
        names={p.id: p.name for p in held},
        terms={p.id: term for p in held if (term := p.term) is not None},
        copies=copies,
        versions=join_versions((), retold.graph.versions),
        corrected=retold.corrected(copies),
        twins=retold.twins(),
        first_said=retold.first_said(),
    )


def measure(made: Sequence[Made], register: Register) -> tuple[float, float, float, int]:
    """CPU-seconds of copies, of weighing all, of adding one report more; and matters."""
    start = time.process_time()
    reports = [report for report, _ in made[:-1]]
    retold = Retellings(reports, (claim for _, found in made[:-1] for claim in found))
    copying = time.process_time() - start
    start = time.process_time()
    weigher = Weigher(_parties(register, retold))
    weigher.add(claim for _, found in made[:-1] for claim in found)
    matters = len(weigher.dossiers())
    weighing = time.process_time() - start
    start = time.process_time()
    report, found = made[-1]
    retold.add(report, found)
    weigher.add(found, _parties(register, retold))
    weigher.dossiers()
    return copying, weighing, time.process_time() - start, matters


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=20000)
    parser.add_argument("--claims", type=int, default=5)
    args = parser.parse_args()
    load_reader(demo_setup(CASES[0]))
    register = load_register(demo_parties())
    made = list(make_reports(args.reports, args.claims))
    print("reports  claims  matters  copies s  weighing s  one more ms  peak MB")
    for share in (100, 10, 2, 1):
        some = list(islice(made, max(args.reports // share, 2)))
        copying, weighing, adding, matters = measure(some, register)
        claims = sum(len(found) for _, found in some)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{len(some):7} {claims:7} {matters:8} {copying:9.2f} {weighing:11.2f} {1000 * adding:12.0f} {peak:8.0f}"
        )


if __name__ == "__main__":
    main()
