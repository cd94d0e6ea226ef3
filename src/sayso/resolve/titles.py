"""The words before a name that are no part of it."""

from functools import cache

from sayso.tables import read_shipped


@cache
def load_titles() -> frozenset[str]:
    """Words before a name that are no part of it (`data/titles.toml`)."""
    table = read_shipped("titles.toml")
    return frozenset(table["titles"])


@cache
def load_offices() -> frozenset[str]:
    """The titles by which somebody has an office or a rank; 'Mrs' tells of none."""
    return load_titles() - frozenset(read_shipped("titles.toml")["plain"])
