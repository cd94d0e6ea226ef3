"""What linking people takes and gives: figures of reports, how names are compared, links and clusters."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

FigureKind = Literal["person", "group", "crowd"]
Verdict = Literal["same", "unsure", "different"]
Gender = Literal["male", "female"]


class Telling(Protocol):
    """What two names tell: `resolve.name_likeness.Likeness`."""

    @property
    def verdict(self) -> Verdict: ...
    @property
    def score(self) -> float: ...
    @property
    def why(self) -> str: ...


@dataclass(frozen=True, slots=True)
class KinTie:
    """What a figure is to another of its report: `kind` as `resolve.kindred` tells it, without the sex."""

    kind: str
    gender: Gender | None
    of: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A person, group or crowd as one report has it.

    names:     as printed, the fullest first; empty: only described
    callings:  what it is called besides: head nouns of descriptions, offices, titles
    story:     which matter the report is about; None: not known, so only full names link
    side:      of the conflict; None: not known
    published: UTC ISO; None: undated, taken last
    is_source: someone unnamed who says something: linked to nobody (DESIGN.md section 5, number 12)
    speaks:    says something, by name or without
    kin:       whose mother, son, widow it is told to be
    called:    what only one of a place or body is called, as `described_people` reads it
    ranks:     "colonel", as the words before the name tell
    trades:    all that it is called or does, by the noun that stands for it: "driver"
    words:     what descriptions add to that: "tractor" of "a tractor driver"
    fates:     what became of it: "dead", "held"
    born:      the year, by the age that is told; None: no age is, or the report is undated
    """

    id: str
    report: str
    kind: FigureKind
    names: tuple[str, ...] = ()
    callings: tuple[str, ...] = ()
    gender: Gender | None = None
    story: str | None = None
    side: str | None = None
    published: str | None = None
    is_source: bool = False
    kin: tuple[KinTie, ...] = ()
    born: int | None = None
    called: tuple[str, ...] = ()
    ranks: frozenset[str] = frozenset()
    trades: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    fates: frozenset[str] = frozenset()
    speaks: bool = False


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
    kin:          a noun for kin as what one is to the other, and the sex it tells; None: it is none
    turned:       the same the other way round: "uncle" for "nephew"
    sex:          what a person's name tells of it
    is_body:      whether a noun means a body of people: "militia", "commission"
    is_sole:      whether a noun means an office that one holds at a time: "mayor", "attorney general"
    near:         whether two names may be one person's, where more than the names says so
    is_anyone:    whether a noun may be anybody's whom a report has brought up: "man", "victim"
    rank:         what the words before a name tell of it: "Lt. Col." -> "colonel"
    """

    compare: Callable[[str, str, tuple[FigureKind, FigureKind]], Telling | None]
    held: Callable[[str], frozenset[str]]
    sought: Callable[[str], frozenset[str]]
    short: Callable[[str], frozenset[str]]
    calling: Callable[[str], str]
    kin: Callable[[str], tuple[str, Gender | None] | None] = lambda _: None
    turned: Callable[[str], str] = str
    sex: Callable[[str], Gender | None] = lambda _: None
    is_body: Callable[[str], bool] = lambda _: False
    is_sole: Callable[[str], bool] = lambda _: False
    rank: Callable[[str], str | None] = lambda _: None
    is_anyone: Callable[[str], bool] = lambda _: False
    near: Callable[[str, str], bool] = lambda _, __: False


@dataclass(frozen=True, slots=True)
class People:
    """clusters: figure ids that are one, each cluster named by its first figure; links: why."""

    clusters: Mapping[str, tuple[str, ...]]
    links: tuple[PeopleLink, ...]
