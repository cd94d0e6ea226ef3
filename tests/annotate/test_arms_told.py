"""Who deals a blow, and with what, tells its kind; what is seized tells whether ground was."""

import pytest

pytestmark = pytest.mark.model


@pytest.fixture
def told_in(claims_in):
    """The types of the events of a text, one for each event."""

    def find(text):
        found = claims_in(text, published_at="7 May 2031", outlet="Harbour Post")
        return sorted(c.event.type for c in found if c.event.type != "said")

    return find


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Rebels targeted a market with mortar shells.", ["shelling"]),
        (
            "The militants targeted the Sarda district of Dalan with rocket shells on Saturday.",
            ["shelling"],
        ),
        ("Warplanes targeted the Sarda district of Dalan with rockets.", ["air_strike"]),
        ("A total of 20 rockets fired by army jets hit the hospital in Dalan.", ["air_strike"]),
        ("Gunmen fired rockets at the village.", ["shelling"]),
        ("An army aircraft crashed on its second bombing run near Dalan.", ["aircraft_downed"]),
        ("Recruits came up from the valley to liberate their sisters.", ["released"]),
        ("The navy fired volleys of missiles at rebels in Dalan on Tuesday.", ["shelling"]),
        ("Related news Vote in Dalan | The raid on Karez | Nine killed in Mirsk", []),
        (
            "Allied forces announced the seizure of a large amount of ammunition in Dalan.",
            ["weapons_seized"],
        ),
        ("Allied forces announced the seizure of Dalan.", ["territory_control"]),
    ],
)
def test_arms_tell_the_kind_of_an_event(text, types, told_in):
    assert told_in(text) == types


@pytest.fixture
def parts_in(claims_in):
    """The names of what takes part in the events of a text."""

    def find(text):
        found = claims_in(text, published_at="7 May 2031", outlet="Harbour Post")
        return {r.filler.words for c in found for r in c.event.roles}

    return find


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rona Keth would be deposed by Christmas, officials in Dalan thought.", "Christmas"),
        ("The town of Dalan will be captured by Easter, the general said.", "Easter"),
        ("The explosion struck at around 715 pm in Dalan when traffic was heavy.", "around 715 pm"),
        ("Besieged on all sides, the rebels in Dalan surrendered.", "all sides"),
    ],
)
def test_a_day_or_a_direction_takes_no_part(text, words, parts_in):
    assert words not in parts_in(text)


@pytest.fixture
def named_in(claims_in):
    """What takes part in the events of a type in a text, and how."""

    def find(text, type_):
        found = claims_in(text, published_at="7 May 2031", outlet="Harbour Post")
        return {
            (r.name, r.filler.words) for c in found if c.event.type == type_ for r in c.event.roles
        }

    return find


def test_whoever_sustained_deaths_did_not_deal_them(named_in):
    text = "Our men advanced in Dalan after clashes in which rebels sustained a number of deaths."
    assert ("actor", "rebels") not in named_in(text, "killed")


def test_a_craft_that_crashed_is_what_came_down(named_in):
    found = named_in("A military helicopter crashed in Dalan.", "aircraft_downed")
    assert ("target", "A military helicopter") in found


def test_tests_by_which_the_dead_are_known_do_nothing(named_in):
    found = named_in("The dead of Dalan were identified by fingerprints.", "identified")
    assert ("actor", "fingerprints") not in found


def test_the_year_of_the_last_one_like_it_is_not_when_it_was(claims_in):
    found = claims_in(
        "It was the deadliest attack on Dalan since 2014.", published_at="7 May 2031", outlet="Post"
    )
    assert all(c.when is None for c in found if c.event.type == "armed_clash")
