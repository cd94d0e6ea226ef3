"""In: a text and what was found beside it. Out: a `Report` with its id, fixed for ever."""

import hashlib
import re
from dataclasses import dataclass

from sayso.errors import UnreadableReport
from sayso.read.dates import intervals_disagree, parse_printed, printed_day_by_its_clock
from sayso.read.passages import label_passages
from sayso.types import Genre, Interval, Passage, PublishedFrom, Report

# A long book has about a million characters; what is longer is a dump, not a report.
MAX_TEXT_CHARACTERS = 2_000_000
_MAX_FIELD_CHARACTERS = 10_000
_ID_CHARACTERS = 16
_HALF_PAIR = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller knows of a file or page; what the report itself says goes before it.

    charset: from the HTTP header; None: none was sent
    """

    outlet: str | None = None
    published_at: Interval | None = None
    url: str | None = None
    charset: str | None = None
    fetched_at: str | None = None


@dataclass(frozen=True, slots=True)
class About:
    """What one report says of itself, outside its text.

    dates:    publication dates, the most trusted first; those that disagree are kept
    day:      that of the first date by its own clock, where UTC has another
    captions: paragraphs of the text that the page marks as captions
    """

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    genre: Genre = "unknown"
    given_id: str | None = None
    dates: tuple[Interval, ...] = ()
    day: str | None = None
    captions: tuple[str, ...] = ()


def make_report(
    text: str, about: About, *, raw_digest: str, reader: str, given: Given | None = None
) -> Report:
    """One report, its passages labelled and its id computed; no other code sets a report's id.

    raw_digest: `digest_of` the bytes it was read from
    raises:     UnreadableReport if the text is blank, too long, or not valid Unicode
    """
    given = given or Given()
    outlet, url = about.outlet or given.outlet, about.url or given.url
    _check_text(text)
    _check_fields(about, outlet, url)
    passages = label_passages(text, about.title, captions=about.captions)
    published_at, published_from, published_other = _settle_dates(about, given, text, passages)
    return Report(
        id=_hash_of(outlet, url, published_at, about.title, text),
        text=text,
        given_id=about.given_id,
        passages=passages,
        title=about.title,
        byline=about.byline,
        outlet=outlet,
        url=url,
        language=about.language,
        genre=about.genre,
        published_at=published_at,
        published_from=published_from,
        published_other=published_other,
        published_day=_settle_day(about, text, passages, published_from),
        fetched_at=given.fetched_at,
        raw_digest=raw_digest,
        reader=reader,
    )


def digest_of(raw: bytes) -> str:
    """The SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(raw).hexdigest()


def _check_text(text: str) -> None:
    if not text.strip():
        raise UnreadableReport("the text is empty; leave it out, or fill it in")
    if _HALF_PAIR.search(text):
        raise UnreadableReport("the text is no valid Unicode (half a surrogate pair); save it anew")
    if len(text) > MAX_TEXT_CHARACTERS:
        raise UnreadableReport(
            f"the text has {len(text):,} characters, the limit is {MAX_TEXT_CHARACTERS:,};"
            " split it into reports"
        )


def _check_fields(about: About, outlet: str | None, url: str | None) -> None:
    for name, words in (
        ("title", about.title), ("byline", about.byline), ("outlet", outlet), ("url", url),
        ("id", about.given_id), ("language", about.language),
    ):  # fmt: skip
        if words is not None and len(words) > _MAX_FIELD_CHARACTERS:
            raise UnreadableReport(f"its {name} has {len(words):,} characters; shorten it")
        if words is not None and _HALF_PAIR.search(words):
            raise UnreadableReport(f"its {name} is no valid Unicode; write it anew")


def _settle_dates(
    about: About, given: Given, text: str, passages: tuple[Passage, ...]
) -> tuple[Interval | None, PublishedFrom, Interval | None]:
    """The date to go by, where it is from, and the first other one that disagrees with it."""
    told = about.dates or ((given.published_at,) if given.published_at else ())
    dates = told + _printed_dates(text, passages)
    if not dates:
        return None, "unknown", None
    other = next((date for date in dates[1:] if intervals_disagree(dates[0], date)), None)
    return dates[0], "metadata" if told else "dateline", other


def _settle_day(
    about: About, text: str, passages: tuple[Passage, ...], published_from: PublishedFrom
) -> str | None:
    """The day of the date to go by, by its own clock; None: it is that of UTC."""
    if published_from != "dateline":
        return about.day if about.dates else None
    days = (
        printed_day_by_its_clock(line)
        for line in _printed_lines(text, passages)
        if parse_printed(line)
    )
    return next(days, None)


def _printed_dates(text: str, passages: tuple[Passage, ...]) -> tuple[Interval, ...]:
    lines = _printed_lines(text, passages)
    return tuple(date for line in lines if (date := parse_printed(line)) is not None)


def _printed_lines(text: str, passages: tuple[Passage, ...]) -> list[str]:
    lines = [passage.span.of(text) for passage in passages if passage.kind == "dateline"]
    return sorted(lines, key=_tells_of_change)


def _tells_of_change(line: str) -> bool:
    return "updated" in line.lower() or "modified" in line.lower()


def _hash_of(
    outlet: str | None, url: str | None, published_at: Interval | None, title: str | None, text: str
) -> str:
    """Hash fields with their lengths before them, so that no two reports write the same bytes."""
    published = f"{published_at.start}/{published_at.stop}" if published_at else None
    digest = hashlib.sha256()
    for field in (outlet, url, published, title, text):
        coded = b"" if field is None else field.encode("utf-8")
        digest.update(b"-;" if field is None else b"%d:" % len(coded))
        digest.update(coded)
    return digest.hexdigest()[:_ID_CHARACTERS]
