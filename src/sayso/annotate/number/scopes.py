"""Counts in their sentences in; whether each is a part of another, or a total of its own, out."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.number.counting_lists import load_counting_lists
from sayso.annotate.number.numbers import load_counting_words
from sayso.annotate.parses import sentence_of
from sayso.types import Count, Event, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = 6  # words before a number in which 'including' makes a part of it


def is_part(noun: "Token", first: "Token", last: "Token") -> bool:
    """'including nine children', 'among them three women', 'three of them', '30 of the 80', 'two
    nurses were among the dead'; but not the dead that they were among.

    first, last: the tokens of the count
    """
    words = load_counting_lists()
    head = noun.head
    if first.lower_ == "the" and first.i and first.nbor(-1).lower_ == "among":
        return False
    if noun.dep_ == "nsubj" and head.lemma_ == "be" and (_are_among(head) or _of_harmed(head)):
        return True
    if noun.dep_ == "pobj" and head.lower_ in {"including", "among"}:
        return True
    if noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN", "NUM"}:
        return is_part(noun.head, noun.head, noun.head)
    if noun.dep_ == "dobj" and head.lower_ in words.among:
        return True
    doc = noun.doc
    for of in doc[first.i + 1 : last.i + 2]:
        is_number = of.nbor(-1).like_num or of.nbor(-1).i == noun.i
        if (
            of.lower_ == "of"
            and is_number
            and of.i + 1 < len(doc)
            and of.nbor(1).lower_ in words.wholes
        ):
            return noun.like_num or of.nbor(-1).like_num  # but not "nine members of the family"
    if noun.dep_ in {"nsubj", "nsubjpass"} and head.dep_ == "conj":
        return False  # "six died, including two boys, and at least 30 were hurt"
    before = [t.lower_ for t in doc[max(sentence_of(noun).start, first.i - _NEAR) : first.i]]
    return any(word in words.among for word in before)


def _of_harmed(verb: "Token") -> bool:
    """'Of the 52 people killed, 31 were women': before 'were', the whole and what befell them."""
    wholes = (c for c in verb.children if c.lower_ == "of" and c.dep_ == "prep" and c.i < verb.i)
    states = load_counting_words().states
    return any(t.lower_ in states for of in wholes for t in of.subtree)


def _are_among(verb: "Token") -> bool:
    """'Were among the 15 dead', 'were among those killed'."""
    after = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 4]]
    return "among" in after


_MORE = re.compile(r"\b(?:more|further|additional|another)\b(?! than)", re.IGNORECASE)


def mark_increments(
    events: Sequence[Event], sentences: Sequence[Span], text: str
) -> tuple[Event, ...]:
    """'Two more bodies were found' adds to a figure given before: a part of the new total.

    'Killing ten and wounding another five' gives the five as a total: the words before them count
    something else.
    """
    told = [count for event in events for count in event.counts if not event.background]

    def scoped(count: Count) -> Count:
        more = _MORE.search(text, count.span.start, count.span.stop + len(" more"))
        if more is None or count.scope != "total":
            return count
        before = [other for other in told if other.span.stop <= count.span.start]
        same = [o for o in before if set(o.categories) & set(count.categories)]
        here = next((s for s in sentences if s.covers(count.span)), count.span)
        others = [o for o in before if o not in same and here.covers(o.span)]
        return replace(count, scope="part") if same and not others else count

    return tuple(replace(e, counts=tuple(scoped(c) for c in e.counts)) for e in events)
