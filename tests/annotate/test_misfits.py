"""Words that tell an event by their company, and none by who takes part in it."""

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "A medic saw the colonel fall near the fort at Karez.",
        "The lieutenant's mule fell at Karez.",
        "Colonel Odas, who commands the left wing, was wounded near Karez.",
        "His horse came back without him, two gunners said.",
        "Neighbours brought them bread and tea.",
        "A retired judge said that he had seen no records.",
        "The officers lost sight of the column for two days.",
        "The fire in the market of Karez died down on Sunday.",
        "The surgeons had left 200 wounded behind.",
        "The old houses had been left by their owners.",
    ],
)
def test_who_takes_part_shows_that_nothing_of_the_kind_befell(text, annotated):
    told = {e.type for e in annotated(text).events}
    never = {
        "territory_control",
        "surrender",
        "evacuation",
        "alive",
        "missing",
        "died",
        "withdrawal",
    }

    assert not told & never


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Karez fell to the rebels on Monday.", "territory_control"),
        ("The army evacuated 300 people from Karez.", "evacuation"),
        ("The rebels have left Karez.", "withdrawal"),
        ("The rebels won no ground at Karez.", "advance"),
        ("The two armies fought all day at Karez.", "armed_clash"),
        ("The two armies fought all day on Monday around Karez.", "armed_clash"),
    ],
)
def test_what_did_befall_is_kept(text, type_, annotated):
    assert type_ in {e.type for e in annotated(text).events}


def test_a_fire_that_died_down_had_burned_on_another_day(annotated):
    (event,) = (
        e
        for e in annotated("The fire in Karez died down on Sunday.").events
        if e.type == "explosion"
    )
    assert not event.negated
    assert event.when is None


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers were fighting the flames in Karez.",
        "The Harbour Post withdraws its report of Monday.",
    ],
)
def test_who_puts_out_a_fire_or_takes_back_a_word_does_no_deed(text, annotated):
    assert not {e.type for e in annotated(text).events} & {"explosion", "withdrawal"}


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("The prince passed through Karez in a carriage.", "died"),
        ("Upland troops found the town full of wounded men.", "body_found"),
        ("A gunner saw the captain go down with his horse.", "alive"),
        ("The Upland army captured 60 guns.", "captured"),
        ("The Lowland army lost 100 guns at Karez, letters say.", "territory_control"),
    ],
)
def test_what_happened_to_a_thing_or_on_the_way_befell_nobody(text, never, annotated):
    assert never not in {e.type for e in annotated(text).events}


def test_prisoners_who_were_taken_are_counted(annotated):
    text = "The Upland army said it had taken 500 prisoners and nine tanks."
    (event,) = (e for e in annotated(text).events if e.type == "captured")

    assert [(c.low, c.categories) for c in event.counts] == [(500, ("captured",))]


def test_the_day_after_a_battle_is_not_the_battles(annotated):
    text = "Upland troops entered Karez on Wednesday, two days after the battle at Dalan."
    battles = [
        e for e in annotated(text, published_at="2031-03-06").events if e.type == "armed_clash"
    ]

    assert [e.when for e in battles] == [None]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("A suicide bomber struck the fair in Karez.", ["suicide_attack"]),
        ("A car bomb hit a bus in Omra.", ["bombing"]),
        ("Nine died in a suicide bombing that struck a wedding.", ["killed", "suicide_attack"]),
        ("Warplanes struck a market in Karez.", ["air_strike"]),
        ("Volunteers helped evacuate wounded residents from Karez.", ["evacuation"]),
    ],
)
def test_who_or_what_strikes_tells_the_kind_of_blow_and_one_is_told_once(annotated, text, types):
    assert [event.type for event in annotated(text).events if event.type != "injured"] == types


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Mira Tal saw a man in a black coat at the gate.", "alive"),
        ("The bride and the groom were exchanging vows.", "exchanged"),
        ("Rescuers lifted a shopper who had collapsed on the ground.", "property_damage"),
    ],
)
def test_a_stranger_seen_vows_exchanged_and_a_shopper_who_collapsed(annotated, text, type_):
    assert type_ not in {event.type for event in annotated(text).events}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The settlement would keep Anton Vesk in power.", "detained"),
        ("He lost friends by his verbal assaults on the court.", "armed_clash"),
    ],
)
def test_who_is_kept_in_power_is_free_and_verbal_assaults_are_words(annotated, text, type_):
    assert type_ not in {event.type for event in annotated(text).events}


