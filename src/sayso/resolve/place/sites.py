"""Events in, the same set where 'the village', 'the redoubt' or 'it' stands for a place that the text names.

"Fought around the village of Ostrel, west of Karez. Troops took the village at dawn": Ostrel, and not
the town that was named last.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.event_types import load_event_types
from sayso.types import Annotations, Attribution, Event, Mention, Place, Role, Span

_NOUNS = (
    "town|city|village|hamlet|settlement|suburb|quarter|district|province|valley|pass|island|port|harbour|fort"
    "|fortress|redoubt|earthwork|stronghold|citadel|castle|bridge|ferry|crossing|hill|ridge|height|mountain|camp"
    "|base|airport|airfield|airbase|station|outpost|junction|monastery|abbey|dam|plant|refinery|mine|farm|capital"
)
_BEFORE = re.compile(
    rf"\b({_NOUNS})s?,? (?:of|at|in|on|outside|near|called|named|known as"
    r"|(?:that|which)(?: \w+){1,5}? (?:call|calls|called|know as|knows as)) (?:the )?$",
    re.IGNORECASE,
)
_AFTER = re.compile(rf",? (?:is |was )?(?:an?|the) (?:[\w-]+ ){{0,3}}?({_NOUNS})\b|,? ({_NOUNS})\b")
_MEANT = re.compile(
    rf"\b(?:the|this|that) (?:[\w-]+ )?({_NOUNS})\b(?! (?:of|at|called|named|outside|near) (?:the )?[A-Z])"
)
_DATELINE = re.compile(r"(?:, [^\n():]{1,40}?)?(?: ?\([^\n)]{2,40}\))? ?[-–—]+ ")
_IN_TOWNS = frozenset({"town", "city", "village", "capital", "settlement"})
_SAME = {"earthwork": "redoubt", "fortress": "fort", "airbase": "base", "airfield": "airport"}
_GROUND = frozenset({"place", "from", "to", "target"})
_TAKING = frozenset({"captured", "detained"})
_FOUGHT = frozenset({"armed_clash", "victory_claim"})
_FIELDS = _FOUGHT | {"killed", "injured"}
_ARMED = re.compile(
    r"\b(?:army|armies|troops|forces?|enemy|soldiers|fighters|rebels|militia|brigades?|regiments?|battalions?|divisions?"
    r"|units?|garrison|infantry|cavalry|gunmen|militants|insurgents|guerrillas|partisans|bandits|terrorists)$",
    re.IGNORECASE,
)
_SPOTS = frozenset({"town", "site"})
_BESIDE = 30  # characters before the word that tells it, in which its subject stands
_BURNING = frozenset({"explosion", "property_damage"})
_NOT_ON_ROADS = frozenset({"killed", "injured", "withdrawal", "advance", "deployment"})
_ROAD = re.compile(r" (?:roads?|highway|motorway|railway|gate|front|line)\b")
_REACH = 3  # sentences over which 'it' looks back for ground


@dataclass(frozen=True, slots=True)
class Called:
    """A place that the text names, with what it calls it; `at`: where it says so."""

    noun: str
    place: int
    at: int


def settle_sites(events: Sequence[Event], annotations: Annotations, text: str) -> tuple[Event, ...]:
    """Set place and ground of what was taken, held, left or seen, where words for it point back."""
    called = tuple(_callings(annotations.places, text))
    dateline = dateline_of(annotations.places, text)
    starts = [sentence.start for sentence in annotations.sentences]
    settled: list[Event] = []
    last: tuple[int, Event] | None = None  # the ground that was told of last, and in which sentence
    town = (-_REACH - 1, -1)  # the town that was told of last, and in which sentence
    for event in events:
        event = _off_road(event, annotations.places, text)
        family = load_event_types()[event.type].family
        if event.type == "alive":
            event = _as_seen(event, annotations, called, text, dateline)
        if family not in {"control", "attack"} and event.type not in {*_TAKING, "fled"}:
            settled.append(event)
            continue
        here = bisect_right(starts, event.trigger.start)
        near = last[1] if last is not None and here - last[0] <= _REACH else None
        event = _as_rout(_with_site(event, near, called, text))
        if event.type == "victory_claim" and event.place is None:
            event = replace(event, place=_field(event, annotations, settled))
        event = _as_seen(event, annotations, called, text, dateline)
        if event.type in _BURNING and event.place is None and here - town[0] <= _REACH:
            event = replace(event, place=town[1])
        if event.place is not None or _ground(event) is not None:
            last = here, event
        if event.place is not None and annotations.places[event.place].level in _SPOTS:
            town = here, event.place
        settled.append(event)
    return tuple(settled)


def dateline_of(places: Sequence[Place], text: str) -> int | None:
    """The place in capitals that the report is written from."""
    for index, place in enumerate(places):
        opens = place.span.start == 0 or text[place.span.start - 1] == "\n"
        if opens and place.words.isupper() and _DATELINE.match(text, place.span.stop):
            return index
    return None


def _callings(places: Sequence[Place], text: str) -> Iterator[Called]:
    for index, place in enumerate(places):
        span = place.span
        named = re.search(rf"\b({_NOUNS})$", place.words, re.IGNORECASE)
        before = _BEFORE.search(text[max(0, span.start - 60) : span.start])
        after = _AFTER.match(text, span.stop)
        for match in (named, before, after):
            noun = next((g for g in match.groups() if g), None) if match is not None else None
            if noun is not None:
                yield Called(_sort(noun), index, span.start)


def _sort(noun: str) -> str:
    return _SAME.get(noun.lower(), noun.lower())


def _with_site(event: Event, near: Event | None, called: Sequence[Called], text: str) -> Event:
    """The event in the place that its ground's words stand for."""
    if event.type in _TAKING and near is not None:
        event = _as_taken(event)
    ground = next((r for r in event.roles if r.name in _GROUND), None)
    if ground is None and event.place is None and event.type == "territory_control":
        start = max(0, event.trigger.start - _BESIDE)  # "said that the fort was gone"
        words = [*_MEANT.finditer(text, start, event.trigger.start)][-1:]
        site = _site_meant(words[0].group(), words[0].start(), called) if words else None
        return replace(event, place=site)
    if ground is None:
        return event
    if ground.filler.words.lower() == "it":
        return _with_it(event, ground, near)
    site = _site_meant(ground.filler.words, ground.filler.span.start, called)
    return replace(event, place=site) if site is not None else event


