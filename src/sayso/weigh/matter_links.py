"""The claims of one matter in, why each is of it out, as data (WEIGHING.md, section 5)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.types import Claim
from sayso.weigh.copies import CopyLink
from sayso.weigh.matters import STATES, Links, RootOf, family_and_key, time_told, to_gather

LinkKind = Literal["judged", "copied", "person", "place", "sort"]


@dataclass(frozen=True, slots=True)
class MatterLink:
    """Why a claim is of one matter with an earlier one.

    kind: judged (by a person), copied (its words), person or place (both tell of the same),
          sort (both tell of a thing of which there is one at a time, such as a truce)
    what: the person, place or sort of matter that both tell of
    time: met (both tell times that meet), untold (one tells none that keeps them apart), None:
          time does not matter here
    why:  of copied words, what the two reports share
    """

    claim: str
    of: str
    kind: LinkKind
    what: str
    time: Literal["met", "untold"] | None = None
    why: str | None = None


def find_matter_links(
    claims: Sequence[Claim],
    links: Links,
    root_of: RootOf,
    shared: Mapping[tuple[str, str], CopyLink],
) -> tuple[MatterLink, ...]:
    """Each claim of a matter but its first, with what put it there.

    shared: (later report, earlier report) -> what they share
    """
    known: dict[str, Claim] = {}
    by_key: dict[object, list[Claim]] = defaultdict(list)  # the first, and the first with a time
    found: list[MatterLink] = []
    for claim in sorted(claims, key=to_gather):
        root = root_of(claim)
        alike = by_key[family_and_key(root or claim)]
        if known:
            first = alike or [next(iter(known.values()))]
            tied = _by_judgement(claim, known, links) or _by_copy(claim, root, known, shared)
            found.append(tied or _by_subject(claim, root or claim, first))
        if not alike or (len(alike) == 1 and time_told(claim) is not None):
            alike.append(claim)
        known[claim.id] = claim
    return tuple(found)


def _by_judgement(claim: Claim, known: Mapping[str, Claim], links: Links) -> MatterLink | None:
    others = links.same.get(claim.id, frozenset())
    other = next((id_ for id_ in known if id_ in others), None) if others else None
    return MatterLink(claim.id, other, "judged", "") if other is not None else None


def _by_copy(
    claim: Claim,
    root: Claim | None,
    known: Mapping[str, Claim],
    shared: Mapping[tuple[str, str], CopyLink],
) -> MatterLink | None:
    if root is None or root.id not in known:
        return None
    tie = shared.get((claim.report, root.report))
    return MatterLink(claim.id, root.id, "copied", "", None, tie.why if tie else None)


def _by_subject(claim: Claim, told: Claim, known: Sequence[Claim]) -> MatterLink:
    """told: the claim whose words it copies, else itself; known: those before it on the same."""
    other = known[-1] if time_told(claim) is not None else known[0]
    kind, what = _what_of(told)
    return MatterLink(claim.id, other.id, kind, what, _time_of(claim, other))


def _what_of(claim: Claim) -> tuple[LinkKind, str]:
    family, key = family_and_key(claim)
    fillers = [role.filler for role in claim.event.roles]
    person = next((m for m in fillers if m.entity == key), None)
    if person is not None and key:
        return "person", person.name or person.words
    place = claim.place
    if place is not None and key in {f"{place.country}/{place.name}", place.words.lower()}:
        return "place", place.name or place.words
    return "sort", family


def _time_of(claim: Claim, other: Claim) -> Literal["met", "untold"] | None:
    if family_and_key(claim)[0] in STATES | {"fate"}:
        return None
    return "met" if time_told(claim) is not None and time_told(other) is not None else "untold"
