"""The annotations of one report in, the same with ids, places on earth and sources out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.resolve.event.captives import name_captives
from sayso.resolve.event.carried_times import carry_times
from sayso.resolve.event.healers import without_healers
from sayso.resolve.event.own import name_own
from sayso.resolve.event.owned_deeds import name_owners
from sayso.resolve.event.told_days import settle_told_days
from sayso.resolve.labels import find_labels, join_labels
from sayso.resolve.name.aliases import mark_aliases
from sayso.resolve.name.antecedents import find_antecedents
from sayso.resolve.name.called_again import call_alike
from sayso.resolve.name.called_bodies import name_called
from sayso.resolve.name.calling import find_name_calling
from sayso.resolve.name.leads import name_leads
from sayso.resolve.name.names import follow_antecedents, name_entities
from sayso.resolve.name.references import load_references
from sayso.resolve.name.scenes import scene_of
from sayso.resolve.parties import Register
from sayso.resolve.place.carried_places import carry_places
from sayso.resolve.place.dateline_places import place_by_dateline
from sayso.resolve.place.gazetteer import Gazetteer
from sayso.resolve.place.governments import find_acting, find_governments, name_governments
from sayso.resolve.place.loose_places import drop_loose_places
from sayso.resolve.place.only_places import place_in_only
from sayso.resolve.place.places import resolve_places
from sayso.resolve.place.places_of_tellers import place_by_officers, place_by_tellers
from sayso.resolve.place.sites import settle_sites
from sayso.resolve.place.spotting import settle_places, spot_places
from sayso.resolve.source.both_sides import part_sides
from sayso.resolve.source.documents import of_maker
from sayso.resolve.source.one_kind import with_one_kind
from sayso.resolve.source.sources import (
    Describer,
    as_some_one,
    day_of,
    describe,
    describe_mention,
    is_name_of,
    roles_by_person,
    said_in_full,
)
from sayso.resolve.source.spoken_for import named_groups
from sayso.resolve.workmates import place_member, place_workmate
from sayso.types import Annotations, Attribution, Event, Mention, Place, Report, Role, Span

_RELATIVE = re.compile(r",? (?:who|whose|which)\b", re.IGNORECASE)
_SEEING = re.compile(r"\b(?:I|[Ww]e) (?:saw|heard|watched|felt|found|counted)\b")


@dataclass(frozen=True, slots=True)
class World:
    """What the rooms up to here do not know: places on earth, and who belongs to whom."""

    gazetteer: Gazetteer
    register: Register


def resolve(annotations: Annotations, report: Report, world: World) -> Annotations:
    """Who, where and for whom: every reference that the report and the world settle is set."""
    annotations = find_places(annotations, report, world)
    speakers = {a.source.span for a in annotations.attributions if a.source is not None}
    capitals = find_governments(report.text, annotations.places, speakers, world.gazetteer)
    acting = find_acting(report.text, annotations.places, annotations.events, speakers)
    annotations = settle_places(
        name_governments(annotations, capitals, world.gazetteer, world.register, acting=acting),
        world.gazetteer,
        but_not={*capitals, *acting},
    )
    kin = {r.filler.span for e in annotations.events for r in e.roles if r.name == "kin"}
    relatives = {
        r.filler.span for e in annotations.events if e.type == "kinship" for r in e.roles if r.name == "person"
    }  # fmt: skip
    marked = mark_aliases(annotations.mentions, report.text)
    named = name_entities(marked, world.register, report.text, relatives)
    named = name_called(named, world.register, report.text)
    scene = scene_of(annotations, report.text, in_passing=kin)
    mentions = follow_antecedents(named, find_antecedents(named, scene))
    by_span = {m.span: m for m in mentions}
    events = tuple(_with_entities(event, by_span) for event in annotations.events)
    events = tuple(e for event in events for e in _of_people(event) if not _is_of_himself(e))
    events = name_owners(name_captives(events, report.text), mentions, world.register, report.text)
    about = Describer(
        register=world.register,
        roles=_roles(annotations.attributions, events, by_span, report.text),
        day=day_of(report.published_at),
        outlet=report.outlet,
        groups=named_groups(mentions),
    )
    said = with_one_kind(annotations.attributions, by_span)
    attributions = tuple(_attribution(a, said, by_span, report, about) for a in said)
    attributions = name_leads(call_alike(attributions), events, report.text)
    events = name_own(events, attributions, world.register, report.text)
    attributions, events = part_sides(attributions, events, mentions, world.register)
    events, labels = find_labels(events, attributions, world.register, mentions)
    events = without_healers([_with_each_once(event) for event in events], report.text)
    return replace(
        annotations,
        mentions=mentions,
        events=tuple(
            _with_each_once(event)
            for event in _set_out(events, annotations, attributions, report.text, world)
        ),
        attributions=attributions,
        labels=join_labels(labels, find_name_calling(report.text, mentions, attributions)),
    )


def _set_out(
    events: Sequence[Event],
    annotations: Annotations,
    attributions: tuple[Attribution, ...],
    text: str,
    world: World,
) -> tuple[Event, ...]:
    """The events with their places, as far as words that point back tell them."""
    told = replace(annotations, attributions=attributions)
    settled = settle_sites(_without_namesakes(events, told, world.register), told, text)
    placed = place_by_tellers(carry_places(settled, told), told, text)
    placed = place_by_officers(placed, told, text)
    placed = place_by_dateline(placed, told, text, world.gazetteer.named)
    kept = drop_loose_places(place_in_only(placed, told, text), told, text)
    return carry_times(settle_told_days(kept, told, text), told, text)


def find_places(annotations: Annotations, report: Report, world: World) -> Annotations:
    """The places that the text names and where on earth they are; it needs the marks alone."""
    annotations = spot_places(annotations, report, world.gazetteer, world.register)
    places = resolve_places(annotations.places, report, world.gazetteer)
    known = (
        old if _is_body(old, new, world) else new
        for old, new in zip(annotations.places, places, strict=True)
    )
    return replace(annotations, places=tuple(known))


def _is_body(named: Place, found: Place, world: World) -> bool:
    """A body that is named like a place far off; what the user's own table holds is a place."""
    if found.level == "country" or world.register.party_of(named.words) is None:
        return False
    return not any(row.origin == "extra" for row in world.gazetteer.named(named.words)[:1])


