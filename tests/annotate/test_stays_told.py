"""Where persons went, were brought or were reached, and that nobody knows where they are held."""

import pytest

pytestmark = pytest.mark.model


def stays(text, claims_in):
    return [
        (c.event.roles[0].filler.words, c.place.words if c.place else None, c.event.negated)
        for c in claims_in(text)
        if c.event.type == "whereabouts"
    ]


@pytest.mark.parametrize(
    ("text", "stay"),
    [
        ("Karim Odas flew to Ankara on Friday.", ("Karim Odas", "Ankara", False)),
        (
            "Karim Odas was shot in the stomach and flown to Brisbane, the force said.",
            ("Karim Odas", "Brisbane", False),
        ),
        ("Karim Odas, reached in Juba, said he was mourning.", ("Karim Odas", "Juba", False)),
        ("Karim Odas, now an exile in Lisbon, told the court so.", ("Karim Odas", "Lisbon", False)),
        ("Where Karim Odas is being held is not known.", ("Karim Odas", None, True)),
        ("Karim Odas was driving a taxi in Lisbon, she said.", ("Karim Odas", "Lisbon", False)),
        ("Karim Odas is resting in Lisbon.", ("Karim Odas", "Lisbon", False)),
    ],
)
def test_where_somebody_is_is_told_by_how_he_came_or_was_reached(text, stay, claims_in):
    assert stay in stays(text, claims_in)


@pytest.mark.parametrize(
    "text",
    [
        "Karim Odas, a former exile in Lisbon, told the court so.",
        "Karim Odas flew the flag in Ankara.",
    ],
)
def test_where_somebody_once_was_or_does_a_thing_is_no_stay(text, claims_in):
    assert not stays(text, claims_in)
