"""The shipped tables of words: each list is somebody's, and says each of its words once."""

import pkgutil
from dataclasses import dataclass, fields, is_dataclass
from importlib import import_module
from pathlib import Path

import pytest

import sayso
from sayso.tables import read_shipped, read_words

SOURCE = Path(sayso.__file__).parent


@dataclass(frozen=True, slots=True)
class Weapons:
    thrown: frozenset[str]


def test_a_record_takes_the_lists_of_its_names_as_sets(monkeypatch):
    monkeypatch.setattr("sayso.tables.read_shipped", lambda name: {"thrown": ["stone", "spear"]})

    assert read_words("weapons.toml", Weapons) == Weapons(frozenset({"stone", "spear"}))


def test_the_lists_of_one_part_of_a_table_are_read_alone(monkeypatch):
    table = {"held": {"spear": "long"}, "lists": {"thrown": ["stone"]}}
    monkeypatch.setattr("sayso.tables.read_shipped", lambda name: table)

    assert read_words("weapons.toml/lists", Weapons) == Weapons(frozenset({"stone"}))


def test_a_list_that_no_record_has_a_field_for_is_an_error(monkeypatch):
    table = {"thrown": ["stone"], "dropped": ["bomb"]}
    monkeypatch.setattr("sayso.tables.read_shipped", lambda name: table)

    with pytest.raises(TypeError, match="dropped"):
        read_words("weapons.toml", Weapons)


def test_a_table_is_read_by_its_file_name():
    assert read_shipped("kin.toml")["cousin"]["words"] == ["cousin"]


def word_records():
    """Every record of word sets alone, that is, of lists as `read_words` reads them."""
    for room in ("annotate", "claims", "resolve", "weigh"):
        for module in pkgutil.walk_packages([str(SOURCE / room)], f"sayso.{room}."):
            for thing in vars(import_module(module.name)).values():
                if is_dataclass(thing) and getattr(thing, "__doc__", "").startswith("`data/"):
                    yield thing


@pytest.mark.parametrize("record", sorted(set(word_records()), key=lambda record: record.__name__))
def test_every_list_of_words_is_asked_for_somewhere(record):
    text = "\n".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))

    idle = [one.name for one in fields(record) if f".{one.name}" not in text]

    assert not idle, f"{record.__name__}: take these out of the table, or use them"