def _with_entities(event: Event, by_span: Mapping[Span, Mention]) -> Event:
    roles = (Role(r.name, by_span.get(r.filler.span, r.filler)) for r in event.roles)
    return replace(event, roles=tuple(_as_person(role) for role in roles))


def _as_person(role: Role) -> Role:
    """'The governor was wounded': the man, and not his office, for which he may speak."""
    whom = role.filler
    is_office = whom.kind == "role" and (whom.entity or "").startswith("group/")
    is_hurt = role.name == "victim" and is_office
    return replace(role, filler=replace(whom, entity=None, name=None)) if is_hurt else role


def _with_each_once(event: Event) -> Event:
    """'Her fighters had left it': whom 'it' was taken for is not what they left; whose dead they are
    did not kill them; nobody is the body that he leads."""
    pronouns = load_references().pronouns
    losers = {r.filler.entity for r in event.roles if r.name == "group"} - {None}
    holders = {r.filler.entity for r in event.roles if r.name == "holder"} - {None}
    apart = {"actor": losers, "group": holders}
    roles = [r for r in event.roles if r.filler.entity not in apart.get(r.name, ())]

    def whom(role: Role) -> object:
        return role.filler.entity or role.filler.means or role.filler.span

    def is_doubled(role: Role) -> bool:
        words = role.filler.words.lower()
        others = [r for r in roles if r is not role and whom(r) == whom(role)]
        told = any(other.filler.words.lower() not in pronouns for other in others)
        return words in pronouns and not words.endswith("self") and told

    return replace(event, roles=tuple(r for r in roles if not is_doubled(r)))


