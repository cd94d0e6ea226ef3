"""A trigger in, whether who or what moves shows that no force did: then it tells no move of one.

"Arrived" beside a town is told of troops; also of carts, of letters, and of one man on his own.
"""

from typing import TYPE_CHECKING

from sayso.annotate.counts import load_counting_words
from sayso.annotate.entities import GROUP_NOUNS
from sayso.annotate.parses import child_of, is_passive, subject_of
from sayso.annotate.triggers import AMOUNTS

if TYPE_CHECKING:
    from spacy.tokens import Token

# Arms that stand for the men in them.
ARMS = frozenset(
    "tank gun ship warship vehicle convoy column helicopter plane jet infantry cavalry".split()
)
_ENLISTED = frozenset(
    "man volunteer mercenary reinforcement adviser advisor peacekeeper personnel reservist recruit".split()
)
_AMOUNTS = frozenset({"most", "all", "half", "part", "rest", "thousand", "none", "few"})
_ARRIVING = frozenset({"arrive", "come", "reach", "return", "go", "travel", "ride", "walk"})
_STANDING = frozenset("position dispatch despatch post station".split())
_SETTING_OUT = frozenset({"march", "move", "ride", "file", "roll", "pull", "go", "drive"})
_TRAVELS = frozenset({"journey", "trip", "voyage", "ride", "way", "road", "route"})


def mover_of(verb: "Token") -> "Token | None":
    """Who goes: the subject, of 'was left by its tenants' the tenants; of 'most of the tenants' them."""
    mover = subject_of(verb) if not is_passive(verb) else _agent(verb)
    return None if mover is None else _counted_in(mover)


def _agent(verb: "Token") -> "Token | None":
    by = next((c for c in verb.children if c.dep_ == "agent"), None)
    return child_of(by, "pobj") if by is not None else None


def _counted_in(word: "Token") -> "Token":
    """'Most of the inhabitants', 'hundreds of carts': the inhabitants, the carts."""
    if word.lemma_.lower() not in AMOUNTS | _AMOUNTS:
        return word
    of = next((c for c in word.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    inner = child_of(of, "pobj") if of is not None else None
    return word if inner is None else inner


def is_no_force(mover: "Token") -> bool:
    """'The inhabitants', 'the carts': neither armed nor a body, nor anybody by name."""
    if mover.pos_ != "NOUN" or mover.ent_type_:
        return False
    lemma = mover.lemma_.lower()
    is_armed = load_counting_words().groups.get(lemma) in {"soldiers", "fighters"}
    return not is_armed and lemma not in GROUP_NOUNS | ARMS | _ENLISTED


def is_no_deployment(head: "Token") -> bool:
    """'Withdrew to a position behind the town', 'in a second dispatch', 'carts arrived'."""
    if head.pos_ == "NOUN":
        return head.lemma_.lower() in _STANDING
    if head.lemma_.lower() not in _ARRIVING:
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
    return head.pos_ == "NOUN" and head.lemma_.lower() in _TRAVELS


def is_marching_out(head: "Token") -> bool:
    """'The garrison had marched out': it left, unless it did so to do something further on."""
    if head.lemma_.lower() not in _SETTING_OUT or not any(c.lower_ == "out" for c in head.children):
        return False
    mover = mover_of(head)
    goes_on = any(c.dep_ in {"xcomp", "advcl"} and _is_infinitive(c) for c in head.children)
    ahead = any(
        c.dep_ == "prep" and c.lower_ in {"to", "towards", "toward", "against"}
        for c in head.children
    )
    return mover is not None and not goes_on and not ahead and child_of(head, "dobj") is None


def _is_infinitive(verb: "Token") -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def stays_behind(left: "Token") -> bool:
    """'Thousands of wounded had been left there': people, and no ground that a force gives up."""
    words = load_counting_words()
    inner = _counted_in(left)
    return (
        left.pos_ == "NUM" or inner.lemma_.lower() in words.groups or inner.lower_ in words.states
    )
