"""In: what pages say of themselves, in several ways. Out: titles, writers, outlets and dates."""

import json

import pytest

from sayso.read.dates import parse_published
from sayso.read.html import parse_page
from sayso.read.metadata import read_metadata

NEWS = {
    "@type": "NewsArticle",
    "headline": "Army &amp; rebels at the bridge",
    "datePublished": "2031-05-04T10:00:00Z",
    "author": [{"name": "Ada Lind"}, {"name": "Jon Roe"}],
    "publisher": {"name": "The Courier"},
    "image": {"caption": "Smoke over Karsk"},
    "inLanguage": "en",
}


def about(head="", body="<p>x</p>"):
    return read_metadata(parse_page(f"<html><head>{head}</head><body>{body}</body></html>"))


def linked(data):
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def meta(**named):
    return "".join(
        f'<meta property="{name.replace("__", ":")}" content="{value}">'
        for name, value in named.items()
    )


@pytest.mark.parametrize("data", [NEWS, [NEWS], {"@graph": [{"@type": "WebPage"}, NEWS]}])
def test_json_ld_goes_first(data):
    found = about(linked(data) + meta(og__title="Other", article__published_time="2031-05-04"))
    assert found.title == "Army & rebels at the bridge"
    assert (found.byline, found.outlet) == ("Ada Lind, Jon Roe", "The Courier")
    assert found.dates[0] == parse_published("2031-05-04T10:00:00Z")
    assert (found.language, found.genre) == ("en", "news")
    assert found.captions == ("Smoke over Karsk",)


def test_open_graph_goes_next_and_the_title_loses_the_outlet():
    found = about(
        meta(
            og__title="Army at the bridge | The Courier",
            og__site_name="The Courier",
            article__published_time="2031-05-04",
            author="Ada Lind",
        )
    )
    assert (found.title, found.outlet, found.byline) == (
        "Army at the bridge", "The Courier", "Ada Lind",
    )  # fmt: skip
    assert found.dates == (parse_published("2031-05-04"),)


def test_dates_that_disagree_are_all_told():
    found = about(linked(NEWS) + meta(article__published_time="2031-06-01"))
    assert found.dates == (
        parse_published("2031-05-04T10:00:00Z"), parse_published("2031-06-01"),
    )  # fmt: skip


def test_a_later_day_of_change_is_told_last():
    assert len(about(linked(NEWS | {"dateModified": "2031-05-04T12:00:00Z"})).dates) == 1
    changed = about(linked(NEWS | {"dateModified": "2031-05-09"}))
    assert changed.dates[1] == parse_published("2031-05-09")


def test_a_time_element_of_the_article_is_read():
    found = about(body="<article><time datetime='2031-05-04'>Sunday</time><p>x</p></article>")
    assert found.dates == (parse_published("2031-05-04"),)


@pytest.mark.parametrize("body", ["<p>May 2031</p>", "<footer>© 2031 Courier</footer>", "<p>x</p>"])
def test_a_month_or_a_copyright_year_is_no_date(body):
    assert about(body=body).dates == ()


def test_an_opinion_piece_is_told_from_news():
    assert about(linked(NEWS | {"@type": "OpinionNewsArticle"})).genre == "opinion"


@pytest.mark.parametrize(
    "script",
    [
        "{",
        '{"@type": "NewsArticle", "headline": "\\ud800"}',
        "[1, null, {}]",
        '{"@type": 7}',
        "[" * 100_000,
        '{"@type": "NewsArticle", "author": 7}',
    ],
)
def test_broken_json_ld_is_passed_over(script):
    head = f'<script type="application/ld+json">{script}</script>' + meta(og__title="Bridge")
    assert about(head).title == "Bridge"


def test_the_canonical_address_is_the_url():
    head = '<link rel="canonical" href="https://courier.example/bridge">'
    assert about(head).url == "https://courier.example/bridge"
    assert about('<link rel="canonical" href="javascript:x()">').url is None


def test_the_day_is_that_of_the_pages_own_zone():
    found = about(meta(article__published_time="2031-05-10T02:00:00+04:30"))
    assert (found.dates[0], found.day) == (parse_published("2031-05-09T21:30:00Z"), "2031-05-10")
