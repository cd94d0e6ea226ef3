"""Which words that somebody is made to say are read again for another saying."""

import pytest

from sayso.annotate.parses import parse
from sayso.annotate.saying.inner_sayings import inner_saying_test
from sayso.annotate.saying.sayings import find_sayings
from sayso.types import Span


def may_tell(nlp, text):
    return inner_saying_test(parse(text, (), nlp))([Span(0, len(text))])


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "the mayor had told the porters to stay away",
        "according to the porters, the road was shut",
        "the guards had “never been asked” about it",
        "the ferryman had it from a porter on the quay",
    ],
)
def test_a_word_of_saying_or_an_inner_quotation_is_read_again(nlp, text):
    assert may_tell(nlp, text)


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "two lorries burned at the gate of the mill",
        "the army fired on the bridge in Dalan.”",
        "“The porters ran from the mill when it burned,”",
    ],
)
def test_words_without_any_word_of_saying_are_not_read_again(nlp, text):
    assert not may_tell(nlp, text)


@pytest.mark.model
def test_the_encoder_is_spared_contents_that_can_hold_no_saying(nlp, encoder):
    text = "The mayor said that two lorries had burned at the gate of the mill in Dalan."
    answers = encoder.read(text)

    assert find_sayings(text, answers, encoder, may_tell=lambda _: False)
    assert find_sayings(
        text, answers, encoder, may_tell=inner_saying_test(parse(text, (), nlp))
    ) == find_sayings(text, answers, encoder, may_tell=lambda _: False)


@pytest.mark.model
def test_a_content_is_read_again_with_the_word_that_joins_it_to_its_cue(encoder, monkeypatch):
    text = "State radio reported that a medic had said that two soldiers were dead."
    answers, heard = encoder.read(text), []
    read = type(encoder).read
    monkeypatch.setattr(
        type(encoder), "read", lambda self, words: heard.append(words) or read(self, words)
    )
    find_sayings(text, answers, encoder)

    assert heard[0] == "that a medic had said that two soldiers were dead"
