"""Whether somebody can have lived, or been there, after what else is said of him."""

from dataclasses import replace

import pytest
from made_claims import DALAN, KAREZ, MONITOR, SHOPKEEPER, STAFF, VESK, at, claim

from sayso.weigh.lives import are_apart, is_at_large, lived_after
from sayso.weigh.questions import Parties
from sayso.weigh.weigher import weigh

PARTIES = Parties(sides={"upland_staff": "upland"})


def fate(type_, on_day=None, source=MONITOR, **more):
    when = at(on_day) if on_day is not None else None
    return claim(type_, source, roles={"victim": VESK}, when=when, **more)


@pytest.mark.parametrize(
    ("alive", "killed", "excludes"),
    [
        (fate("alive", 3, day=9), fate("killed", 5), False),  # heard on the 3rd, told on the 9th
        (fate("alive", 5), fate("killed", 5), False),  # before or after it, that day
        (fate("alive", 6), fate("killed", 5), True),
        (fate("alive", day=9), fate("killed", 5), True),  # is alive, told on the 9th
        (fate("alive", day=5), fate("killed", day=5), True),  # is alive, in answer
        (fate("alive", 4, day=9), fate("killed", day=5), False),
    ],
)
def test_alive_excludes_killed_only_where_the_evidence_is_later(alive, killed, excludes):
    assert lived_after([alive], [killed]) == excludes


def test_alive_on_two_days_is_two_answers_of_which_one_excludes_the_death():
    claims = (
        fate("killed", 5, day=6),
        fate("alive", 3, SHOPKEEPER, outlet="Gazette", day=7),
        fate("alive", 8, SHOPKEEPER, outlet="Lantern", day=9),
    )
    (dossier,) = weigh(claims, PARTIES)
    asked = {a.proposition.value: a.proposition for a in dossier.answers}
    assert asked.keys() == {"killed", "alive/2031-05-03", "alive/2031-05-08"}
    assert asked["killed"].contradicts == (asked["alive/2031-05-08"].id,)


def test_that_somebody_lives_is_a_position_where_no_basis_is_given():
    said = fate("alive", 8, STAFF)
    (dossier,) = weigh([said], PARTIES)
    (answer,) = dossier.answers
    assert answer.standing.positions == (("for", "upland_staff"),)
    assert answer.standing.asserting == ()


def test_two_places_are_apart_by_the_way_between_them_and_the_time():
    far = replace(DALAN, latitude=-20.0, name="Farhold")
    here, there = (claim("whereabouts", MONITOR, place=p, when=at(5)) for p in (KAREZ, far))
    assert are_apart(here, there)
    assert not are_apart(here, replace(there, when=at(12)))
    assert not are_apart(here, claim("whereabouts", MONITOR, place=DALAN, when=at(5)))


@pytest.mark.parametrize(
    ("words", "is_free"),
    [
        ("Vesk ride through the town", True),
        ("Vesk, who led his men over the bridge", True),
        ("Vesk in a cell, alive", False),
        ("Vesk, the commander of the fort, alive", False),
        ("Vesk led away", False),
        ("Vesk among prisoners who were marched to a camp", False),
    ],
)
def test_who_was_seen_to_ride_through_a_town_is_no_prisoner(words, is_free):
    seen = claim("alive", SHOPKEEPER, roles={"victim": VESK})

    assert is_at_large([replace(seen, words=words)]) is is_free
