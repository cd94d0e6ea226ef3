"""A proposition and what was said on it in, why it stands as it does out, as data."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.types import Basis
from sayso.weigh.assertions import Assertion, Proposition, Weight
from sayso.weigh.copies import CopyLink
from sayso.weigh.ranges import find_figures, span_figures
from sayso.weigh.statuses import find_camps, find_interest, turn_zero
from sayso.weigh.voices import (
    Utterance,
    Worth,
    best_worth,
    find_speaker,
    find_utterances,
    is_repeat,
    is_withdrawn,
    out_by,
)

RepeatKind = Literal["copy", "citation", "probably from"]


@dataclass(frozen=True, slots=True)
class GroupReason:
    """What one group's words on a proposition are worth, and why.

    interest: what its side has at stake, None: nothing, or it has no side
    hedged, named: of any of its words that stand
    """

    group: str
    stance: Weight
    worth: Worth
    bases: tuple[Basis, ...]
    named: bool
    hedged: bool
    side: str | None
    interest: Literal["loses", "gains"] | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RepeatReason:
    """A claim that adds nothing, because another says the same before it.

    why: of a copy, what the two reports share; None: it copies the other through a third
    """

    claim: str
    of: str
    kind: RepeatKind
    why: str | None = None


@dataclass(frozen=True, slots=True)
class FigureReason:
    """What one group makes the number, and what became of that.

    high:  None: it is open above
    total: it was given as a total, and not as a vague word or 'up to'
    flags: "passed" (a tally has grown beyond it), "rival" (it does not meet another's),
           "order_unknown" (which of its figures is the later), "parts_exceed_total"
    """

    group: str
    low: int
    high: int | None
    side: str | None
    knows: bool
    total: bool
    flags: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why a proposition stands as it does: who counts for what, and what was not counted."""

    groups: tuple[GroupReason, ...]
    repeats: tuple[RepeatReason, ...]
    beside: tuple[str, ...]
    figures: tuple[FigureReason, ...] = ()


def find_reasons(
    one: Proposition,
    said: Sequence[Assertion],
    *,
    as_of: str | None,
    register: Mapping[str, str],
    links: Mapping[tuple[str, str], CopyLink] | None = None,
) -> Reasons:
    """The grounds of one standing, from the assertions it was weighed from.

    links: (later report, earlier report) -> what they share
    """
    known = out_by(said, as_of)
    weighed = [a for a in known if not a.is_beside]
    utterances = find_utterances(weighed)
    by_group: dict[tuple[str, Weight], list[Utterance]] = defaultdict(list)
    for utterance in _standing(utterances, as_of):
        by_group[utterance.group, utterance.assertion.stance].append(utterance)
    kept = {u.assertion.id for u in utterances}
    return Reasons(
        groups=tuple(_group(key, words, one, register) for key, words in sorted(by_group.items())),
        repeats=tuple(_repeat(a, weighed, links or {}) for a in weighed if a.id not in kept),
        beside=tuple(sorted({claim_of(a) for a in known if a.is_beside})),
        figures=_figures(weighed, as_of, register) if one.category is not None else (),
    )


def _standing(utterances: Sequence[Utterance], as_of: str | None) -> list[Utterance]:
    """What its group has not taken back, said otherwise since, or had withdrawn."""
    live = [turn_zero(u) for u in utterances if not is_withdrawn(u.assertion, as_of)]
    camps = find_camps(live)
    kept = [u for stance in camps.values() for camp in stance.values() for u in camp.words]
    return kept + [u for u in live if u.assertion.stance == "unclear"]


def claim_of(assertion: Assertion) -> str:
    """The claim that an assertion was unfolded from."""
    return assertion.id.split("/")[0]


def _group(
    key: tuple[str, Weight],
    words: Sequence[Utterance],
    one: Proposition,
    register: Mapping[str, str],
) -> GroupReason:
    group, stance = key
    said = [utterance.assertion for utterance in words]
    return GroupReason(
        group=group,
        stance=stance,
        worth=best_worth(words),
        bases=tuple(sorted({a.basis for a in said})),
        named=any(find_speaker(a).naming == "named" for a in said),
        hedged=any(a.hedged for a in said),
        side=register.get(group),
        interest=find_interest(group, one, register),
        claims=tuple(sorted({claim_of(a) for a in said})),
    )


def _figures(
    said: Sequence[Assertion], as_of: str | None, register: Mapping[str, str]
) -> tuple[FigureReason, ...]:
    figures = find_figures(said, as_of, register)
    span = span_figures(figures)
    if span is None:
        return ()
    passed = {group for flag, group in span.flags if flag == "passed"}
    giving: dict[str, set[str]] = defaultdict(set)
    for one in find_utterances(said):
        if one.assertion.quantity is not None and not is_withdrawn(one.assertion, as_of):
            giving[one.group].add(claim_of(one.assertion))
    return tuple(
        FigureReason(
            group=figure.group,
            low=figure.low,
            high=figure.high,
            side=figure.side,
            knows=figure.knows,
            total=figure.is_total,
            flags=(
                *figure.flags,
                *(["passed"] if figure.group in passed else []),
                *(["rival"] if figure.group in span.rivals else []),
            ),
            claims=tuple(sorted(giving[figure.group])),
        )
        for figure in sorted(figures, key=lambda f: f.group)
    )


def _repeat(
    said: Assertion, others: Sequence[Assertion], links: Mapping[tuple[str, str], CopyLink]
) -> RepeatReason:
    alike = [
        o for o in others
        if o.id != said.id and o.stance == said.stance and o.scope == said.scope and o.part_of == said.part_of
    ]  # fmt: skip
    of = next((o for o in alike if is_repeat(said, o)), said)
    kind: RepeatKind = "probably from"
    if of.report in said.copies:
        kind = "copy"
    elif said.chain and said.chain[-1].passes_on:
        kind = "citation"
    shared = links.get((said.report, of.report)) if kind == "copy" else None
    return RepeatReason(claim_of(said), claim_of(of), kind, shared.why if shared else None)
