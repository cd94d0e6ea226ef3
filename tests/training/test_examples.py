"""Edits that make a training text look poorer move every mark along."""

import random

from training.examples import Example, Mark, vary
from training.examples import _rewrite as rewrite


def marked(text, *words):
    marks = tuple(Mark(((text.index(w), text.index(w) + len(w)),), "content") for w in words)
    return Example("one", text, {"attribution": marks})


def words_of(example):
    return [example.text[a:b] for m in example.marks["attribution"] for a, b in m.pieces]


def test_joined_paragraphs_keep_their_marks():
    edited = rewrite(marked("He left.\n\nShe said it.", "She", "it"), r"\s*\n\s*", " ")
    assert edited.text == "He left. She said it."
    assert words_of(edited) == ["She", "it"]


def test_dropped_marks_shorten_what_they_stood_in():
    edited = rewrite(marked("the town's edge, he said", "town's edge", "he"), r"(?<=\w)'(?=\w)", "")
    assert edited.text == "the towns edge, he said"
    assert words_of(edited) == ["towns edge", "he"]


def test_every_variant_keeps_the_words_of_its_marks():
    text = "“We don’t know,” he said, looking up.\n\nThe town’s edge, he added, was lost."
    chance = random.Random(1)
    for _ in range(200):
        edited = vary(marked(text, "he said", "was lost"), chance)
        assert [w.lower() for w in words_of(edited)] == ["he said", "was lost"]
