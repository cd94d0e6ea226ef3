"""A word beside an event in, whether it only speaks of the event, or reacts to it, out."""

from typing import TYPE_CHECKING

from sayso.annotate.event.dealt_with import is_matter
from sayso.annotate.event.triggers import Trigger
from sayso.annotate.number.counting_lists import load_counting_lists
from sayso.annotate.role.doers import doer_of
from sayso.annotate.role.words import load_role_words
from sayso.annotate.saying.saying_words import load_saying_words
from sayso.annotate.saying.speakers import RELATIVE
from sayso.event_types import load_event_types

if TYPE_CHECKING:
    from spacy.tokens import Token


def only_speaks_of(word: "Token", trigger: Trigger) -> bool:
    """'The army denied the air strike', 'will raise the raid': whoever speaks of it, or does
    something about it, did not thereby carry it out."""
    noun = trigger.head
    verb = noun.head
    if is_of_reaction(word, trigger) or _will_not_speak_of(word, noun):
        return True
    words = load_role_words()
    is_told = verb.lemma_ in words.speaking | words.foiling | words.of_others
    is_spoken = is_told and noun.dep_ in {"dobj", "nsubjpass"}
    if noun.dep_ == "nsubj" or not (is_spoken or is_matter(noun)):
        return False
    speaker = doer_of(verb)
    if speaker is not None and speaker.lower_ in RELATIVE and speaker.head.dep_ == "relcl":
        speaker = speaker.head.head
    return speaker is not None and word in {speaker, *speaker.conjuncts}


def _will_not_speak_of(word: "Token", noun: "Token") -> bool:
    """'The army declined to comment on the strike': it did not thereby strike."""
    over = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"on", "about", "to"} or word.dep_ != "nsubj":
        return False
    is_word = over.lemma_ in load_saying_words().declining or over.lemma_ in {"speak", "talk"}
    return is_word and word.head in {over, over.head}


def is_of_reaction(word: "Token", trigger: Trigger) -> bool:
    """'The raid was condemned by the council', 'the march was dispersed by the police', 'they were accused
    by the army of a raid': no doing of theirs."""
    noun, by = trigger.head, word.head
    words = load_role_words()
    if by.lower_ == "by" and by.head.lemma_ in words.accusing and by.head != noun:
        return noun.i > by.head.i  # "was accused by the army of executing them"
    if by.lower_ != "by" or noun.dep_ != "nsubjpass" or by.head != noun.head:
        return False
    if noun.head.lemma_ in load_counting_lists().putting:
        return True  # "the dead were put at nine by the mayor"
    is_violent = load_event_types()[trigger.type].family in {"attack", "control", "protest"}
    return is_violent and noun.head.lemma_ in (words.speaking | words.reacting) - words.owning_up
