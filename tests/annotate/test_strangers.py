"""Who acts in the same sentence, and has no part in the event."""

import pytest

pytestmark = pytest.mark.model


def fillers(found, type_, role):
    return [
        r.filler.words for e in found.events if e.type == type_ for r in e.roles if r.name == role
    ]


@pytest.mark.parametrize(
    ("text", "type_", "who"),
    [
        (
            "Riflemen sealed the shrine before the noon march and monks were clubbed into lorries.",
            "protest",
            "Riflemen",
        ),
        (
            "Security forces launched sweeps in reply to raids on 30 police posts.",
            "armed_clash",
            "Security forces",
        ),
        (
            "Council troops opened fire on a rally of students in the stadium.",
            "protest",
            "Council troops",
        ),
        ("Men whose families had been massacred in Harb blocked the road.", "killed", "Men"),
        (
            "Men whose families had been massacred by rebels burned the mill.",
            "property_damage",
            "rebels",
        ),
        (
            "Rebels launched an assault on Besk on Monday, prompting air strikes by the League.",
            "air_strike",
            "Rebels",
        ),
        ("Rebels in Harb evaded capture by the army.", "captured", "Rebels in Harb"),
        ("The air force surprised the rebels in raids near Harb.", "armed_clash", "the rebels"),
        ("Karvia was tasked with forcing the League's withdrawal.", "withdrawal", "Karvia"),
        (
            "Troops of the League entered Harb on Monday, and found the town full of Russian wounded.",
            "injured",
            "Troops of the League",
        ),
        (
            "The riflemen found the bodies of nine villagers killed in the mill.",
            "killed",
            "The riflemen",
        ),
        ("The League broke up the march in Harb with force.", "dispersal", "force"),
        (
            "Rebel fighters tried to negotiate as the enclave in Harb shrank under air strikes.",
            "air_strike",
            "Rebel fighters",
        ),
        (
            "Karvian forces shelled Harb on Monday. US forces took no action, and spokesman Ibrahim Hul accused them of"
            " having struck a shameful deal to look away.",
            "agreement",
            "Ibrahim Hul",
        ),
        ("One of their men is killing civilians by the dozens.", "killed", "the dozens"),
        ("The envoy and the council condemned the raid on the mill.", "armed_clash", "the council"),
    ],
)
def test_who_acts_beside_it_did_not_do_it(text, type_, who, annotated):
    assert who not in fillers(annotated(text), type_, "actor")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Dozens of villagers fleeing the fighting near Harb were killed.", "Dozens of villagers"),
        (
            "Twelve people queuing for water in the besieged Hresno district were killed on Monday.",
            "Twelve people",
        ),
        ("A woman selling bread outside the mosque was killed by a shell.", "A woman"),
    ],
)
def test_who_is_told_at_something_when_it_befell_him_is_the_victim(text, who, annotated):
    assert fillers(annotated(text), "killed", "victim") == [who]


def test_only_what_stands_behind_its_quality_has_it(annotated):
    text = "The correspondent saw three burned streets and a church without a roof in Harb."
    assert "a church" not in fillers(annotated(text), "property_damage", "target")


def test_no_one_died_of_deaths(annotated):
    text = "A child was killed in the first deaths since the truce in the valley."
    assert fillers(annotated(text), "killed", "means") == []


def test_what_somebody_overthrew_did_not_overthrow_it(annotated):
    found = annotated("It was their overthrow of the emir's regime in 1979.")

    assert fillers(found, "uprising", "actor") == ["their"]
    assert fillers(found, "uprising", "target") == ["the emir's regime"]


def test_who_is_told_by_name_is_told_once(annotated):
    found = annotated("Another clerk, Jack Lett, was captured in the hills.")
    assert fillers(found, "captured", "victim") == ["Jack Lett"]


def test_who_stands_trial_is_tried(annotated):
    assert fillers(annotated("Two men will stand trial in Harb."), "trial", "victim") == ["Two men"]


def test_with_whom_one_attacks_is_not_attacked(annotated):
    found = annotated("Rebels attacked Besk with fighters from the hills.")
    assert fillers(found, "armed_clash", "target") == ["Besk"]


def test_who_did_not_see_him_dead_is_not_dead(annotated):
    text = (
        "The wounded men whom we quoted saw the colonel's mule fall, and they did not see him dead."
    )
    assert fillers(annotated(text), "killed", "victim") == ["him"]
