"""A trigger in; whether its own clause says that it was not so, or is so no longer, out."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.annotate.event.modality import THINGS, carrying, load_denial_words
from sayso.annotate.event.modality_lists import load_modality_lists
from sayso.annotate.event.not_done import is_evaded, is_ruled_out
from sayso.annotate.event.outlooks import is_told_past
from sayso.annotate.event.triggers import Trigger
from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.parses import child_of, is_negated, is_not_another, is_not_only, subject_of
from sayso.annotate.saying.unsaid import is_making_up

if TYPE_CHECKING:
    from spacy.tokens import Token

_HOLDING = frozenset({"ceasefire", "agreement", "siege"})
_FOUGHT = frozenset({"armed_clash", "explosion", "protest", "negotiation"})
_MARKS = frozenset({"det", "preconj", "nsubj", "neg", "predet"})


def is_denied(trigger: Trigger) -> bool:
    """Whether the clause itself says that it was not so, or is so no longer."""
    head, word = trigger.head, carrying(trigger)
    breaking = _breaking(trigger)
    if breaking is not None:
        return not is_negated(breaking)
    if _is_told_by_not(trigger) or (head.pos_ in THINGS and (_goes_on(head) or is_told_past(head))):
        return False
    if head.pos_ in THINGS and (_is_ended(head, trigger.type) or _is_nobodys(head)):
        return True
    if head.pos_ in THINGS and (_is_not_meant(head) or _never_came(head)):
        return True
    if trigger.verb is not None and head.pos_ == "NOUN" and head.dep_ == "pobj":
        word = head  # "no one was killed in the shelling" leaves the shelling as it is
        over = word.head.head
        if over.lemma_ == "be" and is_negated(over):
            return True  # "is not in custody"
    if trigger.type == "alive" and head.dep_ == "xcomp" and head.head.lemma_ in {"stop", "cease"}:
        return not is_negated(head.head)  # "stopped breathing"
    if head.dep_ == "conj" and head.head == word and head.nbor(-1).like_num:
        word = head  # "no one killed, 3 hurt": the three were
    if head.dep_ == "pobj" and head.head.lower_ == "among" and is_negated(head.head.head):
        return True  # "was not among the dead"
    if is_evaded(head) or is_ruled_out(head):
        return True  # "escaped arrest", "ruled out an attack"
    if head.dep_ == "dobj" and is_making_up(head.head):
        return True  # "invented a massacre"
    if is_negated(word) or (word != head and is_negated(head)):
        return True
    if any(_is_undone(w) for w in {word, head} if w.pos_ in {"VERB", "AUX"}):
        return True
    if any(is_called_untrue(w) or _is_wrongly_told(w) for w in {word, head}):
        return True
    subjects = (c for c in word.children if c.dep_ in {"nsubj", "nsubjpass", "dobj"})
    if any(_is_none(s) for s in subjects):
        return True
    return any(_has_no(noun) for noun in (head, *_before_or(head)))


def _has_no(noun: "Token") -> bool:
    return any(
        c.lower_ in {"no", "neither"} and c.dep_ in {"det", "preconj"} for c in noun.children
    )


def _before_or(noun: "Token") -> Iterator["Token"]:
    """'No deaths or injuries', 'neither deaths nor injuries': the nouns before; but not before
    'three injuries'."""
    while noun.dep_ == "conj" and noun.head.pos_ in THINGS:
        first = noun.head
        links = {c.lower_ for c in first.children if c.dep_ in {"cc", "preconj"}}
        is_own = any(c.dep_ in {"det", "nummod"} and c.lower_ not in {"any"} for c in noun.children)
        is_list = "," in {c.text for c in first.children} and not links
        if is_own or not (is_list or links & {"or", "nor"}):
            return
        yield first
        noun = first


def is_called_untrue(word: "Token") -> bool:
    """'Reports that he was killed were false', 'it is not true that she died'."""
    words = load_denial_words()
    over = word.head
    if word.dep_ == "pobj" and over.lower_ in {"of", "about"}:
        over = over.head
    verb = over
    if over.lemma_.lower() in words["reports"] and over.dep_ in {"nsubj", "nsubjpass"}:
        verb = over.head
    elif word.dep_ != "ccomp" or over.lemma_ != "be":
        return False
    if verb.lemma_ not in words["proving"]:
        return False
    inner = next((c for c in verb.children if c.dep_ == "xcomp"), verb)  # "turned out to be wrong"
    said = child_of(inner, "acomp", "attr", "oprd") or child_of(verb, "acomp", "attr", "oprd")
    if said is None:
        return False
    is_not = is_negated(verb)
    return said.lemma_.lower() in (words["true"] if is_not else words["untrue"])


def _is_wrongly_told(word: "Token") -> bool:
    """'Was mistakenly reported killed', 'had wrongly been declared dead'; 'wrongly jailed' was jailed."""
    words, over = load_denial_words(), word.head
    is_told = over != word and over.lemma_ in words["telling"] and word.dep_ in _TOLD_AS
    return is_told and any(c.lower_ in words["wrongly"] for c in over.children)


_TOLD_AS = frozenset({"xcomp", "oprd", "acomp", "ccomp", "advcl", "dep", "attr"})


def _is_told_by_not(trigger: Trigger) -> bool:
    """'Has not been seen since', 'did not survive': the 'not' tells the event, and does not deny it."""
    lemma = trigger.head.lemma_.lower()
    if trigger.type in {"missing", "disappeared"}:
        return not lemma.startswith(("miss", "disappear", "vanish"))
    return trigger.type in {"killed", "died"} and lemma in load_denial_words()["outliving"]


def _goes_on(noun: "Token") -> bool:
    """'The riot did not end', 'the truce has not collapsed'."""
    words, over = load_denial_words(), noun.head
    ends = words["over"] | words["ending"] | words["breaking"]
    is_under = noun.dep_ in {"nsubj", "nsubjpass", "dobj"}
    return is_under and over.lemma_ in ends and is_negated(over)


def _is_nobodys(noun: "Token") -> bool:
    """'Without a fight', 'nobody came to harm', 'no one fired a shot'."""
    over, marks = noun.head, {c.lower_ for c in noun.children}
    if noun.dep_ == "pobj" and over.lower_ == "without":
        return True
    verb = over.head if noun.dep_ == "pobj" and over.lower_ == "to" else over
    subject = subject_of(verb)
    is_own = (
        noun.dep_ in {"pobj", "dobj"}
        and verb.pos_ == "VERB"
        and not marks & load_grammar_words().definite
    )
    return is_own and subject is not None and _is_none(subject)


def _is_not_meant(noun: "Token") -> bool:
    """'The loss of the town did not mean the conquest of the land': the town was lost, the land not."""
    over = noun.head
    verb = over.head if noun.dep_ == "pobj" and over.lower_ == "to" else over
    return (
        noun.dep_ in {"dobj", "pobj"}
        and verb.lemma_ in load_modality_lists().equating
        and is_negated(verb)
    )


def _never_came(noun: "Token") -> bool:
    """'The attack on the town never took place', 'the massacre did not happen'."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ not in load_modality_lists().coming_about:
        return False
    is_whole = verb.lemma_ != "take" or any(c.lower_ == "place" for c in verb.children)
    return is_whole and is_negated(verb)


