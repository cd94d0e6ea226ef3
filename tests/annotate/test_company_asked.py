"""A word that asks for company tells nothing of its type without it."""

import pytest

pytestmark = pytest.mark.model


def told(annotated, text):
    return {e.type for e in annotated(text).events}


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("The bulldozers left 700 families without a roof.", "killed"),
        ("A column of ambulances took out 94 wounded fighters.", "killed"),
        ("Two men were seen fleeing in a white pickup.", "alive"),
        ("The captives were marched for nine nights.", "protest"),
        ("He was shot as he drove home from prayers.", "displacement"),
        ("The convoy left of its own accord.", "agreement"),
        ("Rauf Senna was killed by gunmen as he left a bakery.", "withdrawal"),
        ("The third try on the judge's life failed.", "trial"),
        ("Searchers were driven back by sniper fire.", "explosion"),
        ("It was the general's men who fired first.", "appointment"),
        ("Gunmen on a red motorcycle killed the mayor.", "bombing"),
        ("The bus slowed down for a washed-out culvert.", "property_damage"),
        ("The ombudsman opened a file on the burning of the crops.", "armed_clash"),
    ],
)
def test_it_tells_no_event_of_the_type(text, never, annotated):
    assert never not in told(annotated, text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The blast left nine people dead.", "killed"),
        ("Thousands of teachers marched through Harb.", "protest"),
        ("Families were driven from their homes by gunmen.", "displacement"),
        ("The rebels left the town on Monday.", "withdrawal"),
        ("The army left the hospital on Monday.", "withdrawal"),
        ("Villagers blocked the road to Harb.", "protest"),
        ("Rebels blocked the road to Harb.", "siege"),
        ("It was the general's men who fired first.", "armed_clash"),
        ("The fire was out by nine.", "explosion"),
        ("Villagers and herders traded stones and gunfire.", "armed_clash"),
        ("The mayor fired two aides on Monday.", "appointment"),
    ],
)
def test_in_its_company_it_tells_one(text, type_, annotated):
    assert type_ in told(annotated, text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Suspicion fell on the Front at once.", "territory_control"),
        ("The pylon fell on Monday, residents said.", "territory_control"),
        ("The council held an emergency session in Harb.", "territory_control"),
        ("A monitor confirmed two impacts near the school.", "identified"),
        ("There were fifteen lorries on the road, give or take two.", "captured"),
        ("The teacher was accused of sheltering rebels.", "fled"),
        ("Rauf Senna was bringing dairy equipment from Harb.", "evacuation"),
        ("The elder said that he had handled the matter.", "detained"),
        ("The fighters fired heavy machine guns at the gate.", "shelling"),
        ("His aides said that he was ill.", "died"),
        ("A gang halted two vans at the bridge.", "ceasefire"),
    ],
)
def test_what_it_is_said_of_rules_the_type_out(text, never, annotated):
    assert never not in told(annotated, text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The redoubt fell at noon.", "territory_control"),
        ("The fort fell to the rebels on Monday.", "territory_control"),
        ("The bridge was brought down by rockets.", "property_damage"),
        ("The helicopter was brought down by a missile.", "aircraft_downed"),
        ("Herders had cut the throat of a village chief.", "killed"),
        ("The rebels turned themselves in at the post.", "surrender"),
        ("Police found nine pensioners dead in a barn.", "body_found"),
        ("Warplanes hit a tanker convoy.", "air_strike"),
        ("The truce has been broken eleven times.", "ceasefire"),
    ],
)
def test_what_it_is_said_of_tells_the_type(text, type_, annotated):
    assert type_ in told(annotated, text)


def test_the_attack_is_of_no_kind_that_damage_tells(annotated):
    text = "Rockets damaged a base in Harb. A faction claimed the attack on Monday."

    assert [e.type for e in annotated(text).events].count("property_damage") <= 1


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("He said he had been treated correctly by the guards.", "hospitalised"),
        ("The investigators never entered the country.", "territory_control"),
        ("A colonel was found hiding in a water tank.", "body_found"),
        ("Aid workers said that the hospitals were full.", "aid"),
        ("The deadline for the swap expired at noon.", "died"),
    ],
)
def test_in_such_company_it_tells_no_event_of_the_type(text, never, annotated):
    assert never not in told(annotated, text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Nine fishermen were treated for burns at the clinic.", "hospitalised"),
        ("A column of rebels entered the town at noon.", "territory_control"),
        ("Nine sailors were found dead on a raft.", "body_found"),
        ("An aid convoy reached Harb on Monday.", "aid"),
        ("The old man expired at dawn.", "died"),
    ],
)
def test_in_other_company_it_tells_one(text, type_, annotated):
    assert type_ in told(annotated, text)
