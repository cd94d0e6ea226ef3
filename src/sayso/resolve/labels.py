"""Events, attributions and the register in, name-callings out: who calls whom what.

A label ("the enemy", "the bandits") is resolved where the register leaves one reading, and is
never an alias or a heading.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.resolve.parties import Party, Register
from sayso.types import Attribution, Event, Label, Mention, Role

_LABELS = re.compile(
    r"^(?:the |these |those |escaped |foreign |\w+ern )*"
    r"(?:enemy|enemies|foe|terrorists?|bandits?|occupiers?|infidels?|aggressors?|invaders?|traitors?|mercenar(?:y|ies)"
    r"|criminals?|gangs?|puppets?|thugs?)\b",
    re.IGNORECASE,
)


def find_labels(
    events: Sequence[Event], attributions: Sequence[Attribution], register: Register
) -> tuple[tuple[Event, ...], tuple[Label, ...]]:
    """The events with labelled participants resolved, and the labels, in text order."""
    labels: dict[int, Label] = {}
    settled = []
    for event in events:
        said = _innermost(event, attributions)
        roles = []
        for role in event.roles:
            if role.filler.entity is None and _LABELS.match(role.filler.words):
                label = _label(role.filler, said, register)
                labels[label.span.start] = label
                roles.append(
                    Role(role.name, replace(role.filler, kind="group", entity=label.entity))
                )
            else:
                roles.append(role)
        settled.append(replace(event, roles=tuple(roles)))
    return tuple(settled), tuple(labels[start] for start in sorted(labels))


def is_label(words: str) -> bool:
    """Whether words belittle whom they are said of: 'the bandits', 'traitor'."""
    return _LABELS.match(words) is not None


def _innermost(event: Event, attributions: Sequence[Attribution]) -> Attribution | None:
    around = [a for a in attributions if any(s.covers(event.trigger) for s in a.content)]
    return min(around, key=lambda a: sum(s.stop - s.start for s in a.content), default=None)


def _label(mention: Mention, said: Attribution | None, register: Register) -> Label:
    speaker = said.said_by if said is not None else None
    own = register.parties.get(speaker.organisation or "") if speaker is not None else None
    other = _other_side(own, register)
    entity = f"group/{other.id}" if other is not None else None
    return Label(
        mention.span, mention.words, entity, speaker.label if speaker is not None else None
    )


def _other_side(own: Party | None, register: Register) -> Party | None:
    """A party of the one other side of the speaker's conflict; None where there are several."""
    if own is None or own.side is None or own.conflict is None:
        return None
    others = [
        p
        for p in register.parties.values()
        if p.conflict == own.conflict and p.side not in {None, own.side}
    ]
    if len({p.side for p in others}) != 1:
        return None
    ranked = sorted(
        others, key=lambda p: (p.id != p.side, p.kind not in {"military", "rebel"}, p.id)
    )
    return ranked[0]
