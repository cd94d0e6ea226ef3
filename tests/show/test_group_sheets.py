"""What a sheet on a group holds, how the command prints it, and its page."""

import asyncio
import json

import httpx
import pytest
from made_people import make_desk, mention, speak, tell
from typer.testing import CliRunner

from sayso.errors import NotInLedger
from sayso.show.cli import app
from sayso.show.group_printing import print_group_sheet
from sayso.show.group_sheets import find_group_sheets, list_groups, make_group_sheet
from sayso.show.pages.app import make_app
from sayso.types import Event, Role, Span
from tests.ledger.make_reports import day, make_claim, make_report

GUARD = "group/river_guard"


def body(text, words, id_):
    return mention(text, words, "group", f"group/{id_}")


def deed(number, text, type_, trigger, **roles):
    """A claim of the outlet's in which groups take part: role=(words, id)."""
    report = make_report(number, text=text, published_at=day(number))
    start = text.index(trigger)
    fillers = tuple(Role(role, body(text, *told)) for role, told in roles.items())
    event = Event(type_, Span(start, start + len(trigger)), fillers)
    return report, (make_claim(report, text, event=event, chain=(), own=True),)


ITEMS = (
    tell(1, "Karim Odas is a commander of the River Guard.", "office", "commander", of=GUARD,
         holder="Karim Odas", group="River Guard"),
    deed(2, "The Heron Company, a unit of the River Guard, left.", "membership", "unit",
         holder=("Heron Company", "heron-company"), group=("River Guard", "river_guard")),
    deed(3, "The River Guard attacked the Heron Company.", "armed_clash", "attacked",
         actor=("River Guard", "river_guard"), target=("Heron Company", "heron-company")),
    speak(4, "We hold the ford, said Mira Tal.", "Mira Tal", "We hold the ford"),
)  # fmt: skip


@pytest.fixture
def desk(tmp_path):
    made = make_desk(tmp_path / "groups.sqlite", ITEMS)
    yield made
    made.ledger.close()


def words_of(sheet, part):
    return [row.words for row in sheet.parts[part]]


def test_each_part_holds_what_is_told_of_the_group(desk):
    sheet = make_group_sheet(desk, GUARD)

    assert (sheet.name, sheet.sides) == ("River Guard", ("river",))
    assert words_of(sheet, "speakers") == ["Mira Tal"]
    assert words_of(sheet, "people") == ["Karim Odas, commander"]
    assert words_of(sheet, "units") == ["Heron Company"]
    assert words_of(sheet, "does") == ["armed clash"]
    assert [told.claim.words for told in sheet.says] == ["We hold the ford"]


def test_of_the_unit_it_tells_what_it_is_a_part_of_and_what_was_done_to_it(desk):
    sheet = make_group_sheet(desk, "heron-company")

    assert words_of(sheet, "of") == ["River Guard"]
    assert words_of(sheet, "suffers") == ["armed clash"]
    assert sheet.sides == ()


def test_a_group_is_found_by_any_of_its_words(desk):
    assert [one.entity for one in find_group_sheets(desk, "heron")] == ["group/heron-company"]
    assert [one.entity for one in find_group_sheets(desk, "the River Guard")] == [GUARD]
    assert not find_group_sheets(desk, "Lake Guard")


def test_groups_are_listed_with_their_claims(desk):
    assert [(one.name, one.claims) for one in list_groups(desk)] == [
        ("River Guard", 4),
        ("Heron Company", 2),
    ]


def test_nothing_is_known_of_a_group_before_its_first_report(desk):
    with pytest.raises(NotInLedger):
        make_group_sheet(desk, "heron-company", as_of=day(1).stop)


def test_lines_tell_each_claim_with_who_says_so(desk):
    lines = []
    print_group_sheet(make_group_sheet(desk, GUARD), desk, write=lines.append)
    told = "\n".join(lines)

    assert "side, by the register: river" in told
    assert "Mira Tal" in told
    assert "“We hold the ford”" in told


def test_who_prints_groups_beside_people(desk, tmp_path):
    desk.ledger.close()
    ledger = str(tmp_path / "groups.sqlite")
    plain = CliRunner().invoke(app, ["who", "heron", "--ledger", ledger])
    records = CliRunner().invoke(app, ["who", "heron", "--ledger", ledger, "--json"])

    assert "Heron Company  (group/heron-company)" in plain.output
    assert [one["entity"] for one in json.loads(records.output)] == ["group/heron-company"]


@pytest.mark.parametrize("entity", [GUARD, "river_guard"])
def test_the_page_of_a_group_shows_its_people_and_units(desk, entity):
    page = _get(desk, f"/group/{entity}")

    assert page.status_code == 200
    assert "Its units and parts" in page.text
    assert "Heron Company" in page.text


def test_the_list_of_people_leads_to_the_groups(desk):
    assert f'href="/group/{GUARD}"' in _get(desk, "/people").text
    assert _get(desk, "/group/lake-guard").status_code == 404


def _get(desk, address):
    async def ask():
        transport = httpx.ASGITransport(app=make_app(desk), raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            return await client.get(address)

    return asyncio.run(ask())
