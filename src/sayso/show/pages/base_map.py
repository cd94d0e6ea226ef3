"""`data/base_map.json` in; the provinces and borders that a window on the world shows out.

Natural Earth draws borders as they are held, not as they are claimed; nothing here takes a side.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate, pairwise
from typing import Literal

BorderKind = Literal["coast", "country", "province"]
Line = tuple[tuple[float, float], ...]  # longitude, latitude


@dataclass(frozen=True, slots=True)
class Box:
    """Degrees; `west` may be below -180 and `east` above 180 where a window crosses that line."""

    west: float
    south: float
    east: float
    north: float

    def meets(self, other: "Box") -> bool:
        return not (
            other.east < self.west
            or self.east < other.west
            or other.north < self.south
            or self.north < other.south
        )


@dataclass(frozen=True, slots=True)
class Region:
    """A province. geonameid 0: not known there; code: ISO 3166 of its country, '' for none.

    label: where its name stands best
    arcs:  its rings, holes among them, each as numbers of lines; ~n is the n-th walked backwards
    """

    geonameid: int
    name: str
    a3: str
    code: str
    country: str
    label: tuple[float, float]
    arcs: tuple[tuple[int, ...], ...]
    box: Box


@dataclass(frozen=True, slots=True)
class Border:
    kind: BorderKind
    line: Line
    box: Box


@dataclass(frozen=True, slots=True)
class BaseMap:
    regions: tuple[Region, ...]
    borders: tuple[Border, ...]

    def regions_in(self, box: Box) -> Iterator[Region]:
        return (one for one in self.regions if one.box.meets(box))

    def borders_in(self, box: Box) -> Iterator[Border]:
        return (one for one in self.borders if one.box.meets(box))

    def rings_of(self, region: Region) -> Iterator[Line]:
        """Its closed lines, the outer ones and the holes."""
        for numbers in region.arcs:
            ring: list[tuple[float, float]] = []
            for number in numbers:
                line = self.borders[max(number, ~number)].line
                line = line if number >= 0 else line[::-1]
                ring += line[1:] if ring else line
            yield tuple(ring)

    def region_at(self, longitude: float, latitude: float) -> Region | None:
        """The province a point lies in; None: in none, as at sea."""
        box = Box(longitude, latitude, longitude, latitude)
        near = self.regions_in(box)
        return next((one for one in near if self.holds(one, longitude, latitude)), None)

    def holds(self, region: Region, longitude: float, latitude: float) -> bool:
        """Whether a point lies inside: an odd number of borders lie to its east."""
        inside = False
        for ring in self.rings_of(region):
            for (x1, y1), (x2, y2) in pairwise(ring):
                if (y1 > latitude) != (y2 > latitude):
                    inside ^= longitude < x1 + (latitude - y1) / (y2 - y1) * (x2 - x1)
        return inside

    def of_country(self, code: str | None) -> tuple[Region, ...]:
        return tuple(one for one in self.regions if code and one.code == code)

    def of_id(self, geonameid: int | None) -> Region | None:
        """The province of that GeoNames id; None: there is none drawn."""
        return next((one for one in self.regions if geonameid and one.geonameid == geonameid), None)


@cache
def load_base_map() -> BaseMap:
    """All of it, read once a process (half a second)."""
    told = json.loads(files("sayso.data").joinpath("base_map.json").read_text("utf-8"))
    lines = [read_line(steps, told["per_degree"]) for steps in told["arcs"]]
    boxes = [box_of(line) for line in lines]
    users: dict[int, list[str]] = defaultdict(list)
    regions = []
    for geonameid, name, a3, longitude, latitude, rings in told["regions"]:
        code, country = told["countries"][a3]
        numbers = [max(arc, ~arc) for ring in rings for arc in ring]
        for number in numbers:
            users[number].append(a3)
        box = join_boxes([boxes[number] for number in numbers])
        arcs = tuple(map(tuple, rings))
        regions.append(Region(geonameid, name, a3, code, country, (longitude, latitude), arcs, box))
    kinds = [kind_of(users[n]) for n in range(len(lines))]
    return BaseMap(tuple(regions), tuple(map(Border, kinds, lines, boxes)))


def read_line(steps: Sequence[int], scale: int) -> Line:
    """From the first point and the steps to each next one, in parts of a degree."""
    xs, ys = accumulate(steps[::2]), accumulate(steps[1::2])
    return tuple(zip([x / scale for x in xs], [y / scale for y in ys], strict=True))


def kind_of(countries: Sequence[str]) -> BorderKind:
    """By those who share the line."""
    if len(countries) < 2:
        return "coast"
    return "province" if len(set(countries)) == 1 else "country"


def box_of(line: Line) -> Box:
    xs, ys = zip(*line, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def join_boxes(boxes: Sequence[Box]) -> Box:
    return Box(
        min(box.west for box in boxes),
        min(box.south for box in boxes),
        max(box.east for box in boxes),
        max(box.north for box in boxes),
    )
