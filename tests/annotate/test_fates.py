"""What a text says became of one person, in words that tell it of persons alone."""

import pytest

pytestmark = pytest.mark.model


def fates(text, annotated):
    return [
        (event.type, [r.filler.words for r in event.roles if r.name == "victim"])
        for event in annotated(text).events
    ]


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("Anton Vesk has been missing since May.", ("missing", ["Anton Vesk"])),
        ("Anton Vesk is in custody in Karez.", ("detained", ["Anton Vesk"])),
        ("He was flown to the naval hospital.", ("hospitalised", ["He"])),
        ("Marit Sol drowned in the river.", ("died", ["Marit Sol"])),
        ("Marit Sol lost a leg in the shelling.", ("injured", ["Marit Sol"])),
        ("His brother was taken by gunmen.", ("abducted", ["His brother"])),
        ("Anton Vesk is out of danger.", ("alive", ["Anton Vesk"])),
        ("Anton Vesk surrendered in Karez.", ("captured", ["Anton Vesk"])),
        ("Herders found his body by the ford.", ("body_found", ["his"])),
        ("Anton Vesk crossed the river and is being held in Karez.", ("detained", ["Anton Vesk"])),
        ("Marit Sol was arrested on Friday and freed on Sunday.", ("released", ["Marit Sol"])),
        ("Marit Sol was shot in the thigh.", ("injured", ["Marit Sol"])),
        ("Marit Sol had a broken wrist.", ("injured", ["Marit Sol"])),
        ("Anton Vesk surrendered with his wife.", ("captured", ["his wife"])),
        ("His father was among those arrested at the well.", ("arrest", ["those", "His father"])),
        ("The kidnappers of Anton Vesk want money.", ("abducted", ["Anton Vesk"])),
        ("A surrendered commander, Anton Vesk, spoke.", ("captured", ["Anton Vesk"])),
        ("The Front, which holds her, said nothing.", ("detained", ["her"])),
    ],
)
def test_a_fate_is_told_of_the_person_it_befell(text, fate, annotated):
    assert fate in fates(text, annotated)


@pytest.mark.parametrize(
    "text",
    [
        "The town fell at dawn.",
        "The bridge was taken.",
        "Marit Sol was shot in the thigh.",
        "The Front holds the bridge with her brother.",
    ],
)
def test_what_befalls_no_person_is_no_fate(text, annotated):
    types = {type_ for type_, _ in fates(text, annotated)}
    assert not types & {"killed", "alive", "abducted"}


def test_who_escapes_death_has_fled_nowhere(annotated):
    assert "fled" not in {type_ for type_, _ in fates("Anton Vesk escaped death.", annotated)}


def test_a_fate_denied_is_negated(annotated):
    (event,) = [
        e for e in annotated("Anton Vesk is not in custody.").events if e.type == "detained"
    ]
    assert event.negated


