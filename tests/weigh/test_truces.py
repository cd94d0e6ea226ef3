"""Whether a claim on a truce is of its breach."""

from dataclasses import replace

import pytest
from made_claims import STAFF, claim

from sayso.weigh.truces import is_of_breach


@pytest.mark.parametrize(
    ("words", "is_breach"),
    [
        ("the council had broken the truce", True),
        ("a breach of the truce", True),
        ("that the guards shot first", True),
        ("a truce brokered by the mayor", False),
        ("the truce will begin at daybreak", False),
        ("the breakaway council agreed to a truce", False),
        ("the truce has held unbroken", False),
    ],
)
def test_only_a_word_of_breaking_tells_a_breach(words, is_breach):
    assert is_of_breach(replace(claim("ceasefire", STAFF), words=words)) is is_breach
