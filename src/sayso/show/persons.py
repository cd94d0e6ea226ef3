"""A desk and a person in; what is told of the person, by what it answers, each with who says so, out."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from sayso.errors import NotInLedger
from sayso.event_types import load_event_types
from sayso.notes import Judgement
from sayso.resolve.name.folding import fold_name
from sayso.show.called import Called, find_called
from sayso.show.person_states import Part, State, find_states, find_voice
from sayso.show.sentences import sentence_around
from sayso.types import DESCRIBED, Claim, Interval, Sighting
from sayso.weigh.assertions import Status
from sayso.weigh.claimed_people import SamePerson
from sayso.weigh.dossiers import Answer
from sayso.weigh.matters import Matter, in_order
from sayso.weigh.weighing import weigh_matter

if TYPE_CHECKING:  # the desk brings the database with it
    from sayso.desk import Clock, Desk, Person

PARTS: Mapping[Part, str] = {
    "roles": "Roles and offices",
    "groups": "Groups and sides",
    "kin": "Kin",
    "age": "Age",
    "fate": "Fate over time",
    "whereabouts": "Whereabouts over time",
    "acts": "What else is told",
}
_LIVES = frozenset({"fate", "whereabouts"})
_HOLDS = frozenset({"victim", "person"})
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")  # being alive, or at a place, is of a day


@dataclass(frozen=True, slots=True)
class Told:
    """One claim on a person.

    at:       when, as far as it tells (UTC ISO); None: undated
    is_own:   `at` is the event's own time, not only that of the report
    under:    the other name it is told under, where a link alone puts it here
    """

    claim: Claim
    at: str | None
    is_own: bool
    under: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is told, in neutral words (never shown without who says it), with all who do.

    status:  where those who speak of it stand; None: not weighed
    against: keys of the rows of the same part that cannot hold together with it
    other:   the entity of another person whom the words name
    """

    key: str
    words: str
    told: tuple[Told, ...]
    is_former: bool = False
    status: Status | None = None
    against: tuple[str, ...] = ()
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Other:
    """Another person of the ledger that one is, or may be; `judged`: by whom, where a person said so."""

    name: str
    link: SamePerson
    judged: Judgement | None = None


@dataclass(frozen=True, slots=True)
class Description:
    """The words by which a report that does not name a person tells of her, and why she is meant."""

    words: str
    report: str
    outlet: str | None
    link: SamePerson


@dataclass(frozen=True, slots=True)
class Naming:
    """A report that brings a person up and claims nothing of her, and its words around the name."""

    report: str
    outlet: str | None
    published_at: Interval | None
    words: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """All on one person as of a time. names: each spelling with its number of claims."""

    entity: str
    name: str
    names: tuple[tuple[str, int], ...]
    others: tuple[Other, ...]
    described: tuple[Description, ...]
    parts: Mapping[Part, tuple[Row, ...]]
    says: tuple[Told, ...]
    named: tuple[Naming, ...] = ()
    called: tuple[Called, ...] = ()


def make_sheet(
    desk: "Desk", entity: str, *, as_of: str | None = None, clock: "Clock" = "published"
) -> Sheet:
    """What the ledger tells of one person; what is told of those linked as the same is marked so.

    raises: NotInLedger if nothing was known of the person by then
    """
    person = desk.person(entity, as_of=as_of, clock=clock)
    others = tuple(_others(desk, entity, as_of, clock))
    linked = [
        desk.person(other.link.entity, as_of=as_of, clock=clock)
        for other in others
        if other.link.verdict == "same"
    ]
    told = [_told(claim) for claim in person.told]
    told += [_told(claim, under=name_person(one)) for one in linked for claim in one.told]
    told = sorted({one.claim.id: one for one in reversed(told)}.values(), key=_time_key)
    says = place_in_time(person.spoke)
    known = {one.claim.report for one in (*told, *says)}
    bearers = frozenset({entity, *(one.entity for one in linked)})
    return Sheet(
        entity=entity,
        name=name_person(person),
        names=count_names(person),
        others=others,
        described=tuple(_descriptions(desk, entity, as_of, clock)),
        parts=_parts(desk, told, says, bearers, (as_of, clock)),
        says=says,
        named=tuple(_namings(desk, [person, *linked], known)),
        called=find_called(
            desk,
            bearers,
            (one.claim for one in told),
            (one for who in (person, *linked) for one in who.seen),
        ),
    )


