"""Readings in, the same with what leaflets, banners and signs read out.

'"Leave now", read leaflets dropped over Selm', '"No more war", said a sign at the gate': the encoder takes
the leaflets for what is said, or sees nobody.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.mentions import load_source_kinds
from sayso.annotate.parses import sentence_of, tokens_at
from sayso.annotate.saying.cues import load_cues
from sayso.annotate.saying.quotations import Quotation
from sayso.annotate.saying.readings import Reading

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MODIFYING = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod"})
_ENDS = frozenset({",", ";", ":", ".", "\n"})


def with_written_words(
    doc: "Doc", quotations: Sequence[Quotation], readings: Sequence[Reading]
) -> list[Reading]:
    """A reading for each quotation behind which a verb and a paper with words on it stand."""
    found = list(readings)
    for quotation in quotations:
        for written in _written(doc, quotation):
            (verb,) = written.cue
            at = next((n for n, r in enumerate(found) if verb in r.cue), None)
            if at is None:
                found.append(written)
            else:
                found[at] = replace(written, stance=found[at].stance)
    return found


def _written(doc: "Doc", quotation: Quotation) -> Iterator[Reading]:
    words = tokens_at(doc, quotation.span)
    if not words or not _opens_sentence(words[0]):
        return
    at = words[-1].i + 1
    at += at < len(doc) and doc[at].text == ","
    if at + 1 >= len(doc) or not _can_quote(doc[at]):
        return
    paper = doc[at + 1]
    while paper.dep_ in _MODIFYING and paper.head.i > paper.i:
        paper = paper.head
    if load_source_kinds().get(paper.lemma_.lower()) != "document":
        return
    source = []
    for word in doc[at + 1 : max(paper.right_edge.i, paper.i) + 1]:
        if word.text in _ENDS or word.is_space:
            break
        source.append(word)
    if paper in source:
        yield Reading((doc[at],), tuple(source), paper, tuple(words), "asserts", "record")


def _opens_sentence(mark: "Token") -> bool:
    """Whether no verb stands before the quotation: not 'he shouted "stop", read letters and slept'."""
    before = mark.doc[sentence_of(mark).start : mark.i]
    return not any(t.pos_ in {"VERB", "AUX"} for t in before)


def _can_quote(verb: "Token") -> bool:
    rows = load_cues().verbs.get(verb.lemma_.lower(), ())
    return verb.pos_ == "VERB" and any("quote" in row.takes for row in rows)
