"""A desk and a reader in; the same desk without what that reader may not see out.

Pages, search, the API and exports ask a desk and nothing else: here alone privacy is enforced.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import Any, NoReturn, cast

from sayso.desk import Clock, Desk, Person
from sayso.errors import NotInLedger
from sayso.ledger.queries import Counts
from sayso.notes import Judgement, Notice
from sayso.show.masking import Mask, mask_record, split_name
from sayso.show.withholding import Withheld
from sayso.types import DESCRIBED, Claim, Report, Sighting
from sayso.weigh.claimed_people import SamePerson
from sayso.weigh.dossiers import Dossier
from sayso.weigh.histories import Change
from sayso.weigh.matter_links import MatterLink
from sayso.weigh.privacy import PERSON, Reader, rule_on_all
from sayso.weigh.questions import Parties
from sayso.weigh.reasons import Reasons

_MORE = 20  # times as many hits are looked through as are asked for: some are withheld


def utc_now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def guard(desk: Desk, reader: Reader, now: Callable[[], str] = utc_now) -> Desk:
    """The desk as a reader may use it; the owner's is the desk itself. now: UTC ISO."""
    return desk if reader == "owner" else GuardedDesk(desk, reader, now)


class GuardedDesk(Desk):
    """A desk whose every answer is without what its reader may not see; nothing is appended to it.

    What is withheld is decided by all that the ledger holds now, whatever time is asked for.
    """

    def __init__(self, desk: Desk, reader: Reader, now: Callable[[], str]) -> None:
        self._desk = desk
        self._reader: Reader = reader
        self._now = now
        self.register = desk.register
        self.ledger = cast(Any, _LedgerSize(desk))
        self._known: tuple[object, Withheld] | None = None
        self._seen: dict[tuple[str | None, Clock], tuple[object, tuple[Dossier, ...]]] = {}

    def dossiers(
        self, *, as_of: str | None = None, clock: Clock = "published"
    ) -> tuple[Dossier, ...]:
        held = self._withheld()
        whole = self._desk.dossiers(as_of=as_of, clock=clock)
        made = self._seen.get((as_of, clock))
        if made is None or made[0] != (id(whole), id(held)):
            masked = tuple(one for one in map(held.mask_dossier, whole) if one is not None)
            made = ((id(whole), id(held)), masked)
            self._seen[as_of, clock] = made
        return made[1]

    def add(
        self,
        report: Report,
        claims: Sequence[Claim],
        seen: Sequence[Sighting] = (),
        *,
        recorded_at: str,
        made_by: str,
    ) -> NoReturn:
        """Refused: nothing is appended through the eyes of a reader."""
        raise TypeError("a guarded desk only reads; append through the ledger's own")

    def dossier_of(
        self, claim_id: str, *, as_of: str | None = None, clock: Clock = "published"
    ) -> Dossier:
        whole = self._desk.dossier_of(claim_id, as_of=as_of, clock=clock)
        masked = self._withheld().mask_dossier(whole)
        if masked is None or not any(claim.id == claim_id for claim in masked.claims):
            at = f" as of {as_of}" if as_of is not None else ""
            raise NotInLedger(
                f"{claim_id}: no claim of this id is in the ledger{at}; `sayso claims` lists them"
            )
        return masked

    def weigh_otherwise(
        self,
        dossier: Dossier,
        sides: Mapping[str, str],
        *,
        as_of: str | None = None,
        clock: Clock = "published",
    ) -> Dossier:
        whole = self._desk.dossier_of(dossier.id, as_of=as_of, clock=clock)
        changed = self._desk.weigh_otherwise(whole, sides, as_of=as_of, clock=clock)
        return self._withheld().mask_dossier(changed) or dossier

    def history(self, dossier: Dossier, *, as_of: str | None = None) -> tuple[Change, ...]:
        whole = self._whole_of(dossier, as_of)
        return self._mask_changes(self._desk.history(whole, as_of=as_of), whole.claims)

    def differences(
        self, since: str, *, as_of: str | None = None, clock: Clock = "published"
    ) -> tuple[Change, ...]:
        changes = self._desk.differences(since, as_of=as_of, clock=clock)
        matters = {c.id: one for one in self._desk.dossiers(as_of=as_of, clock=clock) for c in one.claims}  # fmt: skip
        return tuple(
            masked
            for change in changes
            for masked in self._mask_changes([change], _claims_around(change, matters))
        )

    def reasons(
        self, dossier: Dossier, *, as_of: str | None = None, clock: Clock = "published"
    ) -> Mapping[str, Reasons]:
        whole = self._desk.dossier_of(dossier.id, as_of=as_of, clock=clock)
        found = self._desk.reasons(whole, as_of=as_of, clock=clock)
        return mask_record(found, self._withheld().mask_beside(whole.claims))

    def matter_links(
        self, dossier: Dossier, *, as_of: str | None = None, clock: Clock = "published"
    ) -> tuple[MatterLink, ...]:
        whole = self._desk.dossier_of(dossier.id, as_of=as_of, clock=clock)
        found = self._desk.matter_links(whole, as_of=as_of, clock=clock)
        held = self._withheld()
        kept = {claim.id for claim in whole.claims if held.keeps(claim)}
        shown = (one for one in found if one.claim in kept and one.of in kept)
        return mask_record(tuple(shown), held.mask_beside(whole.claims))

    def report(self, report_id: str) -> Report:
        return self._withheld().mask_report(self._desk.report(report_id))

    def claims(self, *, as_of: str | None = None, clock: Clock = "published") -> tuple[Claim, ...]:
        return self._withheld().mask_each(self._desk.claims(as_of=as_of, clock=clock))

    def claims_of(self, report_id: str) -> tuple[Claim, ...]:
        return self._withheld().mask_claims(self._desk.claims_of(report_id))

    def reports(
        self, *, as_of: str | None = None, clock: Clock = "published"
    ) -> Mapping[str, Report]:
        return _MaskedReports(self._desk.reports(as_of=as_of, clock=clock), self._withheld())

    def judgements(
        self, *, as_of: str | None = None, clock: Clock = "published"
    ) -> tuple[Judgement, ...]:
        held = self._withheld()
        return tuple(
            replace(one, why=held.mask_words(one.why), value=one.value and held.mask_words(one.value))
            for one in self._desk.judgements(as_of=as_of, clock=clock)
            if held.shows(one.claim) and held.shows(one.other or "")
        )  # fmt: skip

    def person(
        self, entity: str, *, as_of: str | None = None, clock: Clock = "published"
    ) -> Person:
        held = self._withheld()
        if entity.startswith(PERSON) and not held.shows(entity):
            raise NotInLedger(f"{entity}: nothing in the ledger is about or by this person")
        return _mask_person(self._desk.person(entity, as_of=as_of, clock=clock), held)

    def people(self, *, as_of: str | None = None, clock: Clock = "published") -> tuple[Person, ...]:
        held = self._withheld()
        found = self._desk.people(as_of=as_of, clock=clock)
        return tuple(_mask_person(one, held) for one in found if held.shows(one.entity))

    def sightings(
        self, *, as_of: str | None = None, clock: Clock = "published"
    ) -> tuple[Sighting, ...]:
        """Nothing: who is brought up and not claimed about is nobody whom others are shown."""
        return ()

    def same_as(
        self, entity: str, *, as_of: str | None = None, clock: Clock = "published"
    ) -> tuple[SamePerson, ...]:
        """Whom a report only describes is shown to the owner alone: the link may name her."""
        held = self._withheld()
        if not held.shows(entity):
            return ()
        others = self._desk.same_as(entity, as_of=as_of, clock=clock)
        return tuple(
            one for one in others if held.shows(one.entity) and not one.entity.startswith(DESCRIBED)
        )

    def people_named(self, name: str) -> tuple[Person, ...]:
        held = self._withheld()
        found = (one.entity for one in self._desk.people_named(name))
        people = (self.person(entity) for entity in found if held.shows(entity))
        return tuple(one for one in people if any(map(partial(_has_words, name), one.names)))

    def search(self, words: str, *, limit: int = 50) -> tuple[Claim, ...]:
        """What is found by words that are withheld is no hit: else the search would tell them."""
        held = self._withheld()
        found = self._desk.search(words, limit=limit * _MORE)
        hits = (hit for claim in found for hit in held.find_hits(claim, words))
        return tuple(hit for hit, _ in zip(hits, range(limit), strict=False))

    def parties(self, *, as_of: str | None = None, clock: Clock = "published") -> Parties:
        return self._desk.parties(as_of=as_of, clock=clock)

    def side_named(self, words: str) -> str | None:
        return self._desk.side_named(words)

    # --- what is withheld ---

    def _withheld(self) -> Withheld:
        """Found out anew when something was appended, and when what waits need wait no longer."""
        size, now = self._desk.ledger.counts(), self._now()
        if self._known is None or self._known[0] != size or self._is_over(now):
            self._known = (size, self._find_withheld(now))
            self._seen = {}
        return self._known[1]

    def _is_over(self, now: str) -> bool:
        until = self._known[1].until if self._known is not None else None
        return until is not None and until <= now

    def _find_withheld(self, now: str) -> Withheld:
        claims = list({c.id: c for one in self._desk.dossiers() for c in one.claims}.values())
        rulings = rule_on_all(
            claims, reader=self._reader, now=now, releases=self._desk.judgements(),
            find_same=self._find_same, find_text=self._find_text,
        )  # fmt: skip
        return Withheld(
            rulings, claims, reader=self._reader, now=now,
            seen=self._desk.sightings(), find_text=self._find_text,
            find_title=lambda report: self._desk.report(report).title or "",
        )  # fmt: skip

    def _find_same(self, entity: str) -> Iterator[str]:
        others = self._desk.same_as(entity)
        yield from (one.entity for one in others if one.verdict != "different")

    def _find_text(self, report: str) -> str:
        return self._desk.report(report).text

    def _whole_of(self, dossier: Dossier, as_of: str | None) -> Dossier:
        return self._desk.dossier_of(dossier.id, as_of=as_of)

    def _mask_changes(
        self, changes: Iterable[Change], claims: Sequence[Claim]
    ) -> tuple[Change, ...]:
        held = self._withheld()
        return tuple(
            replace(
                _mask_change(change, held.mask_beside(claims, change.claims)),
                claims=held.mask_claims(change.claims),
            )
            for change in changes
            if not change.claims or any(map(held.keeps, change.claims))
        )


