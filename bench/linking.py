"""How the cost of linking persons and stories grows with the ledger, on claims made by edits of the demo's.

    python -m bench.linking [--most 20000] [--claims 5]

The reports are those of `bench.weighing`, forty to a case, a case a day. In each case the persons
have names of their own, made up word by word so that short forms still fit; one name in eight is
that of a figure whom all cases know, and one made-up word in five is a common one. Bodies keep
their names. The ledger is a file in a temporary folder.
"""

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TypeVar

from bench.people import sense
from bench.people_cost import make_surname
from bench.weighing import CASE_REPORTS, Made, make_reports
from sayso.desk import Desk
from sayso.ledger.store import open_ledger
from sayso.resolve.name.folding import fold_name
from sayso.resolve.parties import Register, load_register
from sayso.run.local import load_reader
from sayso.show.demonstration import CASES, demo_parties, demo_setup
from sayso.types import Claim, Interval, Mention, Source
from sayso.weigh.claimed_people import figures_in
from sayso.weigh.people import link_people
from sayso.weigh.stories import find_stories

T = TypeVar("T")
SIZES = (1_000, 5_000, 20_000)
KNOWN, COMMON, COMMON_NAMES = 8, 5, 200
SMALL = frozenset("de la le von van der al bin of the and".split())


def rename(name: str, case: int) -> str:
    """The name that this case's own person bears instead; a figure known to all keeps it."""
    words = name.split()
    if _chance(fold_name(words[-1])).randrange(KNOWN) == 0:
        return name
    return " ".join(w if w.lower() in SMALL else _word(fold_name(w), case) for w in words)


@cache
def _word(word: str, case: int) -> str:
    chance = _chance(f"{word} {case}")
    if chance.randrange(COMMON) == 0:
        chance = _chance(f"common {chance.randrange(COMMON_NAMES)}")
    return make_surname(chance)


def _chance(seed: str) -> random.Random:
    return random.Random(seed)


def make_told(count: int, claims: int) -> Iterator[Made]:
    """Reports and claims as `bench.weighing` makes them, with persons and days of their case."""
    for number, (report, found) in enumerate(make_reports(count, claims)):
        case = number // CASE_REPORTS
        at = datetime(2030, 1, 1) + timedelta(days=case, minutes=number % CASE_REPORTS)
        moment = at.strftime("%Y-%m-%dT%H:%M:%SZ")
        published = Interval(moment, moment)
        yield (
            replace(report, published_at=published),
            tuple(replace(_renamed(c, case), published_at=published) for c in found),
        )


def _renamed(claim: Claim, case: int) -> Claim:
    roles = tuple(replace(r, filler=_person(r.filler, case)) for r in claim.event.roles)
    chain = tuple(_step(step, case) for step in claim.chain)
    # The edited text no longer has the words: without them a ledger takes the claim.
    event = replace(claim.event, roles=roles)
    return replace(claim, event=event, chain=chain, quote=(), words="")


def _person(filler: Mention, case: int) -> Mention:
    if filler.kind != "person" or filler.entity is None or not filler.name:
        return filler
    name = rename(filler.name, case)
    if name == filler.name:
        return filler
    own = {fold_name(word) for word in filler.name.split()} - SMALL
    words = (_word(fold_name(w), case) if fold_name(w) in own else w for w in filler.words.split())
    return replace(filler, name=name, words=" ".join(words), entity=_entity(name))


def _step(step: Source, case: int) -> Source:
    if step.entity is None or not step.entity.startswith("person/"):
        return step
    name = rename(step.label, case)
    return replace(step, label=name, entity=_entity(name))


def _entity(name: str) -> str:
    return f"person/{'-'.join(fold_name(name).split())}"


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    start = time.process_time()
    return work(), time.process_time() - start


def measure(told: Sequence[Made], register: Register, folder: Path) -> Sequence[float]:
    """How many reports, claims, figures, clusters and persons; CPU-seconds of each step; peak MB."""
    claims = [claim for _, found in told for claim in found]
    _, for_stories = _timed(lambda: find_stories(claims, sense().short))
    figures = figures_in(claims, sense())
    people, for_links = _timed(lambda: link_people(figures, sense()))
    with open_ledger(folder / f"{len(told)}.ledger") as ledger:
        for report, found in told:
            ledger.append(report, found, recorded_at="2033-01-01T00:00:00Z")
        desk = Desk(ledger, register)
        persons, for_persons = _timed(desk.people)
        _, for_one = _timed(lambda: desk.same_as(persons[0].entity))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    counts = (len(told), len(claims), len(figures), len(people.clusters), len(persons))
    return *counts, for_stories, for_links, for_persons, for_one, peak


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=SIZES[-1])
    parser.add_argument("--claims", type=int, default=5)
    args = parser.parse_args()
    load_reader(demo_setup(CASES[0]))
    register = load_register(demo_parties())
    print("reports  claims  figures  clusters  persons  stories s  links s  persons s  one s  MB")
    made = list(make_told(args.most, args.claims))
    with tempfile.TemporaryDirectory() as folder:
        for size in sorted({min(size, args.most) for size in SIZES}):
            row = measure(made[:size], register, Path(folder))
            counts = "  ".join(f"{n:7}" for n in row[:5])
            print(counts, *(f"{n:9.2f}" for n in row[5:9]), f"{row[9]:6.0f}", flush=True)


if __name__ == "__main__":
    main()
