"""Claims in, as they come; all matters weighed out, with only what they touch weighed again."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sayso.types import Claim
from sayso.weigh.dossiers import Dossier
from sayso.weigh.matters import Links, family_and_key, gather_matters, in_order
from sayso.weigh.questions import Parties
from sayso.weigh.weighing import weigh_matter

Key = tuple[str, str]


class Weigher:
    """Holds claims by what they are about, and the dossiers of each such block.

    Two claims of different blocks never share a matter, so a new claim, however late, changes
    its own block alone; the same claims give the same dossiers in any order of arrival.
    """

    def __init__(
        self, parties: Parties, *, links: Links | None = None, as_of: str | None = None
    ) -> None:
        self._parties = parties
        self._links = links or Links()
        self._as_of = as_of
        self._claims: dict[str, Claim] = {}
        self._blocks: dict[Key, dict[str, Claim]] = defaultdict(dict)
        self._key_of_report: dict[str, set[Key]] = defaultdict(set)
        self._weighed: dict[Key, tuple[Dossier, ...]] = {}
        self._order: tuple[Dossier, ...] | None = None

    def add(self, claims: Iterable[Claim], parties: Parties | None = None) -> None:
        """Take in claims; parties: as they are now, where they changed (new copies, say)."""
        if parties is not None:
            self._use(parties)
        for claim in claims:
            self._claims[claim.id] = claim
            key = self._key(claim)
            self._blocks[key][claim.id] = claim
            self._key_of_report[claim.report].add(key)
            self._drop(key)

    def dossiers(self) -> tuple[Dossier, ...]:
        """All matters, the last changed first."""
        if self._order is None:
            for key, block in self._blocks.items():
                if key not in self._weighed:
                    self._weighed[key] = self._weigh(block)
            every = (dossier for found in self._weighed.values() for dossier in found)
            self._order = tuple(
                sorted(every, key=lambda d: (d.changed_at or "", d.id), reverse=True)
            )
        return self._order

    def _weigh(self, block: Mapping[str, Claim]) -> tuple[Dossier, ...]:
        matters = gather_matters(block.values(), self._links, self._parties.side_of)
        return tuple(weigh_matter(m, self._parties, as_of=self._as_of).dossier for m in matters)

    def _key(self, claim: Claim) -> Key:
        """The block of the claim; of claims judged to be of one matter, that of the earliest."""
        linked = self._links.same.get(claim.id)
        if not linked:
            return family_and_key(claim)
        known = [claim, *(self._claims[other] for other in linked if other in self._claims)]
        return family_and_key(min(known, key=in_order))

    def _use(self, parties: Parties) -> None:
        """Weigh again the blocks of reports whose copies or withdrawal are not what they were."""
        old = self._parties
        for table, now in ((old.copies, parties.copies), (old.withdrawn, parties.withdrawn)):
            for report in table.keys() | now.keys():
                if table.get(report) != now.get(report):
                    for key in self._key_of_report.get(report, ()):
                        self._drop(key)
        self._parties = parties

    def _drop(self, key: Key) -> None:
        self._weighed.pop(key, None)
        self._order = None


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
    weigher.add(sorted(claims, key=in_order))
    return weigher.dossiers()
