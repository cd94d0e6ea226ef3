"""Accusations in the passive: who is charged with what, by whom."""

import pytest

pytestmark = pytest.mark.model


@pytest.fixture
def charges(annotated):
    """(who accuses, the words) of each accusation of a text."""
    return lambda text: [
        (a.source.words if a.source else None, " ".join(s.of(text) for s in a.content))
        for a in annotated(text).attributions
        if a.stance == "accuses"
    ]


@pytest.mark.parametrize(
    ("text", "by", "words"),
    [
        ("Karim Odas was accused of killing two men.", None, "Karim Odas of killing two men"),
        (
            "Karim Odas, who fought at Omra, is accused of killing two men.",
            None,
            "Karim Odas of killing two men",
        ),
        (
            "The army was accused by the council of shelling a camp.",
            "the council",
            "The army of shelling a camp",
        ),
        (
            "Three officers accused of torturing prisoners went on trial.",
            None,
            "Three officers of torturing prisoners",
        ),
        ("Two men suspected of spying were held.", None, "Two men of spying"),
        (
            "The rebels have been blamed by the ministry for an attack on a bus.",
            "the ministry",
            "The rebels for an attack on a bus",
        ),
    ],
)
def test_an_accusation_in_the_passive_is_whose_who_is_named_behind_by_or_nobodys(
    text, by, words, charges
):
    assert charges(text) == [(by, words)]


def done_by(events, type_):
    return [
        {r.name: r.filler.words for r in e.roles if r.name in {"actor", "victim", "target"}}
        for e in events
        if e.type == type_
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Karim Odas was accused of killing two men.",
        "Karim Odas was accused by the minister of killing two men.",
        "Karim Odas is suspected of killing two men.",
    ],
)
def test_who_is_accused_did_it_by_that_and_is_no_victim(text, annotated):
    found = done_by(annotated(text).events, "killed")

    assert found == [{"actor": "Karim Odas", "victim": "two men"}]


def test_who_is_suspected_of_planting_a_bomb_is_not_killed_by_it(annotated):
    found = annotated("Besim Rao is suspected of planting the bomb that killed nine people.")

    assert done_by(found.events, "killed") == [{"victim": "nine people"}]


def test_a_deed_attributed_to_somebody_happened_and_who_did_it_is_held_back(annotated):
    text = "An attack attributed to rebels killed four people."
    found = [e for e in annotated(text).events if e.type == "armed_clash"]

    assert done_by(found, "armed_clash") == [{}, {"actor": "rebels"}]
    assert [[h.of(text) for h in e.hedges] for e in found] == [[], ["attributed"]]


def test_who_is_thought_to_be_dead_does_not_think_so(annotated):
    found = annotated("Karim Odas was last year mistakenly thought to be dead.").attributions

    assert [a.source for a in found] == [None]


def test_a_deed_for_which_somebody_is_blamed_happened_and_the_blame_stands_by_itself(annotated):
    found = annotated("The rebels have been blamed for the shelling of the hospital.").events

    assert done_by(found, "shelling") == [
        {"target": "the hospital"},
        {"actor": "The rebels", "target": "the hospital"},
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Residents blamed the shelling of the hospital on the rebels.",
        "The shelling of the hospital was blamed on the rebels.",
        "The rebels were blamed by residents for the shelling of the hospital.",
        "Residents blamed the rebels for the shelling of the hospital.",
    ],
)
def test_whoever_a_deed_is_blamed_on_did_it_by_the_blame_alone(text, annotated):
    found = annotated(text).events

    assert done_by(found, "shelling") == [
        {"target": "the hospital"},
        {"actor": "the rebels" if "on the rebels" in text or "blamed the" in text else "The rebels",
         "target": "the hospital"},
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "type_", "whom"),
    [
        ("Karim Odas blamed the army for the deaths of six farmers.", "killed", "six farmers"),
        ("The army was blamed by Karim Odas for the murder of a judge.", "killed", "a judge"),
        ("The army has been blamed for the kidnapping of two nurses.", "abducted", "two nurses"),
    ],
)
def test_deaths_and_seizures_are_blamed_on_somebody_too(text, type_, whom, annotated):
    plain, blamed = done_by(annotated(text).events, type_)

    assert plain == {"victim": whom}
    assert blamed.pop("actor").lower() == "the army"
    assert blamed == plain


def test_the_weather_did_no_deed_that_it_is_blamed_for(annotated):
    found = annotated("The mayor blamed bad weather for the deaths of two climbers.").events

    assert done_by(found, "killed") == [{"victim": "two climbers"}]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels were accused by the army of executing five prisoners.",
        "Rebels have been accused by the army of executing five prisoners.",
    ],
)
def test_who_accuses_somebody_of_a_deed_did_not_do_it(text, annotated):
    found = annotated(text).events

    assert done_by(found, "executed") == [{"actor": "Rebels", "victim": "five prisoners"}]


@pytest.mark.parametrize(
    ("text", "who", "stance"),
    [
        (
            "The army claimed responsibility for a raid in which two judges died.",
            "The army",
            "asserts",
        ),
        ("The army denied responsibility for the raid.", "The army", "denies"),
    ],
)
def test_who_claims_responsibility_or_denies_it_speaks(text, who, stance, annotated):
    (said,) = annotated(text).attributions

    assert (said.source.words, said.stance) == (who, stance)


@pytest.mark.parametrize(
    "text",
    [
        "No group has claimed responsibility for the raid.",
        "The rebels have not claimed responsibility for the raid.",
    ],
)
def test_who_has_not_claimed_it_says_nothing(text, annotated):
    assert not annotated(text).attributions


