"""The stance of one attribution: by its cue's words, then by what is said."""

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The mayor called the report a lie.", "denies"),
        ("The governor called for calm in Karez.", "calls_for"),
        ("The widow asked the army to return the body.", "calls_for"),
        ("The widow asked who had given the order.", "asks"),
        ("The ministry did not dispute the figure.", "admits"),
        ("The harbour office could not say how many men had sailed.", "no_knowledge"),
        ("No one at the harbour office could say how many men had sailed.", "no_knowledge"),
        ("The army would neither confirm nor deny the raid.", "declines"),
        ("The engineer blamed the heavy rain for the fire.", "asserts"),
        ("The engineer blamed the northern rebels for the fire.", "accuses"),
        ("The widow wants to know who gave the order.", "asks"),
        ("The Front wanted to stress that it was fighting foreigners too.", "asserts"),
        ("The general had wanted to make clear that his men were fighting.", "asserts"),
        ("The Front wanted to end the war.", "hopes"),
        ("Questions are being asked about the losses suffered by the army.", "asks"),
        ("Senna Karr's cry for an uprising was heard in the south.", "calls_for"),
    ],
)
def test_several_words_of_a_cue_do_what_none_does_alone(text, stance, annotated):
    assert annotated(text).attributions[0].stance == stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The air force said the footage was staged.", "denies"),
        ("The colonel said he never gave such an order.", "denies"),
        ("The station said it could not verify the recording.", "unclear"),
        ("The clerk said she had no information about the arrest.", "no_knowledge"),
        ("The minister said she would not discuss the raid.", "declines"),
        ("The council said it would open its own inquiry.", "promises"),
        ("The mill offers its workers eight weeks of leave.", "asserts"),
        ("The council said the bridge was closed.", "asserts"),
        ("The surgeon said that 900 men were lying in the yard.", "asserts"),
        ('"I would tell the joke, and she would laugh," Odas said.', "asserts"),
        ('"We will answer it," Odas said.', "promises"),
        (
            "In defending himself, Odas offered insights into a cutthroat approach to trade.",
            "asserts",
        ),
    ],
)
def test_of_plain_telling_the_words_told_decide(text, stance, annotated):
    assert annotated(text).attributions[0].stance == stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The harbour police warned boatmen to keep off the pier.", "calls_for"),
        ("The Front warned villagers not to return.", "calls_for"),
        ("The governor warned them against marching.", "calls_for"),
        ("The police warned that the road was mined.", "asserts"),
        ("Aid groups warned of famine in the valley.", "asserts"),
        ("The warlord warned that his guns would shell the town.", "promises"),
        ("The rebels warned that they would hang the prisoners.", "promises"),
        ("The north warned their return would be hard.", "asserts"),
    ],
)
def test_who_warns_promises_only_what_he_may_do_himself(text, stance, annotated):
    assert annotated(text).attributions[0].stance == stance


def test_a_view_called_mistaken_is_denied_by_whoever_calls_it_so(annotated):
    text = "Nurses warned of the mistaken belief that the siege is nearly over."
    assert [a.stance for a in annotated(text).attributions] == ["asserts", "denies"]
