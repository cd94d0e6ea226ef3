"""A trigger in, whether its own word, as it is used there, tells nothing of its type.

"Reached" tells an agreement of a deal, and of letters that they came; "meeting" tells one, and
beside "place" where people gather.
"""

from typing import TYPE_CHECKING

from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.mentions import load_source_kinds
from sayso.annotate.misread_words import load_misread_words
from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.number.counts import load_counting_words
from sayso.annotate.parses import child_of, is_negated, is_passive, sentence_of, subject_of
from sayso.annotate.role.words import load_role_words
from sayso.annotate.saying.cues import load_cues
from sayso.annotate.saying.saying_words import load_saying_words
from sayso.event_types import load_event_types

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.annotate.event.triggers import Trigger

_SPARING = frozenset({"save", "spare", "rescue"})
_CAMPS = frozenset({"camp", "bivouac"})
_NOBODY = frozenset({"nobody", "no", "none", "nothing"})


def is_mistaken(trigger: "Trigger") -> bool:
    """Whether the word tells something else there than its type."""
    head = trigger.head
    if trigger.guessed and (_is_purpose(head) or _is_carried(head) or _is_call(head)):
        return True
    if (trigger.guessed and _is_plain(head)) or _is_charge_of(head):
        return True
    if head.pos_ == "NOUN" and {c.lower_ for c in head.children} & load_misread_words().of_words:
        return load_event_types()[trigger.type].family == "attack"
    check = _CHECKS.get(trigger.type)
    return (check is not None and check(head)) or _is_only_spoken_of(head)


def _is_purpose(noun: "Token") -> bool:
    """'Came to the meeting place', 'a polling room': what a place is for."""
    over = noun.head
    is_before = noun.dep_ in {"compound", "amod"} and over.i == noun.i + 1
    return (
        is_before
        and noun.tag_ in {"NN", "VBG"}
        and over.lemma_.lower() in load_misread_words().purposes
    )


def _is_carried(noun: "Token") -> bool:
    """'Men with torches', 'guards with rifles': what they have with them, and nothing done with it."""
    prep = noun.head
    is_with = noun.dep_ == "pobj" and prep.lower_ == "with" and prep.head.pos_ in {"NOUN", "PROPN"}
    lemma, holder = noun.lemma_.lower(), prep.head.lemma_.lower()
    is_held = lemma in load_role_words().thrown and _is_people(holder)
    return is_with and (is_held or lemma in load_misread_words().carried)


def _is_charge_of(noun: "Token") -> bool:
    """'Faces charges of murder', 'held on suspicion of bombing': that it was done is not told."""
    prep = noun.head
    if noun.dep_ not in {"pobj", "pcomp"} or prep.lower_ not in {"of", "with"}:
        return False
    over = prep.head
    is_verb = prep.lower_ == "with" and over.pos_ == "VERB"
    return (is_verb or prep.lower_ == "of") and over.lemma_.lower() in load_misread_words().charging


def _is_plain(noun: "Token") -> bool:
    """'The image of the dead boy', 'the regime': what it is of may be an event, it is none."""
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in load_misread_words().plain


def _is_people(noun: str) -> bool:
    return noun in load_counting_words().groups or noun in load_source_kinds()


def _is_call(noun: "Token") -> bool:
    """'His cry for a revolt': what is called for may be told, the calling is a stance."""
    cue = load_cues().nouns.get(noun.lemma_.lower()) if noun.pos_ == "NOUN" else None
    is_for = any(c.dep_ == "prep" and c.lower_ == "for" for c in noun.children)
    return cue is not None and cue.stance == "calls_for" and is_for


def _is_only_spoken_of(head: "Token") -> bool:
    """'Nobody has spoken of leaving': not even that it was talked of is told."""
    prep = head.head
    verb = prep.head
    if head.dep_ not in {"pcomp", "pobj"} or prep.lower_ not in {"of", "about"}:
        return False
    subject = subject_of(verb) if verb.lemma_.lower() in load_misread_words().speaking else None
    return subject is not None and (subject.lower_ in _NOBODY or _has_no(subject))


def _has_no(noun: "Token") -> bool:
    return any(c.lower_ == "no" for c in noun.children)


def _is_no_deal(head: "Token") -> bool:
    """'Letters that reached the merchants': they came, and nothing was agreed."""
    if head.lemma_ != "reach" or head.pos_ != "VERB":
        return False
    reached = child_of(head, "nsubjpass" if is_passive(head) else "dobj")
    return (
        reached is not None
        and reached.lemma_.lower() not in load_misread_words().agreed
        and not _tells(reached)
    )


