"""Reasons and changes in; why an answer stands so and how it came to, with links for ids, out."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from sayso.show.pages.asking import Ask
from sayso.show.pages.cards import Link, link_report, name_claim, published_key
from sayso.show.pages.groups import is_of_one_side
from sayso.show.pages.lit_text import escape_visibly
from sayso.show.reasoning import (
    list_reasons,
    write_change,
    write_matter_link,
    write_range_reason,
    write_reason,
)
from sayso.show.wording import describe_date, describe_outlet, describe_time, join_names
from sayso.types import Claim
from sayso.weigh.dossiers import Answer, Dossier
from sayso.weigh.histories import Change, State
from sayso.weigh.matter_links import MatterLink
from sayso.weigh.reasons import Reasons

if TYPE_CHECKING:
    from sayso.resolve.parties import Register


@dataclass(frozen=True, slots=True)
class Why:
    """Why an answer stands as it does: in a sentence, and in a line for each thing that weighs."""

    sentence: str
    lines: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """What moved at one time; address: the page as it looked then."""

    when: str
    address: str
    is_here: bool
    lines: tuple[Markup, ...]


def explain_answer(answer: Answer, reasons: Reasons, dossier: Dossier, register: "Register") -> Why:
    links = {claim.id: link_claim(claim) for claim in dossier.claims}
    is_corroborated = answer.standing.status.startswith("corroborated")
    if is_corroborated and is_of_one_side(answer.measure, register):
        reasons = replace(reasons, figures=())  # no one side's figures beside this word
    range_ = write_range_reason(answer, reasons)
    told = [write_reason(answer, reasons), *([range_] if range_ is not None else [])]
    lines = (link_ids(line, links) for line in list_reasons(answer, reasons))
    return Why(" ".join(f"{one[:1].upper()}{one[1:]}" for one in told), tuple(lines))


def explain_matter(ties: Sequence[MatterLink], dossier: Dossier) -> tuple[Markup, ...]:
    """Why each claim stands on this page, in a line each."""
    links = {claim.id: link_claim(claim) for claim in dossier.claims}
    return tuple(link_ids(write_matter_link(tie), links) for tie in ties)


def link_claim(claim: Claim) -> Link:
    """To its card on this page."""
    title = f"{describe_date(claim.published_at)}, {claim.id}"
    return Link(name_claim(claim), f"#claim-{claim.id}", title)


def link_ids(line: str, links: Mapping[str, Link]) -> Markup:
    """The line, escaped, with a link in place of each id that `links` holds."""
    if not links:
        return escape_visibly(line)
    pieces = re.split(rf"\b({'|'.join(map(re.escape, links))})\b", line)
    # Of a split by one group, every second piece is what the group found.
    return Markup("").join(
        write_link(links[piece]) if i % 2 else escape_visibly(piece)
        for i, piece in enumerate(pieces)
    )


def write_link(link: Link) -> Markup:
    words = escape_visibly(link.words)
    if link.address is None:
        return words
    return Markup('<a href="{}" title="{}">{}</a>').format(link.address, link.title, words)


def list_steps(ask: Ask, dossier: Dossier, chosen: str) -> tuple[Step, ...]:
    """Every time at which something came out or anything moved, and what did."""
    until = ask.moment.as_of
    moved: dict[str, list[Change]] = defaultdict(list)
    for change in ask.desk.history(dossier, as_of=until):
        moved[change.at].append(change)
    dated = sorted((c for c in dossier.claims if c.published_at), key=published_key)
    out = {claim.published_at.stop for claim in dated if claim.published_at}
    moments = (at for at in sorted(moved.keys() | out) if until is None or at <= until)
    return tuple(
        Step(
            describe_time(at),
            ask.moment.link_at(f"/claim/{find_address(dated, chosen, at)}", at),
            at == until,
            tuple(write_moves(ask, moved.get(at, ()), came_out(dated, at))),
        )
        for at in moments
    )


def find_address(dated: Sequence[Claim], chosen: str, at: str) -> str:
    """The claim of the address if it was out by then, else the first that was."""
    known = [claim.id for claim in dated if claim.published_at and claim.published_at.stop <= at]
    return chosen if chosen in known or not known else known[0]


def came_out(dated: Sequence[Claim], at: str) -> list[Claim]:
    return [claim for claim in dated if claim.published_at and claim.published_at.stop == at]


def write_moves(ask: Ask, changes: Sequence[Change], fresh: Sequence[Claim]) -> Iterator[Markup]:
    """A line for each change; that nothing changed, where what came out only repeats."""
    gone = {id_ for change in changes for id_ in change.withdrawn}
    known = ask.desk.reports(as_of=ask.moment.as_of, clock=ask.moment.clock) if gone else {}
    reports = {id_: link_report(ask.moment, known, id_) for id_ in sorted(gone)}
    for change in changes:
        apart = keep_apart(change, ask.desk.register)
        line = write_change(apart).removeprefix(f"{describe_time(change.at)}: ")
        yield link_ids(f"{line[:1].upper()}{line[1:]}".replace(" -> ", " → "), reports)
    if not changes:
        outlets = join_names(dict.fromkeys(map(describe_outlet, fresh)), most=4)
        claims = "1 claim" if len(fresh) == 1 else f"{len(fresh)} claims"
        yield escape_visibly(f"{outlets}: {claims} more, and nothing moved")


def keep_apart(change: Change, register: "Register") -> Change:
    """The change without one side's figures beside "corroborated" (DESIGN.md section 5)."""
    before, after = (_bare(state, register) for state in (change.before, change.after))
    return replace(change, before=before, after=after)


def _bare(state: State | None, register: "Register") -> State | None:
    if state is None or not state.status.startswith("corroborated"):
        return state
    return replace(state, measure=None) if is_of_one_side(state.measure, register) else state
