"""Each voice is made to say what it says itself: not by whom another says it was done."""

import pytest

pytestmark = pytest.mark.model


@pytest.fixture
def told(claims_in):
    """The claims of a text of 7 May 2031 that are of a type."""

    def find(text, *types):
        found = claims_in(text, published_at="7 May 2031", outlet="Harbour Post")
        return [claim for claim in found if claim.event.type in types]

    return find


def doers(claims, label):
    return {
        role.filler.entity
        for claim in claims
        if claim.chain and label in claim.chain[-1].label
        for role in claim.event.roles
        if role.name == "actor"
    }


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The Upland army shelled Karez, Petra Lom said. A nurse said nine people were killed.", "nurse"),
        ("The Lowland Council said Upland army guns shelled Karez. A baker said two men were injured.", "baker"),
        ("Petra Lom said that the Upland army had raided a farm. A priest said four people were killed there.",
         "priest"),
        ("The Upland army said that Lowland forces had attacked a convoy near Karez. A driver who reached Dalan said"
         " that his column had lost seven men.", "driver"),
        ("Lowland forces stormed the mill in Karez, Colonel Besim Rao said. Residents said six people were wounded.",
         "esidents"),
    ],
)  # fmt: skip
def test_who_only_counts_the_dead_does_not_say_who_killed_them(text, label, told):
    assert doers(told(text, "killed", "injured"), label) == set()


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("A nurse said the Upland army had killed nine people in Karez.", "nurse"),
        ("Petra Lom said that Upland army troops shot and killed two farmers.", "Petra Lom"),
        ("The Lowland Council accused the Upland army of shelling Karez. Petra Lom said nine people were killed by the"
         " Upland army.", "Petra Lom"),
        ("A priest said that Lowland forces killed four people in Karez.", "priest"),
        ("The River Monitor said the Upland army had killed 31 people in Dalan.", "River Monitor"),
    ],
)  # fmt: skip
def test_who_names_the_doer_does(text, label, told):
    assert doers(told(text, "killed", "shelling", "injured"), label) != set()


@pytest.mark.parametrize(
    "text",
    [
        "The River Monitor counted 31 dead in Karez. A nurse said that many of the dead had burns.",
        "Shells killed nine people in Dalan on Monday. Petra Lom said most of the dead were farmers.",
        "Nine people were killed in Karez, the River Monitor said. A clerk said that the dead were in the church.",
        "Twelve people died in Dalan, the Lowland Council said. A baker said some of the dead had no papers.",
        "Gunmen killed four guards in Karez. A priest said that he had known all of the dead.",
    ],
)
def test_who_speaks_of_the_dead_kills_nobody_again(text, told):
    assert len(told(text, "killed", "died")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The River Monitor counted 31 dead in Karez. A nurse said that 40 people were dead.",
        "Shells killed nine people in Dalan. Petra Lom said two more people had been killed at the mill.",
        "Nine people were killed in Karez, the River Monitor said. A clerk said that twelve had died.",
        "Gunmen killed four guards in Karez. A nurse said that nine guards were dead.",
        "Twelve people died in Dalan, the Lowland Council said. A baker said his brother was dead.",
    ],
)
def test_another_count_or_another_death_is_one(text, told):
    assert any("nurse" in c.chain[-1].label or "Lom" in c.chain[-1].label or "clerk" in c.chain[-1].label
               or "baker" in c.chain[-1].label for c in told(text, "killed", "died") if c.chain)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        ("The Lowland Council blamed Upland army soldiers for the fire in Karez.", False),
        ("Petra Lom blamed the Upland army for the deaths of two farmers in Dalan.", False),
        ("Petra Lom condemned the shelling of Karez.", True),
        ("The envoy denounced the raid on Dalan.", True),
    ],
)
def test_who_blames_condemns_nothing(text, is_there, told):
    assert bool(told(text, "condemnation")) is is_there


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The general wrote that wounded captives had told his officers that nine guns were lost. The captives also"
         " said that Colonel Besim Rao was wounded.", "general"),
        ("Petra Lom said two deserters had told her that the bridge was mined. The deserters said that Colonel Besim"
         " Rao was killed.", "Petra Lom"),
        ("A clerk said three drivers had told him that the mill had burned. The drivers said that four people were"
         " killed.", "clerk"),
    ],
)  # fmt: skip
def test_whom_only_another_heard_is_heard_through_that_one(text, first, told):
    (one,) = (c for c in told(text, "killed", "injured") if c.chain[-1].naming == "unnamed")

    assert len(one.chain) == 2
    assert first in one.chain[0].label


@pytest.mark.parametrize(
    "text",
    [
        "Three drivers said that the mill had burned. The drivers said that four people were killed.",
        "The Upland army said that the opposition had fled. The opposition said four people were killed.",
        "A clerk said that the mill had burned. The drivers said that four people were killed.",
    ],
)
def test_who_speaks_to_the_outlet_speaks_alone(text, told):
    assert [len(c.chain) for c in told(text, "killed")] == [1]


