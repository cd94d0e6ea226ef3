"""An event set in a large place in, the same out, set in the smaller one named with it.

'In Syria's Aleppo', 'in the Karez suburb of Sarn', 'in Solvia's northern Harb province': the larger
place only tells where the smaller one lies.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.event.setting_words import load_setting_words
from sayso.annotate.parses import head_at
from sayso.types import Event, Place, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_WITHIN = frozenset({"compound", "amod", "nmod", "appos"})
_STEPS = 5  # links from the smaller place up to the noun that the larger one stands before


def in_smaller_places(
    doc: "Doc", events: Sequence[Event], places: Sequence[Place]
) -> tuple[Event, ...]:
    """The same events; those in no place, or in one that is named with no smaller, as they were."""
    heads = [_name_in(doc, place.span) for place in places]
    return tuple(
        event if event.place is None else replace(event, place=_smaller(event.place, heads))
        for event in events
    )


def _name_in(doc: "Doc", span: Span) -> "Token | None":
    """'Northern Harb', whose words may both hang on 'province', is named by its last."""
    head = head_at(doc, span)
    if head is None or head.pos_ != "ADJ":
        return head
    return (
        next((t for t in (head.nbor(1),) if t.idx < span.stop), head)
        if head.i + 1 < len(doc)
        else head
    )


def _smaller(number: int, heads: Sequence["Token | None"]) -> int:
    """The index of the smallest place that the noun phrase of a larger one names after it."""
    large = heads[number]
    if large is None or large.dep_ not in {"poss", "compound", "nmod", "amod"}:
        return number
    within = [n for n, small in enumerate(heads) if small is not None and _is_in(small, large)]
    return _smaller(within[0], heads) if within else number


def _is_in(small: "Token", large: "Token") -> bool:
    noun, word = large.head, small
    is_owner = large.dep_ == "poss" or large.text.endswith("s")  # "Syrias" of a text without marks
    if small.i <= large.i or (small == noun and not is_owner) or small.pos_ == "ADJ":
        return False
    for _ in range(_STEPS):
        if word == noun:
            return True
        is_of = word.dep_ == "pobj" and word.head.lower_ == "of"
        if is_of and not _is_place(word.head.head):
            return False
        if not is_of and word.dep_ not in _WITHIN:
            return False
        word = word.head.head if is_of else word.head
    return False


def _is_place(noun: "Token") -> bool:
    return noun.lemma_.lower() in load_setting_words().named_with_larger
