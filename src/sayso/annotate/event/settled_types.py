"""A trigger in, the same with the type that the words around it make of it out.

'Won no ground', 'win it back', 'a helicopter crashed', 'a suicide bomber struck'.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.event.attack_kinds import (
    FROM_AIR,
    GENERAL,
    PLANTED,
    is_same_again,
    kind_of_arms,
)
from sayso.annotate.event.figurative import is_ground_taken
from sayso.annotate.event.figures_of_speech import is_stoppage
from sayso.annotate.event.frames import framed_types, kinds_of, load_kinds
from sayso.annotate.event.misfits import is_somebody
from sayso.annotate.event.modality_lists import load_modality_lists
from sayso.annotate.event.movements import is_marching_out
from sayso.annotate.event.setting_words import load_setting_words
from sayso.annotate.event.triggers import Trigger
from sayso.annotate.event.undergoers import OF_THINGS, ruled_out
from sayso.annotate.event.unwarlike import is_saved
from sayso.annotate.misread_words import load_misread_words
from sayso.annotate.number.counting_lists import load_counting_lists
from sayso.annotate.number.counts import load_counting_words
from sayso.annotate.parses import child_of, is_infinitive, is_passive, object_after, subject_of
from sayso.event_types import load_event_types, load_words

if TYPE_CHECKING:
    from spacy.tokens import Token


def settle_type(trigger: Trigger) -> Trigger:
    """'Won no ground', 'win it back', 'fought all day': what the words around make of it."""
    settled = _settled(trigger)
    return replace(settled, type=kind_of_arms(settled))


def _settled(trigger: Trigger) -> Trigger:
    words = load_misread_words()
    head = trigger.head
    if trigger.type in ruled_out(head):
        of_things = [name for name in framed_types(head) if name in OF_THINGS]
        return replace(trigger, type=of_things[0]) if of_things else trigger
    if trigger.type == "victory_claim" and head.lemma_ == "win":
        won = child_of(head, "dobj")
        if won is not None and won.lemma_.lower() in words.ground:
            return replace(trigger, type="advance")
        if any(c.lower_ == "back" for c in head.children):
            return replace(trigger, type="territory_control")
    if trigger.type == "killed" and head.lemma_ == "beat" and "death" not in _words_below(head):
        return replace(trigger, type="injured")
    if trigger.type in {"captured", "detained"} and head.lower_ in words.of_ground:
        is_taking = head.lemma_ == "take" or not is_ground_taken(head)
        return trigger if is_taking else replace(trigger, type="territory_control")
    if trigger.type == GENERAL and _is_of_words(head):
        return replace(trigger, type="condemnation")
    is_of_drones = trigger.type != "drone_strike" or head.lemma_ == "crash"
    if not is_of_drones and not _is_told_of_drones(head):
        trigger = replace(trigger, type=FROM_AIR if head.pos_ == "VERB" else GENERAL)
    if trigger.type in {GENERAL, PLANTED} and head.pos_ == "NOUN":
        trigger = replace(trigger, type=_kind_of_noun(head) or trigger.type)
    if trigger.type == "protest" and _is_of_state(head):
        return replace(trigger, type="condemnation")
    if load_event_types()[trigger.type].family == "attack" and is_stoppage(head):
        return replace(trigger, type="protest")
    if trigger.type == GENERAL and _is_sacked(head):
        return replace(trigger, type="appointment")
    if trigger.type in {"arrest", "captured", "abducted"} and is_saved(head):
        return replace(trigger, type="alive")
    if trigger.type == GENERAL and head.lemma_ in words.beating:
        return replace(trigger, type=_kind_of_beating(head) or trigger.type)
    if head.lemma_ == "crash" and _is_crash_of_craft(trigger):
        return replace(trigger, type="aircraft_downed")
    if trigger.type == _GROUND and head.lemma_ in {"liberate", "free"} and _takes_people(head):
        return replace(trigger, type="released")
    if trigger.type == "explosion" and head.lemma_ == "fire" and _is_gunfire(head):
        return replace(trigger, type="armed_clash")
    if trigger.type == "siege" and _is_barred_by_civilians(head):
        return replace(trigger, type="protest")
    if trigger.type == "explosion" and head.lemma_ == "fire" and head.head.lower_ == "on":
        verb = head.head.head  # "set two barns on fire"
        if verb.lemma_ == "set":
            return Trigger("property_damage", verb, (verb,), verb)
    if head.lemma_ in words.meeting and load_event_types()[trigger.type].family == "attack":
        return replace(trigger, type=_kind_of_doer(head) or trigger.type)
    if trigger.type == "armed_clash" and _kind_of_doer(head) == "suicide_attack":
        return replace(trigger, type="suicide_attack")
    if trigger.type == "armed_clash" and trigger.light and trigger.verb is not None:
        doer = subject_of(trigger.verb)  # "warplanes carried out six raids"
        by_arm = load_words().weapons.get(doer.lemma_.lower()) if doer is not None else None
        return replace(trigger, type=by_arm or trigger.type)
    if trigger.type in {"disappeared", "missing"} and head.lemma_ in words.sighting:
        return replace(trigger, type="alive")
    if trigger.type == "withdrawal" and head.lemma_ == "evacuate" and _takes_people(head):
        return replace(trigger, type="evacuation")
    if trigger.type == "advance" and is_marching_out(head):
        return replace(trigger, type="withdrawal")
    taken = child_of(head, "dobj", "nsubjpass") if head.pos_ == "VERB" else _taken_in(head)
    if (
        (
            trigger.type == "captured"
            or (trigger.type == _GROUND and head.lemma_.lower() in _SEIZING)
        )
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


def _taken_in(noun: "Token") -> "Token | None":
    """'The seizure of two tanks', 'of a large amount of ammunition': the tanks, the ammunition."""
    taken = object_after(noun, "of") if noun.lemma_.lower() in _SEIZING else None
    amounts = load_counting_lists().amounts | load_misread_words().stocks
    is_amount = taken is not None and taken.lemma_.lower() in amounts
    return (object_after(taken, "of") or taken) if taken is not None and is_amount else taken


_SEIZING = frozenset({"seizure", "capture", "seize", "confiscate"})
_GROUND = "territory_control"


def _kind_of_noun(noun: "Token") -> str | None:
    """'Aerial attacks', 'a barrel bomb attack', 'a rocket assault': of which kind the noun says itself."""
    beside = [c.lemma_.lower() for c in noun.children if c.dep_ in _BEFORE and c.i < noun.i]
    if load_setting_words().from_above & {*beside, *(f"{w} {noun.lemma_.lower()}" for w in beside)}:
        return FROM_AIR
    fired = object_after(noun, "of") if noun.lemma_.lower() in _FIRED_OFF else None
    if fired is not None:
        return load_words().weapons.get(fired.lemma_.lower())  # "a volley of missiles"
    if noun.lemma_.lower() not in load_setting_words().attack_nouns:
        return None
    by_arm = [load_words().weapons[w] for w in beside if w in load_words().weapons]
    return by_arm[0] if by_arm else None


_FIRED_OFF = frozenset({"volley", "salvo", "barrage", "hail", "wave"})
_BEFORE = frozenset({"amod", "compound", "nmod"})


def _is_told_of_drones(word: "Token") -> bool:
    """Whether the text names one at all."""
    kinds = load_kinds()
    return any("drone" in kinds.get(t.lemma_.lower(), ()) or "drone" in t.lower_ for t in word.doc)


def _is_gunfire(noun: "Token") -> bool:
    """'Driven back by sniper fire', 'under machine-gun fire': nothing burns."""
    beside = {c.lemma_.lower() for c in noun.subtree if c.i < noun.i}
    return noun.pos_ == "NOUN" and bool(beside & load_misread_words().of_gunfire)


def _is_barred_by_civilians(verb: "Token") -> bool:
    """'Farmers blocked the bypass with tractors': they demand something, and shut nobody in."""
    doer = _doer(verb) if verb.lemma_ in {"block", "blockade", "barricade"} else None
    return doer is not None and doer.pos_ == "NOUN" and "civil" in kinds_of(doer)


def _is_of_words(verb: "Token") -> bool:
    """'Lawmakers attacked the budget': what is decided or proposed is attacked in words."""
    struck = child_of(verb, "dobj", "nsubjpass") if verb.lemma_ == "attack" else None
    is_thing = struck is not None and struck.pos_ == "NOUN" and not struck.ent_type_
    return is_thing and struck is not None and bool(kinds_of(struck) & {"idea", "bill"})


def _kind_of_beating(verb: "Token") -> str | None:
    """'Guards beat the prisoners', 'beat a driver': no clash; 'beat the attackers back' is one."""
    beaten = child_of(verb, "dobj", "nsubjpass")
    if beaten is None:
        beaten = next((child_of(c, "dobj") for c in verb.conjuncts if c.pos_ == "VERB"), None)
    is_fought = any(c.dep_ in {"prt", "advmod"} for c in verb.children)
    if beaten is None or is_fought or not is_somebody(beaten):
        return None
    return "tortured" if beaten.lemma_.lower() in load_misread_words().held else "injured"


def _words_below(head: "Token") -> set[str]:
    return {t.lower_ for t in head.subtree}


def _is_of_state(verb: "Token") -> bool:
    """'Solvia has long protested at the alliance': a government, in words."""
    who = subject_of(verb) if verb.lemma_ == "protest" and verb.pos_ == "VERB" else None
    return who is not None and who.ent_type_ == "GPE"


def _is_crash_of_craft(trigger: Trigger) -> bool:
    """'A warplane crashed on a bombing run': it struck nothing."""
    if trigger.type == "drone_strike":
        return not _is_drone(trigger.head)
    what = subject_of(trigger.head)
    is_craft = what is not None and load_words().weapons.get(what.lemma_.lower()) == FROM_AIR
    return is_craft and trigger.type in {FROM_AIR, GENERAL, "explosion"}


def _is_drone(verb: "Token") -> bool:
    """'A drone crashed into the school'; a helicopter that crashes is no drone."""
    what = subject_of(verb)
    return what is None or what.lemma_.lower() in {"drone", "drones", "it", "which", "that", "uav"}


_PAST = frozenset({"VBD", "VBN"})


def _is_sacked(verb: "Token") -> bool:
    """'Was the minister fired?'; shots are fired, and men are fired on."""
    is_state = verb.dep_ == "acomp" and verb.head.lemma_ == "be"
    if verb.lemma_ != "fire" or not (is_state or is_passive(verb)):
        return False
    who = subject_of(verb) if is_state else child_of(verb, "nsubjpass")
    is_on = any(c.lower_ in {"on", "at", "upon", "into", "from"} for c in verb.children)
    return who is not None and not is_on and "people" in kinds_of(who)


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
    blows |= {t.head.head.i for t in triggers if t.head.i in blows and t.head.dep_ == "acl"}
    aims = {(t.type, t.head.head.i) for t in triggers if is_infinitive(t.head)}
    return [
        t
        for t in triggers
        if not (_is_meeting(t) and _doer_at(t.head) in blows)
        and not _is_means_of(t, aims)
        and not _is_arm_of(t, blows)
    ]


def without_pointing(triggers: Sequence[Trigger]) -> list[Trigger]:
    """'Rebels attacked a post; two men died in the attack': one attack, told by the verb before."""
    kept: list[Trigger] = []
    for trigger in triggers:
        if not any(is_same_again(before, trigger) for before in kept):
            kept.append(trigger)
    return kept


def _is_means_of(trigger: Trigger, aims: Collection[tuple[str, int]]) -> bool:
    """'Fired gas to disperse them': one dispersal, told by what they did it for."""
    is_means = trigger.head.lemma_ in load_modality_lists().by_force
    return is_means and (trigger.type, trigger.head.i) in aims


def _is_arm_of(trigger: Trigger, blows: Collection[int]) -> bool:
    """'Targeted it with rocket shells': what with, and no second blow."""
    noun = trigger.head.head if trigger.head.dep_ == "compound" else trigger.head
    is_with = noun.dep_ == "pobj" and noun.head.lower_ == "with"
    is_arm = trigger.head.lemma_.lower() in load_words().weapons
    return is_with and is_arm and noun.head.head.i in blows


def _is_meeting(trigger: Trigger) -> bool:
    is_blow = load_event_types()[trigger.type].family == "attack"
    return is_blow and trigger.head.lemma_ in load_misread_words().meeting


def _doer_at(verb: "Token") -> int | None:
    doer = _doer(verb)
    if is_passive(verb):  # "the school was hit in the strike"
        agent = child_of(verb, "agent")
        doer = child_of(agent, "pobj") if agent is not None else object_after(verb, "in", "during")
        if doer is not None and object_after(doer, "of", "on") is not None:
            return None  # "in the shelling of the town": that is more than the mosque
    of = object_after(doer, "of") if doer is not None and doer.lemma_ in _COUNTS else None
    doer = of or doer  # "a total of 20 rockets"
    return doer.i if doer is not None and doer.pos_ == "NOUN" else None


_COUNTS = frozenset({"total", "number", "dozen", "score", "hundred"})


def _takes_people(verb: "Token") -> bool:
    """'Evacuated 300 families', 'families were evacuated', 'the patients evacuated from the ward'."""
    taken = child_of(verb, "dobj", "nsubjpass")
    if taken is None and verb.dep_ == "acl" and verb.tag_ == "VBN":
        taken = verb.head
    return taken is not None and (
        is_somebody(taken) or taken.lemma_.lower() in load_counting_words().groups
    )
