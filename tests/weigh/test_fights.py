"""A battle is fought by two sides, and what they lost in it is of the battle."""

from dataclasses import replace

import pytest
from made_claims import (
    ARMY,
    COUNCIL,
    DALAN,
    KAREZ,
    MONITOR,
    REBELS,
    SHOPKEEPER,
    STAFF,
    at,
    claim,
    count,
    who,
)  # fmt: skip

from sayso.types import Role, Span
from sayso.weigh.doers import doer_of
from sayso.weigh.headings import call_parties
from sayso.weigh.matters import family_and_key, gather_matters
from sayso.weigh.questions import Parties
from sayso.weigh.weighing import weigh_matter

PARTIES = Parties(
    sides={"upland_staff": "upland", "lowland_council": "lowland"},
    names={"upland_staff": "Upland General Staff", "lowland_council": "Lowland Council"},
)
BOTH = ("killed", "injured")


def told_by(trigger, type_="armed_clash", **more):
    """A claim whose event is told by these words."""
    said = claim(type_, MONITOR, roles={"actor": ARMY}, **more)
    span = Span(9, 9 + len(trigger))
    return replace(said, words=trigger, quote=(span,), event=replace(said.event, trigger=span))


@pytest.mark.parametrize("trigger", ["fought", "battle", "clashed", "fighting", "skirmish"])
def test_nobody_carried_out_a_battle(trigger):
    assert doer_of(told_by(trigger)) is None


@pytest.mark.parametrize("trigger", ["attacked", "raid", "ambush", "stormed", "assault"])
def test_somebody_carried_out_a_raid(trigger):
    assert doer_of(told_by(trigger)) == ARMY


@pytest.mark.parametrize("words", ["Warplanes", "Jets", "Drones", "Helicopters", "Aircraft"])
def test_a_weapon_with_a_capital_is_no_party(words):
    said = claim("air_strike", MONITOR, roles={"actor": who(words, f"group/{words.lower()}")})

    assert doer_of(said) is None


def loss(loser, low, high, day, place=None, **more):
    figure = count(low, high, "about", categories=BOTH)
    return claim("killed", MONITOR, day=day, outlet=f"Gazette {day}", place=place,
                 roles={"group": loser}, counts=(figure,), **more)  # fmt: skip


@pytest.mark.parametrize(
    ("places", "sizes"),
    [
        ((None, None), [2]),
        ((None, KAREZ), [2]),
        ((KAREZ, None), [2]),
        ((KAREZ, DALAN), [1, 1]),
        ((KAREZ, DALAN, None), [1, 1, 1]),  # of which battle, nobody says
    ],
)
def test_what_armies_lost_is_of_the_only_battle_where_no_place_is_told(places, sizes):
    told = [loss(ARMY, 900, 1100, 5 + n, place) for n, place in enumerate(places)]

    assert sorted(len(m.claims) for m in gather_matters(told)) == sizes


def test_the_dead_of_one_blow_are_not_the_losses_of_an_army():
    of_blow = claim("killed", MONITOR, counts=(count(9, 9, categories=BOTH),))
    of_army = loss(ARMY, 900, 1100, 5, KAREZ)

    assert [family_and_key(c)[0] for c in (of_blow, of_army)] == ["attack", "losses"]


def retreat(**roles):
    return claim("withdrawal", STAFF, roles={"actor": ARMY, **roles})


@pytest.mark.parametrize(
    ("told", "family"),
    [
        (retreat(to=who("a new line", kind="role")), "move"),  # "to a new line behind Karez"
        (retreat(), "control"),  # "withdrew from Karez"
        (retreat(to=who("the hills"), **{"from": who("the town", kind="role")}), "control"),
        (replace(retreat(**{"from": who("the field", kind="role")}), place=None), "move"),
        (replace(retreat(**{"from": who("the Sarn road", kind="role")}), place=None), "control"),
    ],
)
def test_an_army_leaves_what_it_left_and_not_where_it_came_to(told, family):
    assert family_and_key(told)[0] == family


BROKE = "guards broke the truce when they fired on a post"


@pytest.mark.parametrize(
    ("words", "day", "sizes"),
    [
        (BROKE, 8, [1, 1]),  # three days after the last blow there
        (BROKE.replace("truce", "ceasefire"), 9, [1, 1]),
        (BROKE, 6, [2]),
        ("guards fired on a post", 8, [2]),
        ("guards broke a window when they fired on a post", 8, [2]),
    ],
)
def test_a_blow_that_broke_a_truce_is_not_one_before_it(words, day, sizes):
    before = claim("shelling", MONITOR, when=at(5), day=5)
    after = replace(claim("shelling", STAFF, day=day, outlet="Gazette"), words=words)

    assert sorted(len(m.claims) for m in gather_matters([before, after])) == sizes


def weigh(*claims):
    (matter,) = gather_matters(claims)
    return weigh_matter(matter, PARTIES).dossier