def _is_of_himself(event: Event) -> bool:
    """Nobody is his own cousin: whose kin he is was misread, and that is no claim."""
    if event.type != "kinship":
        return False
    persons = {r.filler.entity for r in event.roles if r.name == "person"} - {None}
    return bool(persons & {r.filler.entity for r in event.roles if r.name == "kin"})


def _of_people(event: Event) -> Iterator[Event]:
    """'The brother of Washington', where that is the town: a place has no kin."""
    people = [r for r in event.roles if not (r.filler.entity or "").startswith("place/")]
    if event.type != "kinship" or len(people) == len(event.roles):
        yield event
    elif {r.name for r in people} == {"person", "kin"}:
        yield replace(event, roles=tuple(people))


def _roles(
    attributions: Sequence[Attribution],
    events: Sequence[Event],
    by_span: Mapping[Span, Mention],
    text: str,
) -> Mapping[str, str]:
    told: list[tuple[str, str]] = []
    for attribution in attributions:
        source = by_span.get(attribution.source.span) if attribution.source is not None else None
        if source is not None and source.kind == "person" and source.entity is not None:
            told += [
                (source.entity, _RELATIVE.split(span.of(text))[0])
                for span in attribution.source_words
            ]
            if any(_SEEING.search(span.of(text)) for span in attribution.content):
                told.append((source.entity, "witness"))
    for event in events:
        if event.type in {"office", "occupation", "membership"} and not event.background:
            told += [
                (r.filler.entity, event.trigger.of(text))
                for r in event.roles
                if r.name == "holder" and r.filler.entity
            ]
    return roles_by_person(told)


def _attribution(
    attribution: Attribution,
    others: Sequence[Attribution],
    by_span: Mapping[Span, Mention],
    report: Report,
    about: Describer,
) -> Attribution:
    source = attribution.source
    resolved = by_span.get(source.span, source) if source is not None else None
    named = replace(attribution, source=resolved)
    heard = attribution.heard_by
    relay = (
        describe_mention(by_span.get(heard.span, heard), heard.words, about)
        if heard is not None
        else None
    )
    if relay is not None and not _passes_on(relay.kind, relay.label, report.outlet):
        relay = None
    in_full = said_in_full(named, others, by_span, report.text)
    step = describe(in_full, report.text, about)
    if source is not None:
        step = as_some_one(step, " ".join(s.of(report.text) for s in attribution.source_words))
        step = place_workmate(step, source.span, by_span.values(), report.text, about.register)
        whole = source.span if resolved is None else resolved.means or source.span
        step = place_member(step, whole, list(by_span.values()), report.text, about.register)
    if step is not None:
        step = of_maker(step, in_full, list(by_span.values()), report.text, about)
    return replace(named, said_by=step, relayed_by=relay)


def _passes_on(kind: str, label: str, outlet: str | None) -> bool:
    """Whether who was told is another outlet that the words came through."""
    return kind in {"outlet", "agency"} and not is_name_of(label, outlet)


def _without_namesakes(
    events: Sequence[Event], annotations: Annotations, register: Register
) -> tuple[Event, ...]:
    """No event lies in a party or a person that was taken for a place and is none on earth."""
    others = {m.words for m in annotations.mentions if m.kind in {"person", "group"}}

    def is_none(at: int | None) -> bool:
        place = annotations.places[at] if at is not None else None
        if place is None:
            return False
        is_somebody = register.speaker_for(place.words) is not None
        if is_somebody or place.latitude is not None or place.name is not None:
            return is_somebody  # "the men of Odas": no place, where Odas is known
        return place.words in others or register.party_of(place.words) is not None

    return tuple(replace(e, place=None) if is_none(e.place) else e for e in events)