@pytest.mark.parametrize(
    "text",
    [
        "The general, Besim Rao, led the assault on Karez.",
        "The bodies of 12 men were found in a mass grave.",
        "Rebels have repeatedly attacked oil facilities in the region.",
    ],
)
def test_who_leads_an_assault_and_what_is_found_says_nothing(text, annotated):
    assert not annotated(text).attributions


def test_who_claims_an_attack_in_the_tail_claims_it_and_not_what_is_told_before(annotated):
    text = "Suicide bombers struck a shrine in Omra, leaving 20 people dead, an attack claimed by the Front."
    (said,) = annotated(text).attributions

    assert (said.source.words, [s.of(text) for s in said.content]) == ("the Front", ["an attack"])


def test_a_terrorist_attack_tells_of_nobody_who_did_it(annotated):
    found = annotated("A terrorist attack killed nine people in Omra.").events

    assert all(role.name != "actor" for event in found for role in event.roles)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Besim Rao, the man accused of killing Mira Tal, pleaded not guilty.", "denies"),
        ("Besim Rao pleaded not guilty to killing Mira Tal.", "denies"),
        ("Besim Rao pleaded guilty to murdering Karim Odas.", "admits"),
        ("Besim Rao pleaded guilty to the murder of Karim Odas.", "admits"),
    ],
)
def test_who_pleads_guilty_admits_and_who_pleads_not_guilty_denies(text, stance, annotated):
    pleas = [a for a in annotated(text).attributions if a.source and "Rao" in a.source.words]
    assert [a.stance for a in pleas] == [stance]


@pytest.mark.parametrize(
    "text",
    [
        "The army accused Anton Vesk of ordering the execution of prisoners.",
        "Prosecutors charged Anton Vesk with ordering the killing of Karim Odas.",
        "Anton Vesk is accused of ordering the killing of 12 prisoners.",
        "Anton Vesk, who ordered the massacre at Omra, was arrested in Dalan.",
    ],
)
def test_what_somebody_is_charged_with_ordering_is_not_called_for(text, claims_in):
    said = [c for c in claims_in(text) if c.event.type in {"killed", "executed"}]
    assert [c.event.modality for c in said] == ["happened"]
    assert "calls_for" not in {c.stance for c in said}


@pytest.mark.parametrize(
    "text",
    [
        "Besim Rao, suspected of the abduction of Mira Tal, was questioned by police.",
        "Police questioned Besim Rao over the raid.",
    ],
)
def test_who_questions_a_man_doubts_nothing(text, annotated):
    assert "doubts" not in {a.stance for a in annotated(text).attributions}


def test_who_questions_figures_doubts_them(annotated):
    said = annotated("The committee questioned the figures given by the army.").attributions
    assert "doubts" in {a.stance for a in said}


def test_who_is_sentenced_for_ordering_a_killing_ordered_it_and_the_court_calls_for_none(annotated):
    found = annotated(
        "A court sentenced Anton Vesk to 20 years for ordering the killing of protesters."
    )

    assert done_by(found.events, "killed") == [{"actor": "Anton Vesk", "victim": "protesters"}]
    assert "calls_for" not in {a.stance for a in found.attributions}


def test_unrest_for_which_somebody_is_blamed_is_his_by_that_word_alone(annotated):
    found = annotated("The government blamed foreign agents for the unrest.").events

    assert done_by(found, "riot") == [{}, {"actor": "foreign agents"}]


def test_who_reports_to_somebody_behind_a_comma_reports(annotated):
    text = (
        "General Odas, the commander, reported to the king that the rebels had attacked his camp."
    )
    assert [a.source.words for a in annotated(text).attributions if a.source] == ["General Odas"]


@pytest.mark.parametrize(
    "text",
    [
        "Six feared dead in the port blast.",
        "Four fishermen are reported missing and feared dead off Omra.",
        "Three soldiers believed captured by rebels returned to the port.",
        "Two sailors thought drowned in the raid were rescued.",
    ],
)
def test_who_is_feared_dead_fears_nothing_and_it_is_held_back(text, annotated):
    found = annotated(text)

    assert [a.source for a in found.attributions if a.source is not None] == []
    assert all(e.hedges for e in found.events if e.type in {"killed", "captured"})


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The families feared their sons dead.", "The families"),
        ("Mira Tal feared her brother dead.", "Mira Tal"),
        ("The rebels believed lost ground could be retaken.", "The rebels"),
    ],
)
def test_who_fears_another_dead_fears_it(text, who, annotated):
    assert [a.source.words for a in annotated(text).attributions if a.source] == [who]


@pytest.mark.parametrize(
    "text",
    [
        "Karim Odas, believed to be the leader of the Southern Front, was killed, the army said.",
        "Anton Vesk was dismissed after the death of Karim Odas.",
    ],
)
def test_of_whom_something_is_believed_and_who_loses_his_post_says_nothing(text, annotated):
    said = annotated(text).attributions
    assert not [a for a in said if a.stance == "denies" or (a.source and "Odas" in a.source.words)]


def test_who_is_wanted_for_a_killing_says_nothing_of_it(claims_in):
    found = claims_in("Daro Sol is wanted for the killing of Karim Odas.")
    assert not any(c.chain for c in found)


def test_what_is_said_instead_of_what_is_denied_is_asserted(claims_in):
    text = 'The army denied that Karim Odas was a guest: "He is a prisoner."'
    assert {c.stance for c in claims_in(text) if c.event.type == "captured"} == {"asserts"}


def test_what_it_is_too_early_to_say_is_left_open(claims_in):
    text = "The army said it was too early to say whether Karim Odas was alive."
    assert {c.stance for c in claims_in(text) if c.event.type == "alive"} == {"unclear"}
