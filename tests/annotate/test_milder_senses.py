"""Words that mean something milder than an event of a conflict tell of none."""

import pytest

pytestmark = pytest.mark.model


@pytest.fixture
def types_in(claims_in):
    """The types of the events of a text."""

    def find(text):
        found = claims_in(text, published_at="7 May 2031", outlet="Harbour Post")
        return {c.event.type for c in found}

    return find


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The envoy said the army was a greater threat to the valley than the floods.", "threat"),
        ("The minister refused to discuss the threat to Solvia from the north.", "threat"),
        ("Villagers said the dams pose a threat to the town of Harb.", "threat"),
        ("We only deal with the facts about the raid on Harb, the envoy said.", "agreement"),
        ("He answered the raid in a single sentence.", "trial"),
        ("The report is an indictment of the army in Harb.", "trial"),
        (
            "Action was taken in response to a letter from the mayor of Harb.",
            "armed_clash",
        ),
        ("Lawmakers seized the floor on Wednesday to protest.", "territory_control"),
        ("An exiled cleric condemned the shelling.", "fled"),
        ("The fighters are fighting on the side of the army in Harb.", "fighting_continues"),
        ("Protests continue in Harb after the shelling.", "fighting_continues"),
        ("The army's move would have dangerous consequences, the council said.", "advance"),
        ("The senator said he would release his tax returns after the raid.", "released"),
        ("They live with refugees in Harb now, far from the shelling.", "fled"),
        ("The army fought rebels in the cemetery of Harb.", "buried"),
        ("The council says 2,000 civilians still live in Harb, where shells fell.", "alive"),
        ("She has won contests that free her to speak for the party on the raid.", "released"),
        ("Three reporters were run over and killed by a lorry in Harb.", "fled"),
        (
            "The two men still retain northern nationality, officials in Harb said.",
            "territory_control",
        ),
        ("The strikes mistakenly identified farmers in Harb as fighters.", "identified"),
        ("Many struggle to survive in Harb after the shelling.", "alive"),
        ("The barrage left parts of Harb deserted.", "property_damage"),
        (
            "The mayor promised to remove the gunmen and all their mortars from Harb.",
            "appointment",
        ),
        (
            "The council doubted the willingness of the army to engage in the political process.",
            "armed_clash",
        ),
        ("Harb had become a kill zone, the envoy said.", "killed"),
        ("The mill in Harb had 20 men of fighting age.", "armed_clash"),
        ("They must now watch the troops march away from Harb.", "protest"),
        ("You can watch his talk on the shelling of Harb here.", "negotiation"),
        ("Barrels of gas fell near the farm in Harb.", "aircraft_downed"),
        ("He feels that the world is trying to bring him down.", "aircraft_downed"),
        ("The people of Harb concentrate on their own survival.", "alive"),
        ("The ministers were caught off guard by the raid on Harb.", "arrest"),
        (
            "In the east of Harb, where the council says 900 people still live, food is short.",
            "alive",
        ),
        ("The programme built a force of 900 battle-ready soldiers in Harb.", "armed_clash"),
        ("The baker faces two years in prison over a theft in Harb.", "detained"),
        ("A pilot was forced to eject from his plane over Harb.", "displacement"),
        ("Solvia denies the charge of a raid on Harb.", "trial"),
        ("A soldier was captured on camera beating a woman in Harb.", "captured"),
        ("The raid, captured by a security camera, shocked the town of Harb.", "captured"),
        ("Men searched the remains of a shop in Harb after the raid.", "body_found"),
        ("The president denied that the army uses the weapons in Harb.", "chemical_weapon"),
    ],
)
def test_a_word_in_a_milder_sense_tells_no_event(text, type_, types_in):
    assert type_ not in types_in(text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The council received death threats after the raid on Harb.", "threat"),
        ("The general repeated his threat to shell Harb if the rebels stayed.", "threat"),
        ("The court handed him a ten-year sentence in Harb.", "trial"),
        ("The government took military action against the rebels in Harb.", "armed_clash"),
        ("Regime forces seize rebel-held Harb after 27 days of shelling.", "territory_control"),
        ("The rebels released nine soldiers in Harb on Monday.", "released"),
        ("Nine men were buried in the cemetery of Harb.", "buried"),
        ("The remains of nine soldiers were found in Harb.", "body_found"),
        ("The army used chemical weapons in Harb.", "chemical_weapon"),
        (
            "Gas killed nine people in Harb. The army denied that it used the weapons.",
            "chemical_weapon",
        ),
    ],
)
def test_the_same_word_in_earnest_tells_one(text, type_, types_in):
    assert type_ in types_in(text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Nine bakers were killed by a barrel bomb attack near Harb.", "air_strike"),
        ("A series of aerial attacks hit health posts in Harb.", "air_strike"),
        ("Six died in barrel bombings of Harb.", "air_strike"),
        ("Two children died in a rocket shells attack on Harb.", "shelling"),
        ("A car bomb attack on a bus in Harb killed two.", "bombing"),
        ("A knife attack in Harb killed two.", "armed_clash"),
        ("A rebel attack on a helicopter base in Harb killed two.", "armed_clash"),
        ("Two men died in an attack on an air base.", "armed_clash"),
    ],
)
def test_the_words_before_attack_tell_its_kind(text, type_, types_in):
    assert types_in(text) - {"killed"} == {type_}


@pytest.mark.parametrize(
    "text",
    [
        'Arin Vesk is in awe of "strongman" leaders such as Russia\'s Odas.',
        "Arin Vesk is in talks with the rulers of Russia.",
        "Arin Vesk is in favour of Russia's plan.",
    ],
)
def test_who_is_in_awe_or_in_talks_is_nowhere_by_that(text, types_in):
    assert "whereabouts" not in types_in(text)


@pytest.mark.parametrize(
    "text", ["Arin Vesk is at a conference in Moscow.", "Arin Vesk is in talks in Moscow."]
)
def test_who_is_at_talks_in_a_town_is_there(text, types_in):
    assert "whereabouts" in types_in(text)
