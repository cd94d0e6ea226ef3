"""A place and a trigger in, whether the place is only another's, out: of a comparison, or of who did it.

'Worse than the siege of Karez', 'just as they retook Sarn': what was there is another event. 'Gunners
posted at Karez shelled Sarn': they stood there, and it befell Sarn. 'A driver from Karez was seized',
'fled to Karez', 'sanctions on Solvia', 'the US pullout': where he is of, where he went, on whom, whose.
"""

from typing import TYPE_CHECKING

from sayso.annotate.event.setting_words import load_setting_words
from sayso.annotate.event.triggers import Trigger
from sayso.annotate.number.counts import load_counting_words
from sayso.event_types import load_event_types

if TYPE_CHECKING:
    from spacy.tokens import Token

_STRUCK = frozenset({"attack", "fate", "casualties"})
_ASIDES = frozenset({"acl", "relcl"})
_LINKS = frozenset({"prep", "pobj", "appos", "compound", "nmod", "amod", "poss", "conj", "advmod"})
_FAMOUS = frozenset({"similar", "compared", "comparable", "akin", "reminiscent"})


def is_of_others(place: "Token", trigger: Trigger) -> bool:
    """Whether the clause or phrase that names the place keeps it from the event."""
    return (
        is_compared(place, trigger.head)
        or _is_of_doer(place, trigger)
        or _is_aim_of_words(place, trigger)
        or _is_whence(place, trigger)
        or _is_whither(place, trigger)
        or _is_whose(place, trigger)
    )


def is_compared(place: "Token", event: "Token") -> bool:
    """Whether one of the two stands in a comparison, and the other does not."""
    one, other = _comparison_over(place), _comparison_over(event)
    return one != other and (one is not None or other is not None)


def _comparison_over(word: "Token") -> "Token | None":
    """The word that opens the comparison a word stands in: 'than', 'like', 'just as', 'similar to'."""
    for over in (word, *word.ancestors):
        if over.dep_ == "prep" and over.lower_ in {"than", "like", "unlike"}:
            return None if _lists(over) else over
        if over.lower_ == "to" and over.head.lower_ in _FAMOUS:
            return over
        mark = next(
            (c for c in over.children if c.dep_ == "mark" and c.lower_ in {"as", "than"}), None
        )
        if over.dep_ == "advcl" and mark is not None and _compares(mark):
            return mark
    return None


def _lists(like: "Token") -> bool:
    """'In towns like Karez': that is one of them."""
    return like.lower_ == "like" and like.head.pos_ in {"NOUN", "PROPN"}


def _compares(mark: "Token") -> bool:
    before = mark.nbor(-1).lower_ if mark.i else ""
    return mark.lower_ == "than" or before in {"just", "much", "same", "exactly"}


def _is_of_doer(place: "Token", trigger: Trigger) -> bool:
    """'Gunners posted at Karez shelled Sarn', 'militants in the hills near Karez fired': there they stood."""
    if load_event_types()[trigger.type].family not in _STRUCK:
        return False
    word = place
    while word.dep_ in _LINKS and word.head != word:
        word = word.head
    is_posted = word.dep_ in _ASIDES and word.lemma_ in load_setting_words().posted
    if not is_posted or word == trigger.head or word.is_ancestor(trigger.head):
        return False
    doer = word.head
    return doer.dep_ == "nsubj" or (doer.dep_ == "pobj" and doer.head.dep_ == "agent")


_OF_WORDS = frozenset({"sanction", "condemnation", "threat", "investigation"})
_LEAVING = frozenset({"fled", "displacement", "evacuation", "withdrawal", "disappeared", "missing"})
_MOVES = frozenset({"fled", "advance", "withdrawal", "deployment"})
_WITHIN = frozenset({"in", "at", "inside", "outside", "near"})


def _is_aim_of_words(place: "Token", trigger: Trigger) -> bool:
    """'Sanctions on Solvia', 'deplored the shelling of Karez': a deed of words is done elsewhere."""
    if trigger.type not in _OF_WORDS:
        return False
    said = {trigger.head, trigger.verb or trigger.head}
    prep = place.head
    return not (place.dep_ == "pobj" and prep.lower_ in _WITHIN and prep.head in said)


def _is_whence(place: "Token", trigger: Trigger) -> bool:
    """'A driver from Karez was seized': where he is of."""
    prep = place.head
    is_from = place.dep_ == "pobj" and prep.lower_ == "from" and trigger.type not in _LEAVING
    whose = prep.head
    groups = load_counting_words().groups
    is_person = whose.pos_ in {"NOUN", "PROPN"} and (
        whose.ent_type_ == "PERSON" or whose.lemma_.lower() in groups or _is_trade(whose)
    )
    return is_from and is_person


def _is_trade(noun: "Token") -> bool:
    """'Driver', 'fishermen', 'activist'."""
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in load_event_types()["occupation"].nouns


def _is_whither(place: "Token", trigger: Trigger) -> bool:
    """'Fled to Karez', 'a retreat towards Sarn': there they may be now, or not yet."""
    prep = place.head
    if place.dep_ != "pobj" or trigger.type not in _MOVES:
        return False
    is_on = prep.head in {trigger.head, trigger.verb}
    is_to = prep.lower_ == "to" and trigger.type == "fled"
    return is_on and (is_to or prep.lower_ in {"towards", "toward"})


def _is_whose(place: "Token", trigger: Trigger) -> bool:
    """'The US pullout', 'a Solvia helicopter', 'Turkey shelled the town': whose it is, or who did it."""
    words = load_setting_words()
    if place.dep_ in {"compound", "amod", "nmod"} and place.head.i > place.i:
        is_craft = place.head.lemma_.lower() in words.arms and place.head != trigger.head
        return is_craft or place.lower_ in words.named_by_letters
    verb = place.head
    is_doer = place.dep_ == "nsubj" and place.ent_type_ == "GPE" and verb.pos_ == "VERB"
    is_blow = load_event_types()[trigger.type].family == "attack"
    return is_doer and is_blow and trigger.head.pos_ == "VERB" and _does(verb, trigger.head)


def _does(verb: "Token", deed: "Token") -> bool:
    """Whether it is the verb's own subject who does it: 'would not dare to shell the town'."""
    while deed != verb and deed.dep_ in {"xcomp", "conj"}:
        deed = deed.head
    return deed == verb
