"""Claims in, the named persons and bodies of each report as figures to be linked out; and who is one with whom."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.types import DESCRIBED, Claim, Mention, Sighting
from sayso.weigh.described_people import body_called, is_bodys, read_calling, read_trade
from sayso.weigh.linked_figures import Figure, NameSense, People, PeopleLink, Verdict
from sayso.weigh.minors import age_told
from sayso.weigh.stories import find_stories
from sayso.weigh.told_kin import find_kin
from sayso.weigh.traits import Key, Traits, fates_told, find_traits, unnamed_voices

_NONE: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
_THROUGH = "through another spelling"


@dataclass(frozen=True, slots=True)
class SamePerson:
    """Another entity that one is, or may be; derived, never stored.

    verdict: "same", "unsure", or "different" where names are near and yet two persons'
    """

    entity: str
    verdict: Verdict
    score: float
    why: str


def figures_in(
    claims: Iterable[Claim], sense: NameSense | None = None, seen: Iterable[Sighting] = ()
) -> tuple[Figure, ...]:
    """One figure for each person and body with a name in each report.

    sense: with it, reports are told apart by stories, so that a surname may link within one;
           without it only full names will. Unnamed sources are left out (DESIGN.md section 5,
           number 12)
    seen:  whom the reports bring up; whom no claim holds is a figure by it
    """
    told, sighted = tuple(claims), tuple(seen)
    stories = find_stories(told, sense.short, sighted) if sense is not None else {}
    names: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    sides: dict[tuple[str, str], str] = {}
    days: dict[str, str | None] = {}
    for claim in told:
        days[claim.report] = claim.published_at.start if claim.published_at is not None else None
        for entity, name, side in _named_in(claim):
            names[claim.report, entity].setdefault(_full(name, entity))
            if side is not None:
                sides[claim.report, entity] = side
    for person in sighted:
        at = person.published_at
        days[person.report] = at.start if at is not None else None
        for name in person.names:
            names[person.report, person.entity].setdefault(_full(name, person.entity))
    traits = find_traits(told) if sense is not None else {}
    called = dict(_called(sighted, traits, sense)) if sense is not None else {}
    for key in called:
        names.setdefault(key, {})
    ranks = dict(_ranks(sighted, sense)) if sense is not None else {}
    bodies = set(_bodies(names, sighted, called, sense))
    heard = {(one.report, one.entity) for one in sighted if one.speaks}
    voices = {(one.report, one.entity) for one in sighted if one.speaks and not one.names}
    born = dict(_born(told))
    kin = find_kin(told, sense) if sense is not None else {}
    trades = (
        dict(_trades(sighted, traits, unnamed_voices(told), sense)) if sense is not None else {}
    )
    for key in (*kin, *trades):
        names.setdefault(key, {})
    return tuple(
        Figure(
            id=f"{report} {entity}",
            report=report,
            kind="group" if (report, entity) in bodies else "person",
            names=tuple(sorted(found, key=lambda name: (-len(name), name))),
            story=stories.get(report),
            side=sides.get((report, entity)),
            published=days[report],
            kin=tuple(kin.get((report, entity), ())),
            born=born.get((report, entity)),
            called=called.get((report, entity), ()),
            is_source=(report, entity) in voices,
            speaks=(report, entity) in heard,
            ranks=ranks.get((report, entity), frozenset()),
            trades=trades.get((report, entity), _NONE)[0],
            words=trades.get((report, entity), _NONE)[1],
            fates=frozenset(traits[report, entity].fates if (report, entity) in traits else ())
            | fates_told(trades.get((report, entity), _NONE)[1]),
        )
        for (report, entity), found in names.items()
    )


def _called(
    seen: Iterable[Sighting], traits: Mapping[Key, Traits], sense: NameSense
) -> Iterator[tuple[Key, tuple[str, ...]]]:
    """By report and person or body, what only one of a story may be called."""
    words: dict[Key, list[str]] = defaultdict(list)
    bodies: dict[Key, list[str | None]] = defaultdict(list)
    for one in seen:
        words[one.report, one.entity] += one.called
        if one.entity.startswith("group/"):
            bodies[one.report, one.entity] += [body_called(name, sense) for name in one.names]
    for key, told in traits.items():
        words[key] += told.offices
    for key, all_ in words.items():
        read = [*(read_calling(one, sense) for one in all_), *bodies[key]]
        found = tuple(dict.fromkeys(calling for calling in read if calling is not None))
        if found:
            yield key, found


def _trades(
    seen: Iterable[Sighting],
    traits: Mapping[Key, Traits],
    voices: Iterable[tuple[str, str]],
    sense: NameSense,
) -> Iterator[tuple[Key, tuple[frozenset[str], frozenset[str]]]]:
    """By report and person, what he is or does, and what else the words for him say.

    Of nobody without a name who may be one that says something without a name.
    """
    words: dict[Key, list[str]] = defaultdict(list)
    for one in seen:
        if one.kind == "person" and not one.entity.startswith("group/"):
            words[one.report, one.entity] += one.called
    for key, told in traits.items():
        words[key] += told.words
    said: dict[str, set[str]] = defaultdict(set)
    for report, label in voices:
        trade = read_trade(label, sense)
        said[report] |= {trade[0]} if trade is not None else set()
    for key, all_ in words.items():
        read = [trade for one in all_ if (trade := read_trade(one, sense)) is not None]
        trades_said = (
            {trade for trade, _ in read} & said[key[0]] if key[1].startswith(DESCRIBED) else ()
        )
        if read and not trades_said:
            trades, more = zip(*read, strict=True)
            yield key, (frozenset(trades), frozenset().union(*more))


def _ranks(
    seen: Iterable[Sighting], sense: NameSense
) -> Iterator[tuple[tuple[str, str], frozenset[str]]]:
    for one in seen:
        found = {rank for words in one.called if (rank := sense.rank(words)) is not None}
        if found and one.kind == "person":
            yield (one.report, one.entity), frozenset(found)


def _bodies(
    entities: Iterable[tuple[str, str]],
    seen: Iterable[Sighting],
    called: Mapping[tuple[str, str], Sequence[str]],
    sense: NameSense | None,
) -> Iterator[tuple[str, str]]:
    """By report, the bodies: by their ids, by what is found of them, or by what they are called."""
    yield from (key for key in entities if key[1].startswith("group/"))
    unnamed = (one for one in seen if one.entity.startswith(DESCRIBED))
    yield from ((one.report, one.entity) for one in unnamed if one.kind == "group")
    for key, told in called.items() if sense is not None else ():
        is_told = key[1].startswith(DESCRIBED)
        if is_told and sense is not None and any(is_bodys(one, sense) for one in told):
            yield key


def _born(claims: Iterable[Claim]) -> Iterator[tuple[tuple[str, str], int]]:
    """By report and person, the year of birth that the age tells, where one does."""
    for claim in claims:
        age = age_told(claim) if claim.event.type == "age" else None
        if age is None or claim.published_at is None:
            continue
        for role in claim.event.roles:
            if role.name == "holder" and role.filler.entity is not None:
                year = int(claim.published_at.start[:4])
                yield (claim.report, role.filler.entity), year - age


def _full(name: str, entity: str) -> str:
    """The name, with what tells a father whose son of one name the report has too (`resolve.names`)."""
    return f"{name} Sr." if entity.endswith("-sr") and "Sr" not in name else name


def _named_in(claim: Claim) -> Iterator[tuple[str, str, str | None]]:
    for role in claim.event.roles:
        filler = role.filler
        if _is_linked(filler.entity) and filler.name:
            yield filler.entity or "", filler.name, None
            if _is_byname(filler):
                yield filler.entity or "", filler.words, None
    for step in claim.chain:
        if _is_linked(step.entity) and step.naming == "named":
            yield step.entity or "", step.label, step.side


def _is_byname(filler: Mention) -> bool:
    """Whether it names the person by nothing of the name: 'Abu Karez' for Karim Odas."""
    words, name = filler.words, (filler.name or "").casefold()
    is_name = filler.kind == "person" and filler.means is None and words.istitle()
    return is_name and not any(word in name for word in words.casefold().split())


def _is_linked(entity: str | None) -> bool:
    return entity is not None and entity.startswith(("person/", "group/"))


@dataclass(frozen=True, slots=True)
class Sames:
    """Links laid out by entity, so that each one asked for costs its own alone.

    direct:   by an entity and another, the link between them that tells most
    together: by entity, those in one cluster with it, itself too
    weakest:  the least score of a link of sameness
    """

    direct: Mapping[str, Mapping[str, PeopleLink]]
    together: Mapping[str, frozenset[str]]
    weakest: float


def gather_same(people: People) -> Sames:
    """Who is linked to whom, gone through once."""
    direct: dict[str, dict[str, PeopleLink]] = defaultdict(dict)
    for link in people.links:
        one, other = _entity(link.figure), _entity(link.other)
        known = direct[one].get(other)
        if one != other and (known is None or _weight(link) > _weight(known)):
            direct[one][other] = direct[other][one] = link
    together: dict[str, frozenset[str]] = defaultdict(frozenset)
    for members in people.clusters.values():
        entities = frozenset(map(_entity, members))
        for entity in entities:
            together[entity] |= entities
    weakest = min((link.score for link in people.links if link.verdict == "same"), default=0.0)
    return Sames(dict(direct), dict(together), weakest)


def same_people(entity: str, known: Sames) -> tuple[SamePerson, ...]:
    """The other entities that one is by the links, the surest first; then those that it may be."""
    direct = known.direct.get(entity, {})
    found = {other: _as_same(other, link) for other, link in direct.items()}
    for other in known.together.get(entity, frozenset()) - {entity}:
        if other not in found or found[other].verdict != "same":
            found[other] = SamePerson(other, "same", known.weakest, _THROUGH)
    order = ("same", "unsure", "different")
    return tuple(sorted(found.values(), key=lambda p: (order.index(p.verdict), -p.score, p.entity)))


def _weight(link: PeopleLink) -> tuple[bool, float]:
    return link.verdict == "same", link.score


def _as_same(other: str, link: PeopleLink) -> SamePerson:
    return SamePerson(other, link.verdict, link.score, link.why)


def _entity(figure: str) -> str:
    return figure.split(" ", 1)[1]
