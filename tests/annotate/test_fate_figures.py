"""Words that tell a fate in some company, and in other company tell none."""

import pytest

pytestmark = pytest.mark.model


def fates(text, annotated):
    return {
        event.type
        for event in annotated(text).events
        if any(r.name == "victim" and r.filler.words == "Karim Odas" for r in event.roles)
    }


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("Karim Odas was run over by a car and was treated at the scene.", "killed"),
        ("Karim Odas was cut down to size by the court.", "killed"),
        ("Karim Odas was butchered by the critics.", "killed"),
        ("Karim Odas was among the casualties.", "killed"),
        ("Karim Odas never returned to politics.", "missing"),
        ("Karim Odas did not return to the question of taxes.", "missing"),
        ("Karim Odas did not return for a second term.", "missing"),
        ("Karim Odas did not come home until midnight.", "missing"),
        ("Karim Odas did not come back to the table.", "missing"),
        ("Karim Odas was carried off the field on a stretcher.", "abducted"),
        ("Karim Odas was carried off by fever.", "abducted"),
        ("Karim Odas left the prison after visiting his client.", "released"),
        ("Karim Odas's release of the letters angered the court.", "released"),
        ("The release of Karim Odas from the party surprised nobody.", "released"),
        ("Karim Odas was reunited with old school friends.", "released"),
        ("Karim Odas gave himself up to drink.", "captured"),
        ("Karim Odas ran away with the election.", "fled"),
        ("Karim Odas went on the run across the country to raise money.", "fled"),
        ("Karim Odas took refuge in his work.", "fled"),
        ("Karim Odas was banished from the field.", "fled"),
        ("Karim Odas was knocked off the top of the list.", "injured"),
        ("Karim Odas was crippled by debt.", "injured"),
    ],
)
def test_a_figure_of_speech_is_nobodys_fate(text, fate, annotated):
    assert fate not in fates(text, annotated)


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("Karim Odas is in hiding, his wife said.", "fled"),
        ("Karim Odas never came home.", "missing"),
        ("Karim Odas failed to return.", "missing"),
        ("Karim Odas did not return from the front.", "missing"),
        ("Karim Odas left prison on Monday.", "released"),
        ("Karim Odas left the prison after nine years.", "released"),
        ("Karim Odas's release was delayed.", "released"),
        ("The release of Karim Odas from prison was delayed.", "released"),
        ("Karim Odas gave himself up to the police.", "captured"),
        ("Karim Odas gave himself up to save his men.", "captured"),
        ("Karim Odas's captivity of nine months ended in May.", "captured"),
        ("Karim Odas ran away from the camp.", "fled"),
        ("Karim Odas went on the run.", "fled"),
        ("Karim Odas took refuge in a church.", "fled"),
        ("Karim Odas was banished from the country.", "fled"),
    ],
)
def test_the_same_words_said_in_earnest_are_a_fate(text, fate, annotated):
    assert fate in fates(text, annotated)
