"""A number in a parse in, the noun it stands for and the type of event that this tells of out.

'The death toll rose to 44', 'put the number of dead at 70', and, after 'four people died', 'put the
figure at 19'.
"""

from typing import TYPE_CHECKING

from sayso.annotate.number.counting_lists import load_counting_lists
from sayso.annotate.number.numbers import CountingWords
from sayso.annotate.parses import SUBJECTS, child_of, sentence_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_DURING = frozenset({"in", "of", "over", "during", "for", "from", "within", "throughout"})
_BEFORE = frozenset({"to", "at", "of", "from"})


def is_toll(number: "Token", words: CountingWords) -> bool:
    """'The death toll rose to 44', 'put the number of dead at 70', 'a toll of 12'."""
    return toll_noun(number, words) is not None


def toll_noun(number: "Token", words: CountingWords) -> "Token | None":
    """The noun that a number stands for, where it hangs on it or on its verb."""
    if number.dep_ == "pobj" and number.head.lower_ not in _BEFORE:
        return None
    governor = number.head.head if number.dep_ == "pobj" else number.head
    governor = governor.head if governor.pos_ in {"ADP", "ADV"} else governor  # "down to 18"
    nouns = [t for t in governor.subtree if t.i < number.i and (_is_noun(t) or _is_counted_in(t))]
    found = [t for t in nouns if toll_type(t, words) is not None]
    return found[-1] if found else _toll_behind(number, words)


def _toll_behind(number: "Token", words: CountingWords) -> "Token | None":
    """'Brought to 85 the number of people killed': told before what it is of."""
    verb = number.head.head if number.dep_ == "pobj" else number
    of = child_of(verb, "dobj") if verb.lemma_ in load_counting_lists().bringing else None
    if (
        of is None
        or of.i < number.i
        or of.lemma_ not in load_counting_lists().figures | words.tolls.keys()
    ):
        return None
    told = (t for t in of.subtree if toll_type(t, words) or t.lower_ in words.states)
    return next(told, None)


def toll_type(noun: "Token", words: CountingWords) -> str | None:
    """What a noun says was counted; of a bare 'figure', what befell people just before."""
    type_ = words.tolls.get(noun.lower_) or words.tolls.get(noun.lemma_.lower())
    type_ = type_ or (words.states.get(noun.lower_) if _is_counted_in(noun) else None)
    return type_ or (_type_before(noun, words) if _is_figure(noun) else None)


def _is_figure(noun: "Token") -> bool:
    """'Put the figure at 19'; 'the number of tanks' says itself what is counted."""
    lists = load_counting_lists()
    verb = noun.head.lemma_
    is_put = noun.dep_ == "dobj" and verb in lists.putting | lists.correcting | lists.bringing
    is_put = is_put or (noun.dep_ in SUBJECTS and verb in lists.reaching)
    is_own = any(c.dep_ == "prep" and c.lower_ in {"of", "for"} for c in noun.children)
    return noun.lemma_.lower() in lists.figures and is_put and not is_own


def _is_counted_in(state: "Token") -> bool:
    """'The number of people killed': what a figure is of."""
    people = state.head
    of = people.head
    is_of = state.dep_ in {"acl", "relcl"} and people.dep_ == "pobj" and of.lower_ == "of"
    return is_of and of.head.lemma_ in load_counting_lists().figures


def _type_before(noun: "Token", words: CountingWords) -> str | None:
    doc, first = noun.doc, sentence_of(noun).start
    if first:
        first = sentence_of(doc[first - 1]).start
    for token in reversed(doc[first : noun.i]):
        type_ = words.states.get(token.lower_) or words.taking.get(token.lemma_.lower())
        if type_ is not None:
            return type_
    return None


def is_running(word: "Token") -> bool:
    """'The toll in two weeks', 'the number killed this month', 'brought to 85 the dead of the war':
    summed over a stretch of time, and no one event's."""
    chain = _up_to_verb(word)
    verb = chain[-1]
    is_figure = any(_is_total(t) for t in chain)
    near = [*chain[:-1], *([verb] if verb.lemma_ in load_counting_lists().bringing else [])]
    return is_figure and any(_is_stretch(c) for t in near for c in t.children)


def _up_to_verb(word: "Token") -> list["Token"]:
    chain = [word]
    while chain[-1].head != chain[-1] and (
        chain[-1] == word or chain[-1].pos_ not in {"VERB", "AUX"}
    ):
        chain.append(chain[-1].head)
    return chain


def _is_total(noun: "Token") -> bool:
    lists = load_counting_lists()
    lemma = noun.lemma_.lower()
    return noun.pos_ in {"NOUN", "PROPN"} and (lemma in lists.tolls or lemma in lists.figures)


def _is_stretch(child: "Token") -> bool:
    """'In two weeks', 'this month', 'since January', 'of the war'."""
    if child.dep_ == "npadvmod" or child.dep_ == "poss":
        return child.lemma_.lower() in load_counting_lists().stretches
    if child.dep_ != "prep":
        return False
    noun = child_of(child, "pobj")
    is_long = noun is not None and noun.lemma_.lower() in load_counting_lists().stretches
    return child.lower_ == "since" or (child.lower_ in _DURING and is_long)


def _is_noun(token: "Token") -> bool:
    """Also 'the wounded', which the parse may take for a verb."""
    after_the = token.i > 0 and token.nbor(-1).lower_ in {"the", "of"}
    return token.pos_ not in {"VERB", "AUX", "ADJ"} or after_the
