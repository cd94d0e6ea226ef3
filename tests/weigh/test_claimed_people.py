"""Which named persons of the claims are one, and how sure that is."""

from dataclasses import replace

from sayso.types import Event, Mention, Role, Source, Span
from sayso.weigh.claimed_people import figures_in, gather_same, same_people
from sayso.weigh.people import link_people
from tests.ledger.make_reports import day, make_claim, make_report
from tests.weigh.test_people import SENSE


def person(name):
    return Mention(Span(0, 5), "person", name, f"person/{name.lower().replace(' ', '-')}", name)


def told(number, *names):
    """A report that tells that each of them was killed."""
    report = make_report(number, text=f"Report {number}. They died.", published_at=day(number))
    event = Event("killed", Span(10, 14), tuple(Role("victim", person(name)) for name in names))
    return make_claim(report, "They died", event=event, chain=(), own=True)


def others(entity, *claims):
    return same_people(entity, gather_same(link_people(figures_in(claims), SENSE)))


def test_another_spelling_is_the_same_person_with_score_and_reason():
    (found,) = others("person/karim-odas", told(1, "Karim Odas"), told(2, "Kareem Odas"))
    assert (found.entity, found.verdict) == ("person/kareem-odas", "same")
    assert found.why == "other spelling of the given name" and 0.7 <= found.score < 0.95


def test_junior_may_be_the_same_and_is_not_taken_for_it():
    (found,) = others("person/karim-odas", told(1, "Karim Odas"), told(2, "Karim Odas Jr."))
    assert found.verdict == "unsure"


def test_a_surname_alone_is_nobody_elses():
    assert others("person/karim-odas", told(1, "Karim Odas"), told(2, "Odas")) == ()


def test_two_of_one_report_are_two():
    assert others("person/karim-odas", told(1, "Karim Odas", "Kareem Odas")) == ()


def test_an_unnamed_source_is_no_figure():
    claim = told(1)
    step = Source("a doctor", "person/doctor", "speaker", "medic", "unnamed", None, None, "saw")
    assert figures_in([replace(claim, chain=(step,))]) == ()
    assert len(figures_in([replace(claim, chain=(replace(step, naming="named"),))])) == 1


def test_in_one_story_a_surname_is_the_man_of_that_name():
    claims = (
        told(1, "Karim Odas", "Besim Rao", "Marit Sol"),
        told(2, "Odas", "Besim Rao", "Marit Sol"),
    )
    people = link_people(figures_in(claims, SENSE), SENSE)
    (found,) = same_people("person/karim-odas", gather_same(people))
    assert (found.entity, found.verdict) == ("person/odas", "same")


def test_no_story_makes_father_and_son_one():
    claims = (
        told(1, "Karim Odas", "Besim Rao", "Marit Sol"),
        told(2, "Ahmad Karim Odas", "Besim Rao", "Marit Sol"),
    )
    people = link_people(figures_in(claims, SENSE), SENSE)
    assert [p.verdict for p in same_people("person/karim-odas", gather_same(people))] == ["unsure"]
