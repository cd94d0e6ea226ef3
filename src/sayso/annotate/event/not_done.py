"""A trigger in; what the grammar leaves no doubt of, that it is asked for or was only tried, out.

'A warrant for his arrest', 'the plot to kill him', 'demanded that they be tried': whatever the encoder
makes of such words, nobody was arrested, killed or tried by them.
"""

from typing import TYPE_CHECKING

from sayso.annotate.event.modality import THINGS, load_denial_words, load_modality_words
from sayso.annotate.event.triggers import Trigger
from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.parses import child_of, is_negated, subject_of
from sayso.event_types import load_event_types
from sayso.types import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token


def undone_modality(trigger: Trigger) -> Modality | None:
    """None: the grammar alone does not settle it."""
    head = trigger.head
    is_fate = load_event_types()[trigger.type].family == "fate"
    if head.pos_ in THINGS and _is_asked_for(head):
        return "called_for"
    if head.pos_ == "VERB" and _is_demanded(head):
        return "called_for"
    is_tried = _is_plotted(head) if head.pos_ == "VERB" else _is_attempt(head)
    return "attempted" if is_fate and is_tried else None


def is_warrant(noun: "Token") -> bool:
    """The paper itself is no arrest."""
    return noun.pos_ in THINGS and noun.lemma_.lower() in load_denial_words()["papers"]


def is_evaded(noun: "Token") -> bool:
    """'Escaped arrest', 'evaded capture': not 'escaped the massacre', which was."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_ not in load_denial_words()["evading"]:
        return False
    is_bare = child_of(noun, "det", "poss", "prep", "relcl", "acl") is None
    return is_bare and noun.pos_ in THINGS and not is_negated(verb)


def is_ruled_out(noun: "Token") -> bool:
    """'Ruled out an attack', as 'refused to attack': what was to come does not."""
    verb, particle = noun.head, child_of(noun.head, "prt")
    is_out = verb.lemma_ == "rule" and particle is not None and particle.lower_ == "out"
    is_known = {c.lower_ for c in noun.children} & load_grammar_words().definite
    return noun.dep_ == "dobj" and is_out and not is_known and not is_negated(verb)


def _is_asked_for(noun: "Token") -> bool:
    """'An arrest warrant', 'issued a warrant for the arrest of Odas', 'a warrant was issued for it'."""
    over = noun.head
    if noun.dep_ in {"compound", "nmod", "amod"}:
        return is_warrant(over)
    if noun.dep_ != "pobj" or over.lower_ not in {"for", "ordering"}:
        return False
    giver = over.head
    if giver.pos_ in THINGS:
        return is_warrant(giver)
    given = child_of(giver, "dobj", "nsubjpass")
    return given is not None and is_warrant(given)


def _is_demanded(verb: "Token") -> bool:
    """'Demanded that they be tried'."""
    over = verb.head
    is_bare = any(c.lower_ == "be" and c.dep_ in {"aux", "auxpass"} for c in verb.children)
    is_bare = is_bare and not any(c.tag_ in {"MD", "TO"} for c in verb.children)
    is_asked = load_modality_words()["verbs"].get(over.lemma_) == "called_for"
    return verb.dep_ == "ccomp" and is_bare and is_asked and subject_of(verb) is not None


def _is_attempt(noun: "Token") -> bool:
    """'An assassination attempt', 'the murder plot', 'the attempted murder of Odas'."""
    words = load_modality_words()
    if noun.pos_ not in THINGS:
        return False
    if noun.dep_ in {"compound", "nmod", "amod"}:
        return words["nouns"].get(noun.head.lemma_.lower()) == "attempted"
    return any(
        words["adjectives"].get(c.lower_) == "attempted"
        for c in noun.children
        if c.dep_ in {"amod", "nmod", "compound"}
    )


def _is_plotted(verb: "Token") -> bool:
    """'The plot to kill the judge was uncovered', 'an attempt to abduct him'."""
    over = verb.head
    is_to = any(c.tag_ == "TO" for c in verb.children)
    is_tried = load_modality_words()["nouns"].get(over.lemma_) == "attempted"
    return verb.dep_ in {"acl", "relcl"} and is_to and over.pos_ in THINGS and is_tried
