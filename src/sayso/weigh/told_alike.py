"""What two reports of one story tell of two people in; how much of it is the same, and what, out."""

from sayso.weigh.described_people import may_be_one
from sayso.weigh.linked_figures import Figure, NameSense

LEAST_POINTS = 2.0  # from here on two are one; with MARGIN chosen with bench/people.py
MARGIN = 0.5  # by which nobody else may come as near
_TRADE, _FATE, _WORD, _AGE, _OFFICE = 1.0, 1.0, 0.75, 1.0, 1.0
_YEAR = 1  # by which one's age may differ, as he has a birthday


def tell_alike(one: Figure, other: Figure, sense: NameSense) -> tuple[float, str]:
    """Points for what is told of both, and the words for it; less for what speaks against their being one."""
    trades, fates, words = (
        one.trades & other.trades, one.fates & other.fates, one.words & other.words
    )  # fmt: skip
    is_of_age = are_of_age(one, other)
    is_in_office = may_be_one(one.called, other.called, sense)
    points = (
        _TRADE * bool(trades)
        + _FATE * bool(fates)
        + _WORD * len(words) * bool(trades)
        + _AGE * (is_of_age or 0)
        + _OFFICE * is_in_office
    )
    if one.fates and other.fates and not fates:
        points -= _FATE
    if is_of_age is False:
        points -= _AGE
    told = [*sorted(trades), *sorted(fates), *(sorted(words) if trades else ())]
    told += ["of one age"] if is_of_age else []
    return points, f"told of alike in one story: {', '.join(told)}"


def are_of_age(one: Figure, other: Figure) -> bool | None:
    """Whether the ages told are one person's; None: of one of them none is."""
    if one.born is None or other.born is None:
        return None
    return abs(one.born - other.born) <= _YEAR
