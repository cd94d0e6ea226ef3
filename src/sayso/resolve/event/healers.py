"""Events in, the same without medics and rescuers as those who hurt the people whom they tend."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.resolve.source.kinds import kind_in
from sayso.types import Event, Role

_HARMED = frozenset({"killed", "died", "injured"})
_HELPING = frozenset({"medic", "rescuer"})
_DEALING = re.compile(
    r"(?:kill|murder|shot|shoot|stab|poison|beat|behead|execut|injur(?:e|es|ed|ing)$|wound(?:s|ing)$)",
    re.IGNORECASE,
)


def without_healers(events: Sequence[Event], text: str) -> tuple[Event, ...]:
    """'Surgeons had left 40 wounded behind': they hurt nobody; but 'a doctor shot his neighbour'."""
    return tuple(
        replace(event, roles=tuple(r for r in event.roles if not _is_helper(r)))
        if event.type in _HARMED and not _DEALING.match(event.trigger.of(text))
        else _of_the_treated(event)
        for event in events
    )


def _of_the_treated(event: Event) -> Event:
    """'A doctor who treated her': she was in hospital, and the doctor was not."""
    whose = [r for r in event.roles if r.name == "victim"]
    treated = [r for r in whose if not _is_medic(r)]
    if event.type != "hospitalised" or not treated:
        return event
    return replace(event, roles=tuple(r for r in event.roles if r not in whose or r in treated))


def _is_medic(role: Role) -> bool:
    kind = kind_in(role.filler.words)
    return kind is not None and kind.by_head and kind.kind == "medic"


def _is_helper(role: Role) -> bool:
    kind = kind_in(role.filler.words) if role.name == "actor" else None
    return kind is not None and kind.by_head and kind.kind in _HELPING
