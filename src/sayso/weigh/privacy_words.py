"""`data/privacy.toml` in; the types, kinds and nouns by which persons are private out."""

from dataclasses import dataclass, fields
from functools import cache

from sayso.event_types import load_event_types
from sayso.tables import read_shipped


@dataclass(frozen=True, slots=True)
class PrivacyWords:
    """`data/privacy.toml`, which says what each is."""

    dead: frozenset[str]
    missing: frozenset[str]
    captured: frozenset[str]
    freed: frozenset[str]
    living: frozenset[str]
    tell_where: frozenset[str]
    tell_where_besides: frozenset[str]
    of_person: frozenset[str]
    in_office: frozenset[str]
    testify: frozenset[str]
    detainees: frozenset[str]
    witnesses: frozenset[str]
    saw: frozenset[str]
    minors: frozenset[str]
    numbers: tuple[str, ...]
    nobodies: frozenset[str]
    relatives: frozenset[str]
    where: frozenset[str]
    not_where: frozenset[str]
    hides: frozenset[str]
    held: frozenset[str]
    holds: frozenset[str]
    not_between: frozenset[str]


@cache
def load_privacy_words() -> PrivacyWords:
    """As shipped; read once a process."""
    table = read_shipped("privacy.toml")
    rows = {field.name: table[field.name] for field in fields(PrivacyWords)}
    kin = load_event_types()["kinship"].nouns
    rows["relatives"] = [*rows["relatives"], *kin]
    numbers = tuple(rows.pop("numbers"))
    return PrivacyWords(**{name: frozenset(row) for name, row in rows.items()}, numbers=numbers)
