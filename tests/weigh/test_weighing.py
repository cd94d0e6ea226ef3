"""Claims become dossiers: who stands where on each answer."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from made_claims import (
    A_SOURCE,
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
    on,
    who,
)

from sayso.weigh.questions import Parties
from sayso.weigh.weigher import weigh

PARTIES = Parties(
    sides={"upland_staff": "upland", "lowland_council": "lowland"},
    names={"upland_staff": "Upland General Staff", "lowland_council": "Lowland Council"},
)
HELD = claim("territory_control", STAFF, roles={"holder": ARMY}, day=1)
DENIED = claim("territory_control", COUNCIL, stance="denies", roles={"holder": ARMY}, day=2)
RAID = {"roles": {"actor": ARMY, "target": who("the market")}, "when": at(5)}
DEATHS = {"roles": {"victim": who("12 people")}, "when": at(5)}


def answer(question, *claims, parties=PARTIES, as_of=None):
    """The only answer to a question in the only dossier of the claims."""
    (dossier,) = weigh(claims, parties, as_of=as_of)
    (one,) = [one for one in dossier.answers if one.proposition.question == question]
    return one


def status(question, *claims, **more):
    return answer(question, *claims, **more).standing.status


def test_one_sides_word_for_its_gain_is_one_side():
    assert status("who_holds", HELD) == "one_side"


def test_the_other_sides_denial_makes_it_disputed():
    found = answer("who_holds", HELD, DENIED)
    assert found.standing.status == "disputed"
    assert found.standing.asserting == ("upland_staff",)
    assert found.standing.denying == ("lowland_council",)


def test_a_denial_alone_is_denied_and_nobody_asserts_it():
    found = answer("who_holds", DENIED)
    assert (found.standing.status, found.standing.asserting) == ("denied", ())


def test_two_that_stand_apart_corroborate():
    said = [claim("air_strike", one, **RAID) for one in (MONITOR, SHOPKEEPER)]
    assert status("happened", *said) == "corroborated"


def test_more_outlets_with_one_source_change_nothing_but_the_reports():
    said = [
        claim("air_strike", MONITOR, outlet=outlet, **RAID)
        for outlet in ("Harbour Post", "Gazette", "Lantern")
    ]
    found = answer("happened", *said).standing
    assert (found.status, found.origins_low, found.reports) == ("single_source", 1, 3)


def test_the_accused_denying_it_did_it_leaves_that_it_happened():
    said = [
        claim("air_strike", MONITOR, **RAID),
        claim("air_strike", SHOPKEEPER, **RAID),
        claim("air_strike", STAFF, stance="denies", **RAID),
    ]
    assert status("happened", *said) == "corroborated"
    assert status("who_did_it", *said) == "corroborated_denied"


def test_two_holders_of_one_place_contradict_each_other():
    theirs = claim("territory_control", COUNCIL, roles={"holder": REBELS}, day=1, outlet="Gazette")
    (dossier,) = weigh([HELD, theirs], PARTIES)
    assert {one.standing.status for one in dossier.answers} == {"disputed"}


def test_figures_make_a_range():
    said = [
        claim("killed", MONITOR, counts=(count(12, 12),), **DEATHS),
        claim("killed", SHOPKEEPER, counts=(count(20, None, "at_least"),), **DEATHS),
    ]
    found = answer("how_many", *said).measure
    assert (found.low, found.high, found.open_above) == (12, 20, True)


def test_a_sum_over_the_war_is_beside_the_day_and_not_in_it():
    toll = claim("killed", MONITOR, counts=(count(12, 12),), **DEATHS)
    war = claim(
        "killed", STAFF, counts=(count(9000, 9000),), scope="aggregate", outlet="Gazette", **DEATHS
    )
    found = answer("how_many", toll, war)
    assert (found.measure.low, found.measure.high) == (12, 12)
    assert found.standing.beside == ("upland_staff",)


def test_killed_and_alive_contradict_each_other():
    said = [
        claim("killed", STAFF, roles={"victim": VESK}, outlet="Gazette"),
        claim("alive", SHOPKEEPER, roles={"victim": VESK}),
    ]
    (dossier,) = weigh(said, PARTIES)
    by_value = {one.proposition.value: one.standing.status for one in dossier.answers}
    assert by_value["killed"] == "disputed"


def test_unnamed_sources_of_two_outlets_stay_two_and_carry_no_origin():
    said = [claim("air_strike", A_SOURCE, outlet=outlet, **RAID) for outlet in ("Post", "Gazette")]
    found = answer("happened", *said).standing

    assert found.origins_low == 0
    assert len({group for _, group in found.positions}) == 2


def test_a_withdrawn_report_takes_its_word_with_it():
    parties = Parties(sides=PARTIES.sides, withdrawn={HELD.report: "2031-05-03T00:00:00Z"})

    assert status("who_holds", HELD, parties=parties) == "retracted"
    assert status("who_holds", HELD, parties=parties, as_of="2031-05-02T00:00:00Z") == "one_side"


def test_undated_claims_are_weighed_only_where_no_time_is_asked_for():
    undated = claim("territory_control", STAFF, roles={"holder": ARMY}, day=None)

    assert status("who_holds", undated) == "one_side"
    assert status("who_holds", undated, as_of="2040-01-01T00:00:00Z") == "none"


def test_an_undated_claim_gives_a_dossier_without_a_time():
    (dossier,) = weigh([claim("territory_control", STAFF, day=None)], PARTIES)
    assert (dossier.when, dossier.changed_at) == (None, None)


def test_groups_are_called_by_the_registers_name():
    assert answer("who_holds", HELD).labels == {"upland_staff": "Upland General Staff"}


def test_a_dossier_has_the_id_of_its_first_claim_and_the_latest_change_first():
    other = claim("territory_control", STAFF, roles={"holder": ARMY}, day=9, place=DALAN)
    first, second = weigh([HELD, DENIED, other], PARTIES)

    assert (first.id, second.id) == (other.id, HELD.id)
    assert second.changed_at == on(2).stop


CLAIMS = [
    HELD,
    DENIED,
    claim("air_strike", MONITOR, **RAID),
    claim("air_strike", STAFF, stance="denies", outlet="Gazette", **RAID),
    claim("killed", SHOPKEEPER, counts=(count(12, 12),), **DEATHS),
    claim("killed", A_SOURCE, counts=(count(20, None, "at_least"),), **DEATHS),
    claim("killed", STAFF, roles={"victim": VESK}, day=None),
]


@given(st.permutations(CLAIMS))
def test_shuffled_claims_weigh_the_same(claims):
    assert weigh(claims, PARTIES) == weigh(CLAIMS, PARTIES)


@given(st.integers(1, 9))
def test_a_look_as_of_an_earlier_day_never_shows_a_later_voice(day):
    until = on(day).stop
    out = [one for one in CLAIMS if one.published_at and one.published_at.stop <= until]
    early = {one.proposition.id: one.standing for d in weigh(out, PARTIES) for one in d.answers}
    late = {
        one.proposition.id: one.standing
        for dossier in weigh(CLAIMS, PARTIES, as_of=until)
        for one in dossier.answers
        if one.proposition.id in early
    }
    assert {id_: (one.asserting, one.denying) for id_, one in late.items()} == {
        id_: (one.asserting, one.denying) for id_, one in early.items()
    }


def test_what_an_outlet_takes_back_its_unnamed_sources_no_longer_say():
    told = claim("killed", A_SOURCE, roles={"victim": VESK}, day=5)
    back = claim("killed", roles={"victim": VESK}, day=6, stance="retracts")

    (dossier,) = weigh([told, back], PARTIES)

    assert dossier.answers[0].standing.status == "retracted"


def test_an_outlet_that_is_named_takes_back_what_it_printed():
    post = replace(MONITOR, label="Harbour Post", entity="group/harbour_post", organisation=None)
    said = claim("killed", A_SOURCE, roles={"victim": VESK}, day=5)
    back = claim("killed", post, roles={"victim": VESK}, day=6, stance="retracts")
    (dossier,) = weigh((said, back), PARTIES)
    assert dossier.answers[0].standing.status == "retracted"


def test_what_an_outlet_takes_back_its_named_source_still_says():
    told = claim("killed", SHOPKEEPER, roles={"victim": VESK}, day=5)
    back = claim("killed", roles={"victim": VESK}, day=6, stance="retracts")

    (dossier,) = weigh([told, back], PARTIES)

    assert dossier.answers[0].standing.asserting == ("person/ines-koll",)


def test_the_account_of_a_side_that_denies_the_raid_stands_against_the_raid():
    seen = claim("air_strike", SHOPKEEPER, roles={"target": who("the market")}, when=at(5), day=5)
    counted = claim("air_strike", MONITOR, roles={"target": who("the market")}, when=at(5), day=5)
    denied = claim("air_strike", STAFF, stance="denies", roles={"actor": ARMY}, when=at(5), day=6)
    depot = claim("explosion", STAFF, roles={"target": who("a depot")}, when=at(5), day=6)
    noise = claim("explosion", A_SOURCE, when=at(5), day=6, outlet="Coast Post")
    (dossier,) = weigh((seen, counted, denied, depot, noise), PARTIES)
    found = {a.proposition.value: a.standing for a in dossier.answers}

    assert found["air_strike"].status == "corroborated_denied"
    assert found["explosion/of its own"].status == "disputed"
    assert found["explosion"].status == "no_basis"


def test_an_explosion_that_nobody_sets_against_the_raid_goes_with_it():
    seen = claim("air_strike", SHOPKEEPER, roles={"target": who("the market")}, when=at(5), day=5)
    heard = claim("explosion", STAFF, when=at(5), day=6)
    (dossier,) = weigh((seen, heard), PARTIES)

    assert {a.proposition.value: a.standing.denying for a in dossier.answers} == {
        "air_strike": (),
        "explosion": (),
    }


def test_each_fate_of_a_person_is_told_with_its_own_place():
    lost = claim("missing", MONITOR, roles={"victim": VESK}, place=DALAN, when=at(3), day=4)
    found = claim("injured", A_SOURCE, roles={"victim": VESK}, day=6)
    (dossier,) = weigh((lost, found), PARTIES)

    assert {a.words for a in dossier.answers} == {
        "Anton Vesk missing in Dalan",
        "Anton Vesk injured in Karez",
    }


def test_who_is_found_alive_is_so_on_the_day_that_the_report_tells():
    found = claim("alive", A_SOURCE, roles={"victim": VESK}, day=6)
    seen = claim("alive", SHOPKEEPER, roles={"victim": VESK}, day=6, when=at(5))

    assert status("fate", found, seen) == "single_source"


def test_a_site_that_its_own_source_puts_right_is_superseded():
    raid = {"when": at(5)}
    first = claim(
        "air_strike",
        MONITOR,
        roles={"target": who("the bus station", None, "group")},
        day=6,
        **raid,
    )
    market = claim(
        "air_strike", SHOPKEEPER, roles={"target": who("the market", None, "group")}, day=6, **raid
    )
    other = claim(
        "air_strike",
        A_SOURCE,
        roles={"target": who("the covered market", None, "group")},
        day=6,
        **raid,
    )
    right = claim(
        "air_strike", MONITOR, roles={"target": who("the grain hall", None, "group")}, day=8, **raid
    )
    right = replace(right, words="it had hit the grain hall and not the bus station")
    (dossier,) = weigh((first, market, other, right), PARTIES)
    (before,) = weigh((first, market, other), PARTIES)

    def sites(dossier):
        return {
            a.proposition.value: a.standing.status
            for a in dossier.answers if a.proposition.question == "to_whom"
        }  # fmt: skip

    assert sites(before) == {"bus station": "single_source", "market": "single_source"}
    assert sites(dossier) == sites(before) | {
        "bus station": "superseded",
        "grain hall": "single_source",
    }


def test_a_town_is_no_site_within_itself():
    raid = claim("air_strike", MONITOR, roles={"target": who("the town", None, "group")})
    (dossier,) = weigh((raid,), PARTIES)
    assert "to_whom" not in {a.proposition.question for a in dossier.answers}
