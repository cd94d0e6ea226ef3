"""In: pleas, share bars, notices, and reporting that sounds like them. Out: which is which."""

import pytest

from sayso.read.furniture import is_correction, is_furniture, is_list_head


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "* * *",
        "Share on Facebook | Tweet | Email | 12 comments",
        "Sign up for our weekly newsletter",
        "Subscribe to the River Briefing newsletter for more.",
        "Follow Ada Lind on Twitter @adalind",
        "Do you live in Karsk? Email us at desk@courier.example",
        "We use cookies to make this site work.",
        "© 2031 Karsk Courier. All rights reserved.",
        "Read more: Six maps of the river war",
        "To sign the petition click here",
        "Already a subscriber? Log in",
        "The Courier has launched a petition for the people of Karsk. You, our readers, have been "
        "generous before. Have your voice heard by adding your name. To sign it, click here.",
    ],
)
def test_what_belongs_to_the_page_is_furniture(line):
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Activists have launched a petition and asked people to sign the petition before Friday.",
        "More than 10,000 people have signed a petition for the prisoners, the group said.",
        "“Click here to donate,” said the message that the army says the rebels sent.",
        "The minister urged people to sign up for the army and to donate blood today.",
        "Two soldiers were killed on Sunday. Sign up for our newsletter.",
        "The rebels shared the video on Facebook and Twitter.",
        "Our newsroom in Karsk was shelled on Monday and two of our reporters are missing.",
        "They follow the general on Twitter and subscribe to his channel, officials said.",
        "He read more than he wrote.",
        "The copyright of the film is disputed.",
        "Watch: that is all they can do, said a farmer on the far bank.",
        "“Sign up now!” the posters in Karsk say.",
        "12 dead",
    ],
)
def test_reporting_is_never_furniture(line):
    assert not is_furniture(line)


@pytest.mark.parametrize("line", ["Read More", "RELATED:", "More on this story", "Don’t miss"])
def test_headings_over_links_are_known(line):
    assert is_list_head(line)


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Correction: the general is 52, not 25.", True),
        ("This article was amended on 5 May 2031 to give the river's name.", True),
        ("An earlier version of this report said the bridge had fallen.", True),
        ("Editor’s note: the toll in this report has been corrected.", True),
        ("Editor’s note: the writer is in Karsk.", False),
        ("The ministry said the correction of the front line was planned.", False),
    ],
)
def test_corrections_are_told_from_reporting(line, is_one):
    assert is_correction(line) is is_one
