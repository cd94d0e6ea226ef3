"""What a sheet on a person holds, and how the command prints it."""

import json
from dataclasses import replace

import pytest
from made_people import ODAS, PARTIES, make_desk, tell
from typer.testing import CliRunner

from sayso.errors import NotInLedger
from sayso.show.cli import app
from sayso.show.guarding import GuardedDesk
from sayso.show.person_printing import print_sheet, record_sheet
from sayso.show.persons import conflicts, find_sheets, make_sheet
from tests.ledger.make_reports import day

KARIM = "person/karim-odas"


@pytest.fixture
def desk(tmp_path):
    made = make_desk(tmp_path / "people.sqlite")
    yield made
    made.ledger.close()


def words_of(sheet, part):
    return [row.words for row in sheet.parts[part]]


def test_each_part_holds_what_is_told_with_its_claims(desk):
    sheet = make_sheet(desk, KARIM)
    assert words_of(sheet, "roles") == ["commander, River Guard"]
    assert words_of(sheet, "groups") == [
        "River Guard (side: river)",
        "speaking for River Guard (side: river)",
    ]
    assert words_of(sheet, "kin") == ["nephew of Ilse Varn"]
    assert words_of(sheet, "age") == ["41"]
    assert [told.claim.words for told in sheet.says] == ["We hold the ford"]


def test_of_the_other_end_of_a_kinship_it_tells_who_is_what(desk):
    (row,) = make_sheet(desk, "person/ilse-varn").parts["kin"]
    assert (row.words, row.other) == ("Karim Odas: nephew", KARIM)


def test_killed_and_alive_after_it_stand_side_by_side_in_the_order_of_time(desk):
    fate = make_sheet(desk, KARIM).parts["fate"]
    pair = conflicts(fate)[0]
    assert [row.words for row in pair] == ["killed", "alive, 4 May 2031", "captured"]
    assert [told.at for row in pair for told in row.told] == [day(n).start for n in (2, 4, 8)]


def test_alive_before_the_death_is_no_conflict(tmp_path):
    items = (
        ODAS[1],
        tell(4, "Karim Odas was seen alive.", "alive", "alive", at=1, person="Karim Odas"),
    )
    desk = make_desk(tmp_path / "b.sqlite", items)
    assert [len(group) for group in conflicts(make_sheet(desk, KARIM).parts["fate"])] == [1, 1]
    desk.ledger.close()


def test_what_is_told_under_a_linked_name_is_there_and_marked(desk):
    sheet = make_sheet(desk, KARIM)
    (captured,) = [row for row in sheet.parts["fate"] if row.words == "captured"]
    assert [told.under for told in captured.told] == ["Kareem Odas"]
    assert [(o.name, o.link.verdict) for o in sheet.others if o.link.verdict == "same"] == [
        ("Kareem Odas", "same")
    ]


def test_two_ages_that_no_years_between_explain_exclude_each_other(tmp_path):
    items = (ODAS[0], tell(3, "Karim Odas, 52, left.", "age", "52", holder="Karim Odas"))
    desk = make_desk(tmp_path / "b.sqlite", items)
    assert [len(row.against) for row in make_sheet(desk, KARIM).parts["age"]] == [1, 1]
    desk.ledger.close()


def test_a_sheet_of_an_earlier_day_knows_nothing_later(desk):
    sheet = make_sheet(desk, KARIM, as_of=day(2).stop)
    assert (words_of(sheet, "fate"), sheet.others, sheet.says) == (["killed"], (), ())
    with pytest.raises(NotInLedger):
        make_sheet(desk, "person/ahmad-odas", as_of=day(2).stop)


def test_every_line_printed_says_who_says_so_and_when(desk):
    lines = []
    print_sheet(make_sheet(desk, KARIM), desk, write=lines.append)
    at = lines.index("    alive, 4 May 2031 [disputed]; cannot hold together with “killed”")
    assert lines[at + 1].startswith("      4 May 2031, Lantern, ")
    assert lines[at + 2] == "        Lantern (own words) asserts: “Karim Odas was seen alive.”"
    assert any(
        line.startswith("  the same as Kareem Odas (person/kareem-odas): ") for line in lines
    )


def test_the_records_hold_the_same(desk):
    found = record_sheet(make_sheet(desk, KARIM), desk)
    alive = next(row for row in found["fate"] if row["words"].startswith("alive"))
    assert alive["conflicts_with"] == ["killed"]
    assert alive["told"][0]["who"] == "Lantern (own words)"
    assert alive["told"][0]["at_is"] == "of the event"
    assert found["same_as"][0]["entity"] == "person/kareem-odas"


def test_find_gives_those_named_by_then(desk):
    assert {s.entity for s in find_sheets(desk, "odas", as_of=day(3).stop)} == {KARIM}


def test_what_a_report_calls_a_mother_whom_another_names_is_for_the_owner_alone(tmp_path):
    text = "The mother of Karim Odas left."
    told = {"person": "The mother", "kin": "Karim Odas"}
    report, (claim,) = tell(3, text, "kinship", "mother", "Lantern", **told)
    one, other = claim.event.roles
    unnamed = replace(one, filler=replace(one.filler, kind="role", entity=None, name=None))
    claim = replace(claim, event=replace(claim.event, roles=(unnamed, other)))
    told = {"person": "Ilse Varn", "kin": "Karim Odas"}
    named = tell(4, "Ilse Varn is the mother of Karim Odas.", "kinship", "mother", **told)
    desk = make_desk(tmp_path / "b.sqlite", ((report, (claim,)), named))
    sheet = make_sheet(desk, "person/ilse-varn")
    assert [(d.words, d.outlet) for d in sheet.described] == [("The mother", "Lantern")]
    lines = []
    print_sheet(sheet, desk, write=lines.append)
    assert any(line.startswith("  “The mother” in Lantern: ") for line in lines)
    assert record_sheet(sheet, desk)["described_as"][0]["words"] == "The mother"
    guarded = GuardedDesk(desk, "others", lambda: "2031-07-01T00:00:00Z")
    found = guarded.same_as("person/ilse-varn")
    assert not any(one.entity.startswith("described/") for one in found)
    desk.ledger.close()


# --- the command ---


def run(tmp_path, *words):
    make_desk(tmp_path / "a.sqlite").ledger.close()
    return CliRunner().invoke(app, ["who", *words, "--ledger", str(tmp_path / "a.sqlite")])


def test_who_prints_json_with_the_same_parts(tmp_path):
    (found,) = json.loads(run(tmp_path, "karim odas", "--json").stdout)
    assert [row["words"] for row in found["kin"]] == ["nephew of Ilse Varn"]


def test_who_names_what_is_near_where_nobody_fits(tmp_path):
    result = run(tmp_path, "Karym Odas")
    assert isinstance(result.exception, NotInLedger)
    assert "near it: Kareem Odas (person/kareem-odas)" in str(result.exception)


@pytest.mark.parametrize("words", [[], ["odas", "--list", "names.csv"]])
def test_who_takes_a_name_or_a_list(tmp_path, words):
    assert run(tmp_path, *words).exit_code == 2


def test_register_of_the_made_people_has_a_side():
    assert PARTIES.parties["river_guard"].side == "river"
