"""A trigger in, whether its event is the speaker's claim at all, or only what his words are about, out."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.annotate.event.dealt_with import is_dealt_with
from sayso.annotate.event.outlooks import outlook_of
from sayso.annotate.event.triggers import Trigger
from sayso.annotate.parses import subject_of, text_of
from sayso.annotate.saying.cues import load_cues
from sayso.types import Attribution

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# What is promised, asked for or declined is to come; what it is about may have been.
_TO_COME = frozenset({"calls_for", "promises", "hopes", "asks", "declines"})


def is_presupposed(trigger: Trigger, said: Sequence[Attribution]) -> bool:
    """Whether the event is only what a speaker reacts to, or describes it further.

    'The envoy condemned the raid that killed 58': the raid and the 58 are the outlet's words, and
    so is the raid that he 'promised to investigate'.
    """
    at = trigger.head.idx
    for attribution in said:
        if not any(s.start <= at < s.stop for s in attribution.content):
            continue
        if attribution.basis == "reacts" and not _is_in_clause(trigger.head, attribution):
            return True
        is_of_doer = attribution.stance == "accuses" or _owns_up(attribution, trigger.head.doc)
        if is_of_doer and _is_in_relative(trigger.head, attribution):
            return True
        is_past = is_dealt_with(trigger) or outlook_of(trigger) == "happened"
        if attribution.stance in _TO_COME and is_past:
            return True
    return False


def _owns_up(said: Attribution, doc: "Doc") -> bool:
    """'Claimed responsibility for a raid that killed nine': that it did is all it says of itself."""
    words = text_of(doc)[said.cue.start : said.content[0].stop].lower()
    return re.search(r"\bresponsib|\bcredit for\b", words) is not None


def is_disowned(trigger: Trigger, said: Sequence[Attribution]) -> bool:
    """'Denied having spoken of 12 dead': what is denied is the speaking, and not that they died."""
    at = trigger.head.idx
    for attribution in said:
        inside = [s for s in attribution.content if s.start <= at < s.stop]
        if attribution.stance != "denies" or not inside:
            continue
        for verb in trigger.head.ancestors:
            if not inside[0].start <= verb.idx < inside[0].stop:
                break
            if verb.pos_ == "VERB" and _is_of_speech(verb) and _is_ones_own(verb):
                return True
    return False


def _is_of_speech(verb: "Token") -> bool:
    rows = load_cues().verbs.get(verb.lemma_.lower(), ())
    return verb.lemma_ == "speak" or any(row.stance == "asserts" for row in rows)


def _is_ones_own(verb: "Token") -> bool:
    """'It had spoken', 'having spoken': who denies it is who would have done it."""
    subject = subject_of(verb)
    return verb.tag_ != "VBD" and (subject is None or subject.tag_ == "PRP")


def _is_in_clause(word: "Token", said: Attribution) -> bool:
    """Whether a clause of the speaker's own ('saying that ...') lies between word and cue."""
    while word.head != word and not said.cue.start <= word.idx < said.cue.stop:
        if word.dep_ in {"ccomp", "advcl", "xcomp"}:
            return True
        word = word.head
    return False


def _is_in_relative(word: "Token", said: Attribution) -> bool:
    while word.head != word and not said.cue.start <= word.idx < said.cue.stop:
        if word.dep_ == "relcl" and not _is_cleft(word.head):
            return True
        word = word.head
    return False


def _is_cleft(noun: "Token") -> bool:
    """'It was the militia that burned it': that they did is what is said."""
    over = noun.head
    subject = subject_of(over) if noun.dep_ == "attr" and over.lemma_ == "be" else None
    return subject is not None and subject.lower_ == "it"
