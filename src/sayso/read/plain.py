"""In: a file of plain text. Out: one `Report` whose text is the whole file."""

from collections.abc import Iterator
from typing import BinaryIO

from sayso.errors import UnreadableReport
from sayso.read.reports import MAX_TEXT_CHARACTERS, About, Given, digest_of, make_report
from sayso.read.streams import decode_utf8, read_whole
from sayso.types import Refusal, Report

_MAX_BYTES = 4 * MAX_TEXT_CHARACTERS


def _is_json_list(raw: bytes) -> bool:
    """Reports saved as a list: read as prose they would make nonsense claims."""
    head = raw[:200].lstrip()
    return head[:1] == b"[" and head[1:].lstrip()[:1] == b"{"


def read_plain(stream: BinaryIO, origin: str, given: Given) -> Iterator[Report | Refusal]:
    """Read a text as it stands, line ends and all; it has no title and no date but a printed one.

    raises: UnreadableReport if the file is empty, too long, binary, or not UTF-8
    """
    raw = read_whole(stream, limit_bytes=_MAX_BYTES)
    if b"\0" in raw:
        raise UnreadableReport("holds NUL bytes, so it is no plain text; save it as UTF-8 text")
    if _is_json_list(raw):
        raise UnreadableReport("is one JSON list; write one object a line, as .jsonl")
    yield make_report(
        decode_utf8(raw), About(), raw_digest=digest_of(raw), reader="plain", given=given
    )
