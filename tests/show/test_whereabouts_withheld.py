"""Where a living person is or is held, for other readers: in desk, pages, search, commands and exports."""

from dataclasses import replace

import pytest
from test_guarding import rows_of
from test_pages import get
from typer.testing import CliRunner

from sayso.ledger.store import open_ledger
from sayso.show.cli import app
from sayso.show.masking import PLACE, WHEREABOUTS
from sayso.show.pages.app import make_app
from sayso.types import Interval, Place, Report, Span
from tests.show.private_world import RECORDED, mention, open_desk, source, tell_in

TEXT = (
    "OSKAVA - Milan Orven, who was abducted on Friday, is being held in a school in Oskava, "
    "said his family. Orven is hiding in a house on Mill Street, said a friend. He is kept in the cellar "
    "of a bakery. Shells fell on Brod, where the talks were held in March. "
    "In a barn near Lorn, rebels hold Bruno Hale. Sava Dren was seized at dawn on Tuesday from his home on "
    "Rose Lane, Upper Dale, and two guards were shot. Ana Tesk was killed in Vell and is buried in Vell."
)
DAY = Interval("2031-05-05T00:00:00Z", "2031-05-05T23:59:59Z")
REPORT = Report("r1", TEXT, title="Orven held in a school in Oskava", outlet="Paper 1", published_at=DAY,
                url="https://paper.example/orven-held-in-oskava")  # fmt: skip
YOUNG, OLD = "2031-05-06T12:00:00Z", "2031-06-01T00:00:00Z"
SECRET = ("Oskava", "OSKAVA", "school", "Mill Street", "in a house", "cellar", "bakery", "barn", "Lorn",
          "Rose Lane", "Upper Dale")  # fmt: skip
FRIEND = source("a friend")
FAMILY = source("his family", "family")


def place(name, level="town"):
    start = TEXT.rindex(name)
    span = Span(start, start + len(name))
    return Place(span, name, name, 7, -38.7, -20.1, "XK", "Upper Karez", level, 1.0)


def told(words, type_, *chain, **more):
    return tell_in(REPORT, words, type_, *chain, **more)


CLAIMS = (
    told("Milan Orven, who was abducted on Friday, is being held in a school in Oskava", "detained", FAMILY,
         trigger="held", place=place("Oskava"), victim="Milan Orven"),
    told("Milan Orven, who was abducted on Friday, is being held in a school in Oskava", "abducted", FAMILY,
         trigger="abducted", place=place("Oskava"), victim="Milan Orven"),
    # misread: hiding is no detention, and the street is taken for a town
    told("Orven is hiding in a house on Mill Street", "detained", FRIEND, trigger="hiding",
         place=place("Mill Street"), victim="Milan Orven"),
    told("Shells fell on Brod", "shelling", trigger="fell", place=place("Brod")),
    told("In a barn near Lorn, rebels hold Bruno Hale", "detained", trigger="hold", place=place("Lorn"),
         victim="Bruno Hale"),
    told("Sava Dren was seized at dawn on Tuesday from his home on Rose Lane, Upper Dale", "abducted",
         trigger="seized", victim="Sava Dren"),
    told("Ana Tesk was killed in Vell", "killed", trigger="killed", place=place("Vell"), victim="Ana Tesk"),
    # what is said of two at once: its place is in words that are cut
    told("Milan Orven, who was abducted on Friday, is being held in a school in Oskava", "protest", FAMILY,
         trigger="held", place=place("Oskava")),
)  # fmt: skip


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "a.ledger"
    with open_ledger(made) as ledger:
        ledger.append(REPORT, CLAIMS, recorded_at=RECORDED)
    return made


