"""Claims in, as they come; which of them stand in copied words, and of which claim, out.

A claim of a copied stretch is of the matter of the claim it copies, whoever its report takes
its words to mean: nothing new was said (WEIGHING.md, principle 4).
"""

import re
from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache

from sayso.types import Claim, Span, Stance
from sayso.weigh.copy_graphs import CopyGraph
from sayso.weigh.matters import do_times_meet
from sayso.weigh.texts import RUN_WORDS, is_figure

FAMILY_DAYS = timedelta(days=14)  # copies further apart are no family (WEIGHING.md, section 6)
CHANGED_HOURS = timedelta(hours=48)  # a text of the day before with other figures is a new bulletin
_WORD = re.compile(r"\w+(?:['.,-]\w+)*")

Signature = tuple[str, Stance, bool, int, tuple[str, ...]]


class Twins:
    """Holds all claims; the same for any order of adding.

    roots: the id of a claim in copied words -> the earliest claim of the same words
    """

    def __init__(self, graph: CopyGraph) -> None:
        self.roots: dict[str, Claim] = {}
        self._graph = graph
        self._signs: dict[str, Signature] = {}
        self._by_report: dict[str, dict[Signature, list[Claim]]] = {}
        self._held: dict[Signature, list[Claim]] = defaultdict(list)

    def add(self, claims: Iterable[Claim], relinked: Iterable[str] = ()) -> None:
        """Take in claims. relinked: reports held already whose copies are not what they were."""
        fresh = [claim for claim in claims if claim.id not in self._signs]
        is_first = not self._signs
        for claim in fresh:
            mine = self._signs[claim.id] = sign(claim)
            insort(self._held[mine], claim, key=as_printed)
            said = self._by_report.setdefault(claim.report, {})
            insort(said.setdefault(mine, []), claim, key=as_printed)
        touched = {claim.report for claim in fresh} | set(relinked)
        if not is_first:
            touched |= {other.report for claim in fresh for other in self._after(claim)}
        for report in touched:
            for mine in self._by_report.get(report, ()):
                self._find_roots(report, mine)

    def _after(self, claim: Claim) -> Sequence[Claim]:
        held = self._held[self._signs[claim.id]]
        return held[bisect_right(held, as_printed(claim), key=as_printed) :]

    def _find_roots(self, report: str, signature: Signature) -> None:
        """Of the claims of one report with the same words, what each copies."""
        mine = self._by_report[report][signature]
        found: dict[str, Claim] = {}
        for theirs in self._before(report, signature):
            left = [claim for claim in mine if claim.id not in found]
            paired = pair(left, theirs)
            found |= {
                c.id: paired[c.id]
                for c in left
                if c.id in paired and self._is_copied(c, paired[c.id])
            }
            if len(found) == len(mine):
                break
        for claim in mine:
            self.roots.pop(claim.id, None)
        self.roots |= found

    def _before(self, report: str, signature: Signature) -> Iterator[Sequence[Claim]]:
        """The claims of the same words in earlier reports of the family, report by report."""
        family = self._graph.family(report)
        held = self._held[signature]
        if len(held) < len(family):
            reports = dict.fromkeys(c.report for c in held if c.report in family)
            told = [self._by_report[one][signature] for one in reports]
        else:
            known = (self._by_report.get(one, {}).get(signature) for one in family)
            told = sorted((one for one in known if one), key=lambda one: as_printed(one[0]))
        for claims in told:
            if claims[0].report == report:
                return
            yield claims

    def _is_copied(self, claim: Claim, other: Claim) -> bool:
        """Whether the words are copied, and not those of another day's bulletin."""
        is_direct = self._graph.is_copy(claim.report, other.report)
        if has_other_figures(claim, other):
            are_near = _are_within(claim, other, CHANGED_HOURS) and do_times_meet(claim, other)
            return is_direct and are_near
        is_long = len(self._signs[claim.id][-1]) >= RUN_WORDS
        return (is_direct or is_long) and _are_within(claim, other, FAMILY_DAYS)


def as_printed(claim: Claim) -> tuple[bool, str, str, Span, str]:
    """The order of `Text`: by when its report may have been out first, then by its id."""
    start = claim.published_at.start if claim.published_at is not None else ""
    return claim.published_at is None, start, claim.report, claim.event.trigger, claim.id


def has_other_figures(claim: Claim, other: Claim) -> bool:
    """Whether the words of a claim and of its copy differ in their figures."""
    return _figures(claim) != _figures(other)


def in_words_of(root: Claim, claim: Claim) -> Claim:
    """The claim that `root` makes, as a copy tells it: with the copy's own figures, by the root's id."""
    counts = claim.event.counts if has_other_figures(claim, root) else root.event.counts
    told = replace(
        root,
        report=claim.report,
        outlet=claim.outlet,
        published_at=claim.published_at,
        event=replace(root.event, counts=counts),
    )
    if _is_of_same_source(root, claim):
        return told
    return replace(
        told, chain=claim.chain, own=claim.own, direct=claim.direct, said_at=claim.said_at
    )


def _is_of_same_source(root: Claim, claim: Claim) -> bool:
    """Whether a copy names no source of its own: a 'correspondent' is the reporter of the original."""
    if not claim.chain or _source_of(root) == _source_of(claim):
        return True
    told, reporter = claim.chain[-1], _source_of(root)
    if reporter is None or root.chain[-1].kind not in {"outlet", "agency"}:
        return False
    return told.naming != "named" or reporter in told.label.casefold()


def pair(ours: Sequence[Claim], theirs: Sequence[Claim]) -> dict[str, Claim]:
    """Claims of the same words in two reports, each with one of the other: those of one source first."""
    left = list(theirs)
    found: dict[str, Claim] = {}
    for is_same in (_source_of, lambda claim: None):
        for claim in ours:
            like = [o for o in left if is_same(o) == is_same(claim)]
            if claim.id not in found and like:
                found[claim.id] = like[0]
                left.remove(like[0])
    return found


def _source_of(claim: Claim) -> str | None:
    return claim.chain[-1].label.casefold() if claim.chain else None


def sign(claim: Claim) -> Signature:
    """What a claim and its copy have in common: its words but for the figures, and the event in them."""
    words, at = _words_of(claim)
    return claim.event.type, claim.stance, claim.event.negated, at, words


def _words_of(claim: Claim) -> tuple[tuple[str, ...], int]:
    """The words, figures masked, and before which of them the event stands (-1: outside them all)."""
    pieces = claim.words.split(" … ") if len(claim.quote) > 1 else [claim.words]
    words: list[str] = []
    at, trigger = -1, claim.event.trigger
    for span, piece in zip(claim.quote, pieces, strict=False):
        if span.covers(trigger):
            at = len(words) + len(_WORD.findall(piece[: trigger.start - span.start]))
        words += map(_masked, _WORD.findall(piece.lower()))
    return tuple(words), at


@lru_cache(maxsize=1 << 16)
def _masked(word: str) -> str:
    return "#" if is_figure(word) else word


def _figures(claim: Claim) -> tuple[str, ...]:
    return tuple(_figures_in(claim.words))


def _figures_in(words: str) -> Iterator[str]:
    return (found for found in _WORD.findall(words.lower()) if is_figure(found))


def _are_within(one: Claim, other: Claim, most: timedelta) -> bool:
    if one.published_at is None or other.published_at is None:
        return one.published_at is None and other.published_at is None
    apart = _time_of(one.published_at.start) - _time_of(other.published_at.start)
    return abs(apart) <= most


@lru_cache(maxsize=1 << 14)
def _time_of(moment: str) -> datetime:
    return datetime.fromisoformat(moment)
