"""A desk and a person or body in; what others call them, each with who does, out: never a name."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.resolve.labels import is_label
from sayso.resolve.name.folding import fold_name
from sayso.show.sentences import sentence_around
from sayso.show.wording import describe_claimant, describe_date
from sayso.types import Claim, Interval, Sighting, Span

if TYPE_CHECKING:
    from sayso.desk import Clock, Desk

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


@dataclass(frozen=True, slots=True)
class Body:
    """A body of the ledger, by its names, and what others call it."""

    entity: str
    names: tuple[str, ...]
    called: tuple[Called, ...]


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


def find_bodies(
    desk: "Desk", name: str, *, as_of: str | None = None, clock: "Clock" = "published"
) -> tuple[Body, ...]:
    """The bodies whose name holds all words of `name`, or whose id it is, with what they are called."""
    claims = desk.claims(as_of=as_of, clock=clock)
    seen = desk.sightings(as_of=as_of, clock=clock)
    names: dict[str, set[str]] = {}
    for entity, words in _bodies(claims, seen):
        names.setdefault(entity, set()).add(words)
    wanted = set(fold_name(name).split())
    fits = (
        entity
        for entity, given in sorted(names.items())
        if entity == name or any(wanted <= set(fold_name(one).split()) for one in given)
    )
    return tuple(
        Body(entity, tuple(sorted(names[entity])), find_called(desk, frozenset({entity}), claims, seen))
        for entity in fits
    )  # fmt: skip


def describe_called(one: Called) -> str:
    """'“the bandits”: Upland army, reported 5 May 2031 (day only), The Courier'."""
    date = describe_date(one.published_at)
    return f"“{one.words}”: {one.by}, reported {date}, {one.outlet or one.report}"


def _bodies(claims: Iterable[Claim], seen: Iterable[Sighting]) -> Iterator[tuple[str, str]]:
    for claim in claims:
        for role in claim.event.roles:
            entity, words = role.filler.entity or "", role.filler.name or role.filler.words
            if entity.startswith("group/") and not is_label(words):
                yield entity, words
        for step in claim.chain:
            if (step.entity or "").startswith("group/") and step.naming == "named":
                yield step.entity or "", step.label
    for one in seen:
        if one.entity.startswith("group/"):
            yield from ((one.entity, name) for name in one.names)


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
