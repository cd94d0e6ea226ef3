"""Who tells of a blow did not deal it, and no village or quarter did."""

import pytest


def doers(annotations):
    return {
        (event.type, role.filler.words)
        for event in annotations.events
        for role in event.roles
        if role.name in {"actor", "holder"}
    }


@pytest.mark.parametrize(
    "text",
    [
        "The Vesk Observatory for Human Rights reported heavy shelling on the town of Karez.",
        "Doctors reported an air strike on the hospital in Karez.",
        "Harbour Radio described the capture of Karez.",
        "Terrorist groups in the hills targeted Omra neighbourhood killing a woman and injuring three others.",
        "Shells fell on the village of Omra killing three.",
    ],
)
def test_neither_who_tells_of_it_nor_a_place_did_it(annotated, text):
    tellers = {"The Vesk Observatory for Human Rights", "Doctors", "Harbour Radio"}
    words = {who for _, who in doers(annotated(text))}

    assert not words & tellers
    assert not any("neighbourhood" in who or "village" in who for who in words)


def test_an_army_that_announces_a_capture_made_it(annotated):
    assert ("territory_control", "The army") in doers(
        annotated("The army announced the capture of Karez.")
    )
