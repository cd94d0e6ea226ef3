"""Claims in, when what they tell of happened out: the date on which sides are looked up.

A side holds for the event's date (WEIGHING.md, section 1).
"""

from collections.abc import Iterable, Sequence

from sayso.types import Claim, Interval


def happened_at(claims: Sequence[Claim], otherwise: Interval | None = None) -> Interval | None:
    """From the earliest to the latest time that claims give the event; None: none is known.

    otherwise: what to take where none of them gives one; else it is when the first was published
    """
    told = _span(c.when.interval for c in claims if c.when is not None)
    return told or otherwise or next((c.published_at for c in claims), None)


def _span(times: Iterable[Interval | None]) -> Interval | None:
    known = [time for time in times if time is not None]
    if not known:
        return None
    return Interval(min(t.start for t in known), max(t.stop for t in known))
