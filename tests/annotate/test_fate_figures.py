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
        ("Karim Odas was nearly killed by a falling tree.", "killed"),
        ("Karim Odas crossed the border to sign the treaty.", "fled"),
        ("A strike ended the life of the garden, Karim Odas said.", "killed"),
        ("Karim Odas almost died of the fever.", "died"),
        ("Karim Odas, whose brother was killed in May, is mayor.", "killed"),
        ("Karim Odas, whose son died in May, is mayor.", "died"),
        ("Karim Odas was cut down to size by the press.", "killed"),
        ("Karim Odas was eliminated in the first round.", "killed"),
        ("The scandal cost Karim Odas his post.", "killed"),
        ("Karim Odas took out a loan.", "killed"),
        ("The report named the dead pilot's father as Karim Odas.", "killed"),
        ("Karim Odas did not survive the vote of confidence.", "died"),
        ("Karim Odas is serving a second term as mayor.", "detained"),
        ("Karim Odas was driven to the airport.", "detained"),
        ("Karim Odas wrote to his son in prison.", "detained"),
        ("Karim Odas returned from the prison with her papers.", "released"),
        ("Karim Odas was discharged from the army.", "released"),
        ("Karim Odas was handed the prize.", "released"),
        ("Karim Odas took to the stage.", "fled"),
        ("Karim Odas got away with it.", "fled"),
        ("Karim Odas was driven from his hotel to the court.", "fled"),
        ("Nobody knows what happened to Karim Odas's car.", "missing"),
        ("Karim Odas has heard nothing from her.", "missing"),
        ("Karim Odas lost sight of the boat.", "injured"),
        ("Troops under Karim Odas rescued two boys.", "alive"),
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
        ("Karim Odas was cut down by machine-gun fire.", "killed"),
        ("An air strike took out Karim Odas.", "killed"),
        ("Police named the dead man as Karim Odas.", "killed"),
        ("Killed with her were a driver, Karim Odas, and a guard.", "killed"),
        ("Karim Odas did not survive the night.", "died"),
        ("She survived, but Karim Odas did not.", "died"),
        ("Karim Odas is serving a nine-year sentence.", "detained"),
        ("Karim Odas was brought to a police station.", "detained"),
        ("Karim Odas wrote from his cell that he was innocent.", "detained"),
        ("Karim Odas was thrown into a cell.", "detained"),
        ("Karim Odas came home from captivity in May.", "released"),
        ("Karim Odas was discharged from custody.", "released"),
        ("Karim Odas was handed over to the Red Cross.", "released"),
        ("Karim Odas regained his freedom.", "released"),
        ("Karim Odas took to the hills.", "fled"),
        ("Karim Odas crossed the border on foot.", "fled"),
        ("A bomb ended the life of General Karim Odas.", "killed"),
        ("Three men died in the cell; one of them was Karim Odas.", "died"),
        ("Six people were arrested. One of them was Karim Odas, a clerk.", "arrest"),
        ("A list of the ministry gives Karim Odas as killed.", "killed"),
        ("Karim Odas, whose brother is a baker, was killed.", "killed"),
        ("Nearly all of them fled, but Karim Odas was killed.", "killed"),
        ("Karim Odas remains at large.", "fled"),
        ("Karim Odas was driven from his home.", "fled"),
        ("Karim Odas has evaded arrest.", "fled"),
        ("Nobody knows what happened to Karim Odas.", "missing"),
        ("What became of Karim Odas is not known.", "missing"),
        ("No trace of Karim Odas has been found.", "missing"),
        ("Still missing is Karim Odas, a fisherman.", "missing"),
        ("Karim Odas lost his sight in the blast.", "injured"),
        ("Karim Odas walked away without a scratch.", "alive"),
    ],
)
def test_the_same_words_said_in_earnest_are_a_fate(text, fate, annotated):
    assert fate in fates(text, annotated)


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("Karim Odas rescued Mina Orel from the river.", "alive"),
        ("Karim Odas took Mina Orel away from the school.", "abducted"),
        ("Karim Odas arrested Mina Orel.", "arrest"),
        ("Karim Odas killed the clerk.", "killed"),
    ],
)
def test_what_somebody_does_to_another_does_not_befall_him(text, fate, annotated):
    assert fate not in fates(text, annotated)


@pytest.mark.parametrize(
    "text",
    [
        "Reports that Karim Odas had been killed were false.",
        "The rumour that Karim Odas was killed proved untrue.",
        "It is not true that Karim Odas was killed.",
        "It is false that Karim Odas was killed.",
    ],
)
def test_who_was_said_to_be_dead_by_mistake_is_not(text, annotated):
    assert [e.negated for e in annotated(text).events if e.type == "killed"] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Reports that Karim Odas had been killed were not false.",
        "It is true that Karim Odas was killed.",
        "Reports that Karim Odas had been killed reached the town.",
    ],
)
def test_who_was_rightly_said_to_be_dead_is(text, annotated):
    assert [e.negated for e in annotated(text).events if e.type == "killed"] == [False]


def test_who_was_freed_is_nobody_named_in_the_sentence_before(annotated):
    text = "Nobody admits to holding Karim Odas. An inmate, freed in April, knows his name."
    assert "released" not in fates(text, annotated)
