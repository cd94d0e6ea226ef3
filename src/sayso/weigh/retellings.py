"""Reports with their claims in, as they come; what in them was told before, out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.types import Claim, Interval, Report
from sayso.weigh.copy_graphs import CopyGraph
from sayso.weigh.page_versions import find_corrected
from sayso.weigh.texts import text_of
from sayso.weigh.twins import Twins
from sayso.weigh.utterances import Utterances


class Retellings:
    """Holds who copies whom, which claims stand in copied words, and what was said before.

    All of it is derived, each report looking only at earlier ones; the same for any order of adding.
    """

    def __init__(self, reports: Iterable[Report] = (), claims: Iterable[Claim] = ()) -> None:
        self.graph = CopyGraph(text_of(report) for report in reports)
        self._twins = Twins(self.graph)
        self._utterances = Utterances(self.graph.quotes)
        self._claims: dict[str, list[Claim]] = defaultdict(list)
        self._take(tuple(claims))

    def add(self, report: Report, claims: Iterable[Claim]) -> None:
        """Take in one more report."""
        self._take(tuple(claims), self.graph.add(text_of(report)))

    def _take(self, claims: Sequence[Claim], relinked: Iterable[str] = ()) -> None:
        self._twins.add(claims, relinked)
        self._utterances.add(claims, relinked)
        for claim in claims:
            self._claims[claim.report].append(claim)

    def twins(self) -> Mapping[str, Claim]:
        """The id of a claim in copied words -> the claim it copies."""
        return dict(self._twins.roots)

    def corrected(self, copies: Mapping[str, tuple[str, ...]]) -> Mapping[str, frozenset[str]]:
        """The id of a claim whose figure its page did not have before -> what it is no copy of.

        copies: report -> every report it copies, at any depth
        """
        return find_corrected(self.graph.versions, copies, self._claims)

    def first_said(self) -> Mapping[str, Interval]:
        """The id of a claim -> when its words were said first, of those that were said before."""
        return dict(self._utterances.first)
