"""From an encoder's numbers to stretches of words and what they hang on."""

import numpy as np
import pytest

from sayso.annotate.decoding import (
    Answers,
    LinkHead,
    TagHead,
    WindowAnswers,
    find_stretches,
    link_stretches,
)
from sayso.annotate.pieces import Pieces, Window

HEAD = TagHead("who", ("cue", "content"))
OUT, CUE, CUE_ON, CONTENT, CONTENT_ON = range(5)


def answers(tags, *, links=None):
    """One window of one-piece words w0 w1 ..., each sure of its tag."""
    count = len(tags)
    numbers = np.arange(count)
    pieces = Pieces(
        numbers, numbers, np.ones(count, bool), numbers * 0, numbers * 3, numbers * 3 + 2, numbers * 0,
        np.zeros(count, bool),
    )  # fmt: skip
    window = Window(numbers, numbers, np.concatenate(([-1], numbers, [-1])))
    shares = np.full((count + 2, 5), -9.0, np.float32)
    for place, tag in enumerate(tags, 1):
        shares[place, tag] = 0.0
    outputs = {"who": shares, **(links or {})}
    return Answers(" ".join(f"w{n}" for n in numbers), pieces, (WindowAnswers(window, outputs),))


def spans(found):
    return [(s.label, s.start, s.stop) for s in found]


def test_a_stretch_runs_from_its_beginning_to_the_next_other():
    found = find_stretches(answers([OUT, CUE, CUE_ON, CONTENT, CONTENT_ON, CONTENT]), HEAD)
    assert spans(found) == [("cue", 1, 3), ("content", 3, 5), ("content", 5, 6)]


def test_an_inner_tag_never_follows_another_label():
    found = find_stretches(answers([CUE, CONTENT_ON, CONTENT_ON, OUT]), HEAD)
    assert all(label == "content" or stop - start == 1 for label, start, stop in spans(found))
    assert found[-1].stop == 3


def test_leaning_finds_what_is_nearly_there():
    given = answers([OUT, CONTENT, OUT])
    given.windows[0].outputs["who"][1] = [0.0, -1.0, -9.0, -9.0, -9.0]

    assert spans(find_stretches(given, HEAD)) == [("content", 1, 2)]
    leaning = TagHead("who", HEAD.labels, lean=-2.0)
    given.windows[0].outputs["who"][1] = [0.0, -1.0, -9.0, -9.0, -9.0]
    assert ("cue", 0, 1) in spans(find_stretches(given, leaning))


def linked(tags, wishes, *, may_be_none=False):
    """wishes: by word, the word it wants to hang on; -1 the window's first mark."""
    count = len(tags) + 2
    of, to = np.zeros((count, 16), np.float32), np.eye(count, 16, dtype=np.float32) * 40
    for word, wish in wishes.items():
        of[word + 1, wish + 1] = 40.0
    given = answers(tags, links={"hangs.of": of, "hangs.to": to})
    head = LinkHead("hangs", "content", "cue", may_be_none, (0.0,) * 32)
    stretches = find_stretches(given, HEAD)
    return {s.start: g.start if g else None for s, g in link_stretches(given, head, stretches).items()}  # fmt: skip


def test_a_stretch_hangs_where_its_words_want_it_to():
    tags = [CUE, OUT, CONTENT, CONTENT_ON, OUT, CUE]
    assert linked(tags, {2: 5, 3: 5}) == {2: 5}
    assert linked(tags, {2: 0, 3: 0}) == {2: 0}


def test_it_may_hang_on_nothing_only_where_the_head_allows_that():
    tags = [CUE, OUT, CONTENT]
    assert linked(tags, {2: -1}, may_be_none=True) == {2: None}
    assert linked(tags, {2: -1}) == {2: 0}


def test_without_anything_to_hang_on_it_hangs_on_nothing():
    assert linked([OUT, CONTENT], {}) == {1: None}


@pytest.mark.model
def test_a_text_reads_the_same_alone_and_in_company(encoder):
    text = "A spokesman said the bridge was down. “Nobody crossed it,” he added."
    alone = encoder.read(text)
    encoder.read("Something else altogether, reported by nobody. " * 40)
    again = encoder.read(text)

    for name, output in alone.windows[0].outputs.items():
        assert np.array_equal(output, again.windows[0].outputs[name])
