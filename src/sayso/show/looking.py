"""The commands that look into a ledger: `claims`, `claim`, `who`, `diff`, `export` and `serve`."""

import re
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.errors import NotInLedger
from sayso.show.options import (
    DEFAULT_LEDGER,
    AsJson,
    AsOf,
    ClockChoice,
    ClockOf,
    Limit,
    Parties,
    ReaderChoice,
    ReaderOf,
    Where,
    desk_of,
    existing,
    moment_of,
    output,
    stop,
)

if TYPE_CHECKING:
    from sayso.desk import Desk
    from sayso.types import Claim
    from sayso.weigh.dossiers import Dossier


def claims(
    report: Annotated[
        str | None,
        typer.Argument(help="Only those of this report (its id, or the id it came with)."),
    ] = None,
    ledger: Where = DEFAULT_LEDGER,
    as_of: AsOf = None,
    clock: ClockOf = ClockChoice.published,
    type: Annotated[
        str | None, typer.Option(help="Only this event type, such as killed or territory_control.")
    ] = None,
    words: Annotated[
        str | None,
        typer.Option(help="Only claims whose words, or whose report's title, hold these."),
    ] = None,
    near: Annotated[
        str | None,
        typer.Option(help='Only what happened near "Kabul", "Tripoli, Lebanon" or 34.53,69.17.'),
    ] = None,
    within: Annotated[
        str | None,
        typer.Option(help="How near: 50km, 800m, 30mi; 25km if not given (an area: inside it)."),
    ] = None,
    between: Annotated[
        str | None,
        typer.Option(help="Only what happened in 2021-09-01..2021-09-07, 2021-09.., or 2021."),
    ] = None,
    limit: Limit = 100,
    reader: ReaderOf = ReaderChoice.owner,
    json: AsJson = False,
) -> None:
    """List claims: who says what, as whom it reached us, where and when, and the words."""
    from sayso.ledger.store import open_ledger
    from sayso.show.printing import print_claims, print_json

    with open_ledger(existing(ledger)) as opened:
        desk = desk_of(opened, (), reader)
        found = desk.claims(as_of=moment_of(as_of), clock=clock.value)
        if report is not None:
            wanted = opened.report(report).id
            found = tuple(claim for claim in found if claim.report == wanted)
        if words is not None:
            matching = {claim.id for claim in desk.search(words, limit=100_000)}
            found = tuple(claim for claim in found if claim.id in matching)
        if type is not None:
            found = tuple(claim for claim in found if claim.event.type == type)
    found, told = _narrow(found, near, within, between)
    if json:
        print_json(found)
    else:
        print_claims(found, limit=limit)
    for line in told:  # beside the records, never among them
        typer.echo(line, err=json)


def _narrow(
    claims: "tuple[Claim, ...]", near: str | None, within: str | None, between: str | None
) -> "tuple[tuple[Claim, ...], list[str]]":
    """The claims that are near and of that time, and lines on what was asked and left out."""
    if not (near or within or between):
        return claims, []
    from sayso.resolve.place.gazetteer import open_gazetteer
    from sayso.show.narrowing import (
        describe_around,
        describe_left_out,
        read_around,
        read_between,
    )
    from sayso.weigh.nearby import narrow

    interval = read_between(between)
    around = read_around(near, within, claims, open_gazetteer)
    narrowed = narrow(claims, around=around, between=interval)
    asked = f"Looked {describe_around(around)}." if around else None
    return narrowed.claims, [line for line in (asked, describe_left_out(narrowed)) if line]


def claim(
    id: Annotated[str, typer.Argument(help="The id of any claim of the matter.")],
    ledger: Where = DEFAULT_LEDGER,
    parties: Parties = None,
    as_of: AsOf = None,
    clock: ClockOf = ClockChoice.published,
    why: Annotated[
        bool, typer.Option("--why", help="Also tell why each status is as it is.")
    ] = False,
    history: Annotated[
        bool, typer.Option("--history", help="Also tell how it came to stand so.")
    ] = False,
    what_if: Annotated[
        list[str] | None,
        typer.Option("--what-if", help='Show what would change: "Monitor is a party of South".'),
    ] = None,
    reader: ReaderOf = ReaderChoice.owner,
    json: AsJson = False,
) -> None:
    """Show the matter a claim belongs to: its questions, who stands where, every claim."""
    from sayso.ledger.store import open_ledger
    from sayso.show.matter_printing import print_matter
    from sayso.show.printing import print_json
    from sayso.weigh.histories import standing_judgements as of_claims

    with open_ledger(existing(ledger)) as opened:
        desk = desk_of(opened, tuple(parties or ()), reader)
        moment = moment_of(as_of)
        dossier = desk.dossier_of(id, as_of=moment, clock=clock.value)
        reasons = desk.reasons(dossier, as_of=moment, clock=clock.value) if why else {}
        links = desk.matter_links(dossier, as_of=moment, clock=clock.value) if why else ()
        changes = desk.history(dossier, as_of=moment) if history else ()
        supposed = _suppose(desk, dossier, what_if, moment, clock) if what_if else None
        judged = of_claims(desk.judgements(as_of=moment, clock=clock.value), dossier.claims)
    if json:
        print_json(
            {
                "dossier": dossier,
                "reasons": reasons,
                "links": links,
                "history": changes,
                "what_if": supposed,
                "judgements": judged,
            }
        )
        return
    print_matter(
        dossier, id, reasons=reasons, links=links, changes=changes, supposed=supposed, judged=judged
    )


