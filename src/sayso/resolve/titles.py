"""The words before a name that are no part of it."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def load_titles() -> frozenset[str]:
    """Words before a name that are no part of it (`data/titles.toml`)."""
    table = tomllib.loads(files("sayso.data").joinpath("titles.toml").read_text("utf-8"))
    return frozenset(table["titles"])
