"""Who can be meant to act and speak."""

import pytest

from sayso.annotate.parses import parse
from sayso.annotate.saying.speakers import can_act

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("noun", "can"),
    [
        ("student", True), ("activist", True), ("patient", True), ("priest", True),
        ("journalist", True), ("specialist", True), ("parent", True), ("guest", True),
        ("blast", False), ("coast", False), ("trust", False), ("current", False), ("harvest", False),
        ("argument", False), ("protest", False), ("accident", False), ("decision", False),
    ],
)  # fmt: skip
def test_people_act_and_statements_do_not(reader, noun, can):
    doc = parse(f"The {noun} was long.", (), reader.nlp)

    assert can_act(doc[1]) == can
