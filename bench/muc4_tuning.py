"""MUC-4's developer messages in, how likely a participant of each role must be to be told out.

    python -m bench.muc4_tuning --data FILE

Prints for each lean of the head the best least share of every role with its F1 over all messages, and what
shares so chosen are worth on messages that had no say in them, by five parts. The messages whose SHA-1 is odd
are not to be looked at: they show what reading the others is worth. To be run again for new weights.
"""

import argparse
import hashlib
import json
import re
import string
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.muc4 import ROLES, calling, participants_of, report_of
from sayso.annotate.event.incidents import Participant
from sayso.run.local import load_encoder

LEANS = (-1.4, -2.4)
PARTS = 5
LEASTS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)

Read = Sequence[tuple[dict[str, Any], Sequence[Participant]]]


def is_for_reading(docid: str) -> bool:
    """Whether a message's errors may be looked at."""
    return _digest(docid) % 2 == 0


def _part(docid: str) -> int:
    return _digest(docid) // 2 % PARTS


def _digest(docid: str) -> int:
    return int(hashlib.sha1(docid.encode()).hexdigest(), 16)


def fold(words: str) -> str:
    """As the scorer compares: no case, no marks, no articles."""
    bare = words.lower().translate(str.maketrans("", "", string.punctuation))
    return " ".join(re.sub(r"\b(?:a|an|the)\b", " ", bare).split())


def best_of(read: Read) -> Iterator[tuple[str, float, float]]:
    """For each role: its name, the best least share, its F1.

    The best is the middle of the best three in a row: with few messages one peak alone is chance.
    """
    for role in ROLES.values():
        f1s = [f1_of(read, role, least) for least in LEASTS]
        near = [min(f1s[max(0, at - 1) : at + 2]) for at in range(len(f1s))]
        at = max(range(len(f1s)), key=lambda n: (near[n] + f1s[n], n))
        yield role, LEASTS[at], f1s[at]


def counts_of(read: Read, role: str, least: float) -> Counter[str]:
    """How many participants of one of MUC-4's roles are right, told, and in the key."""
    found: Counter[str] = Counter()
    for row, participants in read:
        left = [{fold(m) for m in entity} for entity in row["grit_extracts"][role]]
        called = [calling(o) for o in participants if ROLES[o.role] == role and o.share >= least]
        found["wanted"] += len(left)
        for words in filter(None, called):
            found["told"] += 1
            same = next((entity for entity in left if fold(words) in entity), None)
            if same is not None:
                found["right"] += 1
                left.remove(same)
    return found


def f1_of(read: Read, role: str, least: float) -> float:
    """F1 of the participants of one of MUC-4's roles, were those of `least` share told."""
    return _f1(counts_of(read, role, least))


def _f1(counts: Mapping[str, int]) -> float:
    return 2 * counts["right"] / max(counts["told"] + counts["wanted"], 1)


def by_parts(read: Read) -> dict[str, Counter[str]]:
    """Each fifth of the messages by the shares that the other four choose; for all, and for those not read."""
    found = {"all": Counter[str](), "unread": Counter[str]()}
    for part in range(PARTS):
        chosen = best_of([one for one in read if _part(one[0]["docid"]) != part])
        for role, least, _ in chosen:
            for one in read:
                if _part(one[0]["docid"]) == part:
                    counts = counts_of([one], role, least)
                    found["all"] += counts
                    found["unread"] += Counter() if is_for_reading(one[0]["docid"]) else counts
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    args = parser.parse_args()
    with args.data.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    encoder = load_encoder()
    for lean in LEANS:
        read = [(row, participants_of(report_of(row).text, encoder, lean=lean)) for row in rows]
        for role, least, f1 in best_of(read):
            print(f"lean {lean:4.1f}  {role:8} {least:4.2f}  F1 {100 * f1:4.1f}")
        for name, counts in by_parts(read).items():
            print(f"lean {lean:4.1f}  by five parts, {name}: F1 {100 * _f1(counts):4.1f}")


if __name__ == "__main__":
    main()
