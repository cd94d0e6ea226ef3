"""A number in a parse in, the noun it stands for and the type of event that this tells of out.

'The death toll rose to 44', 'put the number of dead at 70', and, after 'four people died', 'put the
figure at 19'.
"""

from typing import TYPE_CHECKING

from sayso.annotate.counting_lists import load_counting_lists
from sayso.annotate.numbers import CountingWords
from sayso.annotate.parses import sentence_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEFORE = frozenset({"to", "at", "of", "from"})


def is_toll(number: "Token", words: CountingWords) -> bool:
    """'The death toll rose to 44', 'put the number of dead at 70', 'a toll of 12'."""
    return toll_noun(number, words) is not None


def toll_noun(number: "Token", words: CountingWords) -> "Token | None":
    """The noun that a number stands for, where it hangs on it or on its verb."""
    if number.dep_ == "pobj" and number.head.lower_ not in _BEFORE:
        return None
    governor = number.head.head if number.dep_ == "pobj" else number.head
    nouns = [t for t in governor.subtree if t.i < number.i and _is_noun(t)]
    found = [t for t in nouns if toll_type(t, words) is not None]
    return found[-1] if found else None


def toll_type(noun: "Token", words: CountingWords) -> str | None:
    """What a noun says was counted; of a bare 'figure', what befell people just before."""
    type_ = words.tolls.get(noun.lower_) or words.tolls.get(noun.lemma_.lower())
    return type_ or (_type_before(noun, words) if _is_figure(noun) else None)


def _is_figure(noun: "Token") -> bool:
    """'Put the figure at 19'; 'the number of tanks' says itself what is counted."""
    lists = load_counting_lists()
    is_put = noun.dep_ == "dobj" and noun.head.lemma_ in lists.putting | lists.correcting
    is_own = any(c.dep_ == "prep" and c.lower_ in {"of", "for"} for c in noun.children)
    return noun.lemma_.lower() in lists.figures and is_put and not is_own


def _type_before(noun: "Token", words: CountingWords) -> str | None:
    doc, first = noun.doc, sentence_of(noun).start
    if first:
        first = sentence_of(doc[first - 1]).start
    for token in reversed(doc[first : noun.i]):
        type_ = words.states.get(token.lower_) or words.taking.get(token.lemma_.lower())
        if type_ is not None:
            return type_
    return None


def _is_noun(token: "Token") -> bool:
    """Also 'the wounded', which the parse may take for a verb."""
    after_the = token.i > 0 and token.nbor(-1).lower_ in {"the", "of"}
    return token.pos_ not in {"VERB", "AUX", "ADJ"} or after_the
