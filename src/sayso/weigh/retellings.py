"""Reports with their claims in, as they come; what in them was told before, out."""

from collections.abc import Iterable, Mapping

from sayso.types import Claim, Interval, Report
from sayso.weigh.copy_graphs import CopyGraph
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
        held = tuple(claims)
        self._twins.add(held)
        self._utterances.add(held)

    def add(self, report: Report, claims: Iterable[Claim]) -> None:
        """Take in one more report."""
        held = tuple(claims)
        relinked = self.graph.add(text_of(report))
        self._twins.add(held, relinked)
        self._utterances.add(held, relinked)

    def twins(self) -> Mapping[str, Claim]:
        """The id of a claim in copied words -> the claim it copies."""
        return dict(self._twins.roots)

    def first_said(self) -> Mapping[str, Interval]:
        """The id of a claim -> when its words were said first, of those that were said before."""
        return dict(self._utterances.first)
