"""A trigger in, whether those who take part in it cannot: then it tells something else, or nothing.

The encoder knows words by their company: "fall" beside a redoubt, "back" beside gunners. Who or
what falls, comes back, is brought or is seen tells more.
"""

from typing import TYPE_CHECKING

from sayso.annotate.event.company_asked import lacks_company
from sayso.annotate.event.everyday_senses import is_everyday
from sayso.annotate.event.figures_of_speech import is_figure_of_speech
from sayso.annotate.event.milder_senses import is_milder
from sayso.annotate.event.mistaken_words import is_mistaken, is_wanting
from sayso.annotate.event.movements import (
    is_no_deployment,
    is_no_flight,
    is_no_force,
    mover_of,
    stays_behind,
)
from sayso.annotate.event.triggers import Trigger
from sayso.annotate.event.turns_of_phrase import is_turn_of_phrase
from sayso.annotate.event.undergoers import ruled_out
from sayso.annotate.event.unwarlike import is_unwarlike
from sayso.annotate.fate.words import load_fate_lists, load_fate_words
from sayso.annotate.mentions import load_source_kinds
from sayso.annotate.misread_words import load_misread_words
from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.number.counting_lists import load_counting_lists
from sayso.annotate.number.counts import load_counting_words
from sayso.annotate.parses import child_of, head_at, is_passive, object_after, subject_of
from sayso.annotate.role.doers import doer_of
from sayso.annotate.role.words import load_role_words
from sayso.event_types import load_event_types
from sayso.types import Event

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OF_PEOPLE = frozenset({"evacuation", "alive", "rescued", "released", "displaced", "fled"})
_ENDING = frozenset({"down", "out", "away", "off"})


def is_misfit(trigger: Trigger) -> bool:
    """Whether the words that take part in the event show that there is none of that type."""
    head = trigger.head
    if _is_set_phrase(head) or is_wanting(head) or is_mistaken(trigger):
        return True
    if is_milder(trigger) or is_everyday(trigger):
        return True
    if trigger.type in ruled_out(head) or lacks_company(trigger):
        return True
    check = _CHECKS.get(trigger.type)
    if (check is not None and check(head)) or is_turn_of_phrase(trigger):
        return True
    if load_event_types()[trigger.type].family == "fate" and _is_nearly(head):
        return True
    if trigger.type in _OF_PEOPLE and head.pos_ == "VERB" and _befalls_things(head):
        return True
    is_attack = load_event_types()[trigger.type].family == "attack"
    return is_attack and (_is_building(trigger) or _is_peaceful(head))


def _is_peaceful(head: "Token") -> bool:
    """'Launched a rocket into orbit', 'went off without a hitch'; 'hit a satellite dish' is in earnest."""
    things = (t for t in head.subtree if t.i > head.i and t.dep_ in {"pobj", "dobj"})
    is_sent = head.lemma_ in {"launch", "fire", "shoot", "send", "go"}
    return is_sent and bool({t.lemma_.lower() for t in things} & load_misread_words().of_peace)


def _is_nearly(head: "Token") -> bool:
    """'Was nearly killed', 'almost drowned'."""
    before = head.nbor(-1) if head.i else head
    return head.pos_ == "VERB" and before.lower_ in {"nearly", "almost"} and before.head == head


def is_no_fate(doc: "Doc", event: Event) -> bool:
    """The same of an event that was found otherwise."""
    head = head_at(doc, event.trigger)
    if head is None:
        return False
    trigger = Trigger(event.type, head, (head,), head)
    is_figure = not event.counts and is_figure_of_speech(trigger)
    if event.type == "alive" and _is_own_deed(event, head):
        return is_figure  # "had sent her a message": he lives, whatever the message is
    shot = child_of(head, "dobj") if event.type == "injured" else None
    if shot is not None and shot.lemma_.lower() in load_fate_words().shots:
        return is_figure  # "took a bullet": it is no thing that somebody took
    return is_misfit(trigger) or is_unwarlike(trigger) or is_figure


def _is_own_deed(event: Event, verb: "Token") -> bool:
    subject = child_of(verb, "nsubj") if verb.pos_ == "VERB" else None
    victims = (r.filler.span for r in event.roles if r.name == "victim")
    return subject is not None and any(v.start <= subject.idx < v.stop for v in victims)


def _is_publication(head: "Token") -> bool:
    """'No figure has been released', 'released a video': nobody is free."""
    given = child_of(head, "dobj", "nsubjpass") if head.pos_ == "VERB" else None
    words = load_misread_words()
    return given is not None and given.lemma_.lower() in words.published | words.words_of_mouth


