"""Two readings of the gold events in, how far they agree out.

    python -m bench.events FIRST SECOND                two readers
    python -m bench.events GOLD                        gold and what the program reads
    python -m bench.events GOLD --predictions FILE     gold and what a file says was read
    python -m bench.events GOLD --errors 20            and what differs, for reading

An event matches one that shares a telling word (trigger or `also`), one to one. What is compared:
  trigger+type        events that match and are of one type; events and states apart too
  trigger             events that match, whatever their types
  roles               fillers of one role of events of one type whose head words are the same; and
                      the same of matched events alone
  counts              numbers with the same ends and categories, of events of one type
  place, when         of matched events of one type
  modality            macro-F1 over the modalities of matched events, whatever their types
  negated ...         the events marked so, among matched ones
Every line has the number of cases in either reading and a 95% interval: 1,000 draws of passages.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bench.event_errors import differences
from bench.event_matches import EventPair, count_retold, match_fillers, pair_events
from bench.event_passages import GoldCount, GoldEvent, load_event_passages
from bench.event_reading import read_from_file, read_with_program
from bench.marked_sets import load_marked_sets
from sayso.event_types import load_event_types
from sayso.types import Span

DRAWS = 1000
STATES = frozenset({"state", "whereabouts"})  # families of event_types.toml
FLAGS = ("negated", "background", "presupposed", "aggregate", "generic")
COUNT_FIELDS = ("low", "high", "categories", "op", "group", "scope")
ROWS = (
    "trigger+type", "  events", "  states", "trigger", "roles", "  of matched events", "counts",
    "  by their words", *(f"  {field} of those" for field in COUNT_FIELDS), "place", "when",
    *FLAGS, "target_kind", "evidence",
)  # fmt: skip

Tally = Mapping[str, npt.NDArray[np.float64]]
"""Row of the table -> (right, in the first reading, in the second)."""


@dataclass(frozen=True, slots=True)
class Measured:
    """An F1 in percent with its interval, of `first` and `second` cases; nan where there is none."""

    f1: float
    low: float
    high: float
    first: int
    second: int


def tally(pair: EventPair) -> Tally:
    """What one passage brings to each row."""
    found: defaultdict[str, npt.NDArray[np.float64]] = defaultdict(lambda: np.zeros(3))

    def add(row: str, right: float, first: float, second: float) -> None:
        found[row] += (right, first, second)

    one, other = pair.first.events, pair.second.events
    for row, kept in (
        ("trigger+type", (True, False)),
        ("  events", (False,)),
        ("  states", (True,)),
    ):
        asked = [i for i, e in enumerate(one) if _is_state(e.type) in kept]
        given = [j for j, e in enumerate(other) if _is_state(e.type) in kept]
        add(row, sum(i in pair.typed for i in asked), len(asked), len(given))
    add("trigger", len(pair.any_type), len(one), len(other))
    for event in one:
        add(f"type {event.type}", 0, 1, 0)
    for event in other:
        add(f"type {event.type}", 0, 0, 1)
    for i in pair.typed:
        add(f"type {one[i].type}", 1, 0, 0)
    for part in (_roles, _counts, _settings, _reality, _evidence):
        for row, numbers in part(pair):
            add(row, *numbers)
    return found


Row = tuple[str, tuple[float, float, float]]


def _is_state(type_: str) -> bool:
    kind = load_event_types().get(type_)
    return kind is not None and kind.family in STATES


def _roles(pair: EventPair) -> Iterator[Row]:
    one, other = pair.first.events, pair.second.events
    right = 0
    for i, j in pair.typed.items():
        same = len(match_fillers(pair.first.text, one[i], other[j]))
        right += same
        yield "  of matched events", (same, len(one[i].roles), len(other[j].roles))
    yield "roles", (right, sum(len(e.roles) for e in one), sum(len(e.roles) for e in other))


def _counts(pair: EventPair) -> Iterator[Row]:
    one, other = pair.first.events, pair.second.events
    right = met = 0
    for i, j in pair.typed.items():
        for a, b in _same_words(one[i], other[j]):
            met += 1
            right += (a.low, a.high, a.categories) == (b.low, b.high, b.categories)
            for field in COUNT_FIELDS:
                yield f"  {field} of those", (getattr(a, field) == getattr(b, field), 1, 1)
    asked, given = (sum(len(e.counts) for e in events) for events in (one, other))
    yield "counts", (right, asked, given)
    yield "  by their words", (met, asked, given)


def _same_words(one: GoldEvent, other: GoldEvent) -> Iterator[tuple[GoldCount, GoldCount]]:
    left = list(other.counts)
    for a in one.counts:
        b = next((b for b in left if a.span.meets(b.span)), None)
        if b is not None:
            left.remove(b)
            yield a, b


def _settings(pair: EventPair) -> Iterator[Row]:
    text = pair.first.text

    def is_same(a: Span, b: Span) -> bool:
        return a.meets(b) or a.of(text).lower() == b.of(text).lower()

    for i, j in pair.typed.items():
        a, b = pair.first.events[i], pair.second.events[j]
        right = sum(any(is_same(p, q) for q in b.places) for p in a.places)
        yield "place", (min(right, len(b.places)), len(a.places), len(b.places))
        same = a.when is not None and b.when is not None and is_same(a.when, b.when)
        yield "when", (same, a.when is not None, b.when is not None)
        right_kind = a.target_kind is not None and a.target_kind == b.target_kind
        yield "target_kind", (right_kind, a.target_kind is not None, b.target_kind is not None)


def _reality(pair: EventPair) -> Iterator[Row]:
    for i, j in pair.any_type.items():
        a, b = pair.first.events[i], pair.second.events[j]
        yield f"modality {a.modality}", (a.modality == b.modality, 1, 0)
        yield f"modality {b.modality}", (0, 0, 1)
        for flag in FLAGS:
            first, second = _is_marked(a, flag), _is_marked(b, flag)
            yield flag, (first and second, first, second)


def _is_marked(event: GoldEvent, flag: str) -> bool:
    if flag in {"aggregate", "generic"}:
        return event.scope == flag
    return bool(getattr(event, flag))


def _evidence(pair: EventPair) -> Iterator[Row]:
    left = list(pair.second.evidence)
    right = 0
    for kind, span in pair.first.evidence:
        match = next((e for e in left if e[0] == kind and e[1].meets(span)), None)
        if match is not None:
            left.remove(match)
            right += 1
    yield "evidence", (right, len(pair.first.evidence), len(pair.second.evidence))


def measure(tallies: Sequence[Tally], rows: Sequence[str]) -> Measured:
    """The F1 of the rows (their mean where there are several) over all passages.

    A mean is over the rows of which the first reading has a case.
    """
    cube = np.array([[t.get(row, np.zeros(3)) for row in rows] for t in tallies]).reshape(
        len(tallies), len(rows), 3
    )
    draws = np.random.default_rng(0).integers(0, len(tallies), (DRAWS, len(tallies)))
    weights = np.apply_along_axis(np.bincount, 1, draws, minlength=len(tallies))
    total = cube.sum(axis=0)
    scores = _f1(np.tensordot(weights, cube, axes=(1, 0)))
    low, high = np.nanpercentile(scores, (2.5, 97.5)) if total.any() else (np.nan, np.nan)
    first, second = total[:, 1:].sum(axis=0)
    return Measured(float(_f1(total)), float(low), float(high), int(first), int(second))


def _f1(totals: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """totals: (..., rows, 3); returns (...): the mean F1 of the rows asked for, in percent; nan without cases."""
    right, asked, given = (totals[..., k] for k in range(3))
    each = 200 * right / np.maximum(asked + given, 1)
    has = asked > 0
    mean = np.where(has, each, 0).sum(axis=-1) / np.maximum(has.sum(axis=-1), 1)
    return np.asarray(np.where((asked + given).sum(axis=-1) == 0, np.nan, mean))


def report(pairs: Sequence[EventPair], *, with_types: bool = False) -> Iterator[str]:
    """The whole table, a line each; `with_types`: each type of event too."""
    tallies = [tally(pair) for pair in pairs]
    names = sorted({row for t in tallies for row in t})
    modalities = [n for n in names if n.startswith("modality ")]
    for row in ROWS:
        yield _line(row, measure(tallies, [row]))
        if row == "when" and modalities:
            yield _line("modality, macro-F1", measure(tallies, modalities))
            yield from (_line(f"  {n.split()[1]}", measure(tallies, [n])) for n in modalities)
    false = sum(len(p.second.events) - len(p.typed) for p in pairs)
    yield f"{false} false finds of trigger+type, {sum(count_retold(p) for p in pairs)} of them told again"
    if with_types:
        yield from (_line(n, measure(tallies, [n])) for n in names if n.startswith("type "))


def _line(name: str, found: Measured) -> str:
    if not found.first + found.second:
        return f"{name:<22} no case"
    spread = f"[{found.low:5.1f}, {found.high:5.1f}]"
    return f"{name:<22} F1 {found.f1:5.1f}  {spread}  ({found.first} and {found.second})"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("second", type=Path, nargs="?")
    parser.add_argument("--predictions", type=Path, help="gold's form, or sayso annotate's")
    parser.add_argument("--errors", type=int, default=0, help="passages with differences to print")
    parser.add_argument("--types", action="store_true", help="print each type too")
    parser.add_argument(
        "--shared", type=Path, help="developer data: `gold` marks passages in its texts"
    )
    parser.add_argument("--half", choices=("training", "kept"), default="kept")
    args = parser.parse_args()
    gold = list(
        load_event_passages(args.gold)
        if args.shared is None
        else load_marked_sets(args.gold, args.shared, args.half)
    )
    told = args.second or args.predictions
    read = read_with_program(gold) if told is None else read_from_file(gold, told)
    pairs = [pair_events(p, q) for p, q in zip(gold, read, strict=True)]
    print(f"{len(pairs)} passages")
    for line in report(pairs, with_types=args.types):
        print(line)
    shown = [d for pair in pairs if (d := tuple(differences(pair)))]
    for lines in shown[: args.errors]:
        print("", *lines, sep="\n")


if __name__ == "__main__":
    main()
