"""A saying of the encoder in, the same with the speaker whom the parse puts before its verb out.

'A priest said parishioners who fled say men are stopping buses': the encoder, which expects
'said parishioners' behind what they said, takes them for the speaker and the priest for his words.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.parses import child_of, is_passive, subject_of, tokens_at
from sayso.annotate.saying.saying_words import load_saying_words
from sayso.annotate.saying.sayings import Saying
from sayso.annotate.saying.speakers import can_act
from sayso.types import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BREAKS = frozenset({"•", "|", ":", ";"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_QUOTING = frozenset({"quote", "cite"})
_SEEMING = frozenset({"appear", "seem"})
_CLAUSES = frozenset({"relcl", "acl", "appos", "advcl"})  # a comma may close one of these
_OF_SUBJECT = frozenset({"agent", "acl", "prep", "pobj", "compound", "conj", "appos", "relcl"})


def of_own_subject(doc: "Doc", saying: Saying, within: Sequence[Span]) -> Saying:
    """The saying of its verb's own subject, where the encoder took somebody behind or below it."""
    verb = _verb_of(doc, saying)
    speaker = subject_of(verb) if verb is not None else None
    if verb is None or speaker is None or not _stands_before(speaker, verb):
        return saying
    if _is_torn_off(speaker, verb):
        return saying
    source = _span(speaker.left_edge, _last_of(speaker))
    if not _is_within(source, within) or source.meets(saying.cue):
        return saying
    if saying.source is None:
        return _of_what_shows(doc, saying, verb, source)
    taken = tokens_at(doc, saying.source)
    whom = doc[taken[0].i : taken[-1].i + 1].root
    if speaker in taken:
        return saying
    if _is_below(whom, speaker):
        return replace(saying, source=source, content=_without(saying.content, source))
    stop = max(c.stop for c in saying.content)
    if (told := _told_by(verb, whom)) is not None and told.left_edge.idx < stop:
        whole = Span(told.left_edge.idx, stop)
        cue = Span(saying.cue.start, _stop(verb))
        return replace(saying, source=source, cue=cue, content=(whole,))
    said = _said_behind(verb, whom)
    if said is None or not _is_within(said, within):
        return saying
    return replace(saying, source=source, content=(said,))


def _verb_of(doc: "Doc", saying: Saying) -> "Token | None":
    """The cue's verb in an active, finite form."""
    verb = next((t for t in tokens_at(doc, saying.cue) if t.pos_ == "VERB"), None)
    if verb is None or is_passive(verb):
        return None
    has_had = any(c.dep_ == "aux" and c.lemma_.lower() == "have" for c in verb.children)
    return verb if verb.tag_ in _FINITE or (verb.tag_ == "VBN" and has_had) else None


def _stands_before(speaker: "Token", verb: "Token") -> bool:
    """Whether a noun is the subject, with no more than helping words between it and its verb."""
    between = verb.doc[speaker.right_edge.i + 1 : verb.i]
    if speaker.pos_ not in {"NOUN", "PROPN"} or speaker.right_edge.i > verb.i:
        return False
    last = speaker.right_edge
    is_cut = last.text == "," or (last.i + 1 < verb.i and last.nbor(1).text == ",")
    if is_cut and not any(c.dep_ in _CLAUSES for c in speaker.children):
        return False  # "only the fear, said aid workers, kept them in"
    if any(t.text in _BREAKS or "\n" in t.text for t in verb.doc[speaker.left_edge.i : last.i]):
        return False  # "Ana Sol, Friends of Karez • Last week Bero Rao said"
    return can_act(speaker) and all(t.pos_ in {"AUX", "ADV", "PART", "PUNCT"} for t in between)


def _is_torn_off(speaker: "Token", verb: "Token") -> bool:
    """'The man they caught is Odas and not Sol, a guard said': no comma parts Odas from what is said."""
    first = speaker.left_edge
    before = first.nbor(-1) if first.i > 0 else first
    said = child_of(verb, "ccomp")
    return said is not None and said.i < first.i and before in said.subtree and not before.is_punct


def _is_below(whom: "Token", speaker: "Token") -> bool:
    """'A letter signed by forty elders says': the letter does, not the elders."""
    word = whom
    while word != speaker:
        if word.dep_ not in _OF_SUBJECT:
            return False
        word = word.head
    return whom != speaker


def _told_by(verb: "Token", whom: "Token") -> "Token | None":
    """'Confirmed a report by the agency that': the report, which the agency did not confirm."""
    by, thing = whom.head, whom.head.head
    is_of = by.lower_ in {"by", "from"} and thing.dep_ == "dobj" and thing.head == verb
    return thing if is_of and thing.left_edge.i > verb.i else None


def _said_behind(verb: "Token", whom: "Token") -> "Span | None":
    """What stands behind the verb, where 'whom' is the subject of its clause, or whom it quotes."""
    if verb.lemma_.lower() in _QUOTING and whom == child_of(verb, "dobj"):
        as_ = next((c for c in verb.children if c.lower_ == "as" and c.i > whom.i), None)
        return _span(whom.left_edge, as_.right_edge) if as_ is not None else None
    clause = whom.head
    is_next = whom.dep_ in {"nsubj", "nsubjpass"} and clause.dep_ == "ccomp" and clause.head == verb
    return _span(clause.left_edge, clause.right_edge) if is_next and whom.i > verb.i else None


def _of_what_shows(doc: "Doc", saying: Saying, verb: "Token", source: Span) -> Saying:
    """'The clip appears to show men firing': the clip shows it."""
    shown = child_of(verb, "xcomp")
    if verb.lemma_.lower() not in _SEEMING or shown is None:
        return saying
    if shown.lemma_.lower() not in load_saying_words().showing or shown.right_edge == shown:
        return saying
    content = _span(doc[shown.i + 1], shown.right_edge)
    return replace(
        saying, source=source, cue=Span(saying.cue.start, _stop(shown)), content=(content,)
    )


def _is_within(span: Span, within: Sequence[Span]) -> bool:
    return any(w.covers(span) for w in within)


def _without(content: Sequence[Span], source: Span) -> tuple[Span, ...]:
    return tuple(c for c in content if not source.covers(c)) or tuple(content)


def _last_of(noun: "Token") -> "Token":
    """The last word under the noun, without the comma that closes its clause."""
    last = noun.right_edge
    while last.is_punct and not last.is_quote and last.i > noun.i:
        last = last.nbor(-1)
    return last


def _span(first: "Token", last: "Token") -> Span:
    return Span(first.idx, _stop(last))


def _stop(word: "Token") -> int:
    return int(word.idx + len(word))
