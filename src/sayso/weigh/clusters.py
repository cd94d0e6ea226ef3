"""Figures in, one after the other; what is known of whom they are taken for out."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.weigh.linked_figures import Figure, FigureKind, KinTie, NameSense

MOST_TIES = 64  # the last that are told


@dataclass(slots=True)
class Cluster:
    """Who is known so far as one."""

    id: str
    kind: FigureKind
    figures: list[str] = field(default_factory=list)
    named_in: set[str] = field(default_factory=set)
    # name -> its first bearer, and as what
    names: dict[str, tuple[str, FigureKind]] = field(default_factory=dict)
    callings: Counter[str] = field(default_factory=Counter)
    genders: set[str] = field(default_factory=set)
    sides: set[str] = field(default_factory=set)
    stories: set[str] = field(default_factory=set)
    born: set[int] = field(default_factory=set)
    # each with the days of the first and the last report that tells of it
    ranks: dict[str, tuple[str, str]] = field(default_factory=dict)
    reports: set[str] = field(default_factory=set)
    called: list[Figure] = field(default_factory=list)
    told: list[Figure] = field(default_factory=list)  # of whom more than a name is
    ties: list[KinTie] = field(default_factory=list)  # what it is told to be to others
    # who is told to be its kin, and as what
    kin: list[tuple[KinTie, Figure]] = field(default_factory=list)

    def names_beside(self, one: str) -> Iterator[tuple[str, tuple[str, FigureKind]]]:
        """The names that another may be laid beside; 'Idris Odas' not beside the 'Odas' of 'Karim Odas'."""
        for name, bearer in self.names.items():
            is_bare = " " in one and " " not in name
            if not (is_bare and any(other.endswith(f" {name}") for other in self.names)):
                yield name, bearer

    def take(self, figure: Figure, sense: NameSense) -> None:
        self.figures.append(figure.id)
        self.reports.add(figure.report)
        self.called += [figure] if figure.called else []
        self.told += (
            [figure] if figure.trades or figure.fates or figure.called or figure.born else []
        )
        self.named_in |= {figure.report} if figure.names else set()
        for name in figure.names:
            self.names.setdefault(name, (figure.id, figure.kind))
        self.callings.update({sense.calling(calling) for calling in figure.callings})
        self.genders |= {figure.gender} if figure.gender else set()
        self.sides |= {figure.side} if figure.side else set()
        self.stories |= {figure.story} if figure.story else set()
        for rank in figure.ranks:
            self._rank(rank, (figure.published or "", figure.published or ""))
        self.born |= {figure.born} if figure.born is not None else set()
        self.ties = [*self.ties, *figure.kin][-MOST_TIES:]

    def _rank(self, rank: str, days: tuple[str, str]) -> None:
        known = self.ranks.get(rank, days)
        self.ranks[rank] = min(known[0], days[0]), max(known[1], days[1])

    def swallow(self, other: "Cluster") -> None:
        """Take in another cluster, which is empty then."""
        self.figures += other.figures
        self.reports |= other.reports
        self.called += other.called
        self.told += other.told
        self.named_in |= other.named_in
        for name, bearer in other.names.items():
            self.names.setdefault(name, bearer)
        self.callings += other.callings
        self.genders |= other.genders
        self.sides |= other.sides
        self.stories |= other.stories
        self.born |= other.born
        for rank, days in other.ranks.items():
            self._rank(rank, days)
        self.kin += other.kin
        self.ties = [*self.ties, *other.ties][-MOST_TIES:]
        other.figures = []
