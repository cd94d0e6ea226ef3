"""The names of one report with the ranks before them in; of whom a surname with a rank may be, out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.resolve.name.folding import fold_name
from sayso.resolve.name.titles import rank_of, title_before
from sayso.types import Mention


@dataclass(slots=True)
class Ranks:
    """'Colonel Karim Odas', then 'Major Odas': another Odas, unless the report tells of a promotion.

    of:    the ranks by folded name, of the surnames that several ranks are told of
    last:  by such a surname, who was called by it last
    """

    text: str
    of: Mapping[str, frozenset[str]]
    last: dict[str, str] = field(default_factory=dict)

    def fitting(self, mention: Mention, full: Mapping[str, str]) -> Mapping[str, str]:
        """The full names that a mention with a rank may be short for."""
        rank = _rank(mention, self.text) if self.of else None
        if rank is None:
            return full
        other = {key for key, ranks in self.of.items() if {rank}.isdisjoint(ranks)}
        return {key: name for key, name in full.items() if key not in other}

    def settle(self, mention: Mention) -> Mention:
        """Whom no full name fits has his rank in his id: 'Colonel Odas ... Major Odas'."""
        if mention.name is None or mention.entity is None or not self.of:
            return mention
        surname = fold_name(mention.name).split()[-1]
        if surname not in self.of:
            return mention
        rank, entity = _rank(mention, self.text), mention.entity
        if " " not in mention.name:
            entity = f"{entity}-{rank}" if rank is not None else self.last.get(surname, entity)
        self.last[surname] = entity
        return replace(mention, entity=entity)


def find_ranks(people: Sequence[Mention], text: str, bare: Callable[[str], str]) -> Ranks:
    """people: the mentions of persons; bare: a name without its titles"""
    told: dict[str, set[str]] = {}
    for mention in people if "promot" not in text else ():
        rank, name = _rank(mention, text), fold_name(bare(mention.words))
        if rank is not None and name.strip():  # a stray quotation mark is nobody
            told.setdefault(name, set()).add(rank)
    alone = {name for name, ranks in told.items() if " " not in name and len(ranks) > 1}
    for mention in people:
        name = fold_name(bare(mention.words))
        if name.split()[-1:] and name.split()[-1] in alone:
            told.setdefault(name, set())
    several: dict[str, set[str]] = {}
    for name, ranks in told.items():
        several.setdefault(name.split()[-1], set()).update(ranks)
    kept = {word for word, ranks in several.items() if len(ranks) > 1 and word in told}
    of = {name: frozenset(ranks) for name, ranks in told.items() if name.split()[-1] in kept}
    return Ranks(text, of)


def _rank(mention: Mention, text: str) -> str | None:
    return rank_of(mention.words) or rank_of(title_before(text, mention.span.start))
