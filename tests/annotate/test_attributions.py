"""Who is made to say which words, and how."""

import pytest
from marking import mark, mark_said, marks_of, unmark

pytestmark = pytest.mark.model


@pytest.fixture
def said_in(annotated):
    """The only attribution of a text."""

    def find(text, **fields):
        (said,) = annotated(text, **fields).attributions
        return said

    return find


def check(marked, annotated, read):
    text = unmark(marked)
    assert marked in marks_of(read(text), annotated(text).attributions)


@pytest.mark.parametrize(
    "marked",
    [
        "{A spokesman} <said> [the bridge was in their hands].",
        "{A spokesman} <said> [that the bridge was in their hands].",
        "[The bridge was in their hands], {a spokesman} <said>.",
        "<According to> {a spokesman}, [the bridge was in their hands].",
        "[The bridge was in their hands], <according to> {a spokesman}.",
        "{The council} <insisted> on Friday [that the road to Karez was open].",
    ],
)
def test_source_is_found_on_either_side_of_the_saying(marked, annotated, read):
    check(marked, annotated, read)


@pytest.mark.parametrize(
    "marked",
    [
        '["The bridge is in our hands,"] {a spokesman} <said>.',
        "[“The bridge is in our hands,”] <said> {Besim Rao}.",
        '{The colonel} <said>: ["We hold the pass. Nobody will take it from us."]',
        '["Nobody will ever take this pass from us,"] {the colonel} <added>.',
    ],
)
def test_quoted_words_belong_to_the_one_beside_them_marks_and_all(marked, annotated, read):
    check(marked, annotated, read)


@pytest.mark.parametrize(
    "marked",
    [
        "{The council} <vowed> [to retake Karez].",
        "{Petra Lom} <called for> [an uprising against the government].",
        "{The Lowland Council} <accused> [the Upland army of shelling the market].",
        "{The envoy} <condemned> [the raid that killed 58 people].",
        "{The ministry}'s <claim> [that the town had fallen] was repeated on Friday.",
        "[The governor] <is believed> [to have fled to Tolvesh].",
    ],
)
def test_infinitives_and_noun_phrases_are_content_too(marked, annotated, read):
    check(marked, annotated, read)


def test_a_headline_names_its_source_before_a_colon(annotated, read):
    title = unmark("{River Monitor}<:> [strike on Dalan market kills 12]")
    text = f"{title}\n\nThe roof of the market came down at noon, and the street was closed."
    found = annotated(text, title=title).attributions

    assert [mark_said(title, said) for said in found] == [
        "{River Monitor}<:> [strike on Dalan market kills 12]"
    ]


@pytest.mark.parametrize(
    ("title", "who", "words"),
    [
        ("Army: 12 rebels killed in Omra raid", "Army", "12 rebels killed in Omra raid"),
        ("Rebels seize Karez: monitor", "monitor", "Rebels seize Karez"),
        ("Two dead in Dalan blast: police", "police", "Two dead in Dalan blast"),
        ("Army killed 12 in Karez: Rights Monitor", "Rights Monitor", "Army killed 12 in Karez"),
        ("Rebels burn mill in Dalan – army", "army", "Rebels burn mill in Dalan"),
    ],
)
def test_a_headline_names_its_source_at_either_end(title, who, words, annotated):
    text = f"{title}\n\nThe roof of the market came down at noon, and the street was closed."
    (said,) = annotated(text, title=title).attributions

    assert said.source is not None
    assert said.source.words == who
    assert " ".join(s.of(text) for s in said.content) == words


@pytest.mark.parametrize(
    "title",
    [
        "Dalan blast: two killed by soldiers",
        "War in Karvia: rebels killed 12 soldiers",
        "Exclusive: army executed prisoners in the port",
        "Rebels killed 12 in the port: a timeline",
        "Rebels shell the port – Karvia Times",
    ],
)
def test_what_a_headline_is_about_says_nothing(title, annotated):
    text = f"{title}\n\nThe roof of the market came down at noon, and the street was closed."
    assert [a for a in annotated(text, title=title).attributions if a.source is not None] == []


def test_a_headline_keeps_the_promise_of_whoever_makes_it(annotated):
    title = "President Vesk: army will bomb rebels"
    (said,) = annotated(f"{title}\n\nThe roof came down at noon.", title=title).attributions

    assert said.stance == "promises"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The mayor said that the bridge was down.", "asserts"),
        ("The mayor admitted that the bridge was down.", "admits"),
        ("The mayor denied that the bridge was down.", "denies"),
        ("The mayor accused the army of burning the bridge.", "accuses"),
        ("The mayor doubted that the bridge was down.", "doubts"),
        ("The mayor vowed to hold the bridge.", "promises"),
        ("The mayor wants to hold the bridge.", "hopes"),
        ("The mayor urged the army to leave the bridge.", "calls_for"),
        ("The mayor asked whether the bridge was down.", "asks"),
        ("The mayor declined to comment on the bridge.", "declines"),
        ("The mayor did not know whether the bridge was down.", "no_knowledge"),
        ("The mayor could not confirm that the bridge was down.", "unclear"),
        ("The mayor retracted his claim.", "retracts"),
    ],
)
def test_the_cue_gives_the_stance(text, stance, annotated):
    assert stance in {said.stance for said in annotated(text).attributions}


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ('"The bridge is down," the mayor said.', "direct"),
        ("The mayor said the bridge was down.", "indirect"),
        ('The mayor said the bridge was "a heap of stones" by now.', "mixed"),
    ],
)
def test_manner_tells_quoted_words_from_told_ones(text, manner, said_in):
    assert said_in(text).manner == manner


