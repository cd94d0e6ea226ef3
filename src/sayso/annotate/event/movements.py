"""A trigger in, whether who or what moves shows that no force did: then it tells no move of one.

"Arrived" beside a town is told of troops; also of carts, of letters, and of one man on his own.
"""

from typing import TYPE_CHECKING

from sayso.annotate.event.setting_words import load_setting_words
from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.number.counting_lists import load_counting_lists
from sayso.annotate.number.counts import load_counting_words
from sayso.annotate.parses import child_of, is_infinitive, is_passive, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def mover_of(verb: "Token") -> "Token | None":
    """Who goes: the subject, of 'was left by its tenants' the tenants; of 'most of the tenants' them."""
    mover = subject_of(verb) if not is_passive(verb) else _agent(verb)
    return None if mover is None else _counted_in(mover)


def _agent(verb: "Token") -> "Token | None":
    by = next((c for c in verb.children if c.dep_ == "agent"), None)
    return child_of(by, "pobj") if by is not None else None


def _counted_in(word: "Token") -> "Token":
    """'Most of the inhabitants', 'hundreds of carts': the inhabitants, the carts."""
    words = load_counting_lists()
    if word.lemma_.lower() not in words.amounts | words.troops_amounts:
        return word
    of = next((c for c in word.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    inner = child_of(of, "pobj") if of is not None else None
    return word if inner is None else inner


def is_no_force(mover: "Token") -> bool:
    """'The inhabitants', 'the carts': neither armed nor a body, nor anybody by name."""
    words = load_setting_words()
    if mover.pos_ != "NOUN" or mover.ent_type_:
        return False
    lemma = mover.lemma_.lower()
    is_armed = load_counting_words().groups.get(lemma) in {"soldiers", "fighters"}
    return not is_armed and lemma not in load_naming_words().groups | words.arms | words.enlisted


def is_no_deployment(head: "Token") -> bool:
    """'Withdrew to a position behind the town', 'in a second dispatch', 'carts arrived'."""
    words = load_setting_words()
    if head.pos_ == "NOUN":
        return head.lemma_.lower() in words.standing
    if head.lemma_.lower() not in words.arriving:
        return False
    mover = mover_of(head)
    return mover is not None and (is_no_force(mover) or _is_one_man(mover))


def _is_one_man(mover: "Token") -> bool:
    """'An officer who arrived': one man is no force."""
    if mover.lower_ in {"who", "that"} and mover.head.dep_ == "relcl":
        mover = mover.head.head
    is_one = mover.tag_ == "NN" and load_counting_words().groups.get(mover.lemma_.lower())
    return bool(is_one) and any(c.lower_ in {"a", "an", "the"} for c in mover.children)


def is_no_flight(head: "Token") -> bool:
    """'On the journey from the capital': who travels does not flee."""
    return head.pos_ == "NOUN" and head.lemma_.lower() in load_setting_words().travels


def is_marching_out(head: "Token") -> bool:
    """'The garrison had marched out': it left, unless it did so to do something further on."""
    if head.lemma_.lower() not in load_setting_words().setting_out or not any(
        c.lower_ == "out" for c in head.children
    ):
        return False
    mover = mover_of(head)
    goes_on = any(c.dep_ in {"xcomp", "advcl"} and is_infinitive(c) for c in head.children)
    ahead = any(
        c.dep_ == "prep" and c.lower_ in {"to", "towards", "toward", "against"}
        for c in head.children
    )
    return mover is not None and not goes_on and not ahead and child_of(head, "dobj") is None


def stays_behind(left: "Token") -> bool:
    """'Thousands of wounded had been left there': people, and no ground that a force gives up."""
    words = load_counting_words()
    inner = _counted_in(left)
    return (
        left.pos_ == "NUM" or inner.lemma_.lower() in words.groups or inner.lower_ in words.states
    )
