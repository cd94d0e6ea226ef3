"""In: single lines. Out: whether they are captions, bylines or datelines."""

import pytest

from sayso.read.credits import is_byline, is_caption, is_dateline


@pytest.mark.parametrize(
    "line",
    [
        "Smoke over the Karsk bridge (Reuters)",
        "Smoke over the Karsk bridge (AFP via Getty Images)",
        "Smoke over the Karsk bridge. (AP Photo/Ada Lind)",
        "Smoke over the bridge [Jon Roe/The Courier]",
        "Smoke over the bridge. Photograph: Jon Roe/EPA",
        "People leave Karsk on Sunday. Photo: Courier/AP",
        "FILE PHOTO: The bridge before the war",
        "Jon Roe / Reuters",
    ],
)
def test_a_credit_makes_a_caption(line):
    assert is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "The army said on Sunday it held the bridge. (Reuters)",
        "The group is called the River Front (RF)",
        "The town was taken by the Front of the North (North Army/NA).",
        "The video was shown on Sunday (warning: it has images of the dead).",
        "REUTERS/Jon Roe The army said on Sunday that it held the bridge and the two banks.",
    ],
)
def test_reporting_with_brackets_is_no_caption(line):
    assert not is_caption(line)


@pytest.mark.parametrize(
    "line",
    ["By Ada Lind", "By Ada Lind and Jon Roe in Karsk", "By Our Foreign Staff",
     "(Reporting by Ada Lind; Editing by Jon Roe)", "Ada Lind contributed to this report."],
)  # fmt: skip
def test_a_line_of_writers_is_a_byline(line):
    assert is_byline(line)


@pytest.mark.parametrize(
    "line", ["By Monday, Karsk", "By Karsk the army halted", "By then it was over", "By", "By 1812"]
)
def test_other_lines_with_by_are_no_bylines(line):
    assert not is_byline(line)


@pytest.mark.parametrize(
    "line",
    ["Sunday 4 May 2031", "Published: May 4, 2031 10:30 GMT", "KARSK, May 4 (Reuters) -",
     "KARSK, Lumeland (AP) —"],
)  # fmt: skip
def test_a_place_or_date_alone_is_a_dateline(line):
    assert is_dateline(line)


@pytest.mark.parametrize(
    "line",
    ["BREAKING", "KARSK (Reuters) - The army said on May 4 that it held the bridge.",
     "The army spoke on 4 May 2031", "May 2031"],
)  # fmt: skip
def test_a_sentence_is_no_dateline(line):
    assert not is_dateline(line)
