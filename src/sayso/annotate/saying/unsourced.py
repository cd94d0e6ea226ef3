"""Readings in, those in which nobody is named who says it, whole and with no source, out.

'The talks are widely seen as lost', 'the guards reportedly fled', 'the town seems quiet': said by
somebody, and the text does not tell by whom. What is said there begins before the cue.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.parses import child_of, is_passive, subject_of, subtree_without
from sayso.annotate.saying.cues import load_cues
from sayso.annotate.saying.readings import Reading
from sayso.annotate.saying.saying_words import load_saying_words
from sayso.annotate.saying.speakers import RELATIVE
from sayso.types import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token


# "They were ordered to leave", "were promised bread": to whom it was said.
_OF_HEARERS: frozenset[Stance] = frozenset({"calls_for", "promises", "asks"})


def with_unsourced(readings: Sequence[Reading]) -> list[Reading]:
    """The readings in their order, those of nobody with all that is said."""
    return [_whole(_unless_seeming(r)) for r in readings]


def _unless_seeming(reading: Reading) -> Reading:
    """'The speaker seemed close to tears': he says nothing; but 'seemed to deny it' is his word."""
    verb = reading.cue[-1]
    if not reading.source or len(_verbs(reading)) != 1 or not _is_seeming(verb):
        return reading
    behind = child_of(verb, "xcomp", "ccomp")
    is_of_words = behind is not None and behind.lemma_.lower() in load_cues().verbs
    if reading.source[-1].i > verb.i or is_of_words or subject_of(verb) not in reading.source:
        return reading
    words = sorted({*reading.source, *reading.content}, key=lambda t: t.i)
    return replace(reading, source=(), speaker=None, content=tuple(words), kind=None, naming=None)


def _whole(reading: Reading) -> Reading:
    """With the subject of 'are seen as', 'seems to', and what stands behind where little is read."""
    if not reading.source and reading.cue[-1].lower_ in load_saying_words().by_report:
        return _of_clause(reading)
    verb = next(iter(reversed(_verbs(reading))), None)
    if reading.source or verb is None or not (_is_seeming(verb) or _is_reported(verb)):
        return reading
    if reading.stance in _OF_HEARERS or any(t.lower_ == "that" for t in reading.content[:1]):
        return reading
    subject = subject_of(verb)
    words = {t.i: t for t in reading.content}
    if subject is not None and subject.i < verb.i and not _is_empty(subject):
        words |= {t.i: t for t in _without_asides(subject)}
    if not any(t.i > verb.i for t in words.values()):
        words |= {t.i: t for t in _behind(verb)}
    kept = tuple(words[i] for i in sorted(words) if words[i] not in reading.cue)
    return replace(reading, content=kept) if kept else reading


def _of_clause(reading: Reading) -> Reading:
    """'The guard was reportedly there', of which the encoder has the guard alone."""
    if any(t.pos_ in {"VERB", "AUX"} for t in reading.content):
        return reading
    content = _clause_of(reading.cue[-1])
    return replace(reading, content=content) if set(reading.content) < set(content) else reading


def _verbs(reading: Reading) -> list["Token"]:
    return [t for t in reading.cue if t.pos_ == "VERB"]


def _is_seeming(verb: "Token") -> bool:
    return verb.lemma_.lower() in load_saying_words().seeming and verb.pos_ == "VERB"


def _is_reported(verb: "Token") -> bool:
    """'Is reported', 'has been disclosed', by nobody named."""
    lemma = verb.lemma_.lower()
    words = load_saying_words()
    if lemma in words.telling_whom | words.asked:
        return False  # "Odas was asked to speak": he is whom they asked
    is_known = lemma in words.held | words.made_known | load_cues().verbs.keys()
    is_formed = any(c.dep_ == "auxpass" for c in verb.children)
    return is_known and is_formed and is_passive(verb) and child_of(verb, "agent") is None


def _is_empty(subject: "Token") -> bool:
    """'It seems', 'who is said'; 'it is thought'."""
    return subject.lower_ in {"it", "there", "what", *RELATIVE}


def _without_asides(subject: "Token") -> list["Token"]:
    """'Odas, who leads the council, seems tired': Odas."""
    words = subtree_without(subject, *(c for c in subject.children if c.dep_ == "relcl"))
    while words and words[-1].is_punct:
        words.pop()
    return words


def _behind(verb: "Token") -> Iterator["Token"]:
    """'Seen as lost', 'seems close to it'; not when or where it was said."""
    for child in verb.children:
        is_complement = child.dep_ in {"xcomp", "ccomp", "oprd", "acomp"}
        if child.i > verb.i and (is_complement or child.lower_ in {"as", "like"}):
            yield from child.subtree


def _clause_of(adverb: "Token") -> tuple["Token", ...]:
    """'The guards reportedly fled': the clause around it."""
    verb = adverb.head
    is_bare = verb.tag_ == "VBG" and subject_of(verb) is None  # "sued for allegedly breaking it"
    if adverb.pos_ != "ADV" or verb.pos_ not in {"VERB", "AUX"} or is_bare:
        return ()
    return tuple(t for t in subtree_without(verb, adverb) if not t.is_space)
