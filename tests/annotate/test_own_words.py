"""Who says what where another is named between, and which words are his alone."""

import pytest

pytestmark = pytest.mark.model


def said(annotated, text):
    """(source, cue) -> (content, (source, cue) of the attribution it stands inside)."""
    found = annotated(text).attributions

    def name(a):
        words = a.source_words
        return text[words[0].start : words[-1].stop] if words else None, a.cue.of(text)

    return {
        name(a): (
            " / ".join(c.of(text) for c in a.content),
            name(found[a.inside]) if a.inside is not None else None,
        )
        for a in found
    }


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        (
            "A radio team travelling with the rebels saw the flag over the mill and heard shots from the tannery.",
            "A radio team travelling with the rebels", "heard",
        ),
        (
            "Doctors said the wound appeared to be old but could not tell when it was made.",
            "Doctors", "could not tell",
        ),
        ("A second, said an officer, was waiting for orders.", "an officer", "said"),
        ("The plan was dropped, two people briefed on the talks said.", "two people briefed on the talks", "said"),
        ("The envoy stood by it. He had it, he said, from the bishop, who had it from scouts.", "he", "said"),
    ],
)  # fmt: skip
def test_the_one_before_the_verb_says_it(text, speaker, cue, annotated):
    assert (speaker, cue) in said(annotated, text)


@pytest.mark.parametrize(
    ("text", "inner", "outer"),
    [
        ("He told her, she said, that there were soldiers on the road.", "He", "she"),
        ("She told them, he said later, that the well was dry.", "She", "he"),
    ],
)
def test_he_is_not_she_who_says_so(text, inner, outer, annotated):
    found = said(annotated, text)
    assert found[inner, "told"][1] == (outer, "said")


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        (
            "Sixty fighters have laid down their arms, state media reported, publishing pictures of men in rows.",
            "state media", "reported", "Sixty fighters have laid down their arms",
        ),
        (
            "Rebels held the post for an hour, local officials said, contradicting an army bulletin.",
            "local officials", "said", "Rebels held the post for an hour",
        ),
    ],
)  # fmt: skip
def test_what_is_done_beside_is_not_said(text, speaker, cue, content, annotated):
    assert said(annotated, text)[speaker, cue][0] == content


def test_a_hyphen_is_no_word_of_saying(annotated):
    text = (
        "Rebels claim capture of airstrip in Haut-Dorim\nThe airstrip at Dorim fell, rebels said."
    )
    assert not [cue for _, cue in said(annotated, text) if cue == "-"]


def test_an_insertion_tells_its_own_verb_and_not_the_next(annotated):
    text = "The strike, which the ministry says killed nine fighters, hit a mill."
    assert said(annotated, text)["the ministry", "says"][0] == "killed nine fighters"


def test_who_is_asked_asks_nothing(annotated):
    text = "Asked about reports that his men had sold the nurses, Commander Odas smiled and said that he had heard it."
    assert {source for source, cue in said(annotated, text) if cue.startswith("Asked")} == {None}


def test_who_was_told_tells_it_on(annotated):
    text = "A neighbour who washed the body told the priest that she had been shot once, and the priest told us."
    found = said(annotated, text)
    assert found["A neighbour who washed the body", "told"][1] == ("the priest", "told")


def test_a_road_at_the_head_of_a_title_says_nothing(annotated):
    text = "Dorim road: 12 killed in ambush\nTwelve men died on the road on Monday, police said."
    assert {source for source, _ in said(annotated, text)} == {"police"}


def test_a_source_is_called_by_how_near_it_is(annotated):
    text = "The general will resign, the Harbour Post reported, citing people familiar with the matter."
    assert {a.source.words for a in annotated(text).attributions} >= {
        "people familiar with the matter"
    }


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        (
            "The general said the pass was safe, before adding that they had lost nine men.",
            "adding", "The general",
        ),
        (
            "The colonel said the road was open after saying that they had cleared it.",
            "saying", "The colonel",
        ),
        (
            "The mayor told the council the mill was safe, while adding that they saw no bombs.",
            "adding", "The mayor",
        ),
        (
            "The bishop said that Odas fled after telling his men that the pass was lost.",
            "telling", "Odas",
        ),
    ],
)  # fmt: skip
def test_who_adds_something_is_who_said_the_rest(text, cue, source, annotated):
    (said,) = (a for a in annotated(text).attributions if a.cue.of(text) == cue)
    assert said.source_words[0].of(text) == source
