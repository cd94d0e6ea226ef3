"""What readers other than the owner get of a ledger: in desk, pages, search, commands and exports."""

import csv
import io
import json
import re
from urllib.parse import quote

import pytest
from test_pages import get, text_of
from typer.testing import CliRunner

from sayso.desk import Desk
from sayso.errors import NotInLedger
from sayso.ledger.judgements import judgement_id
from sayso.ledger.store import open_ledger
from sayso.notes import Judgement
from sayso.resolve.parties import register_of
from sayso.show.cli import app
from sayso.show.exports import write_csv
from sayso.show.guarding import GuardedDesk
from sayso.show.masking import NAME, RELATIVE, WHEREABOUTS, find_titled
from sayso.show.pages.app import make_app
from sayso.types import Interval, Report, Sighting, Span
from tests.show.private_world import CLAIMS, LATER, OUT_OF_HIDING, fill, open_desk

SHOWN = {"person/anton-vesk", "person/bruno-hale", "person/petra-lom"}
WITHHELD = {"person/ines-koll", "person/tariq-senn", "person/mira-vale", "person/rafi-orn"}
MONDAY = Interval("2031-05-05T00:00:00Z", "2031-05-05T23:59:59Z")
PSEUDONYM = {"person/zeno"}
PAGES = ("/", "/statements", "/people", "/places", "/report/r1", "/report/r2", "/search?q=raid",
         "/search?q=tanks", *(f"/claim/{one.id}" for claims in CLAIMS.values() for one in claims))  # fmt: skip


@pytest.fixture
def path(tmp_path):
    return fill(tmp_path / "a.ledger")


@pytest.fixture
def desk(path):
    return open_desk(path)


def site_of(path, reader="others", now=LATER):
    return make_app(open_desk(path, "owner"), reader=reader, now=lambda: now)


def rows_of(desk):
    out = io.StringIO()
    write_csv(desk.dossiers(), desk.reports(), out)
    return list(csv.DictReader(io.StringIO(out.getvalue())))


def everything_of(desk):
    """All that a desk gives, as text."""
    dossiers = desk.dossiers()
    gives = [dossiers, desk.claims(), list(desk.reports().values()), desk.people()]
    gives += [desk.claims_of(id_) for id_ in CLAIMS]
    gives += [(desk.history(one), desk.reasons(one)) for one in dossiers]
    gives += [desk.differences("2031-05-05T00:00:00Z"), desk.search("raid"), rows_of(desk)]
    return repr(gives)


def release(path, person, *, back=None, at=LATER):
    made = judgement_id(person, "release", by="Nadia Vey", at=at, withdraws=back)
    judgement = Judgement(made, person, "release", "Nadia Vey", "She asks", at, withdraws=back)
    with open_ledger(path) as ledger:
        ledger.judge(judgement, recorded_at=at)
    return made


# --- all of it ---


def test_every_public_method_of_the_desk_is_guarded():
    public = {name for name in vars(Desk) if not name.startswith("_")}

    assert public - set(vars(GuardedDesk)) == set()


def test_no_name_of_a_private_person_is_in_anything_a_guarded_desk_gives(desk, path):
    found = everything_of(desk)

    assert [name for name in OUT_OF_HIDING if re.search(name, found, re.I)] == []
    assert all(name in everything_of(open_desk(path, "owner")) for name in OUT_OF_HIDING)


@pytest.mark.parametrize("address", PAGES)
def test_no_page_for_others_has_the_name_of_a_private_person(path, address):
    page = get(address, site_of(path)).text

    assert [name for name in OUT_OF_HIDING if re.search(name, page, re.I)] == []


@pytest.mark.parametrize("entity", sorted(SHOWN | WITHHELD | PSEUDONYM))
def test_page_list_search_desk_and_command_agree_on_every_person(path, desk, entity):
    name = entity.removeprefix("person/").replace("-", " ").title()
    site, is_shown = site_of(path), entity in SHOWN

    page = get(f"/person/{entity}", site)
    found = get(f"/search?q={quote(name)}", site).text
    told = CliRunner().invoke(app, ["who", name, "--reader", "others", "--ledger", str(path)])

    assert page.status_code == (200 if is_shown else 404)
    assert (f'href="/person/{entity}"' in found) == is_shown
    assert (f'href="/person/{entity}"' in get("/people", site).text) == is_shown
    assert (entity in {one.entity for one in desk.people_named(name)}) == is_shown
    assert (entity in {one.entity for one in desk.people()}) == is_shown
    assert (told.exit_code == 0) == is_shown
    assert any(name in row["victim"] + row["source"] for row in rows_of(desk)) == is_shown or (
        entity in PSEUDONYM
    )


def test_what_is_withheld_and_what_is_not_there_look_alike(path, desk):
    for entity in ("person/ines-koll", "person/nobody-here"):
        with pytest.raises(NotInLedger) as told:
            desk.person(entity)
        assert str(told.value) == f"{entity}: nothing in the ledger is about or by this person"
    site = site_of(path)
    pages = [text_of(get(f"/search?q={name}", site).text) for name in ("Koll", "Xoll")]
    assert pages[0].replace("Koll", "Xoll") == pages[1]


