"""Who the desk takes for one person, as of any time."""

from dataclasses import replace

import pytest

from sayso.desk import Desk
from sayso.errors import NotInLedger
from sayso.ledger.store import open_ledger
from sayso.notes import Judgement
from sayso.resolve.parties import register_of
from sayso.show.persons import make_sheet
from sayso.types import Event, Mention, Role, Span
from tests.ledger.make_reports import day, make_claim, make_report, make_sighting


def told(number, name):
    entity = f"person/{name.lower().replace(' ', '-')}"
    report = make_report(number, text=f"Report {number}. He died.", published_at=day(number))
    victim = Mention(Span(10, 12), "person", name, entity, name)
    event = Event("killed", Span(13, 17), (Role("victim", victim),))
    return report, (make_claim(report, "He died", event=event, chain=(), own=True),)


def test_a_spelling_links_from_the_day_it_was_out_and_both_persons_stay(tmp_path):
    with open_ledger(tmp_path / "a.ledger") as ledger:
        for report, claims in (told(1, "Karim Odas"), told(2, "Kareem Odas")):
            ledger.append(report, claims, recorded_at="2031-06-01T00:00:00Z")
        desk = Desk(ledger, register_of([]))
        assert desk.same_as("person/karim-odas", as_of=day(1).stop) == ()
        (found,) = desk.same_as("person/karim-odas")
        assert found.entity == "person/kareem-odas" and found.verdict == "same"
        assert len(desk.people_named("Odas")) == 2


def test_a_link_is_undone_by_a_judgement_and_the_judgement_by_its_withdrawal(tmp_path):
    one, other = "person/karim-odas", "person/kareem-odas"
    with open_ledger(tmp_path / "a.ledger") as ledger:
        for report, claims in (told(1, "Karim Odas"), told(2, "Kareem Odas")):
            ledger.append(report, claims, recorded_at="2031-06-01T00:00:00Z")
        desk = Desk(ledger, register_of([]))
        ledger.judge(judged("j1", one, other, at=3), recorded_at="2031-06-02T00:00:00Z")
        assert [p.verdict for p in desk.same_as(one)] == ["different"]
        assert [p.verdict for p in desk.same_as(one, as_of=day(2).stop)] == ["same"]
        back = judged("j2", one, other, at=4, withdraws="j1")
        ledger.judge(back, recorded_at="2031-06-03T00:00:00Z")
        assert [p.verdict for p in desk.same_as(one)] == ["same"]


@pytest.mark.parametrize(
    ("claim", "other", "says", "wrong"),
    [
        ("person/karim-odas", None, "misread", "only judged to be another one"),
        ("person/karim-odas", "c1", "same", "only judged to be another one"),
        ("person/karim-odas", "person/nobody", "same", "no person of this id"),
    ],
)
def test_a_judgement_of_a_person_names_another_that_is_there(tmp_path, claim, other, says, wrong):
    with open_ledger(tmp_path / "a.ledger") as ledger:
        ledger.append(*told(1, "Karim Odas"), recorded_at="2031-06-01T00:00:00Z")
        made = replace(judged("j1", claim, other), says=says)
        with pytest.raises((ValueError, NotInLedger), match=wrong):
            ledger.judge(made, recorded_at="2031-06-02T00:00:00Z")


def judged(id_, one, other, at=3, **more):
    made = Judgement(
        id_, one, "different", "Nadia Vey", "Two men", f"2031-05-0{at}T23:59:59Z", other
    )
    return replace(made, **more)


def test_all_people_of_a_time_are_given_with_the_names_of_that_time(tmp_path):
    with open_ledger(tmp_path / "a.ledger") as ledger:
        for report, claims in (told(1, "Karim Odas"), told(2, "Ahmad Rel")):
            ledger.append(report, claims, recorded_at="2031-06-01T00:00:00Z")
        desk = Desk(ledger, register_of([]))
        assert [(p.entity, p.names) for p in desk.people(as_of=day(1).stop)] == [
            ("person/karim-odas", ("Karim Odas",))
        ]
        assert {p.entity for p in desk.people()} == {"person/karim-odas", "person/ahmad-rel"}
        assert desk.people() == tuple(desk.person(p.entity) for p in desk.people())


def test_one_whom_no_claim_names_is_found_and_linked_all_the_same(tmp_path):
    report = make_report(2, text="Beside him stood Kareem Odas. It rained.", published_at=day(2))
    seen = make_sighting(report, "Kareem Odas", spans=(Span(17, 28),))
    with open_ledger(tmp_path / "a.ledger") as ledger:
        ledger.append(*told(1, "Karim Odas"), recorded_at="2031-06-01T00:00:00Z")
        ledger.append(
            report, (), (seen,), recorded_at="2031-06-01T00:00:00Z", made_by="rules/1.0.0"
        )
        desk = Desk(ledger, register_of([]))

        (found,) = desk.same_as("person/kareem-odas")
        assert found.entity == "person/karim-odas" and found.verdict == "same"
        assert [p.entity for p in desk.people_named("Kareem")] == ["person/kareem-odas"]
        sheet = make_sheet(desk, "person/kareem-odas")
        assert sheet.names == (("Kareem Odas", 0),)
        assert [one.words for one in sheet.named] == ["Beside him stood Kareem Odas."]
        with pytest.raises(NotInLedger):
            desk.person("person/kareem-odas", as_of=day(1).stop)
