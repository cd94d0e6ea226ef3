"""A desk and a group in; its names, voices, people and units, what it says and what is told of it, out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from sayso.errors import NotInLedger
from sayso.event_types import load_event_types
from sayso.resolve.labels import is_label
from sayso.resolve.name.folding import fold_name
from sayso.show.called import Called, find_called
from sayso.show.persons import Row, Told, place_in_time
from sayso.types import Claim, Role, Sighting, Source

if TYPE_CHECKING:  # the desk brings the database with it
    from sayso.desk import Clock, Desk
    from sayso.resolve.parties import Party

GROUP = "group/"
GroupPart = Literal["speakers", "people", "units", "of", "does", "suffers", "told"]
GROUP_PARTS: Mapping[GroupPart, str] = {
    "speakers": "Who speaks for it",
    "people": "Its people",
    "units": "Its units and parts",
    "of": "What it is a part of",
    "does": "What it is said to have done",
    "suffers": "What is said to have been done to it",
    "told": "What else is told",
}
_DOES = frozenset({"actor", "holder"})
_SUFFERS = frozenset({"victim", "target", "group"})
_BELONGS = frozenset({"membership", "office", "appointment"})
_ARTICLES = ("the ", "a ", "an ")


@dataclass(frozen=True, slots=True)
class GroupSheet:
    """All on one group as of a time.

    names: each spelling with its number of claims; sides: by the register, with the days they hold
    called: what others call it, which is no name
    """

    entity: str
    name: str
    names: tuple[tuple[str, int], ...]
    sides: tuple[str, ...]
    parts: Mapping[GroupPart, tuple[Row, ...]]
    says: tuple[Told, ...]
    called: tuple[Called, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupEntry:
    """One group in a list: its id, its name, all its spellings, and how many claims it stands in."""

    entity: str
    name: str
    names: tuple[str, ...]
    claims: int


def make_group_sheet(
    desk: "Desk", entity: str, *, as_of: str | None = None, clock: "Clock" = "published"
) -> GroupSheet:
    """What the ledger tells of one group, by entity id ("group/red-front").

    raises: NotInLedger if no claim of that time names it
    """
    id_ = entity.removeprefix(GROUP)
    claims = [c for c in desk.claims(as_of=as_of, clock=clock) if id_ in _groups_of(c)]
    seen = [s for s in desk.sightings(as_of=as_of, clock=clock) if s.entity == GROUP + id_]
    if not claims and not seen:
        raise NotInLedger(f"{GROUP}{id_}: nothing in the ledger is about or by this group")
    party = desk.register.parties.get(id_)
    names = _count_names(id_, claims, seen)
    return GroupSheet(
        entity=GROUP + id_,
        name=party.name if party is not None else _best(names, id_),
        names=names,
        sides=tuple(_sides(party)),
        parts=_parts(id_, claims, desk),
        says=place_in_time(c for c in claims if _speaks(id_, c)),
        called=find_called(desk, frozenset({GROUP + id_}), claims, seen),
    )


def find_group_sheets(
    desk: "Desk", name: str, *, as_of: str | None = None, clock: "Clock" = "published"
) -> tuple[GroupSheet, ...]:
    """Of each group whose id it is, or one of whose names holds all words of `name`, most claims first."""
    party = desk.register.party_of(name)
    wanted = set(fold_name(_bare(name)).split())
    found = [
        one
        for one in list_groups(desk, as_of=as_of, clock=clock)
        if one.entity == (name if party is None else GROUP + party.id)
        or any(wanted <= set(fold_name(given).split()) for given in (one.name, *one.names))
    ]
    return tuple(make_group_sheet(desk, g.entity, as_of=as_of, clock=clock) for g in found)


def list_groups(
    desk: "Desk", *, as_of: str | None = None, clock: "Clock" = "published"
) -> tuple[GroupEntry, ...]:
    """Every group that claims and reports of that time name, most claims first."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    seen: dict[str, list[Sighting]] = defaultdict(list)
    for claim in desk.claims(as_of=as_of, clock=clock):
        for id_ in _groups_of(claim):
            claims[id_].append(claim)
    for one in desk.sightings(as_of=as_of, clock=clock):
        if one.entity.startswith(GROUP):
            seen[one.entity.removeprefix(GROUP)].append(one)
    found = []
    for id_ in {*claims, *seen}:
        names = _count_names(id_, claims[id_], seen[id_])
        party = desk.register.parties.get(id_)
        name = party.name if party is not None else _best(names, id_)
        found.append(GroupEntry(GROUP + id_, name, tuple(n for n, _ in names), len(claims[id_])))
    return tuple(sorted(found, key=lambda one: (-one.claims, one.name)))


