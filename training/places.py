"""GeoVirus and reports drawn from the gazetteer in, the place ranker's weights out.

python -m training.places --data geovirus.jsonl --out src/sayso/data/places.json [--half look]

A drawn report has no words: a town that a paper might write of, towns near it, its district and
province, towns far off, and countries, each with all its namesakes to be told from.
"""

import argparse
import hashlib
import json
import random
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

import numpy as np
import numpy.typing as npt

from sayso.resolve.name.folding import fold_place
from sayso.resolve.place.candidates import find_candidates
from sayso.resolve.place.features import (
    ALONE,
    FEATURES,
    Floats,
    Name,
    Setting,
    Table,
    among,
    distance_km,
    make_table,
)
from sayso.resolve.place.gazetteer import Gazetteer, GazetteerRow, open_gazetteer
from sayso.resolve.place.places import group_names, setting_of
from sayso.resolve.place.ranking import ROUNDS, share_out
from sayso.types import Report, Span

GAZETTEER = Path("src/sayso/data/gazetteer.sqlite")
DRAWN = 400  # reports drawn from the gazetteer
WITHIN_KM = {
    "country": 1500.0,
    "region": 1500.0,
    "admin1": 450.0,
    "admin2": 120.0,
    "town": 50.0,
    "site": 50.0,
}
SPEAKING = {"US": 4.0, "GB": 3.0, "CA": 3.0, "AU": 2.0, "IE": 2.0}  # whose papers are read more
# Where training starts and what it is held to, in natural logarithms; judged by hand.
PRIOR = {
    "population": 2.3, "country": 3.0, "admin1": -1.0, "admin2": -3.5, "listed": 6.0, "only": 1.0,
    "main_name": 2.0, "capital": 2.5, "no_point": -3.0, "wanted": 5.0, "unwanted": -1.0,
    "inside": 7.0, "outside": -4.0, "home": 1.0, "home_name": 0.5, "hinted_country": 4.8,
    "hinted_province": 3.0, "same_country": 4.0, "country_named": 2.0, "same_province": 3.0,
    "province_named": 2.0, "sisters": 6.0, "near": 2.0, "far": 1.0,
}  # fmt: skip
NONE = -1.0
PULL = 0.005  # how strongly the weights are held to PRIOR
STEPS, RATE = 400, 0.05


@dataclass(frozen=True, slots=True)
class Lesson:
    """One report's names, and which rows of its table are right; a name without any has none."""

    names: tuple[Name, ...]
    setting: Setting
    table: Table
    right: Floats
    counted: Floats


