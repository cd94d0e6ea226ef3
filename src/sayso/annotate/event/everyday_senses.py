"""A trigger in, whether its company shows a word that tells no event of its own, out.

'Died of gunshot wounds', 'gained control of the situation', 'the hall holds 200 people', 'won 12
votes', 'thousands of birds were killed', 'a captured private recounted it': who or what the words
stand beside was wounded, taken or held in no event that the report tells by them.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.annotate.event.triggers import Trigger
from sayso.annotate.misread_words import load_misread_words
from sayso.annotate.number.counting_lists import load_counting_lists
from sayso.annotate.parses import SUBJECTS, child_of, is_passive, object_after
from sayso.annotate.role.words import load_role_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_DESCRIBING = frozenset(
    "injured captured detained arrest abducted missing killed died property_damage advance withdrawal".split()
)
_FATES = frozenset({"injured", "killed", "died"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_QUALITIES = frozenset({"VBN", "VBG", "VBD", "JJ"})
_DYING = frozenset({"die", "perish", "succumb", "death"})
_FROM = frozenset({"of", "from", "to"})


def is_everyday(trigger: Trigger) -> bool:
    """Whether the word tells no event in this company."""
    check = _CHECKS.get(trigger.type)
    return check is not None and check(trigger.head)


def only_describes(trigger: Trigger) -> bool:
    """'Burning buses', 'a captured private'; '30 dead civilians' and 'the late Karim Odas' tell more."""
    head, noun = trigger.head, trigger.head.head
    if (
        trigger.type not in _DESCRIBING
        or head.dep_ != "amod"
        or head.tag_ not in _QUALITIES
        or noun.pos_ != "NOUN"
        or noun.i < head.i
    ):
        return False
    if noun.lemma_.lower() in load_role_words().parts_of_people:
        return False  # "with a wounded leg": somebody's
    if trigger.type in _FATES and not _is_known(noun):
        return False  # "saw wounded men in the yard": so it is told that there were
    return not (any(_is_told_of(t) for t in _amounts_of(noun)) or child_of(head, "agent", "prep"))


def _is_known(noun: "Token") -> bool:
    """'The wounded driver crossed', 'wounded men crossed': of whom something else is told."""
    return (
        noun.dep_ in SUBJECTS
        or child_of(noun, "poss") is not None
        or any(c.dep_ == "det" and c.lower_ in _DEFINITE for c in noun.children)
    )


def _amounts_of(noun: "Token") -> Iterator["Token"]:
    """The noun, and what it is counted by: 'dozens of wounded men'."""
    yield noun
    while noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = noun.head.head
        yield noun


def _is_told_of(noun: "Token") -> bool:
    """Whether a number or a name comes with it."""
    if noun.lemma_.lower() in load_counting_lists().amounts or noun.pos_ == "NUM":
        return True
    return any(
        c.dep_ == "nummod" or c.pos_ == "NUM" or c.dep_ == "appos" or c.lower_ in _MANY
        for c in noun.children
    )


_MANY = frozenset({"many", "several", "few", "more", "most", "other"})


def _is_told_wound(head: "Token") -> bool:
    """'Died of gunshot wounds', 'succumbed to his injuries': told by the death; 'the wound became
    infected': told before."""
    over = head.head
    is_subject = head.lemma_.lower() in {"wound", "injury"} and head.dep_ in SUBJECTS
    if is_subject and any(c.lower_ == "the" for c in head.children):
        return child_of(head, "relcl", "acl") is None
    is_behind = head.dep_ == "pobj" and over.lower_ in _FROM
    return is_behind and over.head.lemma_.lower() in _DYING


def _is_of_affairs(head: "Token") -> bool:
    """'Control of the situation', 'remote control', 'taking into account': nobody's ground."""
    words = load_misread_words()
    if head.lemma_ == "take" and (into := object_after(head, "into")) is not None:
        return into.lemma_.lower() in words.taken_into
    control = child_of(head, "dobj") if head.pos_ == "VERB" else head
    if control is None or control.lemma_.lower() != "control":
        return False
    before = {c.lower_ for c in control.children if c.dep_ in {"amod", "compound"}}
    of = object_after(control, "of", "over") or object_after(head, "of", "over")
    return bool(before & words.controls) or (
        of is not None and of.lemma_.lower() in words.controlled
    )


def _has_room(head: "Token") -> bool:
    """'The hall holds 200 people': so many go in."""
    if head.lemma_ != "hold" or head.pos_ != "VERB" or is_passive(head):
        return False
    hall, held = child_of(head, "nsubj"), child_of(head, "dobj")
    is_hall = hall is not None and hall.lemma_.lower() in load_misread_words().rooms
    return is_hall and held is not None and child_of(held, "nummod") is not None


def _is_counted_ballot(head: "Token") -> bool:
    """'Won 12 votes', '73 percent of 223 votes cast': ballots, and nothing is voted on by the word."""
    if head.lemma_.lower() != "vote" or head.pos_ != "NOUN":
        return False
    over = head.head
    is_counted = child_of(head, "nummod") is not None
    if head.dep_ == "dobj" and over.lemma_ in load_misread_words().polling:
        return is_counted
    share = over.head.lemma_.lower() if head.dep_ == "pobj" and over.lower_ == "of" else ""
    return share in {"percent", "cent", "%", "majority", "share", "number"}


def _is_of_beasts(head: "Token") -> bool:
    """'Thousands of birds were killed', 'killed 40 cattle'."""
    if head.pos_ != "VERB":
        return False
    dead = child_of(head, "nsubjpass") if is_passive(head) else child_of(head, "dobj")
    if dead is None:
        return False
    is_amount = dead.lemma_.lower() in load_counting_lists().amounts | {"thousand", "million"}
    of = object_after(dead, "of") if is_amount else None
    every = [of or dead, *(of or dead).conjuncts]
    return all(t.lemma_.lower() in load_misread_words().beasts for t in every)


_CHECKS = {
    "injured": _is_told_wound, "territory_control": _is_of_affairs, "detained": _has_room,
    "vote_or_veto": _is_counted_ballot, "killed": _is_of_beasts,
}  # fmt: skip
