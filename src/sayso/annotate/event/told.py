"""The encoder's answers in, how likely each word tells an event, and which, out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import numpy as np

from sayso.annotate.decoding import Answers, Floats, word_outputs
from sayso.types import Modality

if TYPE_CHECKING:
    from sayso.annotate.encoder import Encoder

LEAST = 0.03  # shares below which a word is not looked at
LEAST_TYPE = 0.01  # and a type of it


@dataclass(frozen=True, slots=True)
class Told:
    """What the encoder holds of one word that may tell an event; shares from 0 to 1.

    again: that it tells once more what was told before in the same voice
    types: the share of each type that has one worth a look
    """

    event: float
    again: float
    types: Mapping[str, float]
    modality: Modality
    modality_share: float

    @property
    def type(self) -> str:
        """The likeliest type, by the company of the word alone."""
        return max(self.types, key=lambda name: self.types[name])

    @property
    def type_share(self) -> float:
        return max(self.types.values())


def find_told(answers: Answers, encoder: "Encoder") -> dict[int, Told]:
    """By the character where a word begins: every word that may tell an event."""
    if "event" not in encoder.tags or not len(answers.pieces.starts):
        return {}
    tags = _shares(word_outputs(answers, "event"))
    words = np.flatnonzero(1.0 - tags[:, 0] >= LEAST)
    tags = tags[words]
    types = _shares(word_outputs(answers, "event_type")[words])
    modalities = _shares(word_outputs(answers, "modality")[words])
    found = {}
    for row, word in enumerate(words.tolist()):
        modality = int(modalities[row].argmax())
        found[int(answers.pieces.starts[word])] = Told(
            float(tags[row, 1:3].sum()),
            float(tags[row, 3:5].sum()),
            _likely(types[row], encoder.sorts["event_type"].labels),
            cast(Modality, encoder.sorts["modality"].labels[modality]),
            float(modalities[row, modality]),
        )
    return found


def _likely(shares: Floats, labels: Sequence[str]) -> dict[str, float]:
    likely = np.flatnonzero(shares >= min(LEAST_TYPE, float(shares.max())))
    return {labels[n]: float(shares[n]) for n in likely.tolist()}


def _shares(rows: Floats) -> Floats:
    """The share of each class, a row a word."""
    return cast(Floats, np.exp(rows - np.logaddexp.reduce(rows, axis=1, keepdims=True)))
