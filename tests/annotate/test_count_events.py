"""Which number belongs to which event."""

import pytest


@pytest.fixture
def tolls(annotated):
    """(type, words, low, categories, scope) of each count of a text."""
    return lambda text, **fields: [
        (e.type, c.words, c.low, c.categories, c.scope)
        for e in annotated(text, **fields).events
        for c in e.counts
    ]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("The blast left 12 dead and 30 injured.", {"12 dead": "killed", "30": "injured"}),
        ("80 Hurt, 3 Dead in Harbour Blaze", {"80 Hurt": "injured", "3 Dead": "killed"}),
        (
            "Gunmen killed three, wounding another five.",
            {"three": "killed", "another five": "injured"},
        ),
        (
            "30 of the 80 wounded are still in hospital.",
            {"30 of the 80": "hospitalised", "the 80": "injured"},
        ),
        ("Forty miners are trapped underground.", {"Forty miners": "trapped"}),
        (
            "They put the number of dead at 70 and the wounded at 200.",
            {"70": "killed", "200": "injured"},
        ),
        ("The fire claimed the lives of 16 people.", {"16 people": "killed"}),
        ("Two suicide bombers killed 30 people.", {"30 people": "killed"}),
        ("Four members of one family died.", {"Four members": "killed"}),
        ("Of the 60 passengers, 22 died.", {"22": "killed"}),
        ("The hospital put the death toll at 12.", {"12": "killed"}),
        ("The war has cost 300 lives.", {"300 lives": "killed"}),
        ("The attack claimed nine lives.", {"nine lives": "killed"}),
        ("The rebels lost six in the raid.", {"six": "killed"}),
        ("The team lost six matches.", {}),
        ("3 KIA, 7 WIA in ambush", {"3 KIA": "killed", "7 WIA": "injured"}),
        (
            "Soldiers killed 12 people in Omra; on Monday a court jailed three of them.",
            {"12 people": "killed", "three of them": "detained"},
        ),
        ("Four of the wounded later died.", {"Four of the wounded": "killed"}),
        ("Four of the wounded were flown out.", {"Four of the wounded": "injured"}),
        ("Nine lives were lost in the raid.", {"Nine lives": "killed"}),
        ("Forty people lost their lives in the raid.", {"Forty people": "killed"}),
        (
            "The army said 12 soldiers had died, but rebels put the figure at 50.",
            {"12 soldiers": "killed", "50": "killed"},
        ),
        (
            "Police said four people were hurt. The union put the number at 19.",
            {"four people": "injured", "19": "injured"},
        ),
        ("Four people died. The mayor put the number of tanks at 19.", {"Four people": "killed"}),
        (
            "The army has executed 300 people, while 200 more have gone missing.",
            {"300 people": "killed", "200": "missing"},
        ),
    ],
)
def test_a_number_belongs_to_the_event_that_befell_those_counted(text, want, tolls):
    assert {words: categories[0] for _, words, _, categories, _ in tolls(text)} == want


@pytest.mark.model
def test_hundreds_captured_or_killed_are_one_count_of_either(tolls):
    assert tolls("Rebels captured or killed hundreds.") == [
        ("captured", "hundreds", 200, ("captured", "killed"), "total")
    ]


@pytest.mark.model
def test_no_casualties_are_none_killed_and_none_injured(tolls):
    assert tolls("There were no casualties.") == [
        ("killed", "no casualties", 0, ("killed", "injured"), "total")
    ]


@pytest.mark.model
def test_what_a_toll_was_before_is_no_figure(tolls):
    assert [low for _, _, low, _, _ in tolls("The death toll rose to 45 from 38.")] == [45]


@pytest.mark.model
def test_a_part_goes_with_the_number_it_is_taken_from(tolls):
    found = tolls("Three people died and 100 others were injured, 12 of them badly.")

    assert found[-1] == ("injured", "12 of them", 12, ("injured",), "part")


@pytest.mark.model
def test_bodies_found_later_add_to_the_toll(tolls):
    found = tolls("Ten people were killed.\n\nThe bodies of two more victims were found on Monday.")

    assert [(low, scope) for _, _, low, _, scope in found] == [(10, "total"), (2, "part")]


@pytest.mark.model
def test_more_of_another_kind_are_a_total(tolls):
    found = tolls("The blast killed ten people and wounded another five.")

    assert [(low, scope) for _, _, low, _, scope in found] == [(10, "total"), (5, "total")]
