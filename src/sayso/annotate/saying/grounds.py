"""Readings in, with them those on whose word somebody speaks, named in a phrase beside.

'On the word of a defector, the ministry announced'; 'a report based on interviews with forty
prisoners says'; 'relaying an account by survivors, the bishop said'.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.annotate.mentions import load_source_kinds
from sayso.annotate.parses import child_of, share_sentence
from sayso.annotate.saying.cues import load_cues
from sayso.annotate.saying.readings import Reading
from sayso.annotate.saying.saying_words import load_saying_words
from sayso.annotate.saying.speakers import can_act

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OF = frozenset({"of", "by", "from", "with"})


@dataclass(frozen=True, slots=True)
class _Ground:
    """cue: 'on the word of'; whom: the defector; over: what the phrase hangs on."""

    cue: tuple["Token", ...]
    whom: "Token"
    over: "Token"


def with_grounds(doc: "Doc", found: Sequence[Reading]) -> list[Reading]:
    """The readings, and those cited so; without what was taken for words in such a phrase."""
    kept = list(found)
    for ground in (g for word in doc if (g := _ground_at(word)) is not None):
        others = [r for r in kept if r.cue[0] not in ground.cue]
        teller = _teller(ground, others)
        if teller is None or any(ground.whom in r.source for r in others if r.cites):
            continue
        words = _words(ground)
        content = tuple(t for t in teller.content if t not in words)
        while content and content[-1].text == ",":
            content = content[:-1]
        if content:
            kept = [replace(r, content=content) if r is teller else r for r in others]
            source = tuple(t for t in ground.whom.subtree if t in words)
            kept.append(Reading(ground.cue, source, ground.whom, content, "asserts", cites=True))
    return kept


def _ground_at(word: "Token") -> "_Ground | None":
    """The phrase that a preposition of somebody's word opens, or a participle of handing it on."""
    over, words, lemma = word.head, load_saying_words(), word.lemma_.lower()
    by, whom = _by_whom(word, (*word.children, *(c for c in over.children if c.i == word.i + 1)))
    if whom is not None and whom.lemma_.lower() in words.tellings:
        inner, teller = _by_whom(whom, whom.children)  # "the strength of a message from a guard"
        by, whom = (inner, teller) if teller is not None else (by, whom)
    if by is None or whom is None or not _is_somebody(whom):
        return None
    if word.dep_ == "pobj" and over.lower_ in {"on", "upon"} and over.i < word.i:
        base = over.head
        is_based = base.lemma_.lower() == "base" and base.tag_ in {"VBN", "VBG"}
        if is_based and lemma in words.tellings:
            return _Ground(_between(base, by), whom, base)
        return _Ground(_between(over, by), whom, over) if lemma in words.grounds else None
    is_relay = word.dep_ == "dobj" and over.tag_ == "VBG" and over.dep_ == "advcl"
    if is_relay and over.lemma_.lower() in words.relaying and lemma in words.tellings:
        return _Ground(_between(over, by), whom, over)
    return None


def _by_whom(word: "Token", beside: Iterable["Token"]) -> tuple["Token | None", "Token | None"]:
    """The 'of', 'by', 'from' or 'with' behind a noun, and the noun behind that."""
    if word.pos_ not in {"NOUN", "PROPN"}:
        return None, None
    preps = (c for c in beside if c.dep_ in {"prep", "agent"} and c.i > word.i)
    by = next((c for c in preps if c.lower_ in _OF), None)
    whom = child_of(by, "pobj") if by is not None else None
    return (by, whom) if by is not None and whom is not None and whom.i > by.i else (None, None)


def _is_somebody(noun: "Token") -> bool:
    return can_act(noun) and noun.lemma_.lower() not in load_cues().nouns


def _between(first: "Token", last: "Token") -> tuple["Token", ...]:
    return tuple(first.doc[first.i : last.i + 1])


def _words(ground: _Ground) -> set["Token"]:
    """The whole phrase, with who is named in it."""
    return set(ground.cue[0].doc[ground.cue[0].i : ground.whom.right_edge.i + 1])


def _teller(ground: _Ground, found: Sequence[Reading]) -> Reading | None:
    """Who speaks on that ground: the phrase hangs on his verb, or on the paper that says it."""
    near = [
        r for r in found if r.source and share_sentence(r.cue[0], ground.cue[0]) and not r.cites
    ]
    said = (r for head in _above(ground) for r in near if head in {*r.cue, r.speaker})
    return next(said, None)


def _above(ground: _Ground) -> Iterator["Token"]:
    """What a phrase hangs on, and the noun or verb of saying that one hangs on."""
    over = ground.over.head
    yield over
    is_set_off = ground.cue[0].i > 0 and ground.cue[0].nbor(-1).text == ","
    if over.dep_ == "ccomp" and is_set_off:
        yield over.head  # "said the men were hanged, based on the word of a cook"
    if over.dep_ == "relcl":
        yield over.head  # "the report, which relied on the word of two drivers"
    if over.dep_ == "pobj" and over.head.dep_ == "prep":
        yield over.head.head  # "in a report based on interviews with nurses, the Banner said"
    if over.lemma_.lower() in load_source_kinds() and over.dep_ in {"appos", "conj"}:
        yield over.head
