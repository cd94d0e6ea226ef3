"""Events in, the same out, with the place and time that the text gives to one for another with it.

"Rebels overran Mirsk at dawn, killing nine": the killing was in Mirsk, and at dawn.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.event.setting_bounds import is_of_another, is_of_event_before
from sayso.annotate.event.settings import clause_of
from sayso.annotate.parses import head_at, sentence_of, share_sentence
from sayso.event_types import load_event_types
from sayso.types import Event

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

JOINED = frozenset({"advcl", "conj", "relcl", "acl", "ccomp", "xcomp"})
# Families whose events befall people or things where some other event struck.
OUTCOMES = frozenset({"fate", "attack", "casualties"})
ACTS_OF_WORDS = frozenset(
    {"condemnation", "sanction", "vote_or_veto", "negotiation", "appointment"}
)


def share_settings(doc: "Doc", events: Sequence[Event]) -> tuple[Event, ...]:
    """Fill a missing place or time from an event of a joined clause; a place also from the nearest
    event of the sentence, or for what befell people, of the sentence before."""
    heads = [head_at(doc, event.trigger) for event in events]
    found = list(events)
    for at, event in enumerate(events):
        if event.type in ACTS_OF_WORDS or event.scope == "generic":
            continue
        is_sum = event.scope == "aggregate"  # a war's toll is not where today's raid was
        donors = [i for i in _nearest(heads, at) if _may_lend(events[i], event)]
        if event.place is None and not is_sum:
            place = next((events[i].place for i in donors if _lends_place(heads, i, at, event)
                          and events[i].place is not None), None)  # fmt: skip
            found[at] = replace(found[at], place=place)
        if event.when is None:
            when = next((events[i].when for i in donors if _are_joined(heads[i], heads[at])
                         and events[i].when is not None), None)  # fmt: skip
            found[at] = replace(found[at], when=when)
    return tuple(found)


def _nearest(heads: Sequence["Token | None"], at: int) -> list[int]:
    """The other events, the nearest first; of two as near, the one before."""
    here = heads[at]
    if here is None:
        return []
    apart = {
        i: abs(head.i - here.i) for i, head in enumerate(heads) if head is not None and i != at
    }
    return sorted(apart, key=lambda i: (apart[i], i))


def _may_lend(donor: Event, event: Event) -> bool:
    """An event of the past lends nothing to one of today, nor one that is only wished to one told."""
    same_time = donor.background == event.background
    return same_time and donor.modality == event.modality and donor.type not in ACTS_OF_WORDS


def _lends_place(heads: Sequence["Token | None"], donor: int, at: int, event: Event) -> bool:
    one, other = heads[donor], heads[at]
    if one is None or other is None or is_of_event_before(one, other):
        return False
    if share_sentence(one, other):
        return not any(is_of_another(c, other) for c in one.children)
    is_next = 0 < sentence_of(other).start - sentence_of(one).stop + 1 <= 2
    return is_next and load_event_types()[event.type].family in OUTCOMES


def _are_joined(one: "Token | None", other: "Token | None") -> bool:
    """Whether one event's clause hangs on the other's, or both stand in one clause; what the other
    came before or after is of another day."""
    if one is None or other is None or not share_sentence(one, other):
        return False
    if any(c for c in one.children if is_of_another(c, other)):
        return False
    first, second = clause_of(one), clause_of(other)
    return first == second or _hangs(first, second) or _hangs(second, first)


def _hangs(clause: "Token", on: "Token") -> bool:
    return clause.dep_ in JOINED and clause_of(clause.head) == on
