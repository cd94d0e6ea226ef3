"""What a report tells as history is marked as background."""

import pytest

TODAY = "A quake shook Karez on Monday, killing ten people.\n\n"


@pytest.mark.model
@pytest.mark.parametrize(
    "history",
    [
        "In 1988 a quake killed 25,000 people in the same valley.",
        "The 2003 quake that killed 26,000 people is still remembered.",
        "Two years ago a quake there killed nine people.",
        "A quake hit Dalan in February, killing 600 people.",
        "The town was hit two years after a quake that killed thousands of people.",
        "Dalan was razed in May 1990. It killed 700 people.",
    ],
)
def test_an_undated_report_tells_history_by_its_words(history, annotated):
    events = [e for e in annotated(TODAY + history).events if e.counts]

    assert [e.background for e in events] == [False, True]


@pytest.mark.model
def test_the_full_date_of_the_lead_is_the_day_of_the_story(annotated):
    events = annotated("On 3 May 2031 a raid on Karez killed ten people.").events

    assert not any(event.background for event in events)


@pytest.mark.model
@pytest.mark.parametrize(
    ("when", "background"),
    [("last month", False), ("on Monday", False), ("in January", True), ("two years ago", True)],
)
def test_a_dated_report_tells_as_history_what_lies_two_months_back(when, background, annotated):
    text = f"A raid on Karez killed ten people {when}."
    found = annotated(text, published_at="2031-05-09").events

    assert {event.background for event in found} == {background}


SIEGE = (
    "The fort of Karez was besieged by the emir's men in the autumn of 1611. Two assaults were"
    " thrown back with heavy loss. The garrison surrendered when the wells failed."
)


@pytest.mark.model
def test_a_text_that_names_no_later_year_is_history_throughout(annotated):
    events = annotated(SIEGE, published_at="2031-05-09").events

    assert len(events) > 1
    assert all(event.background for event in events)


@pytest.mark.model
@pytest.mark.parametrize(
    "now",
    [
        " Gunmen attacked the fort on Monday.",
        " In 2029 gunmen attacked the fort.",
        " It has been raided twice since 1980.",
        " Campaigners have attacked a plan to sell it.",
    ],
)
def test_but_not_where_it_comes_to_the_present(now, annotated):
    events = annotated(SIEGE + now, published_at="2031-05-09").events

    assert not all(event.background for event in events)
