"""What is said to have happened, to whom, where, when, and how real it is."""

from dataclasses import replace

import pytest

from sayso.annotate.event.attack_kinds import settle_attack_kinds
from sayso.types import Event, Span

pytestmark = pytest.mark.model


def event_of(type_, found):
    (event,) = [event for event in found.events if event.type == type_]
    return event


def roles_of(event):
    return {role.name: role.filler.words for role in event.roles}


@pytest.mark.parametrize(
    ("text", "type_", "trigger"),
    [
        ("Gunmen killed a guard.", "killed", "killed"),
        ("A guard was shot dead.", "killed", "shot dead"),
        ("The old governor died in hospital.", "died", "died"),
        ("Twelve people were wounded.", "injured", "wounded"),
        ("Gunmen abducted a journalist.", "abducted", "abducted"),
        ("Police detained the governor.", "arrest", "detained"),
        ("Warplanes bombed the town.", "air_strike", "bombed"),
        ("A drone attack on the hospital killed four.", "drone_strike", "drone attack"),
        ("The army shelled the market.", "shelling", "shelled"),
        ("Police dispersed a protest.", "dispersal", "dispersed"),
        ("The two sides agreed to a ceasefire.", "ceasefire", "agreed"),
        ("The two sides exchanged prisoners.", "exchanged", "exchanged"),
        ("The army withdrew from Karez on Monday.", "withdrawal", "withdrew"),
        ("The rebels surrendered.", "surrender", "surrendered"),
        ("The army captured the town of Dalan.", "territory_control", "captured"),
        ("Thousands of people were displaced.", "displacement", "displaced"),
        ("Soldiers burned two houses.", "property_damage", "burned"),
        ("About 900 families took refuge in a school.", "fled", "took refuge"),
        ("Forty rebels handed in their weapons on Friday.", "surrender", "handed"),
        ("Rioters set two buses alight.", "property_damage", "set"),
        ("A bomb went off outside the barracks.", "bombing", "went off"),
        ("Some 2,000 traders gathered outside the court.", "protest", "gathered outside"),
    ],
)
def test_the_words_of_an_event_give_its_type(text, type_, trigger, annotated):
    found = {event.type: event.trigger.of(text) for event in annotated(text).events}
    assert found.get(type_) == trigger


@pytest.mark.parametrize(
    ("text", "type_", "roles"),
    [
        ("Gunmen killed a guard.", "killed", {"actor": "Gunmen", "victim": "a guard"}),
        (
            "A guard was killed by gunmen.",
            "killed",
            {"actor": "gunmen", "victim": "A guard"},
        ),
        ("Warplanes bombed the town.", "air_strike", {"means": "Warplanes", "target": "the town"}),
        ("The strike killed a guard.", "killed", {"means": "The strike", "victim": "a guard"}),
        (
            "The army withdrew from Karez on Monday.",
            "withdrawal",
            {"actor": "The army", "from": "Karez"},
        ),
    ],
)
def test_grammar_tells_who_did_what_to_whom(text, type_, roles, annotated):
    assert roles_of(event_of(type_, annotated(text))) == roles


def test_whoever_denies_an_attack_did_not_carry_it_out(annotated):
    event = event_of("air_strike", annotated("The army denied the air strike on the market."))
    assert "actor" not in roles_of(event)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The army shelled the town.", "happened"),
        ("The army is shelling the town.", "ongoing"),
        ("The army continued to shell the town.", "ongoing"),
        ("The army tried to shell the town.", "attempted"),
        ("The army will shell the town.", "planned"),
        ("The army threatened to shell the town.", "planned"),
        ("If the army shells the town, we leave.", "hypothetical"),
        ("The army could shell the town.", "hypothetical"),
        ("The envoy urged the army to shell the town.", "called_for"),
    ],
)
def test_how_real_the_text_makes_it(text, modality, annotated):
    assert event_of("shelling", annotated(text)).modality == modality


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The army did not shell the town.", True),
        ("The army never shelled the town.", True),
        ("No soldiers shelled the town.", True),
        ("The army shelled the town.", False),
        ("The army, which is not large, shelled the town.", False),
    ],
)
def test_what_was_not_so_is_negated(text, negated, annotated):
    assert event_of("shelling", annotated(text)).negated is negated


