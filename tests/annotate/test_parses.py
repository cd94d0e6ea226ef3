"""What a parse is asked for again and again."""

import pytest

from sayso.annotate.parses import (
    object_after,
    parse,
    sentence_around,
    sentence_of,
    sentence_spans,
    share_sentence,
    text_of,
)

TEXT = "The guard left. Two lorries burned near Dalan.\n\nNobody came."


@pytest.mark.model
def test_a_words_sentence_is_the_one_that_the_parser_gives_it(nlp):
    doc = parse(TEXT, (), nlp)

    assert all(sentence_of(word) == range(word.sent.start, word.sent.end) for word in doc)
    assert all(sentence_around(word) == word.sent for word in doc)


@pytest.mark.model
def test_two_words_share_a_sentence_where_no_stop_parts_them(nlp):
    doc = parse(TEXT, (), nlp)
    guard, left, lorries = (
        next(t for t in doc if t.text == w) for w in "guard left lorries".split()
    )

    assert share_sentence(guard, left)
    assert not share_sentence(left, lorries)


@pytest.mark.model
def test_the_text_of_a_parse_is_the_text_that_was_parsed(nlp):
    doc = parse(TEXT, (), nlp)

    assert text_of(doc) == text_of(doc) == TEXT


@pytest.mark.model
@pytest.mark.parametrize("rank", ["Fr.", "Cpl.", "Mgr.", "Cdr."])
def test_a_rank_in_short_before_a_name_ends_no_sentence(rank, nlp):
    text = f"They freed {rank} Karim Odas on Monday. Nobody was hurt."
    found = sentence_spans(parse(text, (), nlp))
    assert [span.of(text)[-11:] for span in found] == [" on Monday.", "y was hurt."]


@pytest.mark.model
def test_what_a_preposition_brings_is_found_under_the_word_before_it(nlp):
    doc = parse("The body of the clerk was found near Dalan.", (), nlp)
    body, found = (next(t for t in doc if t.text == w) for w in ("body", "found"))

    assert str(object_after(body, "of", "for")) == "clerk"
    assert str(object_after(found, "near")) == "Dalan"
    assert object_after(body, "near") is None
