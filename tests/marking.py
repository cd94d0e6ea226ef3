"""In: a sentence with its spans marked. Out: the bare sentence; and back again, to be compared.

`{source} <cue> [content]`; a finder of one kind of thing has its spans in square brackets.
"""

import re
from collections.abc import Iterable

from sayso.types import Attribution, Report, Span

_MARKS = re.compile(r"[{}<>\[\]]")


def unmark(marked: str) -> str:
    """The sentence as a report prints it."""
    return _MARKS.sub("", marked)


def mark(text: str, spans: Iterable[Span], around: str = "[]") -> str:
    """The text with a mark before and after each span."""
    return _put(text, [(span, around) for span in spans])


def mark_said(text: str, said: Attribution) -> str:
    """The text with one attribution marked."""
    return _put(
        text,
        [
            *((span, "{}") for span in said.source_words),
            (said.cue, "<>"),
            *((span, "[]") for span in said.content),
        ],
    )


def marks_of(report: Report, attributions: Iterable[Attribution]) -> list[str]:
    """The text once for each attribution, with that one marked."""
    return [mark_said(report.text, said) for said in attributions]


def _put(text: str, spans: list[tuple[Span, str]]) -> str:
    at = [(span.start, 1, around[0]) for span, around in spans]
    at += [(span.stop, 0, around[1]) for span, around in spans]
    for place, _, sign in sorted(at, reverse=True):
        text = text[:place] + sign + text[place:]
    return text
