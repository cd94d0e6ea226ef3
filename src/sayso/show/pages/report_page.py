"""A report's id in; its text, character for character, with its claims beside it out."""

from collections.abc import Iterator, Mapping, Sequence

from sayso.errors import NotInLedger
from sayso.show.pages.asking import Ask, Page
from sayso.show.pages.cards import Link, link_report, make_maker
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
    out = ask.desk.reports(as_of=ask.moment.as_of, clock=ask.moment.clock)
    if ask.moment.as_of and id_ not in out:
        raise NotInLedger(f"report {id_} was not out by {describe_time(ask.moment.as_of)}")
    report = ask.desk.report(id_)
    claims = sorted(ask.desk.claims_of(id_), key=lambda claim: (claim.quote[:1], claim.id))
    marks = [*mark_passages(report), *mark_claims(claims)]
    cards = make_maker(ask).make_all(claims)
    return Page(
        "report.html",
        report.title or f"Report by {report.outlet or 'an outlet not named'}",
        {
            "report": report,
            "text": mark_text(report.text, marks),
            "cards_here": cards,
            "cards_title": f"Claims in this report ({len(cards)})",
            "about": tuple(describe_report(report)),
            "notices": tuple(list_notices(ask, report.id, out)),
            "alike": tuple(list_copies(ask, report.id, out)),
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
    yield "Id", report.given_id or report.id


def list_notices(
    ask: Ask, report_id: str, out: Mapping[str, Report]
) -> Iterator[tuple[str, Link | None]]:
    """What became of the report by the time asked for: words, and the report they lead to."""
    as_of, clock = ask.moment.as_of, ask.moment.clock
    known = ask.desk.ledger.notices(as_of=as_of, clock=clock)
    for notice in known:
        on = describe_date(notice.at)
        if notice.report == report_id and notice.by:
            by = link_report(ask.moment, out, notice.by)
            yield f"Replaced, {on}; since then its claims weigh nothing. What replaces it:", by
        elif notice.report == report_id:
            yield f"Withdrawn by its outlet, {on}; since then its claims weigh nothing.", None
        elif notice.by == report_id:
            yield f"Since {on} it replaces", link_report(ask.moment, out, notice.report)
    since = ask.desk.parties(as_of=as_of, clock=clock).withdrawn.get(report_id)
    if since and not any(notice.report == report_id for notice in known):
        on = describe_time(since)
        yield f"What it copies was withdrawn, {on}; since then its claims weigh nothing.", None


def list_copies(
    ask: Ask, report_id: str, out: Mapping[str, Report]
) -> Iterator[tuple[str, tuple[Link, ...]]]:
    """The versions of its page, what it copies and what copies it, at any depth, the earliest first."""
    parties = ask.desk.parties(as_of=ask.moment.as_of, clock=ask.moment.clock)
    copies, versions = parties.copies, parties.versions
    before = versions.get(report_id, ())
    after = [later for later, earlier in versions.items() if report_id in earlier]
    copying = [copy for copy, originals in copies.items() if report_id in originals]
    rows = {
        "A later version of": before,
        "Later versions": after,
        "Copies": [id_ for id_ in copies.get(report_id, ()) if id_ not in before],
        "Copied by": [id_ for id_ in copying if id_ not in after],
    }
    for words, ids in rows.items():
        known = sorted((out[id_] for id_ in ids if id_ in out), key=out_key)
        if known:
            yield words, tuple(link_report(ask.moment, out, one.id) for one in known)


def out_key(report: Report) -> tuple[str, str]:
    """By publication, the undated last."""
    return (report.published_at.stop if report.published_at else "~", report.id)


def describe_publication(report: Report) -> str:
    if report.published_at is None:
        return "undated"
    return f"{describe_date(report.published_at)}, {_FOUND_IN[report.published_from]}"
