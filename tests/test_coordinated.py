"""Places that are told together make one claim each."""

import pytest

pytestmark = pytest.mark.model


@pytest.fixture
def told(claims_in):
    """(type, place, targets) of each claim of a text."""
    return lambda text: sorted(
        (
            c.event.type,
            c.place.words if c.place else None,
            tuple(r.filler.words for r in c.event.roles if r.name in {"target", "place"}),
        )
        for c in claims_in(text)
    )


def test_a_protest_in_two_towns_is_one_in_each(told):
    assert told("Protests were held in Herat and Kabul on Friday.") == [
        ("protest", "Herat", ()),
        ("protest", "Kabul", ()),
    ]


def test_each_town_of_a_list_is_hit_or_held_by_itself(told):
    assert told("Air strikes hit Aleppo, Homs and Hama overnight.") == [
        ("air_strike", "Aleppo", ("Aleppo",)),
        ("air_strike", "Hama", ("Hama",)),
        ("air_strike", "Homs", ("Homs",)),
    ]
    assert told("Rebels seized Homs and Hama.") == [
        ("territory_control", "Hama", ("Hama",)),
        ("territory_control", "Homs", ("Homs",)),
    ]


def test_claims_of_two_places_have_ids_of_their_own(claims_in):
    first, second = claims_in("Protests were held in Herat and Kabul on Friday.")

    assert first.id != second.id


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded in Homs, Syria, on Monday.",
        "Twelve people were killed in Homs and Hama.",
        "Fighting between Homs and Hama goes on.",
        "Protests were held in Herat. Kabul was quiet.",
    ],
)
def test_a_town_and_its_country_the_counted_and_what_lies_between_stay_one(text, told):
    assert len(told(text)) == 1
