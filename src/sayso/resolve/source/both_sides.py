"""Attributions to 'both sides' in, one to each side out: each says it for itself.

"The armies fought at Karez, and both sides said they had won": that is two claims against each
other, and no claim of one body called "both sides".
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sayso.resolve.parties import Party, Register
from sayso.resolve.side_words import load_side_words
from sayso.types import EACH_SIDE, Attribution, Event, Mention, Role, Source

_BOTH = re.compile(
    r"(?:both|each of the two|the two|the warring|the rival|each)(?: (?:warring|rival|opposing))?"
    r" (?:sides?|armies|army|parties|governments?|camps?|militaries|commands?|high commands)",
    re.IGNORECASE,
)


def part_sides(
    attributions: Sequence[Attribution],
    events: Sequence[Event],
    mentions: Sequence[Mention],
    register: Register,
) -> tuple[tuple[Attribution, ...], tuple[Event, ...]]:
    """What both sides say as said by each, where the report names the two; else as it was."""
    both = [i for i, a in enumerate(attributions) if _is_of_both(a)]
    sides = _two_sides(attributions, mentions, register) if both else ()
    if len(sides) != 2:
        return tuple(attributions), tuple(events)
    parted = list(attributions)
    for index in both:
        said = attributions[index]
        parted[index] = replace(said, said_by=_speaker(sides[0]))
        parted.append(replace(said, said_by=_speaker(sides[1])))
    told = [attributions[i] for i in both]
    return tuple(parted), tuple(_of_each(event, told) for event in events)


def _is_of_both(said: Attribution) -> bool:
    return said.source is not None and _BOTH.fullmatch(said.source.words) is not None


def _two_sides(
    attributions: Sequence[Attribution], mentions: Sequence[Mention], register: Register
) -> tuple[Party, ...]:
    """The bodies that speak most for two sides, or are named most; none where a third is there."""
    spoken = Counter(a.said_by.organisation for a in attributions if a.said_by is not None)
    named = Counter((m.entity or "").removeprefix("group/") for m in mentions)
    found: dict[str, Party] = {}
    for id_, _ in (*spoken.most_common(), *named.most_common()):
        party = register.parties.get(id_ or "")
        if party is not None and party.side is not None:
            found.setdefault(party.side, party)
    return tuple(found.values())


def _speaker(party: Party) -> Source:
    entity = f"group/{party.id}"
    return Source(
        party.name, entity, "speaker", party.kind, "named", party.id, party.side, "saw"
    )  # fmt: skip


def _of_each(event: Event, told: Sequence[Attribution]) -> Event:
    """'They had won', in the mouths of both: whoever says so."""
    around = [a for a in told if any(s.covers(event.trigger) for s in a.content)]
    if not around:
        return event
    sources = {a.source.entity for a in around if a.source is not None} - {None}
    roles = (
        Role(r.name, replace(r.filler, kind="group", entity=EACH_SIDE, name=None))
        if r.filler.entity in sources
        or r.filler.words.lower() in load_side_words().each_other
        or _BOTH.fullmatch(r.filler.words)
        else r
        for r in event.roles
    )
    return replace(event, roles=tuple(roles))
