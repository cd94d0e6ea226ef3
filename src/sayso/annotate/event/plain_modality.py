"""A trigger in, how real it is where its company leaves no doubt of that, out.

'Is bracing for an assault', 'the prospect of a raid', 'is waging an offensive', 'to storm it would
be madness': so plain that no share of an encoder counts against it.
"""

from typing import TYPE_CHECKING

from sayso.annotate.event.modality import THINGS, load_modality_words, modality_of
from sayso.annotate.event.modality_lists import load_modality_lists
from sayso.annotate.event.not_done import is_ruled_out
from sayso.annotate.event.outlooks import outlook_of
from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.parses import child_of, is_infinitive, is_negated
from sayso.types import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.annotate.event.triggers import Trigger

_WOULD = frozenset({"would", "'d", "’d", "could", "might", "may"})
_SEEING = frozenset({"see", "have", "let"})


def plain_modality(trigger: "Trigger") -> Modality | None:
    """None: the parse may err."""
    word = trigger.head
    if _is_weighed(word) or (word.pos_ == "VERB" and _is_unwise(word)):
        return "hypothetical"
    outlook = outlook_of(trigger)
    if outlook is not None:
        return outlook
    if word.pos_ == "VERB":
        return _foreseen(word)
    if word.pos_ not in THINGS:
        return None
    if _is_being_done(word):
        return "ongoing"
    beside = _of_adjective(word)
    if beside is not None:
        return beside
    if is_ruled_out(word):
        return "planned"  # as "refused to attack"
    is_ahead = word.dep_ == "pobj" and _is_ahead(word)
    return modality_of(trigger) if is_ahead or _is_being_prepared(word) else None


def _foreseen(verb: "Token") -> Modality | None:
    """'The deal would see fighters leave', 'the plan could let them go'."""
    is_bare = verb.dep_ in {"ccomp", "xcomp"} and verb.tag_ in {"VB", "VBP"}
    if not is_bare or is_infinitive(verb) or verb.head.lemma_ not in _SEEING:
        return None
    modals = load_modality_words()["modals"]
    told = (modals.get(c.lower_) for c in verb.head.children if c.dep_ == "aux")
    return next((one for one in told if one in {"planned", "hypothetical"}), None)


def _is_weighed(verb: "Token") -> bool:
    """'To storm it would be madness', 'withdrawing now would be a mistake': of what nobody has done."""
    over = verb.head
    is_subject = verb.dep_ == "csubj" or (
        verb.dep_ == "advcl" and is_infinitive(verb) and verb.i < over.i and over.lemma_ == "be"
    )
    aux = next((c for c in over.children if c.dep_ == "aux" and c.tag_ == "MD"), None)
    is_perfect = any(c.lemma_ == "have" and c.dep_ == "aux" for c in over.children)
    return is_subject and aux is not None and aux.lower_ in _WOULD and not is_perfect


def _is_unwise(verb: "Token") -> bool:
    """'It would be wrong to send them', 'it could be a mistake to withdraw': nobody has, nor means to."""
    over = verb.head
    be = over.head if over.dep_ in {"acomp", "attr"} else over
    subject = child_of(be, "nsubj")
    aux = next((c for c in be.children if c.dep_ == "aux" and c.tag_ == "MD"), None)
    is_open = aux is not None and aux.lower_ in _WOULD and child_of(be, "acomp", "attr") is not None
    is_it = subject is not None and subject.lower_ in {"it", "that", "this"}
    return is_infinitive(verb) and be.lemma_ == "be" and is_it and is_open


def _of_adjective(noun: "Token") -> Modality | None:
    """'The looming assault', 'an imminent raid'."""
    words = load_modality_words()["adjectives"]
    own = [words.get(c.lower_) for c in noun.children if c.dep_ == "amod" and c.i < noun.i]
    return next((one for one in own if one in {"planned", "hypothetical"}), None)


def _is_being_prepared(noun: "Token") -> bool:
    """'Is preparing an assault', 'was plotting a raid'; 'prepared an attack' may be followed by one."""
    verb = noun.head
    is_running = noun.dep_ == "dobj" and verb.tag_ == "VBG" and child_of(verb, "aux") is not None
    is_planned = load_modality_words()["events"].get(verb.lemma_) == "planned"
    return is_running and is_planned and not _is_known(noun)


def _is_known(noun: "Token") -> bool:
    return bool({c.lower_ for c in noun.children} & load_grammar_words().definite)


def _is_ahead(noun: "Token") -> bool:
    over, prep = noun.head.head, noun.head.lower_
    words = load_modality_words()
    is_for = prep == "for" and words["for"].get(over.lemma_) == "planned"
    if is_for and over.pos_ in THINGS:
        return True  # "the date for the assault"
    if _is_known(noun):
        return False  # "preparing for the battle" may look back
    is_of_prospect = prep == "of" and words["nouns"].get(over.lemma_) == "hypothetical"
    return is_for or (is_of_prospect and over.pos_ in THINGS)


def _is_being_done(noun: "Token") -> bool:
    """'Is waging an offensive', 'are carrying out raids'; 'was carrying out' is over, or is not."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.tag_ != "VBG" or is_negated(verb):
        return False
    is_now = any(c.dep_ == "aux" and c.tag_ in {"VBP", "VBZ"} for c in verb.children)
    return is_now and verb.lemma_ in load_modality_lists().being_done