def test_an_event_has_the_place_and_day_of_its_clause(annotated):
    text = "Gunmen killed a guard in Damascus on Monday, the council said in Aleppo on Tuesday."
    found = annotated(text, published_at="2031-05-09")
    event = event_of("killed", found)

    assert found.places[event.place].words == "Damascus"
    assert found.times[event.when].value == "2031-05-05"


def test_an_event_told_without_place_and_day_has_none(annotated):
    event = event_of("killed", annotated("Gunmen killed a guard."))
    assert (event.place, event.when) == (None, None)


def test_counts_are_of_the_event_they_stand_under(annotated):
    text = "The raid killed 31 people and wounded 12 soldiers."
    found = annotated(text)

    assert [count.low for count in event_of("killed", found).counts] == [31]
    assert [count.low for count in event_of("injured", found).counts] == [12]


def test_either_of_two_fates_is_one_event(annotated):
    (event,) = annotated("Two dozen fighters were captured or killed.").events
    assert event.counts[0].categories == ("captured", "killed")


def test_history_is_kept_off_the_day(annotated):
    text = "In 2011, gunmen killed hundreds of people in Dalan. On Monday gunmen killed a guard."
    old, new = annotated(text, published_at="2031-05-09").events
    assert (old.background, new.background) == (True, False)


def test_a_sum_over_the_war_is_no_single_event(annotated):
    text = "More than 200,000 people have been killed since the war began."
    assert event_of("killed", annotated(text)).scope == "aggregate"


def test_what_a_speaker_reacts_to_is_presupposed(annotated):
    found = annotated("The envoy condemned the raid that killed 58 people.")
    assert event_of("killed", found).presupposed


@pytest.mark.parametrize(
    ("hit", "kind"),
    [
        ("a school", "school"),
        ("the power station", "power"),
        ("the radio station", "media"),
        ("the bus station", None),
        ("the ruins of a bakery", "market"),
        ("the customs house", None),
    ],
)
def test_what_was_hit_is_told_by_its_noun(hit, kind, annotated):
    assert event_of("shelling", annotated(f"The army shelled {hit}.")).target_kind == kind


def test_captions_printed_again_and_furniture_tell_of_no_event(annotated):
    text = (
        "Gunmen killed a guard at the gate of the old fort in the night.\n\n"
        "Read more: Gunmen killed a priest in the north"
    )
    assert [event.type for event in annotated(text).events] == ["killed"]


def test_the_attack_is_of_the_kind_told_before(annotated):
    text = "Warplanes bombed the market in Karez on Monday. The council condemned the attack."
    found = [(e.trigger.of(text), e.type) for e in annotated(text).events]

    assert ("attack", "air_strike") in found


@pytest.mark.parametrize(
    ("text", "type_", "role", "filler"),
    [
        ("The council urged the government to send troops to Harb.", "deployment", "actor", "the government"),
        ("The junta called on the mutineers to lay down their arms.", "surrender", "actor", "the mutineers"),
        ("The army's decision to pull out of Harb surprised many.", "withdrawal", "actor", "The army"),
        ("Harb condemned the singer's arrest.", "arrest", "victim", "the singer"),
        ("Gunmen fired two rockets at the market.", "shelling", "means", "two rockets"),
        ("Gunmen fired two rockets at the market.", "shelling", "target", "the market"),
        ("Rebels dragged two clerks from a jeep and killed them.", "killed", "victim", "two clerks"),
        ("No one was hurt when jets bombed the depot.", "injured", "means", "jets"),
        ("A bomb hit a bus in Harb. Nine people died.", "killed", "means", "A bomb"),
        ("Among the dead were two nurses.", "killed", "victim", "two nurses"),
        ("Harb counted six dead.", "killed", "victim", "six dead"),
        ("Soldiers recaptured the oilfields.", "territory_control", "place", "the oilfields"),
        ("Rebels captured or killed hundreds.", "captured", "victim", "hundreds"),
    ],
)  # fmt: skip
def test_a_role_is_filled_as_a_reader_would(text, type_, role, filler, annotated):
    found = [e for e in annotated(text).events if e.type == type_]
    assert (role, filler) in [(r.name, r.filler.words) for e in found for r in e.roles]


