"""An 'I' that fears and thinks is whoever wrote the piece, and not the paper that carries it."""

import pytest

from sayso.resolve.source.nameless import is_writer


@pytest.mark.parametrize(
    ("words", "basis", "wanted"),
    [
        ("I", "assesses", True),
        ("I", None, True),
        ("I", "saw", False),
        ("I", "told_by", False),
        ("We", "assesses", False),
        ("the mayor", None, False),
    ],
)
def test_what_an_i_thinks_is_its_writer_s_view(words, basis, wanted):
    assert is_writer(words, basis) is wanted


@pytest.mark.model
def test_the_writer_is_a_voice_of_his_own(understood):
    text = "I think my father would have loved the Front. I know all about hate."
    labels = {a.said_by.label for a in understood(text).attributions if a.said_by is not None}
    assert labels == {"the writer"}