def _namings(desk: "Desk", people: Iterable["Person"], known: set[str]) -> Iterator[Naming]:
    """Where the person is brought up and no claim tells so, once for each report."""
    seen = {one.report: one for person in people for one in person.seen}
    for one in sorted(seen.values(), key=_day_key):
        if one.report not in known:
            report = desk.report(one.report)
            words = sentence_around(report.text, one.spans[0])
            yield Naming(one.report, report.outlet, one.published_at, words)


def _day_key(one: Sighting) -> tuple[bool, str, str]:
    at = one.published_at
    return at is None, at.start if at is not None else "", one.report


def name_person(person: "Person") -> str:
    """The fullest of the names that its claims of that time give; of two, the more frequent."""
    names = count_names(person)
    return max(names, key=lambda one: (len(one[0].split()), one[1]))[0] if names else person.entity


def find_sheets(
    desk: "Desk", name: str, *, as_of: str | None = None, clock: "Clock" = "published"
) -> tuple[Sheet, ...]:
    """Of each person whose name holds all words of `name` and who was known by then, most claims first."""
    found = []
    for person in desk.people_named(name):
        try:
            found.append(make_sheet(desk, person.entity, as_of=as_of, clock=clock))
        except NotInLedger:
            continue  # not named by then
    return tuple(found)


def conflicts(rows: Sequence[Row]) -> tuple[tuple[Row, ...], ...]:
    """The rows, those that cannot hold together side by side, the earliest first."""
    by_key = {row.key: row for row in rows}
    placed: set[str] = set()
    groups = []
    for row in rows:
        group, todo = [], [row.key]
        while todo:
            key = todo.pop(0)
            if key in by_key and key not in placed:
                placed.add(key)
                group.append(by_key[key])
                todo += by_key[key].against
        if group:
            groups.append(tuple(group))
    return tuple(groups)


def _others(desk: "Desk", entity: str, as_of: str | None, clock: "Clock") -> Iterator[Other]:
    judged = {
        frozenset((one.claim, one.other)): one
        for one in desk.judgements(as_of=as_of, clock=clock)
        if one.other is not None
    }
    for link in desk.same_as(entity, as_of=as_of, clock=clock):
        if link.entity.startswith(DESCRIBED):
            continue
        try:
            other = desk.person(link.entity, as_of=as_of, clock=clock)
        except NotInLedger:
            continue
        yield Other(name_person(other), link, judged.get(frozenset((entity, link.entity))))


def _descriptions(
    desk: "Desk", entity: str, as_of: str | None, clock: "Clock"
) -> Iterator[Description]:
    """What reports that do not name the person call her: 'his mother'."""
    for link in desk.same_as(entity, as_of=as_of, clock=clock):
        if not link.entity.startswith(DESCRIBED) or link.verdict != "same":
            continue
        report_id, _, place = link.entity.removeprefix(DESCRIBED).rpartition("/")
        report = desk.report(report_id)
        start, stop = map(int, place.split("-"))
        yield Description(report.text[start:stop], report_id, report.outlet, link)


def count_names(person: "Person") -> tuple[tuple[str, int], ...]:
    """Each spelling with the number of claims that have it, the most frequent first."""
    found = Counter(
        name
        for claim in {c.id: c for c in (*person.told, *person.spoke)}.values()
        for name in {
            *(
                r.filler.name or r.filler.words
                for r in claim.event.roles
                if r.filler.entity == person.entity
            ),
            *(step.label for step in claim.chain if step.entity == person.entity),
        }
    )
    found.update({name: 0 for one in person.seen for name in one.names})
    return tuple(sorted(found.items(), key=lambda one: (-one[1], one[0])))


def _told(claim: Claim, under: str | None = None) -> Told:
    own = claim.when.interval if claim.when is not None else None
    when = own or claim.published_at
    return Told(claim, when.start if when is not None else None, own is not None, under)


def place_in_time(claims: Iterable[Claim]) -> tuple[Told, ...]:
    """The claims by when they tell of, else by when they were reported."""
    return tuple(sorted(map(_told, claims), key=_time_key))


def _time_key(told: Told) -> tuple[bool, str, str]:
    return told.at is None, told.at or "", told.claim.id


def _parts(
    desk: "Desk",
    told: Sequence[Told],
    says: Sequence[Told],
    bearers: frozenset[str],
    moment: "tuple[str | None, Clock]",
) -> Mapping[Part, tuple[Row, ...]]:
    lives = [one for one in told if _is_life(one.claim, bearers)]
    others = [one for one in told if not _is_life(one.claim, bearers)]
    states = [
        (one, state)
        for one in others
        for state in find_states(
            one.claim, bearers, desk.report(one.claim.report).text, desk.register
        )
    ]
    voices = [
        (one, voice) for one in says for voice in find_voice(one.claim, bearers, desk.register)
    ]
    found = {**_weigh(desk, lives, bearers, moment), **_rows([*states, *voices])}
    found["age"] = _mark_ages(found.get("age", ()))
    return {part: found.get(part, ()) for part in PARTS}


