"""An entity in; all that is told of a person, and who else it may be, out. Also the list of people."""

import shlex
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.notes import Judgement
from sayso.show.called import HEADING, Called, describe_called
from sayso.show.group_sheets import list_groups
from sayso.show.pages.asking import Ask, Page
from sayso.show.pages.cards import Card, Maker, make_maker, person_of
from sayso.show.person_printing import SAMENESS, describe_at
from sayso.show.person_states import Part
from sayso.show.persons import PARTS, Other, Row, Sheet, Told, conflicts, make_sheet
from sayso.show.wording import STATUSES, StatusWords, describe_date, describe_time, write_claim_lead
from sayso.types import Claim
from sayso.weigh.privacy import PERSON

SHOWN = 3  # lines of an account of fate or whereabouts that stand open; the rest unfolds
STATED = 1  # the same of what the person is (office, kin, age) and does
ROWS = 6  # accounts of one part besides fate and whereabouts that stand open, the most told first
SAID = 8  # the same of what the person says
STATES = frozenset({"roles", "groups", "kin", "age"})
LIVES = frozenset({"fate", "whereabouts"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One person in a list. `told`: the types of what is told of the person, each once."""

    name: str
    address: str
    told: tuple[str, ...]
    told_claims: int
    spoke_claims: int


@dataclass(frozen=True, slots=True)
class GroupLink:
    """One group in a list."""

    name: str
    address: str
    claims: int


@dataclass(frozen=True, slots=True)
class Line:
    """One claim on the person. is_first: it stands here first on the page, and bears its id."""

    card: Card
    at: str
    under: str | None
    is_first: bool


@dataclass(frozen=True, slots=True)
class Account:
    """One thing that is told, with all who tell it; `against`: what it cannot hold together with."""

    words: str
    address: str | None
    is_former: bool
    status: StatusWords | None
    against: str
    lines: tuple[Line, ...]
    more: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """One claim as a row of a table: when, who says so, and what it tells."""

    at: str
    who: str
    words: tuple[str, ...]
    claim: str


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the page; accounts that exclude each other are in one group.

    moments: all that is told in the order of time; empty: there is one account only
    """

    id: str
    heading: str
    groups: tuple[tuple[Account, ...], ...]
    more: tuple[tuple[Account, ...], ...] = ()
    moments: tuple[Moment, ...] = ()


@dataclass(frozen=True, slots=True)
class Namesake:
    """Another person that this one is, or may be; `commands`: what undoes or makes the link."""

    name: str
    address: str
    how: str
    score: str
    why: str
    judged: Judgement | None
    judged_at: str | None
    commands: tuple[tuple[str, str], ...]


def show_person(ask: Ask) -> Page:
    """`/person/{entity}`, or what of the id follows "person/". raises: NotInLedger"""
    moment = ask.moment
    entity = ask.path["entity"]
    entity = entity if "/" in entity else f"{PERSON}{entity}"
    sheet = make_sheet(ask.desk, entity, as_of=moment.as_of, clock=moment.clock)
    drawer = Drawer(make_maker(ask), set())
    # Fate first, so that a claim's own address leads there and not to an office told beside it.
    order = sorted(PARTS, key=lambda part: part not in LIVES)
    drawn = {part: drawer.draw(sheet, part) for part in order if sheet.parts[part]}
    sections = tuple(drawn[part] for part in PARTS if part in drawn)
    says = drawer.lines(sheet.says)
    return Page(
        "person.html",
        sheet.name,
        {
            "name": sheet.name,
            "address": moment.link(f"/person/{sheet.entity}"),
            "names": sheet.names,
            "others": tuple(_namesake(ask, sheet, other) for other in sheet.others),
            "states": [one for one in sections if one.id in STATES],
            "sections": [one for one in sections if one.id not in STATES],
            "says": says[:SAID],
            "says_more": says[SAID:],
            "called_heading": HEADING,
            "called": lead_to_reports(sheet.called, moment.link),
            "named": [
                (one, describe_date(one.published_at), moment.link(f"/report/{one.report}"))
                for one in sheet.named
            ],
            "borrowed": any(line.under for line in _lines_of(sections)),
        },
    )


def lead_to_reports(
    called: Iterable[Called], link: Callable[[str], str]
) -> list[tuple[Called, str, str]]:
    """What others call somebody, with its lead and the address of its report."""
    return [(one, describe_called(one), link(f"/report/{one.report}")) for one in called]


def _lines_of(sections: Iterable[Section]) -> Iterator[Line]:
    for section in sections:
        for group in (*section.groups, *section.more):
            for account in group:
                yield from (*account.lines, *account.more)


@dataclass(frozen=True, slots=True)
class Drawer:
    """What drawing needs; `seen`: the claims that stand on the page so far."""

    maker: Maker
    seen: set[str]

    def draw(self, sheet: Sheet, part: Part) -> Section:
        rows = sheet.parts[part]
        if part not in LIVES:
            rows = tuple(sorted(rows, key=lambda row: -len(row.told)))
        names = {row.key: row.words for row in rows}
        most = SHOWN if part in LIVES else STATED
        groups = tuple(
            tuple(self.account(row, names, most, tell_against=len(group) > 2) for row in group)
            for group in conflicts(rows)
        )
        if part in LIVES:
            moments = self.moments(rows) if len(rows) > 1 else ()
            return Section(part, PARTS[part], groups, moments=moments)
        return Section(part, PARTS[part], groups[:ROWS], groups[ROWS:])

    def moments(self, rows: Sequence[Row]) -> tuple[Moment, ...]:
        """Each claim once, with all that it tells."""
        words: dict[str, list[str]] = defaultdict(list)
        told = {one.claim.id: one for row in rows for one in row.told}
        for row in rows:
            for one in row.told:
                words[one.claim.id].append(row.words)
        ordered = sorted(
            told.values(), key=lambda one: (one.at is None, one.at or "", one.claim.id)
        )
        return tuple(
            Moment(
                describe_at(one),
                _write_who(one.claim),
                tuple(words[one.claim.id]),
                one.claim.id,
            )
            for one in ordered
        )

    def account(
        self, row: Row, names: Mapping[str, str], most: int, *, tell_against: bool
    ) -> Account:
        lines = self.lines(row.told)
        shown = most if len(lines) > most + 1 or most == STATED else most + 1
        against = [f"“{names[key]}”" for key in row.against if key in names]
        return Account(
            words=row.words,
            address=self.maker.moment.link(address_of(row.other)) if row.other else None,
            is_former=row.is_former,
            status=STATUSES[row.status] if row.status not in (None, "none") else None,
            against=", ".join(against) if tell_against else "",
            lines=lines[:shown],
            more=lines[shown:],
        )

    def lines(self, told: Sequence[Told]) -> tuple[Line, ...]:
        drawn = []
        for one in told:
            card = self.maker.make(one.claim)
            drawn.append(Line(card, describe_at(one), one.under, card.id not in self.seen))
            self.seen.add(card.id)
        return tuple(drawn)


def address_of(entity: str) -> str:
    """The page of a person or a group."""
    return f"/group/{entity}" if entity.startswith("group/") else f"/person/{entity}"


def _write_who(claim: Claim) -> str:
    negative = ", in the negative" if claim.event.negated else ""
    return f"{write_claim_lead(claim).rstrip(':')}{negative}"


def _namesake(ask: Ask, sheet: Sheet, other: Other) -> Namesake:
    link, judged = other.link, other.judged
    return Namesake(
        name=other.name,
        address=ask.moment.link(f"/person/{link.entity}"),
        how=SAMENESS[link.verdict],
        score=f"{link.score:.2f}",
        why=link.why,
        judged=judged,
        judged_at=describe_time(judged.at) if judged is not None else None,
        commands=tuple(_commands(sheet.entity, other)),
    )


def _commands(entity: str, other: Other) -> Iterator[tuple[str, str]]:
    """What to type to change the link: for whom the link is wrong, and for whom it is right."""
    signed = '--by "YOUR NAME" --why "YOUR REASON"'
    if other.judged is not None:
        yield "To take that back", f"sayso judge --take-back {other.judged.id} {signed}"
        return
    pair = f"sayso judge {shlex.quote(entity)} --as {{}} --other {shlex.quote(other.link.entity)}"
    if other.link.verdict != "different":
        yield "If they are two", f"{pair.format('different')} {signed}"
    if other.link.verdict != "same":
        yield "If they are one", f"{pair.format('same')} {signed}"


def name_type(kind: str) -> str:
    return kind.replace("_", " ").capitalize()


def show_people(ask: Ask) -> Page:
    """`/people`: persons named in claims, by name; and what is said of who people are."""
    dossiers = ask.dossiers()
    told, spoke, names = sort_by_person(claim for one in dossiers for claim in one.claims)
    entries = [
        Entry(
            name=names[entity],
            address=ask.moment.link(f"/person/{entity}"),
            told=tuple(
                dict.fromkeys(name_type(claim.event.type) for claim in told.get(entity, ()))
            ),
            told_claims=len(told.get(entity, ())),
            spoke_claims=len(spoke.get(entity, ())),
        )
        for entity in sorted(names, key=lambda entity: names[entity].casefold())
    ]
    maker = make_maker(ask)
    states = [
        (one.heading, maker.make_all(one.claims))
        for one in dossiers
        if one.family == "state" and not any(_has_page(claim) for claim in one.claims)
    ]
    groups = [
        GroupLink(one.name, ask.moment.link(f"/group/{one.entity}"), one.claims)
        for one in list_groups(ask.desk, as_of=ask.moment.as_of, clock=ask.moment.clock)
    ]
    return Page("people.html", "People", {"entries": entries, "groups": groups, "states": states})


def _has_page(claim: Claim) -> bool:
    fillers = (role.filler.entity or "" for role in claim.event.roles)
    return any(people_in(claim)) or any(entity.startswith("group/") for entity in fillers)


People = Mapping[str, list[Claim]]


def sort_by_person(claims: Iterable[Claim]) -> tuple[People, People, Mapping[str, str]]:
    """What is told of each named person, what each says, and the longest name of each."""
    told: dict[str, list[Claim]] = defaultdict(list)
    spoke: dict[str, list[Claim]] = defaultdict(list)
    names: dict[str, str] = {}
    for claim in {claim.id: claim for claim in claims}.values():
        speaker = claim.chain[-1] if claim.chain else None
        entity = person_of(speaker) if speaker else None
        if speaker and entity:
            spoke[entity].append(claim)
            names[entity] = max(names.get(entity, ""), speaker.label, key=len)
        for entity, name in people_in(claim):
            told[entity].append(claim)
            names[entity] = max(names.get(entity, ""), name, key=len)
    return told, spoke, names


def people_in(claim: Claim) -> Iterator[tuple[str, str]]:
    """The named persons whom an event is about, once each; its speaker is not."""
    fillers = (role.filler for role in claim.event.roles if role.name != "speaker")
    found = {f.entity: f.name or f.words for f in fillers if f.kind == "person" and f.entity}
    yield from ((entity, name) for entity, name in found.items() if entity.startswith("person/"))
