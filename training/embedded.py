"""Judged sentences in, how sure a verb makes one of what it governs out: `src/sayso/data/embedded.json`.

python -m training.embedded [--shared DIR] [--out FILE]

The verbs' own numbers are means over MegaVeridicality; the weights are a ridge regression on
CommitmentBank. Both are train parts. Seconds, with numpy and the parser alone.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, Any

import numpy as np

from bench.tokens import read_targets
from sayso.annotate.event.embedded import signs_of
from sayso.annotate.parses import head_at
from sayso.models import load_parser

if TYPE_CHECKING:
    from spacy.tokens import Token

RIDGE = 20.0  # chosen in ten folds of CommitmentBank's train part: r is level from 1 to 60
OUT = Path("src/sayso/data/embedded.json")
Judged = tuple["Token", float]  # a verb, and how sure people were, from -3 to 3


def read_judged(path: Path) -> Iterator[Judged]:
    """The judged verbs of a file of the sets of factuality."""
    parser = load_parser()
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            text, asked = read_targets(row)
            doc = parser(text)
            for span, target in zip(asked, row["targets"], strict=True):
                head = head_at(doc, span)
                if head is not None:
                    yield head, float(target["label"])


def verb_means(judged: Sequence[Judged]) -> tuple[dict[str, float], dict[str, float]]:
    """(of what a verb governs, of the same where it is denied): the mean judgement by verb."""
    found: tuple[Any, Any] = defaultdict(list), defaultdict(list)
    for word, label in judged:
        is_denied = any(t.dep_ == "neg" for t in word.sent)
        if word.head != word:
            found[is_denied][word.head.lemma_.lower()].append(label)
    plain, denied = ({v: round(fmean(ys), 2) for v, ys in sorted(of.items())} for of in found)
    return plain, denied


def fit_weights(
    judged: Sequence[Judged], plain: Mapping[str, float], denied: Mapping[str, float]
) -> dict[str, float]:
    """How much each sign counts, by ridge regression; the constant is not held down."""
    signs = [signs_of(word, plain, denied) for word, _ in judged]
    names = sorted(signs[0])
    rows = np.array([[s[name] for name in names] for s in signs])
    held = RIDGE * np.diag([float(name != "always") for name in names])
    labels = np.array([label for _, label in judged])
    solved = np.linalg.solve(rows.T @ rows + held, rows.T @ labels)
    return {name: round(float(w), 4) for name, w in zip(names, solved, strict=True)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    folder = args.shared / "data" / "factuality"
    plain, denied = verb_means(list(read_judged(folder / "megaveridicality.train.jsonl")))
    weights = fit_weights(list(read_judged(folder / "commitmentbank.train.jsonl")), plain, denied)
    fitted = {"weights": weights, "plain": plain, "denied": denied}
    args.out.write_text(json.dumps(fitted, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
