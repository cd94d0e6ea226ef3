"""A word and the encoder's shares in, which type of event it tells out.

The encoder knows a word by its company at large; the tables know which types the word may tell at
all, and which it tells of such an undergoer or beside such a particle (annotate/event/frames.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.annotate.event.frames import firm_types, framed_types
from sayso.annotate.event.undergoers import ruled_out
from sayso.event_types import load_open_words

if TYPE_CHECKING:
    from spacy.tokens import Token

# How much more than others a type counts, chosen among a few settings on our gold (bench/events.py):
OWN = 10.0  # that the word alone may tell
FRAMED, PHRASED = 10.0, 100.0  # that a frame tells; that one tells with a particle of its own
# That a frame tells which means little else, and the share of which it is taken to be at the least.
FIRM, FIRM_SHARE = 1000.0, 0.01


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
    """Of the types that the undergoer allows; what it rules out takes its share away, unless a frame
    speaks for the type that is left."""
    own, framed, never = own_types(word), framed_types(word), ruled_out(word)
    firm = firm_types(word) if framed else frozenset()

    def weight(name: str) -> float:
        found = OWN if name in own else 1.0
        return found * (PHRASED if framed[name] else FRAMED) if name in framed else found

    weighed = {name: share * weight(name) for name, share in shares.items()}
    for name in firm:
        weighed[name] = max(shares.get(name, 0.0), FIRM_SHARE) * FIRM
    left = {name: found for name, found in weighed.items() if name not in never} or weighed
    best = max(left, key=lambda name: left[name])
    whole = sum((left if best in framed else weighed).values())
    return Choice(best, weighed[best] / whole, best in own, framed.get(best))
