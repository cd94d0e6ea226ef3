"""A plain saying is read though the encoder marks nothing of it."""

import pytest

from sayso.annotate.parses import parse
from sayso.annotate.saying.cues import load_cues
from sayso.annotate.saying.passed_over import find_passed_over
from sayso.annotate.saying.readings import read_cues

pytestmark = pytest.mark.model


def test_a_plain_saying_is_read_though_the_encoder_marks_none(annotated):
    text = (
        "A report by the monitors of Open Ledger, based on maps, says guards beat them with pipes."
    )
    found = annotated(text).attributions
    assert [a.source_words[0].of(text).split(" by")[0] for a in found] == ["A report"]


@pytest.mark.parametrize(
    "text",
    [
        "It says the road is open.",
        "The wind says the road ends here, and nobody hears it.",
        "I say the road is open.",
    ],
)
def test_nobody_is_added_who_is_no_source(text, nlp):
    doc = parse(text, (), nlp)
    assert list(find_passed_over(list(read_cues(doc, load_cues())), [])) == []
