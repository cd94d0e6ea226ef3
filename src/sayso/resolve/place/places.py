"""The place mentions of one report in, the `Place`s they most likely mean out."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from urllib.parse import urlsplit

from sayso.resolve.name.folding import fold_place
from sayso.resolve.place.candidates import (
    Candidates,
    find_candidates,
    find_misprinted,
    is_of_several,
    tells_kind,
)
from sayso.resolve.place.features import Name, Setting
from sayso.resolve.place.gazetteer import Gazetteer, GazetteerRow
from sayso.resolve.place.ranking import Ranked, Ranker, load_ranker, rank
from sayso.resolve.place.strangers import find_strangers
from sayso.types import Place, Report, Span

_WITHIN = re.compile(r",? ?\(|, (?:in |near )?(?:the )?|,? in (?:the )?")
_DEMONYM = re.compile(r"\b[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})?")
_BESIDE = re.compile(r" ?([a-z]+)\b")
_LISTED = re.compile(r", (?:and |or )?| (?:and|or) ")
_OF = re.compile(r"([A-Za-z]+) of (?:the )?$")
# Country domains that are sold to everybody.
_OPEN_DOMAINS = frozenset("tv io me co ly ai fm cc to ws eu gg sh im la vc ag".split())
_SURE = 0.5  # the share from which a name's country counts for mending a misprint


@dataclass(frozen=True, slots=True)
class Grouped:
    """The mentions of a report by name: one sense a report, unless it says otherwise itself."""

    names: tuple[Name, ...]
    of_span: Mapping[Span, int]


def resolve_places(
    places: Sequence[Place], report: Report, gazetteer: Gazetteer, ranker: Ranker | None = None
) -> tuple[Place, ...]:
    """The same places, each with where on earth it is, as the report as a whole tells it.

    A name of None and a score of 0.0: the gazetteer has nothing like it, or nothing likely.
    """
    ranker = ranker or load_ranker()
    grouped = group_names([p.span for p in places], report.text, gazetteer)
    setting = setting_of(report, gazetteer)
    ranked = rank(grouped.names, setting, ranker)
    named = _countries_of(grouped.names, ranked) | set(setting.countries)
    strangers = find_strangers(grouped.names, ranked, setting)
    return tuple(
        p
        if grouped.of_span[p.span] in strangers
        else _resolved(p, grouped, ranked, gazetteer, named)
        for p in places
    )


def resolve_place(
    words: str,
    span: Span,
    gazetteer: Gazetteer,
    *,
    countries: Collection[str] = (),
    provinces: Collection[tuple[str, str]] = (),
) -> Place:
    """Where the words are on earth, told by themselves; a name of None: nothing likely.

    countries: ISO codes of the countries that the report names
    provinces: (country, admin1) of the provinces it names
    score:     how likely it is, beside its namesakes elsewhere; less when words had to be left
               out, and for a misprint
    """
    unplaced = Place(span, words, None, None, None, None, None, None, None, 0.0)
    found = find_candidates(words, gazetteer)
    (best,) = rank([Name(found)], Setting(countries, provinces), load_ranker())
    if not found.rows:
        found = find_misprinted(words, gazetteer, countries=countries)
        best = Ranked(0 if found.rows else None, 1.0)
    return unplaced if best.best is None else _placed(unplaced, found, best)


def group_names(spans: Sequence[Span], text: str, gazetteer: Gazetteer) -> Grouped:
    """The names of a report with what each can mean, and which name each span has."""
    found: dict[tuple[str, str], Candidates] = {}
    keys: dict[Span, str] = {}
    outer: dict[Span, tuple[GazetteerRow, ...]] = {}
    ordered = sorted(spans)
    besides = _besides(ordered, text)
    for span, after in zip_longest(ordered, ordered[1:]):
        words, beside = span.of(text), besides[span]
        keys[span] = fold_place(words) + ("." if words.endswith(".") else "")
        if (words, beside) not in found:
            found[words, beside] = find_candidates(words, gazetteer, beside=beside)
        if after is not None and _WITHIN.fullmatch(text[span.stop : after.start]):
            code = gazetteer.divisions_in_short(after.of(text))
            rows = code or gazetteer.named(after.of(text))
            if code:
                short = Candidates(code, fold_place(code[0].name))
                found[after.of(text), besides[after]] = short
            outer[span] = tuple(r for r in rows if r.kind in {"country", "admin1", "admin2"})[:12]
    return _group(ordered, text, keys, found, outer, besides)


def _group(
    spans: Sequence[Span],
    text: str,
    keys: Mapping[Span, str],
    found: Mapping[tuple[str, str], Candidates],
    outer: Mapping[Span, tuple[GazetteerRow, ...]],
    besides: Mapping[Span, str],
) -> Grouped:
    """One name for each word form; two where the report itself puts it into two containers."""
    said: dict[str, set[tuple[GazetteerRow, ...]]] = defaultdict(set)
    for span in outer:
        said[keys[span]].add(outer[span])
    of_span: dict[Span, int] = {}
    numbers: dict[tuple[str, tuple[GazetteerRow, ...], tuple[str, ...]], int] = {}
    names: list[Name] = []
    for span in spans:
        candidates = found[span.of(text), besides[span]]
        only = next(iter(said[keys[span]])) if len(said[keys[span]]) == 1 else ()
        within = outer.get(span, only)
        key = (keys[span], within, candidates.wanted)
        if key not in numbers:
            numbers[key] = len(names)
            names.append(Name(candidates, 0, within, is_of_several(besides[span])))
        of_span[span] = numbers[key]
        names[numbers[key]] = replace(names[numbers[key]], count=names[numbers[key]].count + 1)
    return Grouped(tuple(names), of_span)


def _besides(ordered: Sequence[Span], text: str) -> dict[Span, str]:
    """The word beside each name; one in the plural is that of its whole list: 'Homs and Hama provinces'."""
    found = {span: _beside(span, text) for span in ordered}
    pairs = list(pairwise(ordered))
    for span, after in [*reversed(pairs), *((after, span) for span, after in pairs)]:
        between = text[min(span.stop, after.stop) : max(span.start, after.start)]
        if is_of_several(found[after]) and _LISTED.fullmatch(between):
            found[span] = found[after]
    return found


def _beside(span: Span, text: str) -> str:
    """The word that may say what kind of place it is: 'province' after it, 'city of' before it."""
    after = _BESIDE.match(text, span.stop)
    if after is not None and tells_kind(after.group(1)):
        return after.group(1)
    before = _OF.search(text[max(0, span.start - 24) : span.start])
    return before.group(1) if before is not None else ""


def setting_of(report: Report, gazetteer: Gazetteer) -> Setting:
    """What the report tells beside its names: peoples, and where its outlet may be at home."""
    words = {w for m in _DEMONYM.finditer(report.text) for w in (m.group(), m.group().split()[0])}
    codes = {code for w in words if (code := gazetteer.country_of_demonym(w)) is not None}
    host = (urlsplit(report.url).hostname or "") if report.url else ""
    ending = host.rpartition(".")[2]
    code = {"uk": "GB"}.get(ending, ending.upper())
    is_known = ending not in _OPEN_DOMAINS and gazetteer.country(code) is not None
    return Setting(
        countries=frozenset(codes),
        home=code if is_known else None,
        at_home=fold_place(f"{report.outlet or ''}{host}"),
    )


def _countries_of(names: Sequence[Name], ranked: Sequence[Ranked]) -> set[str]:
    found = (
        name.found.rows[r.best]
        for name, r in zip(names, ranked, strict=True)
        if r.best is not None and r.share >= _SURE
    )
    return {row.country for row in found if row.country is not None}


def _resolved(
    place: Place,
    grouped: Grouped,
    ranked: Sequence[Ranked],
    gazetteer: Gazetteer,
    countries: Collection[str],
) -> Place:
    number = grouped.of_span[place.span]
    found, best = grouped.names[number].found, ranked[number]
    if not found.rows:
        found = find_misprinted(place.words, gazetteer, countries=countries)
        best = Ranked(0 if found.rows else None, 1.0)
    return place if best.best is None else _placed(place, found, best)


def _placed(place: Place, found: Candidates, ranked: Ranked) -> Place:
    assert ranked.best is not None
    row = found.rows[ranked.best]
    return replace(
        place,
        name=row.name,
        geonameid=row.id,
        latitude=row.latitude,
        longitude=row.longitude,
        country=row.country,
        admin1=row.admin1,
        level=row.kind,
        score=round(ranked.share * found.kept, 3),
        corrected=found.corrected,
    )