def learn_half(path: Path, gazetteer: Gazetteer, half: str | None) -> Iterator[Lesson]:
    """Lessons of a file in the form of GeoVirus: names at its gold spans, places by distance."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        part = "rep" if int(hashlib.sha1(row["id"].encode()).hexdigest(), 16) % 2 else "look"
        if half in {None, part}:
            yield read_lesson(row, gazetteer)


def read_lesson(row: dict[str, object], gazetteer: Gazetteer) -> Lesson:
    text = cast(str, row["text"])
    gold = {
        Span(m["start"], m["end"]): GazetteerRow(None, m["text"], m["lat"], m["lon"], "town", None)
        for m in cast(list[dict[str, Any]], row["mentions"])
        if m["lat"] is not None
    }
    grouped = group_names(list(gold), text, gazetteer)
    setting = replace(setting_of(Report("", text), gazetteer), home=None, at_home="")
    points: dict[int, GazetteerRow] = {n: gold[span] for span, n in grouped.of_span.items()}
    return make_lesson(grouped.names, setting, lambda number, row: _is_at(points[number], row))


def _is_at(gold: GazetteerRow, row: GazetteerRow) -> float:
    """How far off a candidate is; infinite if it is another place."""
    away = distance_km(gold, row)
    return away if away <= WITHIN_KM[row.kind] else float("inf")


def make_lesson(
    names: Sequence[Name], setting: Setting, error: Callable[[int, GazetteerRow], float]
) -> Lesson:
    table = make_table(names, setting)
    away = np.array([error(int(n), row) for n, row in zip(table.names, table.rows, strict=True)])
    least = np.full(len(names), np.inf)
    np.minimum.at(least, table.names, away)
    right = np.isfinite(away) & (away <= 2 * least[table.names] + 30.0)
    counted = np.array([1.0 if name.found.rows else 0.0 for name in names])
    return Lesson(tuple(names), setting, table, right.astype(np.float64), counted)


# --- reports drawn from the gazetteer -----------------------------------------------------


@dataclass(frozen=True, slots=True)
class Atlas:
    """All towns and divisions of the gazetteer, as arrays where that is faster."""

    towns: tuple[GazetteerRow, ...]
    points: Floats
    populations: Floats
    codes: npt.NDArray[np.str_]
    divisions: tuple[GazetteerRow, ...]
    countries: tuple[GazetteerRow, ...]


def load_atlas(gazetteer: Gazetteer, rows: Sequence[GazetteerRow]) -> Atlas:
    towns = tuple(r for r in rows if r.kind == "town" and r.latitude is not None)
    divisions = tuple(r for r in rows if r.kind in {"admin1", "admin2"} and r.latitude is not None)
    radians = np.radians(np.array([(r.latitude, r.longitude) for r in towns], np.float64))
    flat = np.cos(radians[:, 0])
    points = np.column_stack(
        [flat * np.cos(radians[:, 1]), flat * np.sin(radians[:, 1]), np.sin(radians[:, 0])]
    )
    people = np.array([max(r.population, 300) for r in towns], np.float64)
    codes = np.array([r.country for r in towns])
    return Atlas(towns, points, people, codes, divisions, gazetteer.countries())


def draw_lessons(atlas: Atlas, gazetteer: Gazetteer, count: int, seed: int) -> Iterator[Lesson]:
    dice = random.Random(seed)
    chances = (
        atlas.populations**0.5 * (np.clip(atlas.populations, 0, 2e5) / atlas.populations) ** 0.5
    )
    speaking = np.array([SPEAKING.get(t.country or "", 1.0) for t in atlas.towns])
    chances = chances * speaking
    middles = dice.choices(range(len(atlas.towns)), weights=chances.tolist(), k=count)
    for middle in middles:
        yield _draw(middle, atlas, gazetteer, dice)


def _draw(middle: int, atlas: Atlas, gazetteer: Gazetteer, dice: random.Random) -> Lesson:
    town = atlas.towns[middle]
    away = 6371.0 * np.arccos(np.clip(atlas.points @ atlas.points[middle], -1, 1))
    near = atlas.populations**0.5 / (1 + (away / 12.0) ** 2)
    abroad = atlas.populations
    own = atlas.populations * (atlas.codes == town.country)
    meant = [town] if dice.random() < 0.9 else []
    for weights, most in ((near, 7), (own, 3), (abroad, 3)):
        picked = _pick(weights, dice.randint(0, most), dice)
        meant += [atlas.towns[i] for i in picked]
    around = [d for d in atlas.divisions if d.country == town.country]
    districts = sorted((distance_km(d, town), d.name, d) for d in around if d.kind == "admin2")
    meant += [d for _, _, d in districts[: dice.randint(0, 2)]]
    if dice.random() < 0.4:
        meant += [d for d in around if d.kind == "admin1" and d.admin1 == town.admin1]
    country = gazetteer.country(town.country or "")
    if country is not None and dice.random() < 0.4:
        meant.append(country)
    meant += dice.sample(atlas.countries, dice.choice((0, 0, 0, 1, 2)))
    return _lesson_of(tuple(dict.fromkeys(meant)), town, gazetteer, dice)


def _pick(weights: Floats, count: int, dice: random.Random) -> list[int]:
    sums = np.cumsum(weights)
    return [int(np.searchsorted(sums, dice.random() * sums[-1])) for _ in range(count)]


def _lesson_of(
    meant: Sequence[GazetteerRow], town: GazetteerRow, gazetteer: Gazetteer, dice: random.Random
) -> Lesson:
    names, rights = [], []
    for row in meant:
        found = find_candidates(row.name, gazetteer)
        if dice.random() < 0.08:  # the gazetteer lacks the place, but has its namesakes
            found = replace(found, rows=tuple(r for r in found.rows if r.id != row.id))
        if not found.rows:
            continue
        within = _outer(row, gazetteer) if dice.random() < 0.15 else ()
        names.append(Name(found, 1, within))
        rights.append(row)
    told = town.country if dice.random() < 0.8 else dice.choice(("US", "GB", "IN", "AU"))
    setting = Setting(
        countries=frozenset({town.country or ""}) if dice.random() < 0.2 else frozenset(),
        home=told if dice.random() < 0.3 else None,
        at_home=fold_place(town.name) if dice.random() < 0.3 else "",
    )
    return make_lesson(
        names, setting, lambda n, row: 0.0 if row.id == rights[n].id else _is_near(rights[n], row)
    )


def _is_near(right: GazetteerRow, row: GazetteerRow) -> float:
    """A town's district of its own name is as good as the town."""
    away = distance_km(right, row)
    return away if away < 25 and row.country == right.country else float("inf")


def _outer(row: GazetteerRow, gazetteer: Gazetteer) -> tuple[GazetteerRow, ...]:
    found = gazetteer.division_of(row) or gazetteer.country(row.country or "")
    return (found,) if found is not None and found.id != row.id else ()


