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


@pytest.mark.parametrize(
    "marked",
    [
        "[Published March 3 2031 ]Shells fell on the market.",
        "[Date of publication 3 March 2031 ]At least nine people were killed.",
        "[03-03-2031 ]9 Civilians Injured in Dalan.",
        "[Mon Mar 3 2031 ]90 Rebels Killed in Dalan.",
        "[Nine killed in raids on Dalan Monitor Meridian Monday 3 Mar 2031 ]Air strikes killed nine.",
        "Nine died. [Tags Dalan Karez river Front Karim Odas ]At least nine people died in Dalan.",
        "On 3 March 2031 shells fell on the market.",
        "3 March 2031 was a day of mourning.",
        "The tags on the crates were torn. The crates were empty.",
    ],
)
def test_the_day_of_publication_and_a_pages_tags_are_no_part_of_a_sentence(marked):
    text = unmark(marked)
    assert mark(text, find_datelines(text, whole(text))) == marked


@pytest.mark.model
def test_nobody_among_a_pages_tags_is_a_victim(annotated):
    text = "Tags Dalan Karez Front Karim Odas At least nine people were killed in Dalan on Monday."
    (event,) = [e for e in annotated(text).events if e.type == "killed"]
    assert [role.filler.words for role in event.roles] == ["At least nine people"]


@pytest.mark.model
def test_no_name_reaches_back_into_a_dateline(annotated):
    text = "KAREZ - Police dispersed a march in Karez on Sunday with water cannon."
    (group,) = (m for m in annotated(text).mentions if m.words.endswith("Police"))

    assert group.words == "Police"