def _mask_person(person: Person, held: Withheld) -> Person:
    told, spoke = held.mask_each(person.told), held.mask_each(person.spoke)
    given = held.names_given(person.entity)
    names = tuple(name for name in person.names if name in given)
    return replace(person, names=names, told=told, spoke=spoke, seen=())


def _has_words(words: str, name: str) -> bool:
    return set(split_name(words)) <= set(split_name(name))


def _mask_change(change: Change, mask: Mask) -> Change:
    return mask_record(replace(change, claims=()), mask)


def _claims_around(change: Change, matters: Mapping[str, Dossier]) -> Sequence[Claim]:
    """All claims of the matter that a change is of; where no claim made it, of every matter."""
    for claim in change.claims:
        if claim.id in matters:
            return matters[claim.id].claims
    return change.claims


@dataclass(frozen=True, slots=True)
class _LedgerSize:
    """All that pages may ask of the ledger itself."""

    desk: Desk

    def counts(self) -> Counts:
        return self.desk.ledger.counts()

    def notices(
        self, *, as_of: str | None = None, clock: Clock = "published"
    ) -> tuple[Notice, ...]:
        return self.desk.ledger.notices(as_of=as_of, clock=clock)


@dataclass(frozen=True, slots=True)
class _MaskedReports(Mapping[str, Report]):
    """Reports that are masked when they are looked at; most never are."""

    reports: Mapping[str, Report]
    held: Withheld

    def __getitem__(self, report_id: str) -> Report:
        return self.held.mask_report(self.reports[report_id])

    def __contains__(self, report_id: object) -> bool:
        return report_id in self.reports

    def __iter__(self) -> Iterator[str]:
        return iter(self.reports)

    def __len__(self) -> int:
        return len(self.reports)
