"""Readings in, the same with the speaker of the cue's own clause out.

The encoder takes whoever stands nearest: who is named in a relative clause between the subject and
its verb, whose doctor speaks and not the doctor, the country that donors come from.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.mentions import load_source_kinds
from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.parses import (
    SUBJECTS,
    child_of,
    is_finite,
    is_passive,
    share_sentence,
    subtree_without,
)
from sayso.annotate.saying.cues import load_cues
from sayso.annotate.saying.readings import Reading, stance_of
from sayso.annotate.saying.saying_words import load_saying_words
from sayso.annotate.saying.speakers import can_act, is_likely_speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

_MOST = 4  # words from whose it is to the verb: "the mayor's former party doctor said"


def with_own_clause(reading: Reading) -> Reading:
    """The reading with who does what the cue says, by the parse, where the encoder looked past him."""
    if not reading.source:
        return reading
    for own in (_of_clause, _of_refusal, _of_antecedent, _of_owned):
        reading = own(reading)
    return _of_people(reading)


def _of_clause(reading: Reading) -> Reading:
    """'Hill chiefs, troubled by a raid which the Union backed, are questioning it': the chiefs."""
    verb, speaker = reading.cue[-1], reading.speaker
    if verb.pos_ != "VERB" or is_passive(verb) or speaker is None:
        return reading
    doer = _doer(verb)
    elsewhere = speaker.head if speaker.dep_ in SUBJECTS else None
    if doer is None or elsewhere is None or elsewhere in {*reading.cue, doer.head}:
        return reading
    is_apart = doer not in reading.source and speaker not in doer.conjuncts
    is_thing = load_source_kinds().get(doer.lemma_.lower()) == "document"
    if not is_apart or is_thing or not can_act(doer) or doer.pos_ not in {"NOUN", "PROPN"}:
        return reading
    return _with_speaker(reading, doer, [t for t in doer.subtree if t.i <= _stop(doer)])


def _doer(verb: "Token") -> "Token | None":
    """The subject beside a verb; of 'after railing against them' that of the clause around it."""
    own = child_of(verb, "nsubj")
    is_told = is_finite(verb) or child_of(verb, "aux") is not None
    if own is not None or verb.tag_ != "VBG" or verb.dep_ != "pcomp":
        return own if own is not None and own.i < verb.i and is_told else None
    over = verb.head.head
    return child_of(over, "nsubj") if over.pos_ == "VERB" and is_finite(over) else None


def _stop(noun: "Token") -> int:
    """Where the words that name it end: before the clause or comma behind it."""
    behind = (t.left_edge.i for t in noun.children if t.i > noun.i and t.dep_ in _ASIDES)
    return min((*behind, noun.right_edge.i + 1)) - 1


_ASIDES = frozenset({"punct", "relcl", "acl", "appos", "advcl"})


def _of_owned(reading: Reading) -> Reading:
    """'The Lowland candidate's former doctor maintains': the doctor."""
    owner, first = reading.speaker, reading.cue[0]
    if owner is None or owner.i + 1 >= len(owner.doc) or owner.nbor(1).tag_ != "POS":
        return reading
    is_in = reading.source[-1].i > owner.i + 1
    behind = owner.doc[owner.i + 2 : reading.source[-1].i + 1 if is_in else first.i]
    is_verb = first.pos_ in {"VERB", "AUX"} and first.tag_ in {"VBD", "VBZ", "VBP", "MD"}
    is_phrase = all(t.pos_ in {"NOUN", "PROPN", "ADJ"} for t in behind)
    if not (is_in or is_verb) or not is_phrase or not 0 < len(behind) <= _MOST:
        return reading
    if not is_likely_speaker(behind[-1]) or any(t in reading.content for t in behind):
        return reading
    words = owner.doc[reading.source[0].i : behind[-1].i + 1]
    return _with_speaker(reading, behind[-1], list(words))


