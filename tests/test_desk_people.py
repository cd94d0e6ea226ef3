"""Who the desk takes for one person, as of any time."""

from sayso.desk import Desk
from sayso.ledger.store import open_ledger
from sayso.resolve.parties import register_of
from sayso.types import Event, Mention, Role, Span
from tests.ledger.make_reports import day, make_claim, make_report


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
