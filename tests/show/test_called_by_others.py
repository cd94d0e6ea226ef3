"""What a body is called by others: who calls whom what, and never as a name."""

from dataclasses import replace

from made_people import PARTIES, make_desk, tell
from typer.testing import CliRunner

from sayso.desk import Desk
from sayso.show.called import describe_called
from sayso.show.cli import app
from sayso.show.group_sheets import find_group_sheets
from sayso.types import Source

ARMY = Source(
    "Hill army", "group/hill-army", "speaker", "military", "named", None, None, "not_stated"
)


def told():
    """The army's claim that "the bandits", resolved to the guard, shelled Dalan; and the guard by name."""
    report, (claim,) = tell(
        2,
        "The Hill army said the bandits shelled Dalan.",
        "shelling",
        "shelled",
        actor="the bandits",
    )
    (role,) = claim.event.roles
    filler = replace(role.filler, kind="group", entity="group/river_guard", name=None)
    event = replace(claim.event, roles=(replace(role, filler=filler),))
    left = "The River Guard left."
    named, (other,) = tell(
        3, left, "withdrawal", "left", of="group/river_guard", group="River Guard"
    )
    return (
        (report, (replace(claim, event=event, chain=(ARMY,), own=False, attribution=0),)),
        (named, (other,)),
    )


def test_a_body_is_shown_with_what_others_call_it_and_who_does(tmp_path):
    with make_desk(tmp_path / "a.sqlite", told()).ledger as ledger:
        (body,) = find_group_sheets(Desk(ledger, PARTIES), "River Guard")

    assert (body.entity, body.name) == ("group/river_guard", "River Guard")
    (one,) = body.called
    assert (
        describe_called(one)
        == "“the bandits”: Hill army (named), reported 2 May 2031 (day only), The Courier"
    )
    assert one.by_entity == "group/hill-army"


def test_what_a_body_is_called_finds_no_body(tmp_path):
    with make_desk(tmp_path / "a.sqlite", told()).ledger as ledger:
        assert find_group_sheets(Desk(ledger, PARTIES), "bandits") == ()


def test_who_prints_it_for_a_body(tmp_path):
    make_desk(tmp_path / "a.sqlite", told()).ledger.close()
    run = CliRunner().invoke(app, ["who", "River Guard", "--ledger", str(tmp_path / "a.sqlite")])

    assert run.exit_code == 0
    assert (
        "Called by others, which is no name" in run.output
        and "“the bandits”: Hill army" in run.output
    )
