"""An attribution in, the chain of voices that its words came through out, the outermost first."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.claims.holders import CONTRADICTING
from sayso.claims.pointing_back import is_same_voice
from sayso.types import Attribution, Basis, Source, SourceKind

_RECORDING: frozenset[SourceKind] = frozenset({"medic", "monitor", "court", "aid"})


def chain_of(index: int | None, attributions: Sequence[Attribution]) -> tuple[Source, ...]:
    """From the outlet inward: the outermost attribution first, the deepest source last."""
    steps: list[Source] = []
    seen: set[int] = set()
    inner: Attribution | None = None
    while index is not None and index not in seen:
        seen.add(index)
        said = attributions[index]
        if inner is not None and said.stance in CONTRADICTING:
            break  # who contradicts a claim does not pass it on
        told = [step for step in (said.relayed_by, said.said_by) if step is not None]
        if told and steps and inner is not None and is_same_voice(said, inner):
            told[-1] = _knowing(told[-1], steps[0])
            steps = steps[1:]
        steps = told + steps
        inner = said
        index = said.inside if said.inside is not None else _heard_through(said, attributions)
    return tuple(_without_papers(steps))


def through_each(
    index: int | None, attributions: Sequence[Attribution]
) -> Iterator[tuple[Attribution, ...]]:
    """'The mayor and a medic said a guard had told them': the attributions as they hand it on through
    each other of several who say the same words around one; none where one alone does."""
    seen: set[int] = set()
    while index is not None and index not in seen:
        seen.add(index)
        outer = attributions[index].inside
        if outer is None:
            return
        around = attributions[outer]
        for n, other in enumerate(attributions):
            is_same = (other.cue, other.content) == (around.cue, around.content)
            if is_same and n != outer and other.source_words != around.source_words:
                moved = replace(attributions[index], inside=n)
                yield (*attributions[:index], moved, *attributions[index + 1 :])
        index = outer


def _without_papers(steps: Sequence[Source]) -> Sequence[Source]:
    """'The captain said pictures showed': pictures are nobody's voice, and he says what they show.

    Who counts or heals has it from records; any other draws conclusions.
    """
    if len(steps) < 2 or steps[-1].kind != "document" or steps[-1].naming != "unnamed":
        return steps
    speaker = steps[-2]
    basis: Basis = "record" if speaker.kind in _RECORDING else "assesses"
    return (*steps[:-2], replace(speaker, basis=basis))


def _knowing(outer: Source, inner: Source) -> Source:
    """The same voice, with how it says it knows."""
    return replace(outer, basis="saw") if inner.basis == "saw" else outer


def _heard_through(said: Attribution, attributions: Sequence[Attribution]) -> int | None:
    """ "The general wrote that captives had told him so. The captives also said ...": to him too.

    Only of those without a name, whom no sentence before has speak to anybody else.
    """
    if said.said_by is None or said.said_by.naming == "named" or said.source is None:
        return None
    if said.source.means is None and not said.source.words.lower().startswith(("the ", "they")):
        return None
    before = (
        a
        for a in attributions
        if a.said_by is not None
        and a.cue.start < said.cue.start
        and a.said_by.label == said.said_by.label
    )
    first = min(before, key=lambda a: a.cue.start, default=None)
    if first is None or first.stance in CONTRADICTING or _KNOWN.match(said.said_by.label):
        return None
    return first.inside


_KNOWN = re.compile(r"(?:the|this|that|these|those|its|his|her|their|our)\b", re.IGNORECASE)
