"""Whose losses a figure counts."""

from made_claims import ARMY, COUNCIL, MONITOR, REBELS, STAFF, claim, count

from sayso.weigh.questions import Parties, replies_of
from sayso.weigh.values import group_replies

PARTIES = Parties(sides={"upland_staff": "upland", "lowland_council": "lowland"})
BOTH = ("killed", "injured")


def losses(loser, low, chain=MONITOR, categories=BOTH):
    return claim(
        "killed", chain, roles={"group": loser}, counts=(count(low, low, categories=categories),)
    )


def grouped(*claims, parties=PARTIES):
    replies = [reply for one in claims for reply in replies_of(one, "Karez")]
    return group_replies(replies, "attack", parties)


def test_the_losses_of_two_sides_are_two_figures():
    found = grouped(losses(ARMY, 3000), losses(REBELS, 5000), losses(REBELS, 4000, COUNCIL))

    assert {key[1]: len(replies) for key, replies in found.items()} == {
        "killed or injured/side/upland": 1,
        "killed or injured/side/lowland": 2,
    }


def test_bodies_of_no_known_side_lose_each_their_own():
    found = grouped(losses(ARMY, 3000), losses(REBELS, 5000), parties=Parties())

    assert len(found) == 2


def test_a_figure_of_losses_is_headed_by_the_loser():
    ((reply,),) = grouped(losses(ARMY, 3000)).values()

    assert reply.words == "Upland army killed or injured in Karez"


def test_the_dead_of_both_sides_are_one_toll():
    said = [losses(one, 30, STAFF, ("killed",)) for one in (ARMY, REBELS)]

    assert [key[1] for key in grouped(*said)] == ["killed/people"]
