"""Who opens a report by his office is the one whom it names a sentence or a paragraph on."""

import pytest

pytestmark = pytest.mark.model


def speakers(found):
    return [a.said_by.label for a in found.attributions if a.said_by is not None]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The young leader of the Lowland Council has called for an uprising against the Upland army."
            "\n\nPetra Lom’s call for revolt came on Monday.",
            "Petra Lom",
        ),
        (
            "The Upland army’s chief spokesman declared the war over.\n\n“We took it all,” said"
            " Besim Rao at a press conference.",
            "Besim Rao",
        ),
        (
            "The spokesman for the Upland army said the town had fallen. “It is ours,” said Besim Rao.",
            "Besim Rao",
        ),
        (
            "The leader of the Lowland Council has denied that it shelled Karez."
            " Petra Lom said no shell was fired.",
            "Petra Lom",
        ),
    ],
)
def test_who_is_told_of_by_his_office_is_named_next(text, name, understood):
    assert speakers(understood(text))[0] == name


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman for the Upland army said the town had fallen. “It is ours,” said Besim Rao.",
        "The leader of the Upland army called for talks. “It is ours,” said Besim Rao, the spokesman.",
        "The former leader of the Lowland Council called for talks. Petra Lom called for help.",
        "The leader of the Lowland Council called for talks. Petra Lom called for help and"
        " Hadi Tavik called for arms.",
        "The commander of the Upland army said nine men died. Besim Rao said ten men had died.",
    ],
)
def test_another_of_the_body_is_not_taken_for_him(text, understood):
    assert (
        " of the " in speakers(understood(text))[0] or " for the " in speakers(understood(text))[0]
    )
