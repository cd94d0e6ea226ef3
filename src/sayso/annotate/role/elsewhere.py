"""A first look at who took part in each event of a text in, what it tells of a word in one of them out.

Who stormed the depot in one clause is likelier to have shot its guards in the next, and where one
word surely fills a role, another seldom does. The second ranker of roles learns how much that counts.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from sayso.annotate.decoding import Floats
from sayso.event_types import load_event_types

NEAR = 2  # sentences between two events of which one may tell of the other
LIKELY = 0.4  # share from which a word counts as one of another event's participants
_MAIN = frozenset({"actor", "victim", "target", "means"})


@dataclass(frozen=True, slots=True)
class Look:
    """What the first ranker holds of one event.

    at: where its word stands in the text; sentence: the number of its sentence
    shares: a row over `labels` for each word looked at, by the word's place; the first label is none
    features: what is told of each word by itself, by its place; ruled: the roles that grammar gave
    """

    type: str
    at: int
    sentence: int
    labels: Sequence[str]
    shares: Mapping[int, Floats]
    features: Mapping[int, Sequence[str]] = field(default_factory=dict)
    ruled: Mapping[int, str] = field(default_factory=dict)
    _tops: dict[int, tuple[int, float, float]] = field(default_factory=dict)
    _parts: dict[int, tuple[int, float]] = field(default_factory=dict)

    def part_of(self, word: int) -> tuple[int, float]:
        """The likeliest role of a word and its share."""
        found = self._parts.get(word)
        if found is None:
            row = self.shares[word]
            best = 1 + int(np.argmax(row[1:]))
            found = self._parts[word] = (best, float(row[best]))
        return found

    def is_near(self, other: "Look") -> bool:
        """Whether the one may tell of the other."""
        return other.at != self.at and abs(other.sentence - self.sentence) <= NEAR

    def rival(self, label: int, word: int) -> float:
        """The largest share in a role that any other word has."""
        if label not in self._tops:
            ranked = sorted(
                ((float(row[label]), at) for at, row in self.shares.items()), reverse=True
            )
            first, second = ranked[0], ranked[1] if len(ranked) > 1 else (0.0, -1)
            self._tops[label] = (first[1], first[0], second[0])
        at, first_share, second_share = self._tops[label]
        return second_share if at == word else first_share


def features_elsewhere(word: int, own: Look, others: Sequence[Look]) -> Iterator[str]:
    """others: the looks at all events of the text; `own` may be among them."""
    best, share = own.part_of(word)
    role = own.labels[best]
    yield f"first {role} {_tenths(share)}"
    yield f"first none {_tenths(float(own.shares[word][0]))}"
    yield f"rival {role} {_tenths(own.rival(best, word))}"
    for number, label in enumerate(own.labels):
        if label in _MAIN:
            yield f"filled {label} {int(own.rival(number, word) * 4)}"
    near = [o for o in others if own.is_near(o)]
    yield f"nearer {min(4, sum(abs(o.at - word) < abs(own.at - word) for o in near))}"
    yield from _parts_elsewhere(word, own, [o for o in near if word in o.shares])


def _parts_elsewhere(word: int, own: Look, others: Sequence[Look]) -> Iterator[str]:
    kinds = load_event_types()
    family = kinds[own.type].family
    told = [(o, o.labels[part[0]]) for o in others if (part := o.part_of(word))[1] >= LIKELY]
    for other, role in told:
        apart = other.sentence - own.sentence
        where = "same" if apart == 0 else "before" if apart < 0 else "after"
        yield f"also {role} of {other.type} at {own.type}"
        yield f"also {role} of {kinds[other.type].family} at {family} {where}"
        yield f"also {role} {where}"
        if other.type == own.type:
            yield f"also {role} of its type {where}"
    if not told:
        yield "nowhere else"
        return
    nearest, role = min(told, key=lambda one: abs(one[0].at - own.at))
    yield f"nearest also {role} of {nearest.type} at {family}"


def _tenths(share: float) -> int:
    return min(9, int(share * 10))
