"""What the encoder and the rules make of it together: chains, stances, sources, names."""

import pytest

from sayso.annotate.saying.sayings import find_marked

pytestmark = pytest.mark.model


def told(annotated, text):
    """(source, cue, inside) of each attribution."""
    found = annotated(text).attributions
    return [(" ".join(s.of(text) for s in a.source_words), a.cue.of(text), a.inside) for a in found]


def test_a_chain_is_read_from_the_outlet_inward(annotated):
    text = "State radio reported that a medic had said that two soldiers were dead."
    assert told(annotated, text) == [
        ("State radio", "reported", None),
        ("a medic", "had said", 0),
    ]


def test_who_is_cited_stands_inside_the_one_who_cites(annotated):
    text = "The bridge at Karez was down by Sunday, the Harbour Post reported, citing a police officer."
    (outer, inner) = annotated(text).attributions

    assert (outer.inside, inner.inside) == (None, 0)
    assert inner.content == outer.content
    assert inner.source.words == "a police officer"


def test_what_one_says_of_oneself_is_one_attribution_with_the_inner_stance(annotated):
    text = "A spokesman said he did not know how many had died in Karez."
    (said,) = annotated(text).attributions

    assert (said.cue.of(text), said.stance) == ("said", "no_knowledge")


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The colonel refused to answer questions about the raid.", "declines"),
        ("The ministry took back its report that the pass had fallen.", "retracts"),
        ("Residents fear that the dam will burst.", "hopes"),
        ("It is not known how many people were in the house.", "unclear"),
    ],
)
def test_the_stance_is_that_of_the_cue_with_what_follows_it(text, stance, annotated):
    said = annotated(text).attributions[0]
    assert said.stance == stance


@pytest.mark.parametrize(
    "text",
    [
        "At least nine people are reported to have been killed in Karez.",
        "The commander is believed to have crossed the border on Monday.",
    ],
)
def test_what_nobody_is_named_for_has_no_source(text, annotated):
    (said,) = annotated(text).attributions
    assert said.source is None


def test_names_without_a_hint_are_found_by_what_surrounds_them(annotated):
    text = "Emrik Tolvanu was seen in Dashkent on Monday, a friend of Tolvanu said."
    kinds = {m.words: m.kind for m in annotated(text).mentions}

    assert kinds["Emrik Tolvanu"] == "person"
    assert kinds["Dashkent"] == "place"


def test_what_a_reporter_saw_is_kept_whole(annotated):
    text = (
        "Fighting went on. A Harbour Post reporter saw Lena Brod leave the hall alive and unhurt."
    )
    (said,) = annotated(text).attributions

    assert (said.source.words, said.basis) == ("A Harbour Post reporter", "saw")
    assert [c.of(text) for c in said.content] == ["Lena Brod leave the hall alive and unhurt"]


def test_a_road_from_one_town_to_another_names_two(encoder):
    text = "Rain fell on Herat for three days. The road from Kabul to Herat was shut on Monday."
    found = find_marked(encoder.read(text), encoder, "mention")

    assert [span.of(text) for span, kind in found if kind == "place"] == ["Herat", "Kabul", "Herat"]


def test_who_is_quoted_by_who_is_cited_stands_inside_him(annotated):
    text = "The bridge fell on Sunday, the Harbour Post said, citing Radio Karez, which quoted a guard."
    assert told(annotated, text) == [
        ("the Harbour Post", "said", None),
        ("Radio Karez", "citing", 0),
        ("a guard", "quoted", 1),
    ]


def test_who_was_told_and_told_it_on_stands_between(annotated):
    text = "A cook told a driver, who told his cousin at the post, that the bridge was down."
    assert told(annotated, text) == [("A cook", "told", 1), ("a driver", "told", None)]


def test_a_clause_that_its_cue_parts_is_read_as_one(annotated):
    text = "The minister's aide, they say, has told the families that the men were never held."
    assert ("The minister's aide", "has told", 0) in told(annotated, text)


def test_what_one_was_told_has_no_source_but_is_anothers(annotated):
    text = 'The aide spoke on Monday. "We were told there were no children," he said.'
    assert ("", "were told", 1) in told(annotated, text)


def test_who_denies_a_claim_need_not_have_made_it(annotated):
    text = "The brigadier denied the allegation that seven monks were held in his stables."
    assert ("", "allegation", 0) in told(annotated, text)


def test_nobody_is_no_source(annotated):
    text = "Nobody said how many people had died in Karez."
    assert all(said.source is None for said in annotated(text).attributions)


def test_a_word_left_out_of_the_middle_is_filled_in(annotated):
    text = "The upland army captured the pass on Wednesday, Colonel Ilan Odas said."
    (said,) = annotated(text).attributions

    assert [c.of(text) for c in said.content] == ["The upland army captured the pass on Wednesday"]


@pytest.mark.parametrize(
    "text",
    [
        "Anton Tlis, who led the irregulars, was not killed on Wednesday but captured, the station said.",
        "The provincial police had announced that Hamid Dulf, alias Abu Safa, died in a raid on Thursday.",
        "The cook, Ivo Sol, was shot off Hask on Tuesday and is being treated aboard a frigate, the owners said.",
    ],
)
def test_a_clause_is_said_to_its_end(text, annotated):
    (said,) = annotated(text).attributions
    assert len(said.content) == 1
    assert any(
        word in said.content[0].of(text) for word in ("captured", "died in a raid", "is being")
    )


def test_an_account_that_has_it_breaks_nothing(annotated):
    text = "Another account, from a northern pilot, has it that Vesk was shot the same evening."
    assert annotated(text).attributions


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Odas said his promise to withdraw would end the siege.", "to withdraw"),
        ("Their vow to fight on led the army to bomb the village.", "to fight on"),
        (
            "The council said that its refusal to surrender would help rouse others.",
            "to surrender",
        ),
    ],
)
def test_what_is_promised_ends_before_what_the_promise_does(text, words, annotated):
    found = annotated(text).attributions
    said = ["".join(s.of(text) for s in a.content) for a in found]
    assert words in said


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "While asking for a revolt against army rule Karim Odas said two men had been killed.",
            "a revolt against army rule",
        ),
        (
            "While calling for an uprising against rebel rule Karim Odas said he was in the valley.",
            "an uprising against rebel rule",
        ),
        (
            "While calling for a strike against army rule General Karim Odas said two men died.",
            "a strike against army rule",
        ),
    ],
)
def test_a_name_right_behind_what_is_asked_for_is_the_speakers_alone(text, words, annotated):
    found = {
        a.source.words: "".join(s.of(text) for s in a.content)
        for a in annotated(text).attributions[:1]
    }
    (who,) = found
    assert who.endswith("Karim Odas")
    assert " rule" not in who
    assert found[who] == words
