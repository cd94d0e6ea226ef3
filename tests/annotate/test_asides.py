"""A second speaker between another's subject and verb."""

import pytest


def told(text, annotated):
    return {a.cue.of(text).split()[-1]: a for a in annotated(text).attributions}


@pytest.mark.parametrize(
    ("text", "inner", "source", "outer"),
    [
        (
            "The staff, a clerk testified, told him to use his judgement.",
            "told", "The staff", "testified",
        ),
        (
            "An officer told her father a year later, she says, that the young man had died.",
            "told", "An officer", "says",
        ),
        (
            "Private letters describe the captain as saying in March that help would come.",
            "saying", "the captain", "describe",
        ),
        (
            "A former conscript recalled his lieutenant saying that the river would do the work.",
            "saying", "his lieutenant", "recalled",
        ),
        (
            "An envoy who was in the room recalled Marshal Adil Rahmo boasting that his pilots never missed.",
            "boasting", "Marshal Adil Rahmo", "recalled",
        ),
    ],
)  # fmt: skip
def test_each_says_his_own_and_one_stands_in_the_others_words(
    text, inner, source, outer, annotated
):
    found = annotated(text).attributions
    by_cue = told(text, annotated)

    assert by_cue[inner].source.words == source
    assert found[by_cue[inner].inside] == by_cue[outer]
