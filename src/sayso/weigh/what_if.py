"""A proposition and what is said go in; its standing if nobody were outside comes out.

WEIGHING.md section 1: who has no side is counted as no party, and the page shows what hangs on it.
"""

from collections.abc import Mapping

from sayso.weigh.assertions import Proposition, Standing
from sayso.weigh.statuses import Ground, Register, judge

# A side of its own, for questions that only say who loses: every other side gains.
THOSE_WHO_GAIN = "those who gain"


def judge_if_partial(
    one: Proposition, grounds: Mapping[str, Ground], standing: Standing, register: Register
) -> Standing | None:
    """Its standing if all counted as no party stood with the side that gains; None: nobody gains.

    grounds, standing: what is said on it and those beside it, and how it stands now
    """
    if not one.loses and not one.gains:
        return None  # no interest is at stake: nothing hangs on sides there
    return judge(one, grounds, take_sides(one, standing, register))


def take_sides(one: Proposition, standing: Standing, register: Register) -> Register:
    """The register with the outsiders of one standing on the side that gains, but for the accused."""
    gaining = register.get(one.gains[0], one.gains[0]) if one.gains else THOSE_WHO_GAIN
    joining = (group for group in standing.no_party if group not in one.loses)
    return {**register, **dict.fromkeys(joining, gaining)}
