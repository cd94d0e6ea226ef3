"""A figure and those known so far in, what speaks against their being one out."""

from datetime import datetime
from functools import cache

from sayso.tables import read_shipped
from sayso.weigh.clusters import Cluster
from sayso.weigh.linked_figures import Figure, KinTie
from sayso.weigh.told_alike import are_of_age

_YEAR, _STEPS = 365, 2  # days in which one may rise by how many ranks
YEARS = 4  # by which the ages that two reports give one person may differ


def is_other_gender(figure: Figure, cluster: Cluster) -> bool:
    """Pronouns are often misread, so gender speaks against what names leave open, not against names."""
    return bool(figure.gender and cluster.genders and figure.gender not in cluster.genders)


def is_other_rank(figure: Figure, cluster: Cluster) -> bool:
    """Ranks are given and taken, so that they speak against what names leave open alone.

    Who is a captain in one year may be a major in the next.
    """
    if not figure.ranks or not cluster.ranks:
        return False
    return not any(
        rank == other or _has_risen((other, day), (rank, figure.published or ""))
        for rank in figure.ranks
        for other, days in cluster.ranks.items()
        for day in days
    )


def _has_risen(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether the one told of later is the next higher rank or the one above it, a year on or more."""
    (rank, day), (later, later_day) = sorted((one, other), key=lambda told: told[1])
    ranks = _ranks()
    if not day or rank not in ranks or later not in ranks:
        return False
    steps = ranks.index(rank) - ranks.index(later)
    days = datetime.fromisoformat(later_day) - datetime.fromisoformat(day)
    return 0 < steps <= _STEPS and days.days >= _YEAR


@cache
def _ranks() -> tuple[str, ...]:
    """From the highest."""
    return tuple(read_shipped("titles.toml")["ranks"])


def is_of_other_age(figure: Figure, cluster: Cluster) -> bool:
    """Reports err in ages, so that a year or two speak against what names leave open alone."""
    return any(are_of_age(figure, other) is False for other in cluster.told)


def is_told_otherwise(figure: Figure, cluster: Cluster) -> bool:
    """Whether ages are not one's, or he speaks of whom an earlier report told that he is dead.

    Reports of a death err often, so that it speaks against an initial alone.
    """
    if is_of_other_age(figure, cluster):
        return True
    return figure.speaks and any("dead" in other.fates for other in cluster.told)


def is_voice(figure: Figure) -> bool:
    """Whether it is an unnamed person who says something."""
    return figure.is_source and figure.kind == "person"


def may_be_one_sex(one: KinTie, other: KinTie) -> bool:
    return None in {one.gender, other.gender} or one.gender == other.gender


def bars(figure: Figure, cluster: Cluster) -> bool:
    """Whether number, side, age or report speak against their being one."""
    if (figure.kind == "crowd") != (cluster.kind == "crowd"):
        return True
    if figure.side and cluster.sides and figure.side not in cluster.sides:
        return True
    if figure.born is not None and any(abs(figure.born - year) > YEARS for year in cluster.born):
        return True
    return bool(figure.names) and figure.report in cluster.named_in
