"""A trigger in, the same with the type that the words around it make of it out.

'Won no ground', 'win it back', 'a helicopter crashed', 'a suicide bomber struck'.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.attack_kinds import GENERAL
from sayso.annotate.counts import load_counting_words
from sayso.annotate.misfits import is_somebody
from sayso.annotate.misread_words import load_misread_words
from sayso.annotate.movements import is_marching_out
from sayso.annotate.parses import child_of, is_passive, subject_of
from sayso.annotate.triggers import Trigger
from sayso.event_types import load_event_types, load_words

if TYPE_CHECKING:
    from spacy.tokens import Token


def settle_type(trigger: Trigger) -> Trigger:
    """'Won no ground', 'win it back', 'fought all day': what the words around make of it."""
    words = load_misread_words()
    head = trigger.head
    if trigger.type == "victory_claim" and head.lemma_ == "win":
        won = child_of(head, "dobj")
        if won is not None and won.lemma_.lower() in words.ground:
            return replace(trigger, type="advance")
        if any(c.lower_ == "back" for c in head.children):
            return replace(trigger, type="territory_control")
    if trigger.type == "killed" and head.lemma_ == "beat" and "death" not in _words_below(head):
        return replace(trigger, type="injured")
    if trigger.type == "drone_strike" and head.lemma_ == "crash" and not _is_drone(head):
        return replace(trigger, type="aircraft_downed")
    if trigger.type == "explosion" and head.lemma_ == "fire" and head.head.lower_ == "on":
        verb = head.head.head  # "set two barns on fire"
        if verb.lemma_ == "set":
            return Trigger("property_damage", verb, (verb,), verb)
    if head.lemma_ in words.meeting and load_event_types()[trigger.type].family == "attack":
        return replace(trigger, type=_kind_of_doer(head) or trigger.type)
    if trigger.type == "armed_clash" and _kind_of_doer(head) == "suicide_attack":
        return replace(trigger, type="suicide_attack")
    if trigger.type in {"disappeared", "missing"} and head.lemma_ in words.sighting:
        return replace(trigger, type="alive")
    if trigger.type == "withdrawal" and head.lemma_ == "evacuate" and _takes_people(head):
        return replace(trigger, type="evacuation")
    if trigger.type == "advance" and is_marching_out(head):
        return replace(trigger, type="withdrawal")
    taken = child_of(head, "dobj", "nsubjpass") if head.pos_ == "VERB" else None
    if (
        trigger.type == "captured"
        and taken is not None
        and taken.lemma_.lower() in words.taken_arms
    ):
        return replace(trigger, type="weapons_seized")  # "captured two tanks and 40 rifles"
    if (
        trigger.type == "fighting_continues"
        and head.lemma_ in words.fighting
        and head.tag_ in _PAST
    ):
        beside = {c.lower_ for c in head.children if c.dep_ in {"prt", "advmod"}}
        is_whole = len(trigger.words) == 1 or trigger.words[-1].dep_ == "prep"  # "fought on Monday"
        if is_whole and not beside & {"on", "still"}:
            return replace(trigger, type="armed_clash")
    return trigger


def _words_below(head: "Token") -> set[str]:
    return {t.lower_ for t in head.subtree}


def _is_drone(verb: "Token") -> bool:
    """'A drone crashed into the school'; a helicopter that crashes is no drone."""
    what = subject_of(verb)
    return what is None or what.lemma_.lower() in {"drone", "drones", "it", "which", "that", "uav"}


_PAST = frozenset({"VBD", "VBN"})


def _kind_of_doer(verb: "Token") -> str | None:
    """'A suicide bomber struck', 'a blast that hit the bus': of the kind that the doer tells."""
    doer = _doer(verb)
    if doer is None:
        return None
    if doer.lemma_.lower() == "bomber":
        is_suicide = any(c.lower_ == "suicide" for c in doer.children)
        one = "bombing" if doer.tag_ == "NN" else None  # "bombers" may be aircraft
        return "suicide_attack" if is_suicide else one
    told = load_words().nouns.get(doer.lemma_.lower())
    is_blow = told is not None and load_event_types()[told].family == "attack"
    return told if is_blow and told != GENERAL else None


def _doer(verb: "Token") -> "Token | None":
    doer = subject_of(verb)
    if doer is not None and doer.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl":
        doer = verb.head
    return None if is_passive(verb) else doer


def without_meeting(triggers: Sequence[Trigger]) -> list[Trigger]:
    """'A blast that hit the bus' is one event, told by the blast; so its verb tells none of its own."""
    blows = {t.head.i for t in triggers if load_event_types()[t.type].family == "attack"}
    return [t for t in triggers if not (_is_meeting(t) and _doer_at(t.head) in blows)]


def _is_meeting(trigger: Trigger) -> bool:
    is_blow = load_event_types()[trigger.type].family == "attack"
    return is_blow and trigger.head.lemma_ in load_misread_words().meeting


def _doer_at(verb: "Token") -> int | None:
    doer = _doer(verb)
    return doer.i if doer is not None and doer.pos_ == "NOUN" else None


def _takes_people(verb: "Token") -> bool:
    taken = child_of(verb, "dobj")
    return taken is not None and (
        is_somebody(taken) or taken.lemma_.lower() in load_counting_words().groups
    )
