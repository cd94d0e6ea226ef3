"""What figures make of each other: ranges, what is passed, rivals, and the middle."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from sayso.types import Interval
from sayso.weigh.assertions import Assertion, Proposition, Range, Voice, read_quantity
from sayso.weigh.ranges import measure

GAZETTE = Voice("Gazette", "outlet")
UPLAND = Voice("Colonel Drev", "military", organisation="upland_staff")
DELTA = Voice("Captain Uza", "rebel", organisation="delta_command")
CLINIC = Voice("Sarn clinic", "medic")
WARD = Voice("Ford ward", "medic")
RELIEF = Voice("Relief", "aid")
OBSERVERS = Voice("Observers", "monitor")
COUNCIL = Voice("Council", "government")
REGISTER = {"upland_staff": "upland", "delta_command": "delta"}
KILLED = Proposition("killed", loses=("upland_staff",), event="raid", category="killed")


def on(day: int) -> Interval:
    return Interval(f"2040-06-{day:02}T00:00:00Z", f"2040-06-{day:02}T23:59:59Z")


def say(voice: Voice, words: str, day: int = 1, **more) -> Assertion:
    """'exact 4' or 'vague dozens' as a figure; without words, none."""
    op, _, value = words.partition(" ")
    is_number = value.isdigit()
    figure = read_quantity(op, int(value) if is_number else 0, word=value) if op else None
    more = {"stance": "assert", "basis": "record", "quantity": figure} | more
    name = f"{voice.name}{words}{day}"
    return Assertion(name, name, GAZETTE, "killed", published=on(day), chain=(voice,), **more)


def part(kind: str, name: str) -> dict[str, object]:
    return {"scope": "part", "part_of": (kind, name)}


def weigh(*said: Assertion) -> Range | None:
    return measure([KILLED], said, as_of=None, register=REGISTER)["raid", "killed", "people"]


def shape(*said: Assertion) -> tuple[int, int, bool, int | None]:
    """Low, high, open above, middle."""
    found = weigh(*said)
    assert found is not None
    return found.low, found.high, found.open_above, found.middle


@pytest.mark.parametrize(
    ("op", "ends"),
    [
        ("exact", (14, 14)),
        ("at_least", (14, None)),
        ("more_than", (15, None)),
        ("up_to", (1, 14)),
        ("about", (12, 16)),
        ("none", (0, 0)),
    ],
)
def test_words_of_quantity_have_two_ends(op, ends):
    found = read_quantity(op, 14)

    assert (found.low, found.high) == ends


def test_vague_words_are_floors_and_stay_as_said():
    found = read_quantity("vague", word="dozens")

    assert (found.low, found.high, found.word) == (24, None, "dozens")
    assert read_quantity("between", 4, m=9).high == 9


NONE, TWELVE = say(UPLAND, "none"), say(DELTA, "exact 17", 2)


def test_two_sides_that_do_not_meet_have_no_middle():
    found = weigh(NONE, TWELVE)

    assert shape(NONE, TWELVE) == (0, 17, False, None)
    assert found.rivals == ("delta_command", "upland_staff")
    assert found.by_side == (("delta", 17, 17), ("upland", 0, 0))


def test_an_outside_floor_that_grows_meets_a_sides_higher_count():
    first, claimed = say(CLINIC, "exact 4"), say(DELTA, "exact 31")
    grown = say(CLINIC, "at_least 12", 2)

    assert shape(first, claimed) == (4, 31, False, 4)
    assert weigh(first, claimed).rivals == ("Sarn clinic", "delta_command")
    assert shape(first, claimed, grown) == (12, 31, False, 12)
    assert weigh(first, claimed, grown).rivals == ()


def test_a_tally_only_grows_and_a_later_lower_count_is_a_rival():
    low, high = say(CLINIC, "exact 4"), say(RELIEF, "exact 13", 2)

    assert shape(low, high) == (13, 13, False, 13)
    assert weigh(low, high).flags == (("passed", "Sarn clinic"),)
    assert weigh(say(RELIEF, "exact 13"), say(CLINIC, "exact 4", 2)).rivals == (
        "Relief",
        "Sarn clinic",
    )


def test_a_vague_word_is_passed_and_still_shown_as_its_sides():
    found = weigh(say(DELTA, "vague dozens"), say(RELIEF, "at_least 90"))

    assert (found.low, found.high, found.open_above, found.middle) == (90, 90, True, 90)
    assert found.by_side == (("delta", 24, None),)


def test_two_sides_that_meet_have_the_start_of_the_meeting_as_middle():
    assert shape(say(UPLAND, "about 30"), say(DELTA, "at_least 28")) == (27, 33, False, 28)
    assert shape(say(UPLAND, "about 30")) == (27, 33, False, None)


def test_places_add_up_people_do_not_and_neither_is_a_total():
    places = [
        say(CLINIC, "exact 7", **part("place", "mill")),
        say(CLINIC, "exact 5", **part("place", "quay")),
    ]
    people = [
        say(CLINIC, "exact 7", **part("who", "women")),
        say(CLINIC, "exact 5", **part("who", "children")),
    ]

    assert shape(*places) == (12, 12, True, None)
    assert shape(*people) == (7, 7, True, None)


def test_parts_raise_the_total_of_their_own_group():
    parts = say(CLINIC, "exact 26", **part("who", "children"))

    assert shape(parts, say(CLINIC, "up_to 40")) == (26, 40, False, None)
    assert shape(parts, say(CLINIC, "exact 20")) == (26, 26, True, 26)
    assert weigh(parts, say(CLINIC, "exact 20")).flags == (("parts_exceed_total", "Sarn clinic"),)


def test_a_floor_of_children_lies_within_the_total_of_another():
    children = say(RELIEF, "exact 19", **part("who", "children"))

    assert shape(children, say(OBSERVERS, "exact 64")) == (64, 64, False, 64)


def test_two_days_of_a_growing_toll():
    first = [
        say(OBSERVERS, "exact 41"),
        say(OBSERVERS, "at_least 55"),
        say(WARD, "at_least 90"),
    ]
    second = [
        say(OBSERVERS, "exact 71", 2),
        say(RELIEF, "at_least 60", 2),
        say(COUNCIL, "more_than 90", 2),
    ]
    late_ward = [one for one in first if one.chain != (WARD,)]

    assert shape(*first) == (55, 90, True, 55)
    assert weigh(*first).flags == (("order_unknown", "Observers"),)
    assert shape(*late_ward, *second) == (71, 91, True, 71)


def test_a_figure_is_taken_away_by_a_retraction_and_by_a_later_bare_denial():
    said = say(CLINIC, "exact 4")

    assert weigh(said, say(CLINIC, "", stance="retract")) is None
    assert weigh(said, say(CLINIC, "", 2, stance="deny")) is None
    assert weigh(said, say(CLINIC, "", stance="deny")) is not None
    assert weigh(say(UPLAND, "", stance="deny")) is None


def test_the_middle_is_the_lower_median_of_those_outside_who_know():
    said: Sequence[Assertion] = [
        say(CLINIC, "exact 10"),
        say(WARD, "at_least 10"),
        say(RELIEF, "about 10"),
        say(COUNCIL, "exact 11", basis="assesses"),
        say(DELTA, "exact 11"),
    ]

    assert shape(*said) == (9, 11, False, 10)


def test_a_hedged_figure_widens_the_range_and_never_makes_the_middle():
    hedged = say(WARD, "exact 9", hedged=True)

    assert shape(say(CLINIC, "exact 6"), hedged) == (6, 9, False, 6)


def test_a_hostile_retelling_replaces_a_partys_own_figure_only_with_a_later_date():
    radio = Voice("Delta Radio", "outlet", organisation="delta_command")
    own = replace(say(radio, "at_least 60"), outlet=radio, chain=())
    retold = say(DELTA, "about 50", 5)

    assert shape(own, retold) == (60, 60, True, None)
    assert shape(own, replace(retold, said_at=on(4))) == (45, 55, False, None)


def test_the_head_of_a_clinic_and_the_clinic_are_one():
    head = Voice("Doctor Amsel", "medic", organisation="Sarn clinic")
    found = weigh(say(CLINIC, "exact 5"), say(head, "exact 9"))

    assert found.groups == ("Sarn clinic",)
    assert found.low == 9
