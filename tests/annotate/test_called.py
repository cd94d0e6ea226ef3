"""Whom a text says that somebody calls by a name to blame or belittle."""

import pytest

from sayso.annotate.parses import parse
from sayso.annotate.saying.called import find_called

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ('Vesk called him "a coward".', ["him"]),
        ('The army describes her as "a saboteur".', ["her"]),
        ("Vesk called them liars.", ["them"]),
        ('The council called its old comrade "a drunkard".', ["its old comrade"]),
        ("Vesk called him by telephone.", []),
    ],
)
def test_who_is_called_something_is_a_mention(text, whom, nlp):
    assert [m.words for m in find_called(parse(text, (), nlp))] == whom
