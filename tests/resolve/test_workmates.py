"""Voices that the report names only by the body they are of."""

import pytest

from sayso.resolve.parties import Party, Register
from sayso.resolve.workmates import place_member
from sayso.types import Mention, Source, Span


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Members of the resistance", "upland"),
        ("The young leader of the resistance", "upland"),
        ("A former member of the resistance", None),
        ("Opponents of the resistance", None),
        ("Members of the council", None),
        ("The resistance’s chief spokesman", "upland"),
        ("The resistance's leaders", "upland"),
        ("The resistance's former spokesman", None),
    ],
)
def test_who_speaks_from_a_body_named_elsewhere_is_of_its_side(words, side):
    party = Party("upland_front", "Upland Front", ("Upland Front",), side="upland")
    register = Register({"upland_front": party}, {}, {}, {}, {})
    step = Source(words, None, "speaker", "rebel", "unnamed", None, None, "not_stated")
    named = Mention(Span(80, 94), "group", "The resistance", "group/upland_front", "Upland Front")

    found = place_member(step, Span(0, len(words)), [named], words, register)

    assert found is not None
    assert found.side == side
