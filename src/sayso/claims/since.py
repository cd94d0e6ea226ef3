"""An event and its report in, its time out: what was done 'since Monday' was done up to the report.

"They have shelled the port since Monday", "9,000 have died since the war broke out in 2029": on no
one day of the time that is named, but from its beginning to the day of the report.
"""

import re
from dataclasses import replace

from sayso.event_types import load_event_types
from sayso.types import Annotations, Event, Interval, Report, When

_LOOK_BACK = 60  # characters
_SINCE = re.compile(r"\b(?:since|ever since) (?:[\w'’-]+ ){0,6}$", re.IGNORECASE)
_DONE = frozenset({"happened", "ongoing"})


def time_of(event: Event, annotations: Annotations, report: Report) -> When | None:
    """The time that the report tells of the event; of a state, the one it began at."""
    when = annotations.times[event.when] if event.when is not None else None
    now = report.published_at
    if when is None or when.interval is None or now is None or event.modality not in _DONE:
        return when
    before = report.text[max(0, when.span.start - _LOOK_BACK) : when.span.start]
    is_open = _SINCE.search(before) is not None and when.interval.start < now.stop
    if not is_open or load_event_types()[event.type].is_state:
        return when
    return replace(when, interval=Interval(when.interval.start, now.stop))