def test_where_one_is_brought_is_where_he_is(annotated):
    read = annotated("Anton Vesk was taken to Damascus.")
    (stay,) = [e for e in read.events if e.type == "whereabouts"]
    assert read.places[stay.place].words == "Damascus"


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        (
            "Two cooks, Anton Vesk and Ivo Sol, were held and freed.",
            ("released", ["Anton Vesk", "Ivo Sol"]),
        ),
        ("The chief mate, Anton Vesk, was shot in the thigh.", ("injured", ["Anton Vesk"])),
        ("Anton Vesk was shot at the well and died on the road.", ("injured", ["Anton Vesk"])),
        ("Marit Sol was among those shot at the well.", ("killed", ["Marit Sol"])),
        ("Anton Vesk was led away and has not been seen since.", ("missing", ["Anton Vesk"])),
        ("Nobody has seen Anton Vesk since May.", ("missing", ["Anton Vesk"])),
        ("Rescuers found Marit Sol clinging to a raft.", ("alive", ["Marit Sol"])),
        ("The council declared her a martyr.", ("killed", ["her"])),
        ("Anton Vesk is serving a sentence in Karez.", ("detained", ["Anton Vesk"])),
        ("Anton Vesk, an exile in Karez, wrote to him.", ("fled", ["Anton Vesk"])),
        ("The army spoke of his martyrdom.", ("killed", ["his"])),
        ("Captured in May, Anton Vesk was taken alive.", ("captured", ["Anton Vesk"])),
        ("Anton Vesk was among the dead.", ("killed", ["Anton Vesk"])),
        ("The wounded include Anton Vesk, a driver.", ("injured", ["Anton Vesk"])),
        ("Nobody came, and his fate is unknown.", ("missing", ["his"])),
        ("Marit Sol did not return from the patrol.", ("missing", ["Marit Sol"])),
        ("Contact with Anton Vesk was lost on Monday.", ("missing", ["Anton Vesk"])),
        ("Anton Vesk was knocked unconscious.", ("injured", ["Anton Vesk"])),
        ("Marit Sol did not survive.", ("died", ["Marit Sol"])),
        ("A splinter had lodged in her shoulder.", ("injured", ["her"])),
        ("Anton Vesk turned himself in to the army.", ("captured", ["Anton Vesk"])),
        ("Anton Vesk fell into enemy hands.", ("captured", ["Anton Vesk"])),
        ("Anton Vesk is being held hostage.", ("abducted", ["Anton Vesk"])),
        ("She left prison on Monday.", ("released", ["She"])),
        ("The kidnappers let Marit Sol go.", ("released", ["Marit Sol"])),
        ("Anton Vesk narrowly escaped death.", ("alive", ["Anton Vesk"])),
        ("She turned up at a clinic.", ("alive", ["She"])),
        ("Anton Vesk broke out of jail.", ("fled", ["Anton Vesk"])),
        ("Anton Vesk is on the run.", ("fled", ["Anton Vesk"])),
        ("A body found there was identified as that of Anton Vesk.", ("body_found", ["Anton Vesk"])),
        ("His remains have not been found.", ("body_found", ["His"])),
        ("The remains of Corporal Anton Vesk were returned to his parents.", ("body_found", ["Anton Vesk"])),
        ("The militia shot the village headman, Anton Vesk.", ("killed", ["Anton Vesk"])),
        ("A court sentenced the editor, Anton Vesk, to nine years.", ("detained", ["Anton Vesk"])),
        ("Anton Vesk was reported wounded in May.", ("injured", ["Anton Vesk"])),
        ("Anton Vesk was at first given out as wounded.", ("injured", ["Anton Vesk"])),
        ("Two clerks were held; one of them, Anton Vesk, was shot.", ("killed", ["one of them", "Anton Vesk"])),
        ("Anton Vesk, wounded twice and captured once, died at 91.", ("captured", ["Anton Vesk"])),
        ("Rescuers found the boy alive under the stairs.", ("alive", ["the boy"])),
        ("Doctors amputated her leg.", ("injured", ["her"])),
        ("She had a leg taken off.", ("injured", ["She"])),
        ("Anton Vesk lies in the infirmary with a bullet in the lung.", ("injured", ["Anton Vesk"])),
        ("Anton Vesk has been in army hands since May.", ("captured", ["Anton Vesk"])),
        ("Anton Vesk was granted asylum in Karez.", ("fled", ["Anton Vesk"])),
        ("Nothing has been heard of Anton Vesk since May.", ("missing", ["Anton Vesk"])),
        ("Anton Vesk was paraded on state television.", ("detained", ["Anton Vesk"])),
        ("Anton Vesk never regained consciousness.", ("died", ["Anton Vesk"])),
    ],
)  # fmt: skip
def test_a_fate_is_told_in_many_forms(text, fate, annotated):
    assert fate in fates(text, annotated)


def test_what_befell_both_befell_each_of_the_two_told_of_before(annotated):
    text = "Anton Vesk and his cousin left on Monday. Both were arrested at the bridge."
    told = [who for type_, who in fates(text, annotated) if type_ == "arrest"]
    assert told == [["Anton Vesk"], ["his cousin"]]
    three = "Anton Vesk, Marit Sol and Ivo Sol left on Monday. Both were arrested at the bridge."
    assert ("arrest", ["Marit Sol"]) not in fates(three, annotated)


