"""The persons and groups of each report in; who of them is one across reports, with score and why, out.

Links are derived and change nothing: drop them, and the figures are as they were.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

FigureKind = Literal["person", "group", "crowd"]
Verdict = Literal["same", "unsure", "different"]

LEAST = 0.7  # from here on a link is taken for sameness; chosen with bench/people.py
CALLED_ALIKE = 0.55  # a description in two reports of one story; with bench/people.py
IN_STORY = 0.25  # what one story adds to names that alone leave it open; with bench/people.py
MOST_ALIKE = 64  # clusters under one key that are compared one by one
MOST_DOUBTS = 8  # links of a figure that are not sameness; the surest are told


class Telling(Protocol):
    """What two names tell: `resolve.name_likeness.Likeness`."""

    @property
    def verdict(self) -> Verdict: ...
    @property
    def score(self) -> float: ...
    @property
    def why(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Figure:
    """A person, group or crowd as one report has it.

    names:     as printed, the fullest first; empty: only described
    callings:  what it is called besides: head nouns of descriptions, offices, titles
    story:     which matter the report is about; None: not known, so only full names link
    side:      of the conflict; None: not known
    published: UTC ISO; None: undated, taken last
    is_source: someone unnamed who says something: linked to nobody (DESIGN.md section 5, number 12)
    """

    id: str
    report: str
    kind: FigureKind
    names: tuple[str, ...] = ()
    callings: tuple[str, ...] = ()
    gender: Literal["male", "female"] | None = None
    story: str | None = None
    side: str | None = None
    published: str | None = None
    is_source: bool = False


@dataclass(frozen=True, slots=True)
class PeopleLink:
    """One figure and an earlier one. Of `different`, the score says how sure it is."""

    figure: str
    other: str
    verdict: Verdict
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class NameSense:
    """How names are compared, and under which keys those meet that may be alike.

    held, sought: the keys a full name is kept under, and those to look under for its like
    short:        the keys of what may stand alone for a name within one story
    calling:      a description's noun as the one that stands for all that say the same
    """

    compare: Callable[[str, str, tuple[FigureKind, FigureKind]], Telling | None]
    held: Callable[[str], frozenset[str]]
    sought: Callable[[str], frozenset[str]]
    short: Callable[[str], frozenset[str]]
    calling: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class People:
    """clusters: figure ids that are one, each cluster named by its first figure; links: why."""

    clusters: Mapping[str, tuple[str, ...]]
    links: tuple[PeopleLink, ...]


@dataclass(slots=True)
class _Cluster:
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

    def take(self, figure: Figure, sense: NameSense) -> None:
        self.figures.append(figure.id)
        self.named_in |= {figure.report} if figure.names else set()
        for name in figure.names:
            self.names.setdefault(name, (figure.id, figure.kind))
        self.callings.update({sense.calling(calling) for calling in figure.callings})
        self.genders |= {figure.gender} if figure.gender else set()
        self.sides |= {figure.side} if figure.side else set()
        self.stories |= {figure.story} if figure.story else set()

    def swallow(self, other: "_Cluster") -> None:
        """Take in another cluster, which is empty then."""
        self.figures += other.figures
        self.named_in |= other.named_in
        for name, bearer in other.names.items():
            self.names.setdefault(name, bearer)
        self.callings += other.callings
        self.genders |= other.genders
        self.sides |= other.sides
        self.stories |= other.stories
        other.figures = []


def link_people(figures: Iterable[Figure], sense: NameSense, *, least: float = LEAST) -> People:
    """Who is one across reports.

    Figures are taken by (published, report, id), the undated last, each looking only at earlier
    ones, so that what is linked by a day stays linked whatever comes after. Full names link by
    themselves; a surname alone, a description or a part of a group's name only within a story,
    and where it fits one alone. cost: a figure meets the clusters under its keys, at most
    `MOST_ALIKE` each
    """
    linker = _Linker(sense, least)
    for figure in sorted(
        figures, key=lambda f: (f.published is None, f.published or "", f.report, f.id)
    ):
        linker.place(figure)
    return People(
        {c.id: tuple(c.figures) for c in linker.clusters if c.figures}, tuple(linker.links)
    )


_Found = tuple[int, PeopleLink]


class _Linker:
    """The clusters so far, and where to look for them."""

    def __init__(self, sense: NameSense, least: float) -> None:
        self.sense = sense
        self.least = least
        self.clusters: list[_Cluster] = []
        self.links: list[PeopleLink] = []
        self._merged: dict[int, int] = {}
        self._by_key: dict[tuple[str, ...], dict[int, None]] = defaultdict(dict)

    def place(self, figure: Figure) -> None:
        """Put one figure to the cluster that it is, or begin one."""
        is_open = bool(figure.names) or not figure.is_source
        found = self._find(figure) if is_open else []
        if not found:
            self.clusters.append(_Cluster(figure.id, figure.kind))
        number = found[0][0] if found else len(self.clusters) - 1
        self.links += [link for _, link in found]
        for other, _ in found[1:]:
            self.clusters[number].swallow(self.clusters[other])
            self._merged[other] = number
        self.clusters[number].take(figure, self.sense)
        for key in self._keys(figure) if is_open else ():
            self._by_key[key][number] = None

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
        found = set()
        for number in self._by_key.get(key, ()):
            while number in self._merged:
                number = self._merged[number]
            found.add(number)
        return found

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

    def _tell(self, figure: Figure, cluster: _Cluster) -> PeopleLink | None:
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
        if figure.story not in cluster.stories or self._rivals(figure, cluster, best.score):
            return PeopleLink(figure.id, of, "unsure", best.score, best.why)
        score = round(min(best.score + IN_STORY, 0.9), 2)
        verdict: Verdict = "same" if score >= self.least else "unsure"
        return PeopleLink(figure.id, of, verdict, score, f"{best.why}, in one story")

    def _compare(self, figure: Figure, cluster: _Cluster) -> tuple[Telling, str] | None:
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

    def _rivals(self, figure: Figure, cluster: _Cluster, score: float) -> bool:
        """Whether another cluster of the story fits the name as well."""
        others = (self.clusters[n] for n in self._in_story(figure))
        told = [self._compare(figure, other) for other in others if other is not cluster]
        return any(
            t is not None and t[0].verdict != "different" and t[0].score >= score for t in told
        )

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


def _is_other_gender(figure: Figure, cluster: _Cluster) -> bool:
    """Pronouns are often misread, so gender speaks against what names leave open, not against names."""
    return bool(figure.gender and cluster.genders and figure.gender not in cluster.genders)


def _bars(figure: Figure, cluster: _Cluster) -> bool:
    """Whether number, side or report speak against their being one."""
    if (figure.kind == "crowd") != (cluster.kind == "crowd"):
        return True
    if figure.side and cluster.sides and figure.side not in cluster.sides:
        return True
    return bool(figure.names) and figure.report in cluster.named_in
