"""`python -m bench.indiapolice --train F --data F --out F [--level sent|doc]`: what did police do?

For documents of the form of IndiaPoliceEvents; the licence lets nobody ship weights, so heads are
fitted here. Writes labels and scores as `score_events.py ipe` reads them.
"""

import argparse
import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bench.case_task2 import load_rows
from bench.event_features import tell
from bench.fitted import (
    Flags,
    Floats,
    Recipe,
    Told,
    best_threshold,
    fit_and_score,
    fold_of,
    score_in_folds,
)
from sayso.flow import Reader
from sayso.run.local import Setup, load_reader

LABELS = ("KILL", "ARREST", "FAIL", "FORCE", "ANY_ACTION")
# Who kills uses force, and who does either, or arrests, acts.
IMPLIES = (("KILL", "FORCE"), ("ARREST", "ANY_ACTION"), ("FORCE", "ANY_ACTION"))
FOLDS = 4
RECIPE = Recipe(
    {"word": 1.0, "pair": 0.7, "event": 0.6, "before": 0.4, "after": 0.25}, cost=0.5, balance=0.5
)


@dataclass(frozen=True, slots=True)
class Sentences:
    """All sentences of a file in order. documents: the number of the document of each."""

    keys: Sequence[tuple[Any, Any]]
    told: Sequence[Told]
    wanted: Flags
    documents: Sequence[int]


def tell_documents(documents: Sequence[Mapping[str, Any]], reader: Reader) -> Sentences:
    """Each sentence read within its document, with the words of its neighbours."""
    keys, told, wanted, numbers = [], [], [], []
    for number, document in enumerate(documents):
        sentences = document["sents"]
        told += _with_neighbours(tell([s["text"] for s in sentences], reader, with_parts=False))
        keys += [(document["doc_id"], s["sent_id"]) for s in sentences]
        wanted += [[label in s.get("labels", ()) for label in LABELS] for s in sentences]
        numbers += [number] * len(sentences)
    return Sentences(keys, told, np.array(wanted, dtype=np.bool_), numbers)


def _with_neighbours(told: Sequence[Told]) -> list[Told]:
    nothing = Told({"word": ("[edge]",)}, np.zeros(0))
    around = [nothing, *told, nothing]
    return [
        Told({**here.bags, "before": before.bags["word"], "after": after.bags["word"]}, here.vector)
        for before, here, after in zip(around, around[1:], around[2:], strict=False)
    ]


def highest(scores: Floats, documents: Sequence[int]) -> Floats:
    """Each document's highest score of each label over its sentences."""
    found = np.full((max(documents) + 1, scores.shape[1]), -np.inf)
    np.maximum.at(found, np.array(documents), scores)
    return found


def set_thresholds(scores: Floats, wanted: Flags) -> Floats:
    """Where each label's F1 is highest on the training texts, scored in folds."""
    return np.array([best_threshold(s, w) for s, w in zip(scores.T, wanted.T, strict=True)])


def labels_of(margins: Floats) -> list[str]:
    """The labels of one text by its scores less the thresholds, with what they imply."""
    found = {label for label, margin in zip(LABELS, margins, strict=True) if margin > 0}
    for one, other in IMPLIES:
        if one in found:
            found.add(other)
    return [label for label in LABELS if label in found]


def measure(
    train: Sequence[Mapping[str, Any]], new: Sequence[Mapping[str, Any]], reader: Reader, level: str
) -> list[dict[str, Any]]:
    """The lines for the scorer: one a sentence or one a document."""
    known, asked = tell_documents(train, reader), tell_documents(new, reader)
    folds = np.array([fold_of(key[0], FOLDS) for key in known.keys])
    seen = score_in_folds(known.told, known.wanted, folds, RECIPE)
    scores = fit_and_score(known.told, known.wanted, asked.told, RECIPE)
    names: list[dict[str, Any]] = [{"doc_id": d, "sent_id": s} for d, s in asked.keys]
    wanted = known.wanted
    if level == "doc":
        seen, scores = highest(seen, known.documents), highest(scores, asked.documents)
        wanted = highest(wanted.astype(np.float64), known.documents) > 0
        names = [{"doc_id": document["doc_id"]} for document in new]
    margins = scores - set_thresholds(seen, wanted)
    return [
        {
            **name,
            "labels": labels_of(row),
            "scores": dict(zip(LABELS, row.round(5).tolist(), strict=True)),
        }
        for name, row in zip(names, margins, strict=True)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--level", choices=("sent", "doc"), default="sent")
    args = parser.parse_args()
    start, reader = time.process_time(), load_reader(Setup())
    lines = measure(load_rows(args.train), load_rows(args.data), reader, args.level)
    args.out.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    print(f"{len(lines)} lines; {time.process_time() - start:.1f} CPU-seconds")


if __name__ == "__main__":
    main()