# --- fitting ------------------------------------------------------------------------------


def fit(
    lessons: Sequence[Lesson], inputs: Sequence[Floats], features: Sequence[str]
) -> tuple[Floats, float]:
    """Weights that make the right rows likely (log-likelihood, Adam); those of a name add up."""
    prior = np.array([*(PRIOR[name] for name in features), NONE])
    found, mean, square = prior.copy(), np.zeros(len(prior)), np.zeros(len(prior))
    sheet = _joined(lessons, inputs)
    for step in range(1, STEPS + 1):
        slope = PULL * (found - prior) - _slope(sheet, found)
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        change = (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
        found = found - RATE * (1 - step / (STEPS + 1)) * change
    return found[:-1], float(found[-1])


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of all lessons under each other. names: numbered through; counted: one a name."""

    rows: Floats
    names: npt.NDArray[np.int64]
    right: Floats
    counted: Floats


def _joined(lessons: Sequence[Lesson], inputs: Sequence[Floats]) -> Sheet:
    first = np.cumsum([0, *(len(lesson.names) for lesson in lessons)])
    numbered = [lesson.table.names + at for lesson, at in zip(lessons, first, strict=False)]
    return Sheet(
        np.concatenate(inputs),
        np.concatenate(numbered),
        np.concatenate([lesson.right for lesson in lessons]),
        np.concatenate([lesson.counted for lesson in lessons]),
    )


def _slope(sheet: Sheet, weights: Floats) -> Floats:
    """The mean slope of the log-likelihood over all names."""
    size = len(sheet.counted)
    shares = share_out(sheet.names, sheet.rows @ weights[:-1], float(weights[-1]), size)
    good = np.bincount(sheet.names, shares * sheet.right, size)
    has_right = np.bincount(sheet.names, sheet.right, size) > 0
    none = 1 - np.bincount(sheet.names, shares, size)
    wanted = shares * sheet.right / np.maximum(good[sheet.names], 1e-12)
    wanted = np.where(has_right[sheet.names], wanted, 0.0)
    of_none = float((sheet.counted * (~has_right - none)).sum())
    slope: Floats = np.append((wanted - shares) @ sheet.rows, of_none) / max(
        1.0, sheet.counted.sum()
    )
    return slope


def train(lessons: Sequence[Lesson]) -> dict[str, object]:
    alone = [lesson.table.alone for lesson in lessons]
    first, none_first = fit(lessons, alone, ALONE)
    shares = [
        share_out(lesson.table.names, rows @ first, none_first, len(lesson.names))
        for lesson, rows in zip(lessons, alone, strict=True)
    ]
    for _ in range(ROUNDS):
        inputs = [
            np.hstack([lesson.table.alone, among(lesson.table, share)])
            for lesson, share in zip(lessons, shares, strict=True)
        ]
        then, none_then = fit(lessons, inputs, FEATURES)
        shares = [
            share_out(lesson.table.names, rows @ then, none_then, len(lesson.names))
            for lesson, rows in zip(lessons, inputs, strict=True)
        ]
    return {
        "first": {n: round(float(w), 3) for n, w in zip(ALONE, first, strict=True)},
        "then": {n: round(float(w), 3) for n, w in zip(FEATURES, then, strict=True)},
        "none_first": round(none_first, 3),
        "none_then": round(none_then, 3),
    }


_PLACES = """
    SELECT place.id, place.name, place.latitude / 1e5, place.longitude / 1e5, place.kind,
        place.country, division.name, place.admin1, place.population, place.capital
    FROM place LEFT JOIN place AS division ON division.id = place.admin1
    WHERE place.kind IN ('town', 'admin1', 'admin2') ORDER BY place.id
"""


def read_rows() -> list[GazetteerRow]:
    """All towns and divisions of the installed file."""
    with closing(sqlite3.connect(GAZETTEER)) as db:
        return [
            GazetteerRow(
                id, name, latitude, longitude, kind, country,
                admin1=name if kind == "admin1" else province, admin1_id=number,
                population=people, capital=bool(capital),
            )
            for id, name, latitude, longitude, kind, country, province, number, people, capital
            in db.execute(_PLACES)
        ]  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="geovirus.jsonl")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--half", choices=["look", "rep"], help="train on this half alone")
    args = parser.parse_args()
    with open_gazetteer() as gazetteer:
        lessons = list(learn_half(args.data, gazetteer, args.half))
        atlas = load_atlas(gazetteer, read_rows())
        lessons += draw_lessons(atlas, gazetteer, DRAWN, seed=5)
    made = train([lesson for lesson in lessons if len(lesson.table.rows)])
    args.out.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(made))


if __name__ == "__main__":
    main()
