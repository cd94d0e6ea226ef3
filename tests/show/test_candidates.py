"""A list of names against a ledger: candidates with reasons, and nothing merged."""

import csv
import io

import pytest
from made_people import PARTIES, make_desk, tell
from typer.testing import CliRunner

from sayso.desk import Desk
from sayso.errors import UnreadableTable
from sayso.show.candidate_printing import COLUMNS, NO_CANDIDATE, write_candidates
from sayso.show.candidates import find_candidates, know_people
from sayso.show.cli import app
from sayso.show.name_lists import read_names
from tests.ledger.make_reports import day


@pytest.fixture
def desk(tmp_path):
    made = make_desk(tmp_path / "people.sqlite")
    yield made
    made.ledger.close()


def read(tmp_path, text):
    path = tmp_path / "names.csv"
    path.write_text(text, encoding="utf-8")
    return read_names(path)


def candidates_of(desk, tmp_path, text, **when):
    (listed,) = read(tmp_path, text)
    return find_candidates(listed, know_people(desk, **when), desk)


# --- reading ---


def test_columns_are_known_by_their_usual_headings(tmp_path):
    text = "\ufeffFull Name;Age;Gender;Date of incident;Place of death\nKarim Odas;41;M;2031-05-02;Dalan\n"
    (one,) = read(tmp_path, text)
    assert (one.row, one.name, one.age, one.sex, one.date, one.place) == (
        2, "Karim Odas", 41, "male", day(2), "Dalan",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "trouble"),
    [
        (",41", "no name in the column of names"),
        ("12,41", "no name in the column of names"),
        ("a,b,c", "3 cells under 2 headings; put quotation marks around commas"),
        ("Karim Odas,old", "not understood, and not compared: age “old”"),
    ],
)
def test_a_bad_row_is_told_in_one_line_and_the_others_are_read(tmp_path, line, trouble):
    bad, good = read(tmp_path, f"name,age\n{line}\nIlse Varn,30\n")
    assert (bad.row, bad.trouble, good.name) == (2, trouble, "Ilse Varn")


def test_a_surname_put_first_is_turned(tmp_path):
    assert [one.name for one in read(tmp_path, 'name\n"ODAS, Karim"\n"Karim Odas, Jr."\n')] == [
        "Karim ODAS", "Karim Odas, Jr.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("ODAS, Karim Jr.", "Karim ODAS Jr."), ("ODAS Jr., Karim", "Karim ODAS Jr."),
        ("Odas, Karim, Jr.", "Karim Odas Jr."), ("AL ODAS, Karim", "Karim AL ODAS"),
        ("Odas, Karim III", "Karim Odas III"), ("Karim Odas, Sr.", "Karim Odas, Sr."),
        ("Odas Varn, a baker", "Odas Varn, a baker"),
    ],
)  # fmt: skip
def test_a_suffix_stays_behind_the_surname_that_is_turned(tmp_path, cell, name):
    assert [one.name for one in read(tmp_path, f'name\n"{cell}"\n')] == [name]


@pytest.mark.parametrize("text", ["", "who,age\nx,3\n"])
def test_a_file_without_a_column_of_names_is_refused(tmp_path, text):
    with pytest.raises(UnreadableTable):
        read(tmp_path, text)


# --- candidates ---


def test_a_listed_junior_is_the_junior_of_the_ledger(tmp_path):
    told = tell(
        2, "Karim Odas Jr. was killed in Dalan.", "killed", "killed", victim="Karim Odas Jr."
    )
    with make_desk(tmp_path / "a.sqlite", (told,)).ledger as ledger:
        found = candidates_of(Desk(ledger, PARTIES), tmp_path, 'name\n"ODAS, Karim Jr."\n')

    assert [one.name for one in found] == ["Karim Odas Jr."]


@pytest.mark.parametrize(
    ("script", "latin"),
    [("أحمد قاسم", "Ahmad Qasim"), ("محمود صالح", "Mahmoud Saleh"), ("يوسف حداد", "Yousef Haddad"),
     ("عمر الشامي", "Omar al-Shami"), ("خالد العودات", "Khaled al-Odat"), ("Ахмад Касим", "Ahmad Qasim")],
)  # fmt: skip
def test_a_name_in_another_script_finds_its_bearer(tmp_path, script, latin):
    told = tell(2, f"{latin} was killed in Dalan.", "killed", "killed", victim=latin)
    with make_desk(tmp_path / "a.sqlite", (told,)).ledger as ledger:
        found = candidates_of(Desk(ledger, PARTIES), tmp_path, f"name\n{script}\n")

    assert [one.name for one in found] == [latin]


