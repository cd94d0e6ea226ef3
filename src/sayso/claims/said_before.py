"""An attribution in, when its words were said out: also of 'had first claimed', which was before."""

import re
from datetime import datetime, timedelta

from sayso.types import Annotations, Attribution, Interval, Report, When

_BEFORE = re.compile(
    r"\bhad(?: \w+){0,2}? (?:first|earlier|initially|originally|previously|at first|once)\b"
    r"|\b(?:first|earlier|initially|originally|previously|at first) had\b"
    r"|^(?:at first|initially|originally|previously|earlier)\b",
    re.IGNORECASE,
)
_DAYS = 30  # how long before, at the most: a report speaks of what is still in its readers' minds


def said_at(said: Attribution | None, annotations: Annotations, report: Report) -> When | None:
    """The day that the words tell; of what was said before all else, a time that ends before that."""
    if said is None:
        return None
    if said.said_at is not None:
        return annotations.times[said.said_at]
    published = report.published_at
    if published is None or _BEFORE.search(_saying(said, report.text)) is None:
        return None
    told = [
        when.start
        for other in annotations.attributions
        if other.said_at is not None
        and (when := annotations.times[other.said_at].interval) is not None
    ]
    stop = _shift(min([*told, published.start]), seconds=-1)
    return When(
        said.cue, "DATE", "PAST_REF", Interval(_shift(stop, days=-_DAYS), stop), "unknown",
        "relative_to_earlier",
    )  # fmt: skip


def _saying(said: Attribution, text: str) -> str:
    """The words from who says it to what is said: 'the council had first claimed'."""
    starts = [said.cue.start, *(s.stop for s in said.source_words if s.stop <= said.cue.start)]
    return text[max(starts[1:], default=said.cue.start) : said.cue.stop].strip()


def _shift(moment: str, *, days: int = 0, seconds: int = 0) -> str:
    at = datetime.fromisoformat(moment) + timedelta(days=days, seconds=seconds)
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
