"""A parsed report in, where forces are said to lie out: in camp, in position, dug in, in garrison.

"The army is in camp at Ostrel" is no verb of an event and no stay of one person; yet where an army
is, is what reports of a war tell first.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.annotate.event.setting_words import load_setting_words
from sayso.annotate.event.settings import place_of, time_of
from sayso.annotate.event.triggers import Trigger
from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.number.counts import load_counting_words
from sayso.annotate.parses import child_of, is_negated, span_of, subject_of
from sayso.annotate.person.described import base_phrase
from sayso.types import Event, Role

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from sayso.annotate.event.events import Surroundings


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
    return is_armed or (
        lemma in load_naming_words().groups and lemma in load_setting_words().bodies
    )


def _lies(verb: "Token") -> bool:
    """'Is in camp at', 'are dug in around', 'has taken up positions near'."""
    words = load_setting_words()
    lemma = verb.lemma_.lower()
    if lemma in words.lying:
        return lemma != "dig" or any(c.lower_ == "in" for c in verb.children)
    if lemma in words.staying:
        held = (
            child_of(c, "pobj")
            for c in verb.children
            if c.dep_ == "prep" and c.lower_ in load_grammar_words().at_camps
        )
        return any(noun is not None and noun.lemma_.lower() in words.quarters for noun in held)
    taken = child_of(verb, "dobj")
    return lemma == "take" and taken is not None and taken.lemma_.lower() in {"position", "quarter"}
