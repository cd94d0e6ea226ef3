"""Degrees in, pixels out: the part of the world a map shows, and lines cut to its frame."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.show.pages.base_map import BaseMap, Box, Line, Region, join_boxes

KM_PER_DEGREE = 111.2
MARGIN_PX = 12.0  # lines go on so far beyond the frame, so that no cut shows
LEAST_STEP_PX = 1.6  # points closer than this to the last one drawn are not drawn
MARGIN = 1.12  # what is shown stands free of the frame
LEAST_KM = 160.0  # narrower, and the borders, simplified to 1.5 km, look crooked
MOST_OF_A_COUNTRY = 0.85  # by area, from its middle outward: France without its islands overseas
WIDEST_PROVINCE_KM = 600.0  # of a wider one a map shows the surroundings of the place only
Pixel = tuple[float, float]


@dataclass(frozen=True, slots=True)
class View:
    """A map's window; `width` and `height` in pixels."""

    longitude: float
    latitude: float
    km_per_px: float
    width: int
    height: int

    def project(self, longitude: float, latitude: float) -> Pixel:
        """True to scale at the middle's latitude; good for a country, not for a continent."""
        east = (longitude - self.longitude + 180) % 360 - 180
        km = east * KM_PER_DEGREE * math.cos(math.radians(self.latitude))
        x = self.width / 2 + km / self.km_per_px
        return x, self.height / 2 - (latitude - self.latitude) * KM_PER_DEGREE / self.km_per_px

    def shows(self, x: float, y: float) -> bool:
        return 0 <= x <= self.width and 0 <= y <= self.height

    def boxes(self) -> Iterator[Box]:
        """The window in degrees, and again a turn of the earth to the west and to the east."""
        high = self.height / 2 * self.km_per_px / KM_PER_DEGREE
        wide = self.width / 2 * self.km_per_px / KM_PER_DEGREE
        wide = min(wide / math.cos(math.radians(self.latitude)), 180.0)
        for turn in (0, -360, 360):
            middle = self.longitude + turn
            south, north = self.latitude - high, self.latitude + high
            yield Box(middle - wide, south, middle + wide, north)


def fit_view(box: Box, width: int, height: int) -> View:
    """The window that shows all of the box."""
    longitude, latitude = (box.west + box.east) / 2, (box.south + box.north) / 2
    squeeze = max(math.cos(math.radians(latitude)), 0.1)
    across = max((box.east - box.west) * KM_PER_DEGREE * squeeze * MARGIN, LEAST_KM)
    upward = max((box.north - box.south) * KM_PER_DEGREE * MARGIN, LEAST_KM * height / width)
    return View(longitude, latitude, max(across / width, upward / height), width, height)


def box_around(longitude: float, latitude: float, radius_km: float) -> Box:
    high = radius_km / KM_PER_DEGREE
    wide = high / max(math.cos(math.radians(latitude)), 0.1)
    return Box(longitude - wide, latitude - high, longitude + wide, latitude + high)


def box_of_country(regions: Sequence[Region], longitude: float, latitude: float) -> Box | None:
    """The parts of a country about its middle; None: nothing of it is drawn."""
    # A province on both sides of the date line has a box round the earth.
    whole = [one for one in regions if one.box.east - one.box.west < 180]
    whole.sort(key=lambda one: abs(one.label[0] - longitude) + abs(one.label[1] - latitude))
    total = sum(_size(one.box) for one in whole)
    kept: list[Region] = []
    while whole and sum(_size(one.box) for one in kept) < MOST_OF_A_COUNTRY * total:
        kept.append(whole.pop(0))
    return join_boxes([one.box for one in kept]) if kept else None


def box_of_surroundings(
    base: BaseMap, longitude: float, latitude: float, others: Sequence[Pixel]
) -> Box:
    """For a town: its province, or where none is drawn its neighbours, or just what lies about it."""
    region = base.region_at(longitude, latitude)
    here = box_around(longitude, latitude, LEAST_KM / 2)
    if region is None:
        near = box_around(longitude, latitude, LEAST_KM * 2)
        points = [Box(x, y, x, y) for x, y in others if near.meets(Box(x, y, x, y))]
        return join_boxes([here, *points])
    box = join_boxes([region.box, here])
    if (box.north - box.south) * KM_PER_DEGREE > WIDEST_PROVINCE_KM or box.east - box.west > 12:
        return box_around(longitude, latitude, WIDEST_PROVINCE_KM / 4)
    return box


def _size(box: Box) -> float:
    squeeze = math.cos(math.radians((box.south + box.north) / 2))
    return (box.east - box.west) * (box.north - box.south) * squeeze


def thin(line: Line, view: View) -> list[Pixel]:
    """The line in pixels, without points too close to be told apart; its ends stay."""
    points: list[Pixel] = []
    for longitude, latitude in line:
        x, y = view.project(longitude, latitude)
        if points and abs(x - points[-1][0]) + abs(y - points[-1][1]) < LEAST_STEP_PX:
            continue
        points.append((x, y))
    if line:
        points.append(view.project(*line[-1]))
    return points


def cut_ring(points: Sequence[Pixel], view: View) -> list[Pixel]:
    """A closed line cut to the frame (Sutherland and Hodgman 1974); empty: it lies outside."""
    kept = list(points)
    sides = (
        (0, -MARGIN_PX, 1), (0, view.width + MARGIN_PX, -1),
        (1, -MARGIN_PX, 1), (1, view.height + MARGIN_PX, -1),
    )  # fmt: skip
    for axis, limit, sign in sides:
        given, kept = kept, []
        for n, point in enumerate(given):
            before = given[n - 1]
            inside = (point[axis] - limit) * sign >= 0
            if inside != ((before[axis] - limit) * sign >= 0):
                share = (limit - before[axis]) / (point[axis] - before[axis])
                x = before[0] + share * (point[0] - before[0])
                y = before[1] + share * (point[1] - before[1])
                kept.append((x, y))
            if inside:
                kept.append(point)
    return kept


def cut_line(points: Sequence[Pixel], view: View) -> Iterator[list[Pixel]]:
    """The stretches of an open line that meet the frame."""

    def is_near(point: Pixel) -> bool:
        x, y = point
        return -MARGIN_PX <= x <= view.width + MARGIN_PX and -MARGIN_PX <= y <= view.height + MARGIN_PX  # fmt: skip

    run: list[Pixel] = []
    for n, point in enumerate(points):
        beside = points[max(n - 1, 0) : n + 2]
        if any(map(is_near, beside)):
            run.append(point)
        elif run:
            yield run
            run = []
    if len(run) > 1:
        yield run


def write_path(points: Sequence[Pixel], *, closed: bool = False) -> str:
    """'M1 2L3 4Z': half pixels are as fine as an eye sees here."""
    steps = "L".join(f"{round(x * 2) / 2:g} {round(y * 2) / 2:g}" for x, y in points)
    return f"M{steps}{'Z' if closed else ''}"
