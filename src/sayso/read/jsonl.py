"""In: lines of JSON, one report each. Out: a `Report` or a `Refusal` for every line, in order."""

import logging
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from sayso.errors import UnreadableReport
from sayso.read.dates import day_by_its_clock, parse_published
from sayso.read.reports import About, Given, digest_of, make_report
from sayso.read.streams import UTF8_MARK
from sayso.types import Interval, Refusal, Report

log = logging.getLogger(__name__)

# Room for the longest text allowed with every character escaped, and for other fields beside it.
MAX_LINE_BYTES = 64_000_000


class _Line(msgspec.Struct):
    """The keys that are read; all others are skipped unread."""

    text: str
    id: str | int | float | None = None
    published_at: str | None = None
    date: str | None = None
    dct: str | None = None
    outlet: str | None = None
    publisher: str | None = None
    source: str | None = None
    title: str | None = None
    url: str | None = None
    byline: str | None = None


def read_jsonl(stream: BinaryIO, origin: str, given: Given) -> Iterator[Report | Refusal]:
    """Read each line by itself; its `text` is kept character for character.

    origin: what the file is called in a refusal, followed by the line's number
    memory: a few times the longest line, at most MAX_LINE_BYTES
    """
    decoder = msgspec.json.Decoder(_Line)
    seen = False
    for number, line in _lines_of(stream):
        where = f"{origin}:{number}"
        if line is None:
            seen = True
            why = f"the line is longer than {MAX_LINE_BYTES:,} bytes; split it into reports"
            yield Refusal(where, why)
        elif line.strip():
            seen = True
            try:
                yield _report_of(line, decoder, given)
            except UnreadableReport as unreadable:
                yield Refusal(where, str(unreadable))
    if not seen:
        yield Refusal(origin, "the file is empty; fetch it again or remove it")


def _lines_of(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines; None stands for one that is too long, which is skipped piece by piece."""
    number = 0
    while piece := stream.readline(MAX_LINE_BYTES):
        number += 1
        if number == 1:
            piece = piece.removeprefix(UTF8_MARK)
        if len(piece) < MAX_LINE_BYTES or piece.endswith(b"\n"):
            yield number, piece
            continue
        while piece and not piece.endswith(b"\n"):
            piece = stream.readline(1 << 20)
        yield number, None


def _report_of(line: bytes, decoder: msgspec.json.Decoder[_Line], given: Given) -> Report:
    try:
        found = decoder.decode(line)
    except msgspec.ValidationError as wrong:
        why = f'{wrong}; a line needs "text", and words in quotation marks in the keys we read'
        raise UnreadableReport(why) from wrong
    except UnicodeDecodeError as broken:
        raise UnreadableReport("not UTF-8; save the file as UTF-8") from broken
    except (msgspec.DecodeError, RecursionError) as broken:
        raise UnreadableReport(f"not JSON ({broken}); write one object a line") from broken
    about = About(
        title=found.title or None,
        byline=found.byline or None,
        outlet=found.outlet or found.publisher or found.source or None,
        url=found.url or None,
        given_id=None if found.id is None else str(found.id),
        dates=_dates_of(found),
        day=day_by_its_clock((found.published_at, found.date, found.dct)),
    )
    return make_report(found.text, about, raw_digest=digest_of(line), reader="jsonl", given=given)


def _dates_of(found: _Line) -> tuple[Interval, ...]:
    dates = []
    for words in (found.published_at, found.date, found.dct):
        date = parse_published(words) if words else None
        if words and date is None:
            log.info("report %s: %r is no date we can read; left out", found.id, words[:80])
        if date is not None:
            dates.append(date)
    return tuple(dates)