def _is_none(word: "Token") -> bool:
    beside = (c for c in word.children if c.dep_ in _MARKS)
    marks = (c for c in beside if not is_not_only(c) and not is_not_another(c))
    ones = (g for c in word.children if c.lower_ == "one" for g in c.children)
    said = {word.lower_, *(c.lower_ for c in (*marks, *ones))}
    return bool(said & load_denial_words()["none"])


def _is_undone(verb: "Token") -> bool:
    """'Refused to leave', 'no move to help', 'an attempt to land failed', 'kept them from burying'."""
    over, words = verb.head, load_denial_words()
    if verb.dep_ == "xcomp":
        subject = subject_of(over) if over.lower_ == "able" else None
        is_unable = (subject is not None and _is_none(subject)) or is_negated(over.head)
        if over.lemma_ in words["refusing"] or (over.lower_ == "able" and is_unable):
            return True
    if any(c.lower_ == "in" and any(g.lower_ == "vain" for g in c.children) for c in over.children):
        return verb.dep_ in {"xcomp", "conj"}
    if verb.dep_ == "acl" and any(c.lower_ == "no" for c in over.children):
        return True
    if verb.dep_ == "acl" and over.dep_ in {"nsubj", "nsubjpass"} and _is_failing(over.head):
        return True
    if verb.dep_ == "pcomp" and over.lower_ == "from" and over.head.lemma_ in words["keeping"]:
        return True
    if any(c.lower_ == "yet" for c in (*verb.children, *over.children) if c.i < verb.i):
        is_to = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
        return is_to and over.lemma_ in {"have", "be"}  # "has yet to withdraw"
    if any(
        c.lower_ == "longer" and any(g.lower_ == "no" for g in c.children) for c in verb.children
    ):
        return True
    return _is_instead_of(verb) or _shares_denial(verb)


