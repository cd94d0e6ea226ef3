"""Events in, the same out: "the attack" is of the kind that the report told of it before.

And a trigger in, the kind out that who dealt the blow, or what with, makes of it.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.event.setting_words import load_setting_words
from sayso.annotate.event.triggers import Trigger
from sayso.annotate.parses import child_of, head_at, object_after, sentence_of
from sayso.event_types import load_event_types, load_words
from sayso.types import Event

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

GENERAL = "armed_clash"  # the type of an attack of no told kind
_UNTOLD = frozenset({GENERAL, "property_damage"})  # what a blow did is no kind of blow
PLANTED, FROM_AIR, FIRED = "bombing", "air_strike", "shelling"
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


def kind_of_arms(trigger: Trigger) -> str:
    """'Rockets fired by jets', 'targeted the market with mortar shells': from the air, or from guns."""
    verb = trigger.verb if trigger.verb is not None else trigger.head
    if verb.pos_ != "VERB" or trigger.type not in {GENERAL, FROM_AIR, FIRED}:
        return trigger.type
    agent = child_of(verb, "agent")
    doers = (
        child_of(verb, "nsubj"),
        child_of(agent, "pobj") if agent is not None else None,
        object_after(verb, "by", "from"),
    )
    kinds = {_kind_of_arm(doer) for doer in doers}
    if FROM_AIR in kinds and verb.lemma_ in load_setting_words().dealing_blows:
        return FROM_AIR
    by_hand = _kind_of_arm(_arm_of(verb))
    is_fired = by_hand == FIRED and kinds <= {"", FIRED}
    return FIRED if is_fired and verb.lemma_ in load_setting_words().dealing_blows else trigger.type


def is_dealt_with_arms(verb: "Token") -> bool:
    """'Targeted the market with mortar shells': a blow, whatever else its verb may mean."""
    is_blow = verb.pos_ == "VERB" and verb.lemma_ in load_setting_words().dealing_blows
    return is_blow and _kind_of_arm(_arm_of(verb)) == FIRED and child_of(verb, "dobj") is not None


def _arm_of(verb: "Token") -> "Token | None":
    """What it is dealt with; the parse may hang it on what is struck."""
    struck = child_of(verb, "dobj", "nsubjpass")
    return object_after(verb, "with") or (
        object_after(struck, "with") if struck is not None else None
    )


def _kind_of_arm(arm: "Token | None") -> str:
    return load_words().weapons.get(arm.lemma_.lower(), "") if arm is not None else ""


def is_met(trigger: Trigger) -> bool:
    """'The convoy struck a mine': whoever does so is whom it befell."""
    is_mine = trigger.words[-1].lemma_.lower() in {"mine", "landmine"}
    return is_mine and trigger.head.lemma_ in {"hit", "strike", "step", "tread", "drive", "run"}


def is_crash(trigger: Trigger) -> bool:
    """'A helicopter crashed': whatever does so is what came down."""
    verb = trigger.head
    is_alone = verb.pos_ == "VERB" and child_of(verb, "dobj", "nsubjpass") is None
    return trigger.type == "aircraft_downed" and is_alone


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
