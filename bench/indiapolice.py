"""`python -m bench.indiapolice --train F --data F --out F [--level sent|doc]`: what did police do?

For documents of the form of IndiaPoliceEvents; the licence lets nobody ship weights, so heads are
fitted here, first on what each sentence says, then on those scores and the rest of the document's.
Writes labels and scores as `score_events.py ipe` reads them.
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
from bench.police_features import tell_police
from sayso.annotate.parses import parse
from sayso.flow import Reader
from sayso.run.local import Setup, load_reader
from sayso.show.printing import with_progress

LABELS = ("KILL", "ARREST", "FAIL", "FORCE", "ANY_ACTION")
# Who kills uses force, and who does either, or arrests, acts.
IMPLIES = (("KILL", "FORCE"), ("ARREST", "ANY_ACTION"), ("FORCE", "ANY_ACTION"))
FOLDS = 4
# Chosen in folds by document of the three quarters of the developer file whose id's SHA-1 is not 3 mod 4.
_GROUPS = {
    "word": 1.0, "pair": 0.7, "event": 0.4, "before": 0.4, "after": 0.25,
    "deed": 0.7, "window": 0.5, "police_kind": 0.7, "near": 0.7, "failure": 0.5,
}  # fmt: skip
FIRST = Recipe(_GROUPS, cost=0.5, balance=0.5)
SECOND = Recipe({"vector": 3.0}, cost=0.1, balance=0.0)
NO_REST = -1.0  # the score of the rest of a document of one sentence: that of a clear "no"


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
    read = with_progress(documents, total=len(documents), words="documents")
    for number, document in enumerate(read):
        sentences = document["sents"]
        told += _tell_sentences([s["text"] for s in sentences], reader)
        keys += [(document["doc_id"], s["sent_id"]) for s in sentences]
        wanted += [[label in s.get("labels", ()) for label in LABELS] for s in sentences]
        numbers += [number] * len(sentences)
    return Sentences(keys, told, np.array(wanted, dtype=np.bool_), numbers)


def _tell_sentences(texts: Sequence[str], reader: Reader) -> list[Told]:
    lines = [" ".join(text.split()) for text in texts]
    deeds = tell_police(lines, parse("\n".join(lines), (), reader.nlp))
    told = tell(texts, reader, with_parts=False)
    return _with_neighbours(
        [Told({**one.bags, **bags}, one.vector) for one, bags in zip(told, deeds, strict=True)]
    )


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


def beside_rest(scores: Floats, documents: Sequence[int]) -> Floats:
    """(rows, twice the labels): each sentence's scores, then the highest of its document's others."""
    found = np.full_like(scores, NO_REST)
    numbers = np.array(documents)
    for number in np.unique(numbers):
        here = np.flatnonzero(numbers == number)
        if len(here) > 1:
            ranked = np.sort(scores[here], axis=0)
            found[here] = np.where(scores[here] == ranked[-1], ranked[-2], ranked[-1])
    return np.hstack([scores, found])


def score(known: Sentences, asked: Sentences) -> tuple[Floats, Floats]:
    """Scores of the training sentences, in folds by document, and those of the new ones."""
    folds = np.array([fold_of(key[0], FOLDS) for key in known.keys])
    seen = score_in_folds(known.told, known.wanted, folds, FIRST)
    scores = fit_and_score(known.told, known.wanted, asked.told, FIRST)
    told = [Told({}, row) for row in beside_rest(seen, known.documents)]
    new = [Told({}, row) for row in beside_rest(scores, asked.documents)]
    return (
        seen + score_in_folds(told, known.wanted, folds, SECOND),
        scores + fit_and_score(told, known.wanted, new, SECOND),
    )


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
    seen, scores = score(known, asked)
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
