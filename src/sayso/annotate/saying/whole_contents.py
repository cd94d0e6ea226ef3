"""A saying of the encoder in, its content without holes out, before it is read again.

A content with a hole in its middle, or cut off at "quoted a medic, 'K.', as saying", loses
whoever speaks in it.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.parses import child_of, sentence_of, subject_of, text_of, tokens_at
from sayso.annotate.saying.content_ends import with_own_clause, with_own_sentence
from sayso.annotate.saying.cues import load_cues
from sayso.annotate.saying.garden_paths import of_own_subject
from sayso.annotate.saying.quotations import Quotation
from sayso.annotate.saying.sayings import Saying
from sayso.types import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

QUOTING = frozenset({"quote", "cite"})
_OPENERS = frozenset({"WDT", "WP"})  # tags of 'which' and 'who'
_STOPS = frozenset({";", ".", "\n"})
_CLOSING = (
    2  # characters at the end of a content, a mark and a space, in which the next words may begin
)
_BETWEEN = 3  # tokens, marks among them, between the words quoted and "as saying"
_CUT = 4  # tokens of a next clause, "and that one", with which a content may break off
_JOINED = 20  # tokens at most that a joint at the end of a content brings
_JOINTS = frozenset({"alias", "named", "called", "nicknamed"})
_HEARERS = frozenset({"him", "her", "them"})
_SHORTEST = 4  # tokens of a clause: a stop before that is one of an initial or a title


def content_mender(
    doc: "Doc", quotations: Sequence[Quotation] = ()
) -> Callable[[Saying, Sequence[Span]], Saying]:
    """For one text: a saying, and the words that it was read in, to the saying with whole contents."""

    def mend(saying: Saying, within: Sequence[Span]) -> Saying:
        saying = with_own_sentence(doc, of_own_subject(doc, saying, within), quotations)
        for step in _STEPS if saying.content else ():
            saying = replace(saying, content=step(doc, saying, within))
        return replace(saying, content=with_own_clause(doc, saying, quotations))

    return mend


def _filled(doc: "Doc", saying: Saying, within: Sequence[Span]) -> tuple[Span, ...]:
    """The pieces with what lies between two of a sentence, but for the cue and its source."""
    own = [saying.cue, *([saying.source] if saying.source is not None else [])]
    found: list[Span] = []
    for piece in sorted(saying.content):
        hole = Span(found[-1].stop, piece.start) if found else None
        if hole is not None and _is_slip(doc, hole, own, within):
            found[-1] = Span(found[-1].start, piece.stop)
        else:
            found.append(piece)
    return tuple(found)


def _is_slip(doc: "Doc", hole: Span, own: Sequence[Span], within: Sequence[Span]) -> bool:
    around = Span(hole.start - 1, hole.stop + 1)
    words = tokens_at(doc, around)
    if not words or not any(w.covers(around) for w in within):
        return False
    is_near = sentence_of(words[0]) == sentence_of(words[-1])
    return is_near and not any(hole.meets(span) for span in own)


def _with_quoted(doc: "Doc", saying: Saying, within: Sequence[Span]) -> tuple[Span, ...]:
    """'Cites a survivor, "K.", as saying that': to the end of the clause."""
    cue = tokens_at(doc, saying.cue)
    if not any(t.lemma_.lower() in QUOTING for t in cue) or len(saying.content) != 1:
        return saying.content
    (content,) = saying.content
    after = [
        t
        for t in doc[cue[-1].i + 1 : sentence_of(cue[-1]).stop]
        if t.idx >= content.stop - _CLOSING
    ]
    rest = [t for t in after if not t.is_punct]
    opens = len(rest) > 1 and rest[0].lower_ == "as" and rest[1].tag_ == "VBG"
    if not opens or rest[0].i > _last(doc, content).i + _BETWEEN:
        return saying.content
    last = _clause_end(after)
    whole = Span(content.start, last.idx + len(last))
    return (whole,) if any(w.covers(whole) for w in within) else saying.content


def _with_speaker(doc: "Doc", saying: Saying, within: Sequence[Span]) -> tuple[Span, ...]:
    """'Quotes a guard who said that they were there': with the guard, not from 'that' on."""
    cue = tokens_at(doc, saying.cue)
    verb = next((t for t in cue if t.lemma_.lower() in QUOTING), None)
    whom = child_of(verb, "dobj") if verb is not None else None
    clause = child_of(whom, "relcl") if whom is not None else None
    if whom is None or clause is None or clause.lemma_.lower() not in load_cues().verbs:
        return saying.content
    first, *rest = sorted(saying.content)
    start = whom.left_edge.idx
    is_behind = cue[-1].idx < start < first.start and clause.idx < first.start < _stop(clause)
    whole = Span(start, first.stop)
    if not is_behind or not any(w.covers(whole) for w in within):
        return saying.content
    return (whole, *rest)


def _to_clause_end(doc: "Doc", saying: Saying, within: Sequence[Span]) -> tuple[Span, ...]:
    """'Said they were shown a note in which': to the end of the clause that the last words open."""
    *before, last = sorted(saying.content)
    end = _last(doc, last)
    clause = end.head.head if end.tag_ in _OPENERS and end.head.pos_ == "ADP" else end.head
    if end.tag_ not in _OPENERS or clause.dep_ != "relcl" or clause.i < end.i:
        return saying.content
    own = [saying.cue, *([saying.source] if saying.source is not None else [])]
    whole = Span(last.start, _stop(clause))
    is_free = not any(Span(last.stop, whole.stop).meets(span) for span in own)
    return (*before, whole) if is_free and any(w.covers(whole) for w in within) else saying.content


def _of_whole_sentence(doc: "Doc", saying: Saying, within: Sequence[Span]) -> tuple[Span, ...]:
    """'According to her lawyer, she told them that': that she told them so, too."""
    first, *rest = sorted(saying.content)
    cue = tokens_at(doc, saying.cue)
    verb = cue[0].head
    subject = subject_of(verb) if cue[0].lower_ == "according" else None
    clause = child_of(verb, "ccomp")
    if subject is None or clause is None or not cue[-1].i < subject.i < verb.i < clause.i:
        return saying.content
    whole = Span(subject.left_edge.idx, first.stop)
    is_cut = verb.idx < first.start <= clause.left_edge.idx
    return (whole, *rest) if is_cut and any(w.covers(whole) for w in within) else saying.content


def _with_object(doc: "Doc", saying: Saying, within: Sequence[Span]) -> tuple[Span, ...]:
    """'Confirmed a report by aid workers that the road was cut': the report, too."""
    first, *rest = sorted(saying.content)
    verb = tokens_at(doc, saying.cue)[-1]
    thing = child_of(verb, "dobj") if verb.pos_ == "VERB" else None
    if thing is None or thing.lemma_.lower() not in load_cues().nouns or thing.i < verb.i:
        return saying.content
    whole = Span(thing.left_edge.idx, first.stop)
    by = next((c for c in thing.children if c.lower_ in {"by", "from"}), None)
    is_behind = first.start <= thing.right_edge.idx + len(thing.right_edge) + 1
    own = [saying.cue, *([saying.source] if saying.source is not None else [])]
    is_cut = by is not None and by.idx < first.start and is_behind
    is_free = is_cut and not any(whole.meets(span) for span in own)
    return (whole, *rest) if is_free and any(w.covers(whole) for w in within) else saying.content


def _with_clause_subject(doc: "Doc", saying: Saying, within: Sequence[Span]) -> tuple[Span, ...]:
    """'Said drones, which he had seen, hit the truck': the drones too."""
    verb = next((t for t in tokens_at(doc, saying.cue) if t.pos_ == "VERB"), None)
    clause = child_of(verb, "ccomp") if verb is not None else None
    subject = subject_of(clause) if clause is not None else None
    first, *rest = sorted(saying.content)
    if verb is None or clause is None or subject is None or not verb.i < subject.i < clause.i:
        return saying.content
    whole = Span(subject.left_edge.idx, first.stop)
    is_left = subject.idx < first.start <= clause.idx < first.stop or _follows(first, clause)
    own = [saying.cue, *([saying.source] if saying.source is not None else [])]
    is_free = is_left and not any(whole.meets(span) for span in own)
    return (whole, *rest) if is_free and any(w.covers(whole) for w in within) else saying.content


def _follows(first: Span, clause: "Token") -> bool:
    """'Said clinics reported 41 deaths', 'said men told them to stay': what was said begins with
    the clause's own object, or with what it is told to do."""
    below = (c for c in clause.children if c.i > clause.i)
    starts = {c.left_edge.idx for c in below if c.dep_ in {"dobj", "xcomp", "ccomp"}}
    return first.start in starts