@pytest.mark.parametrize(
    ("cause", "agrees", "conflicts"),
    [
        ("gunshot", ["cause gunshot: told shooting by "], []),
        ("Air strike", [], ["cause Air strike: told shooting by "]),
        ("unclear", [], []),
    ],
)
def test_the_cause_is_compared_by_its_sort(tmp_path, cause, agrees, conflicts):
    told = tell(2, "Karim Odas was shot dead in Dalan.", "killed", "shot", victim="Karim Odas")
    with make_desk(tmp_path / "a.sqlite", (told,)).ledger as ledger:
        (one,) = candidates_of(Desk(ledger, PARTIES), tmp_path, f"name,cause\nKarim Odas,{cause}\n")

    assert [line[: len(told)] for line, told in zip(one.agrees, agrees, strict=True)] == agrees
    assert [
        line[: len(told)] for line, told in zip(one.conflicts, conflicts, strict=True)
    ] == conflicts


@pytest.mark.parametrize(
    ("sources", "agrees"), [("The Courier; AFP", 1), ("courier", 1), ("Lantern", 0)]
)
def test_a_source_that_tells_of_the_person_agrees_and_another_is_no_conflict(
    tmp_path, sources, agrees
):
    told = tell(2, "Karim Odas was shot dead in Dalan.", "killed", "shot", victim="Karim Odas")
    with make_desk(tmp_path / "a.sqlite", (told,)).ledger as ledger:
        (one,) = candidates_of(
            Desk(ledger, PARTIES), tmp_path, f"name,sources\nKarim Odas,{sources}\n"
        )

    assert (len(one.agrees), one.conflicts) == (agrees, ())


def test_what_agrees_and_what_conflicts_is_told_with_who_says_so(desk, tmp_path):
    one = candidates_of(desk, tmp_path, "name,age,date,place\nKarim Odas,42,2031-05-20,Dalan\n")[0]
    assert (one.entity, one.names, one.score) == ("person/karim-odas", "same", 0.95)
    assert [line.split(":")[0] for line in one.agrees] == ["age 42", "place Dalan"]
    (conflict,) = one.conflicts
    assert conflict.startswith(
        "date 2031-05-20: told killed on 2031-05-02 by The Courier (own words)"
    )


def test_who_was_seen_alive_after_the_day_conflicts(desk, tmp_path):
    found = candidates_of(desk, tmp_path, "name,date\nKarim Odas,2031-04-28\n")
    (one,) = [one for one in found if one.entity == "person/karim-odas"]
    assert [line.split(" by ")[0] for line in one.conflicts] == [
        "date 2031-04-28: told killed on 2031-05-02",
        "date 2031-04-28: told alive on 2031-05-04",
    ]


def test_other_spellings_are_candidates_and_stay_two(desk, tmp_path):
    found = candidates_of(desk, tmp_path, "name\nKarim Odas\n")
    assert [one.entity for one in found] == ["person/karim-odas", "person/kareem-odas"]


def test_a_brother_with_another_given_name_is_no_candidate(desk, tmp_path):
    assert [one.entity for one in candidates_of(desk, tmp_path, "name\nAhmad Odas\n")] == [
        "person/ahmad-odas"
    ]


def test_a_surname_alone_may_be_any_of_its_bearers(desk, tmp_path):
    found = candidates_of(desk, tmp_path, "name\nOdas\n")
    assert {one.names for one in found} == {"unsure"}
    assert len(found) == 3


def test_who_was_not_named_by_then_is_no_candidate(desk, tmp_path):
    assert candidates_of(desk, tmp_path, "name\nAhmad Odas\n", as_of=day(3).stop) == ()


# --- writing ---


def test_a_name_without_a_candidate_is_listed_as_such_and_no_cell_is_a_formula(desk, tmp_path):
    rows = read(tmp_path, 'name\n"=HYPERLINK(""x"")"\n')
    out = io.StringIO()
    write_candidates([(one, find_candidates(one, know_people(desk), desk)) for one in rows], out)
    (row,) = csv.DictReader(io.StringIO(out.getvalue()))
    assert list(row) == list(COLUMNS)
    assert row["name"] == '\'=HYPERLINK("x")'
    assert row["note"] == NO_CANDIDATE


def test_the_command_writes_the_table_and_names_bad_rows(desk, tmp_path):
    names, out = tmp_path / "names.csv", tmp_path / "out.csv"
    names.write_text("name\nKarim Odas\n7\nTeva Rull\n", encoding="utf-8")
    words = [
        "who",
        "--list",
        str(names),
        "-o",
        str(out),
        "--ledger",
        str(tmp_path / "people.sqlite"),
    ]
    result = CliRunner().invoke(app, words)
    assert result.output.splitlines() == [
        f"{names}:3: no name in the column of names",
        "rows: 3; names with candidates: 1, without: 1; not read: 1",
    ]
    assert len(out.read_text("utf-8").splitlines()) == 5
