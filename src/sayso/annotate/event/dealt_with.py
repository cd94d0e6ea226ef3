"""A trigger in, whether it tells of what was before: what somebody promises, asks or hopes to do about it is to come.

'The ministry promised to investigate the shelling', 'called for an inquiry into the deaths', 'vowed
to free the men who were seized in May': the shelling, the deaths and the seizure have happened.
"""

from typing import TYPE_CHECKING

from sayso.annotate.event.modality_lists import load_modality_lists
from sayso.annotate.event.triggers import Trigger
from sayso.annotate.parses import child_of, is_negated

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_SPEAKING = frozenset({"comment", "speak", "elaborate"})
_IN_PASSING = frozenset({"relcl", "acl"})


def is_dealt_with(trigger: Trigger) -> bool:
    """Whether something is done about the event, or the words only say whom or what it befell."""
    head = trigger.head
    if head.pos_ in _NOUNS or head.dep_ in {"dobj", "pobj", "pcomp"}:
        return (not trigger.light and is_matter(head)) or _has_done(head)
    return head.pos_ == "VERB" and _is_in_passing(head)


def is_matter(noun: "Token") -> bool:
    """'Raise the attack', 'respond to the raid', 'an inquiry into killings', 'after the fire'."""
    while noun.dep_ == "conj" and noun.head.pos_ in _NOUNS:
        noun = noun.head
    words, over = load_modality_lists(), noun.head
    is_known = not words.not_yet & {c.lower_ for c in noun.children if c.i < noun.i}
    if noun.dep_ in {"dobj", "nsubjpass"}:
        return is_known and over.lemma_ in words.dealing | words.reacting
    if noun.dep_ not in {"pobj", "pcomp"}:
        return False
    if over.lower_ in words.afterwards:
        return is_known
    governor = over.head
    if governor.pos_ == "VERB":
        is_about = over.lower_ in {"to", "for", "into"} and governor.lemma_ in words.dealing
        is_about = is_about or (over.lower_ in {"on", "about"} and governor.lemma_ in _SPEAKING)
        is_within = over.lower_ in {"in", "during", "by"} and _is_in_passing(governor)
        return is_known and (is_about or is_within)
    return governor.lemma_.lower() in words.of_what_was


def _has_done(noun: "Token") -> bool:
    """'Had planned the raid that killed nine': what it did tells that it was."""
    clauses = (c for c in noun.children if c.dep_ == "relcl" and c.tag_ == "VBD")
    return any(child_of(c, "nsubj") is not None and not is_negated(c) for c in clauses)


def _is_in_passing(verb: "Token") -> bool:
    """'The men who were seized in May', 'the nine killed there', 'since it was shelled'."""
    over: Token | None = verb
    while over is not None and over.dep_ == "conj" and over.head.pos_ == "VERB":
        over = over.head
    beside = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if over is None or any(c.tag_ == "MD" or c.lower_ == "to" for c in beside):
        return False
    is_past = verb.tag_ in {"VBD", "VBN"} or any(c.tag_ == "VBD" for c in beside)
    if over.dep_ == "acl" and any(c.dep_ == "mark" for c in over.children):
        return (
            False  # "reports that they had shelled it": what the reports say, and no more of them
        )
    if over.dep_ in _IN_PASSING and over.head.pos_ in _NOUNS | {"PRON", "NUM", "ADJ", "DET"}:
        return is_past
    mark = child_of(over, "mark")
    is_after = mark is not None and mark.lower_ in load_modality_lists().afterwards
    return over.dep_ == "advcl" and is_after and is_past
