"""Events in, the same out where who was 'taken' is somebody and no place."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.types import Event, Role

_ROLES = {"place": "victim", "holder": "actor"}


def name_captives(events: Sequence[Event], text: str) -> tuple[Event, ...]:
    """'Admitted that Vesk had been captured': a capture, once it is known that Vesk is a man.

    'Is Rao and not Vesk': nothing befell Vesk, and there is no such event.
    """
    return tuple(found for event in events if (found := _settled(event, text)) is not None)


def _settled(event: Event, text: str) -> Event | None:
    taken = [role.filler for role in event.roles if role.name == "place"]
    is_person = bool(taken) and all(
        m.kind == "person" and (m.entity or "").startswith("person/") for m in taken
    )
    if event.type != "territory_control" or not is_person:
        return event
    if any(text[: m.span.start].endswith(" not ") for m in taken):
        return None
    roles = tuple(Role(_ROLES[r.name], r.filler) for r in event.roles if r.name in _ROLES)
    return replace(event, type="captured", roles=roles)
