"""Phrases of a parse, and those of them that re3d would call a person, an organisation or a location."""

import pytest

from bench.phrases import find_phrases, load_phrase_ranker, mark_phrases, see_phrases
from sayso.annotate.parses import parse

pytestmark = pytest.mark.model

TEXT = (
    "The former head of the Orbis Relief Fund visited a village north of Karez, and he met a guard."
)


def test_a_head_gives_every_stretch_of_what_hangs_on_it(nlp):
    found = {p.span.of(TEXT) for p in find_phrases(parse(TEXT, (), nlp))}

    assert {"head", "The former head", "The former head of the Orbis Relief Fund"} <= found
    assert {"Orbis Relief Fund", "the Orbis Relief Fund", "he", "a guard"} <= found
    assert not {"of the Orbis Relief Fund", "The former head of the", "head visited"} & found


def test_a_stretch_stands_once(nlp):
    spans = [p.span for p in find_phrases(parse(TEXT, (), nlp))]

    assert len(spans) == len(set(spans))


def test_a_phrase_is_seen_with_the_words_before_and_behind_it(nlp, encoder):
    answers = encoder.read(TEXT)
    phrases = tuple(find_phrases(parse(TEXT, (), nlp)))
    seen = see_phrases(phrases, answers)
    first = next(n for n, p in enumerate(phrases) if p.span.start == 0)
    width = seen.shape[1] // 5

    assert seen.shape[0] == len(phrases)
    assert not seen[first, 3 * width : 4 * width].any()  # nothing stands before the text


def test_people_bodies_and_places_are_marked_with_what_describes_them(nlp, encoder):
    marked = dict(mark_phrases(parse(TEXT, (), nlp), encoder.read(TEXT), load_phrase_ranker()))
    found = {(span.of(TEXT), kind) for span, kind in marked.items()}

    assert ("the Orbis Relief Fund", "Organisation") in found
    assert ("The former head of the Orbis Relief Fund", "Person") in found
    assert ("Karez", "Location") in found
    assert ("he", "Person") in found


def test_no_phrase_crosses_the_end_of_another(nlp, encoder):
    spans = [
        s for s, _ in mark_phrases(parse(TEXT, (), nlp), encoder.read(TEXT), load_phrase_ranker())
    ]

    assert not any(a.start < b.start < a.stop < b.stop for a in spans for b in spans)