def _with_next_that(doc: "Doc", saying: Saying, within: Sequence[Span]) -> tuple[Span, ...]:
    """'Said two had died, and that their kin had told it so': to the end of what was said.

    Only of what the report itself tells: in another's words, "and that" goes on with his.
    """
    verb = next((t for t in tokens_at(doc, saying.cue) if t.pos_ == "VERB"), None)
    is_own = len(within) == 1 and within[0].start == 0 and within[0].stop == len(text_of(doc))
    if verb is None or not is_own or any(c.dep_ == "mark" for c in verb.children):
        return saying.content
    *before, last = sorted(saying.content)
    end = _last(doc, last)
    clauses = (c for c in verb.children if c.dep_ == "ccomp" and c.left_edge.i <= end.i + _CUT)
    clause = max(clauses, key=lambda c: int(c.i), default=None)
    behind = doc[max(end.i - _CUT, 0) : end.i + _CUT]
    joins = any(t.lower_ == "that" and t.nbor(-1).lower_ in {"and", "but"} for t in behind[1:])
    if clause is None or clause.right_edge.i <= end.i or last.start < saying.cue.start or not joins:
        return saying.content
    whole = Span(last.start, _stop(clause))
    return (*before, whole) if any(w.covers(whole) for w in within) else saying.content


