"""In: texts with furniture, captions and bylines. Out: each passage with its job."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.passages import label_passages

SEED = Path(__file__).parents[3] / "shared" / "seed" / "report.txt"

PAGE = """\
Army says it holds the Karsk bridge

Rebels deny it and show a video from the far bank

By Ada Lind in Karsk

Sunday 4 May 2031

Smoke over the Karsk bridge on Sunday (Agency Photo/J. Roe)
Smoke over the Karsk bridge on Sunday (Agency Photo/J. Roe)

The army said on Sunday that it held the bridge.

Background: The bridge has changed hands twice since March.

• Twelve people were wounded
• Four boats were sunk

Correction: this report first gave the wrong day.

Sign up for our morning newsletter and never miss a story

Read More

Who holds the river Lume?

Six maps of the river war
"""


def kinds_of(text, title=None, **more):
    return [passage.kind for passage in label_passages(text, title, **more)]


def test_a_page_falls_into_its_parts():
    assert kinds_of(PAGE) == [
        "headline", "standfirst", "byline", "dateline", "caption", "caption", "body",
        "backgrounder", "list", "list", "correction", *["furniture"] * 4,
    ]  # fmt: skip


def test_the_second_printing_of_a_caption_points_to_the_first():
    passages = label_passages(PAGE)
    assert [i for i, passage in enumerate(passages) if passage.repeats is not None] == [5]
    assert passages[5].repeats == 4


def test_a_line_printed_twice_in_a_row_is_a_caption_without_a_credit():
    line = "Boats lie at the quay below the Karsk bridge."
    text = f"The army spoke on Sunday.\n\n{line}\n\n{line}\n\nThe rebels did not."
    assert kinds_of(text) == ["body", "caption", "caption", "body"]


def test_a_paragraph_printed_again_later_points_to_the_first_and_stays_body():
    line = "The army said on Sunday that it held the bridge."
    passages = label_passages(f"{line}\n\nThe rebels denied it.\n\n{line}")
    assert [(p.kind, p.repeats) for p in passages] == [("body", None), ("body", None), ("body", 0)]


def test_the_title_is_the_headline_even_under_a_kicker():
    text = "World news\n\nArmy holds the bridge.\n\nThe army said on Sunday that it held it."
    assert kinds_of(text, "Army holds the bridge | The Courier") == ["body", "headline", "body"]


def test_one_huge_paragraph_is_body():
    said = "The army said it held the bridge and the rebels denied it. " * 60
    assert set(kinds_of(said + "Click here to sign up for our newsletter.")) == {"body"}


def test_a_sentence_printed_again_within_a_paragraph_is_a_passage_that_repeats():
    lead = "Rebels shelled the market in Karez on Sunday, killing nine people."
    text = (
        f"{lead} {lead} A baker said it was noon. He did not say who.\n\n{lead} He did not say who."
    )
    passages = label_passages(text)

    assert [(p.span.of(text), p.repeats) for p in passages] == [
        (lead, None),
        (lead, 0),
        ("A baker said it was noon. He did not say who.", None),
        (lead, 0),
        ("He did not say who.", None),
    ]


def test_a_lone_short_text_is_body_and_no_headline():
    assert kinds_of("Army says it holds the bridge") == ["body"]


def test_lines_that_run_on_are_one_passage():
    text = "The army said on Sunday that the\nbridge was in its hands. The rebels\ndenied it."
    assert kinds_of(text) == ["body"]


def test_single_line_breaks_separate_passages():
    assert kinds_of("The army said so.\r\nThe rebels denied it.") == ["body", "body"]


def test_reporting_after_a_list_of_links_is_body_again():
    text = "The army spoke.\n\nRelated\n\nWho holds the river?\n\nThe rebels denied it on Monday."
    assert kinds_of(text) == ["body", "furniture", "furniture", "body"]


def test_what_the_page_marks_as_a_caption_is_one():
    text = "Boats at the quay\n\nThe army spoke on Sunday."
    assert kinds_of(text, captions=["Boats at  the quay"]) == ["caption", "body"]


def test_a_correction_may_stand_under_its_heading():
    text = "The army spoke.\n\nCORRECTION:\n\nThe general was named wrongly."
    assert kinds_of(text) == ["body", "correction", "correction"]


LINES = st.lists(
    st.text(max_size=30)
    | st.sampled_from([*PAGE.split("\n"), "", " ", "\r", "\u200f", "\0", "\x85", "\u2028"])
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\n\n", "\r"]))
def test_passages_lie_in_order_inside_the_text_and_cover_it(lines, end):
    text = end.join(lines)
    passages = label_passages(text, lines[0] if lines else None)
    edges = [0, *(edge for p in passages for edge in (p.span.start, p.span.stop)), len(text)]
    assert edges == sorted(edges)
    assert all(p.span.of(text) == p.span.of(text).strip() != "" for p in passages)
    between = "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
    assert between.strip() == ""
    assert all(p.repeats is None or p.repeats < i for i, p in enumerate(passages))


@pytest.mark.shared
@pytest.mark.skipif(not SEED.exists(), reason="../shared is absent")
def test_the_first_report_has_two_captions_twice_and_its_plea_and_links_at_the_end():
    text = SEED.read_text("utf-8")
    passages = label_passages(text)
    kinds = [passage.kind for passage in passages]
    assert [i for i, kind in enumerate(kinds) if kind == "caption"] == [1, 2, 18, 19]
    assert (passages[2].repeats, passages[19].repeats) == (1, 18)
    assert kinds[0] == "headline"
    assert kinds[-5:] == ["furniture"] * 5
    assert "furniture" not in kinds[:-5]
