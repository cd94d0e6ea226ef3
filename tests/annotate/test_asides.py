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
        (
            "The ministry, a clerk told the inquiry on Monday, had warned the mayor that the dam would burst.",
            "warned", "The ministry", "told",
        ),
        (
            "The general, a diplomat said in an e-mail on Monday, denied that his troops had crossed the river.",
            "denied", "The general", "said",
        ),
        (
            "The governor, his aides told reporters, said the talks had failed.",
            "said", "The governor", "told",
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


def test_who_goes_on_behind_an_aside_with_his_own_subject_stands_beside_it(annotated):
    text = "The bridge was mined, a guard told the agency on Monday, and the army said nobody had crossed it."
    by_cue = told(text, annotated)
    assert by_cue["said"].inside is None