@pytest.mark.parametrize(
    "text",
    [
        "The Lowland Council admitted on Monday that 12 people died in Karez. It had first claimed that 40 people"
        " were killed.",
        "Petra Lom said on Monday that nine people were killed in Karez. She had earlier said that 30 people were"
        " killed.",
        "The army said on Monday that two people died in Dalan. The army had initially said that nobody was killed.",
        "The River Monitor said on Monday that 14 people died in Karez. The monitor had previously said that six"
        " people were killed.",
        "A nurse said on Monday that nine people died in Karez. She had originally said that 20 people were killed.",
    ],
)
def test_what_somebody_had_first_said_was_said_before_what_is_said_now(text, told):
    now, before = sorted(told(text, "killed", "died"), key=lambda c: c.event.trigger)

    assert before.said_at.interval.stop < now.said_at.interval.start


@pytest.mark.parametrize(
    "text",
    [
        "Petra Lom said that the first shell killed nine people in Karez.",
        "The army said nine people were killed earlier in Karez.",
        "A nurse had said that nine people were killed in Karez.",
    ],
)
def test_other_words_of_first_and_earlier_tell_no_day_of_saying(text, told):
    assert [c.said_at for c in told(text, "killed")] == [None]


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        ("Surgeons had left about 40 wounded behind in Karez, a clerk said.", False),
        ("Medics evacuated 12 wounded from Dalan, Petra Lom said.", False),
        ("Soldiers injured nine people in Karez, a clerk said.", True),
        ("Gunmen wounded nine people in Karez, a clerk said.", True),
    ],
)
def test_who_tends_the_wounded_hurt_nobody(text, is_named, told):
    found = told(text, "injured", "killed")

    assert any(r.name == "actor" for c in found for r in c.event.roles) is is_named


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Colonel Besim Rao has died in Karez. The ministry confirmed the death on Monday.", "person/besim-rao"),
        ("Petra Lom was killed in Dalan, a clerk said. The council announced the killing.", "person/petra-lom"),
        ("Ilja Brant was murdered in Karez. A judge said the murder was planned.", "person/ilja-brant"),
        ("Petra Lom was captured near Karez. The Upland army confirmed the capture.", "person/petra-lom"),
        ("Ilja Brant was arrested in Karez. His lawyer confirmed the arrest.", "person/ilja-brant"),
        ("Nine people were killed in Karez. The ministry confirmed the deaths.", None),
        ("Colonel Besim Rao has died. The ministry confirmed the death of two guards.", None),
        ("Colonel Besim Rao and Petra Lom were killed. The ministry confirmed the death toll.", None),
        ("The ministry confirmed the death.", None),
    ],
)  # fmt: skip
def test_the_death_is_that_of_the_one_told_of_before(text, whose, told):
    found = told(text, "killed", "died", "captured", "arrest", "detained")
    last = max(found, key=lambda c: c.event.trigger, default=None)
    victims = {r.filler.entity for r in last.event.roles if r.name == "victim"} if last else set()

    assert (whose in victims) if whose is not None else not any(victims & {"person/besim-rao"})


def test_who_only_confirms_a_death_does_not_say_how_he_knows(told):
    text = "Petra Lom was killed in Dalan, a clerk said. The Lowland Council confirmed the killing on Monday."
    found = [c for c in told(text, "killed") if "Council" in c.chain[-1].label]
    (said,) = found

    assert said.chain[-1].basis == "not_stated"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Two guards said they did not see her dead.", "no_knowledge"),
        ("A baker said that he never saw anybody killed there.", "no_knowledge"),
        ("A priest said he had not seen Ilja Brant dead.", "no_knowledge"),
        ("Petra Lom said that nobody was killed in Karez.", "denies"),
        ("Petra Lom denied that anybody was killed in Karez.", "denies"),
    ],
)
def test_who_saw_none_dead_does_not_deny_that_there_were(text, stance, told):
    assert {c.stance for c in told(text, "killed", "died")} <= {stance}


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        ("Petra Lom hid in a cellar.", False),
        ("Petra Lom has been hiding in Karez since Monday.", False),
        ("Karim Odas fled to Dalan on Monday.", True),
        ("Two officers escaped from Karez.", True),
    ],
)
def test_who_hides_somewhere_has_not_fled(text, is_there, told):
    assert bool(told(text, "fled")) is is_there


@pytest.mark.parametrize(
    "text",
    [
        "Ilja Brant was in bed, said a doctor who treated him.",
        "The surgeon who treated Karim Odas declined to comment.",
    ],
)
def test_who_treats_people_is_not_in_hospital(text, told):
    victims = {
        role.filler.words
        for c in told(text, "hospitalised")
        for role in c.event.roles
        if role.name == "victim"
    }
    assert not any("doctor" in words or "nurse" in words for words in victims)


def test_who_denies_a_quotation_denies_it_of_the_one_who_was_quoted(claims_in):
    text = '"We hold the town of Karez," Karim Odas said. The army denied it.'
    held = [c for c in claims_in(text) if c.event.type == "territory_control"]

    assert {c.stance for c in held} == {"asserts", "denies"}
    holders = {r.filler.name for c in held for r in c.event.roles if r.name == "holder"}
    assert holders == {"Karim Odas"}
