"""What is typed on a command line in; calls of the rooms, and their results printed, out."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from sayso import __version__
from sayso.errors import NotInLedger, SaysoError, UnreadableReport

if TYPE_CHECKING:
    from sayso.desk import Desk
    from sayso.types import Interval, Refusal, Report

app = typer.Typer(
    help=(
        "A ledger of claims from conflict reporting: who says so, who disputes it,"
        " and how many really stand behind it."
    ),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


class ClockChoice(StrEnum):
    published = "published"
    recorded = "recorded"


Where = Annotated[
    str,
    typer.Option("--ledger", envvar="SAYSO_LEDGER", help="The ledger: a file, or a database URL."),
]
Parties = Annotated[
    list[Path] | None,
    typer.Option(
        "--parties",
        envvar="SAYSO_PARTIES",
        help="A register of parties (TOML) laid over the bundled one; may be repeated.",
    ),
]
Places = Annotated[
    list[Path] | None,
    typer.Option(
        "--places",
        envvar="SAYSO_PLACES",
        help="A table of places (TSV) laid over the gazetteer; may be repeated.",
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of", help="Show what was known by this time: 2031-03-05, or 2031-03-05T12:00Z."
    ),
]
ClockOf = Annotated[
    ClockChoice,
    typer.Option(
        "--clock", help="published: what the public could know; recorded: what this ledger knew."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]
Limit = Annotated[int, typer.Option("--limit", min=1, help="At most so many rows.")]
DEFAULT_LEDGER = "sayso.sqlite"


def main() -> None:
    """The entry point: what goes wrong on purpose is one line on standard error and exit code 2."""
    try:
        app()
    except SaysoError as error:
        _stop(str(error))
    except BrokenPipeError:
        # The reader of our output has had enough (`| head`); Python would complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _stop(message: str) -> NoReturn:
    sys.stderr.write(f"sayso: {message}\n")
    raise SystemExit(2)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"sayso {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Options that stand before a command."""


@app.command()
def demo(
    ledger: Where = "demo.ledger.sqlite",
    limit: Limit = 24,
    json: AsJson = False,
) -> None:
    """Read the bundled reports into a ledger and show what changed last."""
    from sayso.claims import MADE_BY
    from sayso.ledger.store import open_ledger
    from sayso.show.demonstration import NOTE, count_demo, demo_parties, read_demo
    from sayso.show.printing import print_changes, weighed_answers, with_progress
    from sayso.types import Refusal

    with open_ledger(_place_of(ledger)) as opened:
        added = 0
        for read in with_progress(
            read_demo(), total=count_demo(), words="Reading the demo reports"
        ):
            if not isinstance(read, Refusal):
                added += opened.append(*read, recorded_at=_now(), made_by=MADE_BY)
        counts = opened.counts()
        pairs = weighed_answers(_desk(opened, demo_parties()).dossiers())
        if json:
            _print_changes_json(pairs[:limit])
            return
        print_changes(pairs, limit=limit)
    typer.echo(f"{counts.reports} reports, {counts.claims} claims ({added} reports new). {NOTE}")
    typer.echo(
        f"The pages: make serve (or: sayso serve --demo --ledger {ledger}), then open http://127.0.0.1:8000/"
    )


@app.command()
def read(
    what: Annotated[
        list[str], typer.Argument(help="Files, folders, or addresses of pages and feeds (http...).")
    ],
    ledger: Where = DEFAULT_LEDGER,
    outlet: Annotated[
        str | None, typer.Option(help="The outlet, for reports that do not name theirs.")
    ] = None,
    published_at: Annotated[
        str | None, typer.Option(help="The date, for reports without one.")
    ] = None,
    places: Places = None,
    parties: Parties = None,
    jobs: Annotated[int, typer.Option(min=1, help="Processes to read with.")] = 1,
) -> None:
    """Read reports into the ledger; what it has read before is passed over."""
    from sayso.claims import MADE_BY
    from sayso.ledger.store import open_ledger
    from sayso.run.local import Setup, read_all
    from sayso.show.printing import with_progress
    from sayso.types import Refusal, Report

    given = _interval(published_at)
    with open_ledger(_place_of(ledger)) as opened:
        known = opened.known_reports(made_by=MADE_BY)
        tally = {"new": 0, "known": 0, "refused": 0}

        def fresh() -> "Iterator[Report | Refusal]":
            for item in _inputs(what, outlet, given):
                if isinstance(item, Report) and item.id in known:
                    tally["known"] += 1
                else:
                    yield item

        setup = Setup(tuple(places or ()), tuple(parties or ()))
        for result in with_progress(
            read_all(fresh(), setup, jobs=jobs), total=None, words="Reading"
        ):
            if not isinstance(result, Refusal):
                try:
                    tally["new"] += opened.append(*result, recorded_at=_now(), made_by=MADE_BY)
                    continue
                except UnreadableReport as error:
                    result = Refusal(result[0].given_id or result[0].id, str(error))
            opened.refuse(result, recorded_at=_now())
            tally["refused"] += 1
            typer.echo(f"refused: {result.origin}: {result.why}", err=True)
        counts = opened.counts()
    typer.echo(
        f"{_many(tally['new'], 'report')} read, {tally['known']} known already, {tally['refused']} refused; "
        f"the ledger holds {_many(counts.reports, 'report')}, {_many(counts.claims, 'claim')}"
    )
    if tally["refused"] and not tally["new"] and not tally["known"]:
        raise typer.Exit(1)


