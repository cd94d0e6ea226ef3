"""`python -m bench.case_task2 --train F --data F --out F`: sort snippets into the kinds of event of CASE 2021, task 2.

The set's licence lets nobody ship weights, so the head is fitted here, on F's own words and on
what sayso reads in them. Writes the form of `score_events.py classes`.
"""

import argparse
import json
import time
from pathlib import Path

from bench.event_features import tell
from bench.fitted import Recipe, Told, fold_of, sort_texts
from sayso.flow import Reader
from sayso.run.local import Setup, load_reader
from sayso.show.printing import with_progress

FOLDS = 5
_WORDS = {
    "word": 1.0, "part": 1.0, "event": 0.6,
    "kind": 0.8, "kind_pair": 0.6, "doing": 0.7, "doer": 0.5,
}  # fmt: skip
# With the encoder's vectors and without: their scores are added up.
RECIPES = (
    Recipe(_WORDS, cost=2.0, balance=0.5),
    Recipe(_WORDS | {"vector": 1.5}, cost=2.0, balance=0.5),
)


def load_rows(path: Path) -> list[dict[str, str]]:
    """The lines of a JSONL file, blank ones left out."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def tell_rows(rows: list[dict[str, str]], reader: Reader) -> list[Told]:
    read = with_progress(rows, total=len(rows), words="snippets")
    return [tell([row["text"]], reader)[0] for row in read]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    start, reader = time.process_time(), load_reader(Setup())
    train, new = load_rows(args.train), load_rows(args.data)
    folds = [fold_of(row["id"], FOLDS) for row in train]
    gold = [row["label"] for row in train]
    found = sort_texts(tell_rows(train, reader), gold, folds, tell_rows(new, reader), RECIPES)
    lines = (
        json.dumps({"id": row["id"], "label": label}) + "\n"
        for row, label in zip(new, found.labels, strict=True)
    )
    args.out.write_text("".join(lines), encoding="utf-8")
    print(
        f"{len(new)} snippets; weighted F1 {found.worth:.1f} in {FOLDS} folds of the training file"
    )
    print(f"{time.process_time() - start:.1f} CPU-seconds")


if __name__ == "__main__":
    main()
