"""The year of something else is not an event's own, and what nobody expects has not come about."""

import pytest


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Dalan, which was rebuilt after a flood of 1988, was shelled. Three people died and nine were wounded.",
        "Dalan remembers the flood of 1988. Three people died there and nine were wounded when a shell hit a bus.",
        "The worst blow since the war of 1988 fell on Dalan: three people died and nine were wounded.",
    ],
)
def test_the_year_of_a_flood_is_not_that_of_a_later_raid(text, claims_in):
    harmed = [
        c for c in claims_in(text) if c.event.type in {"killed", "died", "injured", "shelling"}
    ]
    assert harmed and not any(c.when for c in harmed)


@pytest.mark.model
@pytest.mark.parametrize(
    "text", ["A flood killed nine people in 1988.", "Nine people died in the flood of 1988."]
)
def test_who_died_in_a_flood_died_in_its_year(text, claims_in):
    assert any(c.when and c.when.value == "1988" for c in claims_in(text))


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "She was not expected to survive in northern captivity.",
        "Colonel Besim Rao, who was wounded on Monday, was not expected to survive.",
    ],
)
def test_who_is_not_expected_to_survive_has_done_nothing_yet(text, claims_in):
    told = [c.event for c in claims_in(text) if c.event.type in {"alive", "captured", "detained"}]
    assert told and {e.modality for e in told} == {"hypothetical"}


@pytest.mark.model
def test_who_is_expected_to_be_freed_is_to_be(claims_in):
    (freed,) = (
        c
        for c in claims_in("She was expected to be released on Friday.")
        if c.event.type == "released"
    )
    assert freed.event.modality == "planned"
