"""Attributions in, the same with one kind for whoever says several of them out.

Each cue lets the encoder guess anew what the source is: a president is a rebel where he threatens,
and nothing at all where he laughs. What most of them let one take him for, he is in all.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.types import Attribution, Mention, SourceKind, Span


def with_one_kind(
    attributions: Sequence[Attribution], by_span: Mapping[Span, Mention]
) -> tuple[Attribution, ...]:
    """The kind guessed most often for each person and body, the first of those guessed as often.

    by_span: the report's mentions with whom they are
    """
    guessed: dict[str, Counter[SourceKind]] = defaultdict(Counter)
    for said in attributions:
        whose = _entity(said, by_span)
        if whose is not None and said.kind not in {None, "unknown"}:
            guessed[whose][said.kind] += 1
    settled = {whose: kinds.most_common(1)[0][0] for whose, kinds in guessed.items()}
    return tuple(
        replace(said, kind=settled.get(_entity(said, by_span) or "", said.kind))
        for said in attributions
    )


def _entity(said: Attribution, by_span: Mapping[Span, Mention]) -> str | None:
    if said.source is None:
        return None
    return by_span.get(said.source.span, said.source).entity
