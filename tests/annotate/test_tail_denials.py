"""A denial in the tail of a sentence is the voice of who denies, and no part of what is said."""

import pytest

pytestmark = pytest.mark.model


@pytest.fixture
def said(annotated):
    """(source, stance, words) of each attribution, outermost alone."""
    return lambda text: [
        (a.source.words, a.stance, " ".join(s.of(text) for s in a.content), a.inside)
        for a in annotated(text).attributions
    ]


@pytest.mark.parametrize(
    ("tail", "who"),
    [
        ("a claim that the rebels denied", "the rebels"),
        ("a claim denied by rebels", "rebels"),
        ("which the rebels denied", "the rebels"),
    ],
)
def test_who_denies_in_the_tail_denies_what_was_said_before_it(tail, who, said):
    words = "the army held Omra"

    assert sorted(said(f"State radio said {words}, {tail}.")) == [
        ("State radio", "asserts", words, None),
        (who, "denies", words, None),
    ]


def test_a_tail_that_denies_nothing_stays_where_it_is(said):
    ((who, stance, _, _),) = said("State radio said the army held Omra, which lies by the sea.")

    assert (who, stance) == ("State radio", "asserts")