def _is_flight_over(head: "Token") -> bool:
    """'Planes were flying over the town', 'the plan was dropped': they strike nothing by that."""
    dropped = child_of(head, "dobj", "nsubjpass") if head.lemma_ == "drop" else None
    arms = load_role_words().thrown | load_role_words().weapons
    is_plan = dropped is not None and dropped.pos_ == "NOUN" and dropped.lemma_.lower() not in arms
    return head.lemma_ in {"fly", "circle", "hover"} or is_plan


def _is_of_bodies(head: "Token") -> bool:
    """'Thirty bodies were brought to the hospital': the dead are no patients."""
    brought = child_of(head, "dobj", "nsubjpass") if head.pos_ == "VERB" else None
    return brought is not None and brought.lemma_.lower() in {"body", "corpse", "remains"}


def _is_quarrel(head: "Token") -> bool:
    """'Vesk clashed with Rao over the budget': two men who argue."""
    over = object_after(head, "over") or object_after(head, "on")
    if (
        over is not None
        and head.pos_ == "VERB"
        and over.lemma_.lower() in load_misread_words().quarrels
    ):
        return True  # "the two parties clashed over the budget"
    other, one = object_after(head, "with"), subject_of(head)
    pair = (one, other) if head.lemma_ == "clash" else (None, None)
    return all(t is not None and t.ent_type_ == "PERSON" for t in pair)


def _is_shot(head: "Token") -> bool:
    """'Who fired first': at somebody, and nobody lost his post."""
    return head.lemma_ == "fire" and child_of(head, "dobj", "nsubjpass") is None


def _is_removal_of_troops(head: "Token") -> bool:
    """'Promised to remove the militants and their arms': they held no office."""
    moved = child_of(head, "dobj", "nsubjpass") if head.lemma_ == "remove" else None
    if moved is None:
        return False
    lemma = moved.lemma_.lower()
    is_armed = load_counting_words().groups.get(lemma) in {"soldiers", "fighters"}
    return is_armed or lemma in load_misread_words().taken_arms


def _is_peaceful_pursuit(head: "Token") -> bool:
    """'Engaged in talks', 'engage seriously in the political process': no fight."""
    pursuit = object_after(head, "in") if head.lemma_ == "engage" else None
    return pursuit is not None and pursuit.lemma_.lower() in load_misread_words().pursuits


def _is_loss_of_office(head: "Token") -> bool:
    """'The president lost his defence secretary': he resigned; an army's commander fell."""
    lost = child_of(head, "dobj") if head.lemma_ == "lose" else None
    owner = child_of(lost, "poss") if lost is not None else None
    if lost is None or owner is None or owner.lower_ not in {"his", "her"}:
        return False
    lemma = lost.lemma_.lower()
    return lemma in load_event_types()["office"].nouns or lemma in load_misread_words().aides


def _is_kept_on(head: "Token") -> bool:
    """'Keep him in power', 'kept them in place', 'locked in a long war': nobody is behind bars."""
    if head.lemma_ == "lock":
        contest = object_after(head, "in")
        return contest is not None and contest.lemma_.lower() in load_misread_words().contests
    if head.lemma_ != "keep" or head.pos_ != "VERB":
        return False
    inside = {t.lemma_.lower() for t in head.subtree if t.i > head.i}
    return not inside & load_misread_words().confinement


def _is_put_out(head: "Token") -> bool:
    """'Were fighting the flames': who puts out a fire did not set it."""
    verb = head.head
    return head.dep_ in {"dobj", "nsubjpass"} and verb.lemma_ in load_misread_words().quenching


def _is_set_phrase(head: "Token") -> bool:
    """'Lost sight of them', 'the fire died down'."""
    words = load_misread_words()
    lost = child_of(head, "dobj") if head.lemma_ == "lose" else None
    if lost is not None and lost.lemma_.lower() in words.taken_arms and not any(lost.conjuncts):
        return True  # 100 guns lost are no ground, and nobody
    is_sense = lost is not None and lost.lemma_ == "sight" and child_of(lost, "poss") is not None
    if lost is not None and lost.lemma_.lower() in words.lost and not is_sense:
        return True
    return head.lemma_ == "die" and any(c.lower_ in _ENDING for c in head.children)


