"""Reports in, which of them are of one story out: for benches whose data does not say.

A ledger tells it by its matters; here words must do.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

LEAST = (
    0.2  # mean cosine of two stories that are joined; chosen on ECB+ topics outside the dev split
)
CAPITAL = 2.0  # how much more a capitalised word tells; likewise
_WORD = re.compile(r"[^\W\d_]{3,}")


def find_stories(texts: Mapping[str, str], *, least: float = LEAST) -> dict[str, str]:
    """Report id -> story, by joining the two most alike groups of reports until none are alike.

    cost: the square of the number of reports in memory
    """
    ids = sorted(texts)
    if len(ids) < 2:
        return dict.fromkeys(ids, "story/0")
    alike = _cosines([texts[id_] for id_ in ids])
    np.fill_diagonal(alike, -1.0)
    size = np.ones(len(ids))
    members = {number: [id_] for number, id_ in enumerate(ids)}
    while True:
        one, other = divmod(int(alike.argmax()), len(ids))
        if alike[one, other] < least:
            break
        joined = alike[one] * size[one] + alike[other] * size[other]
        alike[one] = alike[:, one] = joined / (size[one] + size[other])
        alike[other] = alike[:, other] = -1.0
        alike[one, one] = -1.0
        size[one] += size[other]
        members[one] += members.pop(other)
    return {id_: f"story/{number}" for number, mine in members.items() for id_ in mine}


def _cosines(texts: list[str]) -> NDArray[np.float64]:
    counts = [_count(text) for text in texts]
    held = Counter(word for found in counts for word in found)
    places = {word: place for place, word in enumerate(w for w, n in held.items() if n > 1)}
    rows = np.zeros((len(texts), len(places)))
    for row, found in zip(rows, counts, strict=True):
        for word, count in found.items():
            if word in places:
                row[places[word]] = (1 + math.log(count)) * math.log(len(texts) / held[word])
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    found_cosines: NDArray[np.float64] = rows @ rows.T
    return found_cosines


def _count(text: str) -> Mapping[str, float]:
    counts: dict[str, float] = {}
    for found in _WORD.finditer(text):
        word = found[0].lower()
        counts[word] = counts.get(word, 0.0) + (CAPITAL if found[0][:1].isupper() else 1.0)
    return counts
