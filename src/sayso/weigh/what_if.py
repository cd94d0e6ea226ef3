"""Propositions and assertions go in; what each standing would be if nobody were outside comes out.

WEIGHING.md section 1: who has no side is counted as no party, and the page shows what hangs on it.
"""

from collections.abc import Iterable

from sayso.weigh.assertions import Assertion, Proposition, Standing
from sayso.weigh.statuses import Register, judge, survey

# A side of its own, for questions that only say who loses: every other side gains.
THOSE_WHO_GAIN = "those who gain"


def stand_if_partial(
    propositions: Iterable[Proposition],
    assertions: Iterable[Assertion],
    *,
    as_of: str | None,
    register: Register,
) -> dict[str, Standing]:
    """Each standing if all counted as no party stood with the side that gains.

    A question with no interest at stake is left out: nothing hangs on sides there.
    """
    asked = tuple(propositions)
    grounds = survey(asked, assertions, as_of)
    return {
        one.id: judge(one, grounds, take_sides(one, judge(one, grounds, register), register))
        for one in asked
        if one.loses or one.gains
    }


def take_sides(one: Proposition, standing: Standing, register: Register) -> Register:
    """The register with the outsiders of one standing on the side that gains, but for the accused."""
    gaining = register.get(one.gains[0], one.gains[0]) if one.gains else THOSE_WHO_GAIN
    joining = (group for group in standing.no_party if group not in one.loses)
    return {**register, **dict.fromkeys(joining, gaining)}
