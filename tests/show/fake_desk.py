"""A desk without a ledger: the Dalan demo reports with claims and standings laid by hand."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib.resources import files
from types import SimpleNamespace
from typing import Any

from sayso.desk import Person
from sayso.errors import NotInLedger
from sayso.ledger.queries import Counts
from sayso.notes import Judgement, Notice
from sayso.resolve.parties import Party, Register, register_of
from sayso.types import (
    Claim,
    Count,
    Event,
    Evidence,
    Interval,
    Mention,
    Passage,
    Place,
    Report,
    Role,
    Source,
    Span,
    When,
)
from sayso.weigh.assertions import Proposition, Range, Standing
from sayso.weigh.claimed_people import SamePerson
from sayso.weigh.dossiers import Answer, Dossier
from sayso.weigh.histories import Change, find_history
from sayso.weigh.matter_links import MatterLink, find_matter_links
from sayso.weigh.matters import Links
from sayso.weigh.questions import Parties
from sayso.weigh.reasons import GroupReason, Reasons, RepeatReason

HOSTILE = (
    "<script>alert('x')</script> A clerk, who asked not to be named, said &amp; wrote that "
    "\u202egrain\u202c burned.\x00\r\nNobody <b>answered</b>.\n"
)


def read_reports() -> dict[str, Report]:
    lines = files("sayso.data").joinpath("demo/dalan/reports.jsonl").read_text("utf-8").splitlines()
    found = {row["id"]: make_report(row) for row in map(json.loads, lines)}
    found["h01"] = Report(id="h01", text=HOSTILE, title="Grain <i>burns</i>", outlet="River & Son",
                          url="javascript:alert(1)")  # fmt: skip
    found["d07"] = replace(found["d07"], published_other=day("2031-03-06"))
    return found


def make_report(row: Mapping[str, Any]) -> Report:
    at = row["published_at"]
    return Report(
        id=row["id"], text=row["text"], title=row["title"], outlet=row["outlet"], url=row["url"],
        language="en", genre="news", published_at=day(at) if len(at) == 10 else Interval(at, at),
        published_from="metadata", passages=tuple(find_passages(row["text"])),
    )  # fmt: skip


def find_passages(text: str) -> list[Passage]:
    greyed = [line for line in text.split("\n") if "Photo:" in line or line in FURNITURE]
    spans = []
    for line in dict.fromkeys(greyed):
        start = text.index(line)
        kind = "caption" if "Photo:" in line else "furniture"
        spans.append(Passage(Span(start, start + len(line)), kind))
    return spans


FURNITURE = {
    "Read more",
    "Sign up for our weekly letter on Karvia",
    "How a border quarrel became a war",
}


def place(name: str, level: str = "town", **more: Any) -> Place:
    """A place of Karvia; `at` is its latitude and longitude."""
    latitude, longitude = more.get("at", (-38.42, -20.3))
    return Place(
        Span(0, 1), name, name, more.get("geonameid"), latitude, longitude, more.get("country", "XV"),
        more.get("admin1", "South Karvia"), level, 1.0,
    )  # fmt: skip


def day(date: str) -> Interval:
    return Interval(f"{date}T00:00:00Z", f"{date}T23:59:59Z")


def source(label: str, *, kind: Any = "unknown", basis: Any = "not_stated", **more: Any) -> Source:
    return Source(
        label=label, entity=more.get("entity"), position=more.get("position", "speaker"), kind=kind,
        naming=more.get("naming", "named"), organisation=more.get("organisation"), side=None, basis=basis,
    )  # fmt: skip


SOLEN = source("Marit Solen", kind="witness", basis="saw", entity="person/marit-solen")
LINT = source(
    "Davor Lint", kind="government", entity="person/davor-lint", organisation="southern_council"
)
COUNCIL = source("The Southern Council", kind="government", organisation="southern_council")
RESCUERS = source("Rescue workers", kind="rescuer", basis="saw", naming="unnamed")
MONITOR = source(
    "the Karvia Rights Monitor",
    kind="monitor",
    basis="record",
    organisation="karvia_rights_monitor",
)
ARMY = source(
    "A source in the northern army", kind="military", naming="unnamed", organisation="north_mod"
)
DREVE = source(
    "Colonel Ilan Dreve", kind="military", entity="person/ilan-dreve", organisation="north_mod"
)
VAYL = source("Captain Orest Vayl", kind="military", basis="assesses", entity="person/orest-vayl",
              organisation="north_mod")  # fmt: skip
BRANDT = source("Helena Brandt", kind="government", basis="reacts", entity="person/helena-brandt",
                organisation="vessia")  # fmt: skip
REVE = source("Dr Sanna Reve", kind="medic", basis="record", entity="person/sanna-reve",
              organisation="dalan_district_hospital")  # fmt: skip
HASKO = source("Petr Hasko", kind="rebel", basis="saw", entity="person/petr-hasko",
               organisation="south_defence_force")  # fmt: skip
TWO_PEOPLE = source("two people close to the force", naming="unnamed")
ASKE = source(
    "Bruno Aske",
    kind="outlet",
    basis="told_by",
    entity="person/bruno-aske",
    organisation="radio_dalan",
)
RADIO = source("State radio in the north", kind="outlet", position="relay")
MEDIC = source("a medic", kind="medic", basis="saw", naming="unnamed", position="witness")

PARTIES = [
    Party("southern_council", "Southern Council", ("Southern Council",), side="south"),
    Party("north_mod", "northern defence ministry", ("northern defence ministry",), side="north"),
    Party("south_defence_force", "South Defence Force", ("South Defence Force",), side="south"),
    Party("karvia_rights_monitor", "Karvia Rights Monitor", ("Karvia Rights Monitor",)),
    Party("vessia", "Vessia", ("Vessia",)),
]
LABELS = {party.id: party.name for party in PARTIES} | {
    "person/marit-solen": "Marit Solen",
    "dalan_district_hospital": "Dalan District Hospital",
    "radio_dalan": "Radio Dalan",
    "unnamed/Rescue workers/Meridian Wire": "rescue workers",
    "unnamed/two people close to the force/Coastal Standard": "two people close to the force",
    "unnamed/a medic/State radio in the north": "a medic",
    "own/Coastal Standard": "Coastal Standard",
}


@dataclass
class FakeDesk:
    """What the pages ask of a `Desk`."""

    reports_: dict[str, Report] = field(default_factory=read_reports)
    register: Register = field(default_factory=lambda: register_of(PARTIES))
    made: list[Claim] = field(default_factory=list)
    matters: list[Dossier] = field(default_factory=list)
    judged: list[Judgement] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    copies: dict[str, tuple[str, ...]] = field(default_factory=dict)
    versions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    links: dict[str, tuple[SamePerson, ...]] = field(default_factory=dict)

    @property
    def ledger(self) -> Any:
        undated = sum(report.published_at is None for report in self.reports_.values())
        held = Counts(reports=len(self.reports_), claims=len(self.made), refused=2, undated=undated)
        return SimpleNamespace(counts=lambda: held, notices=self.find_notices)

    def claims(self, *, as_of: str | None = None, clock: str = "published") -> tuple[Claim, ...]:
        return tuple(one for one in self.made if is_out(one.published_at, as_of))

    def sightings(self, *, as_of: str | None = None, clock: str = "published") -> tuple[()]:
        return ()

    def find_notices(self, *, as_of: str | None, clock: str) -> tuple[Notice, ...]:
        return tuple(one for one in self.notices if is_out(one.at, as_of))

    def judgements(
        self, *, as_of: str | None = None, clock: str = "published"
    ) -> tuple[Judgement, ...]:
        return tuple(one for one in self.judged if as_of is None or one.at <= as_of)

    def parties(self, *, as_of: str | None = None, clock: str = "published") -> Parties:
        withdrawn = {one.report: one.at.stop for one in self.notices}
        return Parties(copies=self.copies, withdrawn=withdrawn, versions=self.versions)

    def history(self, dossier: Dossier, *, as_of: str | None = None) -> tuple[Change, ...]:
        return find_history(dossier, self.parties(), as_of=as_of)

    def matter_links(
        self, dossier: Dossier, *, as_of: str | None = None, clock: str = "published"
    ) -> tuple[MatterLink, ...]:
        return find_matter_links(dossier.claims, Links(), lambda claim: None, {})

    def reasons(
        self, dossier: Dossier, *, as_of: str | None = None, clock: str = "published"
    ) -> dict[str, Reasons]:
        return {one.proposition.id: give_reasons(one) for one in dossier.answers}

    def say(
        self,
        report: str,
        words: str,
        *chain: Source,
        type: str = "air_strike",
        stance: Any = "asserts",
        **more: Any,
    ) -> Claim:
        """A claim standing on these words of the report, with what else is given."""
        told = self.reports_[report]
        quote = span_of(told.text, words)
        hedges = tuple(
            span_of(told.text, word, quote.start - 90) for word in more.get("hedges", ())
        )
        roles = tuple(
            Role(
                role,
                Mention(quote, "person", name, f"person/{name.lower().replace(' ', '-')}", name),
            )
            for role, name in more.get("roles", {}).items()
        )
        counts = tuple(
            replace(one, span=span_of(told.text, one.words)) for one in more.get("counts", ())
        )
        when = day(more["on"]) if "on" in more else None
        claim = Claim(
            id=f"c{len(self.made):03}", report=report, outlet=told.outlet, published_at=told.published_at,
            event=Event(type, quote, roles, counts, modality=more.get("modality", "happened"),
                        background=more.get("background", False)),
            place=more.get("place"), when=When(quote, "DATE", None, when, "day", "explicit") if when else None,
            attribution=0 if chain else None, cue=None, chain=chain, own=not chain, stance=stance,
            hedged=bool(hedges), hedges=hedges, scope=more.get("scope", "total"), direct=more.get("direct", False),
            said_at=None, quote=(quote,), words=quote.of(told.text), evidence=more.get("evidence", ()),
            reading_score=0.7, made_by="rules/0",
        )  # fmt: skip
        self.made.append(claim)
        return claim

    def dossiers(
        self, *, as_of: str | None = None, clock: str = "published"
    ) -> tuple[Dossier, ...]:
        cut = (cut_dossier(one, as_of) for one in self.matters)
        return tuple(
            sorted(
                (one for one in cut if one.claims),
                key=lambda one: one.changed_at or "",
                reverse=True,
            )
        )

    def dossier_of(
        self, claim_id: str, *, as_of: str | None = None, clock: str = "published"
    ) -> Dossier:
        for one in self.dossiers(as_of=as_of, clock=clock):
            if any(claim.id == claim_id for claim in one.claims):
                return one
        raise NotInLedger(f"claim {claim_id}")

    def report(self, report_id: str) -> Report:
        if report_id not in self.reports_:
            raise NotInLedger(f"report {report_id}")
        return self.reports_[report_id]

    def claims_of(self, report_id: str) -> tuple[Claim, ...]:
        return tuple(claim for claim in self.made if claim.report == report_id)

    def reports(self, *, as_of: str | None = None, clock: str = "published") -> dict[str, Report]:
        return {id_: one for id_, one in self.reports_.items() if is_out(one.published_at, as_of)}

    def person(self, entity: str, *, as_of: str | None = None, clock: str = "published") -> Person:
        known = [claim for claim in self.made if is_out(claim.published_at, as_of)]
        told = tuple(
            c for c in known if any(role.filler.entity == entity for role in c.event.roles)
        )
        spoke = tuple(c for c in known if c.chain and c.chain[-1].entity == entity)
        names = [role.filler.words for c in told for role in c.event.roles] + [
            c.chain[-1].label for c in spoke
        ]
        if not names:
            raise NotInLedger(f"{entity}")
        return Person(entity, tuple(dict.fromkeys(names)), spoke, told)

    def same_as(
        self, entity: str, *, as_of: str | None = None, clock: str = "published"
    ) -> tuple[SamePerson, ...]:
        return self.links.get(entity, ())

    def people_named(self, name: str) -> tuple[Any, ...]:
        fillers = (role.filler.entity for claim in self.made for role in claim.event.roles)
        speakers = (claim.chain[-1].entity for claim in self.made if claim.chain)
        found = {
            one for one in (*fillers, *speakers) if one and name.lower().replace(" ", "-") in one
        }
        return tuple(self.person(one) for one in sorted(found))

    def search(self, words: str, *, limit: int = 50) -> tuple[Claim, ...]:
        return tuple(claim for claim in self.made if words.lower() in claim.words.lower())[:limit]


def give_reasons(answer: Answer) -> Reasons:
    """The first claim knows, the second is a copy of it."""
    first, copies = answer.claims[0], answer.claims[1:2]
    groups = tuple(
        GroupReason(group, "assert", "knows", ("saw",), True, False, None, None, (first,))
        for group in answer.standing.asserting
    )
    return Reasons(groups, tuple(RepeatReason(copy, first, "copy") for copy in copies), ())


def span_of(text: str, words: str, start: int = 0) -> Span:
    at = text.index(words, max(0, start))
    return Span(at, at + len(words))


def is_out(published: Interval | None, as_of: str | None) -> bool:
    return as_of is None or (published is not None and published.stop <= as_of)


def cut_dossier(dossier: Dossier, as_of: str | None) -> Dossier:
    claims = tuple(claim for claim in dossier.claims if is_out(claim.published_at, as_of))
    ids = {claim.id for claim in claims}
    kept = tuple(
        replace(one, claims=tuple(c for c in one.claims if c in ids))
        for one in dossier.answers
        if ids & set(one.claims)
    )
    return replace(dossier, claims=claims, answers=kept)


def count(
    low: int, high: int | None, op: Any, words: str, group: str = "people", **more: Any
) -> Count:
    return Count(low, high, op, ("killed",), group, more.get("scope", "total"), words, Span(0, 0))


def answer(
    id_: str, question: str, words: str, standing: Standing, claims: Sequence[Claim], **more: Any
) -> Answer:
    counted = {"category": "killed", "victims": "people"} if "measure" in more else {}
    last = max((claim.published_at.stop for claim in claims if claim.published_at), default=None)
    return Answer(
        Proposition(id_, question=question, **counted), words, standing, more.get("measure"),
        tuple(claim.id for claim in claims), LABELS, last,
    )  # fmt: skip


def lay_matter(
    desk: FakeDesk,
    family: str,
    heading: str,
    answers: Sequence[Answer],
    *,
    at: Place | None = None,
    on: str = "",
) -> None:
    ids = {id_ for one in answers for id_ in one.claims}
    claims = tuple(claim for claim in desk.made if claim.id in ids)
    first = min(claims, key=lambda claim: claim.published_at.stop if claim.published_at else "~")
    last = max((one.changed_at for one in answers if one.changed_at), default=None)
    when = day(on) if on else None
    desk.matters.append(Dossier(first.id, family, heading, at, when, tuple(answers), claims, last))


DALAN = Place(Span(0, 5), "Dalan", "Dalan", None, None, None, "Karvia", "South", "town", 1.0)


def make_desk() -> FakeDesk:
    desk = FakeDesk()
    lay_dalan(desk)
    lay_hasko(desk)
    lay_rest(desk)
    return desk


def lay_dalan(desk: FakeDesk) -> None:
    say = desk.say
    saw = say(
        "d01", "I saw two jets come over the ridge, and then the roof was gone", SOLEN, direct=True
    )
    copy = say(
        "d02", "I saw two jets come over the ridge, and then the roof was gone", SOLEN, direct=True
    )
    names = say("d04", "it had recorded the names of 18 people killed in the air strike on Dalan", MONITOR,
                type="killed", counts=[count(18, 18, "exact", "18 people")])  # fmt: skip
    below = say("d05", "the blast had come from below", VAYL, stance="asserts", evidence=(
        Evidence("photo", Span(0, 0), "photographs posted on social media"),))  # fmt: skip
    blame = say(
        "d01", "the northern air force of carrying out the attack", COUNCIL, stance="accuses"
    )
    doubt = say("d04", "its aircraft had bombed Dalan", ARMY, stance="denies")
    brandt = say("d06", "the north for the attack", BRANDT, stance="accuses")
    jets = say("d07", "northern aircraft had carried out the attack", MONITOR)
    dreve = say("d08", "Our air force did not strike Dalan on Monday or on any other day", DREVE,
                stance="denies", direct=True)  # fmt: skip
    never = say(
        "d08",
        "the north had never attacked civilians and never would",
        DREVE,
        stance="denies",
        scope="generic",
    )
    toll = say("d01", "at least 40 people were killed", LINT, type="killed",
               counts=[count(40, None, "at_least", "at least 40 people")])  # fmt: skip
    again = say("d02", "at least 40 people were killed", LINT, type="killed",
                counts=[count(40, None, "at_least", "at least 40 people")])  # fmt: skip
    dozens = say("d01", "dozens of people were dead", RESCUERS, type="killed",
                 counts=[count(24, None, "vague", "dozens of people")])  # fmt: skip
    more = say(
        "d07",
        "killed 31 people, including nine children",
        MONITOR,
        type="killed",
        counts=[
            count(31, 31, "exact", "31 people"),
            count(9, 9, "exact", "nine children", "children", scope="part"),
        ],
    )
    bodies = say("d07", "the hospital had received 27 bodies", REVE, type="killed",
                 counts=[count(27, 27, "exact", "27 bodies")])  # fmt: skip
    gas = say(
        "d07",
        "the doctors could not tell whether gas had been used",
        REVE,
        type="chemical_weapon",
        stance="unclear",
    )
    burns = say(
        "d12", "many of the dead had burns from rocket fuel", RADIO, MEDIC, type="explosion"
    )
    rescue = "unnamed/Rescue workers/Meridian Wire"
    monitor, council, ministry = "karvia_rights_monitor", "southern_council", "north_mod"
    lay_matter(desk, "attack", "Air strike on Dalan", [
        answer("p1", "happened", "Dalan was bombed from the air on 3 March", Standing(
            "corroborated_denied", 2, 2, ("person/marit-solen", monitor), (ministry,), (("for", council),), (),
            ("person/marit-solen", monitor), 4), [saw, copy, names, below]),
        answer("p2", "who_did_it", "the north bombed Dalan", Standing(
            "disputed", 1, 1, (monitor,), (ministry,), (("for", council), ("for", "vessia")), (ministry,),
            (monitor,), 6), [blame, doubt, brandt, jets, dreve, never]),
        answer("p3", "how_many", "people were killed in Dalan", Standing(
            "corroborated", 2, 3, (monitor, "dalan_district_hospital", rescue), (), (("for", council),), (),
            (monitor, "dalan_district_hospital"), 5), [toll, again, dozens, names, more, bodies],
            measure=Range(27, 27, 40, True, (("south", 40, None),), (monitor, "dalan_district_hospital", council),
                          (monitor, "dalan_district_hospital", council), (("passed", rescue),))),
        answer("p4", "with_what", "gas was used", Standing("unclear", reports=1), [gas]),
        answer("p5", "with_what", "rocket fuel burned", Standing(
            "no_basis", 0, 1, ("unnamed/a medic/State radio in the north",), (), (), (), (), 1), [burns]),
    ], at=DALAN, on="2031-03-03")  # fmt: skip


def lay_hasko(desk: FakeDesk) -> None:
    say = desk.say
    dead = say("d09", "was killed on Wednesday in fighting for Karez pass", TWO_PEOPLE, type="killed",
               roles={"victim": "Petr Hasko"}, on="2031-03-05")  # fmt: skip
    back = say("d13", "that Commander Petr Hasko was killed at Karez pass", type="killed", stance="retracts",
               roles={"victim": "Petr Hasko"})  # fmt: skip
    alive = say("d11", "I am alive, and my men are standing on the pass as we speak", HASKO, type="alive",
                direct=True, roles={"victim": "Petr Hasko"})  # fmt: skip
    seen = say("d13", "saw him alive and unhurt", type="alive", roles={"victim": "Petr Hasko"})
    office = say(
        "d09",
        "He has led the defence of the pass since January",
        type="office",
        roles={"holder": "Petr Hasko"},
    )
    people = "unnamed/two people close to the force/Coastal Standard"
    lay_matter(desk, "fate", "Petr Hasko killed at Karez pass", [
        answer("p6", "happened", "Petr Hasko was killed at Karez pass", Standing(
            "retracted", 0, 0, (), ("south_defence_force",), (), (), (people,), 2), [dead, back]),
        answer("p7", "happened", "Petr Hasko is alive", Standing(
            "corroborated", 2, 2, ("south_defence_force", "own/Coastal Standard"), (), (), (),
            ("own/Coastal Standard",), 2), [alive, seen]),
    ], on="2031-03-05")  # fmt: skip
    lay_matter(desk, "state", "Petr Hasko’s office", [
        answer("p8", "happened", "Petr Hasko leads the defence of Karez pass", Standing(
            "no_basis", 0, 1, ("own/Coastal Standard",), reports=1), [office])])  # fmt: skip


def lay_rest(desk: FakeDesk) -> None:
    say = desk.say
    arms = say(
        "d06",
        "Vessia had delivered weapons to the Southern Council",
        BRANDT,
        type="aid",
        stance="denies",
    )
    missing = say("d07", "nobody at the station had heard from her since the attack", ASKE, type="missing",
                  roles={"victim": "Lena Varo"})  # fmt: skip
    inquiry = say(
        "d06",
        "an international inquiry",
        BRANDT,
        type="said",
        stance="calls_for",
        modality="called_for",
    )
    closed = say("d14", "the matter was closed", DREVE, type="said")
    caught = say("d09", "about 30 southern fighters had been captured",
                 source("A northern officer", naming="unnamed", organisation="north_mod"), type="captured",
                 hedges=["about"], counts=[replace(count(27, 33, "about", "about 30 southern fighters", "fighters"),
                                                   categories=("captured",))])  # fmt: skip
    clerk = source("A clerk", naming="unnamed")
    grain = say("h01", "\u202egrain\u202c burned", clerk, type="property_damage")
    burned = say("h01", "wrote that \u202egrain", clerk, type="said")
    lay_matter(desk, "politics", "Weapons for the Southern Council from Vessia", [
        answer("p9", "happened", "Vessia delivered weapons to the Southern Council", Standing(
            "denied", 0, 0, (), ("vessia",), (), (), ("vessia",), 1), [arms])])  # fmt: skip
    lay_matter(desk, "fate", "Lena Varo missing in Dalan", [
        answer("p10", "happened", "Lena Varo is missing", Standing(
            "single_source", 1, 1, ("radio_dalan",), no_party=("radio_dalan",), reports=1), [missing])])  # fmt: skip
    lay_matter(
        desk,
        "said",
        "Helena Brandt calls for an inquiry",
        [answer("p11", "what_was_said", "an international inquiry", Standing("none"), [inquiry])],
    )
    lay_matter(
        desk,
        "said",
        "Ilan Dreve on the pass",
        [answer("p12", "what_was_said", "the matter was closed", Standing("none"), [closed])],
    )
    captured = replace(
        Proposition("p13", question="how_many"), category="captured", victims="fighters"
    )
    one = answer("p13", "how_many", "southern fighters were captured at Karez pass", Standing(
        "one_side", 0, 1, ("north_mod",), reports=1), [caught],
        measure=Range(27, None, 33, False, (("north", 27, 33),), (), ("north_mod",)))  # fmt: skip
    lay_matter(
        desk,
        "fate",
        "Southern fighters captured at Karez pass",
        [replace(one, proposition=captured)],
    )
    lay_matter(desk, "attack", "Grain <b>burned</b>", [
        answer("p14", "happened", "grain burned", Standing(
            "no_basis", 0, 1, ("unnamed/A clerk/River & Son",), reports=1), [grain, burned])])  # fmt: skip
