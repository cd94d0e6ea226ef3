"""The public Python API: a ledger in, its dossiers as of any time out, weighed and cached."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sayso.errors import NotInLedger
from sayso.ledger.store import Ledger
from sayso.resolve.parties import Register
from sayso.types import Claim, Notice, Report
from sayso.weigh.dossiers import Dossier
from sayso.weigh.questions import Parties
from sayso.weigh.weighing import weigh

Clock = Literal["published", "recorded"]


@dataclass(frozen=True, slots=True)
class Person:
    """What the ledger holds on one person.

    names: spellings found, the most frequent first
    spoke: claims the person makes; told: claims about the person, in the ledger's order
    """

    entity: str
    names: tuple[str, ...]
    spoke: tuple[Claim, ...]
    told: tuple[Claim, ...]


class Desk:
    """A ledger with the register it is read by; every answer is as of a time on one of two clocks.

    as_of: a UTC ISO time; None: all there is
    clock: published (what the public could know) or recorded (what we knew)
    """

    def __init__(self, ledger: Ledger, register: Register) -> None:
        self.ledger = ledger
        self.register = register
        self._weighed: dict[object, tuple[Dossier, ...]] = {}

    def dossiers(
        self, *, as_of: str | None = None, clock: Clock = "published"
    ) -> tuple[Dossier, ...]:
        """All matters, the last changed first."""
        key = (as_of, clock, self.ledger.counts(), len(self.ledger.notices()))
        if key not in self._weighed:
            claims = self.ledger.claims(as_of=as_of, clock=clock)
            parties = self._parties(self.ledger.notices(as_of=as_of, clock=clock))
            # What was recorded by then is all that is weighed; the published clock also counts
            # how far a day-only report is out.
            until = as_of if clock == "published" else None
            self._weighed[key] = weigh(claims, parties, as_of=until)
        return self._weighed[key]

    def dossier_of(
        self, claim_id: str, *, as_of: str | None = None, clock: Clock = "published"
    ) -> Dossier:
        """The matter that a claim belongs to. raises: NotInLedger"""
        for dossier in self.dossiers(as_of=as_of, clock=clock):
            if any(claim.id == claim_id for claim in dossier.claims):
                return dossier
        at = f" as of {as_of}" if as_of is not None else ""
        raise NotInLedger(
            f"{claim_id}: no claim of this id is in the ledger{at}; `sayso claims` lists them"
        )

    def report(self, report_id: str) -> Report:
        """One report, whole. raises: NotInLedger"""
        return self.ledger.report(report_id)

    def claims_of(self, report_id: str) -> tuple[Claim, ...]:
        """The claims of one report, in text order."""
        return self.ledger.claims_of(report_id)

    def reports(
        self, *, as_of: str | None = None, clock: Clock = "published"
    ) -> Mapping[str, Report]:
        """The reports that were out (or known to us) by then, by id."""
        return {report.id: report for report in self.ledger.reports(as_of=as_of, clock=clock)}

    def person(
        self, entity: str, *, as_of: str | None = None, clock: Clock = "published"
    ) -> Person:
        """All on one person, by entity id ("person/karim-odas"). raises: NotInLedger"""
        about = self.ledger.claims_about(entity, as_of=as_of, clock=clock)
        if not about:
            raise NotInLedger(f"{entity}: nothing in the ledger is about or by this person")
        spoke = tuple(c for c in about if any(step.entity == entity for step in c.chain))
        told = tuple(
            c
            for c in about
            if any(role.filler.entity == entity for role in c.event.roles)
            and c.event.type != "said"
        )
        return Person(entity, self.ledger.names_of(entity), spoke, told)

    def people_named(self, name: str) -> tuple[Person, ...]:
        """Persons whose name holds all words of `name`, most claims first."""
        return tuple(self.person(entity) for entity in self.ledger.entities_named(name))

    def search(self, words: str, *, limit: int = 50) -> tuple[Claim, ...]:
        """Claims whose words match a full-text query, best first."""
        return self.ledger.search(words, limit=limit)

    def _parties(self, notices: tuple[Notice, ...]) -> Parties:
        withdrawn: dict[str, str] = defaultdict(str)
        for notice in notices:
            withdrawn[notice.report] = min(
                withdrawn[notice.report] or notice.at.stop, notice.at.stop
            )
        held = self.register.parties.values()
        return Parties(
            sides={party.id: party.side for party in held if party.side is not None},
            names={party.id: party.name for party in held},
            owners={outlet.casefold(): party.id for party in held for outlet in party.outlets},
            withdrawn=dict(withdrawn),
        )
