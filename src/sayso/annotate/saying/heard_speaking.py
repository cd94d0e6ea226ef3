"""Readings in, with them those of somebody seen or heard to speak, and of who saw or heard it, out.

'The video shows a man saying that he was paid', 'the log has him telling', 'a guard heard an officer
shout': the first knows of the second's words. The encoder takes one of the two, or mixes them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.parses import SUBJECTS, child_of, is_passive
from sayso.annotate.saying.cues import load_cues
from sayso.annotate.saying.readings import Reading
from sayso.annotate.saying.saying_words import load_saying_words
from sayso.annotate.saying.speakers import RELATIVE, can_act, speaker_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BEFORE = 4  # words between who speaks and the verb: 'a man in a mask saying'


def with_heard(doc: "Doc", found: Sequence[Reading]) -> list[Reading]:
    """The readings, with both of each such pair."""
    kept = list(found)
    for verb, whom, over in _pairs(doc):
        inner = next((r for r in kept if verb in r.cue), None)
        outer = next((r for r in kept if over in r.cue and not r.cites), None)
        said = _said(verb, whom, inner, outer)
        if not said or (inner is not None and inner.cites):
            continue
        source = _named(whom, verb)
        rows = load_cues().verbs[verb.lemma_.lower()]
        own = inner or Reading((verb,), (), None, said, rows[0].stance, rows[0].knows)
        is_same = whom in own.source
        own = replace(own, source=own.source if is_same else source, speaker=whom, content=said)
        if not is_same:
            own = replace(own, kind=None, naming=None)
        kept = [r for r in kept if r is not inner and r is not outer]
        hearer = _with_all(outer, over, doc[whom.left_edge.i : said[-1].i + 1])
        kept += [*([hearer] if hearer is not None else [outer] if outer is not None else []), own]
    return kept


def _pairs(doc: "Doc") -> Iterator[tuple["Token", "Token", "Token"]]:
    """A verb of saying without a tense of its own, whom it has for a subject, and the verb above."""
    for verb in doc:
        if verb.tag_ not in {"VBG", "VB"} or verb.lemma_.lower() not in load_cues().verbs:
            continue
        whom, over = _before(verb)
        if whom is None or over is None or not 0 < verb.i - whom.i <= _BEFORE:
            continue
        others = (c for c in verb.children if c != over)
        is_bare = not any(c.dep_ in {"aux", "mark", "neg"} for c in others) and can_act(whom)
        is_seen = over.lemma_.lower() in load_saying_words().hearing_speech and over.i < whom.i
        is_set_off = any(t.is_punct for t in doc[whom.i : verb.i])
        if is_bare and is_seen and not is_set_off and not is_passive(over) and _is_one(whom):
            yield verb, whom, over


def _before(verb: "Token") -> tuple["Token | None", "Token | None"]:
    """Who speaks, and the verb above: 'shows a man saying', 'listened to a man saying', 'has him saying'."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    whom = subjects[-1] if subjects else None
    if whom is None and verb.dep_ == "acl" and verb.head.dep_ in {"dobj", "pobj"}:
        whom = verb.head
    if whom is None:
        return None, None
    having = child_of(verb, "aux")
    if len(subjects) > 1 and having is not None and having.i < whom.i:
        return whom, having  # "the tape has him saying": the parse makes that one verb
    over = whom.head if whom.head != verb else verb.head
    return whom, over.head if over.dep_ == "prep" and over.lower_ == "to" else over


def _is_one(whom: "Token") -> bool:
    """No relative, and no paper: 'sent a letter saying that' is the sender's."""
    is_named = whom.pos_ in {"NOUN", "PROPN"} or whom.lower_ in {"him", "her", "them"}
    return is_named and whom.lower_ not in RELATIVE and not whom.lower_.endswith("self")


def _said(
    verb: "Token", whom: "Token", inner: Reading | None, outer: Reading | None
) -> tuple["Token", ...]:
    """What is said behind the verb, as the encoder has it for either."""
    for reading in (inner, outer):
        words = tuple(t for t in reading.content if t.i > verb.i) if reading is not None else ()
        if any(t.pos_ in {"VERB", "AUX"} or t.is_quote for t in words):
            return words
    return ()


def _named(whom: "Token", verb: "Token") -> tuple["Token", ...]:
    return tuple(t for t in whom.doc[whom.left_edge.i : verb.i] if t.i >= whom.left_edge.i)


def _with_all(outer: Reading | None, over: "Token", words: Iterable["Token"]) -> Reading | None:
    """Who saw or heard it, whose words are all that the other says."""
    content = tuple(sorted(set(words), key=lambda t: t.i))
    verb = over.head if over.dep_ == "aux" else over
    speaker = child_of(verb, *SUBJECTS) or speaker_of(verb)
    if outer is not None:
        content = tuple(sorted({*content, *outer.content}, key=lambda t: t.i))
        if speaker is not None and not {speaker, *content} & set(outer.source):
            speaker = outer.speaker
        if outer.speaker in content and speaker is not None and speaker not in content:
            return replace(
                outer, source=tuple(speaker.subtree), speaker=speaker, content=content,
                kind=None, naming=None,
            )  # fmt: skip
        return replace(outer, content=content)
    if speaker is None or speaker in content or not speaker.i < over.i:
        return None
    source = tuple(t for t in speaker.subtree if t.i < over.i)
    return Reading((over,), source, speaker, content, "asserts")
