"""What people judged of two persons, laid over what names tell."""

from sayso.notes import Judgement
from sayso.weigh.claimed_people import gather_same, same_people
from sayso.weigh.judged_people import judge_people
from sayso.weigh.linked_figures import People, PeopleLink

A, B, C = "person/karim-odas", "person/kareem-odas", "person/karim-udas"
LINKS = (
    PeopleLink(f"r2 {B}", f"r1 {A}", "same", 0.9, "other spelling"),
    PeopleLink(f"r3 {C}", f"r2 {B}", "same", 0.8, "other spelling"),
)
PEOPLE = People({f"r1 {A}": (f"r1 {A}", f"r2 {B}", f"r3 {C}")}, LINKS)


def judged(says, one, other, number=1):
    at = f"2031-05-0{number}T00:00:00Z"
    return Judgement(f"j{number}", one, says, "Nadia Vey", "two men", at, other)


def same_as(entity, people):
    return {p.entity: (p.verdict, p.score) for p in same_people(entity, gather_same(people))}


def test_without_judgements_of_persons_nothing_changes():
    assert judge_people(PEOPLE, [judged("same", "c1", "c2")]) is PEOPLE


def test_a_judgement_undoes_a_link_and_tells_by_whom():
    found = same_people(A, gather_same(judge_people(PEOPLE, [judged("different", A, B)])))
    assert [(p.entity, p.verdict, p.why) for p in found] == [
        (B, "different", "judged so by Nadia Vey: two men")
    ]


def test_two_judged_apart_are_not_joined_through_a_third():
    people = judge_people(PEOPLE, [judged("different", A, C)])
    assert same_as(A, people) == {B: ("same", 0.9), C: ("different", 1.0)}
    assert same_as(B, people) == {A: ("same", 0.9), C: ("unsure", 0.8)}


def test_two_without_a_link_can_be_judged_one():
    apart = People({f"r1 {A}": (f"r1 {A}",), f"r3 {C}": (f"r3 {C}",)}, ())
    assert same_as(C, judge_people(apart, [judged("same", A, C)])) == {A: ("same", 1.0)}


def test_the_later_judgement_holds():
    both = [judged("different", A, B), judged("same", B, A, 2)]
    assert same_as(A, judge_people(PEOPLE, both))[B] == ("same", 1.0)


def test_a_person_not_known_by_then_is_passed_over():
    assert same_as(A, judge_people(PEOPLE, [judged("same", A, "person/nobody")])) == same_as(
        A, PEOPLE
    )
