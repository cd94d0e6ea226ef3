"""Parts of a day, and the day they are of."""

import pytest

pytestmark = pytest.mark.model


@pytest.fixture
def day_of(annotated):
    """The words of the time of the last event of a type, as of noon of 12 May 2031."""

    def find(text, type_, published_at="2031-05-12T12:00:00Z"):
        found = annotated(text, published_at=published_at)
        event = [e for e in found.events if e.type == type_][-1]
        return found.times[event.when].span.of(text) if event.when is not None else None

    return find


def test_a_part_of_the_day_goes_on_from_the_sentence_before(day_of):
    text = "The rebels came to Karez on Saturday. They took the fort in the afternoon."

    assert day_of(text, "territory_control") == "Saturday"


def test_what_had_been_done_in_the_afternoon_was_done_on_the_day_told_of(day_of):
    text = (
        "The bulletin said that the army had beaten the rebels at Karez on 7 May. It was read out"
        " in Mirsk. It was long. Few came. Troops had captured the fort in the afternoon, it said."
    )

    assert day_of(text, "territory_control") == "7 May"


def test_an_hour_that_was_still_to_come_was_of_the_day_before(day_of):
    text = (
        "The rebels fought at Karez on Sunday. Rain fell. Few came. It was cold. Carts passed."
        " The rebels took the fort in the afternoon."
    )

    assert day_of(text, "territory_control", "2031-05-12T05:00:00Z") == "Sunday"


def test_the_day_of_a_statement_is_not_gone_on_from(day_of):
    text = "The rebels fought at Karez on Saturday, a clerk said on Sunday. Shells hit the mill at dawn."

    assert day_of(text, "shelling") == "Saturday"


def test_without_another_day_it_is_of_the_report_s_own(day_of):
    assert day_of("Gunmen took the fort at Karez in the morning.", "territory_control") == (
        "the morning"
    )


@pytest.mark.parametrize(
    "before",
    [
        "The election will be held on 20 May.",
        "If the army marches on 12 May, the mayor will flee.",
        "Karim Odas was born on 3 March 1990.",
        "The war ended on 3 March 2021, the mayor recalled.",
        "On Saturday the rally was held. On Sunday it rained.",
    ],
)
def test_no_story_goes_on_from_a_day_far_off_or_to_come_or_on_which_nothing_happened(
    before, day_of
):
    text = f"{before} In the morning a bomb killed 12 people in Tolvesh."

    assert day_of(text, "killed") == "the morning"
