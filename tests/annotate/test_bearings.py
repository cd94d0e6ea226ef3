"""Places that only tell where another lies, or where a road leads, are not where it happened."""

import pytest

pytestmark = pytest.mark.model


@pytest.fixture
def place_of(claims_in):
    """The place of the last event of these types in a text."""

    def find(text, *types):
        found = claims_in(text, published_at="7 May 2031", outlet="Harbour Post")
        placed = [c.place.name for c in found if c.event.type in types and c.place is not None]
        return placed[-1] if placed else None

    return find


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Nine people were killed in Karez, west of Dalan.", "Karez"),
        (
            "About 400 wounded men are lying in the church of Karez, north of Dalan, a nurse said.",
            "Karez",
        ),
        ("Shells hit a school in Karez, 20 km south of Dalan, on Monday.", "Karez"),
        ("A bomb killed four people in Karez, near Dalan.", "Karez"),
        ("Gunmen attacked a farm in Karez, a short drive south-west of Dalan.", "Karez"),
        ("Nine people were killed west of Dalan.", "Dalan"),
        ("A bomb killed four people near Dalan.", "Dalan"),
        ("Shells hit a school 20 km south of Dalan on Monday.", "Dalan"),
        ("In March, nine people were killed near Dalan.", "Dalan"),
        ("The army, west of Dalan, killed nine people.", "Dalan"),
    ],
)
def test_it_happened_in_the_place_and_not_in_that_beside_which_it_lies(text, place, place_of):
    types = ("killed", "injured", "shelling", "air_strike", "bombing", "armed_clash")
    assert place_of(text, *types) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Troops entered Dalan on Wednesday, two days after the battle at Karez, and found the town full of wounded.",
         "Dalan"),
        ("Three weeks after the raid on Karez, nine people were killed in Dalan.", "Dalan"),
        ("A day before the vote in Karez, gunmen killed nine people in Dalan.", "Dalan"),
        ("Nine people were killed in the raid on Karez.", "Karez"),
        ("Nine people were killed after a shell hit the market in Karez.", "Karez"),
    ],
)  # fmt: skip
def test_what_was_days_before_was_elsewhere(text, place, place_of):
    assert place_of(text, "killed", "injured") == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The army lost 400 men, and the road to Karez is open.", None),
        ("A clerk said that nine people were killed and that the way to Karez was blocked.", None),
        ("Nine people were killed on the road to Karez.", "Karez"),
        ("The road to Karez was shelled on Monday.", "Karez"),
    ],
)
def test_nobody_fell_where_a_road_only_leads(text, place, place_of):
    assert place_of(text, "killed", "shelling") == place


def test_what_an_army_lost_in_a_battle_is_not_where_its_wounded_lie(place_of):
    text = (
        "Four hundred wounded men are lying in Karez, a nurse said. The clinic had no straw. Nobody came.\n\nShe asked"
        " for bread and a reporter saw it.\n\nUpland officers estimated that the Lowland army had lost about 9,000 men."
    )
    assert place_of(text, "killed") is None


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Mira Tal, a widow who stayed in Karez, said the soldiers had left.", "saw"),
        ("Ilja Brant, who survived the raid, said nine people were killed.", "saw"),
        ("A clerk who remained in the town said nine people were killed.", "saw"),
        ("Mira Tal, a widow who did not stay in Karez, said the soldiers had left.", None),
    ],
)
def test_who_stayed_saw_it(text, basis, annotated):
    found = annotated(text).attributions[0].basis
    assert (found == "saw") is (basis == "saw")
