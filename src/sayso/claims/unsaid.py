"""An event that no source tells in, whether the words around it leave it open: 'nobody said that', 'when
asked whether'."""

import re
from collections.abc import Sequence

from sayso.types import Attribution, Event, Stance

_UNKNOWING: frozenset[Stance] = frozenset({"unclear", "no_knowledge"})
_WHETHER = re.compile(r"(?:whether|if)\b", re.IGNORECASE)
_NOBODY = re.compile(r"(?:nobody|no one|none)\b", re.IGNORECASE)
_BY_NOBODY = re.compile(  # "no one in the village has yet ...", up to the verb
    r"\b(?:nobody|no one|none)(?: (?:in|at|on|of|from|among) [^.,;:!?]{1,40}?)?"
    r"(?: (?:has|have|had|can|could|would|will|did|yet|ever|[a-z]+ly))*\s*$",
    re.IGNORECASE,
)
_IS_TOLD = re.compile(r"(?:is|are|was|were|been)\b", re.IGNORECASE)
# Who does not know, see or dispute a thing leaves it as true as it was; 'who', 'how many' and
# 'why' ask for no more than the rest of it.
_HOLDS = re.compile(
    r"\b(?:kn[eo]w|notic|reali[sz]|remember|forg[eo]t|saw|seen?\b|hear|doubt|den[iy]|disput|question"
    r"|contradict|reject|refut|acknowledg|apologi|complain|regret)",
    re.IGNORECASE,
)
_IN_PART = re.compile(
    r"(?:who|whom|whose|what|which|when|where|why|how)\b|[^,;]{0,15}\bresponsib", re.IGNORECASE
)


def is_left_open(event: Event, attributions: Sequence[Attribution], text: str) -> bool:
    """'Nobody could say whether he was alive', 'nobody said that he was killed'; but of 'how many
    had died' they had."""
    around = [
        (said, span)
        for said in attributions
        if said.said_by is None
        for span in said.content
        if span.covers(event.trigger)
    ]
    if any(said.stance in _UNKNOWING and _WHETHER.match(s.of(text)) for said, s in around):
        return True
    return not event.presupposed and any(
        _is_by_nobody(said, text)
        and not _HOLDS.search(said.cue.of(text))
        and not _IN_PART.match(span.of(text))
        for said, span in around
    )


def is_only_asked(event: Event, attributions: Sequence[Attribution], text: str) -> bool:
    """'When asked whether he was alive, she wept': somebody asked it, and nobody is named who did."""
    return any(
        said.said_by is None and said.stance == "asks"
        and span.covers(event.trigger) and _WHETHER.match(span.of(text))
        for said in attributions
        for span in said.content
    )  # fmt: skip


def _is_by_nobody(said: Attribution, text: str) -> bool:
    """By its source, or, where it has none, by the subject that stands before the verb."""
    if said.source is not None:
        return _NOBODY.match(said.source.words) is not None
    before = text[max(said.cue.start - 80, 0) : said.cue.start]
    return _BY_NOBODY.search(before) is not None and not _IS_TOLD.match(said.cue.of(text))
