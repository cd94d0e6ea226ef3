"""Who a report tells to be whose kin in, what that tells of the two out: of which sex, and whose next.

'Her grandson, Anton': a man. 'His father, Idris, led the guard; his brother, Ivo, fell': Ivo is no
brother of Idris.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.resolve.kindred import other_way
from sayso.resolve.name.references import Gender
from sayso.types import Mention

KIN_OWNER, KIN_TURNED = (
    0.8,
    1.5,
)  # on training passages of bench/gold/people (python -m bench.people)
_OTHER: Mapping[Gender, Gender] = {"male": "female", "female": "male"}


@dataclass(frozen=True, slots=True)
class Kinship:
    """One is the `kind` of another, as phrases of the report; gender: what the noun tells of the one."""

    person: Mention
    kind: str
    of: Mention
    gender: Gender | None


def genders_by_kin(kin: Iterable[Kinship]) -> Mapping[Mention, Gender]:
    """By phrase: a grandson is a man, and who has a wife most likely too."""
    found: dict[Mention, Gender] = {}
    for told in kin:
        if told.gender is not None:
            found.setdefault(told.person, told.gender)
            if told.kind == "spouse":
                found.setdefault(told.of, _OTHER[told.gender])
    return found


def pull_of_kin(
    pronoun: Mention, kin: Iterable[Kinship], seen: Mapping[Mention, int]
) -> Mapping[int, float]:
    """For a 'his' before a word for kin, by number: who may well own such kin, and who hardly.

    Whoever owned kin before it may, who was told as kin alone hardly; and 'his uncle' is his who was
    told to be a nephew, and not that uncle's own.
    """
    told = list(kin)
    kind = next((one.kind for one in told if one.of == pronoun), None)
    if kind is None:
        return {}
    before = [
        one
        for one in told
        if one.of.span.stop <= pronoun.span.start and {one.of, one.person} <= seen.keys()
    ]
    words = pronoun.words.lower()
    alike = [one for one in before if one.of.words.lower() == words]
    pulls: dict[int, float] = defaultdict(float)
    owners, persons = {seen[one.of] for one in alike}, {seen[one.person] for one in alike}
    pulls |= dict.fromkeys(owners - persons, KIN_OWNER)
    pulls |= dict.fromkeys(persons - owners, -KIN_OWNER)
    for one in before:
        if other_way(one.kind) == kind != one.kind:
            pulls[seen[one.person]] += KIN_TURNED
            pulls[seen[one.of]] -= KIN_TURNED
    return pulls
