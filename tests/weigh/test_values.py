"""When two answers to a question are one and the same."""

import pytest
from made_claims import ARMY, COUNCIL, MONITOR, REBELS, SHOPKEEPER, STAFF, claim, who

from sayso.weigh.questions import Parties, replies_of
from sayso.weigh.values import group_replies

PARTIES = Parties(
    sides={"upland_staff": "upland", "upland_radio": "upland", "lowland_council": "lowland"}
)
RADIO = who("Upland Radio", "group/upland_radio", "group")
GUARD = who("the River Guard", "group/river_guard", "group")


def values(family, *claims, parties=PARTIES):
    """Question and value of each answer -> how many replies share it."""
    replies = (reply for one in claims for reply in replies_of(one, "Karez"))
    found = group_replies(replies, family, parties)
    return {key: len(replies) for key, replies in found.items()}


def test_two_offices_of_one_side_hold_a_place_as_one():
    said = [claim("territory_control", MONITOR, roles={"holder": h}) for h in (ARMY, RADIO)]

    assert values("control", *said) == {("who_holds", "territory_control/side/upland"): 2}


def test_two_sides_hold_it_as_two():
    said = [claim("territory_control", MONITOR, roles={"holder": h}) for h in (ARMY, REBELS)]

    assert len(values("control", *said)) == 2


def test_blame_of_one_side_is_one_blame():
    said = [claim("air_strike", MONITOR, roles={"actor": actor}) for actor in (ARMY, RADIO)]

    assert values("attack", *said)["who_did_it", "side/upland"] == 2


def test_those_of_no_side_stay_themselves():
    said = [claim("air_strike", MONITOR, roles={"actor": actor}) for actor in (ARMY, GUARD)]
    found = values("attack", *said, parties=Parties())

    assert sorted(v for q, v in found if q == "who_did_it") == [
        "side/river_guard",
        "side/upland_staff",
    ]


def test_an_attack_of_no_kind_is_the_one_that_most_speak_of():
    said = [
        claim("air_strike", MONITOR),
        claim("air_strike", SHOPKEEPER),
        claim("shelling", STAFF),
        claim("armed_clash", COUNCIL),
    ]

    assert values("attack", *said) == {("happened", "air_strike"): 3, ("happened", "shelling"): 1}


def test_an_attack_that_nobody_gives_a_kind_stays_one_of_no_kind():
    assert values("attack", claim("armed_clash", COUNCIL)) == {("happened", "armed_clash"): 1}


@pytest.mark.parametrize("order", [1, -1])
def test_which_kind_it_is_does_not_hang_on_the_order(order):
    said = [claim(kind, MONITOR) for kind in ("air_strike", "shelling", "armed_clash")]

    assert values("attack", *said[::order]) == values("attack", *said)


def lost(loser, source=MONITOR):
    return claim("territory_control", source, roles={"other": loser})


def test_who_lost_a_place_lost_it_to_the_only_other_holder():
    held = claim("territory_control", SHOPKEEPER, roles={"holder": ARMY})

    assert values("control", held, lost(REBELS)) == {
        ("who_holds", "territory_control/side/upland"): 2
    }


def test_nobody_loses_a_place_to_themselves():
    held = claim("territory_control", SHOPKEEPER, roles={"holder": REBELS})

    assert len(values("control", held, lost(REBELS))) == 2


def test_with_two_other_holders_it_is_not_known_to_whom():
    held = [claim("territory_control", SHOPKEEPER, roles={"holder": h}) for h in (ARMY, GUARD)]

    assert values("control", *held, lost(REBELS))["who_holds", "lost/side/lowland"] == 1


def test_who_left_a_place_left_it_to_the_one_who_is_known_to_hold_it_since():
    left = claim("withdrawal", STAFF, roles={"actor": ARMY})
    held = claim("territory_control", COUNCIL, roles={"holder": REBELS})
    found = values("control", left, held)

    assert not [key for key in found if key[1].startswith("lost/")]
    assert sum("territory_control" in key[1] for key in found) == 1


def test_who_left_a_place_tells_no_holder_where_none_is_known():
    found = values("control", claim("withdrawal", STAFF, roles={"actor": ARMY}))
    assert {question for question, _ in found} == {"happened"}


def test_who_withdrew_to_a_place_has_not_left_it():
    back = claim("withdrawal", STAFF, roles={"actor": ARMY, "to": who("a hill")})
    held = claim("territory_control", COUNCIL, roles={"holder": REBELS})
    found = values("control", back, held)

    assert [found[key] for key in found if key[0] == "who_holds"] == [1]
