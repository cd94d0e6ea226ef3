"""In: HTML pages, sound and hostile. Out: their paragraphs, or a reason why not."""

import io

import pytest

from sayso.errors import UnreadableReport
from sayso.read.html import fragment_text, read_html
from sayso.read.reports import Given

ARTICLE = """<h1>Army says it holds the bridge</h1>
<figure><img src="a.jpg"><figcaption>Smoke over <i>Karsk</i> on Sunday</figcaption></figure>
<p>The army said on Sunday that it held the bridge at the northern end of the town, after two
days of fighting that drove most people from their houses.</p>
<p>A spokesman for the rebels denied it, <a href="/x">saying</a> the bridge was still in their
hands.<br>He gave no figures and took no questions from reporters.</p>
<ul><li>Twelve people were wounded, a doctor said.</li><li>Four boats were sunk.</li></ul>
<p>The two sides have fought over the town since March, and the bridge has changed hands four
times since then, by the count of those who live beside it.</p>"""


def page(article=ARTICLE, head=""):
    return (
        f"<!doctype html><html lang='en'><head><title>Karsk</title>{head}</head><body><nav>"
        f"<a href='/'>Home</a></nav><article>{article}</article><footer>(c) 2031</footer></body>"
    ).encode()


def read(raw, given=None):
    (report,) = read_html(io.BytesIO(raw), "in.html", given or Given())
    return report


def test_paragraphs_are_separated_by_a_blank_line_and_captions_stay_in_place():
    paragraphs = read(page()).text.split("\n\n")
    assert paragraphs[1] == "Smoke over Karsk on Sunday"
    assert paragraphs[2].startswith("The army said on Sunday that it held the bridge at")
    assert paragraphs[3].endswith("in their hands.\nHe gave no figures and took no questions from"
                                  " reporters.")  # fmt: skip
    assert paragraphs[4] == "- Twelve people were wounded, a doctor said."
    assert "Home" not in read(page()).text


def test_passages_know_the_pages_captions_and_headline():
    kinds = [passage.kind for passage in read(page()).passages]
    assert kinds[:3] == ["headline", "caption", "body"]
    assert kinds.count("list") == 2


def test_a_page_without_a_date_has_none_whatever_its_footer_says():
    report = read(page())
    assert (report.published_at, report.published_from) == (None, "unknown")


def test_the_same_page_gives_the_same_report():
    assert read(page()) == read(page())


@pytest.mark.parametrize("charset", ["windows-1252", "iso-8859-1", "utf-8", "koi8-r"])
def test_the_declared_charset_is_used(charset):
    word = "Брод" if charset == "koi8-r" else "Brücke"
    article = ARTICLE.replace("the bridge", word)
    raw = page(article, f"<meta charset={charset}>").decode().encode(charset)
    assert word in read(raw).text


def test_a_byte_order_mark_goes_before_what_is_declared():
    text = page(head="<meta charset=koi8-r>").decode()
    assert read(text.encode("utf-16")).text == read(text.encode("utf-8-sig")).text


def test_the_headers_charset_is_used():
    raw = page(ARTICLE.replace("the bridge", "Brücke")).decode().encode("cp1252")
    assert "Brücke" in read(raw, Given(charset="windows-1252")).text


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "empty"),
        (b"   ", "HTML"),
        (b"<html><body></body></html>", "no article"),
        (page() + b"\xff", "UTF-8"),
        (page(head="<meta charset=utf-16>") + b"\xff", "UTF-8"),
        (page(head="<meta charset=unicode_escape>") + b"\xff", "UTF-8"),
        (page("<div>" * 5000 + ARTICLE), "deep"),
        (page("<table><tr><td>" * 3000 + ARTICLE), "deep"),
        (page("<b>x</b>" * 31_000), "elements"),
        (page("<p " + " ".join(f"a{i}=1" for i in range(50_000)) + ">x"), "attributes"),
        (b"<html>" + b"<p>x" * 5_000_000, "bytes"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "UTF-8"),
    ],
)
def test_empty_broken_and_hostile_pages_say_why(raw, why):
    with pytest.raises(UnreadableReport, match=why) as caught:
        read(raw)
    assert ";" in str(caught.value)


def test_control_characters_do_not_lose_the_page():
    article = ARTICLE.replace("Smoke", "Sm&#1;oke").replace("spokesman", "spokes&#2;man")
    assert "Smoke over Karsk on Sunday" in read(page(article)).text


def test_nul_bytes_do_not_cut_the_page():
    assert "Four boats" in read(page(ARTICLE.replace("bridge", "bri\0dge"))).text


def test_a_fragment_becomes_paragraphs_without_its_scripts():
    markup = "One <b>two</b>&amp; three<script>x()</script><p>Four\n five<br>six</p>seven"
    assert fragment_text(markup) == "One two& three\n\nFour five\nsix\n\nseven"


def test_quotations_lists_and_tables_lose_no_words():
    article = (
        "<blockquote>We hold it,<br>he said. <p>And we stay.</p> So he ended.</blockquote><ul><li>"
        "One boat <ul><li>and its crew</li></ul></li></ul><table><tr><td>Dead</td><td>12</td></tr>"
        "<tr><td>Hurt</td><td>30</td></tr></table>"
    )
    text = "\n" + read(page(ARTICLE + article)).text.replace("\n\n", "\n") + "\n"
    for line in ("We hold it,", "he said.", "And we stay.", "So he ended.", "Dead | 12"):
        assert f"\n{line}\n" in text
    assert "One boat" in text
    assert "and its crew" in text


def test_a_fragment_without_tags_keeps_its_lines():
    assert fragment_text("One &amp; two\n\nthree") == "One & two\n\nthree"
