"""Readings in, with those whom a phrase or a clause beside names for the teller out.

'By the colonel's account, the minister replied that'; 'cited a doctor, who asked not to be named, as
saying that'; 'an engineer said, repeating what a survivor had told him'.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.parses import child_of, sentence_of, share_sentence, subtree_without
from sayso.annotate.saying.readings import Reading
from sayso.annotate.saying.saying_words import load_saying_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def with_accounts(doc: "Doc", found: Sequence[Reading]) -> list[Reading]:
    """'By the colonel's account, the minister replied that': the colonel tells that he did."""
    told = list(_accounts(doc))
    nouns = {r.cue[0] for r in told}
    return [*(r for r in found if not nouns & set(r.cue) and not _is_source_told(r, found)), *told]


def _is_source_told(reading: Reading, found: Sequence[Reading]) -> bool:
    """'The claim that it was mined came from a pilot': it is the pilot's claim, and said once."""
    comes = any(t.lemma_.lower() in load_saying_words().stemming for t in reading.cue)
    inner = (r for r in found if r is not reading and r.cue[0] in reading.content)
    return comes and any(r.speaker == reading.speaker for r in inner)


def _accounts(doc: "Doc") -> Iterator[Reading]:
    for noun in doc:
        whose = child_of(noun, "poss") if noun.dep_ == "pobj" else None
        phrase = noun.head
        clause = phrase.head
        if whose is None or noun.lemma_.lower() not in load_saying_words().accounts:
            continue
        after = doc[noun.right_edge.i + 1 : noun.right_edge.i + 2].text
        is_set_off = after == "," and phrase.lower_ in {"by", "in"}
        if not is_set_off or phrase.dep_ != "prep" or clause.pos_ not in {"VERB", "AUX"}:
            continue
        content = [t for t in subtree_without(clause, phrase) if not t.is_space]
        while content and content[0].text == ",":
            content = content[1:]
        source = tuple(t for t in whose.subtree if t.dep_ != "case")
        yield Reading((noun,), source, whose, tuple(content), "asserts")


def with_cited_sayings(found: Sequence[Reading]) -> list[Reading]:
    """'Cited a doctor at the hospital, who spoke in secret, as saying that': the doctor says it."""
    kept = list(found)
    for reading in found:
        pair = _citing(reading.cue[0])
        if pair is None or pair[1] in reading.source:
            continue
        cites, whom = pair
        verb = reading.cue[0]
        source = tuple(t for t in whom.doc[whom.left_edge.i : verb.i - 1] if not t.is_space)
        while source and source[-1].is_punct:
            source = source[:-1]
        at = kept.index(reading)
        kept[at] = replace(reading, source=source, speaker=whom, kind=None, naming=None)
        as_ = verb.nbor(-1)
        kept = [r for r in kept if not (r.cue[0] in source and r.content and r.content[0] == as_)]
        for n, outer in enumerate(kept):
            if cites in outer.cue and outer.speaker not in source:
                words = (*source, *whom.doc[source[-1].i + 1 : verb.i + 1], *reading.content)
                content = {t.i: t for t in (*words, *outer.content) if t not in outer.cue}
                kept[n] = replace(outer, content=tuple(content[i] for i in sorted(content)))
    return kept


def _citing(verb: "Token") -> tuple["Token", "Token"] | None:
    """The 'cited' before ', as saying', and whom it cites, where a clause stands between."""
    if verb.tag_ != "VBG" or verb.i < 2 or verb.nbor(-1).lower_ != "as":
        return None
    if verb.nbor(-2).text != ",":
        return None
    before = verb.doc[sentence_of(verb).start : verb.i]
    cites = [t for t in before if t.pos_ == "VERB" and t.lemma_.lower() in {"cite", "quote"}]
    whom = child_of(cites[-1], "dobj") if cites else None
    return (cites[-1], whom) if whom is not None and whom.i > cites[-1].i else None


def with_what_was_said(found: Sequence[Reading]) -> list[Reading]:
    """'Relayed what a medic had written: that it was burning', 'repeating what a survivor told him'."""
    kept = list(found)
    for at, reading in enumerate(found):
        verb = reading.cue[-1]
        is_named = verb.lemma_.lower() in load_saying_words().calling  # "what it called a shame"
        if is_named or [t.lower_ for t in reading.content if t.is_alpha] != ["what"]:
            continue
        what = next(t for t in reading.content if t.is_alpha)
        rest = _behind_colon(verb)
        relay = verb.head
        is_relayed = relay.tag_ == "VBG" and relay.lemma_.lower() in load_saying_words().relaying
        if rest:
            kept[at] = replace(reading, content=rest)
            words = (*what.doc[what.i : rest[0].i], *rest)
            kept = [replace(r, content=words) if r.content == rest and n != at else r
                    for n, r in enumerate(kept)]  # fmt: skip
        elif is_relayed:
            near = [r for r in kept if r.source and r.cue[0].i < relay.i and not r.cites]
            tellers = [r for r in near if share_sentence(r.cue[0], verb) and r.content]
            if tellers:
                teller = max(tellers, key=lambda r: r.cue[0].i)
                kept[at] = replace(reading, content=teller.content, cites=True)
    return kept


def _behind_colon(verb: "Token") -> tuple["Token", ...]:
    """': that the mill was burning' behind the clause, to the end of the sentence."""
    after = list(verb.doc[verb.i + 1 : sentence_of(verb).stop])
    colon = next((n for n, t in enumerate(after[:_NEAR]) if t.text == ":"), None)
    rest = after[colon + 1 :] if colon is not None else []
    while rest and (rest[-1].is_space or rest[-1].text == "."):
        rest.pop()
    return tuple(rest) if rest and rest[0].lower_ == "that" else ()


_NEAR = 5  # words between "what he had written" and the colon: "to him on Friday"
