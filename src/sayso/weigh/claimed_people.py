"""Claims in, the named persons and bodies of each report as figures to be linked out; and who is one with whom."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sayso.types import Claim
from sayso.weigh.people import Figure, NameSense, People, PeopleLink, Verdict
from sayso.weigh.stories import find_stories

_THROUGH = "through another spelling"


@dataclass(frozen=True, slots=True)
class SamePerson:
    """Another entity that one is, or may be; derived, never stored.

    verdict: "same", "unsure", or "different" where names are near and yet two persons'
    """

    entity: str
    verdict: Verdict
    score: float
    why: str


def figures_in(claims: Iterable[Claim], sense: NameSense | None = None) -> tuple[Figure, ...]:
    """One figure for each person and body with a name in each report.

    sense: with it, reports are told apart by stories, so that a surname may link within one;
           without it only full names will. Unnamed sources are left out (DESIGN.md section 5,
           number 12)
    """
    told = tuple(claims)
    stories = find_stories(told, sense.short) if sense is not None else {}
    names: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    sides: dict[tuple[str, str], str] = {}
    days: dict[str, str | None] = {}
    for claim in told:
        days[claim.report] = claim.published_at.start if claim.published_at is not None else None
        for entity, name, side in _named_in(claim):
            names[claim.report, entity].setdefault(name)
            if side is not None:
                sides[claim.report, entity] = side
    return tuple(
        Figure(
            id=f"{report} {entity}",
            report=report,
            kind="person" if entity.startswith("person/") else "group",
            names=tuple(sorted(found, key=lambda name: (-len(name), name))),
            story=stories.get(report),
            side=sides.get((report, entity)),
            published=days[report],
        )
        for (report, entity), found in names.items()
    )


def _named_in(claim: Claim) -> Iterator[tuple[str, str, str | None]]:
    for role in claim.event.roles:
        filler = role.filler
        if _is_linked(filler.entity) and filler.name:
            yield filler.entity or "", filler.name, None
    for step in claim.chain:
        if _is_linked(step.entity) and step.naming == "named":
            yield step.entity or "", step.label, step.side


def _is_linked(entity: str | None) -> bool:
    return entity is not None and entity.startswith(("person/", "group/"))


def same_people(entity: str, people: People) -> tuple[SamePerson, ...]:
    """The other entities that one is by the links, the surest first; then those that it may be."""
    direct = _direct(entity, people.links)
    linked = {
        _entity(figure)
        for members in people.clusters.values()
        if any(_entity(figure) == entity for figure in members)
        for figure in members
    } - {entity}
    weakest = min((link.score for link in people.links if link.verdict == "same"), default=0.0)
    found = {other: _as_same(other, link) for other, link in direct.items()}
    for other in linked:
        known = found.get(other)
        if known is None or known.verdict != "same":
            found[other] = SamePerson(other, "same", weakest, _THROUGH)
    order = ("same", "unsure", "different")
    return tuple(sorted(found.values(), key=lambda p: (order.index(p.verdict), -p.score, p.entity)))


def _direct(entity: str, links: Iterable[PeopleLink]) -> Mapping[str, PeopleLink]:
    """By the other entity, the link that tells most: sameness before doubt, then the surest."""
    found: dict[str, PeopleLink] = {}
    for link in links:
        ends = _entity(link.figure), _entity(link.other)
        if entity not in ends or ends[0] == ends[1]:
            continue
        other = ends[0] if ends[1] == entity else ends[1]
        known = found.get(other)
        if known is None or _weight(link) > _weight(known):
            found[other] = link
    return found


def _weight(link: PeopleLink) -> tuple[bool, float]:
    return link.verdict == "same", link.score


def _as_same(other: str, link: PeopleLink) -> SamePerson:
    return SamePerson(other, link.verdict, link.score, link.why)


def _entity(figure: str) -> str:
    return figure.split(" ", 1)[1]
