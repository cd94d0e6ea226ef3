"""Attributions that make nobody say anything."""

import pytest

from sayso.claims.empty_words import says_nothing
from sayso.types import Attribution, Mention, Span


def said(text, source, cue, content):
    def span(words):
        return Span(text.index(words), text.index(words) + len(words))

    mention = Mention(span(source), "group", source) if source else None
    return Attribution(mention, (), span(cue), (span(content),), "indirect", "asserts")


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The mayor has made no public statement.", "The mayor", "has made", "no public statement"),
        ("An officer asked not to be named.", "An officer", "asked", "not to be named"),
        ("The army lost more than it first said.", "it", "first said", "The"),
        ("The army lost more than it first said.", "it", "first said", "The army lost more than"),
        ("Neither army has published its losses.", "Neither army", "has published", "its losses"),
        ("The men who wrote them fled.", "who", "wrote", "them"),
        ("The army did not answer calls.", "The army", "did not answer", "calls"),
        ("He describes itself as a nurse.", "He", "describes", "itself as"),
        ("Residents filmed the road.", "Residents", "filmed", "the road"),
        ("Aid is sent to be used in Karez.", "Aid", "is sent", "to be used in"),
        ("There was no word of it.\n\nGeneral Odas left.", None, "was no word", "General"),
    ],
)
def test_no_words_are_nobodys(text, source, cue, content):
    assert says_nothing(said(text, source, cue, content), text)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The mayor said no answer had come.", "The mayor", "said", "no answer had come"),
        ("Neither man said who fired.", "Neither man", "said", "who fired"),
        ("The army said the hill was lost.", "The army", "said", "the hill was lost"),
    ],
)
def test_words_about_silence_are_words(text, source, cue, content):
    assert not says_nothing(said(text, source, cue, content), text)
