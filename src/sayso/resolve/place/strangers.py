"""The names of one report with what each was taken for in, those that nothing ties to that place out.

An old or other name of a town far off ("Sarwan", once that of Marneuli) is a weak ground to set a
report there, where neither a country's name, nor its people's, nor another place of it is told.
Such a name stays without a place on earth, with its words.
"""

from collections.abc import Sequence

from sayso.resolve.name.folding import fold_place
from sayso.resolve.place.features import Name, Setting, likeness
from sayso.resolve.place.gazetteer import GazetteerRow
from sayso.resolve.place.ranking import Ranked

_LIKE = 0.25  # from which likeness a name is a spelling of the main one: "Golweyn", Golwayn
_METROPOLIS = 500_000  # known to all by other names too: Saigon, Bombay
_CITY = 100_000  # known so, where the name is no short one that many places may have
_SHORT, _LONG = 4, 6  # letters
_SURE = 0.5  # the share from which another name tells a country
_TOLD = frozenset({"country", "admin1", "region"})  # kinds of which the other names are well known


def find_strangers(
    names: Sequence[Name], ranked: Sequence[Ranked], setting: Setting
) -> frozenset[int]:
    """The numbers of the names that go by their place's other name alone, in a report that tells
    nothing else of that country."""
    best = [
        name.found.rows[r.best] if r.best is not None else None
        for name, r in zip(names, ranked, strict=True)
    ]
    doubtful = {
        i
        for i, (name, row) in enumerate(zip(names, best, strict=True))
        if row is not None and _is_doubtful(row, name)
    }
    told = {
        row.country
        for i, (row, r) in enumerate(zip(best, ranked, strict=True))
        if row is not None and i not in doubtful and r.share >= _SURE
    } | {*setting.countries, setting.home}
    return frozenset(
        i for i in doubtful if (row := best[i]) is not None and row.country not in told
    )


def _is_doubtful(row: GazetteerRow, name: Name) -> bool:
    """By another name than its own, and no metropolis."""
    key = name.found.key
    if row.origin != "geonames" or row.kind in _TOLD:
        return False
    if fold_place(row.name) == key:
        return False
    if name.within:  # "Karez, Ilmen", where no Karez of ours lies in Ilmen
        return row.country not in {outer.country for outer in name.within}
    if likeness(row, key) >= _LIKE and len(key) > _SHORT:
        return False
    is_known = row.capital or row.population >= _METROPOLIS
    if is_known and len(key) >= _SHORT:
        return False
    return row.population < _CITY or len(key) < _LONG