def _tells(noun: "Token") -> bool:
    """'Reached an eight-point peace plan' may be agreed; people and places are not."""
    words = load_naming_words()
    is_people = noun.lemma_.lower() in load_counting_words().groups or noun.ent_type_ in _BEINGS
    is_plain = noun.lemma_.lower() in words.places | words.groups
    return noun.pos_ == "NOUN" and not (is_people or is_plain or _is_plural_person(noun))


_BEINGS = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})


def _is_plural_person(noun: "Token") -> bool:
    return noun.tag_ == "NNS" and noun.lemma_.lower().endswith(("er", "or", "ist", "ant", "man"))


def _holds_nothing(head: "Token") -> bool:
    """'The victory that saved the town', 'is in camp at Sollen': no ground changes hands."""
    lemma = head.lemma_.lower()
    lost = child_of(head, "dobj") if lemma == "lose" else None
    if lost is not None and lost.lower_ in load_misread_words().amounts:
        return True  # "lost more than it said": men
    return (head.pos_ == "VERB" and lemma in _SPARING) or (head.pos_ == "NOUN" and lemma in _CAMPS)


def is_wanting(verb: "Token") -> bool:
    """'Had no carts to move them', 'had no time to flee': what there is nothing for is not done.

    'There is no need to talk', 'had no plan to withdraw': that is told, as what is not to come.
    """
    noun = verb.head
    is_for = verb.dep_ in {"acl", "relcl", "advcl", "xcomp"} and any(
        c.tag_ == "TO" for c in verb.children
    )
    has = noun if noun.lemma_ == "have" else noun.head
    if not is_for or verb.pos_ != "VERB" or has.lemma_ not in {"have", "be"}:
        return False
    thing = child_of(has, "dobj", "attr")
    if thing is None or thing.i > verb.i or not _has_no(thing):
        return False
    return thing.lemma_.lower() not in load_misread_words().intents


def _is_unchecked(head: "Token") -> bool:
    """'The claim could not be checked': nobody looks into it."""
    if head.lemma_ not in load_saying_words().verifying or head.pos_ != "VERB":
        return False
    may = any(c.lower_ in {"can", "could", "ca"} for c in head.children if c.dep_ == "aux")
    subject = subject_of(head)
    is_none = subject is not None and subject.left_edge.lower_ in load_grammar_words().no_one
    return may or is_negated(head) or is_none


def _is_weakened(head: "Token") -> bool:
    """'The army was broken and short of food': no body of men is wounded."""
    if head.lemma_.lower() not in load_misread_words().weakening:
        return False
    over = head if head.pos_ == "VERB" else head.head
    whole = child_of(over, "dobj", "nsubjpass", "nsubj")
    return whole is not None and whole.lemma_.lower() in load_naming_words().groups


def _damages_nothing(head: "Token") -> bool:
    """'They knocked first', 'they struck at dawn': nothing is told that was damaged by it."""
    if head.lemma_ == "desert":
        return True  # "left parts of the city deserted"
    if head.lemma_ not in load_misread_words().striking or head.pos_ != "VERB":
        return False
    return child_of(head, "dobj", "nsubjpass", "prt") is None and not is_negated(head)


def _is_silent_of(head: "Token") -> bool:
    """'Has not published its losses', 'questions about its losses': they are spoken of, and not told."""
    words = load_misread_words()
    if head.lemma_.lower() not in {"loss", "casualty"} or any(
        c.dep_ == "nummod" for c in head.children
    ):
        return False
    over = head.head
    if head.dep_ in {"dobj", "nsubjpass"}:
        return over.lemma_ in words.publishing
    return (
        head.dep_ == "pobj" and over.lower_ in {"about", "on"} and over.head.lemma_ in words.asking
    )


def _only_describes(head: "Token") -> bool:
    """'Wounded prisoners told them', 'carts with wounded men': what is told is another thing."""
    noun = head.head
    if head.dep_ != "amod" or noun.i < head.i or any(c.dep_ == "nummod" for c in noun.children):
        return False
    if noun.lemma_.lower() not in load_counting_words().groups:
        return False
    is_doer = noun.dep_ == "nsubj" and noun.head.pos_ == "VERB" and noun.head.lemma_ != "lie"
    return is_doer or (noun.dep_ == "pobj" and noun.head.lower_ == "with")


def _is_wronged(noun: "Token") -> bool:
    """'The betrayal of the valley', 'its humiliation': a wrong, of which nobody dies."""
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in load_role_words().wrongs


