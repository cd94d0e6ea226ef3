"""Quotation marks: a text in, the spans between marks out, and the editor's brackets in them."""

import re
from dataclasses import dataclass

from sayso.types import Span

_OPEN_TO_CLOSE = {"“": "”", "«": "»", "„": "“", '"': '"'}
_BRACKETS = re.compile(r"\[[^\[\]\n]{1,80}\]")
_SINGLE = re.compile(r"(?<!\w)[‘'](?=\w)([^‘’'\n]*(?:[’'](?=\w)[^‘’'\n]*)*)[’'](?!\w)")
SHORT_WORDS = 4  # up to here words in marks may be a term or a sneer, not speech


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks.

    span:   with the marks
    inner:  without them
    closed: False where the mark stays open to the end of its paragraph
    """

    span: Span
    inner: Span
    closed: bool = True

    def is_speech(self, text: str) -> bool:
        """Whether it is long enough to be somebody's sentence rather than a term."""
        return len(self.inner.of(text).split()) > SHORT_WORDS


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """All stretches between double quotation marks, paragraph by paragraph, in order.

    A mark left open runs to the end of its paragraph: speech carried over a break opens
    anew at the next one. Single marks count only where the paragraph has no double ones.
    """
    found: list[Quotation] = []
    start = 0
    for line in text.splitlines(keepends=True):
        in_line = _double(line, start)
        found += in_line or _single(line, start)
        start += len(line)
    return tuple(found)


def _double(line: str, offset: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened: int | None = None
    closing = ""
    for at, char in enumerate(line):
        if opened is None and char in _OPEN_TO_CLOSE and not _is_inches(line, at):
            opened, closing = at, _OPEN_TO_CLOSE[char]
        elif opened is not None and char == closing:
            found.append(_quotation(offset, opened, at + 1, closed=True))
            opened = None
    if opened is not None and line[opened + 1 :].strip():
        stop = len(line.rstrip())
        found.append(_quotation(offset, opened, stop, closed=False))
    return found


def _is_inches(line: str, at: int) -> bool:
    return line[at] == '"' and at > 0 and line[at - 1].isdigit()


def _quotation(offset: int, opened: int, stop: int, *, closed: bool) -> Quotation:
    inner_stop = stop - 1 if closed else stop
    span = Span(offset + opened, offset + stop)
    return Quotation(span, Span(offset + opened + 1, offset + max(inner_stop, opened + 1)), closed)


def _single(line: str, offset: int) -> list[Quotation]:
    return [_quotation(offset, m.start(), m.end(), closed=True) for m in _SINGLE.finditer(line)]


def find_insertions(text: str, quotations: tuple[Quotation, ...]) -> tuple[Span, ...]:
    """Square brackets inside quotations: words the editor put there, not the speaker."""
    brackets = (Span(*m.span()) for m in _BRACKETS.finditer(text))
    return tuple(b for b in brackets if any(q.span.covers(b) for q in quotations))