@pytest.mark.parametrize(
    ("text", "type_", "role", "filler"),
    [
        ("Harb counted six dead.", "killed", "victim", "Harb"),
        ("The village was shelled by nightfall.", "shelling", "actor", "nightfall"),
        ("Rebels attacked a post. The army said nine people died.", "died", "actor", "The army"),
        ("Nine people were killed in Harb province.", "killed", "means", "Harb province"),
    ],
)
def test_a_role_is_not_filled_by_what_only_stands_near(text, type_, role, filler, annotated):
    found = [e for e in annotated(text).events if e.type == type_]
    assert (role, filler) not in [(r.name, r.filler.words) for e in found for r in e.roles]


def test_a_bomb_that_falls_after_warplanes_came_is_theirs(annotated):
    text = "Warplanes bombed Karez on Monday. The first bomb fell on the market."
    assert {e.type for e in annotated(text).events} == {"air_strike"}


@pytest.mark.parametrize(
    "text",
    [
        "The Southern Council denied on Friday that it had ever spoken of 12 dead in Dalan.",
        "General Odas denied having said that nine men were killed.",
    ],
)
def test_who_denies_having_said_it_does_not_deny_that_it_happened(understood, text):
    assert [event.type for event in understood(text).events] == []


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Instead of retreating, the rebels attacked the town.", "withdrawal"),
        ("Neither side attacked the bridge.", "armed_clash"),
        ("The clerks fled rather than surrender to the rebels.", "surrender"),
    ],
)
def test_what_was_not_done_is_negated(understood, text, type_):
    (found,) = [event for event in understood(text).events if event.type == type_]
    assert found.negated


def test_none_of_the_dead_denies_no_death(annotated):
    text = "A raid killed nine people. Not one of the dead carried a weapon, Karim Odas said."
    deaths = [event for event in annotated(text).events if event.type == "killed"]
    assert [event.trigger.of(text) for event in deaths] == ["killed"]


def test_what_the_encoder_is_sure_of_is_an_event_though_it_names_nobody(annotated):
    found = annotated("Unrest spread to three more towns on the coast.").events
    assert [(e.type, e.roles) for e in found] == [("riot", ())]


def test_the_attack_is_not_of_a_kind_that_nobody_says_was_used(nlp):
    text = "Nobody could tell whether gas had been used. The attack went on."
    used, attack = text.index("used"), text.index("attack")
    gas = Event("chemical_weapon", Span(used, used + 4), modality="hypothetical")
    general = Event("armed_clash", Span(attack, attack + 6))
    doc = nlp(text)

    assert [e.type for e in settle_attack_kinds(doc, [gas, general])][1] == "armed_clash"
    told = replace(gas, modality="happened")
    assert [e.type for e in settle_attack_kinds(doc, [told, general])][1] == "chemical_weapon"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The army shelled a clinic, a school and two mosques.", ["hospital", "school", "worship"]),
        ("Jets bombed a market and a hospital in Dalan.", ["market", "hospital"]),
        ("Rebels seized the airport and two bridges.", ["airport", "bridge"]),
        ("Shells hit two men and a dog.", []),
    ],
)
def test_each_target_has_its_own_kind(text, kinds, annotated):
    (event,) = (e for e in annotated(text).events if e.target_kinds or not kinds)

    assert [kind for _, kind in event.target_kinds] == kinds
    assert event.target_kind == (kinds[0] if kinds else None)
