"""Which words tell an event, by the rules' triggers and the encoder's shares."""

import pytest

from sayso.annotate.event.tellings import choose_triggers
from sayso.annotate.event.told import Told
from sayso.annotate.event.triggers import find_triggers
from sayso.annotate.parses import parse

pytestmark = pytest.mark.model


def spread(type_, share):
    """The rest of the share goes to four other types."""
    return {type_: share} | dict.fromkeys(("trial", "aid", "riot", "sanction"), (1 - share) / 4)


@pytest.fixture
def chosen(reader):
    """(trigger, type) of a text; shares by word: event, again, type, share of the type."""

    def choose(text, shares):
        doc = parse(text, (), reader.nlp)
        told = {
            text.index(word): Told(event, again, spread(type_, share), "happened", 0.9)
            for word, (event, again, type_, share) in shares.items()
        }
        return [(t.head.text, t.type) for t in choose_triggers(doc, find_triggers(doc), told)]

    return choose


def test_a_word_that_the_table_does_not_know_tells_an_event_where_the_encoder_is_sure(chosen):
    text = "Nine men were reaped at the ford."
    assert chosen(text, {"reaped": (0.97, 0.0, "killed", 0.95)}) == [("reaped", "killed")]
    assert chosen(text, {"reaped": (0.97, 0.0, "killed", 0.05)}) == []


def test_a_frame_of_a_type_counts_more_than_the_share_of_others(chosen):
    text = "Nine men were mown down at the ford."
    assert chosen(text, {"mown": (0.97, 0.0, "killed", 0.05)}) == [("mown", "killed")]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Gunners shelled Karez and nine people died.", "killed"),
        ("Gunners shelled Karez. Nine people died.", "killed"),
        ("Gunners shelled Karez and nine people died of their wounds.", "killed"),
        ("Gunners shelled Karez and nine people died of cholera.", "died"),
        ("The slope gave way and nine people died.", "died"),
    ],
)
def test_who_dies_in_an_attack_is_killed_unless_another_cause_is_told(chosen, text, type_):
    shares = {"died": (0.97, 0.0, "died", 0.9)}
    if "shelled" in text:
        shares["shelled"] = (0.97, 0.0, "shelling", 0.9)
    assert chosen(text, shares)[-1] == ("died", type_)


def test_who_dies_beside_mere_talk_of_an_attack_is_not_killed_by_it(chosen):
    shares = {"died": (0.97, 0.0, "died", 0.9), "raid": (0.97, 0.0, "armed_clash", 0.9)}

    assert ("died", "died") in chosen("Nine people died after days of claims about a raid.", shares)
    assert ("died", "killed") in chosen("Nine people died in the raid.", shares)


def test_who_lost_their_lives_were_killed_where_the_encoder_sees_it(chosen):
    text = "Nine people lost their lives."
    assert chosen(text, {"lost": (0.97, 0.0, "killed", 0.9)}) == [("lost", "killed")]
    assert chosen(text, {"lost": (0.97, 0.0, "died", 0.9)}) == [("lost", "died")]


def test_a_word_of_the_table_that_the_encoder_does_not_see_as_an_event_is_none(chosen):
    text = "The attack on his record killed the debate."
    assert chosen(text, {"attack": (0.05, 0.0, "armed_clash", 0.9)}) == []


def test_of_the_types_that_a_word_may_tell_the_encoder_decides(chosen):
    text = "Nine men died at the ford."
    assert chosen(text, {"died": (0.97, 0.0, "killed", 0.6)}) == [("died", "killed")]
    assert chosen(text, {"died": (0.97, 0.0, "air_strike", 0.6)}) == [("died", "died")]


def test_the_dead_of_a_toll_are_killed(chosen):
    assert chosen("Dozens were dead.", {"dead": (0.97, 0.0, "died", 0.6)}) == [("dead", "killed")]


def test_the_fire_burns_and_is_no_shooting(chosen):
    sure = {"fire": (0.97, 0.0, "armed_clash", 0.6)}
    assert chosen("The council blamed the army for the fire.", sure) == [("fire", "explosion")]


def test_what_is_only_told_again_is_no_second_event(chosen):
    text = "Rebels stormed the depot and the attack killed two men."
    shares = {
        "stormed": (0.9, 0.0, "armed_clash", 0.9),
        "attack": (0.1, 0.9, "armed_clash", 0.9),
        "killed": (0.9, 0.0, "killed", 0.9),
    }
    assert [word for word, _ in chosen(text, shares)] == ["stormed", "killed"]


@pytest.mark.parametrize(
    ("text", "word", "type_", "is_told"),
    [
        ("The girl was brought in at noon.", "brought", "aircraft_downed", False),
        ("The jet was brought down at noon.", "brought", "aircraft_downed", True),
        ("The mayor gave him a second chance.", "gave", "surrender", False),
        ("The gunmen gave up at noon.", "gave", "surrender", True),
        ("Rescuers dug with their hands.", "hands", "surrender", False),
    ],
)
def test_a_verb_without_its_particle_and_a_limb_tell_nothing(chosen, text, word, type_, is_told):
    assert bool(chosen(text, {word: (0.99, 0.0, type_, 0.99)})) is is_told


CALM = " The town talked about roads, schools and the price of bread for an hour." * 50
FIERCE = " Shells fell on the road." * 120


def test_a_doubtful_word_tells_no_event_in_a_long_text_that_tells_of_no_other_violence(chosen):
    text = "The mayor dropped the plan."
    share = {"dropped": (0.7, 0.0, "air_strike", 0.99)}
    assert chosen(text + CALM, share) == []
    assert chosen(text, share) == [("dropped", "air_strike")]  # too short to tell what it is about


def test_the_same_word_tells_one_among_many_others_and_a_sure_word_does_anywhere(reader, chosen):
    doc = parse("The mayor dropped the plan." + FIERCE, (), reader.nlp)
    fell = Told(0.99, 0.0, spread("shelling", 0.99), "happened", 0.9)
    told = {t.idx: fell for t in doc if t.text == "fell"}
    told[doc[2].idx] = Told(0.7, 0.0, spread("air_strike", 0.99), "happened", 0.9)
    assert doc[2].text in [t.head.text for t in choose_triggers(doc, find_triggers(doc), told)]
    sure = {"killed": (0.99, 0.0, "killed", 0.99)}
    assert chosen("Gunmen killed the mayor." + CALM, sure) == [("killed", "killed")]


def test_without_the_encoder_the_rules_stand_alone(chosen):
    assert chosen("Shells hit the school.", {}) == [("hit", "shelling")]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Karim Odas said that his men would take part in the truce.", "planned"),
        ("The army said it will join the truce on Friday.", "planned"),
        ("The army said it had joined the truce.", "happened"),
    ],
)
def test_a_truce_that_somebody_will_join_is_to_come(text, modality, annotated):
    (event,) = (e for e in annotated(text).events if e.type == "ceasefire")

    assert event.modality == modality
