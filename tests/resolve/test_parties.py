"""The register of parties: who is which organisation, and which side it has."""

import pytest

from sayso.errors import UnreadableTable
from sayso.resolve.parties import Party, is_acronym, load_register, register_of

STAFF = Party(
    "upland_staff",
    "Upland General Staff",
    ("Upland army", "UGS"),
    side="upland",
    people=("Colonel Besim Rao",),
    outlets=("Upland Radio",),
)


@pytest.mark.parametrize("name", ["Upland army", "upland ARMY", "Upland General Staff", "UGS"])
def test_a_party_is_found_by_each_of_its_names(name):
    assert register_of([STAFF]).party_of(name) == STAFF


@pytest.mark.parametrize("name", ["ugs", "Ugs", "army", ""])
def test_other_words_are_no_party(name):
    assert register_of([STAFF]).party_of(name) is None


def test_people_and_outlets_lead_to_their_organisation():
    register = register_of([STAFF])

    assert register.speaker_for("Colonel Besim Rao") == STAFF
    assert register.owner_of("UPLAND RADIO") == STAFF
    assert register.speaker_for("Marit Sol") is None
    assert register.owner_of("Harbour Post") is None


@pytest.mark.parametrize(
    ("name", "answer"), [("WHO", True), ("who", False), ("U.N.", True), ("BUNDESWEHR", False)]
)
def test_few_capitals_are_an_acronym(name, answer):
    assert is_acronym(name) is answer


def test_a_table_of_the_users_lies_over_ours(tmp_path):
    table = tmp_path / "mine.toml"
    table.write_text('[taliban]\nnames = ["Taliban"]\nside = "other"\n', encoding="utf-8")

    assert load_register().party_of("Taliban").side == "taliban"
    assert load_register([table]).party_of("Taliban").side == "other"


def test_an_empty_side_is_no_side(tmp_path):
    table = tmp_path / "mine.toml"
    table.write_text('[monitor]\nnames = ["River Monitor"]\nside = ""\n', encoding="utf-8")
    assert load_register([table]).party_of("River Monitor").side is None


def test_days_may_stand_bare_or_quoted(tmp_path):
    table = tmp_path / "mine.toml"
    table.write_text('[one]\nfrom = 2031-01-01\nto = "2032-01-01"\n', encoding="utf-8")
    party = load_register([table]).parties["one"]
    assert (party.start, party.stop) == ("2031-01-01", "2032-01-01")


@pytest.mark.parametrize(
    ("told", "start", "stop"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ('"2024-02"', "2024-02-01", "2024-02-29"),
        ("2025-07-03T10:00:00Z", "2025-07-03", "2025-07-03"),
    ],
)
def test_a_year_or_month_is_all_of_it(told, start, stop, tmp_path):
    table = tmp_path / "mine.toml"
    table.write_text(f"[one]\nfrom = {told}\nto = {told}\n", encoding="utf-8")
    party = load_register([table]).parties["one"]
    assert (party.start, party.stop) == (start, stop)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[north\n", "not TOML"),
        ('north = "rebels"\n', "no table"),
        ('[north]\nkind = "wizards"\n', "wizards"),
        ('[north]\nto = "the spring"\n', "north has to = 'the spring'"),
        ('[north]\nfrom = "2031-02-30"\n', "no day"),
    ],
)
def test_a_wrong_table_is_refused_with_its_name_and_what_is_wrong(text, told, tmp_path):
    table = tmp_path / "mine.toml"
    table.write_text(text, encoding="utf-8")

    with pytest.raises(UnreadableTable, match=told) as refused:
        load_register([table])
    assert "mine.toml" in str(refused.value)


def test_a_table_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(UnreadableTable, match="check the path"):
        load_register([tmp_path / "none.toml"])
