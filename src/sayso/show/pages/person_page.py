"""An entity in; what is told of a person and what the person says out. Also the list of people."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sayso.event_types import load_event_types
from sayso.show.pages.asking import Ask, Page
from sayso.show.pages.cards import Card, Maker, make_maker, person_of, published_key
from sayso.types import Claim

# What a reader asks of a person first; types of other families come after.
FIRST = ("fate", "whereabouts", "state")


@dataclass(frozen=True, slots=True)
class Entry:
    """One person in a list. `told`: the types of what is told of the person, each once."""

    name: str
    address: str
    told: tuple[str, ...]
    told_claims: int
    spoke_claims: int


def show_person(ask: Ask) -> Page:
    """`/person/{entity}`. raises: NotInLedger"""
    person = ask.desk.person(ask.path["entity"], as_of=ask.moment.as_of, clock=ask.moment.clock)
    maker = make_maker(ask)
    name = person.names[0] if person.names else person.entity
    told = {claim.id for claim in person.told}
    return Page(
        "person.html",
        name,
        {
            "name": name,
            "names": person.names[1:],
            "told": tuple(tell_by_type(person.told, maker)),
            "spoke": maker.make_all(sorted(person.spoke, key=time_key), told),
        },
    )


def tell_by_type(claims: Iterable[Claim], maker: Maker) -> Iterator[tuple[str, tuple[Card, ...]]]:
    """Each type with its claims, in the order of the events' own times."""
    by_type: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_type[claim.event.type].append(claim)
    for kind in sorted(by_type, key=lambda kind: (_rank(kind), min(map(time_key, by_type[kind])))):
        yield name_type(kind), maker.make_all(sorted(by_type[kind], key=time_key))


def name_type(kind: str) -> str:
    return kind.replace("_", " ").capitalize()


def _rank(kind: str) -> int:
    row = load_event_types().get(kind)
    family = row.family if row else ""
    return FIRST.index(family) if family in FIRST else len(FIRST)


def time_key(claim: Claim) -> tuple[str, bool, str, str]:
    """By the time of the event, else of the report; what has neither comes last."""
    undated, out = published_key(claim)
    told = claim.when.interval.start if claim.when and claim.when.interval else out
    return (told or "~", undated, out, claim.id)


def show_people(ask: Ask) -> Page:
    """`/people`: persons named in claims, by name; and what is said of who people are."""
    dossiers = ask.dossiers()
    told, spoke, names = gather_people(claim for one in dossiers for claim in one.claims)
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
        if one.family == "state" and not any(any(people_in(claim)) for claim in one.claims)
    ]
    return Page("people.html", "People", {"entries": entries, "states": states})


People = Mapping[str, list[Claim]]


def gather_people(claims: Iterable[Claim]) -> tuple[People, People, Mapping[str, str]]:
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
