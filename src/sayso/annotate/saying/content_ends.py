"""A saying of the encoder in, the same without words of sentences that are not its own out.

'The army plans to shell the bridge. Jets bombed Selm': the jets did, and nobody plans it. But a
quotation may run over sentences, and so may 'that ... . That ...' and what stands behind a colon.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.parses import child_of, follows_rank, text_of, tokens_at
from sayso.annotate.saying.quotations import Quotation
from sayso.annotate.saying.sayings import Saying
from sayso.types import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ENDS = frozenset({".", "!", "?", "…", "..."})
_CLOSING = frozenset({")", "]", "”", "’", '"', "'", "»"})
_APART = 3  # characters between two sentences
_BROUGHT = frozenset({"ccomp", "xcomp", "dobj", "pobj", "nsubjpass"})
_GOING_ON = ("that ", "and that ", "but that ", "nor that ", "or that ")


def with_own_sentence(doc: "Doc", saying: Saying, quotations: Sequence[Quotation]) -> Saying:
    """With the content up to the end of the cue's own sentence; with none where it had none there."""
    here = _sentence_at(doc, saying.cue)
    parts = [part for piece in saying.content for part in _by_sentence(doc, piece)]
    own = [part for part in parts if here.meets(part)]
    is_quoted = any(q.span.meets(part) for q in quotations for part in parts)
    if len(own) == len(parts) or is_quoted or _is_listed(doc, saying):
        return saying
    if not own:
        governed = tuple(_governed(doc, saying))
        is_so = any(0 < here.start - part.stop <= _APART for part in parts)  # "So said the mayor."
        return saying if is_so and not governed else replace(saying, content=governed)
    kept = [part for part in parts if here.meets(part) or _is_carried_on(doc, part, here)]
    return replace(saying, content=tuple(kept))


def with_own_clause(
    doc: "Doc", saying: Saying, quotations: Sequence[Quotation]
) -> tuple[Span, ...]:
    """The content without what stands before a semicolon, where it comes before the cue: in 'Odas was
    freed; his son is held, the army said' the army says it of the son."""
    text, cue = text_of(doc), saying.cue
    kept: list[Span] = []
    for piece in saying.content:
        at = text.rfind(";", piece.start, cue.start)
        if (
            piece.start > cue.start
            or at < 0
            or any(q.span.start <= at < q.span.stop for q in quotations)
        ):
            kept.append(piece)
        else:
            left = text[at + 1 : max(piece.stop, at + 1)]
            start = at + 1 + len(left) - len(left.lstrip())
            kept += [Span(start, piece.stop)] if any(c.isalpha() for c in left) else []
    return tuple(kept) or saying.content


def _governed(doc: "Doc", saying: Saying) -> Iterator[Span]:
    """What the cue's own verb brings: 'called for calm', 'the figure could not be verified'."""
    taken = [saying.cue, *([saying.source] if saying.source is not None else [])]
    for word in tokens_at(doc, saying.cue):
        for child in word.children:
            brought = child_of(child, "pobj") if child.dep_ == "prep" else child
            if brought is None or brought.dep_ not in _BROUGHT:
                continue
            first, last = brought.left_edge, brought.right_edge
            span = Span(first.idx, last.idx + len(last))
            if not any(span.meets(t) for t in taken):
                yield span
                return


def _is_listed(doc: "Doc", saying: Saying) -> bool:
    """'The statement reads: The bridge is ours. The road is next'."""
    start = min((c.start for c in saying.content if c.start >= saying.cue.stop), default=None)
    return start is not None and ":" in text_of(doc)[saying.cue.stop - 1 : start + 1]


def _is_carried_on(doc: "Doc", part: Span, here: Span) -> bool:
    return part.start >= here.stop and part.of(text_of(doc)).lower().startswith(_GOING_ON)


def _by_sentence(doc: "Doc", piece: Span) -> Iterator[Span]:
    """The words of the piece by the sentences that they stand in."""
    words = tokens_at(doc, piece)
    first = 0
    for n, word in enumerate(words):
        if n + 1 == len(words) or _ends_sentence(word):
            kept = [t for t in words[first : n + 1] if not t.is_space]
            if any(t.is_alpha or t.like_num for t in kept):
                yield Span(
                    max(kept[0].idx, piece.start), min(kept[-1].idx + len(kept[-1]), piece.stop)
                )
            first = n + 1


def _sentence_at(doc: "Doc", span: Span) -> Span:
    words = tokens_at(doc, span)
    first, last = words[0].i, words[-1].i
    while first > 0 and not _ends_sentence(doc[first - 1]):
        first -= 1
    while last + 1 < len(doc) and not _ends_sentence(doc[last]):
        last += 1
    return Span(doc[first].idx, doc[last].idx + len(doc[last]))


def _ends_sentence(word: "Token") -> bool:
    """A stop, or the mark that closes after it, before a capital; or the end of a line."""
    if word.is_space:
        return "\n" in word.text
    if word.i + 1 == len(word.doc):
        return True
    after = word.nbor(1)
    if after.text in _CLOSING and not word.whitespace_:
        return False
    stop = word
    while stop.text in _CLOSING and stop.i > 0:
        stop = stop.nbor(-1)
    opens = after.text[0].isupper() or after.text[0].isdigit() or after.is_quote
    return stop.text in _ENDS and opens and not follows_rank(after)