def _many(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _inputs(
    what: list[str], outlet: str | None, given: "Interval | None"
) -> "Iterator[Report | Refusal]":
    from sayso.errors import FetchRefused
    from sayso.read.paths import read_path, read_url
    from sayso.types import Refusal

    for one in what:
        if not one.startswith(("http://", "https://")):
            yield from read_path(Path(one), outlet=outlet, published_at=given)
            continue
        try:
            yield from read_url(one, outlet=outlet, published_at=given)
        except (FetchRefused, UnreadableReport) as error:
            yield Refusal(one, str(error))


@app.command()
def annotate(
    source: Annotated[
        Path, typer.Argument(help="Reports as JSON lines (or any file `read` takes).")
    ],
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", help="Where to write; standard output if not given."),
    ] = None,
    only: Annotated[
        str | None,
        typer.Option(
            help="Parts to write, by comma: sentences, passages, mentions, attributions, places, times, events, claims."
        ),
    ] = None,
    places: Places = None,
    parties: Parties = None,
) -> None:
    """Write what each report says, one JSON line a report, in the order given."""
    import msgspec

    from sayso.read.paths import read_path
    from sayso.run.annotating import annotate_all
    from sayso.run.local import Setup
    from sayso.show.annotated import PARTS, annotated_line
    from sayso.show.printing import with_progress
    from sayso.types import Refusal

    wanted = tuple(part.strip() for part in only.split(",")) if only else PARTS
    if unknown := [part for part in wanted if part not in PARTS]:
        _stop(f"--only {', '.join(unknown)}: no such part; take some of {', '.join(PARTS)}")
    setup = Setup(tuple(places or ()), tuple(parties or ()))
    encoder, refused = msgspec.json.Encoder(), 0
    with _output(out) as stream:
        for item in with_progress(
            annotate_all(read_path(source), setup, frozenset(wanted)),
            total=None,
            words="Annotating",
        ):
            if isinstance(item, Refusal):
                refused += 1
                typer.echo(f"refused: {item.origin}: {item.why}", err=True)
            else:
                stream.write(encoder.encode(annotated_line(*item, only=wanted)).decode() + "\n")
    if refused:
        raise typer.Exit(1)


@app.command()
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
    limit: Limit = 100,
    json: AsJson = False,
) -> None:
    """List claims: who says what, as whom it reached us, and the words."""
    from sayso.ledger.store import open_ledger
    from sayso.show.printing import print_claims, print_json

    with open_ledger(_existing(ledger)) as opened:
        found = opened.claims(as_of=_moment(as_of), clock=clock.value)
        if report is not None:
            wanted = opened.report(report).id
            found = tuple(claim for claim in found if claim.report == wanted)
        if words is not None:
            matching = {claim.id for claim in opened.search(words, limit=100_000)}
            found = tuple(claim for claim in found if claim.id in matching)
        if type is not None:
            found = tuple(claim for claim in found if claim.event.type == type)
    if json:
        print_json(found)
    else:
        print_claims(found, limit=limit)


@app.command()
def claim(
    id: Annotated[str, typer.Argument(help="The id of any claim of the matter.")],
    ledger: Where = DEFAULT_LEDGER,
    parties: Parties = None,
    as_of: AsOf = None,
    clock: ClockOf = ClockChoice.published,
    json: AsJson = False,
) -> None:
    """Show the matter a claim belongs to: its questions, who stands where, every claim."""
    from sayso.ledger.store import open_ledger
    from sayso.show.printing import print_dossier, print_json

    with open_ledger(_existing(ledger)) as opened:
        desk = _desk(opened, tuple(parties or ()))
        dossier = desk.dossier_of(id, as_of=_moment(as_of), clock=clock.value)
    if json:
        print_json(dossier)
    else:
        print_dossier(dossier, id, typer.echo)


