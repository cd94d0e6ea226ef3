"""A trigger in, how real it is where its company leaves no doubt of that, out.

'Is bracing for an assault', 'the prospect of a raid', 'is waging an offensive': so plain that no
share of an encoder counts against it.
"""

from typing import TYPE_CHECKING

from sayso.annotate.event.modality import THINGS, load_modality_words, modality_of
from sayso.annotate.event.modality_lists import load_modality_lists
from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.parses import is_negated
from sayso.types import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.annotate.event.triggers import Trigger


def plain_modality(trigger: "Trigger") -> Modality | None:
    """Of nouns alone; None: the parse may err."""
    noun = trigger.head
    if noun.pos_ not in THINGS:
        return None
    if _is_being_done(noun):
        return "ongoing"
    return modality_of(trigger) if noun.dep_ == "pobj" and _is_ahead(noun) else None


def _is_ahead(noun: "Token") -> bool:
    over, prep = noun.head.head, noun.head.lower_
    words = load_modality_words()
    is_for = prep == "for" and words["for"].get(over.lemma_) == "planned"
    if is_for and over.pos_ in THINGS:
        return True  # "the date for the assault"
    if {c.lower_ for c in noun.children} & load_grammar_words().definite:
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
