"""Who is one with whom by the names, and what people judged of it, in; the two laid together out.

Nothing is lost: with the judgement withdrawn, the links are as they were.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sayso.notes import Judgement
from sayso.weigh.linked_figures import People, PeopleLink

PERSON = "person/"


@dataclass(frozen=True, slots=True)
class _Ruling:
    """The last word that people gave on two persons."""

    one: str
    other: str
    judgement: Judgement

    @property
    def is_same(self) -> bool:
        return self.judgement.says == "same"


def judge_people(people: People, judged: Iterable[Judgement]) -> People:
    """The links and clusters as people judged them; the later of two judgements holds.

    judged: in the order in which they were made, without those withdrawn
    returns: figures of two persons judged different share no cluster, whatever lies between
             them; the weakest link that would join them is taken for a doubt
    """
    rulings = _rulings(judged)
    if not rulings:
        return people
    first = _first_figures(people)
    kept = [link for link in people.links if frozenset(_ends(link)) not in rulings]
    made = [link for ruling in rulings.values() for link in _link_of(ruling, first)]
    apart = {pair for pair, ruling in rulings.items() if not ruling.is_same}
    figures = [figure for members in people.clusters.values() for figure in members]
    return _join(figures, [*made, *kept], apart)


def _rulings(judged: Iterable[Judgement]) -> Mapping[frozenset[str], _Ruling]:
    found: dict[frozenset[str], _Ruling] = {}
    for one in judged:
        if one.other is None or not (one.claim.startswith(PERSON) and one.other.startswith(PERSON)):
            continue
        found[frozenset((one.claim, one.other))] = _Ruling(one.claim, one.other, one)
    return found


def _first_figures(people: People) -> Mapping[str, str]:
    """By person, the figure that a judged link holds on to."""
    found: dict[str, str] = {}
    for members in people.clusters.values():
        for figure in members:
            found.setdefault(_person(figure), figure)
    return found


def _link_of(ruling: _Ruling, first: Mapping[str, str]) -> Iterator[PeopleLink]:
    """Nothing where one of the two is not known yet."""
    if ruling.one in first and ruling.other in first:
        said = ruling.judgement
        verdict = "same" if ruling.is_same else "different"
        why = f"judged so by {said.by}: {said.why}"
        yield PeopleLink(first[ruling.one], first[ruling.other], verdict, 1.0, why)  # type: ignore[arg-type]


def _join(figures: list[str], links: list[PeopleLink], apart: set[frozenset[str]]) -> People:
    """The surest links first; one that would join two judged different is left as a doubt."""
    group = {figure: [figure] for figure in figures}
    told: list[PeopleLink] = []
    for link in sorted(links, key=lambda one: (-one.score, one.figure, one.other)):
        mine, theirs = group[link.figure], group[link.other]
        if link.verdict != "same" or mine is theirs:
            told.append(link)
            continue
        if _clash(mine, theirs, apart):
            told.append(replace(link, verdict="unsure", why=f"{link.why}, but judged apart"))
            continue
        told.append(link)
        mine += theirs
        group.update(dict.fromkeys(theirs, mine))
    clusters = {members[0]: tuple(members) for members in group.values()}
    return People(clusters, tuple(told))


def _clash(mine: list[str], theirs: list[str], apart: set[frozenset[str]]) -> bool:
    if not apart:
        return False
    ours, others = {_person(figure) for figure in mine}, {_person(figure) for figure in theirs}
    parted = (tuple(pair) for pair in apart)
    return any(
        (pair[0] in ours and pair[-1] in others) or (pair[-1] in ours and pair[0] in others)
        for pair in parted
    )


def _ends(link: PeopleLink) -> tuple[str, str]:
    return _person(link.figure), _person(link.other)


def _person(figure: str) -> str:
    return figure.split(" ", 1)[1]
