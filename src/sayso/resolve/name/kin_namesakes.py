"""The named mentions of a report in; the same with kin of one name told apart out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Literal

from sayso.resolve.name.namesakes import NAMESAKE
from sayso.tables import read_shipped
from sayso.types import Mention

Bearing = Literal["younger", "elder", "other"]

ELDER = "-sr"
_NEAR = 150  # characters between a name and that of a kinsman who has it too
_YOUNGER = frozenset({"child", "nephew", "grandchild", "godchild", "child_in_law"})
_ELDER = frozenset({"parent", "uncle", "grandparent", "godparent", "parent_in_law"})
_OTHER: Mapping[Bearing, Bearing] = {"younger": "elder", "elder": "younger", "other": "other"}


def tell_kin_apart(mentions: Sequence[Mention], text: str) -> tuple[Mention, ...]:
    """'Karim Odas and his son Karim Odas', 'Karim Odas, son of Karim Odas': two, the elder marked.

    Marked, so that in every report the son has the plain id and the father the other; with all that
    the report names so before.
    """
    told = list(mentions)
    for at, mention in enumerate(told):
        entity = mention.entity
        if entity is None or mention.kind != "person" or " " not in (mention.name or ""):
            continue
        start = mention.span.start
        known = [n for n in range(at) if told[n].entity == entity and told[n].span.stop < start]
        bearing = _bearing(told[known[-1]], mention, told, text) if known else None
        if bearing == "younger":
            for one in known:
                told[one] = replace(told[one], entity=f"{entity}{ELDER}")
        elif bearing is not None:
            ending = ELDER if bearing == "elder" else NAMESAKE
            told[at] = replace(mention, entity=f"{entity}{ending}")
    return tuple(told)


def _bearing(
    known: Mention, mention: Mention, mentions: Sequence[Mention], text: str
) -> Bearing | None:
    """What a name is told to be of the one who has it before; None: no kin, or somebody else's.

    'Odas was killed; his mother mourned her son Karim Odas' tells of one.
    """
    gap = text[known.span.stop : mention.span.start]
    owned, of = _patterns()
    told = (owned.search(gap) or of.search(gap)) if len(gap) <= _NEAR else None
    if told is None or kin_word().search(gap, 0, told.start()):
        return None
    between = (m for m in mentions if known.span.stop <= m.span.start < mention.span.start)
    if any(m.kind == "person" and m.entity and m.entity != known.entity for m in between):
        return None
    bearing = _kin()[told["kin"].lower()]
    return _OTHER[bearing] if told.re is of else bearing


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """', and his eldest son, ', "'s son ", ' and son '; ', 22, the son of the late '."""
    kin = rf"(?P<kin>{kin_word().pattern})"
    owner = r"(?:\b(?:[Hh]is|[Hh]er)|['’]s?|\band)"
    owned = rf"{owner} (?:[\w-]+ ){{0,2}}?{kin},?(?: also| also named| also called)? $"
    aged = r"(?:,? (?:aged )?\d{1,3},?)?"
    of = rf"^{aged},? (?:(?:the|an?) )?(?:[\w-]+ )?{kin} of (?:the late )?$"
    return re.compile(owned), re.compile(of)


@cache
def kin_word() -> re.Pattern[str]:
    """Any word for kin, whole."""
    words = sorted(_kin(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


@cache
def _kin() -> Mapping[str, Bearing]:
    """Each word for kin, and whether it is for the younger of two."""
    found: dict[str, Bearing] = {}
    for kind, row in read_shipped("kin.toml").items():
        for word in row["words"]:
            found[word] = "younger" if kind in _YOUNGER else "elder" if kind in _ELDER else "other"
    return found
