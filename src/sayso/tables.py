"""The tables of `sayso/data` in, as TOML gives them or as records of word sets out."""

import tomllib
from collections.abc import Callable
from importlib.resources import files
from typing import Any, TypeVar

_Words = TypeVar("_Words")


def read_shipped(name: str) -> dict[str, Any]:
    """A table as shipped: `read_shipped("kin.toml")`. Its reader caches what it makes of it."""
    return tomllib.loads(files("sayso.data").joinpath(name).read_text("utf-8"))


def read_words(name: str, record: Callable[..., _Words]) -> _Words:
    """The word lists of a table, or of a part of one, each as a set in the field of its name.

    name: "role_words.toml", or "fates.toml/lists" for the lists under [lists]
    """
    file, _, part = name.partition("/")
    table = read_shipped(file)
    lists = table[part] if part else table
    return record(**{key: frozenset(words) for key, words in lists.items()})
