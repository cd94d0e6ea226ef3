"""A text and its passages in, the datelines that open a paragraph ('DALAN, 3 March (Wire) - ') out."""

import re
from collections.abc import Sequence

from sayso.types import Passage, Span

_DATELINE = re.compile(
    r"(?:[A-Z][A-Z\u00c0-\u00de.'’ -]{2,30}[A-Z])(?:, [^\n():]{1,40}?)?(?: ?\([^\n)]{2,40}\))? ?[-–—]+ (?=\S)"
)


def find_datelines(text: str, passages: Sequence[Passage]) -> tuple[Span, ...]:
    """Where datelines run into the first sentence of a paragraph, at most one a paragraph."""
    found = []
    for passage in passages:
        match = _DATELINE.match(text, passage.span.start, passage.span.stop)
        if match is not None:
            found.append(Span(*match.span()))
    return tuple(found)
