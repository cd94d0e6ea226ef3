"""A text and the gazetteer in, places out that grammar alone did not know for places."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from sayso.resolve.name.titles import follows_title, opens_with_title
from sayso.resolve.parties import Register
from sayso.resolve.place.code_names import is_code_name
from sayso.resolve.place.gazetteer import Gazetteer
from sayso.resolve.place.names import find_place_names
from sayso.types import Annotations, Event, Mention, Place, Report, Span

_NAMES = re.compile(
    r"[A-Z\u00c0-\u00de][\w’'-]+(?: [A-Z\u00c0-\u00de][\w’'-]+){0,3}"
    r"(?: (?:pass|valley|river|bridge|province|district|redoubt|heights|strait))?"
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
    """Set the places that the text names; events keep their place, or get one.

    A name of the user's own table is a place wherever it stands. All others are found from the
    marks alone (`place_names.py`), so that they are the same with a parse and without.
    """
    spans = [
        span
        for span in find_place_names(report.text, annotations.marks, gazetteer)
        if not _is_party(span.of(report.text), register) and not is_code_name(span, report.text)
    ]
    for span in _of_user(report.text, gazetteer):
        if not any(other.covers(span) and other != span for other in spans):
            spans = [*(other for other in spans if not span.meets(other)), span]
    places = tuple(_unplaced(span, report.text) for span in sorted(spans))
    moved = {
        index: _index_of(p.span, places, report.text) for index, p in enumerate(annotations.places)
    }
    events = tuple(
        replace(e, place=moved[e.place] if e.place is not None else None)
        for e in annotations.events
    )
    named = {p.span for p in places if gazetteer.country_of_demonym(p.words) is None}
    mentions = tuple(_as_place(m, named, report.text) for m in annotations.mentions)
    return replace(annotations, places=places, events=events, mentions=mentions)


def _is_party(words: str, register: Register) -> bool:
    """A body's name is no place, whatever grammar took it for; a country's may be both."""
    party = register.party_of(words)
    return party is not None and party.kind not in {"government", "military"}


def _unplaced(span: Span, text: str) -> Place:
    return Place(span, span.of(text), None, None, None, None, None, None, None, 0.0)


def _index_of(span: Span, places: Sequence[Place], text: str) -> int | None:
    """The first place of a mark; the last where the first has lost the apostrophe of 'Syria's Aleppo'."""
    inside = [i for i, p in enumerate(places) if p.span.meets(span)]
    if len(inside) > 1 and text[places[inside[0]].span.stop :][:2] == "s ":
        return inside[-1]
    return inside[0] if inside else None


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


def _as_place(mention: Mention, found: Collection[Span], text: str) -> Mention:
    """Mentions of a place, or of somebody named like one, are of the place."""
    is_whole = any(span == mention.span for span in found)
    is_name = mention.kind in {"group", "person"} and any(
        span.covers(mention.span) for span in found
    )
    is_titled = follows_title(mention.span, text) or opens_with_title(mention.words)
    if mention.kind == "place" and not is_whole and is_titled:
        return replace(mention, kind="person")  # "President Houston"
    return replace(mention, kind="place") if is_whole or is_name else mention


def settle_places(
    annotations: Annotations, gazetteer: Gazetteer, *, but_not: Collection[Span] = ()
) -> Annotations:
    """Give an event without a place the one its participants leave no doubt about.

    Not the only town of its sentence: that was wrong in nine cases of ten (`bench.events`, place).
    What only says whose something is ('Karez Police', 'Iraqi forces') is no event's place.
    but_not: names of places that stand for something else here ('Moscow denied it')
    """
    own = {p.span for p in annotations.places if _is_whose(p, annotations.marks, gazetteer)}
    own |= set(but_not)
    events = tuple(_retyped(event, annotations.places) for event in annotations.events)
    annotations = replace(annotations, events=events)
    events = tuple(
        event
        if event.place is not None
        else replace(event, place=_settled(event, annotations, own))
        for event in annotations.events
    )
    return replace(annotations, events=events)


def _is_whose(place: Place, marks: Sequence[Mention], gazetteer: Gazetteer) -> bool:
    return gazetteer.country_of_demonym(place.words) is not None or any(
        m.kind in {"group", "person"} and m.span.covers(place.span) and m.span != place.span
        for m in marks
    )


def _retyped(event: Event, places: Sequence[Place]) -> Event:
    """'captured Karez', 'the town of Karez' takes a place where the world knows Karez for one; 'Karez
    policemen' and 'Karez's mayor' are taken by whoever captures them."""
    victims = [r for r in event.roles if r.name == "victim"]
    if event.type not in {"captured", "detained"} or not victims or event.counts:
        return event
    if not any(_ends_in(r.filler.span, p.span) for p in places for r in victims):
        return event
    names = {"actor": "holder", "victim": "place"}
    roles = tuple(replace(r, name=names[r.name]) for r in event.roles if r.name in names)
    return replace(event, type="territory_control", roles=roles)


def _ends_in(filler: Span, place: Span) -> bool:
    return place.meets(filler) and place.stop >= filler.stop


_OF_WORDS = frozenset({"sanction", "condemnation", "threat", "investigation"})


def _settled(event: Event, annotations: Annotations, own: Collection[Span]) -> int | None:
    places = annotations.places
    if event.type in _OF_WORDS:
        return None  # "deplored the shelling of Karez", "sanctions on Solvia"
    for role in event.roles:
        is_whither = event.type == "fled" and role.name == "to"  # they are gone there
        if role.name in _PLACED_ROLES and not is_whither:
            inside = [
                i
                for i, p in enumerate(places)
                if role.filler.span.covers(p.span) and p.span not in own
            ]
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
    return None


def _is(place: Place, generic: re.Match[str] | None) -> bool:
    """Whether 'the pass' may be this place: of a name that says so, or a town for a town."""
    if generic is None or place.level == "country":
        return False
    noun = generic.group(1).lower()
    return noun in place.words.lower() or (
        noun in {"town", "city", "village", "capital"} and place.level == "town"
    )
