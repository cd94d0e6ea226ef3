"""Whose side a participant is of."""

import pytest

from sayso.resolve.belongings import side_of
from sayso.resolve.parties import Party, register_of
from sayso.types import Mention, Span

STAFF = Party(
    "upland_staff", "Upland General Staff", ("Upland army", "Upland troops"), side="upland",
    people=("Colonel Besim Rao",),
)  # fmt: skip
MONITOR = Party("monitor", "River Monitor", ("River Monitor",))
REGISTER = register_of([STAFF, MONITOR])


@pytest.mark.parametrize(
    ("words", "kind", "entity", "side"),
    [
        ("the ministry", "group", "group/upland_staff", "upland"),
        ("about 30 Upland troops", "crowd", None, "upland"),
        ("two Upland tanks", "crowd", None, "upland"),
        ("Besim Rao", "person", "person/besim-rao", "upland"),
        ("two Upland farmers", "crowd", None, None),
        ("Marit Sol", "person", "person/marit-sol", None),
        ("River Monitor", "group", "group/monitor", None),
    ],
)
def test_a_side_is_that_of_the_body_its_people_and_its_forces(words, kind, entity, side):
    mention = Mention(Span(0, len(words)), kind, words, entity, words if entity else None)
    assert side_of(mention, REGISTER) == side
