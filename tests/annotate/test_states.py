"""What a text says people are: kin, office, occupation, age, whereabouts."""

import pytest

pytestmark = pytest.mark.model


def states_in(text, annotated):
    return [
        (event.type, *((role.name, role.filler.words) for role in event.roles))
        for event in annotated(text).events
    ]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (
            "Marit Sol, the sister of General Anton Vesk, left.",
            ("kinship", ("person", "Marit Sol"), ("kin", "Anton Vesk")),
        ),
        (
            "Anton Vesk, a spokesman for the Lowland Council, left.",
            ("office", ("holder", "Anton Vesk"), ("group", "the Lowland Council")),
        ),
        ("Marit Sol is a doctor.", ("occupation", ("holder", "Marit Sol"))),
        ("Anton Vesk, 46, left.", ("age", ("holder", "Anton Vesk"))),
        ("The 46-year-old Anton Vesk left.", ("age", ("holder", "Anton Vesk"))),
        ("Anton Vesk is in Tolvesh.", ("whereabouts", ("person", "Anton Vesk"))),
    ],
)
def test_a_state_has_its_holder_and_whom_it_ties_him_to(text, state, annotated):
    assert state in states_in(text, annotated)


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Anton Vesk (46) left.", "Anton Vesk"),
        ("Anton Vesk, who is 46, left.", "Anton Vesk"),
        ("He was 46.", "He"),
        ("Anton Vesk has died aged 46.", "Anton Vesk"),
        ("The 46-year-old was freed in Karez.", "The 46-year-old"),
        ("Anton Vesk, forty-six, left.", "Anton Vesk"),
        ("The girl, seven, was found alive.", "The girl"),
        ("A boy of nine was found alive.", "A boy"),
        ("A woman of about 30 was found alive.", "A woman"),
        ("Marit Sol, who is sixteen, was found alive.", "Marit Sol"),
    ],
)
def test_an_age_is_read_in_every_form(text, holder, annotated):
    assert ("age", ("holder", holder)) in states_in(text, annotated)


@pytest.mark.parametrize(
    "text",
    [
        "One of them, Anton Vesk, one, left.",
        "The score was seven.",
        "He was a man of two faces.",
        "The girl, two soldiers and a nurse left.",
        "A family of nine left.",
        "Marit Sol, who as a girl of nine carried bread to the trenches, left.",
        "The number of dead was 46.",
    ],
)
def test_what_counts_or_scores_is_no_age(text, annotated):
    assert "age" not in [state[0] for state in states_in(text, annotated)]


def test_two_ages_after_two_names_go_one_to_each(annotated):
    text = "Ivo and Anton Vesk, 29 and 34, were shot."
    ages = {
        (r.filler.words, e.trigger.of(text))
        for e in annotated(text).events
        if e.type == "age"
        for r in e.roles
    }
    assert ages == {("Ivo", "29"), ("Anton Vesk", "34")}


def test_an_age_is_nobody_to_whom_a_thing_is_done(annotated):
    text = "The boy, nine, was killed by a mortar bomb."
    (killed,) = [e for e in annotated(text).events if e.type == "killed"]
    assert [r.filler.words for r in killed.roles if r.name == "victim"] == ["The boy"]
    assert killed.counts == ()


def test_who_has_gone_somewhere_is_there_at_that_time(annotated):
    found = annotated("Anton Vesk fled to Tolvesh on Friday.", published_at="2031-05-05")
    (event,) = [e for e in found.events if e.type == "whereabouts"]
    assert found.places[event.place].words == "Tolvesh"
    assert found.times[event.when].value == "2031-05-02"


def test_whereabouts_point_to_the_place(annotated):
    found = annotated("Anton Vesk is in Tolvesh.")
    (event,) = found.events
    assert found.places[event.place].words == "Tolvesh"


def test_unclear_whereabouts_have_no_place(annotated):
    (event,) = annotated("The whereabouts of Anton Vesk are unclear.").events
    assert (event.type, event.place) == ("whereabouts", None)


def test_nobody_is_the_body_that_he_leads(claims_in):
    text = "Nine fighters were killed in the raid. The whereabouts of their leader, Karim Hul, were not known."
    (office,) = [c for c in claims_in(text) if c.event.type == "office"]

    assert [(r.name, r.filler.name) for r in office.event.roles] == [("holder", "Karim Hul")]


def test_a_former_office_is_told_as_history(annotated):
    (event,) = annotated("Anton Vesk was a former governor.").events
    assert (event.type, event.background) == ("office", True)


@pytest.mark.parametrize(
    "text",
    ["The governor left in a hurry.", "A doctor was at the gate.", "The convoy is in Tolvesh."],
)
def test_nobody_by_name_has_no_state(text, annotated):
    assert annotated(text).events == ()


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (
            "The garrison commander, Anton Vesk, left.",
            ("office", ("holder", "Anton Vesk"), ("group", "garrison")),
        ),
        (
            "The union's secretary, Marit Sol, left.",
            ("office", ("holder", "Marit Sol"), ("group", "The union")),
        ),
        (
            "The governor of Hask, Marit Sol, was killed.",
            ("office", ("holder", "Marit Sol"), ("group", "Hask")),
        ),
        (
            "Marit Sol, whose son Anton Vesk vanished, was killed.",
            ("kinship", ("person", "Anton Vesk"), ("kin", "Marit Sol")),
        ),
        ("Anton Vesk, a boxer from Tolvesh, was killed.", ("occupation", ("holder", "Anton Vesk"))),
    ],
)
def test_a_state_is_read_from_before_and_after_the_name(text, state, annotated):
    assert state in states_in(text, annotated)


def test_people_as_such_have_no_occupation(annotated):
    assert not [
        s
        for s in states_in("Anton Vesk, a resident, was killed.", annotated)
        if s[0] == "occupation"
    ]


def test_where_somebody_will_be_he_is_not_yet(annotated):
    (stay,) = [
        e
        for e in annotated("Karim Odas will be in Kabul this week.").events
        if e.type == "whereabouts"
    ]

    assert stay.modality == "planned"


@pytest.mark.parametrize("text", ["A guard, a nurse,", "Copies, a baker, copies, printing,"])
def test_a_text_that_breaks_off_at_a_comma_is_read(text, annotated):
    assert annotated(text).sentences