_SUPPOSITION = re.compile(
    r"^\s*(.+?) (?:is|are|were|was) (?:a part(?:y|ies)|parties|run by|owned) ?(?:of|by)? (.+?)\s*$"
)


def _suppose(
    desk: "Desk", dossier: "Dossier", suppositions: list[str], as_of: str | None, clock: ClockChoice
) -> "Dossier":
    """The matter weighed again with each "X is a party of Y"."""
    from sayso.resolve.name.folding import fold_name

    labels = {
        fold_name(label): group
        for answer in dossier.answers
        for group, label in answer.labels.items()
    }
    sides: dict[str, str] = {}
    for supposition in suppositions:
        match = _SUPPOSITION.match(supposition)
        if match is None:
            stop(f'{supposition}: not understood; write "NAME is a party of SIDE"')
        who_is, of = match.groups()
        party = desk.register.party_of(who_is)
        groups = [g for label, g in labels.items() if fold_name(who_is) in label]
        side = desk.side_named(of) or fold_name(of)
        if party is None and not groups:
            stop(f"{who_is}: nobody of this name speaks on this matter")
        sides |= dict.fromkeys([party.id] if party is not None else groups, side)
    return desk.weigh_otherwise(dossier, sides, as_of=as_of, clock=clock.value)


def diff(
    since: Annotated[str, typer.Option(help="Since when: 2031-03-05, or 2031-03-05T12:00Z.")],
    ledger: Where = DEFAULT_LEDGER,
    parties: Parties = None,
    as_of: AsOf = None,
    clock: ClockOf = ClockChoice.published,
    reader: ReaderOf = ReaderChoice.owner,
    json: AsJson = False,
) -> None:
    """Show what stands differently from how it stood at a time, and what changed it."""
    from sayso.ledger.store import open_ledger
    from sayso.show.printing import print_json
    from sayso.show.reasoning import write_change

    then = moment_of(since)
    assert then is not None
    with open_ledger(existing(ledger)) as opened:
        desk = desk_of(opened, tuple(parties or ()), reader)
        changes = desk.differences(then, as_of=moment_of(as_of), clock=clock.value)
    if json:
        print_json(changes)
        return
    told = [change for change in changes if change.question != "what_was_said"]
    for change in told:
        typer.echo(write_change(change))
    typer.echo(f"{len(told)} changes, and {len(changes) - len(told)} new statements")


