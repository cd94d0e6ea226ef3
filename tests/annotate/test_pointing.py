"""Words that tell an event only by what was told before are read as that event."""

import pytest

TRUCE = "The Upland army and the Lowland Council have agreed to a ceasefire, officials said. "
MARCH = "A march against the war was held in Karez on Sunday. "
RAID = "Jets bombed Dalan on Monday. "


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "type_", "word"),
    [
        (TRUCE + "Colonel Besim Rao confirmed that the army had agreed to it.", "ceasefire", "agreed"),
        ("The two sides signed a truce on Friday. Petra Lom said her council had accepted it.",
         "ceasefire", "accepted"),
        (MARCH + "Organisers said 5,000 people took part.", "protest", "took"),
        (MARCH + "The police said 400 people had turned out.", "protest", "turned"),
        ("Police dispersed a march in Karez, a reporter saw. The ministry denied that officers had used force.",
         "dispersal", "used"),
        (MARCH + "The police broke it up with tear gas.", "dispersal", "broke"),
        (MARCH + "Besim Rao said that the police had broken up each one by force.", "dispersal", "broken up"),
        ("Police broke up the march.", "dispersal", "broke up"),
        (RAID + "The Lowland Council said that the Upland army was to blame.", "air_strike", "blame"),
        (RAID + "Petra Lom said the Upland army was behind the attack.", "air_strike", "attack"),
        (RAID + "The Lowland Council said that the Upland army was responsible for it.", "air_strike", "responsible"),
    ],
)  # fmt: skip
def test_a_word_points_back_at_what_was_told_before(text, type_, word, understood):
    triggers = {(e.type, e.trigger.of(text)) for e in understood(text).events}
    assert (type_, word) in triggers


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word"),
    [
        (
            "Police opened the parcel. It was old, and Petra Lom broke it up for firewood.",
            "broke up",
        ),
        ("Petra Lom said that 40 people took part in the survey.", "took"),
        (
            "The bridge is old. Petra Lom said that the council was responsible for the bridge.",
            "was",
        ),
    ],
)
def test_without_such_an_event_before_it_points_at_nothing(text, word, understood):
    assert word not in {e.trigger.of(text) for e in understood(text).events}


@pytest.mark.model
def test_whoever_blames_somebody_for_a_raid_says_that_it_was_he(claims_in):
    text = "Shells hit Dalan on Monday. Petra Lom blamed the Upland army for the attack."
    found = [c for c in claims_in(text) if c.event.type == "shelling"]
    blamed = {c.chain[-1].label if c.chain else "own": c for c in found if c.event.roles[:1]}

    assert [r.filler.entity for r in blamed["Petra Lom"].event.roles if r.name == "actor"] == [
        "group/upland_staff"
    ]
    assert blamed["Petra Lom"].stance == "accuses"
    assert not any(r.name == "actor" for c in found if c.own for r in c.event.roles)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Ana Bor is a teacher. Her brother said that nobody had heard from her since Monday.", "missing"),
        ("Ana Bor is a teacher. Her aunt said the family had had no word of her.", "missing"),
        ("Ana Bor was found in Karez. She could not speak when she was brought in, said a nurse.", "hospitalised"),
    ],
)  # fmt: skip
def test_several_words_together_tell_what_became_of_her(text, type_, claims_in):
    (one,) = [c for c in claims_in(text) if c.event.type == type_]
    assert one.event.roles[0].filler.entity == "person/ana-bor"
    assert one.stance == "asserts"


@pytest.mark.model
def test_to_fire_first_under_a_truce_is_to_break_it(claims_in):
    text = (
        TRUCE
        + "Rao said rebels broke the ceasefire. Petra Lom denied that her men had fired first."
    )
    found = [c for c in claims_in(text) if c.stance == "denies"]
    assert [(c.event.type, c.chain[-1].label) for c in found] == [("ceasefire", "Petra Lom")]


@pytest.mark.model
def test_who_was_lost_and_is_met_is_alive(claims_in):
    text = (
        "Ana Bor, who had been missing since Monday, has been found, her brother said. Karim Odas, a priest, said that"
        " he had visited her in Karez on Tuesday."
    )
    found = {(r.filler.entity, c.place and c.place.name)
             for c in claims_in(text) if c.event.type == "alive" for r in c.event.roles}  # fmt: skip
    assert ("person/ana-bor", "Karez") in found


@pytest.mark.model
def test_a_meeting_tells_nothing_of_whoever_was_never_lost(claims_in):
    text = "Ana Bor is a teacher. Karim Odas, a priest, said that he had visited her in Karez."
    assert not [c for c in claims_in(text) if c.event.type == "alive"]


@pytest.mark.model
def test_who_has_not_been_heard_from_is_the_one_told_missing_and_not_who_says_so(claims_in):
    text = (
        "Dr Mira Hul said that the clinic was full. She asked for blood. The teacher Ana Bor has been missing since"
        " Monday. Karim Odas, the head of the school, said that nobody had heard from her. He said she had left."
    )
    missing = [c for c in claims_in(text) if c.event.type == "missing"]
    assert {r.filler.entity for c in missing for r in c.event.roles} == {"person/ana-bor"}


@pytest.mark.model
def test_ones_in_other_places_are_more_of_what_was_told(claims_in):
    text = "A protest march was held in Besk on Monday, following ones in Harb and Karez."
    found = [c for c in claims_in(text) if c.event.trigger.of(text) == "ones"]

    assert {(c.event.type, c.place.words, c.when) for c in found} == {
        ("protest", "Harb", None),
        ("protest", "Karez", None),
    }


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Two men were killed in clashes on Monday, one in Harb and one in Karez.",
        "A rally was held in Harb, and others in Karez went home.",
        "A rally was held in Harb for the mayor, after one in charge of schools resigned.",
    ],
)
def test_one_of_those_who_were_told_of_is_no_event(text, understood):
    assert not {"one", "others"} & {e.trigger.of(text) for e in understood(text).events}
