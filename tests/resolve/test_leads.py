"""Who opens a report by his office is the one whom it names a sentence or a paragraph on."""

import pytest

pytestmark = pytest.mark.model


def speakers(found):
    return [a.said_by.label for a in found.attributions if a.said_by is not None]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The young leader of the National Resistance Front has called for an uprising against the Taliban."
            "\n\nAhmad Massoud’s call for revolt came on Monday.",
            "Ahmad Massoud",
        ),
        (
            "The Taliban’s chief spokesman announced the end of the war.\n\n“We took it all,” said"
            " Zabihullah Mujahid at a press conference.",
            "Zabihullah Mujahid",
        ),
        (
            "The spokesman for the Taliban said the town had fallen. “It is ours,” said Suhail Shaheen.",
            "Suhail Shaheen",
        ),
        (
            "The leader of the National Resistance Front has denied that it shelled Karez."
            " Ahmad Massoud said no shell was fired.",
            "Ahmad Massoud",
        ),
    ],
)
def test_who_is_told_of_by_his_office_is_named_next(text, name, understood):
    assert speakers(understood(text))[0] == name


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman for the Taliban said the town had fallen. “It is ours,” said Suhail Shaheen.",
        "The leader of the Taliban called for talks. “It is ours,” said Zabihullah Mujahid, the spokesman.",
        "The former leader of the National Resistance Front called for talks. Ahmad Massoud called for help.",
        "The leader of the National Resistance Front called for talks. Ahmad Massoud called for help and"
        " Amrullah Saleh called for arms.",
        "The commander of the Taliban said nine men died. Suhail Shaheen said ten men had died.",
    ],
)
def test_another_of_the_body_is_not_taken_for_him(text, understood):
    assert (
        " of the " in speakers(understood(text))[0] or " for the " in speakers(understood(text))[0]
    )
