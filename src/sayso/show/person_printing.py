"""A person's sheet in; lines on a terminal, or records for JSON, out: each with who says so."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import typer

from sayso.errors import NotInLedger
from sayso.show.called import HEADING, Called, describe_called
from sayso.show.persons import PARTS, Description, Naming, Other, Row, Sheet, Told
from sayso.show.wording import (
    STATUSES,
    describe_chain,
    describe_claimant,
    describe_date,
    describe_notes,
    describe_when,
    write_sentence,
)

if TYPE_CHECKING:
    from sayso.desk import Desk

Write = Callable[[str], None]
MOST_CALLED = 6
MOST_TOLD = 3  # lines under one row on a terminal; JSON has all
SAMENESS = {"same": "the same as", "unsure": "perhaps", "different": "not"}


def print_sheet(sheet: Sheet, desk: "Desk", *, write: Write = typer.echo) -> None:
    """Names, who else it may be, and what is told, each claim with who says so, when, and its words."""
    write(f"{sheet.name}  ({sheet.entity})")
    write(f"  names: {', '.join(f'{name} ({claims})' for name, claims in sheet.names)}")
    for other in sheet.others:
        write(f"  {describe_other(other)}")
    for one in sheet.described:
        write(f"  {describe_described(one)}")
    for part, heading in PARTS.items():
        rows = sheet.parts[part]
        if rows:
            write(f"  {heading}")
        names = {row.key: row.words for row in rows}
        for row in rows:
            write(f"    {head(row, names)}")
            write_told(row.told, desk, write)
    if sheet.says:
        write("  What they say")
        write_told(sheet.says, desk, write)
    write_called(sheet.called, write)
    if sheet.named:
        write("  Also brought up")
        _write_namings(sheet.named, write)


def write_called(called: tuple[Called, ...], write: Write) -> None:
    if called:
        write(f"  {HEADING}")
    for one in called[:MOST_CALLED]:
        write(f"    {describe_called(one)}")
        write(f"      “{' '.join(one.sentence.split())}”")
    if len(called) > MOST_CALLED:
        write(f"    and {len(called) - MOST_CALLED} more (--json has all)")


def _write_namings(named: tuple[Naming, ...], write: Write) -> None:
    for one in named[:MOST_TOLD]:
        write(f"      {describe_date(one.published_at)}, {one.outlet or one.report}")
        write(f"        “{' '.join(one.words.split())}”")
    if len(named) > MOST_TOLD:
        write(f"      and {len(named) - MOST_TOLD} more (--json has all)")


def describe_other(other: Other) -> str:
    """'perhaps K. Odas (person/k-odas): initial (0.56)'."""
    link = other.link
    return f"{SAMENESS[link.verdict]} {other.name} ({link.entity}): {link.why} ({link.score:.2f})"


def describe_described(one: Description) -> str:
    """'“his mother” in the Lantern: told to be the same person’s parent (0.80)'."""
    outlet = one.outlet or one.report
    return f"“{one.words}” in {outlet}: {one.link.why} ({one.link.score:.2f})"


def head(row: Row, names: Mapping[str, str]) -> str:
    former = " (former)" if row.is_former else ""
    status = f" [{STATUSES[row.status].word}]" if row.status not in (None, "none") else ""
    against = [f"“{names[key]}”" for key in row.against if key in names]
    clash = f"; cannot hold together with {', '.join(against)}" if against else ""
    return f"{row.words}{former}{status}{clash}"


def write_told(told: tuple[Told, ...], desk: "Desk", write: Write) -> None:
    for one in told[:MOST_TOLD]:
        under = f" (told of {one.under})" if one.under else ""
        notes = "".join(f", {note}" for note in describe_notes(one.claim))
        write(
            f"      {describe_at(one)}{under}, {describe_chain(one.claim)}, {one.claim.id}{notes}"
        )
        write(f"        {_sentence(one, desk)}")
    if len(told) > MOST_TOLD:
        write(f"      and {len(told) - MOST_TOLD} more (--json has all)")


def describe_at(told: Told) -> str:
    """The event's own time where it is told; else when it was reported."""
    if told.is_own:
        return describe_when(told.claim.when, background=told.claim.event.background)
    return f"reported {describe_date(told.claim.published_at)}"


def _sentence(told: Told, desk: "Desk") -> str:
    text = _text_of(desk, told.claim.report)
    hedges = [span.of(text) for span in told.claim.hedges] if text is not None else []
    return " ".join(write_sentence(told.claim, hedges).split())


def _text_of(desk: "Desk", report: str) -> str | None:
    try:
        return desk.report(report).text
    except NotInLedger:
        return None


def record_sheet(sheet: Sheet, desk: "Desk") -> Mapping[str, Any]:
    """The sheet as plain records, with all that the lines tell."""
    return {
        "entity": sheet.entity,
        "name": sheet.name,
        "names": [{"name": name, "claims": claims} for name, claims in sheet.names],
        "same_as": [
            {"entity": o.link.entity, "name": o.name, "verdict": o.link.verdict,
             "score": o.link.score, "why": o.link.why, "judgement": o.judged}
            for o in sheet.others
        ],
        "described_as": [
            {"words": d.words, "report": d.report, "outlet": d.outlet,
             "score": d.link.score, "why": d.link.why}
            for d in sheet.described
        ],
        **{part: list(record_rows(sheet.parts[part], desk)) for part in PARTS},
        "says": [record_told(one, desk) for one in sheet.says],
        "called": list(sheet.called),
        "brought_up": [
            {"report": n.report, "outlet": n.outlet, "published_at": n.published_at, "words": n.words}
            for n in sheet.named
        ],
    }  # fmt: skip


def record_rows(rows: tuple[Row, ...], desk: "Desk") -> Iterator[Mapping[str, Any]]:
    names = {row.key: row.words for row in rows}
    for row in rows:
        yield {
            "words": row.words,
            "former": row.is_former,
            "status": row.status,
            "conflicts_with": [names[key] for key in row.against if key in names],
            "person": row.other,
            "told": [record_told(one, desk) for one in row.told],
        }


def record_told(told: Told, desk: "Desk") -> Mapping[str, Any]:
    claim = told.claim
    return {
        "claim": claim.id,
        "report": claim.report,
        "outlet": claim.outlet,
        "who": describe_claimant(claim),
        "chain": describe_chain(claim),
        "stance": claim.stance,
        "hedged": claim.hedged,
        "negated": claim.event.negated,
        "at": told.at,
        "at_is": "of the event" if told.is_own else "of the report",
        "published_at": claim.published_at,
        "told_of": told.under,
        "words": claim.words,
        "sentence": _sentence(told, desk),
    }
