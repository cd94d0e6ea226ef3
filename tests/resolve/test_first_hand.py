"""Whose voice it is that has no name, and whether such a one sees what he tells."""

from dataclasses import replace

import pytest

from sayso.resolve.belongings import side_of
from sayso.resolve.event.healers import without_healers
from sayso.resolve.name.called_again import call_alike
from sayso.resolve.parties import Party, register_of
from sayso.resolve.source.sources import Describer, Seen, as_some_one, describe_mention
from sayso.types import Attribution, Event, Mention, Role, Source, Span

ARMY = Party(
    "upland_army", "Upland army", ("Upland army", "Upland headquarters", "the Upland bulletin"),
    kind="military", side="upland",
)  # fmt: skip
COURT = Party("upland_court", "Upland", ("Upland", "the Upland"), kind="government", side="upland")
OTHERS = Party("lowland_army", "Lowland army", ("Lowland army",), kind="military", side="lowland")
REGISTER = register_of([ARMY, COURT, OTHERS])


def describe(words, sort="role", **more):
    about = Describer(REGISTER, {}, "2031-05-06", "Harbour Post")
    return describe_mention(Mention(Span(0, len(words)), sort, words), words, about, Seen(**more))


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("residents", "witness"),
        ("a nurse", "medic"),
        ("rescue workers", "rescuer"),
        ("local officials", "government"),
        ("wounded soldiers", "military"),
        ("two prisoners", "detainee"),
    ],
)
def test_people_on_the_spot_know_though_no_words_tell_how(words, kind):
    step = describe(words, "crowd", basis="not_stated", kind=kind)

    assert step.basis in {"saw", "record"}
    assert step.naming == "unnamed"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("a diplomat", "government"),
        ("two people close to the council", None),
        ("an analyst", "analyst"),
        ("an official", "government"),
        ("Lowland fighters", "rebel"),
    ],
)
def test_others_without_a_name_only_say_so(words, kind):
    assert describe(words, basis="not_stated", kind=kind).basis not in {"saw", "record"}


def test_by_name_what_one_says_is_only_said():
    mention = Mention(Span(0, 8), "person", "Ines Koll", "person/ines-koll", "Ines Koll")
    about = Describer(REGISTER, {}, "2031-05-06", "Harbour Post")
    seen = Seen(basis="not_stated", kind="witness", naming="named")

    assert describe_mention(mention, "Ines Koll, a baker", about, seen).basis == "not_stated"


STEP = Source("Upland army", "group/upland_army", "speaker", "military", "named", "upland_army",
              "upland", "saw")  # fmt: skip


@pytest.mark.parametrize(
    ("words", "naming"),
    [
        ("Upland officers", "unnamed"),
        ("Upland officials in Karez", "unnamed"),
        ("Upland soldiers", "unnamed"),
        ("Upland commanders", "unnamed"),
        ("an Upland officer", "unnamed"),
        ("Upland headquarters", "named"),
        ("the Upland officers", "named"),
        ("Upland forces", "named"),
        ("Upland authorities", "named"),
        ("the Upland army", "named"),
    ],
)
def test_several_men_of_an_army_are_nobody_by_name(words, naming):
    assert as_some_one(STEP, words).naming == naming


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("The Upland bulletin of 10 May", "upland_army"),
        ("the Upland bulletin", "upland_army"),
        ("the Upland envoy", "upland_court"),
        ("the Upland letter", "upland_court"),  # nobody is known by letters
        ("the Lowland army", "lowland_army"),
    ],
)
def test_a_paper_is_of_the_body_that_is_known_by_it(words, party):
    assert describe(words).organisation == party


@pytest.mark.parametrize(
    ("words", "side"),
    [("Upland", "upland"), ("upland", "upland"), ("Lowland", "lowland"), ("Northern", None)],
)
def test_an_adjective_tells_the_side_that_all_its_bodies_are_of(words, side):
    assert side_of(Mention(Span(0, len(words)), "group", words), REGISTER) == side


