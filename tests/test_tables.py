"""The shipped tables of words: each list is somebody's, and says each of its words once."""

from dataclasses import dataclass

import pytest

from sayso.tables import read_shipped, read_words


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
