"""A description that tells of a fate means the one whom it befell."""

import pytest

from sayso.resolve.name.fated import find_fated
from sayso.types import Annotations, Event, Mention, Role, Span

TEXT = "Anton Sol was shot at Karez and Ivo Bor was hurt. {words} came home."


def told(words, *befallen):
    """Whom the words mean, where these befell before: (fate, words of the victim)."""
    text = TEXT.format(words=words)
    events = tuple(
        Event(fate, span_in(text, "was"), (Role("victim", mention(text, victim)),))
        for fate, victim in befallen
    )
    description = " ".join(words.split()[:3])
    annotations = Annotations(
        "id", (), (), (mention(text, description, "role"),), (), events=events
    )
    return [span.of(text) for _, span in find_fated(annotations, text)]


def span_in(text, words):
    return Span(text.index(words), text.index(words) + len(words))


def mention(text, words, kind="person"):
    return Mention(span_in(text, words), kind, words)


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("The dead man", "Anton Sol"),
        ("The slain mayor", "Anton Sol"),
        ("The late general", "Anton Sol"),
        ("The wounded soldier", "Ivo Bor"),
    ],
)
def test_a_description_by_a_fate_means_the_one_whom_it_befell(words, who):
    assert told(words, ("killed", "Anton Sol"), ("injured", "Ivo Bor")) == [who]


@pytest.mark.parametrize(
    "words",
    ["The dead men", "The man's dead brother", "The abducted man", "A dead man", "The old man"],
)
def test_what_tells_of_several_of_kin_or_of_no_fate_of_his_means_nobody_by_that(words):
    assert told(words, ("killed", "Anton Sol")) == []


def test_of_two_dead_the_dead_man_is_neither():
    assert told("The dead man", ("killed", "Anton Sol"), ("died", "Ivo Bor")) == []


@pytest.mark.parametrize(
    "rest", ["was a sergeant.", "might have been his cousin.", "Karim Odas lay there."]
)
def test_where_it_is_told_who_the_dead_man_is_he_is_nobody_before(rest):
    assert told(f"The dead man {rest}", ("killed", "Anton Sol")) == []
