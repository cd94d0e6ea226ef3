"""Who carries what another said, and who that other is."""

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "speaker", "outlet"),
    [
        (
            "Nine men died at the ford, according to a police statement carried by the agency Belnor.",
            ("a police statement", "according to"), ("the agency Belnor", "carried by"),
        ),
        (
            "The governor has fled, according to a message from his deputy relayed by Radio Sarnic.",
            ("a message from his deputy", "according to"), ("Radio Sarnic", "relayed by"),
        ),
        (
            "In a letter read out by the bishop, the prisoners said that guards had beaten two men.",
            ("the prisoners", "said"), ("the bishop", "read out by"),
        ),
        (
            "The ministry, in remarks carried by state radio, called the report a fabrication.",
            ("The ministry", "called"), ("state radio", "carried by"),
        ),
        (
            "In a statement broadcast on state television, the junta denied that its men had fired.",
            ("the junta", "denied"), ("state television", "broadcast on"),
        ),
        (
            "Colonel Rako was quoted as saying by the Sarn Post that his men had left the town.",
            ("Colonel Rako", "saying"), ("the Sarn Post", "was quoted"),
        ),
        (
            "Colonel Rako was quoted on state radio as saying that his men had left the town.",
            ("Colonel Rako", "saying"), ("state radio", "was quoted on"),
        ),
        (
            "The rebels had left the town, Colonel Rako was quoted as saying by state media.",
            ("Colonel Rako", "saying"), ("state media", "was quoted"),
        ),
    ],
)  # fmt: skip
def test_an_outlet_that_carries_words_stands_around_their_speaker(text, speaker, outlet, steps):
    found = steps(text)
    assert found[speaker] == outlet
    assert found[outlet] is None


@pytest.mark.parametrize(
    "text",
    [
        "The crates carried by the soldiers were full of rifles, the mayor said.",
        "The mayor said a wounded man carried by his brothers died at the gate.",
        "The men, forwarded by train to the border, said they had not been fed.",
    ],
)
def test_what_is_carried_by_hand_is_no_chain(text, steps):
    assert not any(cue.endswith((" by", " on")) for _, cue in steps(text))


def test_who_says_so_is_the_one_that_who_stands_for(annotated):
    text = "The site Kordon spoke to a nurse, who said that gunmen killed nine men in the clinic."
    (said,) = (a for a in annotated(text).attributions if a.cue.of(text) == "said")
    assert said.source.words == "a nurse"


def test_who_alone_is_not_the_last_of_several_nor_a_place(annotated):
    text = "Aides and officers who said the bridge was down left the town of Karez on Monday."
    said = (a for a in annotated(text).attributions if a.cue.of(text) == "said")
    assert [w.of(text) for a in said for w in a.source_words] == ["Aides", "officers"]
