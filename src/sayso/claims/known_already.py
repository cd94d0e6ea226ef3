"""An event inside what somebody calls for or promises in, whether it has come about already, out.

"Demanded an inquiry into the killing of nine", "vowed to retake the town that they had lost": nobody
calls for the killing, and nobody promises the loss.
"""

import re
from collections.abc import Sequence

from sayso.types import Attribution, Event

_REAL = frozenset({"happened", "ongoing"})
_TO_COME = frozenset({"vote_or_veto", "appointment"})  # "promised a boycott of the vote"
_OPENING = re.compile(r"\W*to\b", re.IGNORECASE)
_FIRST = re.compile(r"\W*(?:for|that)\b", re.IGNORECASE)
_HANGING = re.compile(
    r"\b(?:of|for|into|over|about|on|after|at|from|in|by|with|since|against|who|which|that|where|whose)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r"(?:,|\b(?:and|or)\b)")
_MOST = 3  # words before the one thing that is called for: "its full and immediate withdrawal"


def is_known(event: Event, holders: Sequence[Attribution], text: str) -> bool:
    """Whether the report itself tells it, in what others want, as a thing that all know of."""
    return bool(holders) and all(
        _is_real_beside(event, said, text) and said.manner != "direct" for said in holders
    )


def is_told_as_fact(event: Event, said: Attribution, text: str) -> bool:
    """The same in the speaker's own quoted words: he says that it is so."""
    return said.manner == "direct" and _is_real_beside(event, said, text)


def _is_real_beside(event: Event, said: Attribution, text: str) -> bool:
    if event.modality not in _REAL or event.negated or event.type in _TO_COME:
        return False
    around = next((s for s in said.content if s.covers(event.trigger)), None)
    if around is None:
        return False
    before = text[around.start : event.trigger.start]
    if said.stance == "hopes":
        return before.lower().startswith("to ")  # "fears that they were taken" leaves it open
    if said.stance not in {"calls_for", "promises"}:
        return False
    if before.strip(' “"').lower() == "to":
        return False  # "committed itself to freeing them"
    last = _JOINT.split(before)[-1]
    if said.stance == "promises" and last.startswith("for "):
        return True  # "promised compensation for the shelling"
    last_words = _FIRST.sub("", last)
    is_bare = len(last_words.split()) <= _MOST and _HANGING.search(last_words) is None
    return not is_bare or (_OPENING.match(before) is not None and last == before)
