"""The persons brought up before a 'he' or 'her' in, how strongly each is on the reader's mind out."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.resolve.name.references import Gender
from sayso.resolve.name.scenes import Standing
from sayso.types import Mention

# All chosen on the training half of bench/gold/people (python -m bench.people).
REACH = 250  # characters in which the hold of a mention falls to a third
NAMED, DESCRIBED, PRONOUN = 1.0, 0.6, 0.8
OPENS, IN_PASSING, OWNS = 1.5, 0.5, 0.7
SAME_SENTENCE = 1.0  # "he ... his" in one sentence
OWNED = 0.3  # "his ... he"
SUBJECT = 0.5  # an owner is most often whoever the sentence began with
NAMED_HERE = 1.5  # "he" after a name in its own sentence
EARLIER = 0.3  # in a paragraph before the pronoun's
KNOWN = 0.4  # a gender that is told, and fits

_SUBJECTS = frozenset({"he", "she"})


@dataclass(frozen=True, slots=True)
class Trace:
    """One mention of a candidate before the pronoun, as salience wants it; `is_earlier`: it stands
    in a paragraph before the pronoun's."""

    mention: Mention
    standing: Standing
    is_named: bool
    is_pronoun: bool
    opens: bool
    owns: bool
    is_earlier: bool = False


def strongest(
    traces: Mapping[int, Sequence[Trace]],
    pronoun: Mention,
    standing: Standing,
    genders: Mapping[int, Gender | None],
    pulls: Mapping[int, float],
) -> int | None:
    """The number of whom 'he' or 'her' most likely means, by the traces that each has left."""
    is_owner = pronoun.words.lower() in {"his", "her"}
    holds = {
        number: hold(left, pronoun, standing, gender=genders[number], is_owner=is_owner)
        + pulls.get(number, 0.0)
        for number, left in traces.items()
    }
    return max(holds, key=lambda number: (holds[number], number), default=None)


def leave_owners_behind(traces: Mapping[int, Sequence[Trace]]) -> dict[int, list[Trace]]:
    """'Odas's clerk, Hadi Sol, came': Sol opens the sentence, and Odas no longer, if 'his' may be Sol's."""
    opened = {
        t.standing.sentence for left in traces.values() for t in left if t.opens and not t.owns
    }
    return {
        number: [
            replace(t, opens=False) if t.owns and t.standing.sentence in opened else t for t in left
        ]
        for number, left in traces.items()
    }


def hold(
    traces: Iterable[Trace],
    pronoun: Mention,
    standing: Standing,
    *,
    gender: Gender | None,
    is_owner: bool,
) -> float:
    """How much a pronoun may mean who left these traces; gender: as known of him before."""
    total = KNOWN if gender is not None else 0.0
    for trace in traces:
        back = pronoun.span.start - trace.mention.span.stop
        weight = PRONOUN if trace.is_pronoun else NAMED if trace.is_named else DESCRIBED
        weight *= OPENS if trace.opens else 1.0
        weight *= IN_PASSING if trace.standing.told_only else 1.0
        weight *= OWNS if trace.owns else 1.0
        weight *= EARLIER if trace.is_earlier else 1.0
        total += weight * math.exp(-back / REACH)
        if trace.standing.sentence == standing.sentence:
            is_chained = trace.is_pronoun and (is_owner or trace.mention.words.lower() in _SUBJECTS)
            total += SAME_SENTENCE if is_chained else OWNED if trace.is_pronoun else 0.0
            is_here = trace.is_named and not trace.is_pronoun and not is_owner
            total += NAMED_HERE if is_here and not trace.standing.told_only else 0.0
            total += SUBJECT if is_owner and trace.opens else 0.0
    return total


def rank(
    other: Mention, there: Standing, standing: Standing, *, opens: bool, text: str
) -> tuple[int, ...]:
    """The order of those whom a pronoun that speaks, or no person's, may mean, the likeliest first.

    Who spoke, or opened a sentence, before others; then the nearest sentence, and in it who speaks,
    the last first, then the others in their order, owners ("Odas's men") last. Who stands behind
    his verb, as in "Odas was told by a clerk", is one of the others.
    """
    back = standing.sentence - there.sentence
    speaks = standing.depth is not None
    is_told = speaks and not {*there.inside} <= {*standing.inside}
    is_object = speaks and back > 0 and not opens
    if there.depth is not None and not text[: other.span.start].rstrip().lower().endswith(" by"):
        return is_told, is_object, back, there.depth, -other.span.start
    is_owner = text.startswith(("’s", "'s"), other.span.stop)
    return is_told, is_object, back, 3 if is_owner else 2, other.span.start
