"""Events, attributions and the register in, name-callings out: who calls whom what.

A label ("the enemy", "the bandits") is resolved where the register leaves one reading, and is
never an alias or a heading.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.event_types import load_event_types
from sayso.resolve.name.folding import fold_name
from sayso.resolve.parties import Party, Register
from sayso.types import Attribution, Event, Label, Mention, Role, Source, Span

_LABELS = re.compile(
    r"^(?:the |these |those |escaped |foreign |\w+ern )*"
    r"(?:enemy|enemies|foe|terrorists?|bandits?|occupiers?|infidels?|aggressors?|invaders?|traitors?|mercenar(?:y|ies)"
    r"|criminals?|gangs?|puppets?|thugs?)\b",
    re.IGNORECASE,
)

_CALLED = frozenset({"role", "group", "crowd", "person"})
_PARTIES = frozenset({"military", "rebel", "government"})
_WAR = frozenset({"attack", "casualties", "control", "fate"})


def find_labels(
    events: Sequence[Event],
    attributions: Sequence[Attribution],
    register: Register,
    mentions: Sequence[Mention] = (),
) -> tuple[tuple[Event, ...], tuple[Label, ...]]:
    """The events with labelled participants resolved, and the labels, in text order.

    mentions: of those in what somebody says, a label needs no part in an event: "find the bandits"
    """
    labels: dict[int, Label] = {}
    settled = []
    bodies = {fold_name(m.name or m.words): m.entity for m in mentions if _is_body(m)}
    foes = _foes_told(events, attributions)
    for event in events:
        said = _innermost(event.trigger, attributions)
        roles = []
        for role in event.roles:
            if role.filler.entity is None and _LABELS.match(role.filler.words):
                label = _label(role.filler, said, register, foes, bodies)
                labels[label.span.start] = label
                roles.append(
                    Role(role.name, replace(role.filler, kind="group", entity=label.entity))
                )
            else:
                roles.append(role)
        settled.append(replace(event, roles=tuple(roles)))
    for mention in mentions:
        said = _innermost(mention.span, attributions)
        is_open = mention.entity is None and mention.span.start not in labels
        if said is not None and is_open and mention.kind in _CALLED and _is_slur(mention.words):
            labels[mention.span.start] = _label(mention, said, register, foes, bodies)
    return tuple(settled), tuple(labels[start] for start in sorted(labels))


def join_labels(found: Sequence[Label], more: Sequence[Label]) -> tuple[Label, ...]:
    """All of them in text order; of words found twice, those whose bearer is known."""
    kept: list[Label] = []
    for label in sorted((*more, *found), key=lambda one: (one.entity is None, one.span)):
        if not any(label.span.meets(one.span) for one in kept):
            kept.append(label)
    return tuple(sorted(kept, key=lambda one: one.span))


def is_label(words: str) -> bool:
    """Whether words belittle whom they are said of: 'the bandits', 'traitor'."""
    return _LABELS.match(words) is not None


def _is_slur(words: str) -> bool:
    """With no other noun behind it, as in 'enemy bulletins'; 'the gang' may be a gang."""
    found = _LABELS.match(words)
    return found is not None and found.end() == len(words) and "gang" not in found[0].lower()


def _innermost(span: Span, attributions: Sequence[Attribution]) -> Attribution | None:
    around = [a for a in attributions if any(s.covers(span) for s in a.content)]
    return min(around, key=lambda a: sum(s.stop - s.start for s in a.content), default=None)


def _label(
    mention: Mention,
    said: Attribution | None,
    register: Register,
    foes: frozenset[str],
    bodies: Mapping[str, str | None],
) -> Label:
    speaker = said.said_by if said is not None else None
    own = _party_of(speaker, register)
    other = _other_side(own, register)
    entity = f"group/{other.id}" if other is not None else None
    mine = (_body_of(speaker) or _body_in(speaker.label, bodies)) if speaker is not None else None
    if entity is None and mine is not None:
        others = foes - {mine, f"group/{own.id}" if own is not None else mine}
        entity = next(iter(others)) if len(others) == 1 else None
    return Label(
        mention.span,
        mention.words,
        entity,
        speaker.label if speaker is not None else None,
        speaker.entity if speaker is not None else None,
    )


def _foes_told(events: Sequence[Event], attributions: Sequence[Attribution]) -> frozenset[str]:
    """The bodies that speak as a party of the report's war, or do something in it."""
    steps = (a.said_by for a in attributions if a.said_by is not None)
    bodies = {_body_of(step) for step in steps if step.kind in _PARTIES}
    does = (r.filler for e in events if _is_warlike(e) for r in e.roles if r.name == "actor")
    bodies |= {one.entity for one in does if (one.entity or "").startswith("group/")}
    return frozenset(filter(None, bodies))


def _is_warlike(event: Event) -> bool:
    row = load_event_types().get(event.type)
    return row is not None and row.family in _WAR


def _body_of(step: Source) -> str | None:
    """The body that speaks, or that one speaks for."""
    if (step.entity or "").startswith("group/"):
        return step.entity
    return f"group/{step.organisation}" if step.organisation is not None else None


def _body_in(label: str, bodies: Mapping[str, str | None]) -> str | None:
    """'The Hill army spokesman': the Hill army, where the report names it."""
    words = f" {fold_name(label)} "
    return next((entity for name, entity in bodies.items() if f" {name} " in words), None)


def _is_body(mention: Mention) -> bool:
    return mention.kind == "group" and (mention.entity or "").startswith("group/")


def _party_of(speaker: Source | None, register: Register) -> Party | None:
    """The party spoken for; of a side alone, any party of it."""
    if speaker is None:
        return None
    known = register.parties.get(speaker.organisation or "")
    if known is not None or speaker.side is None:
        return known
    return next((p for p in register.parties.values() if p.side == speaker.side), None)


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
