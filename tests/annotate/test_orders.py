"""Orders that others tell of."""

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "Colonel Besim Rao ordered the burning of Karez, the Lowland Council said on Thursday.",
        "The shelling of Karez was ordered by Colonel Besim Rao, residents said.",
    ],
)
def test_a_deed_that_another_says_was_ordered_is_told_by_him(text, claims_in):
    (deed,) = (c for c in claims_in(text) if c.event.type in {"property_damage", "shelling"})

    assert deed.event.modality == "happened"
    assert len(deed.chain) == 1
    actors = [r.filler.entity for r in deed.event.roles if r.name == "actor"]
    assert actors == ["person/besim-rao"]


def test_an_order_that_nobody_else_tells_of_stays_an_order(claims_in):
    (order,) = claims_in("Colonel Besim Rao ordered the shelling of Karez.")[-1:]
    assert order.event.modality != "happened"


def test_an_order_that_was_refused_is_no_deed(claims_in):
    text = (
        "The Lowland Council said Besim Rao had ordered the shelling of Karez but his men refused."
    )
    shelling = [c for c in claims_in(text) if c.event.type == "shelling"]
    assert shelling
    assert all(c.event.modality != "happened" for c in shelling)
