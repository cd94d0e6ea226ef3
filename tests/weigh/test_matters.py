"""Which claims stand on one page."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_claims import ARMY, COUNCIL, DALAN, KAREZ, MONITOR, REBELS, STAFF, VESK, at, claim, who

from sayso.types import Span
from sayso.weigh.matters import family_and_key, gather_matters


def sizes(*claims):
    return sorted(len(matter.claims) for matter in gather_matters(claims))


def test_a_blow_and_the_deaths_it_caused_are_one_matter():
    strike = claim("air_strike", MONITOR, roles={"target": who("the market")})
    deaths = claim("killed", MONITOR, roles={"victim": who("12 people")})
    assert sizes(strike, deaths) == [2]


@pytest.mark.parametrize(
    ("other", "together"),
    [
        (claim("air_strike", STAFF, outlet="Gazette", day=6), True),
        (claim("shelling", outlet="Gazette", day=6), True),
        (claim("air_strike", outlet="Gazette", place=DALAN), False),
        (claim("territory_control", outlet="Gazette", roles={"holder": ARMY}), False),
        (claim("air_strike", outlet="Gazette", when=at(1)), False),
        (claim("air_strike", outlet="Gazette", when=at(4)), True),
    ],
)
def test_place_family_and_time_tell_one_attack_from_another(other, together):
    first = claim("air_strike", MONITOR, when=at(5))
    assert sizes(first, other) == ([2] if together else [1, 1])


ABROAD = replace(KAREZ, country="XW")


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ((KAREZ, None), [2]),
        ((None, KAREZ), [2]),
        ((KAREZ, ABROAD), [1, 1]),
        ((KAREZ, ABROAD, None), [1, 1, 1]),  # of which of the two, nobody says
        ((None, KAREZ, ABROAD), [1, 2]),
    ],
)
def test_a_truce_without_a_place_is_that_of_the_only_country(places, expected):
    told = [
        claim("ceasefire", MONITOR, outlet=f"Gazette {n}", place=place, day=5 + n)
        for n, place in enumerate(places)
    ]
    assert sizes(*told) == expected


def test_a_person_has_one_matter_wherever_and_whenever():
    killed = claim("killed", STAFF, roles={"victim": VESK}, day=5)
    seen = claim("alive", COUNCIL, roles={"victim": VESK}, day=25, place=DALAN)
    assert sizes(killed, seen) == [2]


def test_a_person_told_by_a_pronoun_or_an_office_is_the_same():
    killed = claim("killed", STAFF, roles={"victim": VESK}, day=5)
    prince = replace(VESK, kind="role", words="the prince")
    assert sizes(killed, claim("died", outlet="Gazette", roles={"victim": prince}, day=6)) == [2]


def test_two_persons_have_two():
    other = who("Ilja Brant", "person/ilja-brant", "person")
    assert sizes(
        claim("killed", STAFF, roles={"victim": VESK}),
        claim("killed", STAFF, roles={"victim": other}),
    ) == [1, 1]


def test_two_holders_of_a_place_are_one_matter():
    mine = claim("territory_control", STAFF, roles={"holder": ARMY})
    theirs = claim("territory_control", COUNCIL, roles={"holder": REBELS}, day=6)
    assert sizes(mine, theirs) == [2]


def test_history_told_in_passing_joins_no_matter_of_today():
    today = claim("air_strike", MONITOR, when=at(5))
    old = claim("air_strike", outlet="Lantern", day=6, background=True)
    assert sizes(today, old) == [1, 1]


def test_deaths_without_a_place_stay_with_their_report():
    here = claim("killed", roles={"victim": who("12 people")}, place=None)
    there = claim("killed", roles={"victim": who("12 people")}, place=None, outlet="Gazette")
    assert sizes(here, there) == [1, 1]


def test_a_whole_country_is_no_place_of_an_attack():
    country = replace(KAREZ, level="country")
    here = claim("air_strike", place=country)
    there = claim("air_strike", place=country, outlet="Gazette")
    assert sizes(here, there) == [1, 1]


def test_words_without_an_event_stay_with_their_speaker_and_report():
    family, key = family_and_key(claim("said", STAFF))
    assert (family, key) == ("said", "group/upland_staff/Harbour Post/5")


def test_an_undated_claim_comes_after_all_that_are_dated():
    (matter,) = gather_matters(
        claim("killed", STAFF, roles={"victim": VESK}, day=day, outlet=f"{day}")
        for day in (None, 9, 2)
    )
    assert [one.outlet for one in matter.claims] == ["2", "9", "None"]


CLAIMS = [
    *(claim("air_strike", MONITOR, day=day, when=at(day)) for day in (1, 2, 5, 6, 9)),
    claim("killed", STAFF, outlet="Gazette", day=5),
    claim("territory_control", COUNCIL, day=None),
    claim("killed", STAFF, roles={"victim": VESK}, day=None, outlet="Gazette"),
]


@given(st.permutations(CLAIMS))
def test_the_order_of_arrival_decides_nothing(claims):
    def found(of):
        return [[one.id for one in matter.claims] for matter in gather_matters(of)]

    assert found(claims) == found(CLAIMS)


@given(st.integers(0, 10))
def test_a_later_report_moves_no_claim_that_was_out_before(last):
    early = [
        one for one in CLAIMS if one.published_at and one.published_at.stop < f"2031-05-{last:02}"
    ]
    ids = {one.id for one in early}
    kept = [[one.id for one in matter.claims if one.id in ids] for matter in gather_matters(CLAIMS)]
    assert [one for one in kept if one] == [
        [one.id for one in matter.claims] for matter in gather_matters(early)
    ]


def test_a_victory_told_without_its_place_is_that_of_the_one_battle():
    won = {"holder": ARMY}
    assert sizes(
        claim("victory_claim", STAFF, roles=won, place=DALAN, when=at(5)),
        claim("victory_claim", COUNCIL, roles={"holder": REBELS}, place=None, day=8),
    ) == [2]


def test_of_two_battles_a_victory_without_a_place_is_of_neither():
    won = {"holder": ARMY}
    assert sizes(
        claim("victory_claim", STAFF, roles=won, place=DALAN, when=at(5)),
        claim("victory_claim", STAFF, roles=won, place=KAREZ, when=at(5), day=6),
        claim("victory_claim", COUNCIL, roles={"holder": REBELS}, place=None, day=8),
    ) == [1, 1, 1]


def test_a_retreat_from_nowhere_named_is_one_with_others_of_the_same_army():
    gone = {"actor": ARMY}
    assert sizes(
        claim("withdrawal", STAFF, roles=gone, place=None),
        claim("withdrawal", COUNCIL, roles=gone, place=None, day=6),
        claim("withdrawal", STAFF, roles={"actor": REBELS}, place=None, day=6),
    ) == [1, 2]


def test_of_two_raids_in_three_days_each_keeps_its_dead():
    first = claim("air_strike", MONITOR, when=at(5))
    second = claim("air_strike", MONITOR, outlet="Gazette", day=8, when=at(8))
    dead = claim(
        "killed", MONITOR, outlet="Courier", day=9, when=at(5), roles={"victim": who("six")}
    )
    (one, _) = gather_matters([first, second, dead])
    assert one.claims == [first, dead]


def test_the_dead_told_before_their_raid_are_that_raids():
    first = claim("air_strike", MONITOR, when=at(5))
    dead = claim(
        "killed", MONITOR, outlet="Gazette", day=8, when=at(7), roles={"victim": who("six")}
    )
    raid = claim("air_strike", MONITOR, outlet="Gazette", day=8, when=at(7))
    raid = replace(raid, report=dead.report, event=replace(raid.event, trigger=Span(900, 906)))
    assert sizes(first, dead, raid) == [1, 2]
