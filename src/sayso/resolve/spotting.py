"""A text and the gazetteer in, places out that grammar alone did not know for places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.resolve.gazetteer import Gazetteer
from sayso.resolve.parties import Register
from sayso.types import Annotations, Event, Mention, Place, Report, Span

_NAMES = re.compile(
    r"[A-Z\u00c0-\u00de][\w’'-]+(?: [A-Z\u00c0-\u00de][\w’'-]+){0,3}"
    r"(?: (?:pass|valley|river|bridge|province|district|redoubt|heights|strait))?"
)
PROMINENT = (
    100_000  # inhabitants from which a lone name that no grammar places is taken for the town
)
_PLACED_ROLES = ("place", "target", "to", "from", "topic")
_GENERIC = re.compile(
    r"^(?:the|this|that) (?:\w+ )?"
    r"(town|city|village|valley|pass|district|province|capital|island|redoubt|bridge|port|fort)$",
    re.IGNORECASE,
)


def spot_places(
    annotations: Annotations, report: Report, gazetteer: Gazetteer, register: Register
) -> Annotations:
    """Add the places that only the world knows; events keep their place, or get one.

    A name of the user's own table is a place wherever it stands. Of the big gazetteer, a name
    that the parser took for an organisation is one if it is a country, province or large town.
    """
    found = {p.span: p for p in annotations.places if not _is_party(p.words, register)}
    for span in (
        *_of_user(report.text, gazetteer),
        *_of_world(annotations.mentions, gazetteer, register),
    ):
        if not any(span.meets(other) and other != span for other in found if other.covers(span)):
            found = {
                other: p for other, p in found.items() if not span.covers(other) or other == span
            }
            found.setdefault(span, _unplaced(span, report.text))
    places = tuple(found[span] for span in sorted(found))
    moved = {index: _index_of(p.span, places) for index, p in enumerate(annotations.places)}
    events = tuple(
        replace(e, place=moved[e.place] if e.place is not None else None)
        for e in annotations.events
    )
    mentions = tuple(_as_place(m, found) for m in annotations.mentions)
    return replace(annotations, places=places, events=events, mentions=mentions)


def _is_party(words: str, register: Register) -> bool:
    """A body's name is no place, whatever grammar took it for; a country's may be both."""
    party = register.party_of(words)
    return party is not None and party.kind not in {"government", "military"}


def _unplaced(span: Span, text: str) -> Place:
    return Place(span, span.of(text), None, None, None, None, None, None, None, 0.0)


def _index_of(span: Span, places: Sequence[Place]) -> int | None:
    return next((i for i, p in enumerate(places) if p.span.meets(span)), None)


def _of_user(text: str, gazetteer: Gazetteer) -> Iterator[Span]:
    if not gazetteer.has_user_rows:
        return
    for match in _NAMES.finditer(text):
        words = [*re.finditer(r"[^ ]+", match.group())]
        for first, last in _windows(len(words)):
            start, stop = match.start() + words[first].start(), match.start() + words[last].end()
            name = re.sub(r"[’']s$", "", text[start:stop])
            if any(row.origin == "extra" for row in gazetteer.named(name)[:1]):
                yield Span(start, start + len(name))
                break


def _windows(size: int) -> Iterator[tuple[int, int]]:
    """All runs of words, longest first."""
    for length in range(size, 0, -1):
        for first in range(size - length + 1):
            yield first, first + length - 1


def _of_world(
    mentions: Sequence[Mention], gazetteer: Gazetteer, register: Register
) -> Iterator[Span]:
    for mention in mentions:
        is_name = (
            mention.kind == "group" and mention.words[:1].isupper() and not mention.words.isupper()
        )
        if not is_name or register.party_of(mention.words) is not None:
            continue
        if gazetteer.country_of_demonym(mention.words) is not None:
            continue
        rows = gazetteer.named(mention.words)
        if rows and (rows[0].kind in {"country", "admin1"} or rows[0].population >= PROMINENT):
            yield mention.span


def _as_place(mention: Mention, found: dict[Span, Place]) -> Mention:
    """Mentions of a place, or of somebody named like one, are of the place."""
    is_whole = any(span == mention.span for span in found)
    is_name = mention.kind in {"group", "person"} and any(
        span.covers(mention.span) for span in found
    )
    return replace(mention, kind="place") if is_whole or is_name else mention


def settle_places(annotations: Annotations) -> Annotations:
    """Give an event without a place the one its participants, or its sentence, leave no doubt about."""
    events = tuple(_retyped(event, annotations.places) for event in annotations.events)
    annotations = replace(annotations, events=events)
    events = tuple(
        event if event.place is not None else replace(event, place=_settled(event, annotations))
        for event in annotations.events
    )
    return replace(annotations, events=events)


def _retyped(event: Event, places: Sequence[Place]) -> Event:
    """'captured Karez' takes a place where the world knows Karez for one."""
    victims = [r for r in event.roles if r.name == "victim"]
    if event.type not in {"captured", "detained"} or not victims or event.counts:
        return event
    if not any(p.span.meets(r.filler.span) for p in places for r in victims):
        return event
    names = {"actor": "holder", "victim": "place"}
    roles = tuple(replace(r, name=names[r.name]) for r in event.roles if r.name in names)
    return replace(event, type="territory_control", roles=roles)


def _settled(event: Event, annotations: Annotations) -> int | None:
    places = annotations.places
    for role in event.roles:
        if role.name in _PLACED_ROLES:
            inside = [i for i, p in enumerate(places) if role.filler.span.covers(p.span)]
            if inside:
                return inside[-1]
            generic = _GENERIC.match(role.filler.words)
            before = [
                i
                for i, p in enumerate(places)
                if p.span.start < event.trigger.start and _is(p, generic)
            ]
            if generic is not None and before:
                return before[-1]
    return _alone_in_sentence(event, annotations)


def _is(place: Place, generic: re.Match[str] | None) -> bool:
    """Whether 'the pass' may be this place: of a name that says so, or a town for a town."""
    if generic is None or place.level == "country":
        return False
    noun = generic.group(1).lower()
    return noun in place.words.lower() or (
        noun in {"town", "city", "village", "capital"} and place.level == "town"
    )


def _alone_in_sentence(event: Event, annotations: Annotations) -> int | None:
    sentence = next((s for s in annotations.sentences if s.covers(event.trigger)), None)
    if sentence is None or event.type in {"office", "occupation", "membership", "kinship", "age"}:
        return None
    speakers = [s for a in annotations.attributions for s in a.source_words]
    near = [
        i for i, p in enumerate(annotations.places)
        if sentence.covers(p.span) and p.level != "country" and not any(s.covers(p.span) for s in speakers)
    ]  # fmt: skip
    names = {annotations.places[i].name or annotations.places[i].words for i in near}
    return near[0] if len(names) == 1 else None
