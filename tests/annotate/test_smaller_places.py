"""What happened in 'Syria's Aleppo' happened in Aleppo."""

import pytest

pytestmark = pytest.mark.model


@pytest.fixture
def place_of(claims_in):
    """The place of the last event with one in a text."""

    def find(text):
        found = claims_in(text, published_at="7 May 2031", outlet="Harbour Post")
        placed = [c.place.name for c in found if c.place is not None]
        return placed[-1] if placed else None

    return find


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The raid hit Syria's Aleppo on Monday.", "Aleppo"),
        ("Nine people were killed in the Damascus suburb of Douma on Monday.", "Dūmā"),
        ("Clashes broke out in Iraq's second largest city, Mosul, on Monday.", "Mosul"),
        ("Gunmen killed four men in Yemen's port city of Hodeidah.", "Al Ḩudaydah"),
        ("Nine people were killed in Turkey's south-eastern Diyarbakir province.", "Diyarbakır"),
        ("Fighters took Mali's northern town of Kidal from the army.", "Kidal"),
        ("Two men were killed in Syria's northern Idlib province on Tuesday.", "Idlib"),
    ],
)
def test_of_two_places_named_together_the_smaller_one_is_meant(text, place, place_of):
    assert place_of(text) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Nine people were killed in Syrias Aleppo on Monday.", "Aleppo"),
        ("Nine people were killed in Syrias northern Idlib province on Monday.", "Idlib"),
        ("Nine people were killed in Iraqs western Anbar province on Monday.", "Al Anbār"),
    ],
)
def test_also_where_the_apostrophe_is_lost(text, place, place_of):
    assert place_of(text) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Nine people were killed in Syria, Turkey's army said in Ankara.", "Syria"),
        ("Nine people were killed in Syria, which lies on Turkey's border.", "Syria"),
        ("Nine people were killed in Aleppo, Syria.", "Aleppo"),
    ],
)
def test_a_place_that_is_named_beside_another_stays(text, place, place_of):
    assert place_of(text) == place