def test_a_saying_inside_a_saying_points_to_the_outer_one(annotated):
    text = "The army said that the rebels had claimed that the bridge was theirs."
    outer, inner = annotated(text).attributions

    assert (outer.inside, inner.inside) == (None, 0)
    assert inner.source.words == "the rebels"


def test_the_editors_bracket_is_kept_apart_from_the_quoted_words(said_in):
    text = '"They [the rebels] have lost the pass and two villages," the colonel said.'
    assert [span.of(text) for span in said_in(text).insertions] == ["[the rebels]"]


def test_the_day_of_the_saying_is_on_the_cue_and_not_in_the_content(annotated):
    text = "The mayor said on Friday that the bridge had been taken."
    found = annotated(text, published_at="2031-05-04")
    (said,) = found.attributions

    assert found.times[said.said_at].value == "2031-05-02"
    assert "Friday" not in mark(text, said.content).split("[")[1]


def test_who_it_was_told_to_is_remembered(said_in):
    said = said_in("Residents told Reuters that the bridge was down.")
    assert said.source.words == "Residents"
    assert said.heard_by.words == "Reuters"


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("A baker saw that the bridge was down.", "saw"),
        ("An analyst believes that the bridge is down.", "assesses"),
        ("The envoy condemned the raid.", "reacts"),
        ("The mayor said that the bridge was down.", "not_stated"),
    ],
)
def test_some_cues_tell_how_the_source_knows(text, basis, said_in):
    assert said_in(text).basis == basis


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was down.",
        "The army took the bridge and left.",
    ],
)
def test_a_text_in_which_nobody_else_speaks_has_no_attribution(text, annotated):
    assert annotated(text).attributions == ()


def test_furniture_says_nothing(annotated):
    text = "The bridge at Karez was shut.\n\nRead more: The army says the war will be long"
    assert annotated(text).attributions == ()


def test_in_a_relative_clause_who_alleges_is_its_subject(annotated):
    text = (
        "A nurse was shot at a checkpoint in an ambush which the mayor alleged had been laid by"
        " southern gunmen."
    )
    (said,) = [a for a in annotated(text).attributions if a.cue.of(text) == "alleged"]
    assert said.source.words == "the mayor"
    assert "southern gunmen" in said.content[-1].of(text)


@pytest.mark.model
def test_what_others_claim_meanwhile_is_not_called_for(annotated):
    text = (
        "The old leader of the southern league has called for a great uprising against the north"
        " as the northern militia claimed to have crossed the last ford and gained control of Mirsk."
    )
    said = {
        a.source.words: " ".join(s.of(text) for s in a.content)
        for a in annotated(text).attributions
    }
    assert "gained control" in said["the northern militia"]
    assert [words for who, words in said.items() if who != "the northern militia"] == [
        "a great uprising against the north"
    ]


def test_what_somebody_is_known_as_is_no_saying(annotated):
    text = (
        "The retreat of the forces known as the Northern Shield from Karez has entered a new phase,"
        " moving from open war to raids to hurt the enemy."
    )
    assert annotated(text).attributions == ()


def test_the_source_is_beside_its_verb_and_not_in_the_sentence_before(annotated):
    text = (
        "Both sides still claim the victory. Northern headquarters said that its army had left the"
        " field by choice. The Courier could not check either return."
    )
    last = annotated(text).attributions[-1]

    assert last.source is not None
    assert last.source.words == "The Courier"


def test_two_deeds_in_a_quotation_are_both_told_by_its_speaker(annotated):
    text = (
        '"The soldiers came at dawn," said Besim Rao, 41, a baker.'
        ' "They took my two sons. They beat my wife."'
    )
    assert [a.source.words for a in annotated(text).attributions if a.source] == ["Besim Rao"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Videos shared on social media appear to show soldiers shooting men in Omra.", "Videos"),
        ("Footage posted online showed rebels burning homes.", "Footage"),
        ("Images verified by the Harbour Post show the army destroyed a bridge.", "Images"),
    ],
)
def test_a_picture_is_called_by_its_noun_whatever_was_done_with_it(text, label, understood):
    (said,) = understood(text).attributions

    assert said.said_by is not None
    assert said.said_by.label == label


@pytest.mark.parametrize(
    "text",
    [
        "The army did not immediately respond to a request for comment on the killing of two women.",
        "The army could not be reached for comment on the killing of two women.",
        "The army had no comment on the killing of two women.",
        "The army declined to comment on the killing of two women.",
        "The army did not respond to questions about the killing of two women.",
    ],
)
def test_who_will_not_speak_of_a_deed_does_not_tell_it_and_did_not_do_it(text, claims_in):
    killed = [c for c in claims_in(text) if c.event.type == "killed"]

    assert [(c.chain, c.stance) for c in killed] == [((), "asserts")]
    assert [r.name for c in killed for r in c.event.roles] == ["victim"]


def test_who_answers_a_deed_with_one_says_nothing(annotated):
    assert annotated("The rebels responded to the shelling of Omra.").attributions == ()
