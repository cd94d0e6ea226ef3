"""The commands by which people lay something beside the ledger, `judge` and `withdraw`; `rules` and `rows`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sayso.errors import NotInLedger
from sayso.show.options import (
    DEFAULT_LEDGER,
    AsJson,
    Where,
    existing,
    interval_of,
    now,
    output,
    stop,
)


class Says(StrEnum):
    misread = "misread"
    same = "same"
    different = "different"
    status = "status"


def judge(
    claim: Annotated[
        str | None, typer.Argument(help="The claim that is judged, or a person (person/...).")
    ] = None,
    says: Annotated[
        Says | None,
        typer.Option(
            "--as",
            help="misread: set it aside; same, different: as --other (claim or person); status: your own word.",
        ),
    ] = None,
    by: Annotated[str | None, typer.Option("--by", help="Who judges: your name.")] = None,
    why: Annotated[str | None, typer.Option(help="Why, in a sentence.")] = None,
    other: Annotated[
        str | None, typer.Option(help="The other claim or person, for same and different.")
    ] = None,
    value: Annotated[str | None, typer.Option(help="Your word, for status.")] = None,
    take_back: Annotated[
        str | None, typer.Option(help="The id of a judgement to take back.")
    ] = None,
    ledger: Where = DEFAULT_LEDGER,
    json: AsJson = False,
) -> None:
    """Lay a judgement beside a claim or two persons (it can be taken back); or list them."""
    from sayso.ledger.judgements import judgement_id
    from sayso.ledger.store import open_ledger
    from sayso.notes import Judgement
    from sayso.show.printing import print_json

    with open_ledger(existing(ledger)) as opened:
        if claim is None and take_back is None:
            judged = opened.judgements(with_withdrawn=True)
            if json:
                print_json(judged)
                return
            for one in judged:
                back = f" (takes back {one.withdraws})" if one.withdraws else ""
                typer.echo(f"{one.id}  {one.at}  {one.by}: {one.claim} {one.says}{back}: {one.why}")
            return
        if by is None or why is None:
            stop("a judgement needs --by NAME and --why TEXT, so that others can weigh it")
        at = now()
        if take_back is not None:
            known = {one.id: one for one in opened.judgements(with_withdrawn=True)}
            if take_back not in known:
                raise NotInLedger(f"{take_back}: no judgement of this id; `sayso judge` lists them")
            old = known[take_back]
            claim, says, other, value = old.claim, Says(old.says), old.other, old.value
        if claim is None or says is None:
            stop("say what of the claim: --as misread, same, different or status")
        made = Judgement(
            judgement_id(claim, says.value, by=by, at=at, other=other, value=value, withdraws=take_back),
            claim, says.value, by, why, at, other, value, take_back,
        )  # fmt: skip
        try:
            opened.judge(made, recorded_at=at)
        except ValueError as error:
            stop(str(error))
    typer.echo(made.id)


def withdraw(
    report: Annotated[
        str,
        typer.Argument(help="The report its outlet took back (its id, or the id it came with)."),
    ],
    at: Annotated[str, typer.Option(help="When: 2031-03-06, or 2031-03-06T12:00Z.")],
    replaced_by: Annotated[str | None, typer.Option(help="The report that replaces it.")] = None,
    ledger: Where = DEFAULT_LEDGER,
) -> None:
    """Note that a report was withdrawn: its claims, and those of its copies, stop counting then."""
    from sayso.ledger.store import open_ledger
    from sayso.notes import Notice

    when = interval_of(at)
    assert when is not None
    with open_ledger(existing(ledger)) as opened:
        found = opened.report(report)
        by = opened.report(replaced_by).id if replaced_by is not None else None
        kind = "replaced_by" if by is not None else "withdrawn"
        added = opened.notice(Notice(found.id, kind, when, by), recorded_at=now())  # type: ignore[arg-type]
    typer.echo(f"{found.id} {'noted as ' + kind if added else 'was noted so already'}")


def rules(
    source: Annotated[
        Path, typer.Argument(help="Event reports as MAVERICK rows: JSON lines or CSV.")
    ],
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="Write each event's row here, as CSV.")
    ] = None,
) -> None:
    """Compare the three aggregation rules on event reports: what each gives, and where they part."""
    from sayso.read.event_reports import read_rows
    from sayso.show.event_reports import report_of
    from sayso.show.rules import describe_rules, rules_table, write_rules
    from sayso.weigh.event_reports import group_events

    table = rules_table(group_events(report_of(row) for row in read_rows(source)))
    if out is not None:
        with output(out) as stream:
            write_rules(table, stream)
    for line in describe_rules(table):
        typer.echo(line)


class RowsFormat(StrEnum):
    csv = "csv"
    jsonl = "jsonl"


class RuleChoice(StrEnum):
    conservative = "conservative"
    informative = "informative"
    representative = "representative"


def rows(
    source: Annotated[
        Path, typer.Argument(help="Event reports as MAVERICK rows: JSON lines or CSV.")
    ],
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", help="Where to write; standard output if not given."),
    ] = None,
    rule: Annotated[
        RuleChoice | None,
        typer.Option(help="One row an event, made by this rule; each source's row if not given."),
    ] = None,
    format: Annotated[
        RowsFormat | None,
        typer.Option(help="What to write; as the name of --out ends, else csv, if not given."),
    ] = None,
) -> None:
    """Write event reports as MAVERICK rows: as they came, or one row an event by a rule."""
    from sayso.read.event_reports import read_rows
    from sayso.show.event_reports import WRITERS, report_of
    from sayso.weigh.aggregation import RULES
    from sayso.weigh.event_reports import group_events

    wanted = format.value if format is not None else _format_of(out)
    reports = [report_of(row) for row in read_rows(source)]
    if rule is not None:
        reports = [RULES[rule.value](rows) for rows in group_events(reports)]
    with output(out) as stream:
        written = WRITERS[wanted](reports, stream)
    noun = "event" if wanted == "jsonl" else "row"
    typer.echo(f"{written} {noun}{'' if written == 1 else 's'} written", err=True)


def _format_of(out: Path | None) -> str:
    if out is None:
        return RowsFormat.csv.value
    ending = out.suffix.removeprefix(".")
    if ending not in list(RowsFormat):
        stop(f"{out}: its name does not tell the format; end it in .csv or .jsonl, or add --format")
    return ending
