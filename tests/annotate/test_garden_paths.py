"""Who speaks where the one named behind the verb belongs to what is said."""

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        (
            "A priest reached by phone said parishioners who fled Nerit say men are stopping buses.",
            ("A priest reached by phone", "said"), ("parishioners who fled Nerit", "say"),
        ),
        (
            "A fisherman named Dado said his cousin, who was on the pier, saw the boat sink.",
            ("A fisherman named Dado", "said"), ("his cousin", "saw"),
        ),
        (
            "The Dunmar Times cited two people familiar with the talks as saying the general would go.",
            ("The Dunmar Times", "cited"), ("two people familiar with the talks", "saying"),
        ),
        (
            "A letter signed by forty elders says the governor promised them a truce.",
            ("A letter signed by forty elders", "says"), ("the governor", "promised"),
        ),
        (
            "The group said its drivers had counted 14 dead, and that kin of three of them had said they were shot.",
            ("The group", "said"), ("kin of three of them", "had said"),
        ),
        (
            "The governor fled at dawn, the station reported, quoting a cook who said she packed his bags.",
            ("a cook who", "quoting"), ("a cook who", "said"),
        ),
    ],
)  # fmt: skip
def test_the_verb_s_own_subject_says_it(text, outer, inner, steps):
    assert steps(text)[inner] == outer


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        (
            "The war is over, said a captain who had come from the front.",
            "a captain who had come from the front", "said",
        ),
        (
            "Only the fear of a siege, said aid workers who left the town, kept people indoors.",
            "aid workers who left the town", "said",
        ),
        (
            "The army, according to residents, had warned by loudspeaker that anyone outside would be shot.",
            "The army", "had warned by",
        ),
        ("The footage seems to show a guard hitting a boy.", "The footage", "seems to show"),
    ],
)  # fmt: skip
def test_who_stands_behind_an_inverted_verb_stays_its_speaker(text, speaker, cue, steps):
    assert (speaker, cue) in steps(text)


def test_what_another_is_made_to_say_goes_on_only_where_the_report_says_so(annotated):
    text = "Police said the man told officers that he was hungry and that he had taken the bread."
    (told,) = (a for a in annotated(text).attributions if a.cue.of(text) == "told")
    assert told.content[-1].of(text).endswith("had taken the bread")


def test_the_subject_of_what_is_said_stands_in_it(annotated):
    text = (
        "A driver for the charity said drones, which he had seen on Friday, hit the second truck."
    )
    (said,) = (a for a in annotated(text).attributions if a.cue.of(text) == "said")
    assert said.content[0].of(text).startswith("drones")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The man they caught is Odas and not Sol, a guard held there said.", "a guard held there"),
        ("The dead man is Karim Odas, a clerk at the mill said.", "a clerk at the mill"),
        ("The road was closed on Monday, a clerk at the mill said.", "a clerk at the mill"),
    ],
)  # fmt: skip
def test_who_stands_behind_a_name_that_is_told_speaks(annotated, text, source):
    (said, *_) = annotated(text).attributions
    assert " ".join(s.of(text) for s in said.source_words) == source


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The dead man is Karim Odas, a clerk at the mill said.", "a clerk"),
        ("The guards beat Karim Odas, a nurse who treated him said.", "a nurse"),
        ("Karim Odas, a clerk at the mill, said that it burned.", "Karim Odas"),
        ("The mill burned, said Karim Odas, a clerk.", "Karim Odas"),
    ],
)
def test_who_tells_of_a_person_by_name_is_another(claims_in, text, speaker):
    told = [c for c in claims_in(text) if c.chain]
    assert {c.chain[-1].label for c in told} == {speaker}
    assert all(speaker == "Karim Odas" for c in claims_in(text) if c.event.type == "occupation")


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        (
            "The ministry of health said hospitals reported 41 deaths on Tuesday.",
            ("The ministry of health", "said"), ("hospitals", "reported"),
        ),
        (
            "According to her lawyer, she told the judge that the confession was beaten out of her.",
            ("her lawyer", "According to"), ("she", "told"),
        ),
        (
            "The ministry confirmed a report by aid workers that the road was cut.",
            ("The ministry", "confirmed"), ("aid workers", "report"),
        ),
        (
            "Two of the attackers had been identified by witnesses, police chief Adan Wole told reporters.",
            ("police chief Adan Wole", "told"), ("witnesses", "had been identified by"),
        ),
    ],
)  # fmt: skip
def test_what_is_said_is_told_whole_with_who_says_it_there(text, outer, inner, steps):
    assert steps(text)[inner] == outer


@pytest.mark.parametrize(
    "text",
    ["The council said it denied the charge.", "His wife said she feared for him."],
)
def test_a_pronoun_that_is_the_speaker_makes_no_second_step(text, annotated):
    assert len(annotated(text).attributions) == 1


def test_the_giver_of_a_warning_is_whom_by_names(annotated):
    text = "The envoy repeated a warning by the doctors that the wards were full."
    (warned,) = annotated(text).attributions
    assert [w.of(text) for w in warned.source_words] == ["the doctors"]


def test_lying_down_is_no_denial(annotated):
    text = "One survivor said the men told the boys to lie down."
    assert all(a.stance != "denies" for a in annotated(text).attributions)


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        (
            "Residents reached by telephone said troops who entered the town told them to stay indoors.",
            ("Residents reached by telephone", "said"), ("troops who entered the town", "told"),
        ),
        (
            "A nun in the town said travellers say guards are stopping buses and asking for papers.",
            ("travellers", "say"), ("guards", "asking for"),
        ),
        (
            "A neighbour recalled the old woman saying that soldiers had taken her goats.",
            ("A neighbour", "recalled"), ("the old woman", "saying"),
        ),
    ],
)  # fmt: skip
def test_who_acts_in_what_is_said_says_what_he_says_there(text, outer, inner, steps):
    assert steps(text)[inner] == outer


def test_no_one_orders_what_is_done_in_order_to(annotated):
    text = "The envoy accused the army of buying time in order to let its tanks reach the town."
    assert all(a.cue.of(text) != "order" for a in annotated(text).attributions)


def test_a_list_of_names_before_the_speaker_is_not_the_speaker(steps):
    text = "Ana Sol, Friends of Karez • Last week Bero Rao, the envoy, complained about the truce."
    sources = {name for name, _ in steps(text)}
    assert not any(name and "Ana Sol" in name for name in sources)


def test_who_condemns_a_thing_and_says_why_says_it_himself(steps):
    text = "The minister condemned the raid, saying that it broke the truce."
    assert ("The minister", "saying") in steps(text)
