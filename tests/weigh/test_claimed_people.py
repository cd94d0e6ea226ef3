"""Which named persons of the claims are one, and how sure that is."""

from dataclasses import replace

from sayso.types import Event, Mention, Role, Source, Span
from sayso.weigh.claimed_people import figures_in, gather_same, same_people
from sayso.weigh.people import link_people
from sayso.weigh.traits import fates_told
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


def kin_told(number, who, noun, of, *, step=None, of_name=None):
    """A report that tells who is whose kin; `who` may be only described."""
    text = f"{who} is {noun} of {of}."
    report = make_report(number, text=text, published_at=day(number))
    start = text.index(noun)
    trigger = Span(start, start + len(noun))
    kin = person(of)
    one = person(who) if who[0].isupper() else Mention(Span(0, len(who)), "role", who)
    event = Event("kinship", trigger, (Role("person", one), Role("kin", kin)))
    chain = (step,) if step is not None else ()
    return make_claim(report, text.rstrip("."), event=event, chain=chain, own=not chain)


def sames(entity, *claims):
    linked = gather_same(link_people(figures_in(claims, SENSE), SENSE))
    return [(p.entity.split("/")[0], p.verdict, p.why) for p in same_people(entity, linked)]


def test_the_mother_of_one_report_is_her_whom_another_names():
    claims = (
        kin_told(1, "his mother", "mother", "Karim Odas"),
        kin_told(20, "Marit Sol", "mother", "Kareem Odas"),
    )
    assert sames("person/marit-sol", *claims) == [
        ("described", "same", "told to be the same person's parent")
    ]


def test_his_mother_is_not_his_father():
    claims = (
        kin_told(1, "his mother", "mother", "Karim Odas"),
        kin_told(2, "Besim Sol", "father", "Karim Odas"),
    )
    assert sames("person/besim-sol", *claims) == []


def test_two_sons_of_one_man_stay_two_and_so_do_his_brothers_of_other_names():
    one, other = (
        kin_told(1, "Ahmad Odas", "son", "Karim Odas"),
        kin_told(2, "Nizar Odas", "son", "Karim Odas"),
    )
    assert [verdict for _, verdict, _ in sames("person/ahmad-odas", one, other)] != ["same"]
    told = kin_told(3, "his son", "son", "Karim Odas")
    assert "same" not in [v for _, v, _ in sames("person/ahmad-odas", one, other, told)]


def test_a_son_told_of_far_from_the_story_may_be_another():
    late = kin_told(2, "his son", "son", "Karim Odas")
    late = replace(late, published_at=None)
    assert sames("person/ahmad-odas", kin_told(1, "Ahmad Odas", "son", "Karim Odas"), late) == []


def test_an_unnamed_relative_who_speaks_is_linked_to_nobody():
    step = Source("his mother", None, "speaker", "civilian", "unnamed", None, None, "saw")
    claims = (
        kin_told(1, "his mother", "mother", "Karim Odas", step=step),
        kin_told(2, "Marit Sol", "mother", "Karim Odas"),
    )
    assert sames("person/marit-sol", *claims) == []


def test_what_a_man_is_called_besides_links_him_in_one_story():
    one = told(1, "Karim Odas", "Besim Rao", "Marit Sol")
    byname = Mention(Span(0, 5), "person", "Abu Karez", "person/karim-odas", "Karim Odas")
    one = replace(one, event=replace(one.event, roles=(*one.event.roles, Role("victim", byname))))
    people = link_people(
        figures_in((one, told(2, "Abu Karez", "Besim Rao", "Marit Sol")), SENSE), SENSE
    )
    assert [p.entity for p in same_people("person/karim-odas", gather_same(people))] == [
        "person/abu-karez"
    ]


def test_the_father_whose_report_has_a_junior_is_not_taken_for_one_of_his_name():
    elder = told(1, "Karim Odas", "Besim Rao", "Marit Sol")
    first = replace(elder.event.roles[0].filler, entity="person/karim-odas-sr")
    roles = (Role("victim", first), *elder.event.roles[1:])
    elder = replace(elder, event=replace(elder.event, roles=roles))
    claims = elder, told(2, "Karim Odas", "Besim Rao", "Marit Sol")
    people = link_people(figures_in(claims, SENSE), SENSE)
    assert [p.verdict for p in same_people("person/karim-odas", gather_same(people))] == ["unsure"]


def test_whose_widow_is_told_of_is_dead():
    claims = (
        kin_told(1, "Marit Sol", "widow", "Karim Odas"),
        kin_told(2, "Ana Sol", "wife", "Ivo Bor"),
    )
    fates = {one.names: one.fates for one in figures_in(claims, SENSE) if one.names}
    assert (
        fates["Karim Odas",] == {"dead"} and fates["Ivo Bor",] == fates["Marit Sol",] == frozenset()
    )


def test_a_description_tells_of_a_fate():
    assert fates_told({"murdered", "tall"}) == {"dead"} and fates_told({"wounded"}) == {"hurt"}
    assert fates_told({"tractor"}) == frozenset()
