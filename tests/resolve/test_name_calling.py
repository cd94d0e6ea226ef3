"""What one calls another by."""

import pytest

from sayso.resolve.name.calling import find_name_calling
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


def test_the_elder_of_a_name_is_called_it_and_a_claim_is_not():
    assert labels('Sol called the elder Odas "a coward".', "Odas") == [("person/odas", "a coward")]
    claim = Mention(Span(11, 20), "role", "the claim")
    assert not find_name_calling('Sol called the claim "an insult".', [claim], ())


@pytest.mark.model
def test_what_is_said_of_one_in_marks_is_what_he_is_called(understood):
    text = (
        'General Ibar Vesk said Karim Odas, 45, was "the butcher of the road" and would be tried.'
    )
    found = understood(text).labels
    assert [(one.entity, one.words, one.by) for one in found] == [
        ("person/karim-odas", "the butcher", "Ibar Vesk")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Sol called Odas a liar.", "Ana Sol has repeatedly branded Odas a traitor.",
        "Ana Sol, who called Odas “a coward”, left.",
    ],
)  # fmt: skip
def test_who_stands_before_the_verb_does_the_calling(text):
    mentions = [
        Mention(Span(text.index(n), text.index(n) + len(n)), "person", n, f"person/{n.lower()}", n)
        for n in ("Ana Sol", "Odas")
    ]
    found = find_name_calling(text.replace("a liar", "a traitor"), mentions, ())

    assert [(one.by, one.by_entity) for one in found] == [("Ana Sol", "person/ana sol")]


def test_a_title_before_the_name_of_who_is_called_is_his():
    text = "Ana Sol called Guard leader Karim Odas a traitor."
    title = Mention(Span(15, 27), "role", "Guard leader", "person/karim-odas")
    name = Mention(Span(28, 38), "person", "Karim Odas", "person/karim-odas")

    assert [one.entity for one in find_name_calling(text, [title, name], ())] == [
        "person/karim-odas"
    ]
