"""The lowest and the highest total that one report gives."""

import pytest

from sayso.weigh.report_tolls import Toll, toll_of


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        (
            "Between 17 and 25 people were killed in Karez. A clinic said 30 people were killed.",
            17,
            25,
        ),
        ("At least 12 people were killed in Karez. A clinic said 14 people were killed.", 12, 14),
        ("Up to 12 people were killed in Karez. A clinic said 11 people were killed.", 11, 12),
        ("Nine people, including two women, were killed in Karez.", 9, 9),
        ("Nine people were killed in Karez. A raid killed 40 people there in 2019.", 9, 9),
        ("A farmer was killed in Karez.", 1, 1),
        ("There were no casualties in Karez.", 0, 0),
    ],
)
def test_a_report_gives_a_range_over_its_sources(text, low, high, claims_in):
    assert toll_of(claims_in(text), "killed") == Toll(low, high)


def test_no_figure_and_no_victim_give_no_toll():
    assert toll_of((), "killed") is None
