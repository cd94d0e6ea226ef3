"""A text in, the places in capitals that its datelines name out."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from sayso.resolve.place.gazetteer import GazetteerRow
from sayso.types import Span

_DATELINE = re.compile(
    r"(?:^|(?<=\n)|(?<=[.!?] ))([A-Z][A-Z.' -]{2,30}?)"
    r"(?=,? ?(?:[A-Z][\w.]{1,12}(?: \d+)?)? ?(?:\([^()\n]{2,30}\))? ?(?:--|—|–|\x97) )"
)
# The first paragraph's own, also of a town that no gazetteer has.
_HEAD = re.compile(
    r"(?m)^([A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'’ -]{2,30}[A-Z\u00c0-\u00de])(?:, [^\n():]{3,30}?)?"
    r"(?: ?\([^()\n]{2,30}\))? ?(?:--|—|–|-) (?=[A-Z\u00c0-\u00de\d“\"])"
)


def find_heads(
    text: str, rows: Callable[[str], Sequence[GazetteerRow]], labels: Collection[str]
) -> Iterator[Span]:
    """Of known places all; the first paragraph's own also of a place that no gazetteer has.

    labels: what stands in capitals before a dash and is no dateline ("breaking")
    """
    for match in _DATELINE.finditer(text):
        span = Span(*match.span(1))
        if rows(span.of(text)):
            yield span
    head = _HEAD.search(text)
    if head is not None and head.group(1).lower() not in labels:
        yield Span(*head.span(1))
