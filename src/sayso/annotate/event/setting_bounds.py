"""A place or time in, whether its words keep it from the events around it out.

The day of a bulletin is not that of the battle it tells of; and where a man served, in a clause
about him, is not where he died.
"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from sayso.annotate.event.setting_words import load_setting_words
from sayso.annotate.parses import sentence_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPENING = 3  # words with which a sentence may open before its subject
_LINKS = frozenset(
    {"prep", "pobj", "dobj", "npadvmod", "appos", "nummod", "compound", "poss", "amod", "nmod"}
)


def is_of_paper(time: "Token") -> bool:
    """'Dated 9 May', 'the bulletin of 9 May', 'a list that the army published on Monday': the day of
    the paper, and of nothing that it tells."""
    word = time
    while word.head != word and word.dep_ in _LINKS and word.pos_ != "VERB":
        word = word.head
        if word.pos_ == "NOUN":
            return _is_paper(word)
    return (
        word.pos_ == "VERB" and word.lemma_ in load_setting_words().issuing and _is_of_a_paper(word)
    )


def is_of_telling(time: "Token", trigger: "Token") -> bool:
    """'Claimed responsibility on Friday for the raid', 'on Monday put the toll at nine': the day of the words."""
    words, verb = load_setting_words(), time
    while verb.head != verb and verb.dep_ in _LINKS and verb.pos_ != "VERB":
        verb = verb.head
    if verb.pos_ != "VERB" or verb == trigger or _is_before_teller(time, verb):
        return False
    objects = {c.lemma_.lower() for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}}
    is_claim = verb.lemma_ in words.claiming and bool(objects & words.credits)
    return is_claim or (verb.lemma_ in words.reckoning and bool(objects & words.tolls))


def _is_before_teller(time: "Token", verb: "Token") -> bool:
    """'A bomb killed nine on Monday, doctors gave differing tolls': that stands before who tells them."""
    opens = time.i - sentence_of(time).start <= _OPENING
    return not opens and any(
        c.dep_ in {"nsubj", "nsubjpass"} and time.i < c.i < verb.i for c in verb.children
    )


def _is_paper(noun: "Token") -> bool:
    return noun.lemma_.lower() in load_setting_words().papers


def _is_of_a_paper(verb: "Token") -> bool:
    """Whether what is issued, dated or printed is a paper; 'in a dispatch, dated 9 May' is parsed anyhow."""
    issued = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    if verb.dep_ in {"acl", "relcl"}:
        issued.append(verb.head)
    near = verb.doc[max(verb.i - 3, 0) : verb.i]
    return any(map(_is_paper, (*issued, *near)))


def is_of_career(setting: "Token", trigger: "Token") -> bool:
    """'The general, who led the left wing at Karez, died at home': where he led it."""
    for clause in setting.ancestors:
        if clause.dep_ != "relcl":
            continue
        is_apart = trigger != clause and not clause.is_ancestor(trigger)
        is_persons = any(c.lower_ in {"who", "whom"} for c in clause.children)
        return is_apart and is_persons and clause.lemma_ in load_setting_words().serving
    return False


def is_of_another(setting: "Token", trigger: "Token") -> bool:
    """'Was shot in the run-up to the 2019 vote', 'two days before the May raids': another event's.

    Not 'before Sunday', which bounds the day itself; 'after Friday's clashes' may be of that day.
    """
    words = load_setting_words()
    for noun in (setting, *setting.ancestors):
        if noun == trigger or noun.is_ancestor(trigger) or noun.pos_ == "VERB":
            return False
        prep = noun.head
        if noun == setting or noun.dep_ != "pobj":
            continue
        if prep.lower_ == "before" or (
            prep.lower_ in {"to", "of"} and prep.head.lemma_.lower() in words.leading_up
        ):
            return True
    return False


_BLOWS = frozenset({"attack", "casualties"})
_STRUCK = frozenset({"attack", "casualties", "fate"})
_ASIDES = frozenset({"relcl", "acl"})


def is_of_one_told_of(day: "Token", trigger: "Token", told: Mapping[int, str]) -> bool:
    """'Freed nine pupils taken on Monday': they were taken then, and not freed; and 'relatives of nine
    men seized on the coast blocked a road on Monday': they were seized before.

    Of a blow it is otherwise: "killed by a bomb that exploded on Monday".

    told: the families of the events told, by the words that tell them
    """
    own = told.get(trigger.i, "")
    for clause in (c for c in (day, *day.ancestors) if c.dep_ in _ASIDES):
        if clause == trigger or clause.is_ancestor(trigger):
            break
        others = [told[t.i] for t in clause.subtree if t.i in told]
        if others and clause.head != trigger and clause.head.i not in told:
            return not (_BLOWS.intersection(others) and own in _STRUCK)
    return _is_aside_of(day, trigger, told) and own not in _BLOWS


def _is_aside_of(day: "Token", trigger: "Token", told: Mapping[int, str]) -> bool:
    """Whether the trigger tells more of somebody ("men seized on the coast"), and the day stands
    behind what the sentence goes on to tell of him, no blow."""
    aside = next((c for c in (trigger, *trigger.ancestors) if c.dep_ in _ASIDES), None)
    if aside is None or aside == day or aside.is_ancestor(day) or aside.head.i in told:
        return False
    noun = aside.head
    if noun == day or noun.is_ancestor(day) or noun.head.lower_ == "with":
        return False
    if any(t.text == "," for t in noun.doc[noun.i : aside.i]):
        return False
    main = next((c for c in noun.ancestors if c.i in told and c.is_ancestor(day)), None)
    return main is not None and told[main.i] not in _BLOWS and not aside.i < day.i < main.i


def is_apart(place: "Token", trigger: "Token") -> bool:
    """Whether a place is named for something else than where the event was."""
    return (
        is_of_another(place, trigger)
        or is_of_career(place, trigger)
        or is_on_the_way(place)
        or is_bearing(place)
        or _is_road_end(place, trigger)
        or is_of_event_before(place, trigger)
    )


_COMPASS = re.compile(
    r"(?:(?:north|south)-?)?(?:east|west|north|south)|miles?|km|kilomet(?:re|er)s?|near|outside"
)
_IN = frozenset({"in", "at", "of", "on", "near", "to", "from", "into", "outside", "around"})
_BY_A_PLACE = 12  # words from a place back to the one whose bearing it gives


def is_bearing(place: "Token") -> bool:
    """'In Sarn, west of Karez', 'at Sarn, a village near Karez': where Sarn lies, and not what is told."""
    doc, seen = place.doc, False
    first = max(sentence_of(place).start + 1, place.i - _BY_A_PLACE)
    for at in range(place.i - 1, first, -1):
        word = doc[at]
        if word.text == ",":
            before = doc[at - 1]
            is_place = (
                before.pos_ == "PROPN" and before.dep_ == "pobj" and before.head.lower_ in _IN
            )
            return seen and is_place
        if word.pos_ in {"VERB", "AUX"} or word.text in {";", ".", '"'}:
            return False
        is_told = _COMPASS.fullmatch(word.lower_) is not None
        is_near = word.lower_ in {"near", "outside"} or doc[at + 1].lower_ in {
            "of",
            "from",
            *_POINTS,
        }
        seen = seen or (is_told and is_near)
    return False


_POINTS = frozenset({"north", "south", "east", "west"})


def _is_road_end(place: "Token", trigger: "Token") -> bool:
    """'Nine fell, and the road to Karez is open': it leads there, and nobody fell there."""
    road = place.head.head if place.dep_ == "pobj" and place.head.lower_ == "to" else place
    is_subject = road.lemma_.lower() in load_setting_words().roads and road.dep_ in {
        "nsubj",
        "nsubjpass",
    }
    return is_subject and road.head != trigger and not road.head.is_ancestor(trigger)


def is_of_event_before(word_in_it: "Token", trigger: "Token") -> bool:
    """'Two days after the battle at Karez, troops entered Sarn': the battle was there."""
    for word in word_in_it.ancestors:
        if word.pos_ in {"VERB", "AUX"}:
            return False
        if word.lower_ in {"after", "before"} and word.pos_ in {"ADP", "SCONJ"}:
            told = any(
                c.dep_ == "npadvmod" and c.lemma_.lower() in load_setting_words().long
                for c in word.children
            )
            before = word.nbor(-1) if word.i else word
            is_long = told or before.lemma_.lower() in load_setting_words().long
            return is_long and trigger != word and not word.is_ancestor(trigger)
    return False


_TRAVELS = frozenset({"journey", "trip", "voyage"})


def is_on_the_way(place: "Token") -> bool:
    """'On the journey from Karez': no longer in that town."""
    prep = place.head
    is_from = place.dep_ == "pobj" and prep.lower_ == "from"
    return is_from and prep.head.lemma_.lower() in _TRAVELS


def is_long_before(clause: "Token") -> bool:
    """'Is at Karez, three weeks after it left the city': its day is not that of the leaving."""
    if clause.dep_ != "advcl" or not any(c.lower_ in {"after", "before"} for c in clause.children):
        return False
    return any(
        c.dep_ == "npadvmod" and c.lemma_.lower() in load_setting_words().long
        for c in clause.children
    )