def _with_next_doing(doc: "Doc", saying: Saying, within: Sequence[Span]) -> tuple[Span, ...]:
    """'Say men are stopping buses and asking for papers': the asking, too."""
    verb = next((t for t in tokens_at(doc, saying.cue) if t.pos_ == "VERB"), None)
    clause = child_of(verb, "ccomp") if verb is not None else None
    *before, last = sorted(saying.content)
    going = child_of(clause, "conj") if clause is not None else None
    if clause is None or going is None or not last.start <= clause.idx < last.stop:
        return saying.content
    is_next = going.tag_ == clause.tag_ == "VBG" and going.nbor(-1).lower_ == "and"
    whole = Span(last.start, _stop(going))
    is_cut = is_next and last.stop <= going.nbor(-1).idx <= last.stop + _CLOSING
    return (*before, whole) if is_cut and any(w.covers(whole) for w in within) else saying.content


def _past_joint(doc: "Doc", saying: Saying, within: Sequence[Span]) -> tuple[Span, ...]:
    """'Was not killed but', 'that Odas, alias': on to the end of what the last word joins on."""
    *before, last = sorted(saying.content)
    end = _last(doc, last)
    is_contrast = end.lower_ == "but" and any(t.dep_ == "neg" for t in tokens_at(doc, last))
    if not (is_contrast or end.lower_ in _JOINTS) or end.i + 1 >= sentence_of(end).stop:
        return saying.content
    own = [saying.cue, *([saying.source] if saying.source is not None else [])]
    rest: list[Token] = []
    for word in doc[end.i + 1 : sentence_of(end).stop]:
        if (
            word.text in _STOPS
            or word.is_quote
            or any(s.covers(Span(word.idx, word.idx + 1)) for s in own)
        ):
            break
        rest.append(word)
    while rest and (rest[-1].is_punct or rest[-1].dep_ in {"det", "compound", "poss", "amod"}):
        rest.pop()  # "the army" of "the army said"
    if not rest or len(rest) > _JOINED:
        return saying.content
    whole = Span(last.start, rest[-1].idx + len(rest[-1]))
    return (*before, whole) if any(w.covers(whole) for w in within) else saying.content


def _with_next_teller(doc: "Doc", saying: Saying, within: Sequence[Span]) -> tuple[Span, ...]:
    """'Said he had called the guard, who told him that': what the guard told him, too."""
    *before, last = sorted(saying.content)
    end = _last(doc, last)
    comma = end.i + 1
    if comma + 1 >= len(doc) or doc[comma].text != "," or doc[comma + 1].lower_ != "who":
        return saying.content
    verb = doc[comma + 1].head
    is_telling = verb.dep_ == "relcl" and verb.lemma_.lower() in load_cues().verbs
    whom = child_of(verb, "dobj", "dative")
    is_told = whom is not None and whom.lower_ in _HEARERS and child_of(verb, "ccomp") is not None
    if not is_telling or not is_told or last.start < saying.cue.stop:
        return saying.content
    whole = Span(last.start, _stop(verb))
    return (*before, whole) if any(w.covers(whole) for w in within) else saying.content


def _stop(clause: "Token") -> int:
    last = clause.right_edge
    return int(last.idx + len(last))


def _clause_end(words: Sequence["Token"]) -> "Token":
    """The last word before a semicolon or the end."""
    stop = next((n for n, t in enumerate(words) if t.text in _STOPS and n >= _SHORTEST), len(words))
    return words[max(stop - 1, 0)]


def _last(doc: "Doc", span: Span) -> "Token":
    return tokens_at(doc, span)[-1]


_STEPS = (
    _filled,
    _of_whole_sentence,
    _with_object,
    _with_quoted,
    _with_speaker,
    _to_clause_end,
    _with_clause_subject,
    _with_next_that,
    _with_next_doing,
    _with_next_teller,
    _past_joint,
)
