"""Claims narrowed to what is near and of a time; what cannot be told is counted, never guessed."""

from types import SimpleNamespace

import pytest

from sayso.types import Interval, Place, Span, When
from sayso.weigh.nearby import Around, distance_km, narrow

HARBOUR = Around("Tolvesh", -38.7, -20.1, 25.0, "town", "XV", "South Karvia")


def claim(place=None, first=None, last=None):
    when = None
    if first:
        interval = Interval(f"{first}T00:00:00Z", f"{last or first}T23:59:59Z")
        when = When(Span(0, 1), "DATE", None, interval, "day", "explicit")
    return SimpleNamespace(place=place, when=when)


def place(level="town", at=(-38.7, -20.1), country="XV", admin1="South Karvia", name="Tolvesh"):
    return Place(Span(0, 1), name, name, None, *at, country, admin1, level, 1.0)


@pytest.mark.parametrize(
    ("where", "kept", "left"),
    [
        (place(), 1, {}),
        (place(at=(-38.8, -20.2)), 1, {}),
        (place(at=(-39.7, -20.1)), 0, {}),
        (None, 0, {"unplaced": 1}),
        (place(at=(None, None), country=None), 0, {"unplaced": 1}),
        (place("admin1", name="South Karvia"), 0, {"coarse": 1}),
        (place("admin1", admin1="North Karvia"), 0, {}),
        (place("country", admin1=None), 0, {"coarse": 1}),
        (place("country", admin1=None, country="XW"), 0, {}),
    ],
)
def test_a_claim_is_near_by_its_point_and_never_by_the_middle_of_a_province(where, kept, left):
    found = narrow([claim(where)], around=HARBOUR)

    assert len(found.claims) == kept
    assert {n: getattr(found, n) for n in ("unplaced", "coarse", "undated") if getattr(found, n)} == left  # fmt: skip


def test_a_province_holds_what_lies_in_it_and_itself():
    around = Around("South Karvia", -38.0, -20.0, 0.0, "admin1", "XV", "South Karvia")
    inside = [claim(place()), claim(place("admin1", name="South Karvia"))]

    found = narrow([*inside, claim(place(admin1="North Karvia"))], around=around)

    assert list(found.claims) == inside


@pytest.mark.parametrize(
    ("first", "last", "is_kept"),
    [
        ("2031-03-04", None, True),
        ("2031-03-01", "2031-03-31", True),
        ("2031-03-05", None, False),
        ("2030-01-01", "2030-12-31", False),
    ],
)
def test_a_time_counts_when_it_meets_the_stretch_asked_for(first, last, is_kept):
    between = Interval("2031-03-03T00:00:00Z", "2031-03-04T23:59:59Z")

    assert bool(narrow([claim(None, first, last)], between=between).claims) is is_kept


def test_an_undated_claim_is_left_out_and_counted_only_where_it_is_near():
    far = place(at=(10.0, 10.0))

    found = narrow(
        [claim(place()), claim(far)],
        around=HARBOUR,
        between=Interval("2031-01-01T00:00:00Z", "2031-12-31T23:59:59Z"),
    )

    assert found.claims == () and found.undated == 1


def test_distances_go_round_the_earth():
    assert distance_km((0, 179.5), (0, -179.5)) == pytest.approx(111.2, abs=0.2)
