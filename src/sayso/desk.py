"""The public Python API: a ledger in, its dossiers as of any time out, weighed and cached."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from sayso.errors import NotInLedger
from sayso.ledger.store import Ledger
from sayso.notes import Judgement
from sayso.resolve.belongings import party_of, side_of
from sayso.resolve.kindred import other_way, read_kin
from sayso.resolve.name.callings import calling_of, is_anyone, is_body_or_band, is_sole
from sayso.resolve.name.folding import fold_name
from sayso.resolve.name.keys import name_keys_held, name_keys_sought, short_keys
from sayso.resolve.name.likeness import compare_names, may_be_heard
from sayso.resolve.name.parts import gender_of_name
from sayso.resolve.name.titles import rank_of
from sayso.resolve.parties import Register
from sayso.types import Claim, Mention, Report, Sighting
from sayso.weigh.claimed_people import SamePerson, Sames, figures_in, gather_same, same_people
from sayso.weigh.dossiers import Dossier
from sayso.weigh.histories import Change, find_differences, find_history
from sayso.weigh.judged_people import PERSON, judge_people
from sayso.weigh.linked_figures import NameSense
from sayso.weigh.matter_links import MatterLink, find_matter_links
from sayso.weigh.matters import Links, Matter
from sayso.weigh.people import link_people
from sayso.weigh.questions import Parties
from sayso.weigh.reasons import Reasons, find_reasons
from sayso.weigh.replacements import find_withdrawn, join_versions, without_corrected
from sayso.weigh.retellings import Retellings
from sayso.weigh.weigher import Weigher
from sayso.weigh.weighing import weigh_matter

Clock = Literal["published", "recorded"]
_SENSE = NameSense(
    compare_names, name_keys_held, name_keys_sought, short_keys, calling_of,
    read_kin, other_way, gender_of_name,
    is_body_or_band, is_sole, rank_of, is_anyone, may_be_heard,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """What the ledger holds on one person.

    names: spellings found, the most frequent first
    spoke: claims the person makes; told: claims about the person, in the ledger's order
    seen:  the reports that bring the person up, whether or not they claim anything
    """

    entity: str
    names: tuple[str, ...]
    spoke: tuple[Claim, ...]
    told: tuple[Claim, ...]
    seen: tuple[Sighting, ...] = ()


@dataclass(frozen=True, slots=True)
class Live:
    """What is known now, held open so that one more report costs only what it touches."""

    retellings: Retellings
    weigher: Weigher


class Desk:
    """A ledger with the register it is read by; every answer is as of a time on one of two clocks.

    as_of: a UTC ISO time; None: all there is
    clock: published (what the public could know) or recorded (what we knew)
    """

    def __init__(self, ledger: Ledger, register: Register) -> None:
        self.ledger = ledger
        self.register = register
        self._weighed: dict[object, tuple[Dossier, ...]] = {}
        self._retold: dict[object, Retellings] = {}
        self._held: tuple[object, tuple[Claim, ...]] | None = None
        self._people: dict[object, Sames] = {}
        self._live: Live | None = None

    def dossiers(
        self, *, as_of: str | None = None, clock: Clock = "published"
    ) -> tuple[Dossier, ...]:
        """All matters, the last changed first."""
        key = (as_of, clock, self._state())
        if key not in self._weighed:
            self._weighed[key] = self._weigh(as_of, clock)
        return self._weighed[key]

    def add(
        self,
        report: Report,
        claims: Sequence[Claim],
        seen: Sequence[Sighting] = (),
        *,
        recorded_at: str,
        made_by: str,
    ) -> bool:
        """Append a report; False: this reading of it was there.

        What is known without an `as_of` is weighed anew only where the report touches it, once
        `dossiers()` was asked for; the result is that of a ledger read afresh.
        """
        live = self._live
        known = self.ledger.has(report.id)
        added = self.ledger.append(report, claims, seen, recorded_at=recorded_at, made_by=made_by)
        if not added or live is None:
            return added
        if known:  # a newer reading takes the place of an older one: begin anew
            self._live = None
            return added
        live.retellings.add(report, claims)
        key = (None, "published", self._state())
        self._retold = {key: live.retellings}
        live.weigher.add(claims, self.parties())
        self._weighed = {key: live.weigher.dossiers()}
        return True

    def _weigh(self, as_of: str | None, clock: Clock) -> tuple[Dossier, ...]:
        judged = self.judgements(as_of=as_of, clock=clock)
        # The published clock also counts how far a day-only report is out; what was recorded by
        # then is all weighed.
        until = as_of if clock == "published" else None
        parties = self.parties(as_of=as_of, clock=clock)
        weigher = Weigher(parties, links=_links(judged), as_of=until)
        weigher.add(self.claims(as_of=as_of, clock=clock))
        if as_of is None and clock == "published":
            self._live = Live(self._retellings(as_of, clock), weigher)
            self._held = None  # the weigher holds them now
        return weigher.dossiers()

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

    def weigh_otherwise(
        self,
        dossier: Dossier,
        sides: Mapping[str, str],
        *,
        as_of: str | None = None,
        clock: Clock = "published",
    ) -> Dossier:
        """The same matter if organisations stood on other sides: group -> side."""
        parties = self.parties(as_of=as_of, clock=clock)
        terms = {party: term for party, term in parties.terms.items() if party not in sides}
        changed = replace(parties, sides={**parties.sides, **sides}, terms=terms)
        until = as_of if clock == "published" else None
        return weigh_matter(_matter_of(dossier), changed, as_of=until).dossier

    def history(self, dossier: Dossier, *, as_of: str | None = None) -> tuple[Change, ...]:
        """How the matter came to stand as it does: each change with the claims that caused it."""
        return find_history(dossier, self.parties(as_of=as_of), as_of=as_of)

    def differences(
        self, since: str, *, as_of: str | None = None, clock: Clock = "published"
    ) -> tuple[Change, ...]:
        """What stands differently now from how it stood at `since`."""
        before = self.dossiers(as_of=since, clock=clock)
        withdrawn = self.parties(as_of=as_of, clock=clock).withdrawn
        return find_differences(before, self.dossiers(as_of=as_of, clock=clock), since, withdrawn)

    def reasons(
        self, dossier: Dossier, *, as_of: str | None = None, clock: Clock = "published"
    ) -> Mapping[str, Reasons]:
        """Why each proposition of the matter stands as it does, by its id."""
        parties = self.parties(as_of=as_of, clock=clock)
        until = as_of if clock == "published" else None
        weighed = weigh_matter(_matter_of(dossier), parties, as_of=until)
        links = self._retellings(as_of, clock).graph.links
        return {
            answer.proposition.id: find_reasons(
                answer.proposition, weighed.said[answer.proposition.id], as_of=until,
                register=weighed.sides[answer.proposition.id],
                links=links,
            )
            for answer in weighed.dossier.answers
        }  # fmt: skip

    def matter_links(
        self, dossier: Dossier, *, as_of: str | None = None, clock: Clock = "published"
    ) -> tuple[MatterLink, ...]:
        """Why each claim of the matter is of it, but for the first."""
        retold, twins = self._retellings(as_of, clock), self.parties(as_of=as_of, clock=clock).twins
        judged = _links(self.judgements(as_of=as_of, clock=clock))
        links = retold.graph.links
        return find_matter_links(dossier.claims, judged, lambda c: twins.get(c.id), links)

    def report(self, report_id: str) -> Report:
        """One report, whole. raises: NotInLedger"""
        return self.ledger.report(report_id)

    def claims(self, *, as_of: str | None = None, clock: Clock = "published") -> tuple[Claim, ...]:
        """All claims that were out (or known to us) by then, by date, report and text order."""
        key = (as_of, clock, self._state())
        if self._held is None or self._held[0] != key:
            self._held = (key, self.ledger.claims(as_of=as_of, clock=clock))
        return self._held[1]

    def claims_of(self, report_id: str) -> tuple[Claim, ...]:
        """The claims of one report, in text order."""
        return self.ledger.claims_of(report_id)

    def reports(
        self, *, as_of: str | None = None, clock: Clock = "published"
    ) -> Mapping[str, Report]:
        """The reports that were out (or known to us) by then, by id, each with the version before it."""
        known = self.ledger.reports(as_of=as_of, clock=clock)
        before = self._retellings(as_of, clock).graph.versions
        return {
            report.id: replace(report, version_of=before[report.id])
            if report.id in before
            else report
            for report in known
        }

    def judgements(
        self, *, as_of: str | None = None, clock: Clock = "published"
    ) -> tuple[Judgement, ...]:
        """What people held by then and had not taken back."""
        return self.ledger.judgements(as_of=as_of, clock=clock)

    def person(
        self, entity: str, *, as_of: str | None = None, clock: Clock = "published"
    ) -> Person:
        """All on one person, by entity id ("person/karim-odas"). raises: NotInLedger"""
        about = self.ledger.claims_about(entity, as_of=as_of, clock=clock)
        seen = self.ledger.sightings(entity, as_of=as_of, clock=clock)
        if not about and not (seen and entity.startswith(PERSON)):
            raise NotInLedger(f"{entity}: nothing in the ledger is about or by this person")
        return _person(entity, about, seen)

    def people(self, *, as_of: str | None = None, clock: Clock = "published") -> tuple[Person, ...]:
        """Every person whom claims and reports of that time name, by entity id."""
        about: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.ledger.claims(as_of=as_of, clock=clock):
            for entity in {named for named, _ in _named_in(claim)}:
                about[entity].append(claim)
        seen: dict[str, list[Sighting]] = defaultdict(list)
        for one in self.sightings(as_of=as_of, clock=clock):
            if one.entity.startswith(PERSON):
                seen[one.entity].append(one)
        return tuple(
            _person(entity, about.get(entity, ()), seen.get(entity, ()))
            for entity in sorted({*about, *seen})
        )

    def sightings(
        self, *, as_of: str | None = None, clock: Clock = "published"
    ) -> tuple[Sighting, ...]:
        """Whom the reports of that time bring up: persons and bodies by name, persons by description."""
        return self.ledger.sightings(as_of=as_of, clock=clock)

    def same_as(
        self, entity: str, *, as_of: str | None = None, clock: Clock = "published"
    ) -> tuple[SamePerson, ...]:
        """Who else in the ledger that person is, or may be, by the names; each with score and reason.

        Links are derived from the claims of that time, and what people judged of two persons laid
        on top; the persons themselves stay apart.
        """
        key = (as_of, clock, self._state())
        if key not in self._people:
            claims = self.ledger.claims(as_of=as_of, clock=clock)
            seen = self.sightings(as_of=as_of, clock=clock)
            linked = link_people(figures_in(claims, _SENSE, seen), _SENSE)
            judged = self.judgements(as_of=as_of, clock=clock)
            self._people[key] = gather_same(judge_people(linked, judged))
        return same_people(entity, self._people[key])

    def people_named(self, name: str) -> tuple[Person, ...]:
        """Persons whose name holds all words of `name`, most claims first, then those only seen."""
        return tuple(self.person(entity) for entity in self.ledger.entities_named(name))

    def search(self, words: str, *, limit: int = 50) -> tuple[Claim, ...]:
        """Claims whose words match a full-text query, best first."""
        return self.ledger.search(words, limit=limit)

    def parties(self, *, as_of: str | None = None, clock: Clock = "published") -> Parties:
        """The register, the notices and the copies as weighing wants them."""
        held = self.register.parties.values()
        notices = self.ledger.notices(as_of=as_of, clock=clock)
        retold = self._retellings(as_of, clock)
        copies = without_corrected(retold.graph.ancestors(), notices)
        judged = self.judgements(as_of=as_of, clock=clock)
        return Parties(
            sides={party.id: party.side for party in held if party.side is not None},
            names={party.id: party.name for party in held},
            terms={party.id: term for party in held if (term := party.term) is not None},
            side_of=partial(side_of, register=self.register),
            party_of=partial(_id_of_party, register=self.register),
            owners={outlet.casefold(): party.id for party in held for outlet in party.outlets},
            withdrawn=find_withdrawn(notices, copies),
            copies=copies,
            versions=join_versions(notices, retold.graph.versions),
            corrected=retold.corrected(copies),
            twins=retold.twins(),
            first_said=retold.first_said(),
            set_aside=frozenset(j.claim for j in judged if j.says == "misread"),
        )

    def side_named(self, words: str) -> str | None:
        """The side that words name: a side of the register, or that of a party in it."""
        sides = {party.side for party in self.register.parties.values() if party.side is not None}
        by_name = {fold_name(side): side for side in sides}
        party = self.register.party_of(words)
        return by_name.get(fold_name(words)) or (party.side if party is not None else None)

    def _retellings(self, as_of: str | None, clock: Clock) -> Retellings:
        key = (as_of, clock, self._state())
        if key not in self._retold:
            reports = self.ledger.reports(as_of=as_of, clock=clock)
            self._retold[key] = Retellings(reports, self.claims(as_of=as_of, clock=clock))
        return self._retold[key]

    def _state(self) -> object:
        """What changes whenever something was appended; a cache of an earlier one is dropped."""
        return self.ledger.extent()


def _person(entity: str, about: Sequence[Claim], seen: Sequence[Sighting] = ()) -> Person:
    """The person as these claims have it; about: those that name it, in the ledger's order."""
    names = Counter(name for c in about for named, name in _named_in(c) if named == entity)
    names.update({name: 0 for one in seen for name in one.names})
    spoke = tuple(
        c for c in about if any(s.entity == entity and s.naming == "named" for s in c.chain)
    )
    told = tuple(
        c
        for c in about
        if c.event.type != "said" and any(r.filler.entity == entity for r in c.event.roles)
    )
    in_order = tuple(sorted(names, key=lambda n: (-names[n], n)))
    return Person(entity, in_order, spoke, told, tuple(seen))


