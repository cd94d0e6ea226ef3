"""Who gains and loses by a proposition, what excludes it, and what follows it."""

import pytest
from made_claims import (
    ARMY,
    COUNCIL,
    DALAN,
    MONITOR,
    REBELS,
    SHOPKEEPER,
    STAFF,
    VESK,
    at,
    claim,
    count,
    who,
)

from sayso.weigh.interests import link_propositions, party_of
from sayso.weigh.questions import Parties
from sayso.weigh.weigher import weigh

PARTIES = Parties(
    sides={"upland_staff": "upland", "upland_radio": "upland", "lowland_council": "lowland"}
)
TARGET = {"target": who("the market")}


def propositions(*claims, parties=PARTIES):
    """By question, then by words: what the claims answer in their only matter."""
    (dossier,) = weigh(claims, parties)
    return {(a.proposition.question, a.words): a.proposition for a in dossier.answers}


def asked(question, *claims, **more):
    (one,) = [p for (q, _), p in propositions(*claims, **more).items() if q == question]
    return one


@pytest.mark.parametrize(
    ("entity", "party"),
    [
        ("group/upland_staff", "upland"),
        ("group/upland_radio", "upland"),
        ("group/river_monitor", "river_monitor"),
        ("person/anton-vesk", "person/anton-vesk"),
        (None, ""),
    ],
)
def test_a_party_is_its_side_or_else_itself(entity, party):
    assert party_of(entity, PARTIES) == party


def test_who_is_blamed_loses_by_it():
    blamed = asked("who_did_it", claim("air_strike", MONITOR, roles={"actor": ARMY, **TARGET}))

    assert (blamed.loses, blamed.gains) == (("upland",), ())


def test_the_accused_lose_by_the_harm_itself_too():
    raid = claim("air_strike", COUNCIL, roles={"actor": ARMY, **TARGET}, when=at(5))
    dead = claim(
        "killed", MONITOR, roles={"victim": who("people")}, when=at(5), counts=(count(4, 4),)
    )
    found = propositions(raid, dead)

    assert {p.question: p.loses for p in found.values()} == {
        "happened": ("upland",),
        "who_did_it": ("upland",),
        "how_many": ("upland",),
    }


def test_where_nobody_is_blamed_nobody_loses():
    assert asked("happened", claim("air_strike", MONITOR, roles=TARGET)).loses == ()


KNOWN = Parties(
    sides=PARTIES.sides, side_of=lambda mention: "upland" if "upland" in mention.words else None
)


@pytest.mark.parametrize(
    ("type_", "roles", "losing"),
    [
        ("captured", {"victim": who("30 upland fighters")}, ("upland",)),
        ("property_damage", {"target": who("two upland tanks"), "actor": REBELS}, ("upland",)),
        ("captured", {"victim": who("30 people")}, ()),
    ],
)
def test_who_lost_men_or_arms_loses_by_it(type_, roles, losing):
    taken = propositions(claim(type_, COUNCIL, roles=roles), parties=KNOWN)

    assert {p.loses for (q, _), p in taken.items() if q in {"happened", "how_many"}} == {losing}


@pytest.mark.parametrize(
    ("type_", "loses", "gains"), [("captured", ("upland",), ()), ("alive", (), ("upland",))]
)
def test_what_becomes_of_one_person_is_his_sides_loss_or_gain(type_, loses, gains):
    officer = who("the upland colonel", "person/anton-vesk", "person")
    found = asked("fate", claim(type_, COUNCIL, roles={"victim": officer}), parties=KNOWN)

    assert (found.loses, found.gains) == (loses, gains)


def test_who_holds_a_place_gains_by_it():
    held = asked("who_holds", claim("territory_control", MONITOR, roles={"holder": REBELS}))

    assert (held.loses, held.gains) == ((), ("lowland",))


def test_a_holder_of_no_side_gains_by_itself():
    band = who("the River Guard", "group/river_guard", "group")
    held = asked("who_holds", claim("territory_control", MONITOR, roles={"holder": band}))

    assert held.gains == ("river_guard",)


def control(holder, *, outlet="Harbour Post", when=None, source=MONITOR):
    return claim("territory_control", source, outlet=outlet, roles={"holder": holder}, when=when)


def test_two_holders_exclude_each_other():
    first, second = propositions(control(ARMY), control(REBELS, outlet="Gazette")).values()

    assert (first.contradicts, second.contradicts) == ((second.id,), (first.id,))


def test_a_later_holder_follows_the_earlier_and_denies_nothing():
    found = propositions(control(ARMY, when=at(1)), control(REBELS, outlet="Gazette", when=at(2)))
    by_holder = {p.gains[0]: p for p in found.values()}

    assert by_holder["upland"].superseded_by == (by_holder["lowland"].id,)
    assert by_holder["lowland"].superseded_by == ()
    assert {p.contradicts for p in found.values()} == {()}


def test_without_a_time_nothing_is_known_to_follow():
    found = propositions(control(ARMY, when=at(1)), control(REBELS, outlet="Gazette"))

    assert {p.superseded_by for p in found.values()} == {()}
    assert all(p.contradicts for p in found.values())


def fate(type_, on_day, source=MONITOR, **more):
    return claim(type_, source, roles={"victim": VESK}, when=at(on_day), **more)


@pytest.mark.parametrize(("alive_on", "excludes"), [(4, False), (5, False), (8, True)])
def test_alive_excludes_killed_only_when_seen_no_earlier(alive_on, excludes):
    found = propositions(
        fate("killed", 5), fate("alive", alive_on, SHOPKEEPER, outlet="Gazette", day=9)
    )

    assert {bool(p.contradicts) for p in found.values()} == {excludes}


def test_who_was_missing_and_is_heard_of_is_no_contradiction():
    missing, found = (
        fate("missing", 5),
        claim("alive", MONITOR, roles={"victim": VESK}, when=at(8), outlet="Gazette", day=8),
    )
    by_kind = {p.value.split("/")[0]: p for p in propositions(missing, found).values()}

    assert by_kind["missing"].superseded_by == (by_kind["alive"].id,)
    assert {p.contradicts for p in by_kind.values()} == {()}


def test_blame_excludes_nothing_that_happened():
    found = propositions(
        claim("air_strike", COUNCIL, roles={"actor": ARMY, **TARGET}, when=at(5)),
        claim("explosion", STAFF, roles=TARGET, when=at(5), outlet="Gazette"),
    )
    blamed = next(p for p in found.values() if p.question == "who_did_it")

    assert blamed.contradicts == ()


def test_unclear_where_somebody_is_excludes_no_place():
    here, there = (
        claim("whereabouts", source, roles={"person": VESK}, place=place, outlet=outlet)
        for source, place, outlet in ((MONITOR, DALAN, "Gazette"), (SHOPKEEPER, None, "Lantern"))
    )
    assert {p.contradicts for p in propositions(here, there).values()} == {()}


def test_no_propositions_have_no_links():
    assert link_propositions((), {}, {}) == ()
