"""A word and the encoder's shares in, which type of event it tells out.

The encoder knows a word by its company at large; the tables know which types the word may tell at
all, and which it tells of such an undergoer or beside such a particle (annotate/frames.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.annotate.frames import framed_types
from sayso.event_types import load_open_words

if TYPE_CHECKING:
    from spacy.tokens import Token

# How much more than others a type counts, chosen among a few settings on our gold (bench/events.py):
OWN = 10.0  # that the word alone may tell
FRAMED, PHRASED = 10.0, 100.0  # that a frame tells; that one tells with a particle of its own


@dataclass(frozen=True, slots=True)
class Choice:
    """share: of all that are weighed; after: of how many words after the verb a frame of it asks."""

    type: str
    share: float
    is_own: bool
    after: int | None

    @property
    def is_known(self) -> bool:
        return self.is_own or self.after is not None


def own_types(word: "Token") -> frozenset[str]:
    words = load_open_words()
    return words.get(word.lemma_.lower(), frozenset()) | words.get(word.lower_, frozenset())


def tells(word: "Token", type_: str) -> bool:
    """Whether a table has the word for the type, alone or in a frame."""
    return type_ in own_types(word) or type_ in framed_types(word)


def likeliest(word: "Token", shares: Mapping[str, float]) -> Choice:
    own, framed = own_types(word), framed_types(word)

    def weight(name: str) -> float:
        found = OWN if name in own else 1.0
        return found * (PHRASED if framed[name] else FRAMED) if name in framed else found

    weighed = {name: share * weight(name) for name, share in shares.items()}
    best = max(weighed, key=lambda name: weighed[name])
    return Choice(best, weighed[best] / sum(weighed.values()), best in own, framed.get(best))