def who(
    name: Annotated[
        str | None, typer.Argument(help="A person's or a group's name, or part of one.")
    ] = None,
    ledger: Where = DEFAULT_LEDGER,
    parties: Parties = None,
    as_of: AsOf = None,
    clock: ClockOf = ClockChoice.published,
    names: Annotated[
        Path | None,
        typer.Option("--list", help="Look up each name of a CSV file (columns: name, age, ...)."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", help="With --list: write the candidates here, as CSV."),
    ] = None,
    reader: ReaderOf = ReaderChoice.owner,
    json: AsJson = False,
) -> None:
    """Show what is told of a person or a group, each with who says so; or look up a list of names."""
    from sayso.ledger.store import open_ledger
    from sayso.show.candidates import name_near
    from sayso.show.group_printing import print_group_sheet, record_group_sheet
    from sayso.show.group_sheets import find_group_sheets
    from sayso.show.person_printing import print_sheet, record_sheet
    from sayso.show.persons import find_sheets
    from sayso.show.printing import print_json

    if (name is None) == (names is None):
        stop("name a person, or a file with --list")
    with open_ledger(existing(ledger)) as opened:
        desk, moment = desk_of(opened, tuple(parties or ()), reader), moment_of(as_of)
        if names is not None:
            _look_up(desk, names, moment, clock, out, json)
            return
        assert name is not None
        sheets = find_sheets(desk, name, as_of=moment, clock=clock.value)
        groups = find_group_sheets(desk, name, as_of=moment, clock=clock.value)
        if json:
            people = [record_sheet(sheet, desk) for sheet in sheets]
            print_json([*people, *(record_group_sheet(sheet, desk) for sheet in groups)])
            return
        if not sheets and not groups:
            near = name_near(desk, name, as_of=moment, clock=clock.value)
            by_then = f" as of {as_of}" if as_of else ""
            told = f"; near it: {', '.join(near)}" if near else "; try a single surname"
            raise NotInLedger(f"{name}: nobody of this name is in the ledger{by_then}{told}")
        for sheet in sheets:
            print_sheet(sheet, desk)
        for group in groups:
            print_group_sheet(group, desk)


def _look_up(
    desk: "Desk",
    names: Path,
    as_of: str | None,
    clock: ClockChoice,
    out: Path | None,
    json: bool,
) -> None:
    """Each name of a list with its candidates; a row that cannot be read is told and passed over."""
    from sayso.show.candidate_printing import print_candidates, record_candidates, write_candidates
    from sayso.show.candidates import find_candidates, know_people
    from sayso.show.name_lists import read_names
    from sayso.show.printing import print_json

    listed = read_names(names)
    known = know_people(desk, as_of=as_of, clock=clock.value)
    found = [(one, find_candidates(one, known, desk)) for one in listed]
    for one in listed:
        if one.trouble is not None:
            typer.echo(f"{names}:{one.row}: {one.trouble}", err=True)
    if out is not None:
        with output(out) as stream:
            write_candidates(found, stream)
    if json:
        print_json(record_candidates(found))
    elif out is None:
        print_candidates(found)
    without = sum(one.name is not None and not candidates for one, candidates in found)
    unread = sum(one.name is None for one in listed)
    typer.echo(
        f"rows: {len(listed)}; names with candidates: {len(listed) - without - unread},"
        f" without: {without}; not read: {unread}",
        err=json,
    )


class ExportFormat(StrEnum):
    csv = "csv"


def export(
    format: Annotated[
        ExportFormat, typer.Argument(help="csv: one row for each claim in each report.")
    ],
    ledger: Where = DEFAULT_LEDGER,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", help="Where to write; standard output if not given."),
    ] = None,
    parties: Parties = None,
    as_of: AsOf = None,
    clock: ClockOf = ClockChoice.published,
    reader: ReaderOf = ReaderChoice.owner,
) -> None:
    """Write the ledger for another program."""
    from sayso.ledger.store import open_ledger
    from sayso.show.exports import EXPORTERS

    with open_ledger(existing(ledger)) as opened:
        desk, moment = desk_of(opened, tuple(parties or ()), reader), moment_of(as_of)
        dossiers = desk.dossiers(as_of=moment, clock=clock.value)
        reports = desk.reports(as_of=moment, clock=clock.value)
        with output(out) as stream:
            EXPORTERS[format.value](dossiers, reports, stream)


def serve(
    ledger: Where = DEFAULT_LEDGER,
    parties: Parties = None,
    demo: Annotated[
        bool, typer.Option("--demo", help="Serve the demo ledger, with its parties.")
    ] = False,
    host: Annotated[
        str, typer.Option(help="Only addresses of this machine: there is no sign-in yet.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8000,
    reader: ReaderOf = ReaderChoice.owner,
) -> None:
    """Serve the pages on this machine."""
    import uvicorn

    from sayso.ledger.store import open_ledger
    from sayso.show.demonstration import DEMO_LEDGER, demo_parties
    from sayso.show.pages.app import is_loopback, make_app

    if not is_loopback(host):
        stop(
            f"{host}: not an address of this machine alone, and the pages have no sign-in; use 127.0.0.1"
        )
    if demo and ledger == DEFAULT_LEDGER:
        ledger = str(DEMO_LEDGER)
    laid = demo_parties() if demo else ()
    with open_ledger(existing(ledger)) as opened:
        desk = desk_of(opened, (*laid, *(parties or ())))
        title = "sayso demo" if demo else "sayso"
        site = make_app(desk, title=title, reader=reader.value)
        typer.echo(f"http://{host}:{port}/  (stop with Ctrl-C)")
        uvicorn.run(site, host=host, port=port, log_level="warning")
