"""Whatever the order of arrival, and one by one or all at once: the same dossiers."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from made_claims import VESK, claim

from sayso.types import Interval
from sayso.weigh.matters import Links
from sayso.weigh.questions import Parties
from sayso.weigh.weigher import Weigher, weigh
from sayso.weigh.weighing import weigh_matter

ROLES = ({}, {"victim": VESK})
TYPES = (
    "killed",
    "alive",
    "air_strike",
    "shelling",
    "territory_control",
    "protest",
    "victory_claim",
)


def made(number: int):
    """A claim of one of seven types, about a person or a place, on a day of its own."""
    one = claim(TYPES[number % 7], roles=ROLES[number % 2], outlet=f"Outlet {number % 3}")
    day = f"2031-03-{1 + number % 20:02d}T{number % 24:02d}:00:00Z"
    return replace(
        one, id=f"c{number:02}", report=f"r{number // 2:02}", published_at=Interval(day, day)
    )


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(24)))
def test_claims_added_one_by_one_weigh_as_those_weighed_at_once(order):
    whole = weigh([made(number) for number in range(24)], Parties())
    weigher = Weigher(Parties())
    for number in order:
        weigher.add([made(number)])
        weigher.dossiers()

    assert weigher.dossiers() == whole


def test_a_report_that_turns_out_a_copy_is_weighed_again():
    first, second = made(2), replace(made(9), outlet="Courier")
    weigher = Weigher(Parties())
    weigher.add([first, second])
    before = weigher.dossiers()

    weigher.add([], Parties(copies={second.report: (first.report,)}))

    assert weigher.dossiers() != before
    assert weigher.dossiers() == weigh(
        [first, second], Parties(copies={second.report: (first.report,)})
    )


def test_claims_judged_to_be_of_one_matter_share_a_dossier():
    one, other = made(2), made(5)
    both = Links(same={one.id: frozenset({other.id}), other.id: frozenset({one.id})})

    apart = weigh([one, other], Parties())
    together = weigh([one, other], Parties(), links=both)

    assert len(apart) == 2
    assert len(together) == 1


def test_the_newest_claim_has_only_its_own_matter_weighed_again(monkeypatch):
    weighed = []

    def count(matter, *args, **more):
        weighed.append(matter)
        return weigh_matter(matter, *args, **more)

    monkeypatch.setattr("sayso.weigh.weigher.weigh_matter", count)
    months = [f"2031-{month:02}-10T00:00:00Z" for month in range(1, 7)]
    victories = [
        replace(claim("victory_claim"), id=f"v{i}", published_at=Interval(day, day))
        for i, day in enumerate(months)
    ]
    weigher = Weigher(Parties())
    weigher.add(victories[:-1])
    assert len(weigher.dossiers()) == 5
    weighed.clear()

    weigher.add(victories[-1:])

    assert len(weigher.dossiers()) == 6
    assert [matter.claims for matter in weighed] == [victories[-1:]]
