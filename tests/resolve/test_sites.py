"""Places that 'the village', 'the redoubt' and 'it' stand for."""

import pytest

pytestmark = pytest.mark.model


def places_of(claims, type_="territory_control"):
    return [c.place.name if c.place else None for c in claims if c.event.type == type_]


@pytest.mark.parametrize(
    "text",
    [
        "The armies fought around the village of Dalan, west of Karez, on Monday."
        " Upland troops captured the village at dawn.",
        "Upland guns shelled the fort at Dalan, a day's march from Karez. Lowland forces still hold the fort.",
        "Dalan, a village on the road between Karez and Tolvesh, was quiet. Rebels took the village at dusk.",
        "The worst of it was at the hill that the herdsmen call Dalan, below Karez. Rebels captured the hill at noon.",
    ],
)
def test_words_for_a_place_stand_for_the_one_that_was_called_so(text, claims_in):
    assert places_of(claims_in(text, published_at="2031-03-05")) == ["Dalan"]


@pytest.mark.parametrize(
    "text",
    [
        "Upland infantry captured the village of Dalan, near Karez, on Monday."
        " Petra Lom admitted that her men had lost it.",
        "Rebels held the fort at Dalan until noon. Upland officers said their tanks captured it at dusk.",
    ],
)
def test_it_stands_for_the_ground_told_of_before(text, claims_in):
    claims = claims_in(text, published_at="2031-03-05")

    assert places_of(claims) == ["Dalan", "Dalan"]


def test_men_who_are_taken_are_no_ground(claims_in):
    text = "Rebels took nine prisoners at Dalan. The Upland army said it had freed them."
    assert not places_of(claims_in(text, published_at="2031-03-05"))


@pytest.mark.parametrize(
    "seen",
    [
        "saw Upland sentries at the gate",
        "saw Upland tanks in the main street",
        "who reached the town with them saw Upland soldiers in the market",
    ],
)
def test_what_a_reporter_saw_is_where_he_reports_from(seen, claims_in):
    text = f"KAREZ - It is two days since the battle at Dalan. A Harbour Post correspondent {seen}."
    claims = claims_in(text, published_at="2031-03-05", outlet="Harbour Post")

    assert places_of(claims) == ["Karez"]


def test_an_army_that_flees_withdraws_and_families_that_flee_are_displaced(claims_in):
    claims = claims_in(
        "The Lowland Council said that the Upland army was fleeing. Families fled Karez."
    )
    assert [c.event.type for c in claims] == ["withdrawal", "fled"]


def test_a_fire_told_without_a_place_is_where_the_report_was(claims_in):
    text = "The Upland army entered Karez on Monday. The Lowland Council blamed Upland troops for the fire."
    fires = [c for c in claims_in(text, published_at="2031-03-05") if c.event.type == "explosion"]

    assert fires
    assert {c.place.name for c in fires} == {"Karez"}


def test_along_the_road_to_a_town_is_not_in_it(claims_in):
    text = "Colonel Rao said that his troops had withdrawn along the Karez road."
    assert places_of(claims_in(text), "withdrawal") == [None]


def test_whom_a_reporter_saw_alive_was_in_the_town_he_reports_from(claims_in):
    text = "KAREZ - A Harbour Post reporter saw Anton Vesk, the mayor of Dalan, walk through the town on Sunday."
    claims = claims_in(text, published_at="2031-03-10", outlet="Harbour Post")

    assert places_of(claims, "alive") == ["Karez"]


def test_nobody_is_nobody_by_name(claims_in):
    text = "Nobody at the fort could say whether Karim Odas was alive."
    assert not [c for c in claims_in(text) if c.chain and c.chain[-1].entity == "person/nobody"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Upland troops fought rebels in Syria all week. The general claimed victory.", None),
        ("Upland troops fought rebels in Dalan all week. The general claimed victory.", "Dalan"),
    ],
)
def test_a_victory_was_won_on_a_field_and_not_in_a_whole_country(text, place, claims_in):
    claims = claims_in(text, published_at="2031-03-05")

    assert places_of(claims, "victory_claim") == [place]
