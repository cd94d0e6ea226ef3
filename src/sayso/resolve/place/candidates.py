"""The words of a place mention in, the gazetteer's places that they can mean out."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from sayso.resolve.name.folding import fold_name, fold_place
from sayso.resolve.place.gazetteer import Gazetteer, GazetteerRow, weigh_row

_DIVISION = ("admin1", "region", "admin2")
_DISTRICT = ("admin2", "admin1", "town")
_TOWN = ("town",)
_ANY: tuple[str, ...] = ()
# Words beside a name that say what kind of place it is: the kinds to prefer.
_GENERICS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("province", "governorate", "oblast", "state", "region", "prefecture", "department",
         "territory", "division", "emirate"),
        _DIVISION,
    ),
    **dict.fromkeys(("district", "county", "raion", "rayon", "subdistrict", "parish"), _DISTRICT),
    **dict.fromkeys(("city", "town", "village", "municipality", "township", "suburb"), _TOWN),
    **dict.fromkeys(
        ("valley", "airport", "airfield", "airbase", "area", "countryside", "outskirts", "suburbs",
         "border", "port", "neighbourhood", "neighborhood"),
        _ANY,
    ),
    **dict.fromkeys(
        ("provinces", "governorates", "oblasts", "states", "regions", "prefectures", "departments"),
        _DIVISION,
    ),
    **dict.fromkeys(("districts", "counties", "raions"), _DISTRICT),
    **dict.fromkeys(("cities", "towns", "villages"), _TOWN),
}  # fmt: skip
_DIRECTION = re.compile(
    r"(north|south|east|west)(east|west)?(ern)?(most)?|central|upper|lower|greater|rural"
    r"|mainland|downtown|inner|outer|neighbou?ring|nearby|occupied"
)
_ARTICLES = ("al", "el", "ad", "an", "ar", "as", "ash", "at", "az")
_POSSESSIVE = re.compile(r"['’]s?$")
STRIPPED, DEMONYM, RESPELLED, MISPRINT = 0.9, 0.9, 0.8, 0.6  # what is left of the score
_LEAST_RESPELLED = 5  # letters
_LEAST_IN_SHORT = 3  # letters; "OR" and "IN" are states behind a comma alone
_LEAST_MISPRINTED = 8  # letters; in shorter names one edit makes another name
MOST = 60  # namesakes that are weighed against each other, the best known first


@dataclass(frozen=True, slots=True)
class Candidates:
    """What some words can mean. `rows` empty: the gazetteer has nothing like them.

    key:       the folded name that was looked up
    wanted:    the kinds of place that a word beside the name asks for, best first
    kept:      the share of the score that is left where words were left out or spelt otherwise
    corrected: they were taken for a misprint
    """

    rows: tuple[GazetteerRow, ...] = ()
    key: str = ""
    wanted: tuple[str, ...] = ()
    kept: float = 1.0
    corrected: bool = False


def find_candidates(words: str, gazetteer: Gazetteer, *, beside: str = "") -> Candidates:
    """The places of that name, the user's alone where they have one, best known first.

    beside: the word before or after the name that may say what kind of place it is
    """
    readings = tuple(_readings(words))
    asked = _GENERICS.get(beside.lower(), _ANY)
    for name, wanted in readings:
        rows, kept = _rows_of(name, gazetteer, is_whole=name == words)
        if rows:
            wanted = wanted or asked
            rows = _widened(_users_first(rows), fold_place(name), wanted, gazetteer)
            return Candidates(rows[:MOST], fold_place(name), wanted, kept)
    rows = gazetteer.divisions_in_short(words) if len(words) >= _LEAST_IN_SHORT else ()
    if rows:
        return Candidates(rows, fold_place(rows[0].name), asked)
    for name, wanted in readings:
        for spelling in _respell(fold_name(name)):
            rows = gazetteer.named(spelling)
            if rows:
                rows = _users_first(rows)[:MOST]
                return Candidates(rows, fold_place(spelling), wanted or asked, RESPELLED)
    return Candidates()


def tells_kind(word: str) -> bool:
    """'province', 'city', 'airport': beside a name it says what kind of place is meant."""
    return word.lower() in _GENERICS


def is_of_several(word: str) -> bool:
    """'provinces', 'cities': of all names of a list, not only of the one beside it."""
    return word.endswith("s") and _GENERICS.get(word, _ANY) != _ANY


def find_misprinted(words: str, gazetteer: Gazetteer, *, countries: Collection[str]) -> Candidates:
    """The one place of these countries whose name is one edit away; none, or several: no rows."""
    for name, _ in _readings(words):
        key = fold_place(name)
        if not countries or len(key) < _LEAST_MISPRINTED or not key.isalpha():
            continue
        near = gazetteer.nearly_named(name, countries=countries)
        found = [row for other, row in near if OSA.distance(key, other, score_cutoff=1) == 1]
        # A town, its district and its province are one candidate.
        if len({(row.country, row.admin1) for row in found}) == 1:
            best = max(found, key=lambda row: weigh_row(row, key))
            return Candidates((best,), fold_place(best.name), kept=MISPRINT, corrected=True)
    return Candidates()


def _users_first(rows: tuple[GazetteerRow, ...]) -> tuple[GazetteerRow, ...]:
    """The user's rows alone, where there are some and no country of ours goes by that name."""
    if any(row.kind == "country" and row.origin != "extra" for row in rows):
        return tuple(row for row in rows if row.origin != "extra")
    return tuple(row for row in rows if row.origin == "extra") or rows