def _is_fall_of_somebody(head: "Token") -> bool:
    """'Saw the general fall', 'the marshal's horse fall'; nobody holds what he commands."""
    if head.lemma_ == "command":
        return True
    if head.lemma_.lower() not in {"fall", "fell"} or any(c.lower_ == "to" for c in head.children):
        return False
    fallen = subject_of(head) or child_of(head, "compound", "poss", "amod")
    of = next((c for c in head.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    fallen = child_of(of, "pobj") if of is not None else fallen
    return fallen is not None and is_somebody(fallen)


def _is_of_no_holder(head: "Token") -> bool:
    """'Convoys were kept from entering the town': who brings bread takes no town."""
    doer = doer_of(head) if head.lemma_ in {"enter", "reach", "cross"} else None
    is_supplying = doer is not None and doer.lemma_.lower() in load_misread_words().supplying
    return _is_fall_of_somebody(head) or is_supplying


def _is_leaving_talks(head: "Token") -> bool:
    """'The rebels walked out of the talks': they left a table, and no work."""
    below = {t.lemma_.lower() for t in head.subtree if t.i > head.i and t.dep_ == "pobj"}
    return head.lemma_ == "walk" and bool(
        below & {"talk", "negotiation", "meeting", "summit", "conference"}
    )


def is_somebody(noun: "Token") -> bool:
    """A person or beast by name, rank or word; no place, body or thing."""
    words = load_naming_words()
    lemma = noun.lemma_.lower()
    if noun.ent_type_ in {"GPE", "ORG", "NORP"} or lemma in words.places:
        return False
    kinds = load_source_kinds()
    is_person = (
        lemma.capitalize() in words.titles
        or lemma in load_misread_words().beasts
        or lemma in load_counting_words().groups
    )
    return is_person or noun.ent_type_ == "PERSON" or kinds.get(lemma) in {"witness", "official"}


def _is_passing_by(head: "Token") -> bool:
    """'The prince passed through the town': he did not pass away."""
    return head.lemma_ == "pass" and not any(c.lower_ in {"away", "on"} for c in head.children)


def _is_seen_to_fall(head: "Token") -> bool:
    """'Saw the pilot drop from the mast': he was not seen alive."""
    below = {t.lemma_.lower() for t in head.subtree if t.i > head.i and t.pos_ == "VERB"}
    gone = {t.lower_ for t in head.subtree if t.head.lemma_.lower() == "go"}
    return bool(below & load_misread_words().falling) or ("go" in below and "down" in gone)


def _is_sight_of_anyone(head: "Token") -> bool:
    """'I saw a man in a black coat': that somebody unknown was there is no word of who was missed."""
    seen = child_of(head, "dobj") if head.lemma_ == "see" else None
    if seen is None or seen.ent_type_ == "PERSON" or any(t.lower_ == "alive" for t in head.subtree):
        return False
    marks = {c.lower_ for c in seen.children if c.dep_ in {"det", "poss", "nummod"}}
    return seen.pos_ == "NOUN" and (not marks or bool(marks & {"a", "an", "some"}))


def _is_exchange_of_things(head: "Token") -> bool:
    """'Exchanging vows', 'exchanged words': no prisoners."""
    given = child_of(head, "dobj", "nsubjpass") if head.pos_ == "VERB" else None
    if given is None or given.pos_ != "NOUN":
        return False
    lemma = given.lemma_.lower()
    return not (is_somebody(given) or lemma in {"body", "remains", "captive", "hostage"})


def _is_collapse_of_somebody(head: "Token") -> bool:
    """'A shopper who had collapsed': he is no building."""
    fallen = subject_of(head) if head.lemma_ == "collapse" else None
    if fallen is not None and fallen.tag_ in {"WP", "WDT"} and head.dep_ == "relcl":
        fallen = head.head
    return fallen is not None and (is_somebody(fallen) or fallen.lower_ in {"he", "she", "who"})


def _is_outliving(head: "Token") -> bool:
    """'Is survived by his wife', 'a sister survives him': of the dead, and no news of the living."""
    if head.lemma_ != "survive" or head.pos_ != "VERB":
        return False
    left = child_of(head, "dobj")
    if left is not None and left.lemma_.lower() in load_misread_words().outlasted:
        return True  # "survived a vote of no confidence"
    is_somebody_left = left is not None and (left.lower_ in {"him", "her", "them"} or is_kin(left))
    return is_somebody_left or child_of(head, "agent") is not None


def _is_no_flight(head: "Token") -> bool:
    """Nor is 'escaped death', 'escaped an attempt on his life': he fled nowhere."""
    if is_no_flight(head):
        return True
    left = child_of(head, "dobj") if head.lemma_ == "leave" else None
    if left is not None and is_kin(left):
        return True  # "leaves a wife and four children"
    if head.lemma_ == "get" and object_after(head, "with") is not None:
        return True  # "got away with it"
    if head.lemma_ == "run" and any(c.lower_ in {"over", "down"} for c in head.children):
        return True  # "were run over and killed"
    escaped = child_of(head, "dobj") if head.lemma_ == "escape" else None
    return escaped is not None and escaped.lemma_ in load_fate_lists().escaped


def is_kin(noun: "Token") -> bool:
    return noun.lemma_.lower() in load_event_types()["kinship"].nouns


def _is_of_place(head: "Token") -> bool:
    """'Found the village deserted': a village is no body."""
    found = child_of(head, "dobj") or child_of(head, "ccomp")
    found = (subject_of(found) or found) if found is not None and found.dep_ == "ccomp" else found
    is_place = found is not None and (
        found.lemma_.lower() in load_naming_words().places or found.ent_type_ == "GPE"
    )
    return head.lemma_ == "find" and is_place


def _is_of_beast(head: "Token") -> bool:
    subject = subject_of(head)
    return subject is not None and subject.lemma_.lower() in load_misread_words().beasts


def _befalls_things(verb: "Token") -> bool:
    """'Brought them bread', 'had seen no returns': a thing is no one who is evacuated or alive."""
    what = child_of(verb, "nsubjpass" if is_passive(verb) else "dobj")
    if what is None or what.pos_ != "NOUN" or what.ent_type_:
        return False
    if child_of(verb, "dative") is not None:
        return True
    if what.lemma_.lower() in load_counting_lists().figures | {"toll"}:
        return True  # "bringing the number of dead to 14"
    is_people = what.lemma_.lower() in load_counting_words().groups or is_somebody(what)
    if verb.lemma_ in _SAVING:  # "saved the bakeries"; who is called by what he does is somebody
        lemma = what.lemma_.lower()
        return not is_people and lemma in load_misread_words().goods
    return verb.lemma_ == "see" and not is_people


_SAVING = frozenset({"save", "rescue", "salvage", "recover"})


def _is_building(trigger: Trigger) -> bool:
    """'Found in the arsenal': what may be shelled is no shelling."""
    return trigger.guessed and trigger.head.lemma_.lower() in load_misread_words().houses


def _is_no_retreat(head: "Token") -> bool:
    """'Left nine lorries behind', 'the farm was left by its tenants', 'withdraws its offer'."""
    taken = child_of(head, "dobj", "nsubjpass")
    if taken is not None and taken.lemma_.lower() in load_misread_words().words_of_mouth:
        return True
    if head.lemma_ == "back":  # "troops backed by tanks": they go forward
        return not any(c.lower_ in {"away", "off", "out", "down"} for c in head.children)
    if head.lemma_ != "leave":
        return False
    if head.tag_ == "VBN" and any(c.lower_ == "nothing" for c in head.head.children):
        return True  # "there is nothing left"
    left = child_of(head, "dobj", "nsubjpass")
    doer = doer_of(head)
    if (
        left is not None
        and left.lemma_ in load_misread_words().posts
        and doer is not None
        and is_somebody(doer)
    ):
        return True  # "the minister's decision to leave the post"
    is_behind = any(t.lower_ == "behind" and not list(t.children) for t in head.subtree)
    if is_behind or (left is not None and stays_behind(left)):
        return True
    mover = mover_of(head)
    return mover is not None and is_no_force(mover)


_CHECKS = {
    "killed": _is_loss_of_office, "explosion": _is_put_out,
    "appointment": lambda head: _is_shot(head) or _is_removal_of_troops(head),
    "detained": _is_kept_on, "released": _is_publication,
    "air_strike": _is_flight_over, "hospitalised": _is_of_bodies,
    "died": _is_passing_by, "armed_clash": lambda head: _is_quarrel(head) or _is_peaceful_pursuit(head),
    "protest": _is_leaving_talks,
    "alive": lambda head: (
        _is_seen_to_fall(head) or _is_sight_of_anyone(head) or _is_outliving(head)
    ),
    "exchanged": _is_exchange_of_things, "property_damage": _is_collapse_of_somebody,
    "body_found": _is_of_place,
    "territory_control": _is_of_no_holder, "surrender": _is_of_beast, "withdrawal": _is_no_retreat,
    "deployment": is_no_deployment, "fled": _is_no_flight,
}  # fmt: skip
