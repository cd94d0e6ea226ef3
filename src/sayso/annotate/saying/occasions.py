"""An attribution in; on what occasion its words were said, or in what they were written, out.

'At a press conference', 'in an interview with the Courier', 'in a post on Telegram': words beside
those of saying, as the report has them.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.annotate.parses import child_of, share_sentence, tokens_at
from sayso.annotate.saying.saying_words import load_saying_words
from sayso.types import Attribution, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CLAUSES = frozenset({"advcl", "acl", "conj", "xcomp"})
_GOING_ON = frozenset({"of", "with", "to", "on", "for", "from", "between", "by"})
_NO_PART = frozenset({"DATE", "TIME"})


def occasion_of(said: Attribution, doc: "Doc") -> Span | None:
    """None where the text tells of none."""
    for noun, first in _nouns(said, doc):
        stop = _end_of(noun)
        span = Span(first.idx, stop.idx + len(stop))
        if not any(s.meets(span) for s in said.content):
            return span
    return None


def _nouns(said: Attribution, doc: "Doc") -> Iterator[tuple["Token", "Token"]]:
    """The nouns of occasions beside the words of saying, each with the first word of its phrase."""
    words = load_saying_words()
    over = list(_governors(said, doc))
    for word in over:
        for child in word.children:
            if child.dep_ == "prep" and child.lower_ in words.at_occasions:
                noun = child_of(child, "pobj")
                if noun is not None and _is_occasion(noun, word):
                    yield noun, child
            elif _hears(child, word):
                yield child, child.left_edge


def _hears(noun: "Token", verb: "Token") -> bool:
    """'Told a news conference'."""
    words = load_saying_words()
    is_told = noun.dep_ in {"dobj", "dative"} and verb.lemma_ in words.telling_to
    return is_told and noun.lemma_.lower() in words.heard_at


def _governors(said: Attribution, doc: "Doc") -> Iterator["Token"]:
    """The words of saying and of who says it, and 'speaking', 'writing', 'wrote a piece' beside them."""
    words = load_saying_words()
    cue = [t for t in tokens_at(doc, said.cue) if t.pos_ in {"VERB", "AUX", "NOUN"}]
    yield from cue
    for span in said.source_words:
        yield from (t for t in tokens_at(doc, span) if t.pos_ in {"PROPN", "NOUN", "PRON"})
    for verb in cue:
        beside = [c for c in verb.children if c.dep_ in _CLAUSES]
        beside += [verb.head] if verb.dep_ in _CLAUSES and share_sentence(verb, verb.head) else []
        for other in (*beside, verb):
            if other.lemma_ in words.voicing_at:
                yield other
                yield from (c for c in other.children if c.dep_ == "dobj")


def _is_occasion(noun: "Token", over: "Token") -> bool:
    """'A press conference', 'a letter', 'state television'; after 'wrote in', any paper."""
    words = load_saying_words()
    if noun.lemma_.lower() in words.occasions:
        return True
    is_written = over.lemma_.lower() in words.writing | words.occasions
    return is_written and noun.ent_type_ in {"ORG", "WORK_OF_ART"} and noun.pos_ == "PROPN"


def _end_of(noun: "Token") -> "Token":
    """The last word of the phrase: with whom and on what, but not when."""
    last = noun
    for child in noun.children:
        inner = child_of(child, "pobj") if child.dep_ == "prep" else None
        if inner is None or child.i < noun.i or child.lower_ not in _GOING_ON:
            continue
        if inner.ent_type_ not in _NO_PART:
            last = max(last, *_phrase(inner), key=lambda t: t.i)
    return last


def _phrase(noun: "Token") -> list["Token"]:
    """A noun with what stands before it."""
    return [noun, *(t for c in noun.children if c.i < noun.i for t in c.subtree)]
