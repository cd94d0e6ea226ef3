"""Texts cut into word pieces, and the windows that the encoder reads."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.pieces import CASES, WINDOW, cut_pieces, fill_window, find_windows
from sayso.run.local import load_encoder

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def cut():
    tokenizer = load_encoder().tokenizer
    return lambda text: cut_pieces(text, tokenizer)


def words_of(text, pieces):
    return [text[a:b] for a, b in zip(pieces.starts, pieces.stops, strict=True)]


def test_a_word_is_a_run_of_letters_or_one_mark(cut):
    text = "Karim's men, 12 of them, left."
    assert words_of(text, cut(text)) == "Karim ' s men , 12 of them , left .".split()


def test_case_and_quotation_marks_are_flagged_for_an_uncased_encoder(cut):
    text = '"Nobody" left UNESCO.'
    pieces = cut(text)
    by_word = dict(zip(words_of(text, pieces), pieces.flags[pieces.firsts], strict=True))

    assert by_word["Nobody"] == CASES + 1
    assert (by_word["left"], by_word["UNESCO"]) == (0, 2)


def test_a_quotation_left_open_ends_with_its_paragraph(cut):
    text = "“We hold the pass.\n\nHe left."
    pieces = cut(text)
    by_word = dict(zip(words_of(text, pieces), pieces.flags[pieces.firsts], strict=True))

    assert by_word["pass"] == CASES
    assert by_word["left"] == 0


def test_words_that_share_a_character_with_a_span_are_found(cut):
    text = "The bridge was down."
    pieces = cut(text)

    assert list(pieces.words_of(4, 14)) == [1, 2]
    assert list(pieces.words_of(3, 4)) == []


def test_a_blank_text_has_no_pieces_and_no_windows(cut):
    assert find_windows(cut(" \n\n ")) == []


def test_windows_end_at_a_paragraph_where_one_is_near(cut):
    paragraph = "The bridge over the river was down for days and nobody crossed it. " * 5
    text = "\n\n".join([paragraph.strip()] * 12)
    pieces = cut(text)
    starts = [text[pieces.starts[pieces.words[w.start]] - 1] for w in find_windows(pieces)[1:]]

    assert set(starts) == {"\n"}


def test_windows_end_at_a_sentence_where_all_is_one_paragraph(cut):
    text = "The bridge over the river was down for days and nobody crossed it. " * 60
    pieces = cut(text)

    assert {pieces.starts[pieces.words[w.start]] % 67 for w in find_windows(pieces)} == {0}


WORDS = st.sampled_from(["bridge", "Odas", "12", ".", "\n\n", "“", "”", "unconstitutionally"])


@given(st.lists(WORDS, max_size=700))
def test_windows_cover_every_piece_once_and_fit(words):
    pieces = cut_pieces(" ".join(words), load_encoder().tokenizer)
    windows = find_windows(pieces)

    assert [piece for w in windows for piece in w] == list(range(len(pieces.ids)))
    filled = [fill_window(pieces, w, begin=101, divide=102) for w in windows]
    assert all(len(f.ids) <= WINDOW + 2 for f in filled)
    for found, wanted in zip(filled, windows, strict=True):
        assert np.array_equal(found.pieces[found.pieces >= 0], list(wanted))