def answers(dossier):
    return {(a.proposition.question, a.proposition.value): a for a in dossier.answers}


def burnt(thing, chain, n):
    return claim("property_damage", chain, outlet=f"Gazette {n}", roles={"target": who(thing)})


def test_a_thing_destroyed_heads_what_is_told_of_it_and_many_are_damage():
    one = weigh(burnt("two barns", MONITOR, 1))
    many = weigh(burnt("two barns", MONITOR, 1), burnt("a mill", SHOPKEEPER, 2))

    assert one.heading == "two barns destroyed in Karez"
    assert many.heading == "damage in Karez"


def test_tanks_are_called_so_and_not_by_the_name_of_whose_they_are():
    tanks = who("two Upland tanks", "group/upland_staff")
    lost = claim("property_damage", COUNCIL, roles={"target": replace(tanks, name=None)})

    assert weigh(lost).heading == "two Upland tanks destroyed in Karez"


def test_a_fire_is_not_the_attack_that_others_speak_of():
    fire = replace(told_by("fire", "explosion"), words="the fire in the mill")
    shots = told_by("shots", outlet="Gazette")
    found = answers(weigh(fire, shots))

    assert {"explosion", "armed_clash"} <= {value for _, value in found}


def test_the_attack_is_of_the_kind_that_is_told():
    strike = claim("air_strike", MONITOR)
    attack = told_by("attack", outlet="Gazette")
    found = answers(weigh(strike, attack))

    assert ("happened", "armed_clash") not in found


REPORTER = replace(
    SHOPKEEPER, label="Harbour Post", entity=None, position="outlet", kind="outlet"
)  # fmt: skip


@pytest.mark.parametrize("is_own", [True, False])
def test_an_outlets_own_words_add_nothing_to_what_its_reporter_saw(is_own):
    seen = replace(claim("territory_control", REPORTER, roles={"holder": ARMY}), own=is_own)
    own = claim("territory_control", roles={"holder": ARMY})
    (held,) = (a for a in weigh(seen, own).answers if a.proposition.question == "who_holds")

    assert (held.standing.origins_low, held.standing.origins_high) == (1, 1)


def test_another_outlets_own_words_do():
    seen = claim("territory_control", REPORTER, roles={"holder": ARMY})
    own = claim("territory_control", outlet="Gazette", roles={"holder": ARMY})
    (held,) = (a for a in weigh(seen, own).answers if a.proposition.question == "who_holds")

    assert (held.standing.origins_low, held.standing.origins_high) == (1, 2)


@pytest.mark.parametrize(
    ("words", "name", "called"),
    [
        ("the enemy", None, "Lowland Council"),
        ("The bandits", None, "Lowland Council"),
        ("the Lowland rebels", None, None),
        ("the rebels", "Lowland rebels", "Lowland rebels"),
    ],
)
def test_a_body_is_called_by_its_name_and_not_as_its_enemy_calls_it(words, name, called):
    filler = replace(REBELS, words=words, name=name)
    (role,) = call_parties(
        claim("withdrawal", STAFF, roles={"actor": filler}), PARTIES.names
    ).event.roles

    assert role.filler.name == called


def test_who_told_of_a_persons_fate_heads_it_and_not_who_could_not_tell():
    odas = who("Karim Odas", "person/karim-odas", "person")
    unsure = claim("alive", roles={"victim": odas}, stance="unclear", day=5)
    dead = claim("killed", COUNCIL, roles={"victim": odas}, day=6)

    assert weigh(unsure, dead).heading.startswith("Karim Odas killed")


def fate(type_, *chain, **more):
    odas = who("Karim Odas", "person/karim-odas", "person")
    return claim(type_, *chain, roles={"victim": odas}, **more)


def test_what_nobody_stands_by_any_more_heads_no_persons_page():
    dead = fate("killed", outlet="Gazette", day=5)
    back = replace(fate("killed", outlet="Gazette", day=7), stance="retracts")
    hurt = fate("injured", COUNCIL, day=6, place=None)

    assert weigh(dead, back, hurt).heading == "Karim Odas injured"


def test_a_death_heads_the_page_before_the_wound_that_more_tell_of():
    hurt = [fate("injured", MONITOR, outlet=f"Gazette {n}", day=5) for n in range(3)]
    dead = [fate("died", COUNCIL, day=8, place=None), fate("died", MONITOR, day=8, place=DALAN)]

    assert weigh(*hurt, *dead).heading == "Karim Odas died in Dalan"


def test_all_that_is_given_is_named_and_nothing_more():
    given = {"actor": ARMY, "topic": who("only medicine", kind="role")}
    sent = claim("aid", MONITOR, roles=given)
    sent = replace(
        sent, event=replace(sent.event, roles=(*sent.event.roles, Role("topic", who("tents"))))
    )

    assert weigh(sent).heading.startswith("aid: medicine and tents from")
