"""'..., a claim that the rebels denied', '..., which the rebels deny' in, the denial as a voice of its own out.

The encoder takes such a tail for a part of what is said, and the denial for words of the one denied.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.parses import child_of, is_negated, sentence_of, subject_of
from sayso.annotate.saying.readings import NOBODY, Reading
from sayso.annotate.saying.saying_words import load_saying_words
from sayso.annotate.saying.speakers import RELATIVE

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def with_tail_denials(found: Sequence[Reading], doc: "Doc") -> list[Reading]:
    """The readings, each less its tail, and each denial beside it, of the same words."""
    readings = list(found)
    for verb, start in _tails(doc):
        denier = _denier(verb)
        if denier is None or denier.lower_ in NOBODY | RELATIVE or is_negated(verb):
            continue
        stop = verb.right_edge.i + 1
        readings = [r for r in readings if not start <= r.cue[0].i < stop]
        told = _told_before(readings, start)
        words = _cut(told.content, start) if told is not None else _claim_noun(verb)
        if not words:
            continue
        readings = [replace(r, content=words) if r is told else r for r in readings]
        source = tuple(t for t in denier.subtree if t.i != verb.i)
        readings.append(Reading((verb,), source, denier, words, "denies"))
    return readings


def _tails(doc: "Doc") -> Iterator[tuple["Token", int]]:
    """Each verb of denying in such a tail, with the number of the tail's first word."""
    words = load_saying_words()
    for verb in doc:
        if verb.lemma_.lower() not in words.denying or verb.dep_ not in {"relcl", "acl"}:
            continue
        which = next((c for c in verb.children if c.lower_ == "which" and c.dep_ == "dobj"), None)
        claim = verb.head
        is_claim = claim.lemma_.lower() in words.denied and claim.left_edge.lower_ in {"a", "an"}
        first = claim.left_edge if is_claim else which
        if first is not None and first.i > sentence_of(verb).start and first.nbor(-1).text == ",":
            yield verb, first.i


def _denier(verb: "Token") -> "Token | None":
    by = child_of(verb, "agent")
    denier = child_of(by, "pobj") if by is not None else subject_of(verb)
    if denier is not None and denier.pos_ == "PRON":  # "the army shot 12 men, a charge it denies"
        main = subject_of(verb.doc[sentence_of(verb).start].sent.root)
        return main if main is not None and main.pos_ != "PRON" else denier
    return denier


def _told_before(readings: Sequence[Reading], start: int) -> Reading | None:
    """The nearest reading of the sentence whose words the tail follows."""
    near = [
        r for r in readings
        if r.content and r.cue[0].i in sentence_of(r.cue[0].doc[start])
        and r.content[0].i < start and r.cue[-1].i < start
    ]  # fmt: skip
    return max(near, key=lambda r: r.cue[-1].i, default=None)


def _cut(content: Sequence["Token"], start: int) -> tuple["Token", ...]:
    kept = [t for t in content if t.i < start]
    while kept and kept[-1].is_punct:
        kept.pop()
    return tuple(kept)


def _claim_noun(verb: "Token") -> tuple["Token", ...]:
    """'A charge', which points back at the outlet's own words; 'which' alone does not."""
    noun = verb.head
    if noun.lemma_.lower() not in load_saying_words().denied:
        return ()
    return tuple(noun.doc[noun.left_edge.i : noun.i + 1])
