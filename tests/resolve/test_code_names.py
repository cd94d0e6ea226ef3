"""Names of campaigns and of what happened somewhere, which are no places and nobody's."""

import pytest

from sayso.resolve.place.code_names import is_code_name
from sayso.types import Span


@pytest.mark.parametrize(
    ("before", "name", "is_code"),
    [
        ("The army began Operation ", "Iron Gate", True),
        ("a raid codenamed '", "Red Heron", True),
        ("Guns fell silent after the ", "Battle of Omra", True),
        ("", "The Siege of Karez", True),
        ("She lives at ", "Iron Gate", False),
        ("Sent by ", "the Council of Omra", False),
    ],
)
def test_what_is_named_is_a_campaign_or_a_battle(before, name, is_code):
    text = f"{before}{name} that year."
    start = len(before)

    assert is_code_name(Span(start, start + len(name)), text) is is_code
