"""A reading whose words of saying stand inside a relative clause in, the same with no more than that clause out.

'A raid, which the rebels say was carried out by the army, killed nine': the rebels say whose it was,
and neither that there was one nor that nine died in it.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.parses import sentence_of
from sayso.annotate.saying.cues import CueTable
from sayso.annotate.saying.readings import Reading
from sayso.annotate.saying.speakers import RELATIVE, is_likely_speaker

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NAMING = frozenset(
    {"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART"}
)  # "the town's two mayors"
_LONGEST = 7  # words of who says it
_LINKS = RELATIVE | {
    "and",
    "or",
    "but",
    "what",
    "where",
    "when",
    "how",
    "as",
    "because",
    "if",
    "to",
}


def within_relative(reading: Reading) -> Reading:
    """Its speaker the one between the relative and the cue; nothing from before, or from behind the clause."""
    cue = reading.cue[-1]
    relative = _opening(reading)
    if relative is None:
        return reading
    stop = _end(relative, cue)
    content = tuple(t for t in reading.content if cue.i < t.i < stop)
    if not any(not t.is_punct for t in content):
        told = _told_behind(cue, relative) if reading.content else []
        return replace(reading, content=tuple(told)) if told else reading
    content = (*cue.doc[cue.i + 1 : content[0].i], *content)  # "say killed nine", less the verb
    who = cue.doc[relative.i + 1 : reading.cue[0].i]
    is_other = bool(reading.source) and reading.source[-1].i <= relative.i
    if not is_other:
        return replace(reading, content=content)
    return replace(reading, source=tuple(who), speaker=who.root, content=content)


def with_inserted(found: Sequence[Reading], doc: "Doc", cues: CueTable) -> list[Reading]:
    """The readings, none beyond its own clause, and those of relative clauses that the encoder passed over."""
    read = {t.i for r in found for t in r.cue}
    more = (_inserted(t, cues) for t in doc if t.i not in read and t.pos_ in {"VERB", "NOUN"})
    return [within_relative(r) for r in (*found, *(r for r in more if r is not None))]


def _inserted(cue: "Token", cues: CueTable) -> Reading | None:
    """'Which the council alleged was carried out by the north': a verb of the relative's own follows."""
    rows = cues.verbs.get(cue.lemma_.lower())
    is_told = rows is not None and rows[0].stance in {"asserts", "accuses"}
    if rows is None or not is_told or cue.i + 2 >= len(cue.doc) or not cue.i:
        return None
    relative = _relative_before(cue)
    if relative is None or cue.tag_ == "VBG":
        return None
    who, content = cue.doc[relative.i + 1 : cue.i], _told_behind(cue, relative)
    if not is_likely_speaker(who.root) or len(content) < 2:
        return None
    return Reading((cue,), tuple(who), who.root, tuple(content), rows[0].stance, rows[0].knows)


def _told_behind(cue: "Token", relative: "Token") -> list["Token"]:
    """The rest of the clause, where a verb opens it; else nothing."""
    if cue.i + 1 >= len(cue.doc) or cue.nbor(1).tag_ not in _FINITE:
        return []
    stop = min(_end(relative, cue), sentence_of(cue).stop)
    clause = [c for c in cue.children if c.dep_ == "ccomp" and c.i > cue.i]
    stop = min([stop, *(c.right_edge.i + 1 for c in clause)])
    content = [t for t in cue.doc[cue.i + 1 : stop] if not t.is_space]
    while content and content[-1].is_punct:
        content.pop()
    return content


def _opening(reading: Reading) -> "Token | None":
    return _relative_before(reading.cue[0])


def _relative_before(cue: "Token") -> "Token | None":
    """The relative that opens the clause, right before who says it."""
    doc, at = cue.doc, cue.i - 1
    first = at
    while first > max(0, at - _LONGEST) and doc[first].pos_ in _NAMING and not _is_link(doc[first]):
        first -= 1
    relative = doc[first]
    if first == at or first == 0 or relative.lower_ not in RELATIVE or relative.dep_ == "mark":
        return None
    before = doc[first - 1]
    return relative if before.text == "," or before.pos_ in {"NOUN", "PROPN", "ADP"} else None


def _is_link(word: "Token") -> bool:
    return word.lower_ in RELATIVE


def _end(relative: "Token", cue: "Token") -> int:
    """Where the clause ends: before the verb of what it is told of, at the comma if it stands between two."""
    doc, stop = relative.doc, sentence_of(cue).stop
    before = doc[relative.i - 1]
    before = doc[relative.i - 2] if before.pos_ == "ADP" and relative.i > 1 else before
    if before.text != ",":
        return _second_verb(relative, cue, stop)
    for comma in doc[cue.i + 1 : stop - 1]:
        after = comma.nbor(1)
        if after.pos_ == "ADV" and after.i + 1 < stop:
            after = after.nbor(1)
        if comma.text == "," and after.tag_ in _FINITE:
            return int(comma.i)
    return stop


def _second_verb(relative: "Token", cue: "Token", stop: int) -> int:
    """'A strike that the rebels say killed nine was carried out': nothing is told of the strike before."""
    doc = relative.doc
    if any(t.tag_ in _FINITE for t in doc[sentence_of(cue).start : relative.i]):
        return stop
    seen = 0
    for word in doc[cue.i + 1 : stop]:
        if word.text in {",", ";", "–", "—"}:
            return stop
        is_verb = word.tag_ in _FINITE or (word.tag_ == "VBN" and not seen)
        before = doc[word.i - 1]
        is_joined = before.pos_ == "AUX" or (before.pos_ == "VERB" and word.tag_ == "VBN")
        is_joined = is_joined and before.i > cue.i
        if is_verb and not is_joined:
            if seen and doc[word.i - 1].lower_ not in _LINKS:
                return int(word.i)
            seen += doc[word.i - 1].lower_ not in _LINKS or word.i == cue.i + 1
    return stop
