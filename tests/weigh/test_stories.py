"""Which reports may be of one story: near in time, with names and places in common."""

from dataclasses import replace

import pytest
from made_claims import DALAN, KAREZ, claim, on, who

from sayso.types import Interval
from sayso.weigh.stories import find_stories


def sounds(name):
    return frozenset(name.lower().split()[-1:])


def told(outlet, day, *names, place=None):
    """A claim for each name, of one report."""
    people = [who(name, f"person/{name}", "person") for name in names]
    return [
        claim("killed", day=day, outlet=outlet, roles={"victim": p}, place=place) for p in people
    ]


def are_one(*reports):
    stories = find_stories([one for report in reports for one in report], sounds)
    return len(set(stories.values())) == 1


@pytest.mark.parametrize(
    ("second", "is_one"),
    [
        (told("Gazette", 7, "Odas", place=KAREZ), True),
        (told("Gazette", 7, "Besim Rao", place=KAREZ), False),
        (told("Gazette", 7, "Odas", place=DALAN), False),
    ],
)
def test_a_name_and_a_place_make_a_story(second, is_one):
    assert are_one(told("Lantern", 5, "Karim Odas", place=KAREZ), second) is is_one


def test_years_apart_is_another_story():
    late = Interval("2035-05-07T00:00:00Z", "2035-05-07T23:59:59Z")
    second = [replace(c, published_at=late) for c in told("Gazette", 7, "Odas", place=KAREZ)]
    assert not are_one(told("Lantern", 5, "Karim Odas", place=KAREZ), second)


def test_a_later_report_moves_no_earlier_one():
    first, second = told("Lantern", 5, "Karim Odas", place=KAREZ), told("Gazette", 7, "Odas")
    third = told("Post", 9, "Karim Odas", "Besim Rao", place=KAREZ)
    before = find_stories([*first, *second], sounds)
    assert before.items() <= find_stories([*third, *second, *first], sounds).items()
    assert on(5).start < on(9).start


def test_a_full_name_and_its_first_letters_make_a_story_without_a_place():
    def heard(name):
        words = name.lower().split()
        return frozenset({*words, "".join(word[0] for word in words) + "."})

    first, second = told("Lantern", 5, "Karim Odas Sol"), told("Gazette", 7, "Sol Karim Odas")
    assert len(set(find_stories([*first, *second], heard).values())) == 1


def test_a_name_of_so_short_a_sound_makes_a_story_by_its_very_letters():
    def heard(name):
        return frozenset(word[0] for word in name.lower().split())

    first = told("Lantern", 5, "Thura Win Naing")
    assert len(set(find_stories([*first, *told("Gazette", 7, "Win Naing")], heard).values())) == 1
    assert len(set(find_stories([*first, *told("Gazette", 7, "Wan Nuong")], heard).values())) == 2


def test_years_apart_it_takes_three_things_in_common():
    late = Interval("2035-05-07T00:00:00Z", "2035-05-07T23:59:59Z")
    first = told("Lantern", 5, "Karim Odas", "Besim Rao", place=KAREZ)
    same = [replace(c, published_at=late) for c in told("Gazette", 7, "Odas", "Rao", place=KAREZ)]
    assert are_one(first, same)
    assert not are_one(first, [replace(c, place=DALAN) for c in same])


def test_a_word_that_is_heard_in_two_ways_meets_either_and_counts_once():
    def heard(name):
        return frozenset({"odas", "otas"} if name == "Odas" else {name.lower()})

    first = told("Lantern", 5, "Odas", place=DALAN)
    either = told("Gazette", 7, "Otas", place=DALAN)
    assert len(set(find_stories([*first, *either], heard).values())) == 1
    again = told("Gazette", 7, "Odas", place=KAREZ)  # both keys are one word's
    assert len(set(find_stories([*first, *again], heard).values())) == 2
