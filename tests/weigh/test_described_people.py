"""Who is one with whom by what reports of one story call them, and who never is."""

import pytest

from sayso.types import DESCRIBED, Sighting, Span
from sayso.weigh.claimed_people import figures_in
from sayso.weigh.described_people import read_calling
from sayso.weigh.people import link_people
from tests.ledger.make_reports import day
from tests.weigh.test_people import SENSE

MAYOR, DOCTOR = ("the mayor",), ("the doctor",)


def seen(number, entity, *names, called=(), **fields):
    report = f"r{number}"
    entity = entity if "/" in entity else f"{DESCRIBED}{report}/{entity}"
    return Sighting(report, day(number), entity, names, called, (Span(0, 5),), **fields)


def scene(number):
    """What makes two reports one story."""
    return (
        seen(number, "person/besim-rao", "Besim Rao"),
        seen(number, "person/marit-sol", "Marit Sol"),
    )


def links(*sightings, is_story=True):
    """Who is told to be one with whom, those of the scene left out."""
    around = (*scene(1), *scene(2)) if is_story else ()
    people = link_people(figures_in((), SENSE, (*sightings, *around)), SENSE)
    ends = [
        {figure.split(" ")[1] for figure in (link.figure, link.other)}
        for link in people.links
        if link.verdict == "same"
    ]
    return [end for end in ends if not end & {"person/besim-rao", "person/marit-sol"}]


def test_the_mayor_of_one_story_is_one_named_or_not():
    one, other = seen(1, "9-18", called=MAYOR), seen(2, "4-13", called=MAYOR)
    named = seen(2, "person/lina-sarn", "Lina Sarn", called=("Mayor",))

    assert links(one, other) == [{one.entity, other.entity}]
    assert links(one, named) == [{one.entity, "person/lina-sarn"}]
    assert links(one, other, is_story=False) == []


@pytest.mark.parametrize("words", ["the doctor", "a mayor", "the driver", "the man", "his brother"])
def test_what_many_are_called_links_nobody(words):
    assert links(seen(1, "9-18", called=(words,)), seen(2, "4-13", called=(words,))) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the former mayor", "the mayor"),
        ("the deputy mayor", "the mayor"),
        ("the port director", "the hospital director"),
        ("the mayor", "the governor"),
        ("the mayor", "the late mayor"),
        ("the murdered mayor", "the mayor"),
        ("the mayor of Tolvesh", "the mayor of Dalan"),
    ],
)
def test_another_office_is_another_one(one, other):
    assert links(seen(1, "9-18", called=(one,)), seen(2, "4-13", called=(other,))) == []


def test_who_speaks_without_a_name_is_linked_to_nobody():
    voice = seen(1, "9-18", called=MAYOR, speaks=True)
    assert links(voice, seen(2, "4-13", called=MAYOR)) == []
    assert links(voice, seen(2, "person/lina-sarn", "Lina Sarn", called=("Mayor",))) == []


def test_mayors_of_two_towns_stay_two_though_a_third_report_says_but_the_mayor():
    tolvesh = seen(1, "9-18", called=("the mayor of Tolvesh", "the mayor"))
    dalan = seen(2, "4-13", called=("The mayor of Dalan", "The mayor"))
    bare = seen(2, "4-13", called=MAYOR)
    third = seen(3, "4-13", called=("the mayor of Dalan",))

    assert links(tolvesh, dalan) == []
    assert links(tolvesh, bare) == [{tolvesh.entity, bare.entity}]
    assert links(tolvesh, bare, third, *scene(3)) == [{tolvesh.entity, bare.entity}]


def test_two_of_one_report_who_speak_without_a_name_stay_two():
    voices = (seen(1, at, called=MAYOR, speaks=True) for at in ("9-18", "40-49"))
    quiet = [seen(1, at, called=MAYOR) for at in ("9-18", "40-49")]

    assert links(*voices) == []
    assert links(*quiet) == [{one.entity for one in quiet}]


def test_two_mayors_in_one_report_are_not_the_mayor_of_the_other():
    two = (
        seen(1, "person/lina-sarn", "Lina Sarn", called=("Mayor",)),
        seen(1, "person/omar-vesk", "Omar Vesk", called=("Mayor",)),
    )
    assert links(*two, seen(2, "4-13", called=MAYOR)) == []


def test_a_body_is_one_with_its_name_told_shorter():
    militia = seen(1, "group/ampar-militia", "Ampar militia", kind="group")
    shorter = seen(2, "4-15", called=("the militia",), kind="group", speaks=True)
    guard = seen(2, "4-18", called=("the home guard",), kind="group")

    assert links(militia, shorter) == [{"group/ampar-militia", shorter.entity}]
    assert links(militia, guard) == []
    volunteers = seen(1, "4-27", called=("the salt-coast militia",), kind="group")
    assert links(volunteers, seen(2, "4-22", called=("the coast militia",), kind="group"))


@pytest.mark.parametrize(
    ("words", "calling"),
    [
        ("the port\u2019s director", "port director"),
        ("its slain leader", "late leader"),
        ("The home guard of the valley", "valley home guard"),
        ("the mayor of Tolvesh, who fled", "tolvesh mayor"),
        ("Attorney General", "attorney general"),
        ("Police chief", "police chief"),
        ("the harbour master", "harbour master"),
        ("a director", None),
        ("A home guard", None),
        ("Nurse", None),
        ("the nurse", None),
    ],
)
def test_a_calling_is_what_only_one_of_a_place_or_body_has(words, calling):
    assert read_calling(words, SENSE) == calling


def test_a_ministry_is_one_whichever_way_it_is_called():
    one = seen(1, "group/ministry-of-the-harbours", "Ministry of the Harbours", kind="group")
    other = seen(2, "4-23", called=("the harbours ministry",), kind="group")
    assert links(one, other) == [{"group/ministry-of-the-harbours", other.entity}]


def test_an_office_tells_of_which_bearer_a_surname_is():
    chief = seen(1, "person/oleg-odas", "Oleg Odas", called=("the police chief",))
    other = seen(1, "person/anton-odas", "Anton Odas")
    short = seen(2, "person/odas", "Odas", called=("Police chief",))
    bare = seen(2, "person/odas", "Odas")

    assert links(other, chief, short) == [{"person/odas", "person/oleg-odas"}]
    assert links(other, chief, bare) == []
