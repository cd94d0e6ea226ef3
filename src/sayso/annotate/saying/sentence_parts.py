"""Readings in, none whose speaker or words stand beyond a semicolon of its own out.

'The militia blamed the army, saying its men had fired; the army denied it': the militia says so, and
the parse joins the two parts. 'After finding that he had sold it' finds who jailed him, not he.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.mentions import load_source_kinds
from sayso.annotate.parses import SUBJECTS, is_passive, sentence_of
from sayso.annotate.saying.readings import Reading
from sayso.annotate.saying.saying_words import load_saying_words
from sayso.annotate.saying.speakers import RELATIVE, can_act

if TYPE_CHECKING:
    from spacy.tokens import Token


def with_own_part(reading: Reading) -> Reading:
    """The reading by the speaker of its own part of the sentence, of the words there."""
    return _without_first_part(_by_main_subject(_of_writer(reading)))


def _of_writer(reading: Reading) -> Reading:
    """'Aired a statement by the guards saying that', 'a post by a blogger claiming': who wrote it."""
    verb = reading.cue[0]
    before = verb.nbor(-1) if verb.i else verb
    if verb.tag_ != "VBG" or before.pos_ not in {"NOUN", "PROPN"}:
        return reading
    whom = before
    while whom.dep_ != "pobj" and whom.head.i < verb.i and whom.head != whom:
        whom = whom.head
    by = whom.head
    paper = by.head
    if whom.dep_ != "pobj" or by.lower_ not in {"by", "from", "of"} or not can_act(whom):
        return reading
    kinds, lemma = load_source_kinds(), paper.lemma_.lower()
    is_paper = lemma in load_saying_words().uttered or kinds.get(lemma) == "document"
    is_tape = lemma in load_saying_words().tapes
    if whom in reading.source and paper not in reading.source:
        return reading
    if not (is_tape if by.lower_ == "of" else is_paper or is_tape):
        return reading
    source = tuple(t for t in whom.subtree if t.i < verb.i)
    return _said_by(reading, source, whom) if source else reading


def _by_main_subject(reading: Reading) -> Reading:
    """Of a participle, whoever the part's own verb is about."""
    verb = reading.cue[0]
    if verb.tag_ != "VBG" or not verb.i or reading.speaker is None:
        return reading
    first, last = part_of(verb)
    is_beyond = not first <= reading.source[0].i < last
    joint = verb.nbor(-1)
    is_after = joint.lower_ in _AFTER and reading.speaker.dep_ == "dobj"
    if not (is_beyond and reading.source[0].i > verb.i and joint.text == ",") and not is_after:
        return reading
    subject = _main_subject(verb, first)
    if subject is None or not can_act(subject) or subject in reading.source:
        return reading
    return _said_by(reading, tuple(t for t in subject.subtree if t.i < subject.head.i), subject)


def _main_subject(verb: "Token", first: int) -> "Token | None":
    """The subject of the first verb of the part that no other of it governs."""
    for word in verb.doc[first : verb.i]:
        over = word.head
        if word.dep_ not in SUBJECTS or word.lower_ in RELATIVE or over.i > verb.i:
            continue
        is_top = over.head == over or over.dep_ == "conj" or not first <= over.head.i < verb.i
        if is_top and over.pos_ in {"VERB", "AUX"}:
            return word
    return None


def _said_by(reading: Reading, source: tuple["Token", ...], speaker: "Token") -> Reading:
    content = tuple(t for t in reading.content if t not in source)
    if not source or not content:
        return reading
    return replace(reading, source=source, speaker=speaker, content=content, kind=None, naming=None)


def _without_first_part(reading: Reading) -> Reading:
    """'Two fled; the army, in a statement, denied firing at them': it denies the firing alone."""
    verb = next((t for t in reading.cue if t.pos_ == "VERB"), None)
    if verb is None or reading.cites or is_passive(verb) or reading.speaker is None:
        return reading
    first, last = part_of(verb)
    early = [t for t in reading.content if t.i < first and share_part(t, first, verb)]
    brought = next((c for c in verb.children if c.dep_ in _BROUGHT and verb.i < c.i < last), None)
    is_own = first <= reading.speaker.i < verb.i
    if not early or brought is None or not is_own or any(t.is_quote for t in early):
        return reading
    kept = [t for t in reading.content if first <= t.i < last and t.i > verb.i]
    words = kept if brought in kept else [t for t in brought.subtree if t.i < last]
    return replace(reading, content=tuple(t for t in words if t not in reading.cue))


def share_part(word: "Token", first: int, verb: "Token") -> bool:
    """Whether a word of a part before is of the same sentence as the verb."""
    return first > sentence_of(verb).start <= word.i


def part_of(word: "Token") -> tuple[int, int]:
    """From which token to which the words between two semicolons run."""
    sentence = sentence_of(word)
    stops = [i for i in sentence if word.doc[i].text == ";"]
    first = max((i + 1 for i in stops if i < word.i), default=sentence.start)
    return first, min((i for i in stops if i > word.i), default=sentence.stop)


_BROUGHT = frozenset({"dobj", "ccomp", "xcomp"})
_AFTER = frozenset({"after", "before", "upon", "on", "by", "since", "without"})
