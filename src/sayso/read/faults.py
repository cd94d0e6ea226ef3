"""In: a call into a parser that is not ours. Out: its result, or an `UnreadableReport`."""

from collections.abc import Iterator
from contextlib import contextmanager

from sayso.errors import UnreadableReport

_LONGEST_MESSAGE = 120


@contextmanager
def refuse_faults(what_failed: str, *, what_to_do: str) -> Iterator[None]:
    """Turn what a parser raises on markup it did not expect into one clear line.

    trafilatura and feedparser promise no error class of their own; these are what Python and
    lxml raise when data is not as code assumes. Running out of memory or time is none of them.
    """
    from lxml.etree import LxmlError  # type: ignore[import-untyped, unused-ignore]

    try:
        yield
    except UnreadableReport:
        raise
    except (
        ValueError, TypeError, AttributeError, LookupError, ArithmeticError, RuntimeError,
        AssertionError, LxmlError,
    ) as fault:  # fmt: skip
        message = " ".join(str(fault).split())[:_LONGEST_MESSAGE] or type(fault).__name__
        raise UnreadableReport(f"{what_failed} ({message}); {what_to_do}") from fault
