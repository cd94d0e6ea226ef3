"""Attributions in, the same with 'the two people' called as the 'two people' told of before.

Who is nobody by name is one voice in a report where the article alone is new.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.types import Attribution, Source

_ARTICLE = re.compile(r"^(?:an?|the|these|those|this|that|both)\s+", re.IGNORECASE)
_POINTING = re.compile(r"^(?:the|these|those|this|that|both)\s+", re.IGNORECASE)


def call_alike(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Each unnamed source that points back at one of the same words is called as that one was."""
    first: dict[str, str] = {}
    found = []
    for said in attributions:
        step = said.said_by
        if step is not None and step.naming == "unnamed" and step.entity is None:
            words = _ARTICLE.sub("", step.label).casefold()
            is_pointing = _POINTING.match(step.label) is not None
            label = (_longer(words, first) if is_pointing else None) or first.setdefault(
                words, step.label
            )
            if is_pointing:
                said = replace(said, said_by=replace(step, label=label))
        found.append(said)
    return _of_one_body(found)


def _longer(words: str, first: dict[str, str]) -> str | None:
    """'The two people', after 'two people close to the force' and no other two."""
    if words in first:
        return None
    found = [label for known, label in first.items() if known.startswith(f"{words} ")]
    return found[0] if len(found) == 1 else None


def _of_one_body(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """'An official said ... The official, a guard officer, said ...': he was of the guard before, too."""
    bodies: dict[str, Source] = {}
    for said in attributions:
        step = said.said_by
        if step is not None and _points_back(said) and step.organisation is not None:
            bodies.setdefault(step.label, step)
    return tuple(
        replace(said, said_by=_as_of(said.said_by, bodies.get(said.said_by.label)))
        if said.said_by is not None
        else said
        for said in attributions
    )


def _points_back(said: Attribution) -> bool:
    return said.source is not None and _POINTING.match(said.source.words) is not None


def _as_of(step: Source, known: Source | None) -> Source:
    if known is None or step.organisation is not None or step.naming != "unnamed":
        return step
    basis = known.basis if step.basis == "not_stated" else step.basis
    return replace(
        step, organisation=known.organisation, side=known.side, kind=known.kind, basis=basis
    )  # fmt: skip
