"""What a claim answers to which question, and with what weight."""

from dataclasses import replace

import pytest
from made_claims import (
    A_SOURCE,
    ARMY,
    COUNCIL,
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

from sayso.types import Source
from sayso.weigh.assertions import Proposition
from sayso.weigh.questions import Parties, replies_of, weight_of
from sayso.weigh.unfolding import assertion_of

PEOPLE = who("12 people")


def answers(one, place="Karez"):
    return {(reply.question, reply.value): reply for reply in replies_of(one, place)}


@pytest.mark.parametrize(
    ("stance", "negated", "weight"),
    [
        ("asserts", False, "assert"),
        ("admits", False, "assert"),
        ("accuses", False, "assert"),
        ("denies", False, "deny"),
        ("doubts", False, "unclear"),
        ("retracts", False, "retract"),
        ("asserts", True, "deny"),
        ("denies", True, "assert"),
        ("unclear", True, "unclear"),
        ("hopes", False, None),
        ("promises", False, None),
        ("calls_for", False, None),
        ("no_knowledge", False, None),
        ("declines", False, None),
    ],
)
def test_stance_and_negation_make_the_weight(stance, negated, weight):
    assert weight_of(claim("killed", STAFF, stance=stance, negated=negated)) == weight


def test_an_attack_answers_whether_it_happened_and_who_did_it():
    found = answers(claim("air_strike", MONITOR, roles={"actor": ARMY}))
    assert set(found) == {("happened", "air_strike"), ("who_did_it", "group/upland_staff")}


def test_whoever_denies_having_done_it_does_not_deny_that_it_happened():
    found = answers(claim("air_strike", STAFF, stance="denies", roles={"actor": ARMY}))
    assert [(reply.question, reply.weight) for reply in found.values()] == [("who_did_it", "deny")]


def test_its_own_aircraft_are_the_denier():
    found = answers(
        claim("air_strike", STAFF, stance="denies", roles={"actor": who("its aircraft")})
    )
    assert list(found) == [("who_did_it", "group/upland_staff")]


def test_known_arms_are_their_partys_deed():
    jets = {"means": who("upland jets", "group/upland_staff")}
    found = answers(claim("air_strike", MONITOR, roles=jets))
    assert ("who_did_it", "group/upland_staff") in found


def test_warplanes_are_nobodys_name():
    found = answers(claim("air_strike", MONITOR, roles={"actor": who("warplanes")}))
    assert list(found) == [("happened", "air_strike")]


def test_a_number_of_people_answers_how_many():
    found = answers(claim("killed", MONITOR, roles={"victim": PEOPLE}, counts=(count(12, 12),)))
    reply = found["how_many", "killed/people"]
    assert (reply.count.low, reply.category, reply.words) == (
        12,
        "killed",
        "people killed in Karez",
    )


def test_children_are_a_part_of_the_people_and_no_toll_of_their_own():
    counts = (count(31, 31), count(9, 9, group="children", scope="part"))
    one = claim("killed", MONITOR, roles={"victim": PEOPLE}, counts=counts)
    replies = list(replies_of(one, "Karez"))

    assert {reply.value for reply in replies} == {"killed/people"}
    assert [reply.count.scope for reply in replies] == ["total", "part"]


def test_whoever_finds_the_dead_did_nothing_to_them():
    found = answers(claim("body_found", MONITOR, roles={"actor": ARMY, "victim": PEOPLE}))
    assert {question for question, _ in found} == {"how_many"}


def test_soldiers_are_counted_apart():
    counts = (count(12, 12, group="soldiers"),)
    one = claim("killed", MONITOR, roles={"victim": who("12 soldiers")}, counts=counts)
    assert list(answers(one)) == [("how_many", "killed/soldiers")]


def test_captured_or_killed_is_a_category_of_its_own():
    counts = (count(200, None, "vague", categories=("captured", "killed")),)
    found = answers(claim("captured", STAFF, roles={"victim": PEOPLE}, counts=counts))
    assert list(found) == [("how_many", "captured or killed/people")]


def test_the_death_of_one_person_is_a_fate_and_no_number():
    assert list(answers(claim("killed", STAFF, roles={"victim": VESK}))) == [("fate", "killed")]


def test_each_holder_of_a_place_is_an_answer_of_its_own():
    mine = answers(claim("territory_control", STAFF, roles={"holder": ARMY}))
    theirs = answers(claim("territory_control", COUNCIL, roles={"holder": REBELS}))
    assert {question for question, _ in (*mine, *theirs)} == {"who_holds"}
    assert set(mine) != set(theirs)


@pytest.mark.parametrize("modality", ["planned", "called_for", "hypothetical", "attempted"])
def test_what_did_not_happen_yet_weighs_nothing(modality):
    (reply,) = replies_of(claim("air_strike", STAFF, modality=modality), "Karez")
    assert (reply.question, reply.weight) == (modality, None)
    assert assertion_of(reply, Proposition("p"), Parties()) is None


@pytest.mark.parametrize(
    ("stance", "expected"),
    [
        ("no_knowledge", [("happened", "unclear")]),
        ("unclear", [("happened", "unclear")]),
        ("asserts", [("hypothetical", None)]),
    ],
)
def test_whether_it_happened_is_left_open_by_who_cannot_tell(stance, expected):
    asked = claim("chemical_weapon", SHOPKEEPER, stance=stance, modality="hypothetical")
    assert [(r.question, r.weight) for r in replies_of(asked, "Karez")] == expected


def test_who_was_dispersed_had_gathered():
    crowd = {"target": who("an anti-war march")}
    found = answers(claim("dispersal", SHOPKEEPER, roles=crowd))
    counted = answers(claim("protest", STAFF, roles={"actor": who("400 people")}))

    assert set(found) == {("happened", "dispersal"), ("happened", "protest")}
    assert set(counted) == {("happened", "protest")}
    assert ("happened", "protest") not in answers(
        claim("dispersal", STAFF, stance="denies", roles=crowd)
    )


def test_words_without_an_event_answer_what_was_said():
    (reply,) = replies_of(claim("said", STAFF), None)
    assert (reply.question, reply.words) == ("what_was_said", "words of the report")


NONE_KNOWN = Parties()


def assertion(one, parties=NONE_KNOWN):
    reply = next(iter(replies_of(one, "Karez")))
    return assertion_of(reply, Proposition("p"), parties)


def test_an_assertion_keeps_who_said_it_through_whom_and_when():
    said = assertion(claim("air_strike", MONITOR, A_SOURCE, when=at(4)))

    assert [voice.name for voice in said.chain] == ["group/river_monitor", "a military source"]
    assert (said.outlet.name, said.published) == ("Harbour Post", on(5))


SIDES = Parties(sides={"upland_staff": "upland", "lowland_council": "lowland"})


@pytest.mark.parametrize(
    ("type_", "roles", "basis"),
    [
        ("air_strike", {"actor": ARMY}, "saw"),  # its own act
        ("air_strike", {"actor": REBELS}, "not_stated"),
        ("killed", {"victim": PEOPLE}, "not_stated"),
        ("killed", {"victim": who("our men", "group/upland_staff")}, "saw"),
        ("ceasefire", {"actor": REBELS}, "not_stated"),
        ("territory_control", {"holder": REBELS}, "saw"),
    ],
)
def test_a_belligerent_knows_its_own_acts_and_only_says_the_enemys(type_, roles, basis):
    reply = next(iter(replies_of(claim(type_, STAFF, roles=roles), "Karez")))
    assert assertion_of(reply, Proposition("p"), SIDES).basis == basis


def test_an_unnamed_source_keeps_its_label_for_a_name():
    voice = assertion(claim("air_strike", A_SOURCE)).chain[-1]
    assert (voice.name, voice.naming) == ("a military source", "unnamed")


def test_an_outlet_of_a_party_is_that_party():
    parties = Parties(owners={"upland radio": "upland_staff"})
    said = assertion(claim("air_strike", outlet="Upland Radio"), parties)
    assert said.outlet.organisation == "upland_staff"


def test_whoever_admits_was_there():
    foreign = claim("air_strike", A_SOURCE, stance="admits")
    assert assertion(foreign).basis == "saw"


def test_withdrawals_and_copies_reach_the_assertion():
    parties = Parties(
        withdrawn={"Harbour Post/5": "2031-05-07T00:00:00Z"}, copies={"Harbour Post/5": ("a",)}
    )
    said = assertion(claim("air_strike", MONITOR), parties)
    assert (said.withdrawn, said.copies) == ("2031-05-07T00:00:00Z", ("a",))


@pytest.mark.parametrize(
    ("words", "stance", "negated", "weight"),
    [
        ("the army broke the truce", "asserts", True, "assert"),
        ("the army had broken the truce", "denies", True, "deny"),
        ("a violation of the truce by the army", "asserts", False, "assert"),
        ("the army did not break the truce", "asserts", False, "deny"),
    ],
)
def test_who_says_that_a_truce_is_broken_asserts_the_breach(words, stance, negated, weight):
    told = claim("ceasefire", MONITOR, stance=stance, negated=negated, roles={"actor": ARMY})
    (reply,) = replies_of(replace(told, words=words), "Karez")

    assert (reply.question, reply.weight) == ("who_broke_it", weight)


def test_the_breach_is_denied_by_who_denies_having_fired_first():
    told = claim("ceasefire", COUNCIL, stance="denies", negated=True, roles={"actor": REBELS})
    (reply,) = replies_of(replace(told, words="that her fighters had fired first"), "Karez")

    assert (reply.question, reply.weight) == ("who_broke_it", "deny")


@pytest.mark.parametrize(
    ("words", "weight"),
    [
        ("the truce would begin at noon on Friday", "assert"),
        ("the ceasefire is to take effect at dawn", "assert"),
        ("they would offer the other side a truce", None),
    ],
)
def test_a_truce_with_its_hour_is_agreed_and_one_that_is_offered_is_not(words, weight):
    told = claim("ceasefire", STAFF, stance="promises", modality="planned")
    (reply,) = replies_of(replace(told, words=words), "Karez")

    assert reply.weight == weight


def test_a_side_knows_that_it_agreed_and_not_that_the_other_broke_it():
    parties = Parties(sides={"upland_staff": "upland", "lowland_council": "lowland"})
    agreed = replace(claim("ceasefire", STAFF, roles={"actor": ARMY}), words="had agreed to it")
    broken = claim("ceasefire", STAFF, roles={"actor": REBELS}, negated=True)

    assert assertion(agreed, parties).basis == "saw"
    assert assertion(replace(broken, words="broke the truce"), parties).basis == "not_stated"


def test_an_enemy_outlets_admitted_is_no_admission():
    parties = Parties(
        sides={"upland_staff": "upland", "lowland_council": "lowland"},
        owners={"upland radio": "upland_staff"},
    )
    told = claim("killed", COUNCIL, stance="admits", outlet="Upland Radio")

    assert assertion(told, parties).basis == "not_stated"
    assert assertion(replace(told, outlet="Harbour Post"), parties).basis == "saw"


def test_who_won_is_a_judgement_and_no_knowledge():
    won = claim("victory_claim", STAFF, roles={"holder": ARMY})
    assert assertion(won).basis == "assesses"


def test_another_outlets_own_reporter_is_that_outlet():
    wire = Source("A Wire reporter", None, "outlet", "outlet", "named", "wire", None, "saw")
    seen = claim("territory_control", wire, roles={"holder": ARMY})
    voice = assertion(seen, Parties(names={"wire": "Wire"})).chain[-1]

    assert (voice.name, voice.organisation) == ("Wire", None)


def test_police_are_counted_with_soldiers_and_called_police():
    one = claim(
        "injured", MONITOR, roles={"victim": who("three police officers")},
        counts=(count(3, 3, group="soldiers", categories=("injured",)),),
    )  # fmt: skip
    (reply,) = replies_of(one, "Karez")
    assert (reply.victims, reply.words) == ("soldiers", "police injured in Karez")


def test_a_person_of_an_outlet_is_of_its_group_and_passes_nothing_on():
    editor = Source("Ana Bor", "person/ana-bor", "outlet", "outlet", "named", "wire", None, "saw")
    parties = Parties(names={"wire": "Wire"})
    voice = assertion(claim("missing", editor, roles={"victim": VESK}), parties).chain[-1]

    assert (voice.name, voice.passes_on) == ("Wire", False)


def test_how_many_marched_is_asked_of_a_march():
    one = claim(
        "protest", MONITOR, roles={"actor": who("400 people")},
        counts=(count(400, 400, categories=("protesters",)),),
    )  # fmt: skip
    asked = answers(one)

    assert asked["how_many", "protesters/people"].words == "protesters in Karez"
    assert asked["happened", "protest"].weight == "assert"


def test_medicine_that_was_sent_is_no_weapons_sent():
    sent = claim("aid", MONITOR, roles={"actor": ARMY, "topic": who("medicine")})
    denied = claim("aid", STAFF, stance="denies", roles={"actor": ARMY, "topic": who("weapons")})

    assert {v for _, v in answers(sent)} != {v for _, v in answers(denied)}


def test_a_body_that_is_not_found_denies_no_death():
    (reply,) = replies_of(claim("body_found", STAFF, negated=True), "Karez")

    assert (reply.question, reply.weight) == ("said", None)
