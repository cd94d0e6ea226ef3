"""Figures placed so far, in: who of them is one by now, and the keys to find them by, out."""

from collections import defaultdict
from typing import Literal

from sayso.weigh.clusters import Cluster
from sayso.weigh.linked_figures import Figure, KinTie, NameSense, PeopleLink

# Of these, nobody is two to one person.
_APART = frozenset(
    {"child", "parent", "spouse", "sibling", "nephew", "uncle", "grandchild", "grandparent"}
)
OPEN = 0.42  # names less alike than this are rather two persons' of one family


Fit = Literal["alike", "near", "unnamed", "none"]


class Known:
    """The clusters so far, and where to look for them."""

    def __init__(self, sense: NameSense, least: float) -> None:
        self.sense = sense
        self.least = least
        self.clusters: list[Cluster] = []
        self.links: list[PeopleLink] = []
        self._merged: dict[int, int] = {}
        self.number_of: dict[str, int] = {}
        # by story and kind of kin, who is it to whom
        self.pairs: dict[tuple[str, str], list[tuple[KinTie, Figure, Figure]]] = defaultdict(list)
        self.by_key: dict[tuple[str, ...], dict[int, None]] = defaultdict(dict)

    def of(self, figure: str) -> int:
        return self.now(self.number_of[figure])

    def now(self, number: int) -> int:
        """The cluster's number now that some were made one."""
        while number in self._merged:
            number = self._merged[number]
        return number

    def merge(self, number: int, into: int) -> None:
        self.clusters[into].swallow(self.clusters[number])
        self._merged[number] = into

    def under(self, *key: str) -> set[int]:
        """The clusters entered under a key, as they are now."""
        return {self.now(number) for number in self.by_key.get(key, ())}

    def is_other_kin(self, figure: Figure, cluster: Cluster) -> bool:
        """Whether each is told to be something else to one person: nobody is his nephew and his husband."""
        placed = [tie for tie in figure.kin if tie.of in self.number_of]
        return any(
            mine.kind != theirs.kind
            and {mine.kind, theirs.kind} <= _APART
            and theirs.of in self.number_of
            and self.of(mine.of) == self.of(theirs.of)
            for mine in placed
            for theirs in cluster.ties
        )

    def fit_of_names(self, one: int, other: int) -> Fit:
        """What the names of two clusters leave open, where more than the names says that they are one."""
        names, others = self.clusters[one].names, self.clusters[other].names
        if not names or not others:
            return "unnamed"
        told = [
            (self.sense.compare(a, b, (kind, other_kind)), self.sense.near(a, b))
            for a, (_, kind) in names.items()
            for b, (_, other_kind) in others.items()
        ]
        if any(t is not None and t.verdict == "different" for t, _ in told):
            return "none"
        if all(t is not None and t.score >= OPEN for t, _ in told):
            return "alike"
        return "near" if any(near for _, near in told) else "none"