# --- each sort of person ---


def test_a_minor_has_a_death_and_no_name(desk):
    row = next(
        r for r in rows_of(desk) if "was killed" in r["words"] and "beside" not in r["words"]
    )

    assert (row["victim"], row["words"]) == (NAME, f"{NAME}, 9, was killed")


def test_a_witness_stands_behind_a_claim_without_a_name(desk):
    row = next(r for r in rows_of(desk) if r["words"] == "saw two tanks")

    assert (row["source"], row["source_kind"]) == (NAME, "witness")


def test_what_is_of_a_private_person_alone_is_left_out(desk):
    assert not {"occupation", "kinship"} & {row["type"] for row in rows_of(desk)}


def test_a_detainee_who_speaks_is_withheld_and_one_who_is_told_captured_shown(desk):
    rows = rows_of(desk)

    assert next(r for r in rows if r["type"] == "tortured")["source"] == NAME
    assert next(r for r in rows if r["type"] == "captured")["victim"] == "Bruno Hale"


def test_a_relative_is_not_told_by_her_dead_but_in_the_words_of_the_report(desk):
    row = next(r for r in rows_of(desk) if "beside" in r["words"])

    assert row["source"] == RELATIVE and row["victim"] == "Anton Vesk"
    assert "said the widow of Anton Vesk." in desk.report("r1").text


def test_a_name_in_a_quotation_becomes_a_block_of_one_length(desk):
    report = desk.report("r1")
    claim = next(c for c in desk.claims_of("r1") if "good" in c.words)

    assert claim.words == f"{NAME} was a good boy" == claim.quote[0].of(report.text)
    assert f"{NAME} wept" in report.text


def test_every_quotation_for_others_stands_in_the_text_for_others(desk):
    for claim in desk.claims():
        text = desk.report(claim.report).text
        assert claim.words == " … ".join(span.of(text) for span in claim.quote)


def test_a_titled_name_that_no_claim_has_is_withheld_too(desk):
    text = desk.report("r3").text

    assert f"Commander {NAME} is staying in Karez, and Mayor Petra Lom knows it" in text
    assert list(find_titled("The Defence Force and Capt. Ana al-Dell came late Monday")) == [
        "Ana al-Dell"
    ]


def test_titles_and_addresses_name_nobody_either(desk):
    report = desk.report("r2")

    assert report.title == f"{NAME}, 9, is buried; {NAME} in hiding"
    assert report.url is None and desk.report("r3").url is not None


# --- whereabouts ---


def whereabouts_of(desk):
    return {row["words"]: row for row in rows_of(desk) if row["type"] == "whereabouts"}


def test_a_living_persons_whereabouts_is_told_by_province_after_three_days(path, desk):
    rows = whereabouts_of(desk)

    assert set(rows) == {f"Bruno Hale is {WHEREABOUTS}", f"Petra Lom is {WHEREABOUTS}"}
    assert {(r["place"], r["latitude"]) for r in rows.values()} == {("Upper Karez", "")}
    assert "Dalan" not in everything_of(desk)
    assert (
        whereabouts_of(open_desk(path, "owner"))["Bruno Hale is held in Dalan"]["place"] == "Dalan"
    )


def test_a_living_persons_whereabouts_is_not_told_before(path):
    early = open_desk(path, now="2031-05-10T20:00:00Z")

    assert whereabouts_of(early) == {}
    assert "Dalan" not in everything_of(early) and "Upper Karez" not in everything_of(early)


@pytest.mark.parametrize("address", [*PAGES, "/person/person/petra-lom"])
def test_no_page_for_others_tells_where_exactly_the_living_are(path, address):
    page = get(address, site_of(path)).text

    assert "Dalan" not in page and "cellar" not in page


def test_a_place_where_only_the_living_are_has_no_page_for_others(path):
    assert get("/place/Dalan", site_of(path)).status_code == 404


# --- published, released, unnamed ---


def test_newly_named_dead_wait_a_day_in_a_published_export(path):
    def victims(reader, now):
        return {row["victim"] for row in rows_of(open_desk(path, reader, now))}

    assert "Anton Vesk" not in victims("published", "2031-05-06T20:00:00Z")
    assert "Anton Vesk" in victims("published", "2031-05-07T01:00:00Z")
    assert "Anton Vesk" in victims("others", "2031-05-06T20:00:00Z")


def test_a_release_shows_a_person_until_it_is_taken_back(path):
    made = release(path, "person/ines-koll")
    desk = open_desk(path)

    assert desk.person("person/ines-koll").names == ("Ines Koll",)
    assert "Ines Koll" in {row["source"] for row in rows_of(desk)}
    assert "Tariq" not in everything_of(desk)
    release(path, "person/ines-koll", back=made)
    with pytest.raises(NotInLedger):
        desk.person("person/ines-koll")