@app.command()
def who(
    name: Annotated[str, typer.Argument(help="A name, or part of one.")],
    ledger: Where = DEFAULT_LEDGER,
    json: AsJson = False,
) -> None:
    """Show what the ledger holds on a person: what is told of them, and what they say."""
    from sayso.ledger.store import open_ledger
    from sayso.show.printing import print_claims, print_json

    with open_ledger(_existing(ledger)) as opened:
        people = _desk(opened, ()).people_named(name)
    if json:
        print_json(people)
        return
    if not people:
        raise NotInLedger(f"{name}: nobody of this name is in the ledger; try a single surname")
    for person in people:
        typer.echo(f"{', '.join(person.names)}  ({person.entity})")
        print_claims((*person.told, *(c for c in person.spoke if c not in person.told)))


class ExportFormat(StrEnum):
    csv = "csv"


@app.command()
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
) -> None:
    """Write the ledger for another program."""
    from sayso.ledger.store import open_ledger
    from sayso.show.exports import EXPORTERS

    with open_ledger(_existing(ledger)) as opened:
        desk, moment = _desk(opened, tuple(parties or ())), _moment(as_of)
        dossiers = desk.dossiers(as_of=moment, clock=clock.value)
        reports = desk.reports(as_of=moment, clock=clock.value)
    with _output(out) as stream:
        EXPORTERS[format.value](dossiers, reports, stream)


@app.command()
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
) -> None:
    """Serve the pages on this machine."""
    import uvicorn

    from sayso.ledger.store import open_ledger
    from sayso.show.demonstration import DEMO_LEDGER, demo_parties
    from sayso.show.pages.app import make_app

    if not _is_loopback(host):
        _stop(
            f"{host}: not an address of this machine alone, and the pages have no sign-in; use 127.0.0.1"
        )
    if demo and ledger == DEFAULT_LEDGER:
        ledger = str(DEMO_LEDGER)
    laid = demo_parties() if demo else ()
    with open_ledger(_existing(ledger)) as opened:
        site = make_app(
            _desk(opened, (*laid, *(parties or ()))), title="sayso demo" if demo else "sayso"
        )
        typer.echo(f"http://{host}:{port}/  (stop with Ctrl-C)")
        uvicorn.run(site, host=host, port=port, log_level="warning")


def _is_loopback(host: str) -> bool:
    import ipaddress

    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _desk(opened: Any, parties: tuple[Path, ...]) -> "Desk":
    from sayso.desk import Desk
    from sayso.resolve.parties import load_register

    return Desk(opened, load_register(parties))


def _place_of(ledger: str) -> Path | str:
    return ledger if "://" in ledger else Path(ledger)


def _existing(ledger: str) -> Path | str:
    """The ledger to look into; looking must not make an empty one."""
    if "://" not in ledger and not Path(ledger).exists():
        _stop(f"{ledger}: no ledger there; make one with `sayso read FILES --ledger {ledger}`")
    return _place_of(ledger)


def _interval(words: str | None) -> "Interval | None":
    from sayso.read.dates import parse_published

    if words is None:
        return None
    interval = parse_published(words)
    if interval is None:
        _stop(f"{words}: not a date; write 2031-03-05 or 2031-03-05T12:00Z")
    return interval


def _moment(words: str | None) -> str | None:
    """The end of the day or second that is meant."""
    interval = _interval(words)
    return interval.stop if interval is not None else None


def _now() -> str:
    from datetime import UTC, datetime

    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@contextmanager
def _output(out: Path | None) -> "Iterator[Any]":
    """The file under a temporary name until it is whole, or standard output."""
    if out is None:
        yield sys.stdout
        return
    unfinished = out.with_name(out.name + ".part")
    try:
        stream = unfinished.open("w", encoding="utf-8", newline="")
    except OSError as error:
        _stop(f"{out}: cannot be written ({error.strerror}); name a file in a folder that is there")
    with stream:
        yield stream
    unfinished.replace(out)


def _print_changes_json(pairs: list[Any]) -> None:
    from sayso.show.printing import change_row, print_json

    keys = ("changed", "claim", "asserts", "denies", "origins", "positions", "status")
    print_json([dict(zip(keys, change_row(*pair), strict=True)) for pair in pairs])


if __name__ == "__main__":
    main()
