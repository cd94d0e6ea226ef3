"""What lies in the middle of somebody's words is his, but for the cue and its source."""

import pytest

from sayso.annotate.parses import parse
from sayso.annotate.saying.sayings import Saying
from sayso.annotate.saying.whole_contents import content_mender
from sayso.types import Span

pytestmark = pytest.mark.model


def mended(nlp, text, source, cue, *content):
    def span(words):
        return Span(text.index(words), text.index(words) + len(words))

    saying = Saying(span(source), span(cue), tuple(span(c) for c in content))
    whole = content_mender(parse(text, (), nlp))(saying, (Span(0, len(text)),))
    return [piece.of(text) for piece in whole.content]


def test_a_hole_in_what_is_said_is_filled(nlp):
    text = "The trust said the army's own memo, dated May and leaked by a clerk, admits the raid."
    assert mended(nlp, text, "The trust", "said", "the army's own memo", "the raid") == [
        "the army's own memo, dated May and leaked by a clerk, admits the raid"
    ]


def test_the_cue_between_two_pieces_of_what_is_said_stays_out(nlp):
    text = "The clerk, she said, had told them to wait."
    assert mended(nlp, text, "she", "said", "The clerk", "had told them to wait") == [
        "The clerk",
        "had told them to wait",
    ]


def test_a_piece_of_another_sentence_is_none_of_what_is_said(nlp):
    text = "The mayor said the mill burned. Nobody came. The mill was old."
    assert mended(nlp, text, "The mayor", "said", "the mill burned", "The mill was old") == [
        "the mill burned",
    ]


def test_who_is_quoted_as_saying_something_says_all_of_the_clause(nlp):
    text = 'The memo cites a survivor, "K.", as saying that the gate was shut; it names nobody.'
    assert mended(nlp, text, "The memo", "cites", 'a survivor, "K."') == [
        'a survivor, "K.", as saying that the gate was shut'
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Rustam Olek demanded arms and his deputies were lobbying the Union.", "arms"),
        ("The Front promised to free the captives but shells fell on the bridge.", "to free the captives"),
        ("The union called for an inquiry after soldiers shot 12 miners.", "an inquiry"),
        ("The general vowed to hold Karez and retake the hills.", "to hold Karez and retake the hills"),
        ("She asks that the army leave and the men be freed.", "that the army leave and the men be freed"),
    ],
)  # fmt: skip
def test_what_is_called_for_ends_where_it_is_told_what_goes_on(text, content, annotated):
    (said,) = annotated(text).attributions

    assert " ".join(s.of(text) for s in said.content) == content


def test_a_headline_calls_for_no_more_than_what_is_called_for(annotated):
    text = "Envoy demands 'full withdrawal' as rebels take bridge\n\nThe mayor stayed at home."
    (said,) = annotated(text).attributions

    assert (said.stance, [s.of(text) for s in said.content]) == ("calls_for", ["'full withdrawal'"])


def test_who_decides_is_who_bears_the_cost(annotated):
    text = "There are questions about the costs borne by the rebels, as well as traders, in choosing to fight on."
    said = [a for a in annotated(text).attributions if a.cue.of(text) == "choosing"]

    assert [a.source.words for a in said if a.source is not None] in ([], ["the rebels"])


def test_who_is_quoted_and_says_something_stands_in_what_is_quoted(nlp):
    text = "The agency cited Colonel Rako, who said that soldiers killed nine men."
    assert mended(nlp, text, "The agency", "cited", "soldiers killed nine men") == [
        "Colonel Rako, who said that soldiers killed nine men"
    ]


def test_what_is_said_does_not_end_in_which(nlp):
    text = "They said the police had shown them a note in which one of them wrote that he was ill."
    assert mended(nlp, text, "They", "said", "the police had shown them a note in which") == [
        "the police had shown them a note in which one of them wrote that he was ill"
    ]
