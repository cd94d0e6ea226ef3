"""How sure a text makes one of what stands in another verb's clause."""

import pytest

from sayso.annotate.event.embedded import embedded_factuality, is_embedded, load_embedding
from sayso.annotate.event.factuality import find_factuality
from sayso.annotate.parses import head_at
from sayso.models import load_parser
from sayso.run.local import load_encoder
from sayso.types import Span

pytestmark = pytest.mark.model


def _span(text: str, word: str) -> Span:
    start = text.index(word)
    return Span(start, start + len(word))


def _by_words_above(text: str, word: str) -> float:
    head = head_at(load_parser()(text), _span(text, word))
    assert head is not None
    assert is_embedded(head)
    return embedded_factuality(head, load_embedding())


def test_what_one_did_not_know_is_surer_than_what_one_did_not_think() -> None:
    known = _by_words_above("The guard did not know that the miners had left.", "left")
    thought = _by_words_above("I do not think that the miners had left.", "left")
    assert known > 0.5 > -0.5 > thought


def test_what_one_asks_after_is_less_sure_than_what_one_would_regret() -> None:
    asked = _by_words_above("Do you think that the bridge fell?", "fell")
    regretted = _by_words_above("Would she regret that the bridge fell?", "fell")
    assert regretted > asked


def test_a_plain_report_is_left_to_the_encoder() -> None:
    text = "The guard said that the miners had left."
    head = head_at(load_parser()(text), _span(text, "left"))
    assert head is not None
    assert not is_embedded(head)


def test_a_denied_thought_makes_what_is_read_less_sure() -> None:
    encoder, parser = load_encoder(), load_parser()
    found = {}
    for text in ("The miners had left.", "I do not think that the miners had left."):
        spans = [_span(text, "left")]
        found[text] = next(find_factuality(encoder.read(text), parser(text), spans))
        assert -3.0 <= found[text] <= 3.0
    plain, thought = found.values()
    assert plain > 1.5 > 0.0 > thought
