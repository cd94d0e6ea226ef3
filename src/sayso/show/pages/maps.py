"""Places with their claims in; a map of them as SVG out, with borders, names and a scale."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from sayso.show.pages.base_map import BaseMap, Border, Region, load_base_map
from sayso.show.pages.labels import Label, Name, Rectangle, measure, place_labels
from sayso.show.pages.lit_text import make_visible
from sayso.show.pages.moments import Moment
from sayso.show.pages.projecting import (
    Pixel,
    View,
    box_around,
    box_of_country,
    box_of_surroundings,
    cut_line,
    cut_ring,
    fit_view,
    thin,
    write_path,
)
from sayso.show.pages.spots import Spot, link_place
from sayso.weigh.whereabouts import COARSE

# What a place of each kind may mean on the ground; round figures of ours, said on the page.
RADIUS_KM = {"town": 4.0, "admin2": 15.0, "region": 40.0, "admin1": 60.0, "country": 200.0}
LEAST_RADIUS_PX = {"town": 5.0, "admin2": 8.0, "region": 14.0, "admin1": 20.0, "country": 30.0}
SITE_PX = 4.0
MOST_SPOTS = 60  # drawn on one map, the most told of first
MOST_NAMED_PROVINCES = 40
LEAST_CORNERS = 3  # a ring thinned to fewer is an island that no eye would find
Size = tuple[str, int, int, float]  # name, width, height, type size
SIZES: tuple[Size, ...] = (("wide", 760, 540, 13.0), ("narrow", 350, 400, 12.0))


@dataclass(frozen=True, slots=True)
class Scene:
    """What a map shows. `others`: places drawn beside the one the page is about."""

    focus: Spot
    others: tuple[Spot, ...]
    moment: Moment


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on the map; its radius says how exactly it is known."""

    spot: Spot
    x: float
    y: float
    radius: float
    is_focus: bool


def draw_maps(scene: Scene) -> Markup:
    """The map for a wide and for a narrow screen; a style sheet shows one. Empty: no point is known."""
    drawn = [draw_map(scene, size) for size in SIZES]
    return Markup("\n").join(one for one in drawn if one)


def draw_map(scene: Scene, size: Size) -> Markup:
    base = load_base_map()
    name, width, height, type_size = size
    view = find_view(base, scene, width, height)
    if view is None:
        return Markup("")
    marks = list(find_marks(scene, view, base))
    areas = [one for one in (scene.focus, *scene.others) if find_areas(one, base)]
    land = list(draw_land(base, view, scene.focus.place.country))
    ground = "sea" if land else "blank"
    parts = [
        Markup('<rect class="{}" width="{}" height="{}"/>').format(ground, width, height),
        *land,
        *(draw_area(one, view, base, scene, name) for one in areas),
        *draw_borders(base, view),
        *(draw_mark(mark, scene.moment) for mark in sorted(marks, key=lambda m: (m.is_focus, -m.radius))),
        *draw_labels(base, view, marks, areas, scene=scene, type_size=type_size),
        draw_scale(view, type_size),
    ]  # fmt: skip
    hatch = Markup(
        '<defs><pattern id="hatch-{0}" width="7" height="7" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><path class="hatch" d="M0 0V7"/></pattern></defs>'
    ).format(name)
    return Markup(
        '<svg class="map {0}" viewBox="0 0 {1} {2}" width="{1}" height="{2}" role="group" '
        'aria-label="Map of {3} and what lies about it; the list below tells the same">{4}{5}</svg>'
    ).format(name, width, height, make_visible(scene.focus.name), hatch, Markup("").join(parts))


def find_view(base: BaseMap, scene: Scene, width: int, height: int) -> View | None:
    """The window on the world; None: nothing here has a point."""
    focus = scene.focus
    areas = find_areas(focus, base)
    points = [one.point for one in scene.others if one.point]
    point = focus.point or (areas[0].label if areas else None)
    if point is None:
        return None
    if areas:
        box = box_of_country(areas, *point)
    elif focus.place.level in RADIUS_KM and focus.place.level != "town":
        box = box_around(*point, 2.5 * RADIUS_KM[focus.place.level])
    else:
        box = box_of_surroundings(base, *point, points)
    return fit_view(box, width, height) if box else None


def find_areas(spot: Spot, base: BaseMap) -> tuple[Region, ...]:
    """The province, or the provinces of the country, that a coarse place is; empty: not drawn."""
    place = spot.place
    if place.level == "country":
        return base.of_country(place.country)
    if place.level != "admin1":
        return ()
    found = base.of_id(place.geonameid)
    named = [one for one in base.of_country(place.country) if one.name == (place.admin1 or place.name)]  # fmt: skip
    if found is None and not named and spot.point:
        found = base.region_at(*spot.point)
        found = found if found and found.code == place.country else None
    return (found,) if found else tuple(named[:1])


