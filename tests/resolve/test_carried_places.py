"""Events told without a place are set where the report tells the like just before."""

import pytest

MARCH = "Police broke up a march in Karez on Sunday with batons.\n\nA doctor said three police officers were injured."


@pytest.fixture
def place_of(claims_in):
    """The place of each type of event in a text."""

    def find(text, **fields):
        return {c.event.type: c.place.name for c in claims_in(text, **fields) if c.place}

    return find


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "type_", "place"),
    [
        (MARCH + " A lawyer said at least 60 people were detained.", "detained", "Karez"),
        (MARCH + "\n\nThe River Monitor said a strike on Dalan had killed 44 people.", "injured", "Karez"),
        ("Shells hit the market in Dalan on Monday. Petra Lom called it a crime. She said that she would go there."
         " She said that she had told everyone. There was no explosion, the Upland army said.", "explosion", "Dalan"),
        ("A march was held in Karez on Monday, following ones in Dalan and Mirsk. The League has broken it up with"
         " force.", "dispersal", "Karez"),
        ("Market town bombed in Upper Karez\n\nJets bombed the town of Dalan in Upper Karez on Monday, residents"
         " said.\n\nPetra Lom said at least 14 people were killed.", "killed", "Dalan"),
    ],
    ids=["held at a march", "not where the next paragraph is", "where all else struck", "the day's march",
         "the town in the province"],
)  # fmt: skip
def test_what_is_told_without_a_place_was_where_the_like_was_told_before(
    text, type_, place, place_of
):
    assert place_of(text, published_at="7 May 2031", outlet="Harbour Post")[type_] == place


@pytest.mark.model
def test_a_site_is_in_the_town_that_it_was_named_with(place_of):
    text = (
        "The Lowland mission in Karez did not answer calls. A deputy said that nobody knew what had happened in"
        " Dalan.\n\nSome 300 people held a vigil in front of the mission on Tuesday evening, the police said."
    )
    assert place_of(text, published_at="7 May 2031")["protest"] == "Karez"


@pytest.mark.model
def test_what_a_whole_war_did_is_not_where_todays_raid_was(place_of):
    text = "The army shelled Dalan on Monday. The conflict has killed more than 9,000 people."
    found = place_of(text, published_at="7 May 2031")
    assert found["shelling"] == "Dalan"
    assert "killed" not in found


@pytest.mark.model
def test_a_town_beside_an_event_that_nothing_sets_in_it_is_not_its_place(place_of):
    text = "Troops will leave the valley, he told a rally at home in Karez."
    assert "withdrawal" not in place_of(text, published_at="7 May 2031")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Residents of Karez said no one had been killed in the town on Tuesday.", "Karez"),
        ("Activists in Dalan said two farmers were killed when shells hit a barn.", "Dalan"),
        ("Witnesses in Dalan said gunmen had killed two farmers.", "Dalan"),
        ("Officials in Karez said the raid had killed two farmers.", None),
        ("Residents of Karez said two farmers were killed in a village nearby.", None),
        ("A resident of Karez said two farmers were killed in Dalan.", "Dalan"),
        ("A family from Karez said two farmers had been killed.", None),
    ],
)
def test_what_people_on_the_spot_tell_without_a_place_was_where_they_are(text, place, place_of):
    found = place_of(text, published_at="7 May 2031", outlet="Harbour Post")
    assert found.get("killed") == place