def exits(path, now):
    """All that others get, by where they get it; the commands ask the clock, which is far later."""
    desk = open_desk(path, now=now)
    site = make_app(open_desk(path, "owner"), reader="others", now=lambda: now)
    dossiers = desk.dossiers()
    yield "dossiers", repr(dossiers)
    yield "claims", repr(desk.claims())
    yield "claims of the report", repr(desk.claims_of("r1"))
    yield "report", repr(desk.report("r1")) + repr(list(desk.reports().values()))
    yield "people", repr(desk.people()) + repr([desk.person(one.entity) for one in desk.people()])
    yield "history", repr([(desk.history(one), desk.reasons(one)) for one in dossiers])
    yield "differences", repr(desk.differences("2031-05-01T00:00:00Z"))
    yield "search", repr([desk.search(word) for word in ("Orven", "Brod", "held")])
    yield "csv", repr(rows_of(desk))
    pages = ["/", "/people", "/places", "/statements", "/report/r1", "/search?q=Orven"]
    pages += [f"/claim/{one.id}" for one in CLAIMS]
    pages += ["/person/person/milan-orven", "/person/person/sava-dren", "/person/person/bruno-hale"]
    for address in pages:
        yield address, get(address, site).text
    for words in (["claims", "--json"], ["claims"], ["export", "csv"], ["who", "Milan Orven"],
                  ["diff", "--since", "2031-05-01"], ["claim", CLAIMS[0].id]):  # fmt: skip
        run = CliRunner().invoke(app, [*words, "--reader", "others", "--ledger", str(path)])
        assert run.exit_code == 0, run.output
        yield " ".join(words), run.output


@pytest.mark.parametrize("now", [YOUNG, OLD])
def test_no_exit_tells_others_where_a_living_person_is_or_is_held(path, now):
    for where, given in exits(path, now):
        told = [word for word in SECRET if word in given]
        assert told == [], where


def test_the_owner_is_told_all_of_it(path):
    given = repr(open_desk(path, "owner").claims()) + open_desk(path, "owner").report("r1").text

    assert all(word in given for word in SECRET)


def test_that_somebody_was_taken_stands_without_the_place(path):
    young = {one.event.type: one for one in open_desk(path, now=YOUNG).claims()}

    assert young["abducted"].event.roles[0].filler.name in ("Milan Orven", "Sava Dren")
    assert {one.place for one in young.values() if one.event.type in ("abducted", "detained")} == {
        None
    }


def test_after_three_days_the_province_is_told_and_no_point(path):
    claims = [c for c in open_desk(path, now=OLD).claims() if c.event.type == "detained"]

    told = {
        (c.place.name, c.place.words, c.place.level, c.place.latitude) for c in claims if c.place
    }
    assert told == {("Upper Karez", "Upper Karez", "admin1", None)}


def test_words_are_cut_where_they_tell_it_and_not_the_rest_of_the_sentence(path):
    text = open_desk(path, now=YOUNG).report("r1").text

    assert f"is being held {WHEREABOUTS}, said his family" in text
    assert f"Orven is hiding {WHEREABOUTS}, said a friend" in text
    assert f"He is kept {WHEREABOUTS}." in text
    assert f"{WHEREABOUTS}, rebels hold Bruno Hale" in text
    assert "Shells fell on Brod, where the talks were held in March." in text
    assert text.startswith(f"{PLACE} - ")


def test_where_the_dead_fell_and_lie_is_told(path):
    desk = open_desk(path, now=YOUNG)

    assert "Ana Tesk was killed in Vell and is buried in Vell." in desk.report("r1").text
    assert next(c for c in desk.claims() if c.event.type == "killed").place.name == "Vell"


def test_the_title_and_the_address_of_a_report_tell_no_more_than_its_text(path):
    report = open_desk(path, now=YOUNG).report("r1")

    assert report.title == f"Orven held {WHEREABOUTS}" and report.url is None


def test_a_search_for_the_place_finds_nothing(path):
    assert open_desk(path, now=OLD).search("Oskava") == ()
    assert open_desk(path, "owner").search("Oskava") != ()


def test_a_pronoun_that_nobody_was_found_for_may_be_anybody(tmp_path):
    him = replace(mention("X", Span(0, 1)), entity=None, name=None, words="him")
    claim = told("Milan Orven, who was abducted on Friday, is being held in a school in Oskava", "detained",
                 trigger="held", place=place("Oskava"), victim="Milan Orven")  # fmt: skip
    roles = tuple(replace(role, filler=him) for role in claim.event.roles)
    claim = replace(claim, event=replace(claim.event, roles=roles))
    with open_ledger(tmp_path / "b.ledger") as ledger:
        ledger.append(REPORT, (claim,), recorded_at=RECORDED)

    assert "school" not in repr(open_desk(tmp_path / "b.ledger", now=YOUNG).claims())
