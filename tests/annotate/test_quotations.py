"""Words between quotation marks, and the editor's brackets in them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marking import mark, unmark

from sayso.annotate.saying.quotations import find_insertions, find_quotations


@pytest.mark.parametrize(
    "marked",
    [
        'He said: ["The pass is ours."]',
        "He said: [“The pass is ours.”]",
        "He said: [«The pass is ours.»]",
        "He said: ['The pass is ours.']",
        "He said: [‘The pass isn’t ours.’]",
        '["We hold,"] he said, ["and we wait."]',
        "The soldiers' camp lay at the rebels' end of the pass.",
        'A 12" pipe was found beside a 9" one.',
        "Nobody spoke.",
    ],
)
def test_quotations_run_from_mark_to_mark(marked):
    text = unmark(marked)
    assert mark(text, (found.span for found in find_quotations(text))) == marked


def test_the_inner_words_stand_without_their_marks():
    text = "“Hold the pass,” he said."
    (found,) = find_quotations(text)
    assert found.inner.of(text) == "Hold the pass,"


def test_a_mark_left_open_ends_with_its_paragraph():
    text = "“We hold the pass.\n“And we wait,” he said.\nThe road was shut."
    first, second = find_quotations(text)

    assert (first.span.of(text), first.closed) == ("“We hold the pass.", False)
    assert (second.span.of(text), second.closed) == ("“And we wait,”", True)


def test_a_term_in_marks_is_no_speech():
    text = 'The "liberators" said: "We came at night and we will stay."'
    term, speech = find_quotations(text)
    assert not term.is_speech(text) and speech.is_speech(text)


def test_brackets_count_only_inside_quotations():
    text = 'The paper [founded in 1910] wrote: "They [the guards] ran."'
    found = find_insertions(text, find_quotations(text))
    assert [span.of(text) for span in found] == ["[the guards]"]


@given(st.text(alphabet="ab “”«»„‘’'\"[]\n\r\0\u200fé9", max_size=60))
def test_whatever_the_marks_quotations_lie_in_the_text_and_never_cross(text):
    found = find_quotations(text)

    assert all(0 <= q.span.start < q.span.stop <= len(text) for q in found)
    assert all(q.span.covers(q.inner) for q in found)
    assert all(one.span.stop <= two.span.start for one, two in pairwise(found))
