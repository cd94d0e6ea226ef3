"""The words that tell an event, found in the piece of the quotation that holds them."""

from dataclasses import replace

import pytest
from made_claims import claim

from sayso.types import Span
from sayso.weigh.trigger_words import quoted_trigger

TEXT = "Karim Odas came. He is 41, his mother said."


def span(words):
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("pieces", "words"),
    [
        (["He is 41"], "41"),
        (["Karim Odas came.", "He is 41, his mother said."], "41"),
        (["Karim Odas came."], ""),
    ],
)
def test_the_words_of_an_event_are_read_in_the_piece_that_holds_them(pieces, words):
    told = claim("age")
    quote = tuple(span(piece) for piece in pieces)
    told = replace(
        told,
        event=replace(told.event, trigger=span("41")),
        quote=quote,
        words=" … ".join(piece.of(TEXT) for piece in quote),
    )

    assert quoted_trigger(told) == words
