"""Words for kin in, what one is to the other, and the other to him, out."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.resolve.name.folding import fold_name
from sayso.resolve.name.references import Gender, gender_told
from sayso.tables import read_shipped
from sayso.types import Span


@dataclass(frozen=True, slots=True)
class KinTold:
    """The words for a person, the noun, and the words for whose kin he is."""

    person: Span
    noun: str
    of: Span


@dataclass(frozen=True, slots=True)
class _Table:
    kinds: Mapping[str, str]
    inverse: Mapping[str, str]


@cache
def _table() -> _Table:
    table = read_shipped("kin.toml")
    return _Table(
        {fold_name(word): kind for kind, row in table.items() for word in row["words"]},
        {kind: row["inverse"] for kind, row in table.items()},
    )


def kind_of_kin(noun: str) -> str | None:
    """'wife' and 'widower' -> 'spouse'; None: no kin, or of a sort that tells nothing ('relative')."""
    return _table().kinds.get(fold_name(noun))


def read_kin(noun: str) -> tuple[str, Gender | None] | None:
    """'mother' -> ('parent', 'female'), 'sons' -> None: they are several."""
    kind = kind_of_kin(noun.split()[-1]) if noun.split() else None
    return (kind, gender_told(noun)) if kind is not None else None


def other_way(kind: str) -> str:
    """'uncle' -> 'nephew'; 'sibling' -> 'sibling'."""
    return _table().inverse[kind]
