"""In: a file, a folder or a web address. Out: its reports, and a `Refusal` for what has none."""

import io
import os
import re
import stat
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from sayso.errors import UnreadableReport
from sayso.read.feed import read_feed
from sayso.read.fetch import fetch_page
from sayso.read.html import read_html
from sayso.read.jsonl import read_jsonl
from sayso.read.plain import read_plain
from sayso.read.reports import Given
from sayso.read.streams import HEAD_BYTES, open_bytes, peek_head
from sayso.types import Interval, Refusal, Report

# From bytes, a name for refusals, and what the caller knows, to reports.
Reader = Callable[[BinaryIO, str, Given], Iterator[Report | Refusal]]

READERS: Mapping[str, Reader] = {
    "jsonl": read_jsonl,
    "html": read_html,
    "feed": read_feed,
    "plain": read_plain,
}
_KINDS = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".rss": "feed", ".atom": "feed", ".txt": "plain", ".text": "plain", ".md": "plain",
}  # fmt: skip
# Possessive, so that a file of nothing but comments does not take for ever.
_PROLOGUE = rb"(?:<\?xml[^>]*+>|(?><!--.*?-->)|\s)*+"
# In this order; what begins otherwise is plain text, if it is text.
_BEGINNINGS = {
    "feed": re.compile(_PROLOGUE + rb"<(?:rss|feed|rdf:RDF)\b", re.DOTALL),
    "html": re.compile(
        _PROLOGUE + rb"<(?:!doctype\s+html|html|head|body|meta|article|title)\b",
        re.DOTALL | re.IGNORECASE,
    ),
    "jsonl": re.compile(rb"\s*\{"),
}
_NOT_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def read_path(
    path: Path, *, outlet: str | None = None, published_at: Interval | None = None
) -> Iterator[Report | Refusal]:
    """Read a file, or all files of a folder in the order of their names; raises nothing.

    outlet, published_at: for the reports that do not say
    """
    given = Given(outlet=outlet, published_at=published_at)
    if os.path.isdir(path):
        closed: list[OSError] = []
        for file in _files_in(path, closed):
            yield from _read_file(file, given, in_folder=True)
        for error in closed:
            yield Refusal(_name_of(Path(error.filename)), f"{error.strerror}; open the folder")
    else:
        yield from _read_file(path, given)


def read_url(
    url: str, *, outlet: str | None = None, published_at: Interval | None = None
) -> Iterator[Report | Refusal]:
    """Fetch one page or feed and read it; the network is used when the first one is asked for.

    raises: FetchRefused, UnreadableReport, as `fetch_page`
    """
    page = fetch_page(url)
    given = Given(
        outlet=outlet,
        published_at=published_at,
        url=page.url,
        charset=page.charset,
        fetched_at=page.fetched_at,
    )
    kind = _sniff(page.content[:HEAD_BYTES])
    yield from _read_stream(io.BytesIO(page.content), page.url, given, kind)


def _files_in(folder: Path, closed: list[OSError]) -> Iterator[Path]:
    """All files below a folder, sorted, without hidden ones and links to folders.

    closed: takes the errors of folders that cannot be opened
    """
    for root, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(root, name)


def _read_file(path: Path, given: Given, *, in_folder: bool = False) -> Iterator[Report | Refusal]:
    origin = _name_of(path)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            yield Refusal(origin, "no file and no folder; copy what it holds to a file")
            return
        with open_bytes(path) as stream:
            kind = _kind_of(path, stream, in_folder=in_folder)
            yield from _read_stream(stream, origin, given, kind)
    except UnreadableReport as unreadable:
        yield Refusal(origin, str(unreadable))
    except OSError as failed:
        yield Refusal(origin, f"{failed.strerror or failed}; check the path and its permissions")


def _name_of(path: Path) -> str:
    """A path in characters that can be printed and stored, whatever bytes it has."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _read_stream(
    stream: BinaryIO, origin: str, given: Given, kind: str | None
) -> Iterator[Report | Refusal]:
    if kind is None:
        raise UnreadableReport("no kind we read; save it as .html, .jsonl, .rss or UTF-8 .txt")
    yield from READERS[kind](stream, origin, given)


def _kind_of(path: Path, stream: io.BufferedReader, *, in_folder: bool) -> str | None:
    """The kind by the file's name, else by how it begins; None if it is none of ours."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    if suffixes and suffixes[-1] in (".gz", ".gzip"):
        suffixes.pop()
    suffix = suffixes[-1] if suffixes else ""
    kind = _KINDS.get(suffix) or _sniff(peek_head(stream))
    # A saved page brings a folder of scripts and styles, which are text and no reports.
    return None if in_folder and kind == "plain" and suffix not in _KINDS and suffix else kind


def _sniff(head: bytes) -> str | None:
    head = head.removeprefix(b"\xef\xbb\xbf")
    if _NOT_TEXT.search(head) and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None
    return next((kind for kind, begins in _BEGINNINGS.items() if begins.match(head)), "plain")
