"""Events in, the same with the body whose name stands right before a deed as who did it.

'The Talib offensive', 'a Hezbollah attack': where the name is none that grammar knows for a body's,
the register does. Not strikes from the air, which more often hit such a body than are its own.
"""

from collections.abc import Sequence
from dataclasses import replace

from sayso.resolve.parties import Register
from sayso.types import Event, Mention, Role

_DEEDS = frozenset({"advance", "armed_clash", "shelling", "siege", "suicide_attack", "bombing"})


def name_owners(
    events: Sequence[Event], mentions: Sequence[Mention], register: Register, text: str
) -> tuple[Event, ...]:
    """Only where no actor is told yet."""
    bodies = {m.span.stop: m for m in mentions if m.kind == "group" and _is_armed(m, register)}
    return tuple(_owned(event, bodies.get(event.trigger.start - 1), text) for event in events)


def _is_armed(mention: Mention, register: Register) -> bool:
    party = register.parties.get((mention.entity or "").removeprefix("group/"))
    return party is not None and party.kind in {"rebel", "military"}


def _owned(event: Event, body: Mention | None, text: str) -> Event:
    if body is None or event.type not in _DEEDS or any(r.name == "actor" for r in event.roles):
        return event
    start, stop = body.span.start, event.trigger.start
    is_beside = text[body.span.stop : stop] == " " and text[start - 1 : start] not in {"-", "‑"}
    is_struck = any(r.filler.span.meets(body.span) for r in event.roles)
    return (
        replace(event, roles=(Role("actor", body), *event.roles))
        if is_beside and not is_struck
        else event
    )
