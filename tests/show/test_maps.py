"""The base map, names that keep off each other, and lines cut to the frame."""

from datetime import date
from itertools import pairwise

import pytest

from sayso.show.pages.base_map import load_base_map
from sayso.show.pages.labels import Name, Rectangle, place_labels
from sayso.show.pages.maps import regions_in
from sayso.show.pages.projecting import View, box_around, cut_line, cut_ring, fit_view
from sayso.show.pages.strips import Axis, Days, draw_strips, find_bounds, list_ticks
from sayso.types import Interval

FRAME = Rectangle(0, 0, 400, 300)
VIEW = View(0.0, 0.0, 1.0, 100, 100)


@pytest.mark.parametrize(
    ("longitude", "latitude", "name", "code"),
    [
        (69.17, 34.53, "Kabul", "AF"),
        (36.63, 35.93, "Idlib", "SY"),
        (2.35, 48.86, "Paris", "FR"),
        (69.7, 35.3, "Panjshir", "AF"),
        (66.3, 33.8, "Daykundi", "AF"),
    ],
)
def test_the_base_map_knows_which_province_a_point_lies_in(longitude, latitude, name, code):
    region = load_base_map().region_at(longitude, latitude)

    assert region is not None and (region.name, region.code) == (name, code)


def test_the_base_map_tells_coasts_from_borders_and_is_small():
    base = load_base_map()

    assert {border.kind for border in base.borders} == {"coast", "country", "province"}
    assert base.region_at(-20.1, -38.7) is None
    assert sum(len(border.line) for border in base.borders) < 250_000


def test_a_province_is_found_by_its_geonames_id():
    assert load_base_map().of_id(169387).name == "Idlib"
    assert load_base_map().of_id(None) is None


def test_labels_touch_neither_each_other_nor_a_point():
    points = [(100 + 9 * n, 150 + 5 * (n % 3)) for n in range(12)]
    names = [Name(f"Village {n} · 3", x, y, 13, "spot", 8) for n, (x, y) in enumerate(points)]
    taken = [Rectangle(x - 5, y - 5, x + 5, y + 5) for x, y in points]

    boxes = [label.box for label in place_labels(names, FRAME, taken)]

    assert len(boxes) > 4
    assert not any(a.meets(b) for n, a in enumerate(boxes) for b in boxes[:n])
    assert not any(box.meets(point) for box in boxes for point in taken)
    assert all(box.lies_in(FRAME) for box in boxes)


def test_the_first_name_is_placed_first():
    names = [Name(words, 200, 150, 13, "area") for words in ("First", "Second")]

    (first, *_) = place_labels(names, FRAME)

    assert first.name.words == "First" and first.x == 200


def test_a_ring_is_cut_to_the_frame_and_a_far_one_vanishes():
    around = [(-900.0, -900.0), (900.0, -900.0), (900.0, 900.0), (-900.0, 900.0)]

    assert {round(x) for x, _ in cut_ring(around, VIEW)} == {-12.0, 112.0}
    assert cut_ring([(500.0, 500.0), (600.0, 500.0), (600.0, 600.0)], VIEW) == []


def test_a_line_that_leaves_and_comes_back_is_two():
    line = [(10.0, 10.0), (500.0, 10.0), (900.0, 10.0), (900.0, 50.0), (500.0, 50.0), (10.0, 50.0)]

    assert [len(run) for run in cut_line(line, VIEW)] == [2, 2]


def test_a_window_shows_all_of_its_box_across_the_date_line():
    view = fit_view(box_around(179.5, 0.0, 200.0), 400, 300)

    x, y = view.project(-179.5, 0.0)
    assert view.shows(x, y) and x > 200


def strip(*days):
    return [Interval(f"{first}T00:00:00Z", f"{last}T23:59:59Z") for first, last in days]


def test_a_day_is_a_bar_and_a_month_a_line_under_the_axis():
    drawn, outside = draw_strips(
        strip(("2031-03-03", "2031-03-03"), ("2031-03-09", "2031-03-09"), ("2031-03-01", "2031-03-31"))
    )  # fmt: skip

    wide = drawn.partition("\n")[0]
    assert wide.count('class="bar"') == 2 and wide.count('class="span"') == 1 and outside == 0


def test_a_lone_early_date_does_not_press_the_rest_together():
    days = [Days(date(2031, 3, n).toordinal(), date(2031, 3, n).toordinal()) for n in range(1, 29)]
    stray = date(1902, 1, 1).toordinal()

    first, _ = find_bounds([Days(stray, stray), *days])

    assert first > date(2031, 1, 1).toordinal()


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2031, 3, 1), date(2031, 3, 9), "Mar 2031"),
        (date(2031, 1, 1), date(2031, 12, 31), "Jul 2031"),
        (date(1810, 1, 1), date(1900, 12, 31), "1850"),
        (date(1, 1, 1), date(2100, 1, 1), "1000"),
    ],
)
def test_dates_under_the_axis_are_round_and_keep_apart(first, last, words):
    axis = Axis(first.toordinal(), last.toordinal(), 760)
    ticks = list_ticks(axis)
    places = [axis.at(day.toordinal()) for day, _ in ticks]

    assert any(told.endswith(words) for _, told in ticks)
    assert all(b - a >= 70 for a, b in pairwise(places))


def test_a_province_on_the_date_line_is_drawn_once():
    view = fit_view(box_around(180.0, 66.0, 900.0), 400, 300)
    found = regions_in(load_base_map(), view)

    assert len(found) == len({id(one) for one in found})
    assert any(one.box.east - one.box.west > 180 for one in found)
