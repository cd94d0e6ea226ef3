"""In: RSS and Atom files. Out: a report for every entry, and refusals for what is lost."""

import io

import pytest

from sayso.errors import UnreadableReport
from sayso.read.dates import parse_published
from sayso.read.feed import read_feed
from sayso.read.reports import Given
from sayso.types import Refusal

RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Courier</title>
<item><title>Army &amp;amp; bridge</title><link>https://courier.example/1</link><guid>c-1</guid>
<pubDate>Sun, 04 May 2031 10:00:00 +0200</pubDate><author>Ada Lind</author>
<description>&lt;p&gt;The army holds the bridge.&lt;/p&gt;
&lt;p&gt;So it says.&lt;/p&gt;</description>
</item>
<item><title>Nothing said</title><link>https://courier.example/2</link></item>
<item><title>Boats</title><description>Four boats sank.</description></item>
</channel></rss>
"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>River News</title><entry><id>t:1</id>
<title>Bridge</title><updated>2031-05-04T10:00:00Z</updated><link href="https://river.example/1"/>
<summary>Short.</summary><content type="html">&lt;p&gt;The bridge fell.&lt;/p&gt;</content></entry>
</feed>"""


def read(raw):
    return list(read_feed(io.BytesIO(raw), "in.rss", Given()))


def test_an_rss_entry_is_a_report():
    report, refusal, bare = read(RSS)
    assert report.text == "The army holds the bridge.\n\nSo it says."
    assert (report.title, report.outlet) == ("Army & bridge", "The Courier")
    assert (report.given_id, report.url) == ("c-1", "https://courier.example/1")
    assert report.published_at == parse_published("2031-05-04T08:00:00Z")
    assert refusal == Refusal(
        "in.rss:entry 2", "the entry has no text; fetch the page it links to instead"
    )
    assert (bare.text, bare.published_at) == ("Four boats sank.", None)


def test_an_atom_entry_is_read_from_its_content():
    (report,) = read(ATOM)
    assert (report.text, report.outlet) == ("The bridge fell.", "River News")
    assert report.published_at == parse_published("2031-05-04T10:00:00Z")


def test_a_feed_that_breaks_off_keeps_its_whole_entries():
    *found, refusal = read(RSS[: RSS.index(b"Four boats") + 4])
    assert [type(one).__name__ for one in found] == ["Report", "Refusal"]
    assert refusal.origin == "in.rss:entry 3"
    assert "breaks off" in refusal.why


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "empty"),
        (b"The bridge fell.", "no RSS or Atom"),
        (b"https://courier.example/feed", "no RSS or Atom"),
        (b"/etc/passwd", "no RSS or Atom"),
        (b'<rss version="2.0"><channel><title>x</title></channel></rss>', "no entries"),
        (b'<!DOCTYPE a [<!ENTITY b "' + b"c" * 99 + b'">]><rss version="2.0"></rss>', "entities"),
        (b"<rss>" + b"x" * 10_000_001, "bytes"),
    ],
)
def test_what_is_no_feed_says_why_and_what_to_do(raw, why):
    with pytest.raises(UnreadableReport, match=why) as caught:
        read(raw)
    assert ";" in str(caught.value)


def test_comments_after_the_feed_are_no_break():
    assert len(read(ATOM + b"<!-- served by 7 --> \n<!---->")) == 1
    assert len(read(ATOM + b"<!---->" * 100 + b"x")) == 1


def test_an_entry_nested_too_deep_is_refused_and_the_next_is_read():
    deep = b"&lt;div&gt;" * 2000 + b"x"
    raw = RSS.replace(b"The army holds the bridge.", deep)
    refusal, *_, last = read(raw)
    assert isinstance(refusal, Refusal)
    assert last.text == "Four boats sank."