def said(words, step):
    mention = Mention(Span(0, len(words)), "role", words)
    return Attribution(mention, (), Span(20, 24), (), "indirect", "asserts", said_by=step)


UNKNOWN = Source("an official", None, "speaker", "government", "unnamed", None, None, "not_stated")


def test_of_whom_somebody_turns_out_to_be_he_was_before():
    known = replace(UNKNOWN, label="The official", organisation="upland_army", side="upland")
    found = call_alike([said("an official", UNKNOWN), said("The official", known)])

    assert [a.said_by.organisation for a in found] == ["upland_army", "upland_army"]


def test_another_of_the_same_words_stays_alone():
    known = replace(UNKNOWN, label="an official", organisation="upland_army", side="upland")
    found = call_alike([said("an official", UNKNOWN), said("an official", known)])

    assert [a.said_by.organisation for a in found] == [None, "upland_army"]


@pytest.mark.parametrize(
    ("text", "words", "kept"),
    [
        ("left wounded behind", "Upland surgeons", False),
        ("evacuated the wounded", "medics", False),
        ("found dead", "rescue workers", False),
        ("killed", "a doctor", True),
        ("shot dead", "a nurse", True),
        ("left wounded", "Upland gunners", True),
    ],
)
def test_who_tends_the_hurt_did_not_hurt_them(text, words, kept):
    doer = Role("actor", Mention(Span(50, 60), "crowd", words))
    (event,) = without_healers([Event("injured", Span(0, len(text)), (doer,))], text)

    assert bool(event.roles) is kept


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Colonel Besim Rao was wounded near Karez, two of his aides said.", "upland_staff"),
        ("Colonel Besim Rao left at dawn. An adjutant saw smoke, and one of his deputies said that nine men were"
         " killed.", "upland_staff"),
        ("Petra Lom was wounded near Karez, one of her bodyguards said.", "lowland_council"),
        ("Colonel Besim Rao was wounded near Karez, his chief of staff said.", "upland_staff"),
        ("Colonel Besim Rao was wounded near Karez, his brother said.", None),
        ("Colonel Besim Rao was wounded near Karez, an aide to the mayor said.", None),
        ("Ines Koll was wounded near Karez, two of her aides said.", None),
    ],
)  # fmt: skip
def test_an_aide_speaks_for_the_body_of_the_one_he_serves(text, party, understood):
    found = understood(text, published_at="7 May 2031").attributions

    assert [a.said_by.organisation for a in found if a.said_by is not None][-1] == party


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The official, an Upland army officer who asked not to be named, said that nine men were killed.",
         "upland_staff"),
        ("The man, a captain of the Upland army, said that nine men were killed.", "upland_staff"),
        ("The woman, a baker, said that nine men were killed.", None),
        ("The official, a day after the Upland army left, said that nine men were killed.", None),
    ],
)  # fmt: skip
def test_what_is_set_beside_a_speaker_tells_whose_he_is(text, party, understood):
    (found,) = understood(text, published_at="7 May 2031").attributions

    assert found.said_by.organisation == party


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Karim Odas, a guard, said he saw the mill burn. He said he ran home along the river, and that the council had"
         " told nobody.\n\nThere was no word from the council.\n\nGeneral Besim Rao, who led the column, was last"
         " seen on Monday. His horse came back without him. Nobody could say whether he was alive.",
         "person/besim-rao"),
        ("Karim Odas said he had seen it. He said he ran, and he said he fell.\n\nIlja Brant was hit in Karez. A doctor"
         " said that his wound had become worse.", "person/ilja-brant"),
    ],
)  # fmt: skip
def test_he_is_rather_one_of_his_own_paragraph(text, who, understood):
    found = understood(text, published_at="7 May 2031").events
    fates = [e for e in found if e.type in {"alive", "injured"}]

    assert {r.filler.entity for r in fates[-1].roles if r.name == "victim"} == {who}
