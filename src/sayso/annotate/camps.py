"""A parsed report in, where forces are said to lie out: in camp, in position, dug in, in garrison.

"The army is in camp at Ostrel" is no verb of an event and no stay of one person; yet where an army
is, is what reports of a war tell first.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.annotate.counts import load_counting_words
from sayso.annotate.described import base_phrase
from sayso.annotate.entities import GROUP_NOUNS
from sayso.annotate.parses import child_of, is_negated, span_of, subject_of
from sayso.annotate.settings import place_of, time_of
from sayso.annotate.triggers import Trigger
from sayso.types import Event, Role

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from sayso.annotate.events import Surroundings

_LYING = frozenset(  # of forces: to be somewhere for a time
    "camp encamp bivouac station garrison billet quarter entrench dig mass assemble regroup concentrate".split()
)
_QUARTERS = frozenset(
    "camp bivouac garrison position trench quarter barrack strength force".split()
)
_IN = frozenset({"in", "at", "on", "near", "around", "outside", "inside"})
_STAYING = frozenset({"be", "stand", "lie", "remain", "stay"})


def find_camps(doc: "Doc", around: "Surroundings") -> Iterator[Event]:
    """Forces that are said to be in camp, in position or quartered at a place with a name."""
    for verb in doc:
        if verb.pos_ not in {"VERB", "AUX"}:
            continue
        force = subject_of(verb)
        if force is None or not is_force(force) or not _lies(verb):
            continue
        trigger = Trigger("deployment", verb, (verb,), verb)
        place = place_of(trigger, around.places, around.attributions)
        if place is None:
            continue
        yield Event(
            "deployment",
            span_of([verb]),
            (Role("group", base_phrase(force)),),
            place=place,
            when=time_of(trigger, around.times, around.attributions),
            negated=is_negated(verb),
            modality="ongoing",
        )


def is_force(noun: "Token") -> bool:
    """An army, a regiment, troops: armed men by the word."""
    lemma = noun.lemma_.lower()
    is_armed = load_counting_words().groups.get(lemma) in {"fighters", "soldiers"}
    return is_armed or (lemma in GROUP_NOUNS and lemma in _BODIES)


_BODIES = frozenset(
    "army military militia force rebel battalion brigade regiment corps division unit".split()
)


def _lies(verb: "Token") -> bool:
    """'Is in camp at', 'are dug in around', 'has taken up positions near'."""
    lemma = verb.lemma_.lower()
    if lemma in _LYING:
        return lemma != "dig" or any(c.lower_ == "in" for c in verb.children)
    if lemma in _STAYING:
        held = (child_of(c, "pobj") for c in verb.children if c.dep_ == "prep" and c.lower_ in _IN)
        return any(noun is not None and noun.lemma_.lower() in _QUARTERS for noun in held)
    taken = child_of(verb, "dobj")
    return lemma == "take" and taken is not None and taken.lemma_.lower() in {"position", "quarter"}
