"""In: a path. Out: its bytes as a stream, unpacked if they are gzip, with limits on the way."""

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from sayso.errors import UnreadableReport

UTF8_MARK = b"\xef\xbb\xbf"
_GZIP = b"\x1f\x8b"
_CHUNK_BYTES = 1 << 20
# Bytes that tell a kind; HTML may hold a long comment first.
HEAD_BYTES = 4096


@contextmanager
def open_bytes(path: Path) -> Iterator[io.BufferedReader]:
    """A file's bytes, unpacked when they begin as gzip does, whatever the file is called.

    raises: UnreadableReport, inside the block too, when the gzip breaks off or is damaged
    """
    with path.open("rb") as file:
        if file.peek(2)[:2] != _GZIP:
            yield file
            return
        # GzipFile reads and peeks like a BufferedReader; typeshed has no common name for that.
        unpacked = cast(io.BufferedReader, gzip.GzipFile(fileobj=file))
        try:
            yield io.BufferedReader(cast(io.RawIOBase, unpacked))
        except EOFError as cut:
            size = path.stat().st_size
            why = f"gzip breaks off after {size:,} bytes; fetch the file again"
            raise UnreadableReport(why) from cut
        except (gzip.BadGzipFile, zlib.error) as damage:
            why = f"gzip is damaged ({damage}); fetch the file again"
            raise UnreadableReport(why) from damage


def peek_head(stream: io.BufferedReader) -> bytes:
    """The first bytes of a stream, left in it."""
    return stream.peek(HEAD_BYTES)[:HEAD_BYTES]


def read_whole(stream: BinaryIO, *, limit_bytes: int) -> bytes:
    """All bytes of a stream, without a UTF-8 byte order mark at the start.

    raises: UnreadableReport if there are none, or more than the limit
    """
    parts, size = [], 0
    while part := stream.read(_CHUNK_BYTES):
        parts.append(part)
        size += len(part)
        if size > limit_bytes:
            why = f"more than {limit_bytes:,} bytes; save only the report's own page or text"
            raise UnreadableReport(why)
    if size == 0:
        raise UnreadableReport("the file is empty; fetch it again or remove it")
    return b"".join(parts)


def decode_utf8(raw: bytes) -> str:
    """Bytes as text, without the byte order mark; every other character stays as it is.

    raises: UnreadableReport at the first byte that is not UTF-8
    """
    try:
        return raw.removeprefix(UTF8_MARK).decode("utf-8")
    except UnicodeDecodeError as broken:
        why = f"byte {broken.start:,} is not UTF-8; save the file as UTF-8"
        raise UnreadableReport(why) from broken
