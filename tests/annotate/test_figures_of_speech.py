"""Words of war that are said of taxes, films, matches and ideas, and of what no force can touch."""

import pytest

pytestmark = pytest.mark.model


def types_at(word, text, annotated):
    return {e.type for e in annotated(text).events if word in e.trigger.of(text)}


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("killing", "The levy is killing them in the suburbs, aides say."),
        ("bombed", "The novel sank without trace and its sequel bombed."),
        ("battle", "The cabinet faces a budget battle in the spring."),
        ("war", "Two grocers have begun a price war in Mirsk."),
        ("surrendered", "Inflation has not surrendered, the governor said."),
        ("fire", "The minister is under fire over a villa."),
        ("attack", "The minister came under attack from lawmakers in Mirsk."),
        ("dead", "The reform is dead, the senator said."),
        ("surrender", "You do not surrender a good idea, she said."),
        ("attacked", "Critics attacked the trip as a waste of money."),
        ("lost", "He lost the committee chair in March."),
        ("battered", "Heavy rain battered the winter crop."),
    ],
)
def test_what_no_force_can_touch_is_not_fought_or_killed(word, text, annotated):
    assert types_at(word, text, annotated) == set()


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("held", "She voted for the bill with her nose held."),
        ("took", "He took the wrong bag at the station."),
        ("planted", "Farmers planted maize above the river in March."),
        ("carried", "The boys carried the matches to the barn."),
        ("named", "The council named a street after her."),
        ("found", "They found a photograph in the drawer."),
        ("mine", "Inspectors cited the mine after miners fell ill."),
    ],
)
def test_things_in_hand_are_no_territory_and_no_victims(word, text, annotated):
    assert types_at(word, text, annotated) == set()


@pytest.mark.parametrize(
    ("word", "text", "type_"),
    [
        ("killed", "The plot killed nine ministers.", "killed"),
        ("attacked", "Rebels attacked the village over a dispute about land.", "armed_clash"),
        ("attack", "The patrol came under attack from rebels near Mirsk.", "armed_clash"),
        ("battle", "The battle for the bridge ended on Friday.", "armed_clash"),
        ("planted", "Militants planted a bomb beside the railway track.", "bombing"),
        ("found", "They found his body in the ditch.", "body_found"),
        ("took", "The rebels took the town of Mirsk.", "territory_control"),
        ("carried", "Rebels carried nine girls into the hills.", "abducted"),
    ],
)
def test_the_same_words_of_men_and_towns_are_in_earnest(word, text, type_, annotated):
    assert types_at(word, text, annotated) == {type_}


def test_a_strike_over_pay_is_a_stoppage_and_one_on_a_hostel_falls_from_the_air(annotated):
    stoppage = "The union called a general strike over pay on Monday."
    assert types_at("strike", stoppage, annotated) == {"protest"}
    raid = "The army's strike on the miners' hostel killed nine workers."
    assert types_at("strike", raid, annotated) == {"air_strike"}


MATCH = (
    "The coach of the league champions said his midfielder had been ambushed by a referee. "
    "The goalkeeper blamed the pitch, and the captain promised a raid on the trophy in the playoffs."
)
RAID = (
    "The mayor said his patrol had been ambushed by rebels near a checkpoint. Shells fell on the"
    " market, and the captain promised a raid on their camp in the hills."
)


def test_ambushes_and_raids_among_referees_and_trophies_are_those_of_a_game(annotated):
    assert {e.type for e in annotated(MATCH).events} & {"armed_clash", "killed"} == set()
    assert "armed_clash" in {e.type for e in annotated(RAID).events}


def test_he_who_is_said_to_have_taken_a_child_took_no_rumour(annotated):
    text = "A rumour that he had kidnapped a child swept through the town."
    victims = [
        r.filler.words for e in annotated(text).events for r in e.roles if r.name == "victim"
    ]
    assert "A rumour" not in victims


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("rationing", "The hikers lived by melting ice in a cup and rationing a bag of raisins."),
        ("fogging", "Crews are fogging the lanes of Mirsk with spray."),
        ("hospice", "The guide had been raising money for a hospice."),
        ("ducked", "The boys ducked under the rope."),
    ],
)
def test_a_word_that_no_table_has_is_seldom_guessed_to_tell_of_violence(word, text, annotated):
    assert types_at(word, text, annotated) == set()


@pytest.mark.parametrize(
    ("word", "text", "type_"),
    [
        ("rammed", "Two boats were rammed by a patrol cutter off Mirsk.", "property_damage"),
        ("brawl", "A brawl broke out between the two gangs in Mirsk.", "armed_clash"),
        ("restrained", "He was restrained by four officers.", "detained"),
    ],
)
def test_a_word_that_the_table_has_is_believed_sooner(word, text, type_, annotated):
    assert types_at(word, text, annotated) == {type_}


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Mira Tal asked the north for help.", True),
        ("The council requested help from the north.", True),
        ("They fought on without help.", False),
    ],
)
def test_help_that_is_asked_for_is_told_without_a_giver(text, is_told, annotated):
    assert ("aid" in {e.type for e in annotated(text).events}) is is_told