def test_unnamed_and_pseudonymous_sources_are_linked_to_nobody(path, desk):
    for one in (desk, open_desk(path, "owner")):
        assert one.people_named("Zeno") == ()
        assert "person/zeno" not in {person.entity for person in one.people()}
        with pytest.raises(NotInLedger):
            one.person("person/zeno")
    steps = [step for claim in desk.claims() for step in claim.chain]
    assert [step.entity for step in steps if step.label == "Zeno"] == [None, None]


def test_one_whom_a_report_only_brings_up_is_shown_to_the_owner_alone(path):
    text = "Beside the tanks stood Nilo Farr. Later Farr wept."
    report = Report("r4", text, outlet="Paper 4", published_at=MONDAY)
    seen = Sighting("r4", MONDAY, "person/nilo-farr", ("Nilo Farr",), (), (Span(23, 32),))
    with open_ledger(path) as ledger:
        ledger.append(report, (), (seen,), recorded_at=LATER, made_by="rules/1.0.0")
    owner, others = open_desk(path, "owner"), open_desk(path)

    assert owner.person("person/nilo-farr").seen == (seen,)
    assert [one.entity for one in owner.people_named("Farr")] == ["person/nilo-farr"]
    assert others.people_named("Farr") == () and others.sightings() == ()
    assert "Farr" not in everything_of(others)
    assert others.report("r4").text == f"Beside the tanks stood {NAME}. Later {NAME} wept."
    with pytest.raises(NotInLedger):
        others.person("person/nilo-farr")


def test_a_byname_that_no_claim_has_is_shown_to_the_owner_alone(path):
    entity = "person/anton-vesk"
    report = Report("r4", "Abu Tolvesh came by.", outlet="Paper 4", published_at=MONDAY)
    seen = Sighting("r4", MONDAY, entity, ("Anton Vesk", "Abu Tolvesh"), (), (Span(0, 11),))
    with open_ledger(path) as ledger:
        ledger.append(report, (), (seen,), recorded_at=LATER, made_by="rules/1.0.0")
    owner, others = open_desk(path, "owner"), open_desk(path)

    assert "Abu Tolvesh" in owner.person(entity).names
    assert [one.entity for one in owner.people_named("Tolvesh")] == [entity]
    assert others.person(entity).names == ("Anton Vesk",)
    assert others.people_named("Tolvesh") == ()
    assert [one.entity for one in others.people_named("vesk")] == [entity]


def test_a_name_that_nothing_resolves_is_blocked_and_a_title_alone_is_none(path):
    report = Report("r4", "The clerk Farr met the Prince.", outlet="Paper 4", published_at=MONDAY)
    seen = Sighting(
        "r4", MONDAY, "described/r4/0-14", ("Farr",), ("The clerk Farr",), (Span(0, 14),)
    )
    prince = Sighting("r4", MONDAY, "person/prince", ("Prince",), (), (Span(23, 29),))
    with open_ledger(path) as ledger:
        ledger.append(report, (), (seen, prince), recorded_at=LATER, made_by="rules/1.0.0")

    assert open_desk(path).report("r4").text == f"The clerk {NAME} met the Prince."


# --- who reads ---


def test_the_owner_on_loopback_sees_all(path):
    page = get("/report/r1", site_of(path, "owner")).text

    assert "Tariq Senn, 9" in text_of(page) and "withheld" not in page and "private" not in page


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        ("http://127.0.0.1/report/r1", {"X-Forwarded-For": "198.51.100.7"}),
        ("http://127.0.0.1/report/r1", {"Forwarded": "for=198.51.100.7"}),
        ("http://ledger.example/report/r1", {}),
    ],
)
def test_who_asks_through_a_proxy_or_by_another_name_is_not_the_owner(path, address, headers):
    page = get(address, site_of(path, "owner"), headers=headers).text

    assert NAME in page and "Tariq" not in page


def test_every_page_for_others_says_what_is_withheld(path):
    page = text_of(get("/report/r1", site_of(path)).text)

    assert "but for the blocks" in page and "People are private by default" in page


def test_commands_answer_for_the_reader_they_are_told(path):
    def run(*words):
        return CliRunner().invoke(app, [*words, "--ledger", str(path)]).output

    for words in (["claims", "--json"], ["export", "csv"], ["diff", "--since", "2031-05-01"],
                  ["claims", "--words", "Koll", "--json"]):  # fmt: skip
        assert re.search("Senn|Koll", run(*words)) or words[-1] == "--json"
        assert not re.search("Senn|Koll", run(*words, "--reader", "others"))
    assert json.loads(run("claims", "--words", "Senn", "--reader", "published", "--json")) == []


def test_nothing_is_appended_through_a_guarded_desk(desk):
    with pytest.raises(TypeError):
        desk.add(None, (), recorded_at=LATER, made_by="x")


def test_a_ledger_that_grew_is_ruled_on_anew(path):
    desk = Desk(open_ledger(path), register_of([]))
    assert GuardedDesk(desk, "others", lambda: LATER).people_named("Koll") == ()