def _of_antecedent(reading: Reading) -> Reading:
    """'Donors all over the country who want to help': the donors want it, and no country."""
    verb, speaker = reading.cue[0], reading.speaker
    who = child_of(verb, "nsubj")
    is_who = verb.dep_ == "relcl" and who is not None and who.lower_ == "who"
    place = verb.head
    is_place = (
        place.lemma_.lower() in load_naming_words().places | _LANDS or place.ent_type_ == "GPE"
    )
    if not is_who or place not in reading.source:
        return reading
    man = _man_of(place)
    if man is not None:
        words = [t for t in man.subtree if t.i < (who or verb).i]
        return _with_speaker(reading, man, words)
    if not is_place:
        return reading
    over = place.head
    while over.dep_ == "prep" and over.head.dep_ == "prep":
        over = over.head
    noun = over.nbor(-1) if over.dep_ == "prep" and over.i else None
    if noun is None or noun == speaker or noun.pos_ != "NOUN" or not noun.tag_.endswith("S"):
        return reading
    return _with_speaker(reading, noun, [*_lefts(noun), noun])


def _man_of(place: "Token") -> "Token | None":
    """The cousin of 'his cousin at the customs post, who told us': no post is one 'who' tells."""
    words, over = load_naming_words(), place.head
    is_site = place.lemma_.lower() in words.groups | words.run | words.bands | words.places | _POSTS
    if not is_site or place.dep_ != "pobj" or over.lower_ not in {"at", "in", "from", "near", "of"}:
        return None
    man = over.head if over.head.pos_ in {"NOUN", "PROPN"} else over.nbor(-1)
    is_man = man.pos_ in {"NOUN", "PROPN"} and is_likely_speaker(man) and man.ent_type_ != "ORG"
    return man if is_man and man.lemma_.lower() not in words.groups else None


_POSTS = frozenset(
    {"post", "checkpoint", "gate", "headquarters", "hospital", "morgue", "market", "front"}
)
_LANDS = frozenset(
    {"country", "nation", "world", "state", "area", "county", "neighbourhood", "camp"}
)


def _of_refusal(reading: Reading) -> Reading:
    """'Calls for an inquiry were rejected by the council': the council rejects them, and calls for none."""
    noun, speaker = reading.cue[-1], reading.speaker
    verb = noun.head
    is_subject = noun.pos_ == "NOUN" and noun.dep_ == "nsubjpass" and is_passive(verb)
    by = child_of(verb, "agent") if is_subject else None
    agent = child_of(by, "pobj") if by is not None else None
    rows = load_cues().verbs.get(verb.lemma_.lower(), ())
    if agent is None or agent != speaker or not rows or verb in reading.content:
        return reading
    cue = sorted(
        [verb, *(c for c in verb.children if c.dep_ in {"auxpass", "neg"})], key=lambda t: t.i
    )
    return replace(
        reading, cue=tuple(cue), content=tuple(t for t in noun.subtree if not t.is_space),
        stance=stance_of(verb, rows[0]), knows=rows[0].knows,
    )  # fmt: skip


def _of_people(reading: Reading) -> Reading:
    """'One can only hope that', 'it is impossible to know who': people in general, and nobody named."""
    if len(reading.source) != 1 or not share_sentence(reading.source[0], reading.cue[0]):
        return reading
    word = reading.source[0].lower_
    may = any(t.tag_ == "MD" for t in reading.cue)
    judged = load_saying_words().judged
    is_it = word == "it" and any(t.lemma_.lower() in judged for t in reading.cue)
    if not is_it and not (word == "one" and may):
        return reading
    return replace(reading, source=(), speaker=None, kind=None, naming=None)


def _with_speaker(reading: Reading, speaker: "Token", words: Sequence["Token"]) -> Reading:
    own = {t.i for t in reading.cue}
    source = tuple(t for t in words if t.i not in own)
    while source and source[-1].is_punct:
        source = source[:-1]
    content = tuple(t for t in reading.content if t not in source)
    if not source or not content:
        return reading
    return replace(reading, source=source, speaker=speaker, content=content, kind=None, naming=None)


def _lefts(noun: "Token") -> list["Token"]:
    near = [c for c in noun.lefts if c.dep_ in {"det", "amod", "compound", "nummod", "poss"}]
    return [t for child in near for t in subtree_without(child)]
