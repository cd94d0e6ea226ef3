"""What is said by nobody named: 'are widely seen as', 'seems', 'when asked'."""

import pytest

from sayso.annotate.saying.readings import Reading
from sayso.annotate.saying.unsourced import with_unsourced

pytestmark = pytest.mark.model


def told(annotated, text):
    """(source, cue, content) of each attribution."""
    return [
        (
            " ".join(s.of(text) for s in a.source_words),
            a.cue.of(text),
            " … ".join(s.of(text) for s in a.content),
        )
        for a in annotated(text).attributions
    ]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The toll was not disclosed.", "was not disclosed", "The toll"),
        ("The mayor, who owns the mill, seemed close to tears.", "seemed", "The mayor … close to tears"),
        ("The truce is expected to begin on Friday.", "is expected", "The truce … to begin on Friday"),
        ("Dozens are feared dead after the blast.", "are feared", "Dozens … dead after the blast"),
    ],
)  # fmt: skip
def test_what_nobody_named_says_begins_with_its_subject(text, cue, content, annotated):
    assert ("", cue, content) in told(annotated, text)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The colonel seemed to deny that his men were there.", "The colonel"),
        ("The letter appeared to confirm that the bridge was mined.", "The letter"),
    ],
)
def test_who_seems_to_say_it_says_it(text, source, annotated):
    assert source in [who for who, _, _ in told(annotated, text)]


@pytest.mark.parametrize(
    "text",
    [
        "He wept when asked whether his brother was alive.",
        "When asked whether the bridge would be rebuilt, the mayor laughed.",
        "Asked on Monday whether the bridge would be rebuilt, the mayor laughed.",
    ],
)
def test_who_is_asked_when_he_speaks_does_not_ask(text, annotated):
    asked = [who for who, cue, _ in told(annotated, text) if "sked" in cue]

    assert asked == [""]


def test_who_asks_when_something_happens_asks(annotated):
    text = "When the mayor asked whether the road was open, the guards laughed."

    assert "the mayor" in [who for who, _, _ in told(annotated, text)]


def test_a_mark_that_the_parse_takes_for_a_subject_is_no_words(nlp):
    from spacy.tokens import Doc

    doc = Doc(
        nlp.vocab,
        words=["—", "seems", "lost"],
        heads=[1, 1, 1],
        deps=["nsubj", "ROOT", "acomp"],
        pos=["PUNCT", "VERB", "ADJ"],
        lemmas=["—", "seem", "lost"],
    )
    reading = Reading(cue=(doc[1],), source=(), speaker=None, content=(doc[2],), stance="asserts")

    assert with_unsourced([reading]) == [reading]
