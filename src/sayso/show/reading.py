"""The commands that read: `demo`, `read` and `annotate`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.errors import UnreadableReport
from sayso.show.options import (
    DEFAULT_LEDGER,
    AsJson,
    Limit,
    Parties,
    Places,
    Where,
    desk_of,
    interval_of,
    now,
    output,
    place_of,
    stop,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.types import Interval, Refusal, Report


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

    with open_ledger(place_of(ledger)) as opened:
        added = 0
        for read in with_progress(
            read_demo(), total=count_demo(), words="Reading the demo reports"
        ):
            if not isinstance(read, Refusal):
                added += opened.append(*read, recorded_at=now(), made_by=MADE_BY)
        counts = opened.counts()
        pairs = weighed_answers(desk_of(opened, demo_parties()).dossiers())
        if json:
            _print_changes_json(pairs[:limit])
            return
        print_changes(pairs, limit=limit)
    typer.echo(f"{counts.reports} reports, {counts.claims} claims ({added} reports new). {NOTE}")
    typer.echo(
        f"The pages: make serve (or: sayso serve --demo --ledger {ledger}), then open http://127.0.0.1:8000/"
    )


def _print_changes_json(pairs: list[Any]) -> None:
    from sayso.show.printing import change_row, print_json

    keys = ("changed", "claim", "asserts", "denies", "origins", "positions", "status")
    print_json([dict(zip(keys, change_row(answer), strict=True)) for _, answer in pairs])


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

    given = interval_of(published_at)
    with open_ledger(place_of(ledger)) as opened:
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
                    added = opened.append(*result, recorded_at=now(), made_by=MADE_BY)
                    tally["new" if added else "known"] += 1
                    continue
                except UnreadableReport as error:
                    result = Refusal(result[0].given_id or result[0].id, str(error))
            opened.refuse(result, recorded_at=now())
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
            help="Parts to write, by comma: sentences, passages, mentions, attributions, labels,"
            " places, times, events, claims."
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
        stop(f"--only {', '.join(unknown)}: no such part; take some of {', '.join(PARTS)}")
    setup = Setup(tuple(places or ()), tuple(parties or ()))
    encoder, refused = msgspec.json.Encoder(), 0
    with output(out) as stream:
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
