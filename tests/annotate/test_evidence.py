"""What a report points to as showing something."""

import pytest
from marking import mark, unmark

from sayso.annotate.evidence import find_evidence
from sayso.types import Passage, Span


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("New [satellite images] show a crater.", "satellite_image"),
        ("Nobody had read [a tweet by Marit].", "post"),
        ("He had read [leaked documents].", "document"),
        ("It printed a [list of names].", "name_list"),
        ("It waited for the [test results].", "test_result"),
        ("The [footage] shows a crater.", "video"),
        ("A [photo] shows a crater.", "photo"),
        ("[Video] shows a crater.", "video"),
        ("[DNA tests] named the pilot.", "test_result"),
        ("A [draft] seen by this paper names the pilot.", "document"),
        ("The [hospital records] name the pilot.", "document"),
    ],
)
def test_evidence_is_named_by_its_words(marked, kind):
    text = unmark(marked)
    (found,) = find_evidence(text, ())

    assert mark(text, [found.span]) == marked
    assert (found.kind, found.words) == (kind, found.span.of(text))


def test_a_satellite_photo_is_one_piece_of_evidence():
    (found,) = find_evidence("A satellite photo shows a crater.", ())
    assert found.kind == "satellite_image"


@pytest.mark.parametrize("kind", ["furniture", "caption", "list"])
def test_words_under_a_picture_or_in_furniture_are_no_evidence(kind):
    text = "A photo shows a crater."
    assert find_evidence(text, (Passage(Span(0, len(text)), kind),)) == ()


def test_a_post_of_soldiers_and_a_picture_of_affairs_are_no_evidence():
    text = "The army post on the hill held. The picture has not changed. The draft was called up."
    assert find_evidence(text, ()) == ()


def test_a_report_that_shows_nothing_has_no_evidence():
    assert find_evidence("The council had no proof and imagined none.", ()) == ()
