"""In: the tree of an HTML page. Out: what the page says of its report outside the text."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sayso.read.dates import day_by_its_clock, intervals_disagree, parse_published
from sayso.read.reports import About
from sayso.types import Genre, Interval

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # type: ignore[import-untyped, unused-ignore]

_TITLES = ("og:title", "twitter:title", "dc.title", "title")
_BYLINES = ("author", "byl", "article:author", "parsely-author", "sailthru.author", "dc.creator")
_OUTLETS = ("og:site_name", "publisher", "dc.publisher", "application-name")
_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
    "sailthru.date", "publication_date", "publish-date", "publishdate", "pubdate", "date",
    "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "citation_publication_date",
    "cxenseparse:recs:publishtime",
)  # fmt: skip
_CHANGES = ("article:modified_time", "og:updated_time", "datemodified", "lastmod")
_ARTICLE_TYPES: dict[str, Genre] = {
    "NewsArticle": "news", "ReportageNewsArticle": "news", "LiveBlogPosting": "news",
    "AnalysisNewsArticle": "news", "BackgroundNewsArticle": "news",
    "OpinionNewsArticle": "opinion", "Article": "unknown", "BlogPosting": "unknown",
    "Report": "unknown",
}  # fmt: skip
# htmldate gives the first of the month for a month, and of January for a copyright year.
_FIRST_OF_MONTH = re.compile(r"-01\Z")
# Fixed, where htmldate would take today: the same page must give the same date on any day.
_LATEST_DATE, _EARLIEST_DATE = "2100-01-01", "1990-01-01"


def read_metadata(tree: "Element") -> About:
    """Read JSON-LD first, then OpenGraph and other meta elements, then trafilatura's guesses."""
    article = next(_articles_of(tree), {})
    meta = _meta_of(tree)
    title = _words_of(article.get("headline")) or _first(meta, _TITLES) or _heading_of(tree)
    outlet = _name_of(article.get("publisher")) or _first(meta, _OUTLETS)
    byline = _name_of(article.get("author")) or _byline_of(meta)
    told = _told_dates(tree, article, meta)
    dates = tuple(date for words in told if (date := parse_published(words)) is not None)
    if not (title and byline and outlet and dates):
        guess = _guess(tree)
        title, byline = title or guess.title, byline or guess.byline
        outlet, dates = outlet or guess.outlet, dates or guess.dates
    return About(
        title=_without_outlet(title, outlet),
        byline=byline,
        outlet=outlet,
        url=_url_of(tree, article, meta),
        language=tree.get("lang") or _words_of(article.get("inLanguage")),
        genre=_genre_of(article),
        day=day_by_its_clock(told),
        dates=_with_change(dates, _words_of(article.get("dateModified")) or _first(meta, _CHANGES)),
        captions=_captions_of(tree, article),
    )


def _articles_of(tree: "Element") -> Iterator[Mapping[str, object]]:
    """The page's JSON-LD objects that are articles, those of a list or graph too."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _items_of(data):
            if _types_of(item) & _ARTICLE_TYPES.keys():
                yield item


def _items_of(data: object) -> Iterator[Mapping[str, object]]:
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph") or item.get("mainEntity")
            for inner in graph if isinstance(graph, list) else [graph]:
                if isinstance(inner, dict):
                    yield inner


def _types_of(item: Mapping[str, object]) -> set[str]:
    named = item.get("@type")
    return {
        name for name in (named if isinstance(named, list) else [named]) if isinstance(name, str)
    }


def _genre_of(article: Mapping[str, object]) -> Genre:
    genres = {_ARTICLE_TYPES[name] for name in _types_of(article) & _ARTICLE_TYPES.keys()}
    return next((genre for genre in ("opinion", "news") if genre in genres), "unknown")


def _meta_of(tree: "Element") -> dict[str, str]:
    """Meta elements by their name in lower case, the first of each."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = _tidy(element.get("content") or "")
        for key in ("property", "name", "itemprop"):
            name = (element.get(key) or "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _first(meta: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _told_dates(
    tree: "Element", article: Mapping[str, object], meta: Mapping[str, str]
) -> list[str]:
    """The words that tell when it was published, the most trusted first."""
    told = [_words_of(article.get("datePublished")), *(meta.get(name) for name in _DATES)]
    printed = [time for time in tree.iter("time") if _is_publication(time)]
    if not any(told) and not printed:
        printed = tree.xpath("(//article//time | //main//time)[1]")
    told += [time.get("datetime") or "".join(time.itertext()) for time in printed]
    return [words for words in told if words]


def _is_publication(time: "Element") -> bool:
    return time.get("pubdate") is not None or "datePublished" in (time.get("itemprop") or "")


def _with_change(dates: tuple[Interval, ...], changed: str | None) -> tuple[Interval, ...]:
    """Put a day of change last: the text we hold was not out before it."""
    date = parse_published(changed) if changed else None
    if date is None or any(not intervals_disagree(date, known) for known in dates[:1]):
        return dates
    return (*dates, date)


def _guess(tree: "Element") -> About:
    from trafilatura import extract_metadata

    found = extract_metadata(
        tree,
        date_config={
            "extensive_search": False,
            "original_date": True,
            "min_date": _EARLIEST_DATE,
            "max_date": _LATEST_DATE,
        },
        extensive=False,
    )
    date = parse_published(found.date) if found.date else None
    if date is not None and _FIRST_OF_MONTH.search(found.date or ""):
        date = None
    return About(
        title=found.title or None,
        byline=found.author or None,
        outlet=found.sitename or None,
        dates=(date,) if date else (),
    )


def _byline_of(meta: Mapping[str, str]) -> str | None:
    told = (meta.get(name) for name in _BYLINES)
    return next((words for words in told if words and "://" not in words), None)


def _heading_of(tree: "Element") -> str | None:
    headings = [_tidy("".join(heading.itertext())) for heading in tree.iter("h1")]
    return headings[0] if len(headings) == 1 and headings[0] else None


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    if title and outlet:
        for bar in (" | ", " - ", " – ", " — "):
            title = title.removesuffix(bar + outlet)
    return title or None


def _url_of(tree: "Element", article: Mapping[str, object], meta: Mapping[str, str]) -> str | None:
    links = (link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical")
    told = (*links, meta.get("og:url"), _words_of(article.get("url")))
    return next((url for url in told if url and url.startswith(("http://", "https://"))), None)


def _captions_of(tree: "Element", article: Mapping[str, object]) -> tuple[str, ...]:
    marked = [_tidy("".join(caption.itertext())) for caption in tree.iter("figcaption")]
    images = article.get("image")
    for image in images if isinstance(images, list) else [images]:
        if isinstance(image, dict):
            marked.append(_words_of(image.get("caption")) or "")
    return tuple(dict.fromkeys(filter(None, marked)))


def _name_of(value: object) -> str | None:
    """The name of a person, an organisation, or several, as JSON-LD writes them."""
    if isinstance(value, dict):
        return _words_of(value.get("name"))
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name_of, value))) or None
    return _words_of(value)


def _words_of(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    # JSON can spell half a surrogate pair, which is no character.
    whole = value.encode("utf-8", "ignore").decode("utf-8")
    return _tidy(html.unescape(whole)) or None


def _tidy(words: str) -> str:
    return " ".join(words.split())
