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
