"""The words of a place mention in, the `Place` they most likely mean out."""

import re
from collections.abc import Collection, Iterable, Iterator

from rapidfuzz.distance import OSA

from sayso.resolve.folding import fold_name, fold_place
from sayso.resolve.gazetteer import Gazetteer, GazetteerRow, weigh_row
from sayso.types import Place, Span

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
}  # fmt: skip
_DIRECTION = re.compile(
    r"(north|south|east|west)(east|west)?(ern)?(most)?|central|upper|lower|greater|rural"
    r"|mainland|downtown|inner|outer|neighbou?ring|nearby|occupied"
)
_ARTICLES = ("al", "el", "ad", "an", "ar", "as", "ash", "at", "az")
_POSSESSIVE = re.compile(r"['’]s?$")

# All below were weighed by hand on tests/resolve/test_places.py.
_IN_A_NAMED_COUNTRY = 2.5  # decades of inhabitants: Tripoli in Lebanon, but Paris still in France
_IN_A_NAMED_PROVINCE = 2.0  # Alexandria beside Louisiana
_OF_THE_WANTED_KIND = 4.0
_STRIPPED, _DEMONYM, _RESPELLED, _MISPRINT = 0.9, 0.9, 0.8, 0.6  # what is left of the score
_LEAST_RESPELLED = 5  # letters
_LEAST_MISPRINTED = 8  # letters; in shorter names one edit makes another name
_UNMISTAKABLE = 0.9  # the score from which a province or town speaks for its country
_LARGE = 100_000  # inhabitants from which a town does

_Named = tuple[Collection[str], Collection[tuple[str, str]]]  # countries, provinces


def resolve_place(
    words: str,
    span: Span,
    gazetteer: Gazetteer,
    *,
    countries: Collection[str] = (),
    provinces: Collection[tuple[str, str]] = (),
) -> Place:
    """Where the words are on earth; name None and score 0.0: the gazetteer has nothing like it.

    countries: ISO codes of the countries that the report names
    provinces: (country, admin1) of the provinces it names
    score:     the share of the likelihood that no namesake elsewhere has; less when words had
               to be left out, and for a misprint
    """
    found = _find(words, gazetteer, countries, provinces)
    if found is None:
        return Place(span, words, None, None, None, None, None, None, None, 0.0)
    row, score = found
    return Place(
        span=span,
        words=words,
        name=row.name,
        geonameid=row.id,
        latitude=row.latitude,
        longitude=row.longitude,
        country=row.country,
        admin1=row.admin1,
        level=row.kind,
        score=round(score, 3),
    )


def countries_named(words_list: Iterable[str], gazetteer: Gazetteer) -> frozenset[str]:
    """ISO codes of the countries named by their name, by their people's, or by what lies in them.

    A province, region or large town counts where no namesake elsewhere comes near it; a small
    town never does, for there is hardly a word that is not the name of some hamlet.
    """
    found = (_find(words, gazetteer) for words in sorted(set(words_list)))
    return frozenset(
        row.country
        for row, score in filter(None, found)
        if row.country and (row.kind == "country" or _speaks_for_country(row, score))
    )


def provinces_named(
    words_list: Iterable[str], gazetteer: Gazetteer, *, countries: Collection[str] = ()
) -> frozenset[tuple[str, str]]:
    """(country, admin1) of the provinces named by their name or by a large town in them."""
    found = (_find(words, gazetteer, countries) for words in sorted(set(words_list)))
    return frozenset(
        (row.country, row.admin1)
        for row, score in filter(None, found)
        if row.country and row.admin1 and _speaks_for_country(row, score)
    )


def _speaks_for_country(row: GazetteerRow, score: float) -> bool:
    return score >= _UNMISTAKABLE and (
        row.origin != "geonames" or row.kind == "admin1" or row.population >= _LARGE
    )


def _find(
    words: str,
    gazetteer: Gazetteer,
    countries: Collection[str] = (),
    provinces: Collection[tuple[str, str]] = (),
) -> tuple[GazetteerRow, float] | None:
    """The row that the words mean, and its score; None: nothing is called like that."""
    readings = tuple(_readings(words))
    for name, wanted in readings:
        rows, kept = _rows_of(name, gazetteer, is_whole=name == words)
        if rows:
            row, share = _choose(rows, fold_place(name), wanted, (countries, provinces))
            return _widen(row, fold_place(name), wanted, gazetteer), share * kept
    for name, wanted in readings:
        for spelling in _respell(fold_name(name)):
            rows = gazetteer.named(spelling)
            if rows:
                row, share = _choose(rows, fold_place(spelling), wanted, (countries, provinces))
                return row, share * _RESPELLED
    for name, _ in readings:
        row_of_misprint = _find_misprinted(name, gazetteer, countries)
        if row_of_misprint is not None:
            return row_of_misprint, _MISPRINT
    return None


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
        return rows, 1.0 if is_whole else _STRIPPED
    return (country,), _DEMONYM


def _choose(
    rows: tuple[GazetteerRow, ...], key: str, wanted: tuple[str, ...], named: _Named
) -> tuple[GazetteerRow, float]:
    """The row that is meant, and its share of the likelihood among its namesakes elsewhere."""
    countries, provinces = named
    rivals = _take_precedence(rows, wanted)
    weights = [
        weigh_row(row, key)
        + (_IN_A_NAMED_COUNTRY if row.country in countries else 0.0)
        + (_IN_A_NAMED_PROVINCE if (row.country, row.admin1) in provinces else 0.0)
        + (_OF_THE_WANTED_KIND - wanted.index(row.kind) if row.kind in wanted else 0.0)
        for row in rivals
    ]
    most = max(weights)
    best = rivals[weights.index(most)]
    elsewhere = sum(
        10 ** (weight - most)
        for row, weight in zip(rivals, weights, strict=True)
        if (row.country, row.admin1) != (best.country, best.admin1)
    )
    return best, 1 / (1 + elsewhere)


def _take_precedence(
    rows: tuple[GazetteerRow, ...], wanted: tuple[str, ...]
) -> tuple[GazetteerRow, ...]:
    """The rows before which all others step back: countries, and of them or the rest the user's."""
    countries = tuple(row for row in rows if row.kind == "country")
    others = tuple(row for row in rows if row.kind != "country")
    # "The state of Georgia" is the one that makes a country step back.
    is_state = wanted == _DIVISION and any(row.kind == "admin1" for row in others)
    first = countries if countries and not is_state else others
    return tuple(row for row in first if row.origin == "extra") or first


def _widen(
    row: GazetteerRow, key: str, wanted: tuple[str, ...], gazetteer: Gazetteer
) -> GazetteerRow:
    """The province called after the town, where one was asked for ("Kursk region")."""
    if row.kind != "town" or wanted != _DIVISION:
        return row
    division = gazetteer.division_of(row)
    if division and fold_place(division.name).startswith(key[: max(4, len(key) - 1)]):
        return division
    return row


def _find_misprinted(
    name: str, gazetteer: Gazetteer, countries: Collection[str]
) -> GazetteerRow | None:
    """The one place of these countries whose name is one edit away; None: none, or several."""
    key = fold_place(name)
    if not countries or len(key) < _LEAST_MISPRINTED or not key.isalpha():
        return None
    near = gazetteer.nearly_named(name, countries=countries)
    found = [row for other, row in near if OSA.distance(key, other, score_cutoff=1) == 1]
    # A town, its district and its province are one candidate.
    if len({(row.country, row.admin1) for row in found}) != 1:
        return None
    return max(found, key=lambda row: weigh_row(row, key))
