"""What `--near`, `--within` and `--between` mean, and the one line where they mean nothing or much."""

from contextlib import nullcontext
from types import SimpleNamespace

import pytest
from fake_desk import place

from sayso.errors import UnclearQuestion
from sayso.resolve.place.gazetteer import GazetteerRow
from sayso.show.narrowing import (
    describe_around,
    describe_left_out,
    read_around,
    read_between,
    read_distance,
)
from sayso.weigh.nearby import Narrowed


def gazetteer(*rows):
    by_name = {}
    for row in rows:
        by_name.setdefault(row.name.lower(), []).append(row)
    return lambda: nullcontext(SimpleNamespace(named=lambda name: by_name.get(name.lower(), [])))


def row(name, kind, country, at, population, admin1=None):
    return GazetteerRow(1, name, *at, kind, country, admin1, population=population)


OREM = row("Orem", "town", "XA", (10.0, 10.0), 500_000, "Upper")
SMALL = row("Orem", "town", "XB", (50.0, 10.0), 900, "Lower")
RIVAL = row("Orem", "town", "XC", (20.0, 40.0), 400_000, "Coast")
PROVINCE = row("Orem", "admin1", "XA", (10.2, 10.1), 700_000, "Orem")
LAND = row("Xabia", "country", "XC", (20.0, 41.0), 9_000_000)
NOTHING = gazetteer()


def claims(*places):
    return [SimpleNamespace(place=one) for one in places]


@pytest.mark.parametrize(
    ("words", "km"), [("50km", 50), ("50", 50), ("800 m", 0.8), ("10 mi", 16.09344), ("2.5KM", 2.5)]
)
def test_a_distance_is_read_with_its_unit(words, km):
    assert read_distance(words) == pytest.approx(km)


@pytest.mark.parametrize("words", ["far", "0km", "3 leagues", "-4km", "99999km"])
def test_a_distance_that_is_none_is_told(words):
    with pytest.raises(UnclearQuestion, match="write 50km"):
        read_distance(words)


@pytest.mark.parametrize(
    ("words", "start", "stop"),
    [
        ("2031-03-01..2031-03-07", "2031-03-01T00:00:00Z", "2031-03-07T23:59:59Z"),
        ("2031-02", "2031-02-01T00:00:00Z", "2031-02-28T23:59:59Z"),
        ("2030..2031-02", "2030-01-01T00:00:00Z", "2031-02-28T23:59:59Z"),
        ("2031-03-01..", "2031-03-01T00:00:00Z", "9999-12-31T23:59:59Z"),
        ("..1812", "0001-01-01T00:00:00Z", "1812-12-31T23:59:59Z"),
        ("3 March 2031", "2031-03-03T00:00:00Z", "2031-03-03T23:59:59Z"),
    ],
)
def test_a_stretch_of_time_may_lack_an_end_and_may_be_a_month_or_a_year(words, start, stop):
    read = read_between(words)

    assert read is not None and (read.start, read.stop) == (start, stop)


@pytest.mark.parametrize("words", ["..", "2031-13", "2031-02-30", "soon", "2031-03..2031-02"])
def test_a_stretch_of_time_that_is_none_is_told(words):
    with pytest.raises(UnclearQuestion, match=r"write|ends before"):
        read_between(words)


def test_a_point_needs_no_name():
    around = read_around("34.53, 69.17", "10km", [], NOTHING)

    assert (around.latitude, around.longitude, around.radius_km) == (34.53, 69.17, 10.0)
    assert describe_around(around) == "within 10 km of 34.53, 69.17"


def test_the_ledger_own_place_comes_before_a_larger_namesake():
    around = read_around("Orem", None, claims(place("Orem")), gazetteer(OREM))

    assert (around.country, around.radius_km) == ("XV", 25.0)


def test_a_town_comes_before_its_province_unless_a_province_is_said():
    told = claims(place("Orem", "admin1", admin1="Orem"), place("Orem", admin1="Orem"))

    assert read_around("Orem", None, told, NOTHING).level == "town"
    assert read_around("Orem province", None, told, NOTHING).level == "admin1"


def test_a_small_namesake_does_not_stand_in_the_way_of_a_large_one():
    assert read_around("Orem", None, [], gazetteer(OREM, PROVINCE, SMALL)).country == "XA"


def test_namesakes_of_like_size_are_listed_in_one_line():
    with pytest.raises(UnclearQuestion) as told:
        read_around("Orem", None, [], gazetteer(OREM, RIVAL))

    line = str(told.value)
    assert "Orem (town, Upper, XA, at 10.00,10.00) or Orem (town, Coast, XC" in line
    assert "\n" not in line


@pytest.mark.parametrize("words", ["Orem, Coast", "Orem, XC", "Orem, Xabia"])
def test_what_stands_after_the_comma_tells_namesakes_apart(words):
    assert read_around(words, None, [], gazetteer(OREM, RIVAL, LAND)).country == "XC"


def test_an_unknown_name_and_a_distance_from_nothing_are_told():
    with pytest.raises(UnclearQuestion, match=r"Nowhere: no place of this name"):
        read_around("Nowhere", None, [], NOTHING)
    with pytest.raises(UnclearQuestion, match="of what"):
        read_around(None, "5km", [], NOTHING)


def test_what_was_left_out_is_one_line_or_none():
    assert describe_left_out(Narrowed(())) is None
    assert (
        describe_left_out(Narrowed((), unplaced=3, undated=1))
        == "Left out: 3 without a place, 1 whose event has no date."
    )
