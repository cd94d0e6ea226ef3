"""Claims in, as they come; all matters weighed out, with only what they touch weighed again."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Set

from sayso.types import Claim
from sayso.weigh.dossiers import Dossier
from sayso.weigh.matters import Gathering, Links, RootOf, SideOf, family_and_key, to_gather
from sayso.weigh.questions import Parties
from sayso.weigh.weighing import weigh_matter

Key = tuple[str, str]
# What is known of each report.
TABLES: tuple[Callable[[Parties], Mapping[str, object]], ...] = (
    lambda parties: parties.copies,
    lambda parties: parties.withdrawn,
)


class _Block:
    """Claims that may share a matter, the matters they make, and the dossiers weighed of these."""

    def __init__(self, links: Links, side_of: SideOf, root_of: RootOf) -> None:
        self._root_of = root_of
        self._claims: dict[str, Claim] = {}
        self._links = links
        self._side_of = side_of
        self._gathering: Gathering | None = None
        self._newest: Claim | None = None
        self._weighed: dict[
            int, Dossier
        ] = {}  # by the id() of its matter, which the gathering holds

    def add(self, claim: Claim) -> None:
        """The newest claim changes the matter it is of alone; a late one puts all together anew."""
        is_newest = self._newest is None or to_gather(claim) > to_gather(self._newest)
        self._claims[claim.id] = claim
        if self._gathering is None:
            return
        if is_newest:
            self._newest = claim
            self._weighed.pop(id(self._gathering.put(claim)), None)
        else:
            self._gathering = None

    def remove(self, claim: Claim) -> None:
        """Give up a claim that turned out to be of another block."""
        del self._claims[claim.id]
        self._gathering = self._newest = None

    def weigh(self, parties: Parties, as_of: str | None) -> tuple[Dossier, ...]:
        if self._gathering is None:
            self._gathering = Gathering(self._links, self._side_of, self._root_of)
            self._weighed = {}
            for claim in sorted(self._claims.values(), key=to_gather):
                self._gathering.put(claim)
                self._newest = claim
        for matter in self._gathering.matters:
            if id(matter) not in self._weighed:
                self._weighed[id(matter)] = weigh_matter(matter, parties, as_of=as_of).dossier
        return tuple(self._weighed[id(matter)] for matter in self._gathering.matters)

    def weigh_anew(self, reports: Set[str]) -> None:
        """Have the matters with claims of these reports weighed again."""
        matters = self._gathering.matters if self._gathering is not None else []
        for matter in matters:
            if any(claim.report in reports for claim in matter.claims):
                self._weighed.pop(id(matter), None)


class Weigher:
    """Holds claims by what they are about, and the dossiers of each such block.

    Two claims of different blocks never share a matter, so a new claim changes its own block
    alone, and of that, where it is the newest, one matter; the same claims give the same
    dossiers in any order of arrival.
    """

    def __init__(
        self, parties: Parties, *, links: Links | None = None, as_of: str | None = None
    ) -> None:
        self._parties = parties
        self._links = links or Links()
        self._as_of = as_of
        self._claims: dict[str, Claim] = {}
        self._blocks: dict[Key, _Block] = {}
        self._key_of: dict[str, Key] = {}
        self._keys_of_report: dict[str, set[Key]] = defaultdict(set)
        self._weighed: dict[Key, tuple[Dossier, ...]] = {}
        self._order: tuple[Dossier, ...] | None = None

    def add(self, claims: Iterable[Claim], parties: Parties | None = None) -> None:
        """Take in claims; parties: as they are now, where they changed (new copies, say)."""
        moved = self._use(parties) if parties is not None else ()
        fresh = tuple(claims)
        self._claims |= {claim.id: claim for claim in fresh}
        for claim in moved:
            self._blocks[self._key_of[claim.id]].remove(claim)
            self._drop(self._key_of[claim.id])
        for claim in (*fresh, *moved):
            self._place(claim)

    def _place(self, claim: Claim) -> None:
        key = self._key_of[claim.id] = self._key(claim)
        if key not in self._blocks:
            self._blocks[key] = _Block(
                self._links, lambda who: self._parties.side_of(who), self._root_of
            )
        self._blocks[key].add(claim)
        self._keys_of_report[claim.report].add(key)
        self._drop(key)

    def _root_of(self, claim: Claim) -> Claim | None:
        """The claim whose words it copies, unless a person put the two apart."""
        root = self._parties.twins.get(claim.id)
        apart = self._links.different.get(claim.id, frozenset())
        return root if root is not None and root.id not in apart else None

    def dossiers(self) -> tuple[Dossier, ...]:
        """All matters, the last changed first."""
        if self._order is None:
            for key, block in self._blocks.items():
                if key not in self._weighed:
                    self._weighed[key] = block.weigh(self._parties, self._as_of)
            every = (dossier for found in self._weighed.values() for dossier in found)
            self._order = tuple(
                sorted(every, key=lambda d: (d.changed_at or "", d.id), reverse=True)
            )
        return self._order

    def _key(self, claim: Claim) -> Key:
        """The block of the claim; of claims judged to be of one matter, that of the earliest."""
        root = self._root_of(claim)
        linked = self._links.same.get(claim.id)
        if not linked:
            return self._key(root) if root is not None else family_and_key(claim)
        known = [claim, *(self._claims[other] for other in linked if other in self._claims)]
        return family_and_key(min(known, key=to_gather))

    def _use(self, parties: Parties) -> tuple[Claim, ...]:
        """Weigh again the matters of reports of which something else is known than was.

        returns: the claims that are found to be copied, or copied from elsewhere
        """
        old, self._parties = self._parties, parties
        changed = {report for table in TABLES for report in _changes(table(old), table(parties))}
        said = _changes(old.first_said, parties.first_said)
        said |= _changes(old.corrected, parties.corrected)
        changed |= {self._claims[id_].report for id_ in said if id_ in self._claims}
        for key in {key for report in changed for key in self._keys_of_report.get(report, ())}:
            self._blocks[key].weigh_anew(changed)
            self._drop(key)
        copied = _changes(old.twins, parties.twins)
        return tuple(self._claims[id_] for id_ in copied if id_ in self._claims)

    def _drop(self, key: Key) -> None:
        self._weighed.pop(key, None)
        self._order = None


def _changes(old: Mapping[str, object], new: Mapping[str, object]) -> set[str]:
    """Where two tables differ; most of what they hold is the very same."""
    if old is new:
        return set()
    differing = {k for k, v in new.items() if (was := old.get(k)) is not v and was != v}
    return differing | (old.keys() - new.keys())


def weigh(
    claims: Iterable[Claim],
    parties: Parties,
    *,
    as_of: str | None = None,
    links: Links | None = None,
) -> tuple[Dossier, ...]:
    """All matters that the claims are about, the last changed first.

    as_of: what is counted as withdrawn by then; the claims themselves are already those out by T
    links: what people judged to be of one matter, or not
    """
    weigher = Weigher(parties, links=links, as_of=as_of)
    weigher.add(sorted(claims, key=to_gather))
    return weigher.dossiers()
