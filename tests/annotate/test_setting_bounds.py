"""Days and places that are told beside an event and are not its own."""

import pytest

pytestmark = pytest.mark.model


@pytest.fixture
def day_of(annotated):
    """The words of the time of the first event of a type, as of 12 May 2031."""

    def find(text, type_):
        found = annotated(text, published_at="2031-05-12")
        event = next(e for e in found.events if e.type == type_)
        return found.times[event.when].span.of(text) if event.when is not None else None

    return find


@pytest.mark.parametrize(
    "text",
    [
        "Colonel Odas was killed at Karez, according to a list that the army published on Monday.",
        "The Courier withdraws its report of 8 May that Colonel Odas was killed at Karez.",
        "In a second dispatch, dated 9 May, the general said that Colonel Odas had been killed.",
    ],
)
def test_the_day_of_a_paper_is_not_that_of_what_it_tells(text, day_of):
    assert day_of(text, "killed") is None


def test_the_day_of_what_a_report_tells_is_kept(day_of):
    text = "A report of Monday's raid in Karez said nine people were killed."

    assert day_of(text, "armed_clash") == "Monday"


def test_where_a_man_served_is_not_where_he_died(annotated):
    text = "Colonel Odas, who commanded the left wing at Karez, has died of his wound."
    (event,) = (e for e in annotated(text).events if e.type == "died")

    assert event.place is None


def test_where_he_was_shot_is_where_he_died(annotated):
    text = "The mayor, who was shot in Karez on Sunday, died in hospital."
    (event,) = (e for e in annotated(text).events if e.type == "died")

    assert event.place is not None


def test_what_befell_on_a_journey_was_not_where_it_began(annotated):
    text = "The wound became infected on the journey from Karez, a nurse said."

    assert {e.place for e in annotated(text).events} <= {None}


def test_what_was_done_three_weeks_before_was_done_on_another_day(annotated):
    text = "The army is in camp at Karez, three weeks after it left the city, a reporter saw on Sunday."
    (left,) = (e for e in annotated(text).events if e.type == "withdrawal")

    assert left.when is None


@pytest.mark.parametrize(
    "text",
    [
        "The mayor was shot in the run-up to the 2019 election.",
        "The mayor was shot in a raid two days before the 9/11 attacks.",
        "The mayor was shot ahead of Sunday's vote.",
        "The mayor was shot on the eve of the May elections.",
        "The mayor was shot in the aftermath of the 9/11 attacks.",
    ],
)
def test_the_day_of_what_came_later_or_before_is_not_the_events(text, day_of):
    assert day_of(text, "killed") is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The mayor was shot in Monday's raid on Karez.", "Monday"),
        ("The mayor was shot before dawn on Tuesday.", "dawn on Tuesday"),
        ("The mayor was shot on Monday, two days before the truce.", "Monday"),
    ],
)
def test_the_events_own_day_is_kept_beside_another(text, day, day_of):
    assert day_of(text, "killed") == day


@pytest.mark.parametrize(
    "text",
    [
        "The Black Lance claimed responsibility on Friday for the murder of two elders near Karez.",
        "The ministry on Monday put the toll at twelve dead.",
        "The province raised the death toll to nine on Tuesday.",
    ],
)
def test_the_day_on_which_a_deed_is_claimed_or_a_toll_given_is_not_the_events(text, day_of):
    assert day_of(text, "killed") is None


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The army freed nine of the clerks taken on 9 May from a school.", "released"),
        ("Two brothers held since Monday were killed by guards.", "killed"),
        (
            "Relatives of nine drivers abducted near Karez demonstrated in the capital on Tuesday.",
            "abducted",
        ),
    ],
)
def test_the_day_on_which_another_thing_befell_somebody_is_not_the_events(text, type_, day_of):
    assert day_of(text, type_) is None


@pytest.mark.parametrize(
    "text",
    [
        "Nine men were killed by a bomb that exploded on Monday.",
        "Nine men died in an ambush laid by rebels on Monday.",
    ],
)
def test_the_day_of_a_blow_is_that_of_its_dead(text, day_of):
    assert day_of(text, "killed") == "Monday"


def test_the_day_beside_a_word_of_saying_is_not_the_events(day_of):
    text = (
        "Horsemen raided Karez, burning houses and driving off cattle, a monitor said on Tuesday."
    )
    assert day_of(text, "property_damage") is None
