"""'The dead man is Karim Odas, a clerk said': who stands behind a name he tells is another than its bearer.

A parser takes the clerk for an apposition to Odas.
"""

from collections.abc import Sequence

from sayso.types import Attribution, Event, Span

_OF_SOMEBODY = frozenset({"occupation", "office", "membership", "age"})


def is_of_teller(state: Event, attributions: Sequence[Attribution]) -> bool:
    """Whether what somebody is called is words for who speaks, and he is one the words tell of."""
    if state.type not in _OF_SOMEBODY:
        return False
    return any(
        is_told_by(role.filler.span, state.trigger, attributions)
        for role in state.roles
        if role.name == "holder"
    )


def is_told_by(told: Span, teller: Span, attributions: Sequence[Attribution]) -> bool:
    """Whether the first words are said by whom the others name; in either order."""
    return any(
        _is_in(one, a.content) and _is_in(other, a.source_words)
        for one, other in ((told, teller), (teller, told))
        for a in attributions
    )


def _is_in(span: Span, pieces: Sequence[Span]) -> bool:
    return any(piece.covers(span) for piece in pieces)
