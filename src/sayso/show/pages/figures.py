"""An answer in; the table of its figures by who says so out."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.show.pages.groups import Grouped, is_of_one_side
from sayso.show.wording import (
    agree,
    describe_date,
    describe_ends,
    describe_range,
    join_names,
)
from sayso.types import Claim, Count
from sayso.weigh.assertions import Proposition
from sayso.weigh.dossiers import Answer
from sayso.weigh.voices import is_later

if TYPE_CHECKING:
    from sayso.resolve.parties import Register


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of one group; `reports` printed it."""

    who: str
    stance: str
    words: str
    low: str
    high: str
    of_whom: str
    date: str
    reports: int
    notes: tuple[str, ...]
    is_part: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures on one thing counted, with their range; `middle` is that of outside counts."""

    measured: str
    spread: str
    middle: str | None
    by_side: tuple[tuple[str, str], ...]
    rivals: str
    rows: tuple[Figure, ...]
    is_one_side: bool


_FLAGS = {
    "passed": "passed by a higher count, left out of the range",
    "order_unknown": "which of its figures is the later is not known",
    "parts_exceed_total": "its parts come to more than its total",
}


def describe_measured(proposition: Proposition) -> str:
    """What a figure counts: 'people killed'."""
    return f"{proposition.victims} {(proposition.category or '').replace('_', ' ')}".strip()


def list_figures(answer: Answer, grouped: Grouped, register: "Register") -> Figures | None:
    """None: the answer takes no figures, or nobody gave one."""
    measure = answer.measure
    if measure is None:
        return None
    by_side = tuple((side, describe_ends(low, high)) for side, low, high in measure.by_side)
    return Figures(
        measured=describe_measured(answer.proposition),
        spread=describe_range(measure),
        middle=f"{measure.middle:,}" if measure.middle is not None else None,
        by_side=by_side,
        rivals=join_names(grouped.names.get(group, group) for group in measure.rivals),
        rows=list_rows(answer, grouped),
        is_one_side=is_of_one_side(measure, register),
    )


def list_rows(answer: Answer, grouped: Grouped) -> tuple[Figure, ...]:
    """Every figure once for each group that gives it, the earliest first."""
    found: dict[tuple[str, str, int, int | None], list[tuple[Claim, Count]]] = {}
    for group, claims in grouped.claims.items():
        for claim in claims:
            for count in claim.event.counts:
                if answer.proposition.category in count.categories:
                    found.setdefault((group, count.group, count.low, count.high), []).append(
                        (claim, count)
                    )
    return tuple(
        make_row(answer, grouped, group, tellings) for (group, *_), tellings in order_rows(found)
    )


def order_rows(
    found: dict[tuple[str, str, int, int | None], list[tuple[Claim, Count]]],
) -> list[tuple[tuple[str, str, int, int | None], list[tuple[Claim, Count]]]]:
    def first_out(row: tuple[object, list[tuple[Claim, Count]]]) -> str:
        at = row[1][0][0].published_at
        return at.stop if at else "~"  # after every year

    return sorted(found.items(), key=first_out)


def make_row(
    answer: Answer, grouped: Grouped, group: str, tellings: list[tuple[Claim, Count]]
) -> Figure:
    claim, count = tellings[0]
    flags = answer.measure.flags if answer.measure else ()
    who = grouped.names.get(group, group)
    notes = [_FLAGS[flag] for flag, whose in flags if whose == group and flag in _FLAGS]
    if count.scope == "part":
        notes = ["a part, never added to a total"]
    elif is_earlier(claim, count, grouped.claims[group]):
        notes = ["out before another of its figures"]
    if claim.hedged:
        notes.append("hedged")
    return Figure(
        who=who,
        stance=agree(claim.stance.replace("_", " "), who),
        words=count.words,
        low=f"{count.low:,}",
        high=f"{count.high:,}" if count.high is not None else "open",
        of_whom=count.group,
        date=describe_date(claim.published_at),
        reports=len({said.report for said, _ in tellings}),
        notes=tuple(notes),
        is_part=count.scope == "part",
    )


def is_earlier(claim: Claim, count: Count, claims: Iterable[Claim]) -> bool:
    """Whether the group has another total of the same thing that came out later."""
    return any(
        is_later(other.published_at, claim.published_at)
        for other in claims
        for figure in other.event.counts
        if (figure.categories, figure.group, figure.scope)
        == (count.categories, count.group, count.scope)
        and (figure.low, figure.high) != (count.low, count.high)
    )
