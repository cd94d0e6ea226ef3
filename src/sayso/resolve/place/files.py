"""What a file of places is made of: its tables, and which names it keeps.

`hatch_build.py` loads this file by its path before the package is installed: import nothing of ours.
"""

import re
from collections.abc import Callable, Iterable

SCHEMA = """
CREATE TABLE made (what TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE place (
    id INTEGER PRIMARY KEY,     -- of GeoNames; negative where it has none
    name TEXT NOT NULL,
    latitude INTEGER,           -- in 1/100000 degree; NULL: nothing in or around it has a point
    longitude INTEGER,
    kind TEXT NOT NULL,         -- country, admin1, admin2, town; imported ones also region, site
    country TEXT NOT NULL,      -- ISO 3166 alpha-2; empty: none
    admin1 INTEGER,
    admin2 INTEGER,
    population INTEGER NOT NULL,
    capital INTEGER NOT NULL,
    approximate INTEGER NOT NULL -- 1: the point is that of what it lies in
) STRICT;
CREATE TABLE name (
    folded TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (folded, place)
) STRICT, WITHOUT ROWID;
"""
INSERT_PLACE = "INSERT OR REPLACE INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?)"
# Latin letters, their marks, and the apostrophes of transliterations.
LATIN = re.compile(r"[\x20-\u024f\u0259\u02b0-\u036f\u1e00-\u1eff\u2010-\u201f]+")
AIRPORT_CODE = re.compile(r"[A-Z]{2,4}")


def find_keys(name: str, alternates: Iterable[str], fold: Callable[[str], str]) -> set[str]:
    """The folded names under which a place is to be found."""
    keys = {fold(one) for one in (name, *filter(is_useful_name, alternates))}
    return {key for key in keys if key and key.isascii()}


def is_useful_name(name: str) -> bool:
    """Latin letters as people write them: "ka bu er" is a machine's Chinese, MZR an airport."""
    return (
        LATIN.fullmatch(name) is not None
        and any(c.isupper() for c in name)
        and AIRPORT_CODE.fullmatch(name) is None
    )
