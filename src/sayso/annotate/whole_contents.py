"""A saying of the encoder in, its content without holes out, before it is read again.

A content with a hole in its middle, or cut off at "quoted a medic, 'K.', as saying", loses
whoever speaks in it.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.parses import sentence_of, tokens_at
from sayso.annotate.sayings import Saying
from sayso.types import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

QUOTING = frozenset({"quote", "cite"})
_STOPS = frozenset({";", ".", "\n"})
_CLOSING = (
    2  # characters at the end of a content, a mark and a space, in which the next words may begin
)
_BETWEEN = 3  # tokens, marks among them, between the words quoted and "as saying"
_SHORTEST = 4  # tokens of a clause: a stop before that is one of an initial or a title


def content_mender(doc: "Doc") -> Callable[[Saying, Sequence[Span]], Saying]:
    """For one text: a saying, and the words that it was read in, to the saying with whole contents."""

    def mend(saying: Saying, within: Sequence[Span]) -> Saying:
        content = _filled(doc, saying, within)
        return replace(saying, content=_with_quoted(doc, replace(saying, content=content), within))

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


def _clause_end(words: Sequence["Token"]) -> "Token":
    """The last word before a semicolon or the end."""
    stop = next((n for n, t in enumerate(words) if t.text in _STOPS and n >= _SHORTEST), len(words))
    return words[max(stop - 1, 0)]


def _last(doc: "Doc", span: Span) -> "Token":
    return tokens_at(doc, span)[-1]