def _groups_of(claim: Claim) -> set[str]:
    """The ids of the groups that take part in it or whose word it is."""
    fillers = (role.filler.entity for role in claim.event.roles)
    found = {e.removeprefix(GROUP) for e in fillers if e is not None and e.startswith(GROUP)}
    found |= {step.organisation for step in claim.chain if step.organisation is not None}
    steps = (step.entity for step in claim.chain)
    return found | {e.removeprefix(GROUP) for e in steps if e is not None and e.startswith(GROUP)}


def _count_names(
    id_: str, claims: Iterable[Claim], seen: Iterable[Sighting]
) -> tuple[tuple[str, int], ...]:
    """Each spelling with the number of claims that have it, the most frequent first; no name-calling."""
    found = Counter(
        name
        for claim in claims
        for name in {
            *(_bare(r.filler.name or r.filler.words) for r in claim.event.roles if _is(id_, r)),
            *(_bare(step.label) for step in claim.chain if step.entity == GROUP + id_),
        }
    )
    found.update({_bare(name): 0 for one in seen for name in one.names})
    named = ((name, times) for name, times in found.items() if not is_label(name))
    return tuple(sorted(named, key=lambda one: (-one[1], one[0])))


def _best(names: Sequence[tuple[str, int]], id_: str) -> str:
    """The most frequent spelling; of a group that is only spoken for, its id."""
    return names[0][0] if names else id_.replace("-", " ").replace("_", " ")


def _bare(name: str) -> str:
    words = " ".join(name.split())
    article = next((a for a in _ARTICLES if words.lower().startswith(a)), "")
    return words[len(article) :]


def _is(id_: str, role: Role) -> bool:
    return role.filler.entity == GROUP + id_


def _speaks(id_: str, claim: Claim) -> bool:
    return bool(claim.chain) and _is_voice(id_, claim.chain[-1])


def _is_voice(id_: str, step: Source) -> bool:
    return step.organisation == id_ or step.entity == GROUP + id_


def _sides(party: "Party | None") -> Iterator[str]:
    """'south (2031-01-05 to 2031-06-30)'."""
    if party is not None and party.side is not None:
        days = f"{party.start or 'ever'} to {party.stop or 'now'}"
        yield f"{party.side} ({days})" if party.start or party.stop else party.side


def _parts(id_: str, claims: Sequence[Claim], desk: "Desk") -> Mapping[GroupPart, tuple[Row, ...]]:
    rows: dict[GroupPart, dict[str, Row]] = defaultdict(dict)
    for told in place_in_time(claims):
        for part, words, other in _told_in(id_, told.claim, desk):
            key = f"{fold_name(words)}/{told.claim.event.background}"
            is_former = told.claim.event.background and part in {"people", "units", "of"}
            row = rows[part].get(key) or Row(key, words, (), is_former, other=other)
            rows[part][key] = replace(row, told=(*row.told, told))
    return {
        part: tuple(sorted(rows[part].values(), key=lambda row: -len(row.told)))
        for part in GROUP_PARTS
    }


def _told_in(id_: str, claim: Claim, desk: "Desk") -> Iterator[tuple[GroupPart, str, str | None]]:
    """The part, the words, and the entity that has a page of its own."""
    for step in claim.chain:
        if _is_voice(id_, step) and step.entity != GROUP + id_:
            yield "speakers", step.label, step.entity
    mine = [role for role in claim.event.roles if _is(id_, role)]
    if not mine:
        return
    if claim.event.type in _BELONGS:
        yield from _belonging(id_, claim, desk)
        return
    kind = claim.event.type.replace("_", " ")
    is_state = load_event_types()[claim.event.type].is_state
    does = {role.name in _DOES for role in mine if role.name in _DOES | _SUFFERS}
    if is_state or not does:
        yield "told", kind, None
        return
    for acts in sorted(does):
        yield "does" if acts else "suffers", kind, None


def _belonging(id_: str, claim: Claim, desk: "Desk") -> Iterator[tuple[GroupPart, str, str | None]]:
    """Whose member, officer or unit somebody is: of this group, or this group of another."""
    holders = [r.filler for r in claim.event.roles if r.name in {"holder", "person", "victim"}]
    bodies = [r.filler for r in claim.event.roles if r.name in {"group", "office"}]
    is_holder = any(one.entity == GROUP + id_ for one in holders)
    words = " ".join(claim.event.trigger.of(desk.report(claim.report).text).split())
    for one in bodies if is_holder else holders:
        name = _bare(one.name or one.words)
        entity = one.entity if (one.entity or "").startswith(GROUP) else None
        if is_holder:
            yield "of", name, entity
        elif one.kind == "group" or entity is not None:
            yield "units", name, entity
        else:
            is_named = (one.entity or "").startswith("person/")
            yield "people", f"{name}, {_bare(words)}", one.entity if is_named else None
