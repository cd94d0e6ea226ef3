"""What weighing gives: one `Dossier` for each matter, one `Answer` for each proposition in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.types import Claim, Interval, Place
from sayso.weigh.assertions import Proposition, Range, Standing, Status
from sayso.weigh.shared_slips import MayBeOne


@dataclass(frozen=True, slots=True)
class Answer:
    """One proposition of a dossier, with where everyone stands on it.

    words:      the proposition in words, neutral: never shown without who says it
    standing:   groups by id; `labels` gives each group the name reports use for it
    measure:    the figures, where the question is how many and anybody gave one
    claims:     ids of the claims that answer it, by publication
    changed_at: when the latest of them was published; None: only undated reports have it
    otherwise:  the status if those counted as no party stood with the side that gains; None:
                it would be the same, or nothing is at stake
    may_be_one: groups that know and share a rare slip; the lower number of origins takes them for one
    """

    proposition: Proposition
    words: str
    standing: Standing
    measure: Range | None
    claims: tuple[str, ...]
    labels: Mapping[str, str]
    changed_at: str | None
    otherwise: Status | None = None
    may_be_one: tuple[MayBeOne, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """All claims on one matter, with its questions.

    id:      the id of its earliest claim; any of its claims' ids leads to it
    heading: what the matter is, in neutral words
    when:    from the earliest to the latest time that claims give the event itself
    answers: those with the latest change first
    """

    id: str
    family: str
    heading: str
    place: Place | None
    when: Interval | None
    answers: tuple[Answer, ...]
    claims: tuple[Claim, ...]
    changed_at: str | None
