"""The lists of `data/outlets.toml`, by what each is for."""

from dataclasses import dataclass
from functools import cache

from sayso.resolve.name.folding import fold_name
from sayso.tables import read_shipped


@dataclass(frozen=True, slots=True)
class OutletWords:
    agencies: frozenset[str]
    outlets: frozenset[str]
    endings: frozenset[str]
    agency_endings: frozenset[str]


@cache
def load_outlet_words() -> OutletWords:
    """`data/outlets.toml`, folded; read once a process."""
    table = read_shipped("outlets.toml")
    return OutletWords(
        **{key: frozenset(map(fold_name, table[key])) for key in OutletWords.__slots__}
    )
