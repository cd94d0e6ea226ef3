"""A trigger in, whether it tells no event at all: part of a name, or a figure of speech."""

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.event.triggers import Trigger
from sayso.annotate.misread_words import load_misread_words
from sayso.annotate.parses import child_of, entity_around, subject_of
from sayso.annotate.role.words import load_role_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMED = frozenset({"ORG", "PERSON", "FAC"})
_FIRM = frozenset({"PROPN", "NOUN", "ADJ"})


def is_figurative(trigger: Trigger) -> bool:
    """'The Army of Conquest', 'the conflict erupted', 'the situation is under control'."""
    return _is_in_name(trigger.head) or _only_breaks_out(trigger) or _is_manner_of_speaking(trigger)


def _is_in_name(word: "Token") -> bool:
    """'The Truce Commission' is no truce; a name of one word may still be a verb misread."""
    first, stop = entity_around(word)
    return word.ent_type_ in _NAMED and stop - first > 1 and word.pos_ in _FIRM


def _only_breaks_out(trigger: Trigger) -> bool:
    words = load_misread_words()
    if trigger.type != "explosion" or trigger.head.lemma_ not in words.breaking_out:
        return False
    subject = subject_of(trigger.head)
    return subject is not None and subject.lemma_.lower() in words.going_on


def _is_manner_of_speaking(trigger: Trigger) -> bool:
    """By what it is done to: nobody takes a situation, or burns down a hope."""
    table = load_role_words()
    never = {"territory_control": table.never_held, "property_damage": table.never_destroyed}
    head = trigger.head
    if trigger.type == "threat" and head.lemma_ in load_misread_words().promising:
        return True
    if trigger.type == "aid" and _is_no_aid(head):
        return True
    if trigger.type == "territory_control" and head.pos_ == "VERB" and _is_out_of(head):
        return True
    if trigger.type == "property_damage" and any(c.lower_ == "mass" for c in head.children):
        return True  # "weapons of mass destruction"
    if (
        trigger.type == "killed"
        and head.lemma_ == "lose"
        and child_of(head, "dobj", "nsubjpass") is None
    ):
        return True  # "lost to the mayor by nine votes"
    if trigger.type == "withdrawal" and head.lemma_ == "leave" and _is_left(head):
        return True
    words = never.get(trigger.type)
    undergoer = _undergoer(trigger)
    if words is None or undergoer is None:
        return False
    is_taken = (
        trigger.type == "territory_control" and _is_person(undergoer) and not is_ground_taken(head)
    )
    return undergoer.lemma_.lower() in words or is_taken


def is_ground_taken(verb: "Token") -> bool:
    """'Retook Karez', 'failed to take Karez': a town that looks like a man's name; 'took Odas to the
    fort' tells of a man."""
    taken = child_of(verb, "dobj", "nsubjpass")
    words = load_misread_words()
    if taken is None or verb.lower_ not in words.of_ground or taken.pos_ == "PRON":
        return False
    first, stop = entity_around(taken)
    goes = {
        c.lower_ for c in verb.children if c.dep_ in {"prep", "prt", "advmod", "npadvmod", "oprd"}
    }
    return stop - first <= 1 and not goes & words.of_taking_along


def _is_left(verb: "Token") -> bool:
    """'The fighters left in the town have rifles', 'the traps they left behind': nobody goes."""
    remains = verb.tag_ == "VBN" and verb.dep_ in {"acl", "amod"}
    return remains or any(c.lower_ == "behind" for c in verb.children)


def of_person(trigger: Trigger) -> Trigger:
    """'State Security is not holding him': a person is held, and no ground."""
    undergoer = _undergoer(trigger) if trigger.type == "territory_control" else None
    is_held = (
        undergoer is not None
        and _is_person(undergoer)
        and trigger.head.lower_ not in load_misread_words().of_ground
    )
    return replace(trigger, type="detained") if is_held else trigger


def _is_person(word: "Token") -> bool:
    return word.ent_type_ == "PERSON" or word.lower_ in {"him", "her", "he", "she"}


def _is_no_aid(word: "Token") -> bool:
    """'It helped defeat the bill', 'lost popular support'."""
    if word.lemma_ == "help" and word.pos_ == "VERB":
        return any(c.dep_ in {"xcomp", "ccomp"} and c.pos_ == "VERB" for c in word.children)
    return word.lemma_ == "support" and any(
        c.lower_ in load_misread_words().of_opinion for c in word.children
    )


def _is_out_of(verb: "Token") -> bool:
    """'Our country is taken out of the mire': nobody takes it."""
    return verb.lemma_ == "take" and any(c.lower_ == "out" for c in verb.children)


def _undergoer(trigger: Trigger) -> "Token | None":
    head, verb = trigger.head, trigger.verb
    if head.pos_ in {"VERB", "AUX"}:
        return child_of(head, "dobj", "nsubjpass")
    of = next((c for c in head.children if c.dep_ == "prep" and c.lower_ in {"of", "over"}), None)
    if of is not None:
        return child_of(of, "pobj")
    is_under = head.dep_ == "pobj" and head.head.lower_ == "under" and verb is not None
    return subject_of(verb) if is_under and verb is not None else None
