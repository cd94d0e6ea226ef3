"""Readings in, those out whose words are parted by who says them, each with both halves.

"Their sergeant, he went on, had said that they wanted it", "the Union, an aide said, regretted it",
"it hopes, a spokeswoman added, to be right": he, the aide and the spokeswoman tell what the sergeant,
the Union and 'it' say; the parse takes the one for the other, and the encoder half of it for all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.annotate.parses import sentence_of
from sayso.annotate.saying.cues import CueTable
from sayso.annotate.saying.readings import Reading, stance_of
from sayso.annotate.saying.saying_words import load_saying_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LONGEST = 10  # words of who says it, with what hangs on the verb: "a clerk on the committee said on Friday"
_FIRST = 8  # words before them
_NAMES = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART", "ADP", "PUNCT"})


@dataclass(frozen=True, slots=True)
class _Parted:
    """A sentence in three: what comes first, who says it, and the rest; without the commas between."""

    first: tuple["Token", ...]
    said: tuple["Token", ...]
    rest: tuple["Token", ...]

    @property
    def is_subject(self) -> bool:
        """Whether what comes first is who does what the rest tells: 'the Union, ..., regretted it'."""
        return all(t.pos_ in _NAMES for t in self.first)


def with_interrupted(
    doc: "Doc", found: Sequence[Reading], cues: CueTable, *, whole: bool = True
) -> list[Reading]:
    """The readings, where who says it stands between the halves of what is said.

    whole: with those that are missing
    """
    read = list(found)
    for sentence in {sentence_of(r.cue[0]).start: sentence_of(r.cue[0]) for r in found}.values():
        parted = _parted(doc, sentence, cues)
        if parted is not None:
            read = [_of_half(r, parted) for r in read]
            read += _missed(parted, read, cues) if whole else ()
    return read


def _parted(doc: "Doc", sentence: range, cues: CueTable) -> _Parted | None:
    words = [doc[i] for i in sentence if not doc[i].is_space]
    commas = [n for n, t in enumerate(words) if t.text == ","][:2]
    if len(commas) < 2 or any(t.is_quote for t in words):
        return None
    one, other = commas
    parted = _Parted(
        tuple(words[:one]), tuple(words[one + 1 : other]), tuple(_unended(words[other + 1 :]))
    )
    is_short = 0 < one <= _FIRST and len(parted.said) <= _LONGEST and bool(parted.rest)
    return parted if is_short and _is_told(parted, cues) and _goes_on(parted, cues) else None


def _unended(words: list["Token"]) -> list["Token"]:
    while words and words[-1].is_punct:
        words = words[:-1]
    return words


def _is_told(parted: _Parted, cues: CueTable) -> bool:
    """'An aide said at midnight': a subject, and a verb of saying that has no object."""
    verb = _verb_of(parted)
    if verb is None or verb.tag_ not in _FINITE or verb == parted.said[0]:
        return False
    before = [t for t in parted.said if t.i < verb.i]
    is_known = verb.lemma_.lower() in load_saying_words().tags or (
        verb.lemma_ == "go" and verb.nbor(1).lower_ == "on"
    )
    is_free = before[0].lower_ not in {"who", "which", "as", "when", "and", "but"}
    return is_known and is_free and all(t.pos_ in _NAMES | {"ADV", "AUX"} for t in before)


def _verb_of(parted: _Parted) -> "Token | None":
    verbs = [t for t in parted.said if t.pos_ == "VERB"]
    return verbs[0] if len(verbs) == 1 else None


def _goes_on(parted: _Parted, cues: CueTable) -> bool:
    """Whether the rest goes on with what comes first."""
    opening = next((t for t in parted.rest if t.pos_ != "ADV"), parted.rest[0])
    if parted.is_subject:
        is_one = parted.first[-1].pos_ in {"NOUN", "PROPN", "PRON"}
        return is_one and opening.tag_ in _FINITE
    verbs = [t for t in parted.first if t.pos_ in {"VERB", "AUX"} and t.tag_ in _FINITE]
    is_cue = bool(verbs) and verbs[-1].lemma_.lower() in cues.verbs
    return is_cue and opening.lower_ in {"to", "that"}


def _of_half(reading: Reading, parted: _Parted) -> Reading:
    cue = reading.cue[0]
    if cue in parted.said:
        if not all(t in parted.rest for t in reading.content):
            return reading
        until = (reading.content or parted.rest)[-1].i
        whole = (*parted.first, *(t for t in parted.rest if t.i <= until))
        source = tuple(t for t in reading.source if t not in parted.first) or reading.source
        return replace(reading, content=whole, source=source)
    if cue not in parted.first and cue not in parted.rest:
        return reading
    content = tuple(t for t in reading.content if t not in parted.said and t.text != ",")
    if not content or not any(t in parted.said for t in reading.content):
        content = reading.content
    reading = replace(reading, content=content)
    is_of_first = parted.is_subject and _opens(reading, parted)
    if not is_of_first or set(reading.source) & set(parted.first):
        return reading
    return replace(
        reading, source=parted.first, speaker=_root(parted), kind=None, naming=None,
        content=tuple(t for t in content if t not in parted.first),
    )  # fmt: skip


def _opens(reading: Reading, parted: _Parted) -> bool:
    """Whether it is the verb with which the rest begins."""
    before = [t for t in parted.rest if t.i < reading.cue[0].i]
    return reading.cue[0] in parted.rest and all(t.pos_ in {"ADV", "AUX"} for t in before)


def _root(parted: _Parted) -> "Token":
    first = parted.first
    return first[0].doc[first[0].i : first[-1].i + 1].root


def _missed(parted: _Parted, read: Sequence[Reading], cues: CueTable) -> Iterator[Reading]:
    """Who says it, and who does so between the halves, where neither the parse nor the encoder saw it."""
    verb = _verb_of(parted)
    if verb is not None and not any(t in parted.said for r in read for t in r.cue):
        who = tuple(t for t in parted.said if t.i < verb.i and t.pos_ not in {"AUX", "ADV"})
        cue = (verb, verb.nbor(1)) if verb.lemma_ == "go" else (verb,)
        if who:
            head = verb.doc[who[0].i : who[-1].i + 1].root
            yield Reading(cue, who, head, (*parted.first, *parted.rest), "asserts")
    done = next((t for t in parted.rest if t.pos_ not in {"ADV", "AUX"}), None)
    rows = cues.verbs.get(done.lemma_.lower(), ()) if done is not None else ()
    if not parted.is_subject or done is None or not rows or any(done in r.cue for r in read):
        return
    doing = tuple(t for t in parted.rest if t.i <= done.i and t.pos_ != "ADV")
    content = tuple(t for t in parted.rest if t.i > done.i)
    if content and done.pos_ == "VERB":
        yield Reading(
            doing, parted.first, _root(parted), content, stance_of(done, rows[0]), rows[0].knows
        )
