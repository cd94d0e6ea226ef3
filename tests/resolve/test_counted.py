"""A count of some of a kind is not the name of a body."""

import pytest

from sayso.resolve.name.counted import counts_some


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("Twelve rebels", True),
        ("At least 40 rebels", True),
        ("dozens of militants", True),
        ("The rebels", False),
        ("Three Rivers Brigade", False),
        ("the 5th Corps", False),
        ("the 40", False),
    ],
)
def test_a_number_before_a_kind_counts_some_of_it(words, want):
    assert counts_some(words) == want
