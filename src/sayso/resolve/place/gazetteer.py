"""The place tables on disk in, `GazetteerRow`s by name out."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Self

from sayso.resolve.name.folding import fold_place
from sayso.resolve.place.lookups import PlaceFiles
from sayso.resolve.place.rows import GazetteerRow, Kind, explain_row, order_row, weigh_row
from sayso.resolve.place.tables import (
    DATA,
    TABLE_COLUMNS,
    InShort,
    Named,
    read_abbreviations,
    read_country_names,
    read_demonyms,
    read_regions,
    read_table,
)

__all__ = [
    "TABLE_COLUMNS", "Gazetteer", "GazetteerRow", "Kind", "explain_row", "open_gazetteer",
    "read_table", "weigh_row",
]  # fmt: skip

IMPORTED = ".sqlite"  # of the tables that a user lays on top, what an import has written


class Gazetteer:
    """Holds the big files open, with the small tables in memory on top of them."""

    def __init__(
        self,
        files: PlaceFiles,
        *,
        on_top: Mapping[str, tuple[GazetteerRow, ...]],
        countries: Mapping[str, GazetteerRow],
        demonyms: Mapping[str, str],
        in_short: Mapping[str, tuple[InShort, ...]],
    ) -> None:
        self._files = files
        self._on_top = on_top
        self._countries = countries
        self._demonyms = demonyms
        self._codes = in_short
        self._in_short = {
            fold_place(short): meant for short, meant in in_short.items() if short.endswith(".")
        }

    def __enter__(self) -> Self:
        return self

    @property
    def has_user_rows(self) -> bool:
        """Whether a table of the user's is laid on top."""
        return any(row.origin == "extra" for rows in self._on_top.values() for row in rows)

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._files.close()

    def named(self, name: str) -> tuple[GazetteerRow, ...]:
        """All places of that name, best first: the user's, a country, then by prominence.

        "Ga." is the state alone, and "Ga" is no state.
        """
        key = fold_place(name)
        if name.endswith(".") and key in self._in_short:
            found = self._expand(self._in_short[key])
            if found:
                return found
        return self._of_key(key)

    def divisions_in_short(self, text: str) -> tuple[GazetteerRow, ...]:
        """The states, provinces and cities so abbreviated: "TX", "NSW", "Tex", "Tex.".

        For what stands behind the comma of "Austin, TX"; alone, such letters mean other things.
        """
        meant = self._codes.get(text) or self._codes.get(f"{text}.", ())
        return self._expand(meant)

    def countries(self) -> tuple[GazetteerRow, ...]:
        """All countries and dependencies that have an ISO code, and Kosovo."""
        return tuple(self._countries.values())

    def country(self, code: str) -> GazetteerRow | None:
        """The country of that ISO code; None: there is none."""
        return self._countries.get(code)

    def country_of_demonym(self, word: str) -> str | None:
        """The ISO code of "Iraqi" or "Iraqis"; None: the word is no demonym of one country."""
        return self._demonyms.get(fold_place(word))

    def adjective_of(self, country: str) -> str | None:
        """The first demonym of the country, folded ("iraqi"); None: it is in no table."""
        return next((word for word, code in self._demonyms.items() if code == country), None)

    def division_of(self, row: GazetteerRow) -> GazetteerRow | None:
        """The province the place lies in; None: not known, or not within one."""
        return None if row.admin1_id is None else self._files.of_id(row.admin1_id)

    def district_of(self, row: GazetteerRow) -> GazetteerRow | None:
        """The county or district the place lies in; None: not known, or not within one."""
        return None if row.admin2_id is None else self._files.of_id(row.admin2_id)

    def nearly_named(
        self, name: str, *, countries: Collection[str], longer: int = 1
    ) -> tuple[tuple[str, GazetteerRow], ...]:
        """Folded names with places in `countries` that begin like `name` and are about as long.

        The first three letters agree, the lengths differ by no more than `longer`.
        """
        key = fold_place(name)
        start, low, high = key[:3], len(key) - longer, len(key) + longer
        on_top = [
            (other, row)
            for other, rows in self._on_top.items()
            if other.startswith(start) and low <= len(other) <= high
            for row in rows
            if row.country in countries
        ]
        found = self._files.named_like(start, (low, high), countries)
        return (*on_top, *((folded, self._settle(row)) for folded, row in found))

    def _of_key(self, key: str) -> tuple[GazetteerRow, ...]:
        if not key:
            return ()
        rows = [*self._on_top.get(key, ()), *map(self._settle, self._files.named(key))]
        known: dict[int | GazetteerRow, GazetteerRow] = {}
        for row in rows:  # of one id the user's or our own row comes first, and stays
            known.setdefault(row.id or row, row)
        return tuple(sorted(known.values(), key=lambda row: order_row(row, key)))

    def _expand(self, meant: Sequence[InShort]) -> tuple[GazetteerRow, ...]:
        """The likeliest place of each of these names in its country."""
        found = []
        for short in meant:
            rows = self._of_key(fold_place(short.name))
            fitting = [r for r in rows if (r.kind, r.country) == (short.kind, short.country)]
            found += fitting[:1]
        return tuple(dict.fromkeys(found))

    def _settle(self, row: GazetteerRow) -> GazetteerRow:
        """A country with the point we give it; what else a dump calls a country is a region."""
        if row.kind != "country":
            return row
        country = self._countries.get(row.country or "")
        if country is not None and country.id == row.id:
            return country
        return replace(row, kind="region")


def open_gazetteer(extra: Sequence[Path] = ()) -> Gazetteer:
    """The installed gazetteer with the user's tables on top.

    extra:  tab-separated, the first line is TABLE_COLUMNS, alternates are split at commas; an id
            that is empty or negative is none of GeoNames. One whose name ends in ".sqlite" is what
            `sayso gazetteer import` wrote (the last of several); its places stand beside ours.
    raises: MissingData if the installation has no gazetteer, or the imported file cannot be used;
            UnreadableTable of a wrong line
    """
    tables = [named for path in extra if path.suffix != IMPORTED for named in read_table(path)]
    imported = [path for path in extra if path.suffix == IMPORTED]
    files = PlaceFiles(DATA / "gazetteer.sqlite", imported[-1] if imported else None)
    names = read_country_names()
    countries = {str(row.country): row for row in files.countries()}
    for code, ours in names.items():
        if ours.point is not None:
            latitude, longitude = ours.point
            countries[code] = replace(countries[code], latitude=latitude, longitude=longitude)
    aliases = [(countries[code], ours.aliases) for code, ours in names.items()]
    return Gazetteer(
        files,
        on_top=_index([*tables, *aliases, *read_regions()]),
        countries=countries,
        demonyms=read_demonyms(),
        in_short=read_abbreviations(),
    )


def _index(named: Iterable[Named]) -> dict[str, tuple[GazetteerRow, ...]]:
    """The rows by each of their folded names."""
    rows: dict[str, dict[GazetteerRow, None]] = defaultdict(dict)
    for row, alternates in named:
        for key in map(fold_place, (row.name, *alternates)):
            if key:
                rows[key][row] = None
    return {key: tuple(found) for key, found in rows.items()}
