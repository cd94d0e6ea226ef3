"""`python -m bench.plover --data F --out F [--train F]`: sort sentences into the event classes of PLOVER.

Without --train by the `plover` rows of sayso's own event types and by stances; with it a head is
fitted on the training file. Writes the form of `score_events.py classes --label event`.
"""

import argparse
import json
import time
from collections.abc import Iterator
from pathlib import Path

from bench.case_task2 import FOLDS, load_rows, tell_rows
from bench.fitted import Recipe, fold_of, sort_texts
from sayso.annotate.report import annotate
from sayso.event_types import load_event_types
from sayso.flow import Reader
from sayso.run.local import Setup, load_reader
from sayso.types import Report

# The records are of the older classes: what PLOVER calls each of them today.
OLDER = {
    "ACCUSE/investigate": "INVESTIGATE",
    "ACCUSE/disapprove": "DISAPPROVE",
    "REQUEST": "DEMAND",
}
FIGHTS = frozenset({"armed_clash", "advance", "territory_control", "fighting_continues"})
# What is said does something too.
BY_STANCE = {
    "calls_for": "DEMAND", "asks": "DEMAND", "promises": "AGREE", "denies": "REJECT",
    "declines": "REJECT", "accuses": "DISAPPROVE", "doubts": "DISAPPROVE", "admits": "CONCEDE",
}  # fmt: skip
# PLOVER sorts what is meant to be done by the meaning, not by the deed.
BY_MODALITY = {"planned": "AGREE", "called_for": "DEMAND"}
COMMONEST = "AGREE"
_WORDS = {"word": 1.0, "part": 1.0, "event": 0.6, "said": 0.6, "kind": 0.5}
RECIPES = (
    Recipe(_WORDS, cost=1.0, balance=0.5),
    Recipe(_WORDS | {"vector": 1.0}, cost=1.0, balance=0.5),
)


def class_of(text: str, reader: Reader) -> str:
    """The class of the first event or telling stance in a sentence that has one."""
    read = annotate(Report("", text), reader.nlp, reader.encoder)
    stances = [
        (a.cue.start, BY_STANCE[a.stance]) for a in read.attributions if a.stance in BY_STANCE
    ]
    events = [
        (e.trigger.start, BY_MODALITY.get(e.modality, name))
        for e in read.events
        for name in _classes(e.type)
    ]
    return min([*stances, *events], default=(0, COMMONEST))[1]


def _classes(type_: str) -> Iterator[str]:
    code = load_event_types()[type_].plover
    if code:
        older = OLDER.get(code) or OLDER.get(code.split("/")[0])
        yield "FIGHT" if type_ in FIGHTS else older or code.split("/")[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    start, reader, rows = time.process_time(), load_reader(Setup()), load_rows(args.data)
    if args.train is None:
        labels = [class_of(row["text"], reader) for row in rows]
    else:
        train = load_rows(args.train)
        folds = [fold_of(row["id"], FOLDS) for row in train]
        gold = [row["event"] for row in train]
        found = sort_texts(tell_rows(train, reader), gold, folds, tell_rows(rows, reader), RECIPES)
        labels = found.labels
        print(f"weighted F1 {found.worth:.1f} in {FOLDS} folds of the training file")
    lines = (
        json.dumps({"id": row["id"], "event": label}) + "\n"
        for row, label in zip(rows, labels, strict=True)
    )
    args.out.write_text("".join(lines), encoding="utf-8")
    print(f"{len(rows)} sentences; {time.process_time() - start:.1f} CPU-seconds")


if __name__ == "__main__":
    main()
