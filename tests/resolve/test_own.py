"""'We', 'I' and 'its troops' in somebody's own words."""

from dataclasses import replace

import pytest

from sayso.resolve.event.own import name_own
from sayso.resolve.parties import register_of
from sayso.types import Attribution, Event, Mention, Role, Source, Span

VOICE = Source(
    "Besim Rao", "person/besim-rao", "speaker", "military", "named", "upland_staff", "upland", "saw"
)
SOURCE = Mention(Span(0, 9), "person", "Besim Rao", "person/besim-rao", "Besim Rao")


ALL = Span(20, 80)


def said_by(voice, content=ALL):
    return Attribution(SOURCE, (), Span(10, 14), (content,), "direct", "asserts", said_by=voice)


def entity_of(words, *said, kind="crowd"):
    event = Event(
        "territory_control", Span(30, 34), (Role("holder", Mention(Span(22, 24), kind, words)),)
    )
    (named,) = name_own([event], said, register_of(()), "")
    return named.roles[0].filler.entity


@pytest.mark.parametrize("words", ["we", "We", "our troops", "its fighters", "their army"])
def test_our_forces_are_the_speakers_organisation(words):
    assert entity_of(words, said_by(VOICE)) == "group/upland_staff"


def test_the_army_in_a_headquarters_mouth_is_its_own_and_in_a_rebels_it_is_not():
    rebel = replace(VOICE, kind="rebel", organisation="lowland_council", side="lowland")

    assert entity_of("the army", said_by(VOICE)) == "group/upland_staff"
    assert entity_of("the army", said_by(rebel)) is None


def test_whose_the_army_is_that_an_unknown_front_speaks_of_is_open():
    front = replace(VOICE, label="Lowland Front", organisation="lowland-front", side=None)

    assert entity_of("the army", said_by(front)) is None


@pytest.mark.parametrize("words", ["I", "me", "myself"])
def test_i_is_the_speaker(words):
    assert entity_of(words, said_by(VOICE), kind="person") == "person/besim-rao"


@pytest.mark.parametrize("words", ["the rebels", "our children", "fighters", "he"])
def test_others_stay_who_they_are(words):
    assert entity_of(words, said_by(VOICE)) is None


def test_outside_anybodys_words_we_is_nobody():
    assert entity_of("we", said_by(VOICE, content=Span(60, 80))) is None
    assert entity_of("we") is None


def test_the_innermost_speaker_counts():
    outer = Source("Radio", None, "outlet", "outlet", "named", "radio", None, "not_stated")
    assert entity_of("we", said_by(outer, Span(15, 90)), said_by(VOICE)) == "group/upland_staff"


def test_of_an_unknown_organisation_we_is_nobody():
    unknown = Source("a man", None, "speaker", "unknown", "unnamed", None, None, "not_stated")
    assert entity_of("we", said_by(unknown)) is None


@pytest.mark.model
def test_his_soldiers_are_his_armys(understood):
    text = "Colonel Besim Rao said that his soldiers had taken the bridge near Karez."
    (event,) = understood(text).events
    holders = [role.filler.entity for role in event.roles if role.name == "holder"]
    assert holders == ["group/upland_staff"]


@pytest.mark.model
def test_what_one_left_is_not_oneself(understood):
    text = "The South Defence Force held the pass. Jana Metz said that the force had left it on Monday."
    events = understood(text).events

    for event in events:
        named = [r.filler.entity for r in event.roles if r.filler.entity is not None]
        assert len(named) == len(set(named))
