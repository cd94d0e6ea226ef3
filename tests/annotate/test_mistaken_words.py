"""Words that tell something else there than the type they are known for."""

import pytest

pytestmark = pytest.mark.model


@pytest.fixture
def told(annotated):
    return lambda text: {e.type for e in annotated(text).events}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The claim could not be checked on Monday.", "investigation"),
        ("The report has not been verified.", "investigation"),
        ("The army had no lorries to move the guns to Karez.", "deployment"),
        ("The marshal had no cannon to batter the walls.", "shelling"),
        ("The villagers had no time to flee.", "fled"),
        ("The firemen were told to save the library first.", "alive"),
        ("Several hundred people came to the meeting place in Karez on Saturday.", "negotiation"),
        ("Karez is bombed, according to letters that reached shopkeepers there.", "agreement"),
        ("The ministry said that the northern army was broken and short of food.", "injured"),
        ("The mayor welcomed the victory that had saved Karez.", "territory_control"),
        ('"Nobody has spoken of leaving," the clerk said.', "withdrawal"),
        ('"They knocked first," said the tailor, who saw soldiers at a barn.', "property_damage"),
        ("The Solvian army also lost more than it first said.", "territory_control"),
        ("He said that men with torches had been caught.", "property_damage"),
        ("He said that a man with a grenade had been stopped at the gate.", "bombing"),
        ("The northern army has not published its losses.", "killed"),
        ("Headquarters did not answer questions about its losses.", "killed"),
        ("Wounded prisoners had told his officers that the bridge was down.", "injured"),
        ("The Front continues to dispute the army's claims.", "fighting_continues"),
        ("The ministry kept insisting that it held the bridge.", "fighting_continues"),
        ('"It is a shame for all of us," Orla Venn had charged.', "trial"),
        ("The betrayal of the valley by its allies was complete, Senna Karr said.", "killed"),
        ("A reporter saw troops and a flag at both ends of the tunnel at Karez.", "siege"),
        ("Senna Karr's cry for a revolt went unheard.", "condemnation"),
    ],
)
def test_a_word_that_is_used_otherwise_tells_nothing_of_its_type(text, type_, told):
    assert type_ not in told(text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The police investigated the fire.", "investigation"),
        ("The general moved two battalions to Karez.", "deployment"),
        ("Firemen rescued four children from the house.", "alive"),
        ("The bridge changed hands on Tuesday.", "territory_control"),
        ("The two sides reached a deal in Karez on Monday.", "agreement"),
        ("Ministers held a meeting with the rebels in Karez on Monday.", "negotiation"),
        ("The tailor lost two fingers and was wounded by a shell.", "injured"),
        ("The garrison has lost the town of Karez.", "territory_control"),
        ("The army admitted losses of 40 soldiers at Karez.", "killed"),
        ("The rebels continue to resist in the hills around Karez.", "fighting_continues"),
        ("Prosecutors charged Rustam Olek with treason on Monday.", "trial"),
        ("The slaughter of the villagers was complete, Senna Karr said.", "killed"),
    ],
)
def test_the_same_words_in_their_plain_use_are_kept(text, type_, told):
    assert type_ in told(text)


def test_what_one_thing_did_not_mean_is_denied_and_the_thing_is_not(annotated):
    text = (
        "Colonel Odas wrote that the entry of the rebels into Karez did not mean"
        " the conquest of Solvia."
    )
    found = {
        text[e.trigger.start : e.trigger.stop]: e
        for e in annotated(text).events
        if e.type == "territory_control"
    }

    assert not found["entry"].negated
    assert found["conquest"].negated
    (holder,) = (r.filler.words for r in found["entry"].roles if r.name == "holder")
    assert holder == "the rebels"


def test_hills_that_change_hands_hold_nothing(annotated):
    (event,) = annotated("Colonel Odas said that hills changed hands again and again.").events

    assert [(r.name, r.filler.words) for r in event.roles] == [("place", "hills")]


def test_whose_the_dead_are_did_not_kill_them(annotated):
    events = annotated("Between 120 and 130 Solvian dead were counted on the field.").events

    assert "actor" not in {r.name for e in events for r in e.roles}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The group is down, but it is far from out.", "aircraft_downed"),
        ("He taught himself how to use the rifle.", "chemical_weapon"),
    ],
)
def test_people_do_not_fly_and_a_rifle_is_no_gas(annotated, text, type_):
    assert type_ not in {event.type for event in annotated(text).events}


def test_what_is_used_of_gas_is_a_chemical_weapon(annotated):
    assert "chemical_weapon" in {
        e.type for e in annotated("The army used chlorine in Omra.").events
    }


def test_a_confirmation_hearing_tries_nobody(annotated):
    text = "Karim Odas faces a confirmation hearing in the Senate."

    assert "trial" not in {event.type for event in annotated(text).events}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The council had no plan to withdraw.", "withdrawal"),
        ("The rebels have no intention to surrender.", "surrender"),
        ("There is no need to withdraw from Karez, the council said.", "withdrawal"),
    ],
)
def test_what_nobody_means_to_do_is_told_as_not_to_come(annotated, text, type_):
    found = [event for event in annotated(text).events if event.type == type_]
    assert [event.negated for event in found] == [True]
