"""The files of places on disk in, `GazetteerRow`s by folded name or by id out."""

import sqlite3
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from sayso.errors import MissingData
from sayso.resolve.place.rows import GazetteerRow

# The places that a subquery `hit` (place, folded) finds in the bundled file.
_ALONE = """
    SELECT ours.id, ours.name, ours.latitude / 1e5, ours.longitude / 1e5, ours.kind,
        ours.country, ours.admin1, division.name, ours.population, ours.capital,
        ours.admin2, ours.approximate, hit.folded
    FROM ({hits}) AS hit JOIN main.place AS ours ON ours.id = hit.place
    LEFT JOIN main.place AS division ON division.id = ours.admin1
"""
# The same with an imported file beside it. Of one id the bundled row stays, for it knows the
# province by its usual name; only a point that is not its own is replaced.
_KEPT = "(ours.latitude IS NOT NULL AND NOT ours.approximate OR more.latitude IS NULL)"
_BESIDE = f"""
    SELECT hit.place, coalesce(ours.name, more.name),
        CASE WHEN {_KEPT} THEN ours.latitude ELSE more.latitude END / 1e5,
        CASE WHEN {_KEPT} THEN ours.longitude ELSE more.longitude END / 1e5,
        coalesce(ours.kind, more.kind), coalesce(ours.country, more.country),
        coalesce(ours.admin1, more.admin1), coalesce(division.name, other.name),
        coalesce(ours.population, more.population), coalesce(ours.capital, more.capital),
        coalesce(ours.admin2, more.admin2),
        coalesce(ours.approximate AND {_KEPT}, more.approximate), hit.folded
    FROM ({{hits}}) AS hit LEFT JOIN main.place AS ours ON ours.id = hit.place
    LEFT JOIN imported.place AS more ON more.id = hit.place
    LEFT JOIN main.place AS division ON division.id = coalesce(ours.admin1, more.admin1)
    LEFT JOIN imported.place AS other ON other.id = coalesce(ours.admin1, more.admin1)
    WHERE coalesce(ours.id, more.id) IS NOT NULL
"""
_OF_ID = "SELECT ?1 AS place, NULL AS folded"
_COUNTRIES = "SELECT id AS place, NULL AS folded FROM main.place WHERE kind = 'country'"


class PlaceFiles:
    """The bundled file, and an imported one beside it where there is one; both read-only.

    raises: MissingData if one of them is not there, or is no file of places
    """

    def __init__(self, bundled: Path, imported: Path | None = None) -> None:
        if not bundled.is_file():
            raise MissingData(
                f"{bundled} is missing; reinstall sayso: pip install --force-reinstall sayso"
            )
        self._db = sqlite3.connect(_address(bundled), uri=True, check_same_thread=False)
        self._form = _ALONE
        self._schemas = ["main"]
        if imported is not None:
            self._attach(imported)

    def close(self) -> None:
        self._db.close()

    def named(self, key: str) -> list[GazetteerRow]:
        """The places one of whose folded names is `key`."""
        return [_row_of(line) for line in self._find("folded = ?1", key)]

    def named_like(
        self, start: str, lengths: tuple[int, int], countries: Collection[str]
    ) -> list[tuple[str, GazetteerRow]]:
        """Folded names that begin so and are so long, with their places in these countries."""
        condition = "folded >= ?1 AND folded < ?2 AND length(folded) BETWEEN ?3 AND ?4"
        lines = self._find(condition, start, start + "\U0010ffff", *lengths)
        return [(str(line[-1]), _row_of(line)) for line in lines if line[5] in countries]

    def of_id(self, id: int) -> GazetteerRow | None:
        """The place of that id; None: no file has it."""
        line = self._db.execute(self._form.format(hits=_OF_ID), (id,)).fetchone()
        return None if line is None else _row_of(line)

    def countries(self) -> list[GazetteerRow]:
        return [_row_of(line) for line in self._db.execute(_ALONE.format(hits=_COUNTRIES))]

    def _find(self, condition: str, *values: object) -> sqlite3.Cursor:
        hits = " UNION ".join(
            f"SELECT place, folded FROM {schema}.name WHERE {condition}" for schema in self._schemas
        )
        return self._db.execute(self._form.format(hits=hits), values)

    def _attach(self, imported: Path) -> None:
        try:
            self._db.execute("ATTACH ? AS imported", (_address(imported),))
            self._db.execute("SELECT 1 FROM imported.name, imported.place LIMIT 1").fetchone()
        except sqlite3.DatabaseError as why:
            self._db.close()
            raise MissingData(
                f"{imported}: no file of imported places ({why}); make it again with"
                " `sayso gazetteer import`"
            ) from why
        self._form, self._schemas = _BESIDE, ["main", "imported"]


def _address(path: Path) -> str:
    # Immutable: nobody writes while we read, so threads may share it and no lock files appear.
    return f"{path.resolve().as_uri()}?mode=ro&immutable=1"


def _row_of(line: Sequence[Any]) -> GazetteerRow:
    """A row from the columns of _ALONE and _BESIDE."""
    id, name, latitude, longitude, kind, country, admin1_id, admin1, population, capital, *rest = (
        line
    )
    return GazetteerRow(
        id=id if id > 0 else None,
        name=name,
        latitude=latitude,
        longitude=longitude,
        kind=kind,
        country=country or None,
        admin1=name if kind == "admin1" else admin1,
        admin1_id=admin1_id,
        population=population,
        capital=bool(capital),
        admin2_id=rest[0],
        approximate=bool(rest[1]),
    )
