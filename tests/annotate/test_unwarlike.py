"""Words that tell of nature, of alarms, of meetings and of people saved, and of no violence."""

import pytest

pytestmark = pytest.mark.model


def types_at(word, text, annotated):
    return {e.type for e in annotated(text).events if word in e.trigger.of(text)}


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("shook", "A magnitude 6.2 earthquake shook the hills of Mirsk before dawn."),
        ("burst", "The River Onna burst its banks on Monday."),
        ("swept", "The flood swept away 74 people in the valley."),
        ("Bomb", "Bomb hoaxes closed nine schools in Mirsk on Friday."),
        ("fire", "The fire engine was found in a wood."),
        ("continues", "The hearing continues on Monday."),
        ("continue", "The lawyer said it was impossible for him to continue."),
        ("rallied", "Several other players rallied behind Odas."),
        ("rallied", "The stock exchange rallied at the opening bell."),
        ("driving", "The law is aimed at driving their people out of public life."),
        ("lost", "The grocer lost everything in the crash of the bank."),
        ("dismissed", "The ministry dismissed the findings as rumour."),
        ("killed", "The wolf killed 22 reindeer in a night."),
    ],
)
def test_nature_alarms_meetings_and_markets_do_nobody_violence(word, text, annotated):
    assert types_at(word, text, annotated) == set()


@pytest.mark.parametrize(
    ("word", "text", "type_"),
    [
        ("killed", "A bomb killed nine people at the fire station.", "killed"),
        ("continues", "Fighting continues in the hills.", "fighting_continues"),
        ("rallied", "Thousands rallied in the square against the levy.", "protest"),
        ("drove", "Soldiers drove the villagers out of Mirsk.", "displacement"),
        ("dismissed", "The president dismissed the chief of staff.", "appointment"),
        ("blast", "The blast rocked the hills of Mirsk.", "explosion"),
    ],
)
def test_blasts_fights_and_crowds_do(word, text, type_, annotated):
    assert types_at(word, text, annotated) == {type_}


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("let", "They let the women visit on the first Thursday."),
        ("open", "She had not yet decided whether to open."),
        ("blow", "The vote dealt a blow to the cabinet."),
        ("cuts", "She is seen as a supporter of the cuts."),
        ("getting", "She was getting off a motorcycle with her son."),
        ("Caught", "Caught between them, Dr. Odas has begun to ration diesel."),
        ("took", "Nothing fell on the first day, and he took it for an omen."),
        ("took", "My mother took the flag down from the balcony."),
        ("cut", "A conscript bought a melon and had nothing to cut it with."),
        ("fight", "The unions have promised to fight the levy in the courts."),
        ("fight", "We are not going to fight over gravel, an official said."),
        ("fired", "Was the envoy fired, or did he walk? Nobody will say."),
        ("stormed", "The bus driver has stormed ahead among the members."),
        ("winner", "The commission declared her the winner with half of the vote in the election."),
        ("leaving", "The minister said at the airport that he was leaving with a box of dates."),
    ],
)
def test_light_verbs_tell_nothing_without_their_own_company(word, text, annotated):
    assert types_at(word, text, annotated) == set()


@pytest.mark.parametrize(
    ("word", "text", "type_"),
    [
        ("let", "The rebels let the hostages go on Monday.", "released"),
        ("opened", "The army opened a new front near Mirsk.", "armed_clash"),
        ("fight", "The rebels vowed to fight the army in the hills.", "armed_clash"),
        ("stormed", "The rebels stormed the fort above Mirsk.", "armed_clash"),
        ("caught", "The rebels were caught by the army at the ford.", "captured"),
        ("took", "The rebels took the town of Mirsk.", "territory_control"),
        ("cut", "The army cut off the town in March.", "siege"),
        ("left", "The rebels left Mirsk on Monday.", "withdrawal"),
    ],
)
def test_and_with_it_they_do(word, text, type_, annotated):
    assert types_at(word, text, annotated) == {type_}


def test_whom_fishermen_picked_up_is_not_under_arrest(annotated):
    saved = "He clung to a drum until fishermen picked him up."
    assert "arrest" not in types_at("picked", saved, annotated)
    assert types_at("picked", "Police picked him up on Monday.", annotated) == {"arrest"}


def test_a_year_before_a_death_counts_nobody(annotated):
    told = annotated("The inquest into the 1983 death opened on Monday.").events
    assert not any(e.counts for e in told)
    assert any(e.counts for e in annotated("Rebels killed 2000 people.").events)
