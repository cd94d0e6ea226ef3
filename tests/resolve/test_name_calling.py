"""What one calls another by."""

import pytest

from sayso.resolve.name_calling import find_name_calling
from sayso.types import Mention, Span


def labels(text, *names):
    spans = [Span(text.index(name), text.index(name) + len(name)) for name in names]
    mentions = [Mention(s, "person", s.of(text), f"person/{s.of(text).lower()}") for s in spans]
    return [(one.entity, one.words) for one in find_name_calling(text, mentions, ())]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The army called Odas “a coward”.", ["a coward"]),
        ('Sol, who calls Odas "a coward and a liar", left.', ["a coward", "a liar"]),
        ("The army described Odas as “the butler of the lords”.", ["the butler"]),
        ("Sol branded Odas a traitor.", ["a traitor"]),
    ],
)
def test_who_is_called_what(text, words):
    assert labels(text, "Odas") == [("person/odas", word) for word in words]


@pytest.mark.parametrize(
    "text", ["Sol called Odas a taxi.", "Sol called Odas on Monday.", "Odas said “a coward”."]
)
def test_a_call_or_a_quotation_alone_calls_nobody_anything(text):
    assert labels(text, "Odas") == []
