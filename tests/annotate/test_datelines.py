"""Datelines that run into the first sentence of a paragraph."""

import pytest
from marking import mark, unmark

from sayso.annotate.datelines import find_datelines
from sayso.types import Passage, Span


def whole(text):
    return (Passage(Span(0, len(text)), "body"),)


@pytest.mark.parametrize(
    "marked",
    [
        "[DALAN, 3 March (Meridian) - ]Shells fell on the market.",
        "[TOLVESH (Meridian) — ]Shells fell on the market.",
        "[UPPER KAREZ, May 3 – ]Shells fell on the market.",
        "Shells fell on DALAN - again - on Monday.",
        "The UN said - as before - that shells fell.",
        "Dalan - a market town - was shelled.",
    ],
)
def test_a_dateline_is_capitals_and_a_dash_at_the_start(marked):
    text = unmark(marked)
    assert mark(text, find_datelines(text, whole(text))) == marked


def test_each_paragraph_may_have_one():
    text = "DALAN - Shells fell.\nKAREZ - The road was shut."
    paragraphs = (Passage(Span(0, 20), "body"), Passage(Span(21, len(text)), "body"))
    found = find_datelines(text, paragraphs)
    assert [span.of(text) for span in found] == ["DALAN - ", "KAREZ - "]


@pytest.mark.model
def test_a_dateline_is_no_part_of_the_first_sentence(annotated):
    text = "DALAN, 3 March (Meridian) - Shells fell on the market. The road was shut."
    first = [span.of(text) for span in annotated(text).sentences]
    assert "Shells fell on the market." in first
