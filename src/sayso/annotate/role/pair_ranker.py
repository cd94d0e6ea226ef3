"""A trigger and words near it in, the share of each part that a word may have in its event out.

One hidden layer over named features and over the encoder's vectors of both words: the form that
`roles.npz` and `settings.npz` have. Learned by `training/roles.py`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np

from sayso.annotate.decoding import Answers, Floats, word_outputs

NONE = "none"
SEEN = ("incident", "mention")  # heads whose shares a ranker sees of a word


@dataclass(frozen=True, slots=True)
class PairRanker:
    """by_word, by_trigger: over what is seen of the word and of the trigger; labels: the parts."""

    features: Mapping[str, int]
    by_feature: Floats
    by_word: Floats
    by_trigger: Floats
    middle: Floats
    spread: Floats
    hidden: Floats
    out: Floats
    out_at: Floats
    labels: tuple[str, ...]

    def rank(
        self, view: "View", trigger: int, words: Sequence[int], told: Iterable[Iterable[str]]
    ) -> Floats:
        """One row a word: the share of each label.

        trigger, words: where they begin in the text; told: the features of each word
        """
        row = view.vectors[view.at[trigger]] @ self.by_trigger + self.hidden
        rows = view.by_word[[view.rows[word] for word in words]] + row
        known = [
            [n for name in names if (n := self.features.get(name)) is not None] for names in told
        ]
        starts = np.cumsum([0, *map(len, known)])
        if starts[-1]:
            has = np.diff(starts) > 0
            weights = self.by_feature[[n for each in known for n in each]]
            rows[has] += np.add.reduceat(weights, starts[:-1][has], axis=0)
        return shares_of(np.maximum(rows, 0) @ self.out + self.out_at)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the encoder gives of each word of a text: one row a word. at: by where the word begins"""

    at: Mapping[int, int]
    shares: Floats
    vectors: Floats


@dataclass(frozen=True, slots=True)
class View:
    """What one ranker sees of one text.

    at:   the row in `vectors` of the word that begins at a character
    rows: the row in `by_word`, of each word that it may be asked about
    """

    at: Mapping[int, int]
    rows: Mapping[int, int]
    vectors: Floats
    by_word: Floats


@cache
def load_ranker(name: str) -> PairRanker:
    """A ranker that ships: 'roles' or 'settings'."""
    raw = files("sayso.data").joinpath(f"{name}.npz").read_bytes()
    with np.load(BytesIO(raw)) as made:
        table = {key: made[key] for key in made.files}
    return PairRanker(
        {key: number for number, key in enumerate(table.pop("features").tolist())},
        labels=tuple(table.pop("labels").tolist()),
        **{key: rows.astype(np.float32) for key, rows in table.items()},
    )


def has_vectors(answers: Answers) -> bool:
    """Whether the weights give the vectors that a ranker needs."""
    return bool(answers.windows) and "vectors" in answers.windows[0].outputs


def view(seen: Seen, ranker: PairRanker, words: Iterable[int]) -> View:
    """Worked out once a text, for all of its events. words: where those begin that are asked about"""
    asked = [word for word in dict.fromkeys(words) if word in seen.at]
    vectors = (seen.vectors - ranker.middle) / ranker.spread
    chosen = [seen.at[word] for word in asked]
    return View(
        seen.at,
        {word: row for row, word in enumerate(asked)},
        vectors,
        np.hstack([seen.shares[chosen], vectors[chosen]]) @ ranker.by_word,
    )


def look_at(answers: Answers) -> Seen:
    """Worked out once a text, for all rankers."""
    starts = answers.pieces.starts.tolist()
    return Seen({start: row for row, start in enumerate(starts)}, *see_words(answers))


def see_words(answers: Answers) -> tuple[Floats, Floats]:
    """One row a word: the shares of some heads, and the encoder's vectors."""
    shares = [shares_of(word_outputs(answers, name)) for name in SEEN]
    return np.hstack(shares), word_outputs(answers, "vectors")


def shares_of(rows: Floats) -> Floats:
    powers: Floats = np.exp(rows - rows.max(axis=1, keepdims=True))
    shares: Floats = powers / powers.sum(axis=1, keepdims=True)
    return shares
