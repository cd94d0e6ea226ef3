"""re3d's documents in, a ranker of phrases as persons, organisations and locations out (`bench/phrases.npz`).

    python -m training.phrases --shared ../shared

re3d draws its entities along phrases: "the former leader of X", "a town 30 km south of Y". The
encoder, whose heads mark words one by one, finds few of their ends; this one chooses among the
phrases of the parse, on the encoder's vectors. numpy alone, half a minute.
"""

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from bench.mentions import TYPES, gold_of
from bench.phrases import RANKER, find_phrases, see_phrases
from bench.splits import RE3D, is_kept
from sayso.annotate.parses import parse
from sayso.annotate.role.pair_ranker import NONE
from sayso.run.local import Setup, load_reader
from training.pair_ranker import fit_layer, save

LABELS = (NONE, *TYPES)
SEEN_OFTEN = 4  # phrases in which a feature must stand to be learned

Floats = npt.NDArray[np.float32]


def fit_phrases(
    rows: list[dict[str, Any]], *, epochs: int, seeds: list[int]
) -> dict[str, npt.NDArray[Any]]:
    """The weights by the names of `PhraseRanker`."""
    reader = load_reader(Setup())
    told: list[tuple[str, ...]] = []
    seen, wanted = [], []
    for row in rows:
        kinds = dict(gold_of(row))
        phrases = tuple(find_phrases(parse(row["text"], (), reader.nlp)))
        told += [phrase.features for phrase in phrases]
        seen.append(see_phrases(phrases, reader.encoder.read(row["text"])))
        wanted += [LABELS.index(kinds.get(phrase.span, NONE)) for phrase in phrases]
    often = Counter(name for names in told for name in set(names))
    names = sorted(name for name, times in often.items() if times >= SEEN_OFTEN)
    at = {name: number for number, name in enumerate(names)}
    table = np.zeros((len(told), len(names)), np.float32)
    for line, own in zip(table, told, strict=True):
        line[[at[name] for name in own if name in at]] = 1.0
    made = fit_layer(
        np.hstack([table, np.concatenate(seen)]), np.array(wanted), len(LABELS), epochs, seeds
    )
    by_feature, by_vectors = np.split(made.pop("in"), [len(names)])
    return {
        "features": np.array(names), "labels": np.array(LABELS), "by_feature": by_feature,
        "by_vectors": by_vectors, **made,
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, default=RANKER)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2])
    asked = parser.parse_args()
    with (asked.shared / "data" / "re3d" / "dev.jsonl").open(encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if not is_kept(row["id"], one_in=RE3D)]
    made = fit_phrases(rows, epochs=asked.epochs, seeds=asked.seeds)
    save(made, asked.out)
    print(f"{len(rows)} documents, {len(made['features'])} features")


if __name__ == "__main__":
    main()
