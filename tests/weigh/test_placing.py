"""Where a matter is said to be: in a place, near it, and not where a truce was broken."""

from dataclasses import replace

from made_claims import ARMY, COUNCIL, DALAN, MONITOR, REBELS, STAFF, claim, count

from sayso.types import Role
from sayso.weigh.questions import Parties
from sayso.weigh.weigher import weigh


def words_of(*claims):
    return {a.words for dossier in weigh(claims, Parties()) for a in dossier.answers}


def test_a_village_near_a_town_is_not_in_it():
    fired = replace(
        claim("shelling", COUNCIL), words="the army shelled a village near Karez at dawn"
    )
    hurt = replace(
        claim("injured", MONITOR, counts=(count(2, 2, categories=("injured",)),)),
        words="two farmers were hurt",
    )
    assert words_of(fired, hurt) == {"shelling near Karez", "people injured near Karez"}


def test_it_is_in_the_town_where_one_says_so():
    near = replace(claim("shelling", COUNCIL), words="the army shelled a village near Karez")
    inside = replace(claim("shelling", MONITOR), words="shells fell in Karez")

    assert words_of(near, inside) == {"shelling in Karez"}


def test_a_truce_that_two_agreed_to_is_not_one_s_and_is_not_where_it_was_broken():
    agreed = claim("ceasefire", MONITOR, place=None)
    roles = (Role("actor", ARMY), Role("actor", REBELS))
    agreed = replace(
        agreed, event=replace(agreed.event, roles=roles), words="they agreed to a truce"
    )
    broken = replace(
        claim("ceasefire", STAFF, day=6, place=DALAN, roles={"actor": REBELS}),
        words="the council broke the truce",
    )
    told = words_of(agreed, broken)

    assert "ceasefire by the Upland army and the Lowland Council" in told
    assert not any("Dalan" in words for words in told)


def test_aid_is_called_by_what_was_given():
    given = claim(
        "aid",
        MONITOR,
        place=None,
        roles={"actor": ARMY, "target": REBELS, "topic": replace(ARMY, words="rifles", name=None)},
    )
    assert words_of(given) == {"aid: rifles from the Upland army to the Lowland Council"}