def _rows(states: Iterable[tuple[Told, State]]) -> dict[Part, tuple[Row, ...]]:
    """What is told in the same words is one row."""
    rows: dict[Part, dict[tuple[str, bool], Row]] = defaultdict(dict)
    for told, state in states:
        mine = rows[state.part]
        key = fold_name(state.words), state.is_former
        name = "/".join(map(str, key))
        row = mine.get(key) or Row(name, state.words, (), state.is_former, other=state.other)
        mine[key] = replace(row, told=(*row.told, told))
    return {part: tuple(mine.values()) for part, mine in rows.items()}


def _is_life(claim: Claim, bearers: frozenset[str]) -> bool:
    """Whether it tells what became of the person, or where the person is."""
    is_of_life = load_event_types()[claim.event.type].family in _LIVES
    return is_of_life and any(
        role.name in _HOLDS and role.filler.entity in bearers for role in claim.event.roles
    )


def _put_first(claim: Claim, bearers: frozenset[str]) -> Claim:
    """The claim as one on the person, though it tells of others too, or by a description."""
    roles = claim.event.roles
    mine = [r for r in roles if r.name in _HOLDS and r.filler.entity in bearers]
    rest = [role for role in roles if role not in mine]
    named = [replace(r, filler=replace(r.filler, kind="person")) for r in mine]
    return replace(claim, event=replace(claim.event, roles=(*named, *rest)))


def _weigh(
    desk: "Desk",
    lives: Sequence[Told],
    bearers: frozenset[str],
    moment: "tuple[str | None, Clock]",
) -> dict[Part, tuple[Row, ...]]:
    """Fate and whereabouts, weighed over all that is told under the names that are one."""
    as_of, clock = moment
    if not lives:
        return {}
    by_id = {one.claim.id: one for one in lives}
    matter = Matter("fate", "")
    for claim in sorted((_put_first(one.claim, bearers) for one in lives), key=in_order):
        matter.take(claim)
    parties = desk.parties(as_of=as_of, clock=clock)
    until = as_of if clock == "published" else None
    answers = weigh_matter(matter, parties, as_of=until).dossier.answers
    rows: dict[Part, list[Row]] = {"fate": [], "whereabouts": []}
    real = {a.proposition.id for a in answers if a.proposition.question in _LIVES}
    for answer in answers:
        rows[_part_of(answer)].append(_row(answer, by_id, real))
    return {part: tuple(sorted(mine, key=_row_key)) for part, mine in rows.items()}


def _row_key(row: Row) -> tuple[bool, str, str]:
    return _time_key(row.told[0])


def _part_of(answer: Answer) -> Part:
    kinds = (answer.proposition.question, answer.proposition.value.split("/")[0])
    return "whereabouts" if "whereabouts" in kinds else "fate"


def _row(answer: Answer, by_id: Mapping[str, Told], real: Collection[str]) -> Row:
    """real: the propositions on what was; what is only planned or called for excludes nothing."""
    told = sorted((by_id[claim] for claim in answer.claims), key=_time_key)
    one = answer.proposition
    value, _, day = one.value.partition("/")
    value = value.replace("_", " ")
    dated = f"{value}, {_write_day(day)}" if _DAY.fullmatch(day) else value
    by_question = {
        "fate": dated,
        "whereabouts": dated,
        "who_did_it": answer.words,
        "how_many": f"{value}, one of a number",
    }
    words = by_question.get(one.question, f"{value} ({one.question.replace('_', ' ')})")
    against = tuple(o for o in one.contradicts if o in real) if one.id in real else ()
    return Row(one.id, words, tuple(told), False, answer.standing.status, against)


def _write_day(day: str) -> str:
    at = date.fromisoformat(day)
    return f"{at.day} {at:%B} {at.year}"


def _mark_ages(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Two ages exclude each other where they lie further apart than the reports that give them."""
    marked = []
    for row in rows:
        against = tuple(other.key for other in rows if other is not row and _ages_clash(row, other))
        marked.append(replace(row, against=against))
    return tuple(marked)


def _ages_clash(one: Row, other: Row) -> bool:
    if not (one.words.isdigit() and other.words.isdigit()):
        return False
    years = [int(told.at[:4]) for row in (one, other) for told in row.told[:1] if told.at]
    between = abs(years[0] - years[-1]) if len(years) == 2 else 0
    return abs(int(one.words) - int(other.words)) > between + 1
