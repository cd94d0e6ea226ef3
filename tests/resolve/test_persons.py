"""Who of one report's mentions is one person or group."""

import re

import pytest

from sayso.resolve.name.persons import gather_people
from sayso.types import Mention, Span

KINDS = {"p": "person", "g": "group", "r": "role", "c": "crowd"}
MARK = re.compile(r"\[(\w)\|([^\]]+)\]")


def gather(marked, antecedents=()):
    """Mentions marked as [p|Karim Odas]; the groups of them as words."""
    text, mentions, last = "", [], 0
    for found in MARK.finditer(marked):
        text += marked[last : found.start()]
        mentions.append(
            Mention(Span(len(text), len(text) + len(found[2])), KINDS[found[1]], found[2])
        )
        text += found[2]
        last = found.end()
    text += marked[last:]
    means = {mentions[one].span: mentions[other].span for one, other in antecedents}
    people = gather_people(mentions, means, text)
    return [[mentions[n].words for n in one.mentions] for one in people], people


@pytest.mark.parametrize(
    "marked",
    [
        "[p|Karim Odas] spoke. [p|Odas] left.",
        "[r|The governor], [p|Karim Odas], left.",
        "[p|Karim Odas], [r|a 40-year-old medic], left.",
        "[p|Karim Odas] was [r|a medic].",
        "[r|rebel commander] [p|Karim Odas] left.",
        "[p|Karim Odas] left. [p|He] slept.",
        "[r|A medic] left. [r|The medic] slept.",
        "[r|The dead man], later identified as [p|Karim Odas], lay there.",
        "They identified [r|the victim] as [p|Karim Odas].",
        "[g|Rivers Relief Fund] ([g|RRF]) left.",
        "[g|Upland Rovers] left. [g|Rovers] slept.",
        "[p|Luis Gerardo (Jerry) Odas] left. [p|Jerry Odas] slept.",
    ],
)
def test_one_person_or_group(marked):
    (_,), _ = gather(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "[p|Karim Odas] and [p|Ahmad Odas] left.",
        "[p|Karim Odas Sr.] met [p|Karim Odas Jr.].",
        "[p|Karim Odas] met [p|Karim Odas Jr.].",
        "[p|Ahmad bin Karim Odas] met [p|Karim Odas].",
        "[p|Karim Odas] left. [c|Officers] slept.",
        "[g|Upland Rovers] met [r|a medic].",
        "[r|An officer] left. [c|Two officers] slept.",
        "They left [r|the victim] as [p|Karim Odas] lay there.",
    ],
)
def test_two_persons_or_groups(marked):
    (_, _), _ = gather(marked)


def test_a_surname_that_two_have_stays_by_itself():
    groups, _ = gather("[p|Karim Odas] met [p|Ahmad Odas]. [p|Odas] left.")
    assert ["Odas"] in groups


def test_an_antecedent_ties_a_description_to_whom_it_stands_for():
    groups, people = gather("[p|Karim Odas] left. [r|The prisoner] slept.", [(1, 0)])
    assert groups == [["Karim Odas", "The prisoner"]]
    assert people[0].callings == ("prisoner",) and people[0].names == ("Karim Odas",)


def test_he_and_she_go_to_whom_the_words_make_a_man_or_a_woman():
    groups, _ = gather("[p|Mrs Marit Sol] met [p|Mr Karim Odas]. [p|She] left, and [p|he] slept.")
    assert groups == [["Mrs Marit Sol", "She"], ["Mr Karim Odas", "he"]]


def test_every_tie_says_why():
    _, people = gather("[p|Karim Odas], [r|a medic], left. [p|Odas] slept.")
    assert {tie.why for tie in people[0].ties} == {
        "surname alone, in one report",
        "beside the name",
    }
