"""Blows and their harm told without a day are dated where the report dates the like just before."""

import pytest

from sayso.types import Claim


@pytest.fixture
def days_of(claims_in):
    """The day of each type of event in a text; None: it has none. Published on a Wednesday."""

    def find(text):
        claims: list[Claim] = claims_in(text, published_at="5 March 2031", outlet="Harbour Post")
        return {
            c.event.type: c.when.interval.start[:10] if c.when and c.when.interval else None
            for c in claims
        }

    return find


BLAST = "A bomb went off in the market of Tolvesh on Monday."


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "type_"),
    [
        (BLAST + " Nine people were killed, doctors said.", "killed"),
        (BLAST + " A nurse said that a boy had been injured.", "injured"),
        ("Jets bombed Tolvesh on Monday. A mill was destroyed.", "property_damage"),
        ("Students marched through Tolvesh on Monday. Two of them were hurt by stones.", "injured"),
        ("Gunmen shot at a bus near Tolvesh on Monday. Its driver said nothing to anyone. The ambush"
         " was the work of deserters, a colonel said.", "armed_clash"),
    ],
    ids=["the dead", "said to have been", "what was wrecked", "at a march", "the ambush"],
)  # fmt: skip
def test_the_harm_of_a_blow_is_of_its_day(text, type_, days_of):
    assert days_of(text)[type_] == "2031-03-03"


@pytest.mark.model
@pytest.mark.parametrize(
    "after",
    [
        " The mayor had earlier been injured by a letter bomb.",
        " The mayor, once injured by a letter bomb, was not there.",
    ],
)
def test_what_was_at_an_earlier_time_is_not(after, days_of):
    assert days_of(BLAST + after).get("injured") is None


@pytest.mark.model
def test_a_sum_over_a_winter_is_not_of_the_last_blows_day(days_of):
    text = BLAST + " Four men have been killed in the district this winter."
    assert days_of(text)["killed"] != "2031-03-03"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Five traders were killed near Tolvesh, police said. The attack happened on Monday.", "killed"),
        ("Six nurses were abducted from a clinic in Tolvesh. The incident took place on Monday night,"
         " said the mayor.", "abducted"),
        ("Gunmen kill three guards at Tolvesh dam\n\nThree guards were killed on Monday at the Tolvesh dam,"
         " the province said.", "killed"),
    ],
    ids=["the attack", "the incident", "a headline"],
)  # fmt: skip
def test_a_lead_or_headline_is_of_the_day_that_the_report_tells_of_it(text, type_, days_of):
    assert days_of(text)[type_] == "2031-03-03"


@pytest.mark.model
def test_the_day_of_what_an_attack_came_after_is_not_its_own(days_of):
    text = "Five traders were killed near Tolvesh. The attack came after Monday's vote."
    assert days_of(text)["killed"] is None


@pytest.mark.model
def test_the_day_on_which_bodies_were_found_is_not_that_of_other_deaths(days_of):
    text = "Herders found five bodies near Tolvesh on Monday. Two soldiers were injured, the army said."
    assert days_of(text)["injured"] is None
