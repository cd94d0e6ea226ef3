"""A desk and a person or body in; what others call them, each with who does, out: never a name."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.resolve.labels import is_label
from sayso.show.sentences import sentence_around
from sayso.show.wording import describe_claimant, describe_date
from sayso.types import Claim, Interval, Sighting, Span

if TYPE_CHECKING:
    from sayso.desk import Desk

HEADING = "Called by others, which is no name"


@dataclass(frozen=True, slots=True)
class Called:
    """One name-calling in one report. by: who does it; by_entity: who that is, where it is known."""

    words: str
    by: str
    by_entity: str | None
    report: str
    outlet: str | None
    published_at: Interval | None
    sentence: str


def find_called(
    desk: "Desk", entities: frozenset[str], claims: Iterable[Claim], seen: Iterable[Sighting]
) -> tuple[Called, ...]:
    """By what reports were read to call them, and by whom claims tell of under such words; by date."""
    found: dict[tuple[str, Span], Called] = {}
    for one in seen:
        if one.entity in entities:
            found |= dict(_of_sighting(desk, one))
    for claim in claims:
        for role in claim.event.roles:
            filler = role.filler
            if filler.entity in entities and is_label(filler.words):
                found.setdefault((claim.report, filler.span), _of_claim(claim, filler.words))
    return tuple(sorted(found.values(), key=_order))


def describe_called(one: Called) -> str:
    """'“the bandits”: Upland army, reported 5 May 2031 (day only), The Courier'."""
    date = describe_date(one.published_at)
    return f"“{one.words}”: {one.by}, reported {date}, {one.outlet or one.report}"


def _of_sighting(desk: "Desk", one: Sighting) -> Iterator[tuple[tuple[str, Span], Called]]:
    report = desk.report(one.report) if one.labels else None
    for label in one.labels if report is not None else ():
        assert report is not None
        by = label.by or f"{report.outlet or 'the outlet'} (own words)"
        sentence = sentence_around(report.text, label.span)
        yield (one.report, label.span), Called(
            label.words, by, label.by_entity, one.report, report.outlet, one.published_at, sentence
        )  # fmt: skip


def _of_claim(claim: Claim, words: str) -> Called:
    who = claim.chain[-1].entity if claim.chain else None
    return Called(
        words, describe_claimant(claim), who, claim.report, claim.outlet, claim.published_at,
        " ".join(claim.words.split()),
    )  # fmt: skip


def _order(one: Called) -> tuple[bool, str, str, str]:
    at = one.published_at
    return at is None, at.start if at is not None else "", one.report, one.words
