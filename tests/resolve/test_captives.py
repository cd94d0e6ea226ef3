"""Who was taken is a person and no place."""

import pytest

from sayso.resolve.event.captives import name_captives
from sayso.types import Event, Mention, Role, Span


def taken(text, kind="person", entity="person/vesk"):
    at = text.index("Vesk")
    vesk = Mention(Span(at, at + 4), kind, "Vesk", entity, "Vesk")
    found = name_captives([Event("territory_control", Span(0, 3), (Role("place", vesk),))], text)
    return [(event.type, [role.name for role in event.roles]) for event in found]


@pytest.mark.parametrize(
    ("text", "kind", "entity", "events"),
    [
        ("Vesk was captured.", "person", "person/vesk", [("captured", ["victim"])]),
        ("Vesk was captured.", "place", "place/vesk", [("territory_control", ["place"])]),
        ("The captive is Rao and not Vesk.", "person", "person/vesk", []),
    ],
)
def test_a_person_is_captured_and_not_held(text, kind, entity, events):
    assert taken(text, kind, entity) == events
