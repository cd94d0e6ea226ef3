"""Claims in, who is told to be whose kin in each report out, those too whom it only describes: "his mother"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.types import Claim
from sayso.weigh.linked_figures import KinTie, NameSense
from sayso.weigh.questions import weight_of
from sayso.weigh.traits import key_of, unnamed_voices
from sayso.weigh.trigger_words import quoted_trigger

_Told = tuple[str, str, KinTie]


def find_kin(
    claims: Iterable[Claim], sense: NameSense
) -> Mapping[tuple[str, str], Sequence[KinTie]]:
    """By report and person, what the person is to another of that report.

    A person without a name goes by "described/", the report and the words. Who says anything
    without a name is left out: such a source is linked to nobody (DESIGN.md section 5, number 12).
    """
    told = tuple(claims)
    voices = unnamed_voices(told)
    found: dict[tuple[str, str], list[KinTie]] = defaultdict(list)
    for claim in told:
        if claim.event.type == "kinship" and weight_of(claim) == "assert":
            for who, tie in _ties_of(claim, sense, voices):
                if tie not in found[claim.report, who]:
                    found[claim.report, who].append(tie)
    return found


def _ties_of(
    claim: Claim, sense: NameSense, voices: frozenset[tuple[str, str]]
) -> Iterator[tuple[str, KinTie]]:
    noun = sense.kin(quoted_trigger(claim))
    persons, others = (
        [r.filler for r in claim.event.roles if r.name == name] for name in ("person", "kin")
    )
    if noun is None or len(persons) != 1 or len(others) != 1:
        return
    one, other = (key_of(m, claim.report, voices) for m in (persons[0], others[0]))
    if one is None or other is None or one == other:
        return
    kind, gender = noun
    yield one, KinTie(kind, gender, f"{claim.report} {other}")
    sex = sense.sex(others[0].name) if others[0].name is not None else None
    yield other, KinTie(sense.turned(kind), sex, f"{claim.report} {one}")