def _as_taken(event: Event) -> Event:
    """'Their tanks took it': ground that was told of before, and nobody captive."""
    if not any(r.name == "victim" and r.filler.words.lower() == "it" for r in event.roles):
        return event
    names = {"victim": "place", "actor": "holder"}
    roles = tuple(Role(names[r.name], r.filler) for r in event.roles if r.name in names)
    return replace(event, type="territory_control", roles=roles, counts=())


def _site_meant(words: str, at: int, called: Sequence[Called]) -> int | None:
    """The place that the report has called so before; of several, the last."""
    meant = _MEANT.match(words)
    if meant is None:
        return None
    noun = _sort(meant.group(1))
    fits = [c for c in called if c.noun == noun and c.at < at]
    return fits[-1].place if fits else None


def _with_it(event: Event, it: Role, near: Event | None) -> Event:
    """'Admitted that they had lost it': what the words before were fought over."""
    known = _ground(near) if near is not None else None
    whom = it.filler.entity or ""
    if near is None or (event.type != "territory_control" and whom.startswith("person/")):
        return event
    filler = replace(
        it.filler,
        kind="place",
        entity=known.entity if known is not None else None,
        name=(known.name or known.words) if known is not None else None,
    )
    roles = tuple(Role(r.name, filler) if r is it else r for r in event.roles)
    return replace(event, roles=roles, place=near.place)


def _off_road(event: Event, places: Sequence[Place], text: str) -> Event:
    """'The rebels fled by the Karez road': that is not in Karez."""
    place = places[event.place] if event.place is not None else None
    if place is None or event.type not in _NOT_ON_ROADS:
        return event
    return replace(event, place=None) if _ROAD.match(text, place.span.stop) else event


def _as_rout(event: Event) -> Event:
    """'The enemy was fleeing': an army that flees withdraws, and no people are displaced."""
    who = next((r.filler for r in event.roles if r.name == "victim"), None)
    is_army = who is not None and who.kind != "person" and _ARMED.search(who.words)
    if event.type != "fled" or not is_army or event.counts:
        return event
    names = {"victim": "actor", "from": "from", "to": "to"}
    roles = tuple(Role(names[r.name], r.filler) for r in event.roles if r.name in names)
    return replace(event, type="withdrawal", roles=roles)


def _field(event: Event, annotations: Annotations, before: Sequence[Event]) -> int | None:
    """The battle that was won: where its sentence says, else the one that the report told of first."""
    sentence = next((s for s in annotations.sentences if s.covers(event.trigger)), event.trigger)
    here = [
        i
        for i, place in enumerate(annotations.places)
        if sentence.covers(place.span) and place.level in _SPOTS
    ]
    said = [s for a in annotations.attributions for s in a.source_words]
    here = [i for i in here if not any(s.covers(annotations.places[i].span) for s in said)]
    if len(here) == 1:
        return here[0]
    told = sorted(before, key=lambda e: e.type not in _FOUGHT)
    fields = (e.place for e in told if e.type in _FIELDS and not e.background)
    # A whole country is no field, and a war of long ago not what was won.
    return next(
        (i for i in fields if i is not None and annotations.places[i].level != "country"), None
    )


def _ground(event: Event | None) -> Mention | None:
    if event is None or load_event_types()[event.type].family != "control":
        return None
    return next((r.filler for r in event.roles if r.name in _GROUND), None)


def _as_seen(
    event: Event,
    annotations: Annotations,
    called: Sequence[Called],
    text: str,
    dateline: int | None,
) -> Event:
    """What the outlet's own reporter saw is where his words put it, else where he was."""
    sight = next((a for a in annotations.attributions if _is_sight(a, event.trigger)), None)
    if sight is None:
        return event
    for span in (*sight.content, *sight.source_words):
        for match in _MEANT.finditer(text, span.start, span.stop):
            site = _site_meant(match.group(), match.start(), called)
            if site is None and match.group(1).lower() in _IN_TOWNS:
                site = dateline
            if site is not None:
                return replace(event, place=site)
    is_named = any(
        r.name in _GROUND and any(c.isupper() for c in r.filler.words) for r in event.roles
    )
    if event.place is None and not is_named:
        return replace(event, place=dateline)
    return event


def _is_sight(said: Attribution, trigger: Span) -> bool:
    is_outlets = said.said_by is not None and said.said_by.position == "outlet"
    return is_outlets and said.basis == "saw" and any(s.covers(trigger) for s in said.content)