def test_who_is_kept_in_custody_is_not(annotated):
    found = annotated("Police kept Anton Vesk in custody for a week.")

    assert "detained" in {event.type for event in found.events}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Fighters backed by jets took Omra.", "withdrawal"),
        ("No figure of the dead has been released by rescuers.", "released"),
        ("Planes were flying over Karez in the evening.", "air_strike"),
        ("The ministry denied charges that the army used chlorine in Omra.", "trial"),
        ("He faces charges of murder in Omra.", "killed"),
        ("The minister's decision to leave the post was a surprise in Omra.", "withdrawal"),
        ("Anton Vesk clashed with Besim Rao over the budget of Omra.", "armed_clash"),
        ("It is not known who fired first in Omra.", "appointment"),
        ("The two armies are locked in a struggle for Omra.", "detained"),
        ("Nobody has fired since the cease-fire began.", "explosion"),
        ("The hospital put the death list on its door.", "killed"),
        ("Some 30 bodies were brought to a hospital in Karez.", "hospitalised"),
    ],
)
def test_words_that_tell_another_thing_here_tell_no_event_of_their_type(annotated, text, type_):
    assert type_ not in {event.type for event in annotated(text).events}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The rebels backed away from the bridge.", "withdrawal"),
        ("The rebels released nine prisoners.", "released"),
        ("The army left its post near Omra.", "withdrawal"),
        ("Police clashed with protesters in Omra.", "armed_clash"),
        ("The base in Omra came under mortar fire.", "shelling"),
        ("Government warplanes carried out six raids on Omra.", "air_strike"),
        ("Suicide bombers struck a shrine in Omra.", "suicide_attack"),
        ("Two suicide bombers attacked the shrine in Omra.", "suicide_attack"),
        ("A helicopter crashed near Omra.", "aircraft_downed"),
        ("The men were beaten and burned with cigarettes.", "injured"),
        ("An explosion was heard near the airport of Omra.", "explosion"),
        ("The army has besieged the town since March.", "siege"),
        ("Twelve people choked to death.", "died"),
        ("He was locked in a room for two days.", "detained"),
        ("The week-long cease-fire ended on Monday.", "ceasefire"),
        ("Cease-Fire Holds in Omra", "ceasefire"),
        ("An air-strike killed nine people in Omra.", "air_strike"),
        ("Two men were put to death on Monday.", "killed"),
        ("Nine men were brought to the hospital in Karez.", "hospitalised"),
    ],
)
def test_and_where_they_tell_it_they_do(annotated, text, type_):
    assert type_ in {event.type for event in annotated(text).events}


def test_a_minister_who_is_lost_resigned_and_a_commander_fell(annotated):
    minister = annotated("The president lost his defence secretary, Karim Rao.")
    commander = annotated("The army lost its commander, Karim Sol, in the raid.")

    assert "killed" not in {event.type for event in minister.events}
    assert "killed" in {event.type for event in commander.events}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two men died of their burns, bringing the number of dead to 14.", False),
        ("A third body brought the total to three.", False),
        ("Buses brought 300 villagers to safety in Karez.", True),
    ],
)
def test_a_figure_that_is_brought_up_is_nobody_evacuated(text, told, annotated):
    assert any(e.type == "evacuation" for e in annotated(text).events) is told