def find_marks(scene: Scene, view: View, base: BaseMap) -> Iterator[Mark]:
    """Points and discs in the frame; a province or country that is drawn hatched needs none."""
    for spot in (scene.focus, *scene.others[:MOST_SPOTS]):
        is_focus = spot is scene.focus
        if spot.point is None or find_areas(spot, base):
            continue
        if spot.place.level in COARSE and not is_focus:
            continue
        level = spot.place.level or "town"
        x, y = view.project(*spot.point)
        if view.shows(x, y):
            km = RADIUS_KM.get(level, 0.0)
            radius = max(km / view.km_per_px, LEAST_RADIUS_PX.get(level, SITE_PX))
            yield Mark(spot, x, y, radius, is_focus)


def draw_land(base: BaseMap, view: View, home: str | None) -> Iterator[Markup]:
    """The country the page is about, and the others."""
    paths: dict[str, list[str]] = defaultdict(list)
    for region in regions_in(base, view):
        kind = "home" if region.code == home else "abroad"
        paths[kind] += list(ring_paths(region, view, base))
    for kind, drawn in sorted((kind, drawn) for kind, drawn in paths.items() if drawn):
        yield Markup('<path class="{}" fill-rule="evenodd" d="{}"/>').format(kind, "".join(drawn))


def regions_in(base: BaseMap, view: View) -> list[Region]:
    """The provinces in sight, each once: one on the date line lies in more than one window."""
    found = {id(one): one for box in view.boxes() for one in base.regions_in(box)}
    return list(found.values())


def borders_in(base: BaseMap, view: View) -> list[Border]:
    found = {id(one): one for box in view.boxes() for one in base.borders_in(box)}
    return list(found.values())


def ring_paths(region: Region, view: View, base: BaseMap) -> Iterator[str]:
    for ring in base.rings_of(region):
        points = cut_ring(thin(ring, view), view)
        if len(points) > LEAST_CORNERS:
            yield write_path(points, closed=True)


def draw_borders(base: BaseMap, view: View) -> Iterator[Markup]:
    paths: dict[str, list[str]] = defaultdict(list)
    for border in borders_in(base, view):
        for run in cut_line(thin(border.line, view), view):
            is_speck = run[0] == run[-1] and len(run) <= LEAST_CORNERS
            if not is_speck:
                paths[border.kind].append(write_path(run))
    for kind in ("province", "coast", "country"):
        if paths[kind]:
            yield Markup('<path class="border {}" d="{}"/>').format(kind, "".join(paths[kind]))


def draw_area(spot: Spot, view: View, base: BaseMap, scene: Scene, name: str) -> Markup:
    """A province or country: hatched, for the claims say no more than that it lies in there."""
    is_focus = spot is scene.focus
    if spot.place.level == "country" and not is_focus:
        return Markup("")
    drawn = "".join(path for one in find_areas(spot, base) for path in ring_paths(one, view, base))
    if not drawn:
        return Markup("")
    area = Markup('<path class="area{}" fill="url(#hatch-{})" fill-rule="evenodd" d="{}"/>').format(
        f"{' focus' if is_focus else ''}{' whole' if spot.place.level == 'country' else ''}",
        name,
        drawn,
    )
    return area if is_focus else wrap_link(area, spot, scene.moment)


def draw_mark(mark: Mark, moment: Moment) -> Markup:
    level = mark.spot.place.level or "town"
    kind = "site" if level == "site" else "wide-disc" if level in ("region", *COARSE) else "disc"
    drawn = Markup('<circle class="{}{}" cx="{:.1f}" cy="{:.1f}" r="{:.1f}"/>').format(
        kind, " focus" if mark.is_focus else "", mark.x, mark.y, mark.radius
    )
    return drawn if mark.is_focus else wrap_link(drawn, mark.spot, moment)


def wrap_link(drawn: Markup, spot: Spot, moment: Moment) -> Markup:
    """With a title for the pointer; the keyboard finds the same links in the list below the map."""
    return Markup('<a href="{}" tabindex="-1"><title>{}</title>{}</a>').format(
        link_place(moment, spot.place) or "", f"{make_visible(spot.name)}: {count_claims(spot)}", drawn
    )  # fmt: skip


def count_claims(spot: Spot) -> str:
    return f"{spot.count} {'claim' if spot.count == 1 else 'claims'}"


def draw_labels(
    base: BaseMap, view: View, marks: Sequence[Mark], areas: Sequence[Spot], *, scene: Scene, type_size: float
) -> Iterator[Markup]:  # fmt: skip
    """Names of places with claims first, then of countries, then of provinces where room is left."""
    frame = Rectangle(4, 4, view.width - 4, view.height - 4)
    taken = [
        Rectangle(view.width - 180, view.height - 34, view.width, view.height),  # the scale
        *(keep_clear(mark) for mark in marks),
    ]
    names = [name_mark(mark, type_size) for mark in marks]
    coarse = [one for one in areas if one.place.level == "admin1"]
    named = {region.name for one in coarse for region in find_areas(one, base)}
    names += name_areas(areas, view, base, scene=scene, type_size=type_size)
    names += name_countries(base, view, scene.focus.place.country, type_size)
    names += name_provinces(base, view, scene.focus.place.country, type_size, but=named)
    for label in place_labels(names, frame, taken):
        yield draw_label(label)


