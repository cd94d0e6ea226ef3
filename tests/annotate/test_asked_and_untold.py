"""Whether the words ask if it was so, or take it for true and ask for the rest."""

import pytest

from sayso.annotate.saying.questions import is_asked_if
from tests.annotate.marked_triggers import trigger_in


@pytest.mark.model
@pytest.mark.parametrize(
    "marked",
    [
        "Did the northern army [kill] the nine miners in Omra?",
        "Was the mayor [killed] by rebels?",
        "Is the army [shelling] Karez?",
        "Have the rebels [taken] Omra?",
        "Did the northern army [bomb] Karez hospital?",
        "But did they [burn] the mill?",
        "Did the rebels come and [burn] the mill?",
    ],
)
def test_a_question_asks_whether_it_was_so(marked, nlp):
    assert is_asked_if(trigger_in(marked, nlp).head)


@pytest.mark.model
@pytest.mark.parametrize(
    "marked",
    [
        "Who [killed] the mayor of Dalan?",
        "Why did the army [bomb] the school in Karez?",
        "How many miners did the army [kill]?",
        "The army [shelled] Karez.",
        "Did the minister know that the army had [shelled] Karez?",
        "The rebels [burned] the mill. Did anybody see it?",
    ],
)
def test_who_and_why_take_it_for_true(marked, nlp):
    assert not is_asked_if(trigger_in(marked, nlp).head)


@pytest.mark.model
def test_what_an_outlet_asks_it_does_not_tell_as_happened(annotated):
    (event,) = annotated("Did the northern army shell the clinic?").events
    assert event.modality == "hypothetical"
