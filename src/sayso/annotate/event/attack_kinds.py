"""Events in, the same out: "the attack" is of the kind that the report told of it before."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.event.setting_words import load_setting_words
from sayso.annotate.event.triggers import Trigger
from sayso.annotate.parses import head_at, sentence_of
from sayso.event_types import load_event_types
from sayso.types import Event

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

GENERAL = "armed_clash"  # the type of an attack of no told kind
_UNTOLD = frozenset({GENERAL, "property_damage"})  # what a blow did is no kind of blow
PLANTED, FROM_AIR = "bombing", "air_strike"
POINTING = frozenset({"the", "this", "that"})
FAR = 8  # sentences back that "the attack" may point


def settle_attack_kinds(doc: "Doc", events: Sequence[Event]) -> tuple[Event, ...]:
    """Give "the attack" the type of the last attack before it whose kind was told.

    A bomb that falls where warplanes have struck fell from them: no planted one.
    """
    sentences = {t.i: number for number, s in enumerate(doc.sents) for t in s}
    found: list[Event] = []
    last: tuple[int, str] | None = None  # its sentence and type
    for event in events:
        head = head_at(doc, event.trigger)
        if head is None:
            found.append(event)
            continue
        here = sentences[head.i]
        if last and here - last[0] <= FAR and not event.background:
            falls = event.type == PLANTED and last[1] == FROM_AIR and _falls(head)
            if falls or (event.type == GENERAL and _points_back(head)):
                event = replace(event, type=last[1])
        is_attack = load_event_types()[event.type].family == "attack"
        is_told = event.modality in {"happened", "ongoing"}  # "could not say if mines were laid"
        if is_attack and is_told and event.type not in _UNTOLD and not event.background:
            last = (here, event.type)
        found.append(event)
    return tuple(found)


def _falls(head: "Token") -> bool:
    """'The first bomb fell', by its verb or by the bomb."""
    return bool({head.lemma_, head.head.lemma_} & load_setting_words().falling)


def is_met(trigger: Trigger) -> bool:
    """'The convoy struck a mine': whoever does so is whom it befell."""
    is_mine = trigger.words[-1].lemma_.lower() in {"mine", "landmine"}
    return is_mine and trigger.head.lemma_ in {"hit", "strike", "step", "tread", "drive", "run"}


def is_same_again(one: Trigger, other: Trigger) -> bool:
    """'Rebels attacked a post; two men died in the attack': in the same sentence, or the next."""
    here = sentence_of(other.head).start
    first = sentence_of(other.head.doc[here - 1]).start if here else 0
    is_near = first <= one.head.i < other.head.i
    beside = [c for c in other.head.children if c.dep_ != "punct"]
    is_bare = bool(beside) and all(c.dep_ == "det" and c.lower_ in POINTING for c in beside)
    is_attack = load_event_types()[one.type].family == "attack"
    is_noun = other.head.pos_ == "NOUN" and other.type in {GENERAL, one.type}
    return is_attack and is_near and is_noun and is_bare and _only_tells_what_came(other.head)


def _only_tells_what_came(noun: "Token") -> bool:
    """'Died in the attack', 'the attack killed six'; who condemns or claims it speaks of it anew."""
    if noun.dep_ == "pobj":
        return noun.head.lower_ in {"in", "during", "after"} and noun.head.head.pos_ == "VERB"
    return noun.dep_ == "nsubj" and noun.head.dep_ == "ROOT"


def _points_back(head: "Token") -> bool:
    """'The attack', with nothing beside it that tells of which kind or on whom."""
    beside = [c for c in head.children if c.dep_ not in {"punct", "prep"}]
    return (
        head.lemma_.lower() in load_setting_words().attack_nouns
        and bool(beside)
        and all(c.dep_ == "det" and c.lower_ in POINTING for c in beside)
    )
