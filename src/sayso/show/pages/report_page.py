"""A report's id in; its text, character for character, with its claims beside it out."""

from collections.abc import Iterator, Sequence

from sayso.errors import NotInLedger
from sayso.show.pages.asking import Ask, Page
from sayso.show.pages.cards import Maker
from sayso.show.pages.lit_text import Mark, mark_text
from sayso.show.wording import describe_date, describe_time
from sayso.types import Claim, Report

GREYED = frozenset({"furniture", "caption"})
_FOUND_IN = {
    "metadata": "from its own metadata",
    "dateline": "from the dateline",
    "fetch": "from the day it was fetched",
    "unknown": "where from is not known",
}


def show_report(ask: Ask) -> Page:
    """`/report/{report_id}`. raises: NotInLedger"""
    id_ = ask.path["report_id"]
    if ask.moment.as_of and id_ not in ask.desk.reports(
        as_of=ask.moment.as_of, clock=ask.moment.clock
    ):
        raise NotInLedger(f"report {id_} was not out by {describe_time(ask.moment.as_of)}")
    report = ask.desk.report(id_)
    claims = sorted(ask.desk.claims_of(id_), key=lambda claim: (claim.quote[:1], claim.id))
    marks = [*mark_passages(report), *mark_claims(claims)]
    cards = Maker(ask.desk, ask.moment).make_all(claims)
    return Page(
        "report.html",
        report.title or f"Report by {report.outlet or 'an outlet not named'}",
        {
            "report": report,
            "text": mark_text(report.text, marks),
            "cards_here": cards,
            "cards_title": f"Claims in this report ({len(cards)})",
            "about": tuple(describe_report(report)),
            "url": report.url
            if report.url and report.url.startswith(("https://", "http://"))
            else None,
            "greyed": sum(passage.kind in GREYED for passage in report.passages),
            "language": report.language or "",
        },
    )


def mark_passages(report: Report) -> Iterator[Mark]:
    """What is no part of the telling: greyed, and left in its place."""
    for passage in report.passages:
        if passage.kind in GREYED:
            yield Mark(passage.span, passage.kind)


def mark_claims(claims: Sequence[Claim]) -> Iterator[Mark]:
    """Each claim's words, the first of them as the target of links, the last with its number."""
    for number, claim in enumerate(claims, 1):
        note = (f"#note-{claim.id}", str(number))
        last = len(claim.quote) - 1
        for i, span in enumerate(claim.quote):
            anchor = f"claim-{claim.id}" if i == 0 else ""
            yield Mark(span, "lit", anchor, note if i == last else None)
        yield from (Mark(span, "hedge") for span in claim.hedges)


def describe_report(report: Report) -> Iterator[tuple[str, str]]:
    """What is known of the report, as rows; what is missing says so."""
    yield "Outlet", report.outlet or "not named"
    yield "Published", describe_publication(report)
    if report.published_other:
        yield (
            "Dates disagree",
            f"{describe_date(report.published_at)} and {describe_date(report.published_other)}",
        )
    yield "By", report.byline or "no byline"
    yield "Genre", report.genre.replace("_", " ")
    yield "Language", report.language or "not known"
    if report.fetched_at:
        yield "Fetched", describe_time(report.fetched_at)
    if report.version_of:
        yield "A version of", report.version_of
    yield "Id", report.given_id or report.id


def describe_publication(report: Report) -> str:
    if report.published_at is None:
        return "undated"
    return f"{describe_date(report.published_at)}, {_FOUND_IN[report.published_from]}"
