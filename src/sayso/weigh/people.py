"""The persons and groups of each report in; who of them is one across reports, with score and why, out.

Links are derived and change nothing: drop them, and the figures are as they were.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from sayso.weigh.cluster_checks import (
    bars,
    is_of_other_age,
    is_other_gender,
    is_other_rank,
    is_told_otherwise,
)
from sayso.weigh.clusters import Cluster
from sayso.weigh.linked_figures import (
    Figure,
    NameSense,
    People,
    PeopleLink,
    Telling,
    Verdict,
)
from sayso.weigh.told_alike import tell_alike
from sayso.weigh.told_ties import ToldTies

LEAST = 0.7  # from here on a link is taken for sameness; chosen with bench/people.py
CALLED_ALIKE = 0.55  # a description in two reports of one story; with bench/people.py
IN_STORY = 0.25  # what one story adds to names that alone leave it open; with bench/people.py
NEARLY = 0.05  # a name that fits as well but for this is a rival
MOST_ALIKE = 64  # clusters under one key that are compared one by one
_RANK = 1.0  # one rank told of both, as much as one trade
MOST_DOUBTS = 8  # links of a figure that are not sameness; the surest are told


def link_people(figures: Iterable[Figure], sense: NameSense, *, least: float = LEAST) -> People:
    """Who is one across reports.

    Figures are taken by (published, report, id), the undated last, each looking only at earlier
    ones, so that what is linked by a day stays linked whatever comes after. Full names link by
    themselves; a surname alone, a description or a part of a group's name only within a story,
    and where it fits one alone. cost: a figure meets the clusters under its keys, at most
    `MOST_ALIKE` each
    """
    linker = _Linker(sense, least)
    in_order = sorted(
        figures, key=lambda f: (f.published is None, f.published or "", f.report, f.id)
    )
    for _, of_report in groupby(in_order, key=lambda f: f.report):
        told = linker.told = list(of_report)
        for figure in told:
            linker.place(figure)
        linker.place_again(told)
        linker.tie([figure for figure in told if figure.story], [f for f in told if f.kin])
    return People(
        {c.id: tuple(c.figures) for c in linker.clusters if c.figures}, tuple(linker.links)
    )


_Found = tuple[int, PeopleLink]


class _Linker(ToldTies):
    """What names tell, and then what is told besides."""

    def place(self, figure: Figure) -> None:
        """Put one figure to the cluster that it is, or begin one."""
        is_open = bool(figure.names) or not figure.is_source
        found = self._find(figure) if is_open else []
        if not found:
            self.clusters.append(Cluster(figure.id, figure.kind))
        number = found[0][0] if found else len(self.clusters) - 1
        self.links += [link for _, link in found]
        for other, _ in found[1:]:
            self.merge(other, number)
        self.clusters[number].take(figure, self.sense)
        self.number_of[figure.id] = number
        for key in self._keys(figure) if is_open else ():
            self.by_key[key][number] = None

    def place_again(self, told: Sequence[Figure]) -> None:
        """Look once more for those of a story who were left alone, now that their rivals have their places."""
        for figure in told:
            number = self.of(figure.id)
            if figure.story is None or not figure.names or len(self.clusters[number].figures) > 1:
                continue
            found = self._short(figure)
            if found is not None and found[0] != number and found[1].score >= self.least:
                self.links.append(found[1])
                self.merge(number, found[0])

    def _find(self, figure: Figure) -> list[_Found]:
        """The cluster it is; for a figure that is named and described, one known by description too."""
        told = [(n, self._tell(figure, self.clusters[n])) for n in self._near(figure)]
        doubts = [link for _, link in told if link is not None and link.verdict != "same"]
        self.links += sorted(doubts, key=lambda link: -link.score)[:MOST_DOUBTS]
        best = _best([(n, link) for n, link in told if link is not None and link.verdict == "same"])
        if best is None and figure.story is not None and figure.names:
            best = self._short(figure)
        found = [best] if best is not None else []
        if figure.story is not None:
            found += [one for one in self._called(figure) if best is None or one[0] != best[0]]
        return [one for one in found if one[1].score >= self.least]

    def _near(self, figure: Figure) -> list[int]:
        """The clusters that full names may link it to."""
        near: set[int] = set()
        for name in figure.names:
            near |= set(sorted(self.under("name", name))[-MOST_ALIKE:])
            for key in self.sense.sought(name):
                found = self.under("key", key)
                near |= found if len(found) <= MOST_ALIKE else set()
        return sorted(near)

    def _keys(self, figure: Figure) -> Iterator[tuple[str, ...]]:
        for name in figure.names:
            yield "name", name
            for key in self.sense.held(name):
                yield "key", key
            if figure.story is not None:
                for key in self.sense.short(name):
                    yield "short", figure.story, key
        if figure.story is not None:
            for calling in figure.callings:
                yield "called", figure.story, self.sense.calling(calling)

    def _tell(self, figure: Figure, cluster: Cluster) -> PeopleLink | None:
        """What the names say of a figure and a cluster; where they leave it open, the story helps."""
        told = self._compare(figure, cluster)
        if told is None:
            return None
        best, of = told
        is_fathers = best.why == "initial" and (
            self._rivals(figure, cluster, best.score) or is_told_otherwise(figure, cluster)
        )
        if is_fathers:
            return PeopleLink(figure.id, of, "unsure", best.score, best.why)  # father, or son
        if best.verdict != "unsure":
            return PeopleLink(figure.id, of, best.verdict, best.score, best.why)
        if is_other_gender(figure, cluster):
            return None
        if is_other_rank(figure, cluster):
            return PeopleLink(figure.id, of, "unsure", best.score, "of another rank")
        if is_of_other_age(figure, cluster):
            return PeopleLink(figure.id, of, "unsure", best.score, "of another age")
        if self.is_other_kin(figure, cluster):
            return PeopleLink(figure.id, of, "unsure", best.score, "told to be other kin")
        if figure.story not in cluster.stories or self._rivals(figure, cluster, best.score):
            return PeopleLink(figure.id, of, "unsure", best.score, best.why)
        score = round(min(best.score + IN_STORY, 0.9), 2)
        verdict: Verdict = "same" if score >= self.least else "unsure"
        return PeopleLink(figure.id, of, verdict, score, f"{best.why}, in one story")

    def _compare(self, figure: Figure, cluster: Cluster) -> tuple[Telling, str] | None:
        """What speaks most against their being one; if nothing does, most for it; and whose name it is."""
        if bars(figure, cluster):
            return None
        told = [
            (t, of)
            for name in figure.names
            for other, (of, kind) in cluster.names_beside(name)
            if (t := self.sense.compare(name, other, (figure.kind, kind))) is not None
        ]
        against = [pair for pair in told if pair[0].verdict == "different"]
        return max(against or told, key=lambda pair: pair[0].score, default=None)

    def _rivals(self, figure: Figure, cluster: Cluster, score: float) -> bool:
        """Whether another of the story fits the name as well, and no less is told of both alike."""
        points = self._points(figure, cluster)
        others = (self.clusters[n] for n in self._in_story(figure))
        known = (
            self._compare(figure, other)
            for other in others
            if other is not cluster
            and not is_other_rank(figure, other)
            and not is_other_gender(figure, other)
            and self._points(figure, other) >= points
        )
        beside = (
            self._compare(other, cluster)
            for other in self.told
            if other is not figure
            and other.names != figure.names
            and not self._has_place(other, cluster)
            and not is_other_rank(other, cluster)
            and not is_other_gender(other, cluster)
            and self._points(other, cluster) >= points
        )
        return any(
            t is not None and t[0].verdict != "different" and t[0].score >= score - NEARLY
            for t in (*known, *beside)
        )

    def _has_place(self, figure: Figure, cluster: Cluster) -> bool:
        """Whether another of the report is known by now to be somebody else than the cluster."""
        number = self.number_of.get(figure.id)
        own = self.clusters[self.now(number)] if number is not None else cluster
        return own is not cluster and len(own.reports) > 1

    def _points(self, figure: Figure, cluster: Cluster) -> float:
        """How much a report of the story tells of the cluster that is told of the figure, too."""
        told = (other for other in cluster.told if other.story == figure.story is not None)
        alike = max((tell_alike(figure, other, self.sense)[0] for other in told), default=0.0)
        return alike + _RANK * (not figure.ranks.isdisjoint(cluster.ranks))

    def _in_story(self, figure: Figure) -> set[int]:
        """The clusters of its story with a word that may stand alone for the name."""
        return {
            n
            for name in figure.names
            for key in self.sense.short(name)
            for n in self.under("short", figure.story or "", key)
        }

    def _short(self, figure: Figure) -> _Found | None:
        """The one cluster of its story that a surname, or a part of a group's name, stands for."""
        told = [(n, self._tell(figure, self.clusters[n])) for n in sorted(self._in_story(figure))]
        return _best([(n, link) for n, link in told if link is not None and link.verdict == "same"])

    def _called(self, figure: Figure) -> list[_Found]:
        """For each calling, the cluster of its story most often called so; of named ones the first.

        That two clusters are called what one figure is makes them one.
        """
        found: dict[int, PeopleLink] = {}
        is_named = bool(figure.names)
        for calling in dict.fromkeys(map(self.sense.calling, figure.callings)):
            number = self._most_called(figure, calling, is_named=is_named)
            if number is None:
                continue
            is_named = is_named or bool(self.clusters[number].names)
            other = self.clusters[number].figures[0]
            why = "called alike in reports of one story"
            found.setdefault(number, PeopleLink(figure.id, other, "same", CALLED_ALIKE, why))
        return list(found.items())

    def _most_called(self, figure: Figure, calling: str, *, is_named: bool) -> int | None:
        fits = [
            n
            for n in self.under("called", figure.story or "", calling)
            if not (is_named and self.clusters[n].names)
            and not bars(figure, self.clusters[n])
            and not is_other_gender(figure, self.clusters[n])
        ]
        return max(
            fits,
            key=lambda n: (self.clusters[n].callings[calling], len(self.clusters[n].figures), -n),
            default=None,
        )


def _best(found: Sequence[_Found]) -> _Found | None:
    """The surest; of two alike, the one known first."""
    return max(found, key=lambda pair: (pair[1].score, -pair[0]), default=None)
