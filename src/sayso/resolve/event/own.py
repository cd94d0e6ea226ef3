"""Events and attributions in, events out in which 'I', 'we' and 'its troops' are the speaker's."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.resolve.parties import Register
from sayso.resolve.side_words import load_side_words
from sayso.types import Attribution, Event, Mention, Role, Source, SourceKind

_SELF = frozenset({"i", "me", "myself"})
# Who says "this victory" won it, where it is one who fights.
_WON = re.compile(r"(?:our|this|today's|the) (?:[\w-]+ )?(?:victory|triumph)$", re.IGNORECASE)
_FIGHTING: frozenset[SourceKind] = frozenset({"military", "rebel", "government"})
# What a headquarters calls its own without a word of whose; a rebel calls the other side so.
_THE_ARMY = (["the", "army"], ["the", "military"], ["the", "troops"], ["the", "navy"])


def name_own(
    events: Sequence[Event], attributions: Sequence[Attribution], register: Register, text: str
) -> tuple[Event, ...]:
    """Set who the speaker's own words for himself and his forces stand for."""
    return tuple(_with_own(event, attributions, register, text) for event in events)


def _with_own(
    event: Event, attributions: Sequence[Attribution], register: Register, text: str
) -> Event:
    around = [
        a
        for a in attributions
        if a.said_by is not None and any(s.covers(event.trigger) for s in a.content)
    ]
    if not around:
        return event
    said = min(around, key=lambda a: sum(s.stop - s.start for s in a.content))
    if event.type == "victory_claim" and _is_own_victory(event, said, text):
        assert said.source is not None
        event = replace(event, roles=(Role("holder", _side_of(said, register)), *_others(event)))
    return replace(
        event, roles=tuple(Role(r.name, _own(r.filler, said, register)) for r in event.roles)
    )


def _is_own_victory(event: Event, said: Attribution, text: str) -> bool:
    """'"This victory ends the war," the general said': the general's side has won it."""
    holders = [r.filler.words.lower() for r in event.roles if r.name == "holder"]
    step, before = said.said_by, text[max(event.trigger.start - 40, 0) : event.trigger.stop]
    is_free = not holders or holders == ["our"]
    is_of_party = step is not None and step.kind in _FIGHTING and said.stance == "asserts"
    is_spoken = said.manner == "direct" and said.source is not None
    return is_free and is_spoken and is_of_party and _WON.search(before) is not None


def _side_of(said: Attribution, register: Register) -> Mention:
    """The body that one speaks for, else oneself."""
    assert said.source is not None
    organisation = said.said_by.organisation if said.said_by is not None else None
    if organisation is None:
        return said.source
    return _as_body(said.source, organisation, said, register)


def _as_body(filler: Mention, organisation: str, said: Attribution, register: Register) -> Mention:
    party = register.parties.get(organisation)
    label = said.said_by.label if said.said_by is not None else filler.words
    name = party.name if party is not None else label
    return replace(filler, kind="group", entity=f"group/{organisation}", name=name)


def _others(event: Event) -> tuple[Role, ...]:
    return tuple(r for r in event.roles if r.name != "holder")


def _has_army(source: Mention, step: Source, register: Register) -> bool:
    """A ministry or staff has an army; for a front or council nobody knows whose it is, 'the army'."""
    if step.kind not in {"military", "government"}:
        return False
    spoken = {word.strip(".,'’").lower() for word in source.words.split()}
    is_listed = step.side is not None or step.organisation in register.parties
    return is_listed or bool(spoken & load_side_words().of_states)


def _own(filler: Mention, said: Attribution, register: Register) -> Mention:
    side_words = load_side_words()
    step, source = said.said_by, said.source
    if step is None or source is None:
        return filler
    words = filler.words.lower().split()
    if words[0] in _SELF and len(words) == 1 and step.entity is not None:
        return replace(filler, entity=step.entity, name=step.label)
    if words == ["they"] and source.kind in {"group", "crowd"}:
        return replace(filler, entity=source.entity, name=source.name or source.words)
    is_us = len(words) == 1 and words[0] in side_words.themselves and filler.entity is None
    is_force = words[0] in side_words.owned and words[-1] in side_words.forces_owned
    is_force = is_force or (words in _THE_ARMY and _has_army(source, step, register))
    if (is_us or is_force) and step.organisation is not None:
        return _as_body(filler, step.organisation, said, register)
    return filler
