"""Words that tell an event elsewhere, in company in which they tell none."""

import pytest

pytestmark = pytest.mark.model


def types_in(annotated, text):
    return {e.type for e in annotated(text).events}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ('"They hid death under the beds of their own children," the colonel said.', "died"),
        ('"They spread death among us," the mayor said.', "died"),
        ("The nurse has seen so much death in Karez.", "died"),
        ("There was no sign of the rebels in the town.", "agreement"),
        ("The council was searching for missing people in Tolvesh.", "investigation"),
        ("Petra Odas said that she hid in a cellar.", "fled"),
        ("Mira Odas, who lives behind the church, heard a blast.", "alive"),
        ("Firemen were still digging with spades after midnight.", "body_found"),
        ("Firemen were still digging with spades after midnight.", "alive"),
        ("The report was wrong, and we apologise to her.", "condemnation"),
        ("The interior ministry warned residents to stay away.", "threat"),
        (
            "The army has won, the ministry said after the general's report was read at court.",
            "trial",
        ),
        ("Aid groups warned that thousands could be forced out.", "threat"),
        ("Their men left the bridge to save lives.", "killed"),
        ("He has led the defence of the valley since January.", "armed_clash"),
        ("A driver, who asked not to be identified, said the bridge was down.", "identified"),
        ("A driver, who asked not to be named, said the bridge was down.", "deployment"),
        ("Five people died in Karez, after wild claims about a gas attack.", "chemical_weapon"),
        ("State radio quoted a medic as saying that many of the dead had burns.", "injured"),
    ],
)
def test_a_word_in_such_company_tells_nothing_of_the_kind(text, type_, annotated):
    assert type_ not in types_in(annotated, text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The mayor confirmed the death of Petra Odas.", "died"),
        ("The two sides signed a pact on Friday.", "agreement"),
        ("Police searched the offices and opened an inquiry into the fire.", "investigation"),
        ("Petra Odas fled to Karez.", "fled"),
        ("Nine skeletons dug up last year were named on Monday.", "body_found"),
        ("The army warned Upland that it would bomb Karez.", "air_strike"),
        ("The rebels warned the army to leave Tolvesh by Friday.", "threat"),
        ("The army warned Karim Odas to surrender.", "threat"),
        ("Petra Odas was seen alive on Friday.", "alive"),
        ("Residents spoke of a gas attack on Karez.", "chemical_weapon"),
    ],
)
def test_the_same_words_tell_it_elsewhere(text, type_, annotated):
    assert type_ in types_in(annotated, text)


def test_who_lies_in_a_clinic_with_a_broken_leg_was_not_hurt_there(annotated):
    text = "Petra Odas was taken to a clinic in Tolvesh with an injury to her leg."
    hurt = [e for e in annotated(text).events if e.type == "injured"]

    assert all(e.place is None for e in hurt)


def test_who_is_alive_is_not_where_others_stand(annotated):
    text = '"I am alive, and my men are standing on the bridge at Karez," Odas said.'
    (alive,) = (e for e in annotated(text).events if e.type == "alive")

    assert alive.place is None


def test_a_prayer_for_the_dead_kills_nobody(annotated):
    told = annotated("The mayor called the story an insult to the dead.").events

    assert "insult" not in {
        e.trigger.of("The mayor called the story an insult to the dead.") for e in told
    }