def _named_in(claim: Claim) -> set[tuple[str, str]]:
    """The persons of a claim, each with what the claim calls it."""
    fillers = (role.filler for role in claim.event.roles)
    found = {(who.entity, who.name or who.words) for who in fillers}
    # Unnamed and pseudonymous sources are linked to nobody (DESIGN.md section 5, number 12).
    found |= {(step.entity, step.label) for step in claim.chain if step.naming == "named"}
    return {(one, name) for one, name in found if one is not None and one.startswith("person/")}


def _matter_of(dossier: Dossier) -> Matter:
    matter = Matter(dossier.family, dossier.id)
    for claim in dossier.claims:
        matter.take(claim)
    return matter


def _id_of_party(who: Mention, register: Register) -> str | None:
    party = party_of(who, register)
    return party.id if party is not None else None


def _links(judgements: Sequence[Judgement]) -> Links:
    same: dict[str, set[str]] = defaultdict(set)
    different: dict[str, set[str]] = defaultdict(set)
    tables = {"same": same, "different": different}
    for judgement in judgements:
        table = tables.get(judgement.says)
        if table is not None and judgement.other is not None:
            table[judgement.claim].add(judgement.other)
            table[judgement.other].add(judgement.claim)
    frozen = [{claim: frozenset(others) for claim, others in t.items()} for t in (same, different)]
    return Links(*frozen)
