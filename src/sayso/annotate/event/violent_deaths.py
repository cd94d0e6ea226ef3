"""Triggers in, those of whoever died in an attack told as killed out.

"Nine people died" is one thing after a landslide and another after a raid: who dies where somebody
shells, shoots or storms is killed. Who dies of an illness is not, whatever is told beside it.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.event.triggers import Trigger
from sayso.annotate.parses import child_of, sentence_of
from sayso.annotate.role.words import load_role_words
from sayso.event_types import load_event_types

if TYPE_CHECKING:
    from spacy.tokens import Token

_DYING = frozenset({"die", "death", "dead", "perish"})
_BY_ITSELF = frozenset({"explosion", "property_damage"})  # attacks by family that need no attacker
_ALSO = frozenset({"advance", "siege", "riot", "dispersal"})
_PAST = frozenset({"VBD", "VBN"})
_CAUSE = frozenset({"of", "from"})
_HURTS = frozenset({"wound", "injury", "burn", "hand", "fire", "bullet", "beating", "torture"})


def settle_deaths(triggers: Sequence[Trigger]) -> list[Trigger]:
    return [
        replace(t, type="killed") if t.type == "died" and _is_violent(t, triggers) else t
        for t in triggers
    ]


def _is_violent(death: Trigger, triggers: Sequence[Trigger]) -> bool:
    head = death.head
    if head.lemma_.lower() not in _DYING or _is_by_cause(head):
        return False
    here = sentence_of(head)
    first = here.start
    if first and head.tag_ in _PAST:  # "a shell hit the mill. Nine people died"
        first = sentence_of(head.doc[first - 1]).start
    return any(first <= t.head.i < here.stop and _is_attack(t) for t in triggers)


def _is_attack(trigger: Trigger) -> bool:
    family = load_event_types()[trigger.type].family
    is_talk = trigger.head.dep_ == "pobj" and trigger.head.head.lower_ == "about"  # "claims about"
    is_attack = family == "attack" and trigger.type not in _BY_ITSELF
    return (is_attack or trigger.type in _ALSO) and not is_talk


def _is_by_cause(head: "Token") -> bool:
    """'Died of cholera'; of wounds, or from gunfire, one is killed."""
    for prep in head.children:
        cause = child_of(prep, "pobj") if prep.lower_ in _CAUSE else None
        if cause is not None and head.pos_ == "VERB":
            return cause.lemma_.lower() not in _HURTS | load_role_words().thrown
    return False
