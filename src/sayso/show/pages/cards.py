"""Claims in; what a page shows of each out: its sentence, its passage, its chain, its notes."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markupsafe import Markup

from sayso.errors import NotInLedger
from sayso.notes import Judgement
from sayso.show.pages.asking import Ask
from sayso.show.pages.lit_text import excerpt_claim
from sayso.show.pages.moments import Moment
from sayso.show.pages.spots import link_claim_place
from sayso.show.wording import (
    describe_basis,
    describe_chain,
    describe_date,
    describe_evidence,
    describe_notes,
    describe_outlet,
    describe_time,
    describe_when,
    write_claim_lead,
    write_sentence,
)
from sayso.types import Claim, Report, Source

if TYPE_CHECKING:
    from sayso.desk import Desk


_HELD = {
    "misread": "Set aside as misread",
    "same": "Held to be of one matter with",
    "different": "Held not to be of one matter with",
    "status": "Called “{value}”",
}


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere; address None: to what was not out by the time asked for."""

    words: str
    address: str | None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Signed:
    """What a person holds of a claim: '`words` [`other`] by `by`, `when`: `why`'."""

    words: str
    other: Link | None
    by: str
    when: str
    why: str
    is_misread: bool


@dataclass(frozen=True, slots=True)
class Card:
    """One claim on a page.

    excerpt: None: its report does not hold the words where it should, so they are not shown
    seen:    it stands in full further up on the same page
    same_as: the claim before it, of the same source in the same words; None: there is none
    is_same_report: that claim is of the same report
    person:  the address of the person whose word it is, where that is a named one
    """

    id: str
    lead: str
    sentence: str
    excerpt: Markup | None
    chain: str
    basis: str
    date: str
    where: Link | None
    when: str | None
    said_at: str | None
    occasion: str | None
    outlet: str
    notes: tuple[str, ...]
    read_as: str
    evidence: tuple[str, ...]
    passage: str
    matter: str
    person: str | None
    is_chosen: bool
    seen: bool
    same_as: str | None
    is_same_report: bool
    signed: tuple[Signed, ...]


@dataclass(frozen=True, slots=True)
class Maker:
    """What making cards needs; `chosen` is the claim in the address, `judged` what people hold."""

    desk: "Desk"
    moment: Moment
    chosen: str | None = None
    judged: Mapping[str, Iterable[Judgement]] = field(default_factory=dict)

    def make(self, claim: Claim, seen: Collection[str] = (), same_as: Claim | None = None) -> Card:
        report = find_report(self.desk, claim.report)
        excerpt = excerpt_claim(report.text, claim) if report else None
        hedges = [span.of(report.text) for span in claim.hedges] if report and excerpt else []
        person = person_of(claim.chain[-1]) if claim.chain else None
        return Card(
            id=claim.id,
            lead=write_claim_lead(claim, hedges),
            sentence=write_sentence(claim, hedges),
            excerpt=excerpt,
            chain=describe_chain(claim),
            basis=describe_basis(claim),
            date=describe_date(claim.published_at),
            where=self.link_place(claim),
            when=describe_when(claim.when) if claim.when and claim.when.interval else None,
            said_at=describe_date(claim.said_at.interval) if claim.said_at else None,
            occasion=claim.occasion,
            outlet=claim.outlet or "outlet not named",
            notes=describe_notes(claim),
            read_as=claim.event.type.replace("_", " "),
            evidence=tuple(map(describe_evidence, claim.evidence)),
            passage=self.moment.link(f"/report/{claim.report}", anchor=f"claim-{claim.id}"),
            matter=self.moment.link(f"/claim/{claim.id}", anchor=f"claim-{claim.id}"),
            person=self.moment.link(f"/person/{person}") if person else None,
            is_chosen=claim.id == self.chosen,
            seen=claim.id in seen,
            same_as=same_as.id if same_as is not None else None,
            is_same_report=same_as is not None and same_as.report == claim.report,
            signed=tuple(self.sign(one, claim.id) for one in self.judged.get(claim.id, ())),
        )

    def make_all(self, claims: Iterable[Claim], seen: Collection[str] = ()) -> tuple[Card, ...]:
        first: dict[tuple[str, ...], Claim] = {}
        cards = []
        for claim in claims:
            alike = (claim.words, claim.stance, *(step.label for step in claim.chain[-1:]))
            card = self.make(claim, seen, same_as=first.get(alike) if claim.chain else None)
            first.setdefault(alike, claim)
            cards.append(card)
        return tuple(cards)

    def link_place(self, claim: Claim) -> Link | None:
        """Where its event is said to be; None: it does not say."""
        place = claim.place
        if place is None or (place.name is None and place.latitude is None):
            return None
        return Link(place.name or place.words, link_claim_place(self.moment, claim))

    def sign(self, one: Judgement, claim_id: str) -> Signed:
        other = one.claim if one.other == claim_id else one.other
        return Signed(
            words=_HELD[one.says].format(value=one.value),
            other=self.link_other(other) if other else None,
            by=one.by,
            when=describe_time(one.at),
            why=one.why,
            is_misread=one.says == "misread",
        )

    def link_other(self, claim_id: str) -> Link:
        try:
            dossier = self.desk.dossier_of(
                claim_id, as_of=self.moment.as_of, clock=self.moment.clock
            )
        except NotInLedger:
            return Link("a claim not out by then", None)
        other = next(claim for claim in dossier.claims if claim.id == claim_id)
        address = self.moment.link(f"/claim/{claim_id}", anchor=f"claim-{claim_id}")
        return Link(name_claim(other), address)


def make_maker(ask: Ask, chosen: str | None = None) -> Maker:
    judged: dict[str, list[Judgement]] = defaultdict(list)
    for one in ask.desk.judgements(as_of=ask.moment.as_of, clock=ask.moment.clock):
        for claim_id in filter(None, (one.claim, one.other)):
            judged[claim_id].append(one)
    return Maker(ask.desk, ask.moment, chosen, judged)


def person_of(source: Source) -> str | None:
    """The entity of a named person; others are never linked (DESIGN.md section 5)."""
    is_person = source.entity is not None and source.entity.startswith("person/")
    return source.entity if is_person and source.naming == "named" else None


def find_report(desk: "Desk", report_id: str) -> Report | None:
    """None: the ledger does not hold it."""
    try:
        return desk.report(report_id)
    except NotInLedger:
        return None


def name_claim(claim: Claim) -> str:
    """By who says it where, for nobody can read an id: 'Davor Lint in Meridian Wire'."""
    outlet = describe_outlet(claim)
    return f"{claim.chain[-1].label} in {outlet}" if claim.chain else f"{outlet} (own words)"


def link_report(moment: Moment, known: Mapping[str, Report], report_id: str) -> Link:
    """Named by its outlet, title and date; known: the reports that were out by the time."""
    report = known.get(report_id)
    if report is None:
        return Link("a report not out by then", None)
    told = [report.outlet or "outlet not named", f"“{report.title}”" if report.title else ""]
    words = ", ".join([*filter(None, told), describe_date(report.published_at)])
    return Link(words, moment.link(f"/report/{report.id}"))


def order_by_date(claims: Iterable[Claim]) -> list[Claim]:
    """The earliest first, the undated last."""
    return sorted(claims, key=lambda claim: (published_key(claim), claim.id))


def published_key(claim: Claim) -> tuple[bool, str]:
    return (claim.published_at is None, claim.published_at.stop if claim.published_at else "")