def _readings(words: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The words, then what is left without what is no part of a name, and the kinds it asks for."""
    yield words, _ANY
    wanted = _ANY
    tokens = fold_name(_POSSESSIVE.sub("", words)).split()
    if tokens[:1] == ["the"]:
        tokens = tokens[1:]
    if " ".join(tokens) != fold_name(words):
        yield " ".join(tokens), wanted
    while len(tokens) > 1:
        if tokens[1] == "of" and tokens[0] in _GENERICS and len(tokens) > 2:
            wanted, tokens = _GENERICS[tokens[0]], tokens[2:]
            tokens = tokens[1:] if tokens[0] == "the" and len(tokens) > 1 else tokens
        elif tokens[-1] in _GENERICS:
            wanted, tokens = _GENERICS[tokens[-1]], tokens[:-1]
        elif _DIRECTION.fullmatch(tokens[0]):
            tokens = tokens[1:]
        else:
            return
        yield " ".join(tokens), wanted


def _respell(name: str) -> Iterator[str]:
    """The name as others write it from Arabic: without or with the article, without or with h."""
    first, _, rest = name.partition(" ")
    bare = rest if rest and first in _ARTICLES else name
    if len(bare) < _LEAST_RESPELLED:
        return
    other_end = bare[:-1] if bare.endswith("h") else bare + "h"
    for spelling in (bare, f"al {bare}", other_end, f"al {other_end}"):
        if spelling != name:
            yield spelling


def _rows_of(
    name: str, gazetteer: Gazetteer, *, is_whole: bool
) -> tuple[tuple[GazetteerRow, ...], float]:
    """What the name can mean, and how much of the score is kept. "Turk" is no town."""
    rows = gazetteer.named(name)
    code = gazetteer.country_of_demonym(name) if is_whole else None
    country = None if code is None else gazetteer.country(code)
    if country is None or any(row.kind == "country" or row.origin == "extra" for row in rows):
        return rows, 1.0 if is_whole else STRIPPED
    return (country,), DEMONYM


def _widened(
    rows: tuple[GazetteerRow, ...], key: str, wanted: tuple[str, ...], gazetteer: Gazetteer
) -> tuple[GazetteerRow, ...]:
    """With the province called after a town, where one is asked for ("Kursk region")."""
    if wanted != _DIVISION or any(row.kind == "admin1" for row in rows):
        return rows
    divisions = (gazetteer.division_of(row) for row in rows[:3] if row.kind == "town")
    start = key[: max(4, len(key) - 1)]
    return (*(d for d in divisions if d and fold_place(d.name).startswith(start)), *rows)
