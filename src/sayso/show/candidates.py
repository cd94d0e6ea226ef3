"""A name, and what is known of its bearer, in; the persons of a ledger it may be out, each with score and why.

Nothing is merged: whoever reads the candidates decides, and says so by a judgement.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.resolve.name.group_names import Likeness
from sayso.resolve.name.keys import name_keys_held, name_keys_sought, short_keys
from sayso.resolve.name.likeness import compare_names
from sayso.resolve.name.parts import read_name
from sayso.show.agreements import compare_facts
from sayso.show.name_lists import Listed

if TYPE_CHECKING:
    from sayso.desk import Clock, Desk, Person

LEAST = 0.45  # under it, of a full name no more than the given name is alike
MOST = 8  # candidates of one name; the surest are told


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person of the ledger whom a name may mean.

    names: what the names alone tell, "same" or "unsure"; score and why: of that
    agrees, conflicts: what else the list and the ledger both tell, one line each
    told:    the types of what is told of the person
    """

    entity: str
    name: str
    names: str
    score: float
    why: str
    agrees: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    claims: int = 0


@dataclass(frozen=True, slots=True)
class Known:
    """The persons of a ledger, found by the sound of their names.

    full:   key of a whole name -> persons; single: key of a name of one word -> persons
    words:  key of a first or last word of any name -> persons, for what is asked as one word
    """

    people: Mapping[str, "Person"]
    full: Mapping[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    single: Mapping[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    words: Mapping[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def know_people(desk: "Desk", *, as_of: str | None = None, clock: "Clock" = "published") -> Known:
    """All persons whom the desk shows as of that time."""
    known = Known({person.entity: person for person in desk.people(as_of=as_of, clock=clock)})
    for person in known.people.values():
        for name in person.names:
            for key in name_keys_held(name):
                known.full[key].add(person.entity)
            for key in short_keys(name):
                known.words[key].add(person.entity)
                if _is_single(name):
                    known.single[key].add(person.entity)
    return known


def find_candidates(listed: Listed, known: Known, desk: "Desk") -> tuple[Candidate, ...]:
    """Whom a listed name may mean: by the names' likeness, then by what agrees and conflicts."""
    if listed.name is None:
        return ()
    found = []
    least = 0.0 if _is_single(listed.name) else LEAST
    for entity in _near(listed.name, known):
        person = known.people[entity]
        told = _tell(listed.name, person.names)
        if told is not None and told[0].score >= least:
            found.append(_candidate(listed, person, told, desk))
    return tuple(sorted(found, key=_order)[:MOST])


def name_near(
    desk: "Desk", name: str, *, as_of: str | None = None, clock: "Clock" = "published"
) -> list[str]:
    """'Kareem Odas (person/kareem-odas)' for each person whose name is near, though none holds its words."""
    known = know_people(desk, as_of=as_of, clock=clock)
    found = find_candidates(Listed(0, name), known, desk)
    return [f"{one.name} ({one.entity})" for one in found]


def _order(one: Candidate) -> tuple[float, str]:
    """The nearest name first; what agrees or conflicts besides weighs a tenth each, and only here."""
    return -one.score - 0.1 * (len(one.agrees) - len(one.conflicts)), one.entity


def _is_single(name: str) -> bool:
    return len(read_name(name).words) == 1


def _near(name: str, known: Known) -> list[str]:
    found = {entity for key in name_keys_sought(name) for entity in known.full.get(key, ())}
    table = known.words if _is_single(name) else known.single
    found |= {entity for key in short_keys(name) for entity in table.get(key, ())}
    return sorted(found)


def _tell(name: str, others: Iterable[str]) -> tuple[Likeness, str] | None:
    """The likeness to the nearest of a person's names; None: it is nobody's, or another's."""
    told = [(compare_names(name, other, ("person", "person")), other) for other in others]
    fits = [(t, other) for t, other in told if t is not None and t.verdict != "different"]
    return max(fits, key=lambda pair: pair[0].score, default=None)


def _candidate(
    listed: Listed, person: "Person", told: tuple[Likeness, str], desk: "Desk"
) -> Candidate:
    likeness, name = told
    compared = compare_facts(listed, person, desk)
    claims = {c.id: c for c in (*person.told, *person.spoke)}
    return Candidate(
        entity=person.entity,
        name=name,
        names=likeness.verdict,
        score=likeness.score,
        why=likeness.why,
        agrees=tuple(one.line for one in compared if one.fits),
        conflicts=tuple(one.line for one in compared if not one.fits),
        told=tuple(dict.fromkeys(c.event.type.replace("_", " ") for c in person.told)),
        claims=len(claims),
    )
