"""A trigger in, how real it is by what its sentence looks back or ahead to, out.

'A raid would set off riots': none is told of. 'Deals that have taken place', 'towns attacked earlier':
whatever is wished about them, they were. 'Will seal the defeat', 'until the fall of Sarn': it is to come.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.event.modality import THINGS, load_denial_words, modality_of
from sayso.annotate.event.modality_lists import load_modality_lists
from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.parses import child_of, is_infinitive, is_negated, is_passive
from sayso.types import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.annotate.event.triggers import Trigger

_WOULD = frozenset({"would", "'d", "’d", "could", "might"})
_AHEAD = frozenset({"will", "'ll", "’ll", "would", "could", "may", "might"})
_ASIDES = frozenset({"relcl", "acl"})


def outlook_of(trigger: "Trigger") -> Modality | None:
    """None: the sentence looks neither back nor ahead."""
    word = trigger.head
    if word.pos_ == "VERB":
        over = word.head
        is_of_supposed = word.dep_ == "acl" and is_infinitive(word) and _is_supposed(over)
        if is_of_supposed:
            return "hypothetical"  # "a campaign to take the town would bury all hope"
        return "happened" if _is_earlier(word) else None
    if word.pos_ not in THINGS:
        return None
    if is_told_past(word):
        return "happened"
    if _is_supposed(word) or _is_to_be_justified(word):
        return "hypothetical"
    ahead = _verb_ahead(word)
    return modality_of(replace(trigger, head=ahead, words=(ahead,), verb=ahead)) if ahead else None


def _is_earlier(verb: "Token") -> bool:
    """'In towns attacked earlier in the war', 'men taken previously'."""
    mark = child_of(verb, "mark")  # "worse than in towns attacked earlier"
    is_aside = verb.dep_ == "acl" or (mark is not None and mark.lower_ == "than")
    is_past = is_aside and verb.tag_ in {"VBN", "VBD"}
    before = {c.lower_ for c in verb.children if c.dep_ in {"advmod", "npadvmod"}}
    return is_past and bool(before & load_modality_lists().earlier)


def is_told_past(noun: "Token") -> bool:
    """'Deals that have taken place', 'the raids that took place in May'; not 'any that took place'."""
    marks = {c.lower_ for c in noun.children if c.i < noun.i}
    return not marks & _NOT_KNOWN and any(
        c.dep_ in _ASIDES and _has_come_about(c) for c in noun.children
    )


_NOT_KNOWN = frozenset({"any", "no", "every"})


def _has_come_about(verb: "Token") -> bool:
    beside = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    is_real = not any(c.tag_ in {"MD", "TO"} for c in beside) and not is_negated(verb)
    is_past = verb.tag_ == "VBD" or any(c.lemma_ == "have" for c in beside)
    is_whole = verb.lemma_ != "take" or any(c.lower_ == "place" for c in verb.children)
    is_one = verb.lemma_ in load_modality_lists().coming_about
    return is_one and is_whole and is_real and is_past


def _is_supposed(noun: "Token") -> bool:
    """'An offensive would displace thousands'; but 'talks would begin', 'the raid would later be told of'."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.pos_ not in {"VERB", "AUX"} or is_passive(verb):
        return False
    beside = [c for c in verb.children if c.dep_ == "aux"]
    is_open = any(c.lower_ in _WOULD for c in beside) and not any(
        c.lemma_ == "have" for c in beside
    )
    marks = {c.lower_ for c in noun.children if c.i < noun.i}
    is_known = (
        bool(marks & load_grammar_words().definite) or child_of(noun, "poss", "relcl") is not None
    )
    is_coming = verb.lemma_ in load_denial_words()["happening"] and verb.lemma_ != "be"
    return is_open and not is_known and not is_coming


def _is_to_be_justified(noun: "Token") -> bool:
    """'Tried to justify an attack': one that may come; 'the massacre of May' was."""
    verb = noun.head
    is_one = (
        noun.dep_ == "dobj"
        and verb.lemma_ in load_modality_lists().justifying
        and is_infinitive(verb)
    )
    return is_one and any(c.lower_ in {"a", "an", "any", "further"} for c in noun.children)


def _verb_ahead(noun: "Token") -> "Token | None":
    """'Will seal the defeat of the group', 'vowed to stay until the fall of Sarn'."""
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_ in load_modality_lists().sealing:
        return verb if any(c.lower_ in _AHEAD for c in verb.children if c.dep_ == "aux") else None
    is_until = noun.dep_ == "pobj" and verb.lower_ in {"until", "till"}
    return verb.head if is_until and verb.head.pos_ == "VERB" else None
