"""The persons and groups of each report in; who of them is one across reports, with score and why, out.

Links are derived and change nothing: drop them, and the figures are as they were.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from sayso.weigh.clusters import Cluster
from sayso.weigh.described_people import are_two, head_of, may_be_one
from sayso.weigh.linked_figures import (
    Figure,
    KinTie,
    NameSense,
    People,
    PeopleLink,
    Telling,
    Verdict,
)

LEAST = 0.7  # from here on a link is taken for sameness; chosen with bench/people.py
CALLED_ALIKE = 0.55  # a description in two reports of one story; with bench/people.py
IN_STORY = 0.25  # what one story adds to names that alone leave it open; with bench/people.py
KIN_ALONE, KIN = 0.8, 0.7  # the one mother of one person; in one story the one son told of
TOLD_ALIKE = 0.72  # of an office or body of which one story tells of one alone; likewise
SAID_AGAIN = 0.8  # "the mayor ... the mayor" of one report
OPEN = 0.42  # names less alike than this are rather two persons' of one family
_ONLY, _ONLY_OF_SEX = frozenset({"spouse", "betrothed"}), frozenset({"parent"})
YEARS = 4  # by which the ages that two reports give one person may differ
MOST_ALIKE = 64  # clusters under one key that are compared one by one
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
        told = list(of_report)
        for figure in told:
            linker.place(figure)
        linker.tie_kin([figure for figure in told if figure.kin])
        linker.tie_called([figure for figure in told if figure.called and figure.story])
    return People(
        {c.id: tuple(c.figures) for c in linker.clusters if c.figures}, tuple(linker.links)
    )


_Found = tuple[int, PeopleLink]


class _Linker:
    """The clusters so far, and where to look for them."""

    def __init__(self, sense: NameSense, least: float) -> None:
        self.sense = sense
        self.least = least
        self.clusters: list[Cluster] = []
        self.links: list[PeopleLink] = []
        self._merged: dict[int, int] = {}
        self._number_of: dict[str, int] = {}
        self._by_key: dict[tuple[str, ...], dict[int, None]] = defaultdict(dict)

    def place(self, figure: Figure) -> None:
        """Put one figure to the cluster that it is, or begin one."""
        is_open = bool(figure.names) or not figure.is_source
        found = self._find(figure) if is_open else []
        if not found:
            self.clusters.append(Cluster(figure.id, figure.kind))
        number = found[0][0] if found else len(self.clusters) - 1
        self.links += [link for _, link in found]
        for other, _ in found[1:]:
            self._merge(other, number)
        self.clusters[number].take(figure, self.sense)
        self._number_of[figure.id] = number
        for key in self._keys(figure) if is_open else ():
            self._by_key[key][number] = None

    def tie_kin(self, told: Sequence[Figure]) -> None:
        """Make one those who are the one mother, or in one story the one son, of one person.

        told: the figures of one report that are somebody's kin, all placed
        """
        ties = [(f, tie) for f in told for tie in f.kin if tie.of in self._number_of]
        for figure, tie in ties:
            mine, owner = self._of(figure.id), self._of(tie.of)
            rivals = {
                f.id for f, t in ties
                if t.kind == tie.kind and self._of(t.of) == owner and _may_be_one_sex(t, tie)
            }  # fmt: skip
            is_open = mine != owner and rivals == {figure.id}
            link = self._as_kin(figure, tie, self.clusters[owner]) if is_open else None
            if link is not None and link.score >= self.least:
                self.links.append(link)
                self._merge(mine, self._of(link.other))
        for figure, tie in ties:
            self.clusters[self._of(tie.of)].kin.append((tie, figure))

    def tie_called(self, told: Sequence[Figure]) -> None:
        """Make one those whom reports of one story call alike, where each tells of one such alone.

        told: the figures of one report with a calling; two with names are left to their names, and
              who speaks without one is nobody else
        """
        first: dict[tuple[str, ...], Figure] = {}
        for figure in (one for one in told if not _is_voice(one)):
            known = first.setdefault((figure.kind, *figure.called), figure)
            if known is not figure and not (figure.names or known.names):
                self.links.append(
                    PeopleLink(figure.id, known.id, "same", SAID_AGAIN, "called so again")
                )
                self._merge(self._of(figure.id), self._of(known.id))
        for figure in told:
            link = self._as_called(figure, told)
            if link is not None and link.score >= self.least:
                self.links.append(link)
                self._merge(self._of(figure.id), self._of(link.other))
        for figure in told:
            for calling in figure.called:
                key = "told", figure.story or "", head_of(calling, self.sense)
                self._by_key[key][self._of(figure.id)] = None

    def _as_called(self, figure: Figure, told: Sequence[Figure]) -> PeopleLink | None:
        """The one earlier figure that is called the same; None: nobody, or two."""
        if _is_voice(figure):
            return None
        mine = self._of(figure.id)
        keys = {head_of(calling, self.sense) for calling in figure.called}
        near = {n for key in keys for n in self._under("told", figure.story or "", key)} - {mine}
        fits = {n: other for n in near for other in self._called_alike(figure, n)}
        if len(fits) != 1:
            return None
        ((number, other),) = fits.items()
        cluster = self.clusters[number]
        rivals = [f for f in told if self._of(f.id) != mine and self._are_alike(f, other)]
        if rivals or cluster.reports & self.clusters[mine].reports or _bars(figure, cluster):
            return None
        why = "the only one called so in each report of one story"
        return PeopleLink(figure.id, other.id, "same", TOLD_ALIKE, why)

    def _called_alike(self, figure: Figure, number: int) -> Iterator[Figure]:
        told = [f for f in self.clusters[number].called if f.story == figure.story]
        if any(are_two(figure.called, other.called, self.sense) for other in told):
            return
        for other in told:
            is_open = not (figure.names and other.names) and not _is_voice(other)
            if is_open and self._are_alike(figure, other):
                yield other
                return

    def _are_alike(self, one: Figure, other: Figure) -> bool:
        return one.kind == other.kind and may_be_one(one.called, other.called, self.sense)

    def _as_kin(self, figure: Figure, tie: KinTie, owner: Cluster) -> PeopleLink | None:
        """The one earlier figure that is the same to the same person; None: nobody, or two."""
        mine = self._of(figure.id)
        alike = [(t, f) for t, f in owner.kin if t.kind == tie.kind and _may_be_one_sex(t, tie)]
        others = {self._of(f.id): (t, f) for t, f in alike}
        if len(others) != 1 or mine in others:
            return None
        ((number, (known, other)),) = others.items()
        is_only = tie.kind in _ONLY or (
            tie.kind in _ONLY_OF_SEX and known.gender == tie.gender is not None
        )
        cluster = self.clusters[number]
        if not (is_only or (figure.story is not None and figure.story in cluster.stories)):
            return None
        if cluster is owner or _bars(figure, cluster) or not self._may_be_named(mine, number):
            return None
        why = f"told to be the same person's {tie.kind}"
        return PeopleLink(figure.id, other.id, "same", KIN_ALONE if is_only else KIN, why)

    def _may_be_named(self, one: int, other: int) -> bool:
        """Whether the names of two clusters leave it open that they are one."""
        names, others = self.clusters[one].names, self.clusters[other].names
        told = [
            self.sense.compare(name, name_of_other, (kind, other_kind))
            for name, (_, kind) in names.items()
            for name_of_other, (_, other_kind) in others.items()
        ]
        return all(t is not None and t.verdict != "different" and t.score >= OPEN for t in told)

    def _of(self, figure: str) -> int:
        return self._now(self._number_of[figure])

    def _now(self, number: int) -> int:
        """The cluster's number now that some were made one."""
        while number in self._merged:
            number = self._merged[number]
        return number

    def _merge(self, number: int, into: int) -> None:
        self.clusters[into].swallow(self.clusters[number])
        self._merged[number] = into

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

    def _under(self, *key: str) -> set[int]:
        """The clusters entered under a key, as they are now."""
        return {self._now(number) for number in self._by_key.get(key, ())}

    def _near(self, figure: Figure) -> list[int]:
        """The clusters that full names may link it to."""
        near: set[int] = set()
        for name in figure.names:
            near |= self._under("name", name)
            for key in self.sense.sought(name):
                found = self._under("key", key)
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
        if best.why == "initial" and self._rivals(figure, cluster, best.score):
            return PeopleLink(figure.id, of, "unsure", best.score, best.why)  # father, or son
        if best.verdict != "unsure":
            return PeopleLink(figure.id, of, best.verdict, best.score, best.why)
        if _is_other_gender(figure, cluster):
            return None
        if _is_other_rank(figure, cluster):
            return PeopleLink(figure.id, of, "unsure", best.score, "of another rank")
        if figure.story not in cluster.stories or self._rivals(figure, cluster, best.score):
            return PeopleLink(figure.id, of, "unsure", best.score, best.why)
        score = round(min(best.score + IN_STORY, 0.9), 2)
        verdict: Verdict = "same" if score >= self.least else "unsure"
        return PeopleLink(figure.id, of, verdict, score, f"{best.why}, in one story")

    def _compare(self, figure: Figure, cluster: Cluster) -> tuple[Telling, str] | None:
        """What speaks most against their being one; if nothing does, most for it; and whose name it is."""
        if _bars(figure, cluster):
            return None
        told = [
            (t, of)
            for name in figure.names
            for other, (of, kind) in cluster.names.items()
            if (t := self.sense.compare(name, other, (figure.kind, kind))) is not None
        ]
        against = [pair for pair in told if pair[0].verdict == "different"]
        return max(against or told, key=lambda pair: pair[0].score, default=None)

    def _rivals(self, figure: Figure, cluster: Cluster, score: float) -> bool:
        """Whether another cluster of the story fits the name as well."""
        others = (self.clusters[n] for n in self._in_story(figure))
        is_told = self._is_called_as(figure, cluster)
        told = [
            self._compare(figure, other)
            for other in others
            if other is not cluster
            and not _is_other_rank(figure, other)
            and not _is_other_gender(figure, other)
            and (not is_told or self._is_called_as(figure, other))
        ]
        return any(
            t is not None and t[0].verdict != "different" and t[0].score >= score for t in told
        )

    def _is_called_as(self, figure: Figure, cluster: Cluster) -> bool:
        """Whether a report of its story calls the cluster by the office of the figure: "Police chief Odas"."""
        told = (other for other in cluster.called if other.story == figure.story)
        return any(may_be_one(figure.called, other.called, self.sense) for other in told)

    def _in_story(self, figure: Figure) -> set[int]:
        """The clusters of its story with a word that may stand alone for the name."""
        return {
            n
            for name in figure.names
            for key in self.sense.short(name)
            for n in self._under("short", figure.story or "", key)
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
            for n in self._under("called", figure.story or "", calling)
            if not (is_named and self.clusters[n].names)
            and not _bars(figure, self.clusters[n])
            and not _is_other_gender(figure, self.clusters[n])
        ]
        return max(
            fits,
            key=lambda n: (self.clusters[n].callings[calling], len(self.clusters[n].figures), -n),
            default=None,
        )


