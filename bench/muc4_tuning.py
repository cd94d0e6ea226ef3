"""MUC-4's developer messages in, how likely a participant of each role must be to be told out.

    python -m bench.muc4_tuning --data FILE

Reads the half of the messages whose SHA-1 is even, and prints for each lean of the head the best least
share of every role with its F1. The other half is for reporting. To be run again for new weights.
"""

import argparse
import hashlib
import json
import re
import string
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.muc4 import ROLES, calling, participants_of, report_of
from sayso.annotate.incidents import Participant
from sayso.run.local import load_encoder

LEANS = (-1.4, -2.0, -2.6, -3.2)
LEASTS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)

Read = Sequence[tuple[dict[str, Any], Sequence[Participant]]]


def is_for_tuning(docid: str) -> bool:
    """Whether a message may be looked at."""
    return int(hashlib.sha1(docid.encode()).hexdigest(), 16) % 2 == 0


def fold(words: str) -> str:
    """As the scorer compares: no case, no marks, no articles."""
    bare = words.lower().translate(str.maketrans("", "", string.punctuation))
    return " ".join(re.sub(r"\b(?:a|an|the)\b", " ", bare).split())


def f1_of(read: Read, role: str, least: float) -> float:
    """F1 of the participants of one of MUC-4's roles, were those of `least` share told."""
    hits = told = wanted = 0
    for row, found in read:
        left = [{fold(m) for m in entity} for entity in row["grit_extracts"][role]]
        called = [calling(o) for o in found if ROLES[o.role] == role and o.share >= least]
        wanted += len(left)
        for words in filter(None, called):
            told += 1
            same = next((entity for entity in left if fold(words) in entity), None)
            if same is not None:
                hits += 1
                left.remove(same)
    return 2 * hits / max(told + wanted, 1)


def best_of(read: Read) -> Iterator[tuple[str, float, float]]:
    """For each role: its name, the best least share, its F1."""
    for role in ROLES.values():
        f1, least = max((f1_of(read, role, least), least) for least in LEASTS)
        yield role, least, f1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    args = parser.parse_args()
    with args.data.open(encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if is_for_tuning(row["docid"])]
    encoder = load_encoder()
    for lean in LEANS:
        texts = [report_of(row).text for row in rows]
        found = [participants_of(text, encoder, lean=lean) for text in texts]
        for role, least, f1 in best_of(list(zip(rows, found, strict=True))):
            print(f"lean {lean:4.1f}  {role:8} {least:4.2f}  F1 {100 * f1:4.1f}")


if __name__ == "__main__":
    main()
