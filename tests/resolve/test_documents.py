"""Papers as the word of the body that made them out."""

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "source",
    [
        "a list that the Upland army published on Monday",
        "a register kept by the Upland General Staff",
        "a list that the army published on Monday",
    ],
)
def test_what_a_body_published_is_its_word(source, claims_in):
    text = f"The Upland army held Karez. Ines Koll was killed there, according to {source}."
    (told,) = (c for c in claims_in(text) if c.event.type == "killed")

    assert (told.chain[-1].organisation, told.chain[-1].naming) == ("upland_staff", "named")
    assert told.chain[-1].basis == "record"


def test_a_list_of_nobodys_is_nobodys_word(claims_in):
    text = "The Upland army held Karez. Ines Koll was killed there, according to a list seen by monitors."
    (told,) = (c for c in claims_in(text) if c.event.type == "killed")

    assert told.chain[-1].organisation is None
