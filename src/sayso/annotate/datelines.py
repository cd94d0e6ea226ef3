"""A text and its passages in, what runs into a paragraph's first sentence and is no part of it out.

Datelines ('DALAN, 3 March (Wire) - '), the day of publication ('Published 3 March 2031'), a headline
with its agency and day, and the tags of a page.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from sayso.types import Passage, Span

_DATELINE = re.compile(
    r"(?:[A-Z][A-Z\u00c0-\u00de.'’ -]{2,30}[A-Z])(?:, [^\n():]{1,40}?)?(?: ?\([^\n)]{2,40}\))? ?[-–—]+ (?=\S)"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{0,6})\.?"
_WEEKDAY = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:[a-z]{0,6}day|[rsdu]{0,3})?,?"
_DAY = (
    rf"(?:(?:{_WEEKDAY} )?(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}}),? (?:19|20)\d\d"
    r"|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)"
    r"(?:,? \d{1,2}:\d\d(?: ?[ap]\.?m\.?)?)?"
)
# A day of a statement has a comma or a verb behind it: "On 3 March 2031 rebels ..." is not met.
_PUBLISHED = re.compile(
    rf"(?:(?:Published|Posted|Updated|Date of publication)(?: on| at)?:? )?{_DAY} (?=[A-Z0-9\"“\[])"
)
_HEADED = re.compile(
    rf"[^.!?\n]{{10,200}}? {_WEEKDAY} \d{{1,2}} {_MONTH} (?:19|20)\d\d (?=[A-Z0-9])"
)
# Tags are names; the sentence after them opens with a small word that no tag is.
_TAGS = re.compile(
    r"(?<![^.!?\s])(?:Tags|Keywords|Topics):? (?:(?!Tags)\S+ ){1,40}?"
    r"(?=(?:The|A|An|At|In|On|After|As|It|This|That|These|Those|More|For|From|Over|Nearly|Some|Several|Two|Three|Four"
    r"|Five|Six|Seven|Eight|Nine|Ten|Dozens|Hundreds|Thousands|He|She|They|When|While|With) [a-z0-9A-Z])"
)


def find_datelines(text: str, passages: Sequence[Passage]) -> tuple[Span, ...]:
    """What stands before a first sentence, at most one a paragraph, and tags wherever they stand."""
    found = []
    for passage in passages:
        start, stop = passage.span.start, passage.span.stop
        for form in (_DATELINE, _PUBLISHED, _HEADED):
            match = form.match(text, start, stop)
            if match is not None:
                found.append(Span(*match.span()))
                break
        found += _find_tags(text, found[-1].stop if match is not None else start, stop)
    return tuple(found)


def cut_datelines(
    marked: Iterable[tuple[Span, str]], heads: Sequence[Span]
) -> tuple[tuple[Span, str], ...]:
    """The marked stretches without what a dateline puts before them: 'DALAN - Police' is police."""
    cut = []
    for span, label in marked:
        stop = max((h.stop for h in heads if span.start < h.stop < span.stop), default=span.start)
        cut.append((Span(stop, span.stop), label))
    return tuple(cut)


def _find_tags(text: str, start: int, stop: int) -> Iterator[Span]:
    for match in _TAGS.finditer(text, start, stop):
        yield Span(*match.span())