def _is_failing(verb: "Token") -> bool:
    """'Failed', 'came to nothing', 'was called off'."""
    below = {t.lower_ for c in verb.children for t in (c, *c.children)}
    is_none = (verb.lemma_ == "come" and "nothing" in below) or (
        verb.lemma_ == "call" and "off" in below
    )
    return is_none or verb.lemma_ in load_denial_words()["failing"]


def _shares_denial(verb: "Token") -> bool:
    """'Did not burn or loot', 'would neither flee nor negotiate'."""
    over = verb.head
    if verb.dep_ != "conj" or over.pos_ != "VERB" or subject_of(verb) is not None:
        return False
    joint = next((c.lower_ for c in over.children if c.dep_ == "cc"), "")
    return joint in {"or", "nor"} and is_negated(over)


def _is_ended(noun: "Token", type_: str) -> bool:
    """'Lifted the siege', 'called for an end to the shelling', 'the talks were called off'.

    But a battle that ended was fought, and a fire that died down had burned.
    """
    words = load_denial_words()
    while noun.dep_ == "conj" and noun.head.pos_ in THINGS:
        noun = noun.head
    over = noun.head
    if noun.dep_ == "pobj":
        is_on_hold = over.lower_ == "on" and over.head.lemma_ == "moratorium"
        is_end = over.lower_ in {"to", "of", "in"} and over.head.lemma_ in words["ends"]
        return is_on_hold or is_end
    if is_negated(over):
        return False
    if noun.dep_ in {"dobj", "nsubjpass"}:
        is_off = any(c.dep_ == "prt" and c.lower_ == "off" for c in over.children)
        return over.lemma_ in words["ending"] or (over.lemma_ == "call" and is_off)
    ends_itself = noun.dep_ == "nsubj" and child_of(over, "dobj") is None  # not "it ends the war"
    return ends_itself and over.lemma_ in words["over"] and not is_over(noun, type_)


def is_over(noun: "Token", type_: str) -> bool:
    """'The fire died down on Sunday', 'the battle ended at dusk': it was, and the day is of its end."""
    verb = noun.head
    ends = noun.dep_ == "nsubj" and verb.lemma_ in load_denial_words()["over"]
    return ends and type_ in _FOUGHT and verb.tag_ == "VBD"


def _breaking(trigger: Trigger) -> "Token | None":
    """'Broke the truce', 'the deal collapsed', 'the ring was burst': the verb by which it ends."""
    if trigger.type not in _HOLDING:
        return None
    head, words = trigger.head, load_denial_words()
    told = head if head.pos_ == "VERB" else head.head
    is_held = head.pos_ == "VERB" or head.dep_ in {"dobj", "nsubj", "nsubjpass"}
    return told if is_held and told.lemma_ in words["breaking"] else None


def _is_instead_of(verb: "Token") -> bool:
    """'Instead of retreating', 'without firing', 'rather than surrender'."""
    over = verb.head
    if verb.dep_ == "pcomp":
        first = over.left_edge if over.lower_ == "of" else over
        return first.lower_ in {"instead", "without"} or over.head.lower_ == "instead"
    if verb.i < 2 or verb.nbor(-1).lower_ != "than":
        return False
    return verb.nbor(-2).lower_ == "rather"