def _best(found: Sequence[_Found]) -> _Found | None:
    """The surest; of two alike, the one known first."""
    return max(found, key=lambda pair: (pair[1].score, -pair[0]), default=None)


def _is_other_gender(figure: Figure, cluster: Cluster) -> bool:
    """Pronouns are often misread, so gender speaks against what names leave open, not against names."""
    return bool(figure.gender and cluster.genders and figure.gender not in cluster.genders)


def _is_other_rank(figure: Figure, cluster: Cluster) -> bool:
    """Ranks are given and taken, so that they speak against what names leave open alone."""
    return bool(figure.ranks and cluster.ranks and figure.ranks.isdisjoint(cluster.ranks))


def _is_voice(figure: Figure) -> bool:
    """Whether it is an unnamed person who says something."""
    return figure.is_source and figure.kind == "person"


def _may_be_one_sex(one: KinTie, other: KinTie) -> bool:
    return None in {one.gender, other.gender} or one.gender == other.gender


def _bars(figure: Figure, cluster: Cluster) -> bool:
    """Whether number, side, age or report speak against their being one."""
    if (figure.kind == "crowd") != (cluster.kind == "crowd"):
        return True
    if figure.side and cluster.sides and figure.side not in cluster.sides:
        return True
    if figure.born is not None and any(abs(figure.born - year) > YEARS for year in cluster.born):
        return True
    return bool(figure.names) and figure.report in cluster.named_in
