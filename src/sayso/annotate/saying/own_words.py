"""Readings in, the same without words that only another, named beside, is made to say out.

'Nine men died, medics said, though the army put the toll at five': the army put the toll at five, and
no more. 'They gave up, the radio reported, publishing pictures of men': the pictures are not said.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.parses import child_of, is_passive, share_sentence, subject_of
from sayso.annotate.saying.readings import FIRST_PERSON, NOBODY, Reading
from sayso.annotate.saying.saying_words import load_saying_words
from sayso.annotate.saying.speakers import RELATIVE, can_act, is_likely_speaker

if TYPE_CHECKING:
    from spacy.tokens import Token


def with_own_words(readings: Sequence[Reading]) -> list[Reading]:
    """Each reading with what its own verb brings."""
    mended = [_of_inserted(_of_inverted(_with_shared(r))) for r in readings]
    mended = [_of_own_object(_of_own_clause(r), readings) for r in mended]
    return [_of_main_clause(r, mended) for r in mended]


def _of_main_clause(reading: Reading, readings: Sequence[Reading]) -> Reading:
    """'The general said the pass was safe, before adding that it was mined': the general, not the pass."""
    verb = reading.cue[0]
    if verb.tag_ != "VBG" or verb.i < 2:
        return reading
    joint, before = verb.nbor(-1), verb.nbor(-2)
    outer = [
        r for r in readings
        if r.source and r.cue[0].i < joint.i and verb not in r.content
        and share_sentence(r.cue[0], verb) and r is not reading
    ]  # fmt: skip
    if joint.lower_ not in load_saying_words().before_adding or not outer:
        return reading
    main = max(outer, key=lambda r: r.cue[0].i)
    speaker = reading.speaker
    is_own = speaker is not None and (speaker == main.speaker or is_likely_speaker(speaker))
    if is_own and before.text != "," and verb.lemma_ not in _ADDING - {"say"}:
        return reading  # "said that Odas fled after telling his men that"
    content = tuple(t for t in reading.content if t not in main.source)
    return replace(
        reading, source=main.source, speaker=main.speaker, content=content or reading.content,
        kind=main.kind, naming=main.naming,
    )  # fmt: skip


def _with_shared(reading: Reading) -> Reading:
    """'The driver told nurses, according to a porter, but later told police': the driver told police.

    Nor is it somebody of another sentence.
    """
    verb = next((t for t in reversed(reading.cue) if t.pos_ == "VERB"), reading.cue[-1])
    over = verb
    while over.dep_ == "conj" and subject_of(over) is None:
        over = over.head
    subject = subject_of(over)
    if over == verb or subject is None or subject.i > over.i or is_passive(verb):
        return reading
    if not _is_misplaced(reading, verb) or not can_act(subject) or subject.lower_ in _NO_NAMES:
        return reading
    source = tuple(t for t in subject.subtree if t.i < over.i)
    content = tuple(t for t in reading.content if t not in source)
    return replace(
        reading, source=source, speaker=subject, content=content or reading.content,
        kind=None, naming=None,
    )  # fmt: skip


def _of_inverted(reading: Reading) -> Reading:
    """'A second, said an officer, was waiting': the officer said it."""
    verb = reading.cue[-1]
    before = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    behind = next((c for c in verb.children if c.dep_ == "nsubj" and c.i > verb.i), None)
    if before is None or behind is None or behind.left_edge.i != verb.i + 1 or not verb.i:
        return reading
    if verb.dep_ != "parataxis" or verb.head.i < behind.i:
        return reading
    next_ = behind.right_edge.i + 1
    is_set_off = verb.nbor(-1).text == "," and behind.doc[next_ : next_ + 1].text == ","
    if not is_set_off or behind in reading.source or not can_act(behind):
        return reading
    source = tuple(behind.subtree)
    words = {t.i: t for t in (*before.subtree, *reading.content)}
    gone = {t.i for t in (*source, *reading.cue)} | {verb.i - 1, next_}
    content = tuple(words[at] for at in sorted(words) if at not in gone)
    return replace(reading, source=source, speaker=behind, content=content, kind=None, naming=None)


def _of_inserted(reading: Reading) -> Reading:
    """'The raid, which the ministry says killed nine men, hit a mill': no mill, and who killed them."""
    verb = reading.cue[-1]
    clause = child_of(verb, "ccomp") if verb.dep_ == "relcl" else None
    subject = child_of(clause, "nsubj", "nsubjpass") if clause is not None else None
    if clause is None or subject is None or subject.lower_ not in {"which", "that", "who"}:
        return reading
    if subject.i > verb.i or clause.i < verb.i or clause.left_edge.i > verb.i + 1 < clause.i:
        return reading
    words = tuple(t for t in clause.subtree if t.i > verb.i)
    while words and words[-1].is_punct and not words[-1].is_quote:
        words = words[:-1]
    return replace(reading, content=words) if words else reading


def _is_misplaced(reading: Reading, verb: "Token") -> bool:
    """Whether one of another sentence says it, or one by whom the words before the verb were told."""
    speaker = reading.speaker
    if speaker is None or not reading.source:
        return False
    if not share_sentence(reading.source[0], verb):
        return True
    to = speaker.head
    return to.lower_ == "to" and 0 < to.i < verb.i and to.nbor(-1).lower_ == "according"


_NO_NAMES = NOBODY | FIRST_PERSON | RELATIVE | {"it"}


def _of_own_clause(reading: Reading) -> Reading:
    """Without what follows a participle behind the tag, where the words said stand before it."""
    cue, doc = reading.cue[-1], reading.cue[-1].doc
    last = max(t.i for t in (*reading.cue, *reading.source))
    before = [t for t in reading.content if t.i < reading.cue[0].i]
    after = [t for t in reading.content if t.i > last]
    if not before or len(before) + len(after) < len(reading.content) or not after:
        return reading
    doing = doc[after[0].i - 1]
    is_tail = doing.tag_ == "VBG" and doing.i > last + 1 and doing.nbor(-1).text == ","
    if not is_tail or not share_sentence(doing, cue) or doing.lemma_ in _ADDING:
        return reading
    return replace(reading, content=tuple(before))


_ADDING = frozenset({"add", "say", "note", "explain", "claim", "warn", "insist"})


def _of_own_object(reading: Reading, readings: Sequence[Reading]) -> Reading:
    """What a verb's own object or clause tells, without the words that the one before it says."""
    verb = next((t for t in reading.cue if t.pos_ == "VERB"), None)
    own = child_of(verb, "dobj", "ccomp") if verb is not None else None
    if verb is None or own is None or is_passive(verb) or reading.cites:
        return reading
    first = min(t.i for t in (*reading.cue, *reading.source))
    rest = tuple(t for t in reading.content if t.i > verb.i and share_sentence(t, verb))
    early = {t for t in reading.content if t.i < first}
    if not early or own not in rest or not any(_tells(r, reading, early) for r in readings):
        return reading
    return replace(reading, content=rest)


def _tells(other: Reading, reading: Reading, early: set["Token"]) -> bool:
    """Whether another says the early words, by a cue between them and the reading's own."""
    cue = other.cue[0]
    is_between = max(t.i for t in early) < cue.i < reading.cue[0].i
    is_other = other is not reading and other.speaker != reading.speaker and not other.cites
    return is_other and is_between and early <= set(other.content)
