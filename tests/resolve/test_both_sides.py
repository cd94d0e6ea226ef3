"""What both sides say, each says for itself."""

import pytest

pytestmark = pytest.mark.model

FOUGHT = "The Upland army fought the Lowland forces at Karez on Monday. "


@pytest.mark.parametrize(
    "said",
    [
        "Both sides said they had won.",
        "Both armies claimed victory.",
        "The two sides each claimed victory.",
    ],
)
def test_each_of_both_sides_claims_the_victory_for_itself(said, claims_in):
    won = [c for c in claims_in(FOUGHT + said) if c.event.type == "victory_claim"]

    assert {c.chain[-1].organisation for c in won} == {"upland_staff", "lowland_council"}
    for one in won:
        assert [r.filler.entity for r in one.event.roles] == [one.chain[-1].entity]


def test_both_sides_stay_one_where_the_report_does_not_tell_which(claims_in):
    won = [c for c in claims_in("Both sides said they had won.") if c.event.type == "victory_claim"]
    assert [c.chain[-1].label for c in won] == ["Both sides"]
