"""A text and a place in it in; the sentence around it out."""

import re

from sayso.types import Span

_END = re.compile(r"(?<=[.!?…])[\"”’')]*\s+(?=[\"“‘'(]?[A-Z\d])|\n+")


def sentence_around(text: str, span: Span) -> str:
    """From the last end of a sentence or line before it to the next one after it."""
    ends = [m.end() for m in _END.finditer(text, 0, span.start)]
    stop = _END.search(text, span.stop)
    return text[ends[-1] if ends else 0 : stop.end() if stop else len(text)].strip()
