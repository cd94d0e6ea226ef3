"""Two who know it apart seldom err alike: a warning that they may be one, and no more."""

from dataclasses import replace

import pytest
from made_claims import KAREZ, MONITOR, SHOPKEEPER, at, claim, count, who

from sayso.show.wording import write_may_be_one
from sayso.types import Interval, Source
from sayso.weigh.questions import Parties
from sayso.weigh.shared_slips import MayBeOne, count_apart
from sayso.weigh.weigher import weigh

SLIP = replace(KAREZ, words="Karrez", corrected=True)
CLINIC = Source(
    "Hill Clinic", "group/hill_clinic", "speaker", "medic", "named", "hill_clinic", None, "record"
)
MARKET = {"target": who("the market")}


def moment(day, hour):
    told = f"2031-05-{day:02}T{hour:02}:00:00Z"
    return Interval(told, told)


def raid(source, outlet, when, *, place=SLIP, **more):
    made = claim("air_strike", source, outlet=outlet, place=place, roles=MARKET, when=at(3), **more)
    return replace(made, published_at=when)


def dead(source, outlet, when, number, **more):
    made = claim(
        "killed", source, outlet=outlet, when=at(3), counts=(count(number, number),), **more
    )
    return replace(made, published_at=when)


def answer(question, *claims, parties=None):
    numbered = [replace(one, id=f"c{n}") for n, one in enumerate(claims)]
    (dossier,) = weigh(numbered, parties or Parties())
    return next(a for a in dossier.answers if a.proposition.question == question)


FIRST = raid(MONITOR, "Gazette", moment(4, 8))


def test_two_origins_that_misspell_a_place_alike_may_be_one():
    found = answer("happened", FIRST, raid(SHOPKEEPER, "Lantern", moment(4, 20)))

    pair = MayBeOne("person/ines-koll", "river_monitor", "place", "Karrez", "Karez")
    assert found.may_be_one == (pair,)
    assert (found.standing.origins_low, found.standing.origins_high) == (1, 2)
    assert found.standing.status == "corroborated"


@pytest.mark.parametrize(
    "other",
    [
        raid(SHOPKEEPER, "Lantern", moment(4, 20), place=KAREZ),
        raid(SHOPKEEPER, "Lantern", moment(4, 20), place=replace(SLIP, words="Kares")),
        raid(SHOPKEEPER, "Lantern", moment(5, 9)),
        raid(SHOPKEEPER, "Gazette", moment(4, 20)),
    ],
    ids=["spelt right", "misspelt otherwise", "after more than 24 hours", "by the same outlet"],
)
def test_without_the_same_slip_in_another_outlet_in_time_they_are_two(other):
    found = answer("happened", FIRST, other)

    assert found.may_be_one == ()
    assert found.standing.origins_low == 2


def test_a_slip_taken_over_with_the_text_says_nothing_of_who_is_added():
    other = raid(SHOPKEEPER, "Lantern", moment(4, 20))
    copies = Parties(copies={other.report: (FIRST.report,)})
    assert answer("happened", FIRST, other, parties=copies).may_be_one == ()


def test_who_is_no_certain_origin_is_in_no_pair():
    hedged = raid(SHOPKEEPER, "Lantern", moment(4, 20), hedged=True)
    assert answer("happened", FIRST, hedged).may_be_one == ()


@pytest.mark.parametrize(("number", "low"), [(37, 2), (35, 3), (12, 3)])
def test_two_with_one_odd_figure_that_others_do_not_have_may_be_one(number, low):
    found = answer(
        "how_many",
        dead(MONITOR, "Gazette", moment(4, 8), number),
        dead(SHOPKEEPER, "Lantern", moment(4, 9), number),
        dead(CLINIC, "Courier", moment(4, 7), 59),
    )
    assert (found.standing.origins_low, found.standing.origins_high) == (low, 3)
    assert found.measure.rivals == ("hill_clinic", "person/ines-koll", "river_monitor")


def test_a_figure_that_nobody_contradicts_is_no_slip():
    said = [
        dead(s, o, moment(4, 8), 37) for s, o in ((MONITOR, "Gazette"), (SHOPKEEPER, "Lantern"))
    ]
    found = answer("how_many", *said)
    assert (found.may_be_one, found.standing.origins_low) == ((), 2)


def test_who_may_be_one_by_one_fact_is_so_for_all_that_both_say_of_the_matter():
    who_did_it = {
        "roles": {"actor": who("the Upland army", "group/upland_staff", "group"), **MARKET}
    }
    said = [
        replace(claim("air_strike", s, outlet=o, place=p, when=at(3), **who_did_it), published_at=w)
        for s, o, p, w in (
            (MONITOR, "Gazette", SLIP, moment(4, 8)),
            (SHOPKEEPER, "Lantern", SLIP, moment(4, 9)),
        )
    ]
    assert answer("who_did_it", *said).standing.origins_low == 1


def test_those_who_may_be_one_are_counted_once_however_they_are_tied():
    def pair(one, other):
        return MayBeOne(one, other, "figure", "37")

    groups = {"a", "b", "c", "d"}
    assert count_apart(groups, [], {}) == 4
    assert count_apart(groups, [pair("a", "b"), pair("c", "d"), pair("b", "c")], {}) == 1
    assert count_apart(groups, [pair("a", "b"), pair("x", "d")], {"c": "north", "d": "north"}) == 2


def test_the_warning_names_both_and_what_they_share():
    names = {"a": "River Monitor", "b": "Hill Clinic"}
    slip = MayBeOne("a", "b", "place", "Karrez", "Karez")

    assert write_may_be_one((slip,), names) == (
        "River Monitor and Hill Clinic may be one: within 24 hours both have “Karrez” for Karez."
        " The lower number of origins counts them once."
    )
    assert write_may_be_one((), names) is None
