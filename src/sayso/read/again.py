"""Passages in, the same out, with a sentence that a report prints again as a passage of its own.

Feeds join the lead and the text that begins with it, and a paragraph may stand twice within a
longer one. What is said twice by a page is said once.
"""

import re
from collections.abc import Iterator, Sequence

from sayso.types import Passage, Span

_SHORTEST = 8  # words; shorter sentences are written twice: "He did not say when."
_SENTENCE = re.compile(r"\S[^.!?]*(?:[.!?](?!\s|[\"'”’)])[^.!?]*)*[.!?]*[\"'”’)]*")

Piece = tuple[Span, int | None]  # and where the report has it first


def part_repeats(passages: Sequence[Passage], text: str) -> tuple[Passage, ...]:
    """Body passages cut where a sentence of theirs stood before; the indices told anew."""
    first: dict[str, int] = {}
    pieces = [(p, *piece) for p in passages for piece in _pieces(p, text, first)]
    spans = [span for _, span, _ in pieces]
    starts = {span.start: i for i, span in enumerate(spans)}
    found = []
    for passage, span, again in pieces:
        repeats = _holding(again, spans) if again is not None else None
        if passage.repeats is not None:
            repeats = starts[passages[passage.repeats].span.start]
        found.append(Passage(span, passage.kind, repeats))
    return tuple(found)


def _holding(at: int, spans: Sequence[Span]) -> int:
    return next(i for i, span in enumerate(spans) if span.start <= at < span.stop)


def _pieces(passage: Passage, text: str, first: dict[str, int]) -> Iterator[Piece]:
    """The passage whole, or its stretches of sentences that are new and that are not."""
    if passage.kind != "body" or passage.repeats is not None:
        yield passage.span, None
        return
    runs: list[Piece] = []
    for match in _SENTENCE.finditer(text, passage.span.start, passage.span.stop):
        again = _first_of(match, first)
        if runs and (runs[-1][1] is None) == (again is None):
            runs[-1] = Span(runs[-1][0].start, match.end()), runs[-1][1]
        else:
            runs.append((Span(*match.span()), again))
    # Stops alone, between the sentences or at the end, belong to the whole.
    yield from runs if len(runs) > 1 else [(passage.span, runs[0][1] if runs else None)]


def _first_of(sentence: re.Match[str], first: dict[str, int]) -> int | None:
    """Where the same sentence began before, if it is long enough to be no turn of phrase."""
    words = sentence[0].split()
    if len(words) < _SHORTEST:
        return None
    known = first.setdefault(" ".join(words), sentence.start())
    return known if known < sentence.start() else None
