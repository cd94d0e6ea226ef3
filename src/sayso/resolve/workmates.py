"""'Her editor', 'his commander' in, the organisation that both are of by the register out."""

import re
from collections.abc import Iterable
from dataclasses import replace

from sayso.resolve.folding import fold_name
from sayso.resolve.names import bare_name
from sayso.resolve.parties import Party, Register
from sayso.types import Mention, Source, Span

_WORKMATE = re.compile(
    r"(?:her|his|their)\s+(?:\w+\s+)?(?:editor|boss|employer|colleague|co-?worker|workmate|commander|superior|producer"
    r"|publisher|manager|station|newspaper|paper|agency|unit|office)s?",
    re.IGNORECASE,
)


def place_workmate(
    step: Source | None, span: Span, mentions: Iterable[Mention], text: str, register: Register
) -> Source | None:
    """The step as a voice of the organisation of the person named last before it.

    Not where the step is somebody known already, nor where the register does not know that person.
    """
    is_known = step is None or step.entity is not None or step.organisation is not None
    if step is None or is_known or not _WORKMATE.fullmatch(span.of(text)):
        return step
    before = [m for m in mentions if m.kind == "person" and m.span.stop <= span.start]
    last = max(before, key=lambda m: m.span, default=None)
    party = _party_of(last.name or last.words, register) if last is not None else None
    if party is None:
        return step
    return replace(step, organisation=party.id, side=party.side)


def _party_of(name: str, register: Register) -> Party | None:
    bare = fold_name(bare_name(name))
    known = (
        party
        for party in register.parties.values()
        if any(fold_name(bare_name(person)) == bare for person in party.people)
    )
    return next(known, None)
