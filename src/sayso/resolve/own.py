"""Events and attributions in, events out in which 'I', 'we' and 'its troops' are the speaker's."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.resolve.parties import Register
from sayso.resolve.side_words import load_side_words
from sayso.types import Attribution, Event, Mention, Role

_SELF = frozenset({"i", "me", "myself"})
# What a headquarters calls its own without a word of whose; a rebel calls the other side so.
_THE_ARMY = (["the", "army"], ["the", "military"], ["the", "troops"], ["the", "navy"])


def name_own(
    events: Sequence[Event], attributions: Sequence[Attribution], register: Register
) -> tuple[Event, ...]:
    """Set who the speaker's own words for himself and his forces stand for."""
    return tuple(_with_own(event, attributions, register) for event in events)


def _with_own(event: Event, attributions: Sequence[Attribution], register: Register) -> Event:
    around = [
        a
        for a in attributions
        if a.said_by is not None and any(s.covers(event.trigger) for s in a.content)
    ]
    if not around:
        return event
    said = min(around, key=lambda a: sum(s.stop - s.start for s in a.content))
    return replace(
        event, roles=tuple(Role(r.name, _own(r.filler, said, register)) for r in event.roles)
    )


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
    is_force = is_force or (words in _THE_ARMY and step.kind in {"military", "government"})
    if (is_us or is_force) and step.organisation is not None:
        party = register.parties.get(step.organisation)
        return replace(
            filler,
            kind="group",
            entity=f"group/{step.organisation}",
            name=party.name if party is not None else step.label,
        )
    return filler
