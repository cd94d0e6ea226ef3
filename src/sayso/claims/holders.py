"""An event and the attributions around it in, who is made to say it out, or who contradicts it."""

from collections.abc import Sequence

from sayso.claims.pointing_back import is_same_voice
from sayso.types import Annotations, Attribution, Event, Stance

CONTRADICTING: frozenset[Stance] = frozenset({"retracts", "denies", "doubts"})
_BY_WORD: frozenset[Stance] = frozenset({"denies", "doubts"})


def holders_of(event: Event, attributions: Sequence[Attribution]) -> tuple[int | None, ...]:
    """The innermost attributions that make someone say it; (None,) for the outlet itself."""
    around = [
        (sum(s.stop - s.start for s in a.content), i)
        for i, a in enumerate(attributions)
        if (any(s.covers(event.trigger) for s in a.content) or is_laid_by(event, a))
        and a.said_by is not None
    ]
    if not around or event.presupposed:
        return (None,)
    least = min(around)[0]
    same_words = attributions[min(around)[1]].content
    same = [i for size, i in around if size == least and attributions[i].content == same_words]
    outer = {attributions[i].inside for i in same}
    return tuple(dict.fromkeys(_undoing(i, attributions) for i in same if i not in outer))


def is_laid_by(event: Event, said: Attribution) -> bool:
    """'Police blamed the Front', 'pointed the finger at it': the words of blaming tell whose the deed was."""
    is_blame = any(role.name == "actor" for role in event.roles) and event.type != "condemnation"
    return is_blame and said.stance == "accuses" and said.cue.covers(event.trigger)


def _undoing(index: int, attributions: Sequence[Attribution]) -> int:
    """'The Banner withdrew its report that ...': the words are the Banner's, taken back."""
    outer = attributions[index].inside
    if outer is None or attributions[outer].stance not in CONTRADICTING:
        return index
    return outer if is_same_voice(attributions[outer], attributions[index]) else index


def contradicted_by(index: int, annotations: Annotations) -> tuple[Event, ...]:
    """'Disputed the army's claim of victory': what another claims, which this one denies or doubts."""
    said = annotations.attributions
    if said[index].stance not in _BY_WORD:
        return ()

    def is_handed_on(holder: int | None) -> bool:
        if holder is None or said[holder].inside != index:
            return False
        return said[holder].stance not in CONTRADICTING

    return tuple(
        event
        for event in annotations.events
        if not event.presupposed and not event.background
        if any(map(is_handed_on, holders_of(event, said)))
    )
