"""Words of saying by which nobody says anything, and who says what by the others."""

import pytest

pytestmark = pytest.mark.model


def told(annotated, text):
    """(source, cue, stance) of each attribution."""
    return [
        (" ".join(s.of(text) for s in a.source_words), a.cue.of(text), a.stance)
        for a in annotated(text).attributions
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Neither side has published its losses.",
        "None of the three men named the officer.",
        "The driver asked not to be named.",
        "The nurse was not named.",
        "The mayor was asked for a list of the dead.",
        "The refugees fear the winter.",
        "The so-called Observers keep inventing new figures.",
        "There has been fierce opposition to army rule in the south.",
        "Marit stands at the gate. REUTERS/Karim Said The road was shut by the army in May.",
        "The news follows an earlier air strike on Karez that hit four hospitals.",
        "The governor has granted them a stay of nine weeks.",
    ],
)
def test_nobody_says_anything(text, annotated):
    assert told(annotated, text) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Asked for proof, the minister said that she had none.", "the minister"),
        ('"We print a number only when two doctors confirm it," Lom said.', "Lom"),
        ('"Those who shell a school must answer for it," the minister said.', "the minister"),
        ("The council called on all farmers to report missing relatives.", "The council"),
        ("Lom said the generals feared the new paper.", "Lom"),
    ],
)
def test_only_the_one_who_speaks_says_something(text, source, annotated):
    assert [said[0] for said in told(annotated, text)] == [source]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The refugees fear an attack on the camp.", "hopes"),
        ("Residents fear that the dam will burst.", "hopes"),
        ("No official could say how many had died.", "no_knowledge"),
        ("He did not mention the captain.", "declines"),
        ("They did not name the colonel.", "declines"),
        ("The army said that it knew of no arrest.", "no_knowledge"),
        ("The police said they had heard of no raid in Tolvesh.", "no_knowledge"),
    ],
)
def test_who_fears_what_may_come_or_knows_of_nothing_says_so(text, stance, annotated):
    assert [said[2] for said in told(annotated, text)] == [stance]


def test_whom_an_outlet_quoted_says_it_and_not_the_outlet(annotated):
    text = "The three men whom we quoted said that they had mixed up two villages."
    ((source, cue, _),) = told(annotated, text)

    assert (source, cue) == ("The three men whom we quoted", "said")


def test_who_knows_of_no_arrest_does_not_say_that_there_was_none(claims_in):
    (claim,) = (
        c
        for c in claims_in("The Upland army said that it knew of no arrest in Dalan.")
        if c.event.type == "arrest"
    )
    assert (claim.stance, claim.event.negated) == ("no_knowledge", False)


def test_a_massacre_that_somebody_invented_is_none(annotated):
    (event,) = annotated("The ministry invented a massacre in Tolvesh.").events

    assert event.negated


def test_who_condemns_says_no_more_than_that(claims_in):
    told = {
        c.event.type
        for c in claims_in("Petra Lom condemned the shelling that killed 12 people in Dalan.")
    }
    assert "condemnation" in told
    assert "said" not in told


def test_what_others_are_to_condemn_nobody_calls_for(claims_in):
    text = "Petra Lom called on the Upland army to condemn the massacre in Dalan."
    told = [c for c in claims_in(text) if c.event.type == "killed"]

    assert not [c for c in told if c.stance == "calls_for"]


def test_the_article_alone_is_no_source(annotated):
    said = told(annotated, "The opposition delegation demanded the resignation of the governor.")

    assert [source for source, _, _ in said] == ["The opposition delegation"]


def test_who_confirms_it_only_some_day_is_kin_of_nobody(claims_in):
    text = (
        "Petra Lom, who runs the office, said the tally was kept by hand. "
        '"We print a number only when two cousins confirm it," she said. '
        "She said that the first shell hit the mill in Karez."
    )
    found = claims_in(text)

    assert "kinship" not in {c.event.type for c in found}
    assert {c.chain[-1].entity for c in found if c.event.type == "shelling"} == {"person/petra-lom"}


