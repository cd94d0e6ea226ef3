"""Blows in a report from a small town are there, unless the report sets any elsewhere."""

import pytest

pytestmark = pytest.mark.model


def places_of(claims, type_):
    return [
        (c.place.name or c.place.words).upper() if c.place else None
        for c in claims
        if c.event.type == type_
    ]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("ZHURVAN DOL, 3 March (Wire) - Two guards were shot dead at a market, police said.", "killed"),
        ("ZHURVAN DOL - Air strikes wrecked four barges, the mayor said on Monday.", "air_strike"),
        ("ZHURVAN DOL, March 3 -- Officers said on Friday that a shell had hit a bus at a crossing.", "shelling"),
        ("ZHURVAN DOL, March 3 - Marines fought smugglers in the hills above this Pacific port.", "armed_clash"),
        ("ZHURVAN DOL, March 3 - A court in this mill town jailed nine men on Sunday.", "detained"),
    ],
)  # fmt: skip
def test_a_blow_without_a_place_is_where_a_small_towns_dateline_puts_it(text, type_, claims_in):
    assert set(places_of(claims_in(text, published_at="2031-03-05"), type_)) == {"ZHURVAN DOL"}


@pytest.mark.parametrize(
    "text",
    [
        "VIENNA, March 3 -- Envoys met on Monday. They parted in silence. A shell had killed nine, officers said.",
        "ZHURVAN DOL, 3 March (Wire) - Shells fell on Tolvesh. Two guards were shot dead, police said.",
    ],
    ids=["a capital", "blows elsewhere"],
)
def test_it_is_not_where_one_writes_of_a_whole_country_or_of_another_town(text, claims_in):
    found = places_of(claims_in(text, published_at="2031-03-05"), "killed")
    assert not {"VIENNA", "ZHURVAN DOL"} & set(found)
