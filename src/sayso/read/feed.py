"""In: an RSS or Atom file. Out: a `Report` or a `Refusal` for every entry, in the file's order."""

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from sayso.errors import UnreadableReport
from sayso.read.dates import day_by_its_clock, parse_published
from sayso.read.faults import refuse_faults
from sayso.read.html import fragment_text
from sayso.read.reports import About, Given, digest_of, make_report
from sayso.read.streams import read_whole
from sayso.types import Refusal, Report

if TYPE_CHECKING:
    from feedparser import FeedParserDict  # type: ignore[import-untyped, unused-ignore]

MAX_FEED_BYTES = 10_000_000
_END = re.compile(rb"</(?:\w+:)?(?:rss|feed|RDF)\s*>\s*(?:(?><!--.*?-->)\s*)*+\Z", re.DOTALL)
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


def read_feed(stream: BinaryIO, origin: str, given: Given) -> Iterator[Report | Refusal]:
    """Read each entry from its content, or its summary if it has none; nothing is fetched.

    raises: UnreadableReport if the file is empty, too big, or no feed
    """
    raw = read_whole(stream, limit_bytes=MAX_FEED_BYTES)
    feed, raw_digest = _parse(raw), digest_of(raw)
    entries = list(feed.entries)
    is_cut = _END.search(raw[-1000:]) is None
    if is_cut and entries:
        entries.pop()
    for number, entry in enumerate(entries, start=1):
        try:
            with refuse_faults("the entry is malformed", what_to_do="fetch its page instead"):
                report = _report_of(entry, feed, raw_digest, given)
            yield report
        except UnreadableReport as unreadable:
            yield Refusal(f"{origin}:entry {number}", str(unreadable))
    if is_cut:
        why = "the feed breaks off here; what follows is lost, fetch it again"
        yield Refusal(f"{origin}:entry {len(entries) + 1}", why)


def _parse(raw: bytes) -> "FeedParserDict":
    import feedparser

    if _ENTITY.search(raw):
        raise UnreadableReport("the feed defines entities of its own; remove them")
    # Handed bytes or a name, feedparser may open or fetch what they spell; a stream it only reads.
    with refuse_faults("no RSS or Atom feed", what_to_do="check the file"):
        feed = feedparser.parse(io.BytesIO(raw))
    if not feed.version and not feed.entries:
        raise UnreadableReport("no RSS or Atom feed; check the file")
    if not feed.entries:
        raise UnreadableReport("the feed has no entries; fetch it again later")
    return feed


def _report_of(
    entry: "FeedParserDict", feed: "FeedParserDict", raw_digest: str, given: Given
) -> Report:
    # dict.get: feedparser's own get warns and answers "updated" with "published".
    published = dict.get(entry, "published") or dict.get(entry, "updated") or ""
    date = parse_published(published)
    source = dict.get(entry, "source") or {}
    about = About(
        title=_line_of(dict.get(entry, "title")),
        byline=_line_of(dict.get(entry, "author")),
        outlet=_line_of(source.get("title")) or _line_of(feed.feed.get("title")),
        url=dict.get(entry, "link") or None,
        language=feed.feed.get("language") or None,
        given_id=dict.get(entry, "id") or None,
        dates=(date,) if date else (),
        day=day_by_its_clock((published,)),
    )
    text = fragment_text(_markup_of(entry))
    if not text:
        raise UnreadableReport("the entry has no text; fetch the page it links to instead")
    return make_report(text, about, raw_digest=raw_digest, reader="feed", given=given)


def _markup_of(entry: "FeedParserDict") -> str:
    contents = [content.get("value") or "" for content in dict.get(entry, "content") or ()]
    return next(filter(None, contents), None) or dict.get(entry, "summary") or ""


def _line_of(markup: str | None) -> str | None:
    return " ".join(fragment_text(markup).split()) or None if markup else None
