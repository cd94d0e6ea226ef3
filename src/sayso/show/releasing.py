"""The command `release`: by whom and why a person is no longer private; and the log of releases."""

from typing import TYPE_CHECKING, Annotated

import typer

from sayso.errors import NotInLedger
from sayso.show.options import DEFAULT_LEDGER, AsJson, Where, existing, now, stop

if TYPE_CHECKING:
    from sayso.ledger.store import Ledger
    from sayso.notes import Judgement


def release(
    name: Annotated[
        str | None, typer.Argument(help="Whom: a name, or the id (person/...); none: list them.")
    ] = None,
    by: Annotated[str | None, typer.Option("--by", help="Who releases: your name.")] = None,
    why: Annotated[str | None, typer.Option(help="Why, in a sentence.")] = None,
    take_back: Annotated[str | None, typer.Option(help="The id of a release to take back.")] = None,
    ledger: Where = DEFAULT_LEDGER,
    json: AsJson = False,
) -> None:
    """Show a private person to other readers; list what was released, by whom and why."""
    from sayso.ledger.store import open_ledger
    from sayso.show.printing import print_json

    with open_ledger(existing(ledger)) as opened:
        log = [one for one in opened.judgements(with_withdrawn=True) if one.says == "release"]
        if name is None and take_back is None:
            if json:
                print_json(log)
            for one in log if not json else ():
                back = f" (takes back {one.withdraws})" if one.withdraws else ""
                typer.echo(f"{one.id}  {one.at}  {one.by}: {one.claim}{back}: {one.why}")
            return
        if by is None or why is None:
            stop("a release needs --by NAME and --why TEXT: both are logged")
        person = _released(log, take_back) if take_back else _find_person(opened, name or "")
        made = _make(person, by=by, why=why, withdraws=take_back)
        try:
            opened.judge(made, recorded_at=made.at)
        except ValueError as error:
            stop(str(error))
    if json:
        print_json(made)
    else:
        typer.echo(made.id)


def _make(person: str, *, by: str, why: str, withdraws: str | None) -> "Judgement":
    from sayso.ledger.judgements import judgement_id
    from sayso.notes import Judgement

    at = now()
    made = judgement_id(person, "release", by=by, at=at, withdraws=withdraws)
    return Judgement(made, person, "release", by, why, at, withdraws=withdraws)


def _released(log: "list[Judgement]", wanted: str) -> str:
    for one in log:
        if one.id == wanted:
            return one.claim
    raise NotInLedger(f"{wanted}: no release of this id; `sayso release` lists them")


def _find_person(opened: "Ledger", name: str) -> str:
    """The one person meant: of several with the name none is taken."""
    if name.startswith("person/"):
        return name
    found = opened.entities_named(name)
    if not found:
        raise NotInLedger(f"{name}: nobody of this name is in the ledger; try a single surname")
    if len(found) > 1:
        stop(f"{name}: several have this name; name one of {', '.join(found)}")
    return found[0]
