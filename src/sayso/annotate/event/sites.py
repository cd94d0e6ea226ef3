"""Events in, the same out, with the place of a site that the text named with its town before.

"The mint in Karez was closed. Nine clerks sang outside the mint": in Karez.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.event.settings import is_of_speaker, tokens_of
from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.parses import head_at, sentence_around
from sayso.types import Attribution, Event, Place, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_KNOWN = frozenset({"the", "that", "this"})


def settle_sites(
    doc: "Doc", events: Sequence[Event], places: Sequence[Place], said: Sequence[Attribution]
) -> tuple[Event, ...]:
    """Only of events whose own sentence tells no place."""
    towns = {head.i: n for n, p in enumerate(places) if (head := head_at(doc, p.span)) is not None}
    known = _sites(doc, towns)
    found = []
    for event in events:
        head = head_at(doc, event.trigger)
        if known and head is not None and not _is_placed(event, head, places, said):
            site = next((known[w.lemma_] for w in _at(head) if w.lemma_ in known), None)
            if site is not None and site[0] < head.i:
                event = replace(event, place=site[1])
        found.append(event)
    return tuple(found)


def _sites(doc: "Doc", towns: dict[int, int]) -> dict[str, tuple[int, int]]:
    """'The embassy in Orlanda': by its noun, where it stands and the index of its place."""
    found: dict[str, tuple[int, int]] = {}
    for at, number in towns.items():
        over = doc[at].head
        noun = over.head
        if (
            over.dep_ == "prep"
            and over.lower_ in load_grammar_words().at_told_sites
            and noun.pos_ == "NOUN"
        ):
            found.setdefault(noun.lemma_, (noun.i, number))
    return found


def _at(head: "Token") -> list["Token"]:
    """The known sites that a clause is set at: 'in front of the embassy', 'outside the court'."""
    near = [t for t in sentence_around(head) if t.pos_ == "NOUN" and t.dep_ == "pobj"]
    return [
        t
        for t in near
        if t.head.lower_ in load_grammar_words().at_sites
        and any(c.lower_ in _KNOWN for c in t.children)
        and t.i > head.i
    ]


def _is_placed(
    event: Event, head: "Token", places: Sequence[Place], said: Sequence[Attribution]
) -> bool:
    """Whether the sentence itself names a place that is not its speaker's."""
    sentence = sentence_around(head)
    here = Span(sentence.start_char, sentence.end_char)
    for place in places:
        tokens = tokens_of(place.span, sentence) if place.span.meets(here) else []
        if tokens and not is_of_speaker(tokens[0], said):
            return True
    return False