def test_some_at_the_head_of_a_sentence_is_nobodys_name(claims_in):
    found = claims_in("Some have argued that the men should be tried in Dalan.")

    assert not [c for c in found if c.chain and (c.chain[-1].entity or "").startswith("person/")]


def test_arms_say_nothing(annotated):
    said = told(annotated, '"They know that the planes will not bomb us," Petra Lom said.')

    assert "the planes" not in [source for source, _, _ in said]


def test_she_of_whom_nobody_has_heard_has_said_nothing(annotated):
    text = "Petra Lom said that nobody at the school had heard from her brother since the raid."

    assert [source for source, _, _ in told(annotated, text)] == ["Petra Lom"]


def test_who_says_that_nobody_of_his_house_has_heard_has_it_from_them(annotated):
    text = "Petra Lom said that nobody at the school had heard from her brother since the raid."
    (said,) = annotated(text).attributions

    assert said.basis == "told_by"


@pytest.mark.parametrize(
    "text",
    [
        "The truce does not say who will keep the bridge.",
        "The ceasefire says nothing of prisoners.",
        "The siege does not explain the hunger.",
        "The prince refused an amputation.",
        "The envoy declined the offer.",
        "The council refused food parcels.",
    ],
)
def test_what_goes_on_says_nothing_and_a_gift_refused_is_no_word_refused(text, annotated):
    assert told(annotated, text) == []


@pytest.mark.parametrize(
    ("text", "source", "stance"),
    [
        ("The treaty does not say who will keep the bridge.", "The treaty", "declines"),
        ("The envoy declined an interview.", "The envoy", "declines"),
        ("The mayor declined to name the driver.", "The mayor", "declines"),
    ],
)
def test_a_text_may_leave_it_open_and_a_word_refused_is_declined(text, source, stance, annotated):
    assert [(s, st) for s, _, st in told(annotated, text)] == [(source, stance)]


@pytest.mark.parametrize(
    "text",
    [
        "The army shelled Hezbollah, Hamas and the Odas Brigade on Monday.",
        "The head of the council, Lena Hart, and the deputy head of the school, Juma Tal, were arrested.",
        "Fighters of the Badr brigade shelled Karez on Monday, killing two people.",
    ],
)
def test_a_deed_is_no_word_of_who_did_it(text, annotated):
    assert annotated(text).attributions == ()


@pytest.mark.parametrize(
    "text",
    [
        "Karim Odas attacked the decision of the council.",
        "The minister slammed the raid on Karez.",
        "The army admitted the killing of nine men.",
    ],
)
def test_a_blow_that_is_dealt_with_words_is_a_word(text, annotated):
    assert len(annotated(text).attributions) == 1


@pytest.mark.parametrize(
    ("text", "retracts"),
    [
        ("Its troops withdrew from the town, a colonel said.", False),
        ("The ministry withdrew its ambassador, an aide said.", False),
        ("The paper withdrew its report that the mayor was dead.", True),
        ("The witness withdrew what he had said.", True),
    ],
)
def test_who_withdraws_from_a_place_takes_no_words_back(text, retracts, annotated):
    assert any(stance == "retracts" for *_, stance in told(annotated, text)) is retracts


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Two boats sank near Karez, a defence ministry statement said.", "a defence ministry statement"),
        ("The navy killed Besim Rao in a raid near Sorn, an army statement said.", "an army statement"),
        ("The shells came from the barracks, a security service report says.", "a security service report"),
        ("A camp was shelled, an interior ministry spokesman said.", "an interior ministry spokesman"),
    ],
)  # fmt: skip
def test_a_source_is_told_with_the_noun_that_its_first_words_lead_up_to(text, source, annotated):
    assert [source_ for source_, *_ in told(annotated, text)] == [source]