def _goes_on_saying(head: "Token") -> bool:
    """'Continues to dispute the claim', 'kept insisting that it held': words go on, and no fight."""
    done = child_of(head, "xcomp", "ccomp") if head.lemma_ in load_saying_words().going_on else None
    return done is not None and done.lemma_.lower() in load_cues().verbs


def _is_charge_of_words(head: "Token") -> bool:
    """'"It is shameful," he had charged', 'charged that it lied': he says so, before no court."""
    if head.lemma_ == "charge" and head.head.lemma_ == "take":
        return True  # "took charge of the battalions"
    if head.lemma_ == "charge" and head.dep_ == "dobj" and head.head.lemma_ in {"deny", "reject"}:
        who = subject_of(head.head)  # "Solvia denies the charge": no court's
        if who is not None and who.ent_type_ in {"GPE", "ORG", "NORP"}:
            return True
    if head.lemma_ == "charge" and head.pos_ == "NOUN":  # "denied charges that it had used gas"
        return any(
            c.dep_ in {"acl", "ccomp", "relcl"} and child_of(c, "mark") for c in head.children
        )
    is_active = head.lemma_ == "charge" and head.pos_ == "VERB" and not is_passive(head)
    return is_active and subject_of(head) is not None and child_of(head, "dobj") is None


def _is_plain_use(head: "Token") -> bool:
    """'Taught him how to use the rifle': nothing of a chemical is told with it."""
    words = load_misread_words()
    if head.lemma_.lower() not in words.using:
        return False
    near = {t.lower_ for t in (*head.subtree, head.head, *head.head.subtree)}
    if near & (words.chemical - _ANY_ARMS):
        return False
    return not near & words.chemical or not _are_chemicals_told_of(head)


_ANY_ARMS = frozenset("weapon weapons it them they".split())  # "used them": of what was told before


def _are_chemicals_told_of(head: "Token") -> bool:
    """In the same sentence or the two before it."""
    first = sentence_of(head)
    for _ in range(2):
        first = sentence_of(head.doc[first.start - 1]) if first.start else first
    told = {t.lower_ for t in head.doc[first.start : sentence_of(head).stop]}
    return bool(told & (load_misread_words().chemical - _ANY_ARMS))


def _is_nobody_shot_down(head: "Token") -> bool:
    """'The group is down, but far from out': people, bodies and countries do not fly."""
    fallen = child_of(head, "dobj", "nsubjpass", "nsubj") or subject_of(head.head)
    is_body = fallen is not None and fallen.lemma_.lower() in load_naming_words().groups
    return fallen is not None and (is_body or fallen.ent_type_ in {"ORG", "NORP", "GPE", "PERSON"})


def _is_before_no_court(head: "Token") -> bool:
    """'Faces a confirmation hearing in the Senate': no court, and nobody is accused."""
    beside = {t.lower_ for t in head.subtree} if head.lemma_.lower() == "hearing" else set()
    return bool(beside & load_misread_words().of_no_court)


def _is_sentence(head: "Token") -> bool:
    """'Was sentenced to death', 'faces the death penalty': nobody was put to death yet."""
    over = head.head
    if head.lemma_ != "death":
        return head.lemma_.lower() in load_misread_words().penalties
    if head.dep_ in {"compound", "nmod"}:
        return over.lemma_.lower() in load_misread_words().penalties
    is_to = head.dep_ == "pobj" and over.lower_ == "to"
    return is_to and over.head.lemma_.lower() in load_misread_words().sentencing


def _is_kill_zone(head: "Token") -> bool:
    """'The town had become a kill zone': nobody is killed by that word."""
    over = head.head
    is_before = head.lower_ == "kill" and over.i == head.i + 1
    return is_before and over.lemma_.lower() in load_misread_words().kill_words


_CHECKS = {
    "aircraft_downed": lambda head: head.lower_ == "down" and _is_nobody_shot_down(head),
    "chemical_weapon": _is_plain_use,
    "killed": lambda head: (
        _is_silent_of(head) or _is_wronged(head) or _is_sentence(head) or _is_kill_zone(head)
    ),
    "died": lambda head: _is_wronged(head) or _is_sentence(head),
    "executed": _is_sentence,
    "arrest": lambda head: head.lemma_.lower() == "warrant",
    "fighting_continues": _goes_on_saying,
    "trial": lambda head: _is_charge_of_words(head) or _is_before_no_court(head),
    "agreement": _is_no_deal,
    "investigation": _is_unchecked,
    "territory_control": _holds_nothing,
    "injured": lambda head: _is_weakened(head) or _only_describes(head),
    "property_damage": _damages_nothing,
}