def keep_clear(mark: Mark) -> Rectangle:
    """No name stands on a point; of a large disc only the middle is kept clear."""
    reach = min(mark.radius, 7.0)
    return Rectangle(mark.x - reach, mark.y - reach, mark.x + reach, mark.y + reach)


def name_mark(mark: Mark, type_size: float) -> Name:
    style = "spot focus" if mark.is_focus else "spot"
    size = type_size + 2 if mark.is_focus else type_size
    gap = min(mark.radius, 14.0) + 4
    words = f"{make_visible(mark.spot.name)} · {mark.spot.count}"
    return Name(words, mark.x, mark.y, size, style, gap)


def name_areas(
    areas: Sequence[Spot], view: View, base: BaseMap, *, scene: Scene, type_size: float
) -> Iterator[Name]:
    for spot in areas:
        if spot.place.level == "country" and spot is not scene.focus:
            continue
        middle = middle_of(find_areas(spot, base), view, base)
        if middle:
            style = "spot focus" if spot is scene.focus else "spot"
            kind = " province" if spot.place.level == "admin1" else ""
            words = f"{make_visible(spot.name)}{kind} · {spot.count}"
            yield Name(words, *middle, type_size + (1 if spot is scene.focus else 0), style)


def name_countries(base: BaseMap, view: View, home: str | None, type_size: float) -> Iterator[Name]:
    by_country: dict[str, list[Region]] = defaultdict(list)
    for region in regions_in(base, view):
        by_country[region.country].append(region)
    for country, regions in sorted(by_country.items()):
        middle = middle_of(regions, view, base)
        if middle and regions[0].code != home:
            yield Name(country.upper(), *middle, type_size - 2, "country")


def name_provinces(
    base: BaseMap, view: View, home: str | None, type_size: float, *, but: set[str]
) -> list[Name]:
    """The provinces of the page's own country; where very many are in sight, none."""
    names = []
    for region in regions_in(base, view):
        x, y = view.project(*region.label)
        if region.code == home and region.name not in but and view.shows(x, y):
            names.append(Name(region.name, x, y, type_size - 1.5, "province"))
    return names if len(names) <= MOST_NAMED_PROVINCES else []


def middle_of(regions: Sequence[Region], view: View, base: BaseMap) -> Pixel | None:
    """The middle of what is in sight of them, on one of them; None: nothing is in sight."""
    total, across, down = 0.0, 0.0, 0.0
    largest, best = 0.0, None
    for region in regions:
        for ring in base.rings_of(region):
            area, x, y = weigh_ring(cut_ring(thin(ring, view), view))
            total, across, down = total + area, across + area * x, down + area * y
            if area > largest:
                largest, best = area, (x, y)
    if total < measure("MMM", 12.0) * 12.0:  # too little to write on
        return None
    x, y = across / total, down / total
    return (x, y) if view.shows(x, y) else best


def weigh_ring(points: Sequence[Pixel]) -> tuple[float, float, float]:
    """Its area in square pixels, and the middle of it."""
    doubled, x, y = 0.0, 0.0, 0.0
    for n, (x2, y2) in enumerate(points):
        x1, y1 = points[n - 1]
        cross = x1 * y2 - x2 * y1
        doubled, x, y = doubled + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    return (abs(doubled) / 2, x / (3 * doubled), y / (3 * doubled)) if doubled else (0.0, 0.0, 0.0)


def draw_label(label: Label) -> Markup:
    name = label.name
    drawn = Markup(
        '<text class="{}" x="{:.1f}" y="{:.1f}" font-size="{:g}" text-anchor="{}">{}</text>'
    ).format(name.style, label.x, label.y, name.size, label.anchor, escape(name.words))
    if name.gap is None:
        return drawn
    x = min(max(name.x, label.box.left), label.box.right)
    y = min(max(name.y, label.box.top), label.box.bottom)
    if math.hypot(x - name.x, y - name.y) <= 1.4 * name.gap:
        return drawn
    return drawn + Markup('<path class="leader" d="M{:.1f} {:.1f}L{:.1f} {:.1f}"/>').format(
        name.x, name.y, x, y
    )


def draw_scale(view: View, type_size: float) -> Markup:
    """A bar of a round number of kilometres, no longer than a fifth of the map."""
    most = view.width / 5 * view.km_per_px
    power = 10 ** math.floor(math.log10(most))
    km = next(step * power for step in (5, 2, 1) if step * power <= most)
    length = km / view.km_per_px
    right, bottom = view.width - 12, view.height - 12
    return Markup(
        '<g class="scale"><path d="M{0:.1f} {1}v4h{2:.1f}v-4"/>'
        '<text x="{3}" y="{4}" font-size="{5:g}" text-anchor="end">{6:g} km</text></g>'
    ).format(right - length, bottom - 4, length, right, bottom - 8, type_size - 1, km)
