"""Two readings of a passage's events in, which event and which filler of one is which of the other out."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bench.event_passages import EventPassage, GoldEvent
from sayso.types import Span

WORD = re.compile(r"\w+(?:['’\-]\w+)*|,")
_AFTER_HEAD = frozenset(
    ", of in at near from on who whom which that by with for to outside around inside between".split()
)
_AMOUNTS = frozenset(
    "dozens scores hundreds thousands number group handful couple majority crowd many most".split()
)


@dataclass(frozen=True, slots=True)
class EventPair:
    """A passage in two readings; events that match by index: of one type, and whatever the type."""

    first: EventPassage
    second: EventPassage
    typed: dict[int, int]
    any_type: dict[int, int]


def pair_events(first: EventPassage, second: EventPassage) -> EventPair:
    """The two readings of one passage, matched by their triggers."""
    return EventPair(
        first,
        second,
        _match(first, second, lambda a, b: a.type == b.type),
        _match(first, second, lambda a, b: True),
    )


def _match(
    first: EventPassage,
    second: EventPassage,
    allowed: Callable[[GoldEvent, GoldEvent], bool],
) -> dict[int, int]:
    """One to one among those that share a telling word: first of one type, on the first word, then alike."""
    ranked = []
    for i, one in enumerate(first.events):
        for j, other in enumerate(second.events):
            if meet(one.words, other.words) and allowed(one, other):
                on_first = one.words[0].meets(other.words[0])
                alike = len(match_fillers(first.text, one, other)) + (
                    (one.negated, one.modality) == (other.negated, other.modality)
                )
                ranked.append((one.type != other.type, not on_first, -alike, i, j))
    found: dict[int, int] = {}
    for *_, i, j in sorted(ranked):
        if i not in found and j not in found.values():
            found[i] = j
    return found


def is_retold(pair: EventPair, number: int) -> bool:
    """Whether an event of the second reading tells again one that another of its events matches."""
    event = pair.second.events[number]
    return number not in pair.typed.values() and any(
        first.type == event.type and meet(first.words, event.words) for first in pair.first.events
    )


def count_retold(pair: EventPair) -> int:
    return sum(is_retold(pair, j) for j in range(len(pair.second.events)))


def match_fillers(text: str, one: GoldEvent, other: GoldEvent) -> dict[int, int]:
    """Fillers of one role whose heads are the same, one to one, as indexes into `roles`."""
    found: dict[int, int] = {}
    for i, (name, words) in enumerate(one.roles):
        for j, (also_name, also_words) in enumerate(other.roles):
            same = name == also_name and is_same_filler(text, words, also_words)
            if same and j not in found.values():
                found[i] = j
                break
    return found


def is_same_filler(text: str, one: Iterable[Span], other: Sequence[Span]) -> bool:
    """Whether some wording of each has its head in the other, or both heads are the same word."""
    return any(_same_head(text, a, b) for a in one for b in other)


def _same_head(text: str, one: Span, other: Span) -> bool:
    a, b = head_of(text, one), head_of(text, other)
    return (other.covers(a) and one.covers(b)) or a.of(text).lower() == b.of(text).lower()


def head_of(text: str, phrase: Span) -> Span:
    """The head word of a noun phrase by its form: the last word before a preposition or comma.

    Of an amount ("dozens of boys") it is what the amount is of.
    """
    words = [Span(*m.span()) for m in WORD.finditer(text, phrase.start, phrase.stop)]
    head = words[0] if words else phrase
    for here, word in enumerate(words):
        if here and word.of(text).lower() in _AFTER_HEAD:
            if word.of(text) == "of" and head.of(text).lower() in _AMOUNTS:
                continue
            break
        head = word
    return head


def meet(some: Iterable[Span], others: Sequence[Span]) -> bool:
    """Whether any of the spans shares a character with any of the others."""
    return any(a.meets(b) for a in some for b in others)
