"""A place and a trigger in, whether the place is only another's, out: of a comparison, or of who did it.

'Worse than the siege of Karez', 'just as they retook Sarn': what was there is another event. 'Gunners
posted at Karez shelled Sarn': they stood there, and it befell Sarn.
"""

from typing import TYPE_CHECKING

from sayso.annotate.event.setting_words import load_setting_words
from sayso.annotate.event.triggers import Trigger
from sayso.event_types import load_event_types

if TYPE_CHECKING:
    from spacy.tokens import Token

_STRUCK = frozenset({"attack", "fate", "casualties"})
_ASIDES = frozenset({"acl", "relcl"})
_LINKS = frozenset({"prep", "pobj", "appos", "compound", "nmod", "amod", "poss", "conj", "advmod"})
_FAMOUS = frozenset({"similar", "compared", "comparable", "akin", "reminiscent"})


def is_of_others(place: "Token", trigger: Trigger) -> bool:
    """Whether the clause or phrase that names the place keeps it from the event."""
    return _is_compared(place, trigger.head) or _is_of_doer(place, trigger)


def _is_compared(place: "Token", event: "Token") -> bool:
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
