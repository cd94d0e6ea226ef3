"""Blows, arrests and days in reports of one place."""

import pytest

pytestmark = pytest.mark.model


def places_of(claims, type_):
    return {c.place.words if c.place else None for c in claims if c.event.type == type_}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Looters carried off flour from a store in Zhurvan last week. It began when the garrison"
         " left. Two men were trampled.", "injured"),
        ("Elders met in Zhurvan on Monday. Nobody spoke. Later a mill was burned by gunmen.", "property_damage"),
    ],
)  # fmt: skip
def test_a_blow_is_in_the_one_place_that_the_report_names(text, type_, claims_in):
    assert places_of(claims_in(text, published_at="2031-03-05"), type_) == {"Zhurvan"}


@pytest.mark.parametrize(
    "text",
    [
        "Zhurvan police said on Monday that they knew nothing. Two men were trampled elsewhere.",
        "Elders met in Zhurvan, and others in Tolvesh. Nobody spoke. Two men were trampled.",
    ],
    ids=["whose they are", "two places"],
)
def test_it_is_not_where_a_place_tells_whose_something_is_or_several_are_named(text, claims_in):
    assert places_of(claims_in(text, published_at="2031-03-05"), "injured") <= {None}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Police in Zhurvan arrested a clerk, his wife and three pupils on Saturday for running a cell"
         " that stole flour.", "arrest"),
        ("Prosecutors in Zhurvan charged six people on Thursday with stealing files.", "trial"),
    ],
)  # fmt: skip
def test_police_in_a_town_arrest_there(text, type_, claims_in):
    assert places_of(claims_in(text, published_at="2031-03-05"), type_) == {"Zhurvan"}


@pytest.mark.parametrize(
    "text",
    [
        "Two men were seen fleeing in a white Hilux after the raid.",
        "Two men fled when their armored Toyota was hit by a shell.",
    ],
)
def test_a_car_is_no_place(text, claims_in):
    found = claims_in(text, published_at="2031-03-05")
    assert not any(c.place for c in found)


def test_the_day_of_a_dateline_is_no_events(claims_in):
    text = (
        "ZHURVAN, April 2 (Wire) - A suicide bomber blew himself up at a gate, killing a clerk and"
        " wounding 16."
    )
    assert not any(c.when for c in claims_in(text, published_at="2031-04-03"))
