"""Where an event is told not to have been."""

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "type_", "place"),
    [
        ("A bus was shelled between Herat and Kabul on Monday.", "shelling", None),
        ("A bus was shelled in Herat on Monday.", "shelling", "Herāt"),
        ("Talks between the army and the rebels began in Herat.", "negotiation", "Herāt"),
        ("The driver was in hospital in Herat with a gunshot wound.", "injured", None),
        ("Captain Odas lay in Herat with many wounds.", "injured", None),
        ("Six men were wounded in Herat on Monday.", "injured", "Herāt"),
        ("The mayor welcomed the victory that had saved Herat.", "victory_claim", None),
        ("The army is in camp at Herat, two weeks after it left the city.", "withdrawal", None),
        ("The army withdrew from Herat on Monday.", "withdrawal", "Herāt"),
    ],
)
def test_no_event_is_put_where_its_words_keep_it_out_of(claims_in, text, type_, place):
    told = [c for c in claims_in(text) if c.event.type == type_]
    assert told
    assert {c.place.name if c.place is not None else None for c in told} == {place}
