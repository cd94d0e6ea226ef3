"""Attributions in, the same with 'the two people' called as the 'two people' told of before.

Who is nobody by name is one voice in a report where the article alone is new.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.types import Attribution

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
            label = first.setdefault(words, step.label)
            if _POINTING.match(step.label):
                said = replace(said, said_by=replace(step, label=label))
        found.append(said)
    return tuple(found)