@pytest.mark.parametrize(
    "text",
    [
        "Marit Sol has been missing since May. Her uncle said she had rung him on Sunday.",
        "Marit Sol is not dead, her uncle said. He had received a letter from her.",
        "Marit Sol vanished in May. A herder saw her on the road.",
        "Karim Sol was reported dead; friends posted a picture of him drinking tea.",
    ],
)
def test_who_was_lost_lives_where_somebody_had_word_of_her(text, annotated):
    assert {"Marit Sol", "she", "her", "him"} & {
        who[0] for type_, who in fates(text, annotated) if type_ == "alive"
    }


@pytest.mark.parametrize(
    "text",
    [
        "Marit Sol rang the council on Sunday.",
        "Marit Sol has been missing since May. An officer wrote to the council.",
        "Marit Sol died at 90. She is survived by her brother, Ivo Sol.",
        "Marit Sol leaves a husband and four children.",
        "Marit Sol found the cart burnt out.",
    ],
)
def test_who_is_not_looked_for_is_not_told_to_be_alive_or_gone(text, annotated):
    assert not {type_ for type_, _ in fates(text, annotated)} & {"alive", "fled", "body_found"}


def test_who_was_not_among_the_dead_was_not_killed(annotated):
    (event,) = [
        e for e in annotated("Anton Vesk was not among the dead.").events if e.type == "killed"
    ]
    assert event.negated


def test_whether_one_lives_is_open_where_nobody_can_say(annotated):
    found = annotated("Nobody can say whether Marit Sol is dead or alive.").events
    assert {e.type for e in found if e.hedges} == {"died", "alive"}


@pytest.mark.parametrize(
    ("text", "word", "is_aside"),
    [
        ("Anton Vesk, who was wounded in May, has died, his wife said.", "wounded", True),
        ("Anton Vesk, who was wounded in May, has died, his wife said.", "died", False),
        ("Police said a surrendered commander, Anton Vesk, was stabbed.", "surrendered", True),
        ("Police said Anton Vesk was wounded.", "wounded", False),
        ("Anton Vesk, who was tortured by the army, has died, his mother said.", "tortured", False),
        ("The man whom the army captured has died, his mother said.", "captured", True),
        ("His kidnappers cut their demand by half, the family said.", "kidnappers", True),
    ],
)
def test_a_fate_that_says_who_somebody_is_is_no_speakers(text, word, is_aside, annotated):
    told = {e.presupposed for e in annotated(text).events if e.trigger.of(text) == word}
    assert told == {is_aside}


@pytest.mark.parametrize(
    "text",
    [
        "Anton Vesk, who lives in Karez, said so.",
        "Anton Vesk has fled to Karez, his secretary confirmed.",
        "Anton Vesk was seen at a wedding in Karez, two guests said.",
        "Anton Vesk lives in exile in Karez, his lawyer said.",
        "Anton Vesk, now based in Karez, denied it.",
        "Anton Vesk, speaking from Karez, denied it.",
        "Anton Vesk teaches music in Karez.",
        "Anton Vesk reached Karez on Monday.",
        "Anton Vesk reached the camp at Karez on Monday, a driver said.",
        "Anton Vesk has denied from exile in Karez that he paid them.",
        "Anton Vesk said by telephone from Karez that he would stay.",
    ],
)
def test_where_one_is_is_read_before_the_verb_of_saying(text, annotated):
    found = annotated(text)
    stays = [e for e in found.events if e.type == "whereabouts" and e.place is not None]
    assert [found.places[e.place].words for e in stays] == ["Karez"]


def test_where_nobody_knows_that_one_is_no_place_is_told(annotated):
    (stay,) = [
        e for e in annotated("Nobody knows where Anton Vesk is.").events if e.type == "whereabouts"
    ]
    assert stay.negated
    assert stay.place is None


@pytest.mark.parametrize(
    "text",
    [
        "Anton Vesk was taken prisoner at Karez in 2010.",
        "Anton Vesk reached an agreement in Karez.",
        "Anton Vesk teaches the history of Karez.",
        "Anton Vesk worked in Karez until 2019.",
        "Anton Vesk, now governor of Karez, denied it.",
        "Anton Vesk wrote about exile in Karez.",
        "The police know where Anton Vesk is.",
        "Nobody knows where the money is.",
    ],
)
def test_what_is_done_at_a_place_or_known_of_it_puts_nobody_there(text, annotated):
    assert not [e for e in annotated(text).events if e.type == "whereabouts"]
