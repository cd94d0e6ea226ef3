"""Claims in, what they tell of the people of each report besides names out: what became of them, what they are.

Those too whom a report only describes: "a tractor driver". What may tell two reports' people for one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from sayso.tables import read_shipped
from sayso.types import DESCRIBED, Claim, Mention
from sayso.weigh.questions import weight_of
from sayso.weigh.trigger_words import quoted_trigger

# What two reports may well call by another word of these.
_FATES: Mapping[str, str] = {
    "killed": "dead", "died": "dead", "executed": "dead", "body_found": "dead", "buried": "dead",
    "injured": "hurt", "hospitalised": "hurt", "captured": "held", "detained": "held", "arrest": "held",
    "abducted": "taken", "missing": "missing", "disappeared": "missing", "released": "free",
    "exchanged": "free", "fled": "fled",
}  # fmt: skip
_THE = re.compile(r"^the ", re.IGNORECASE)
_SUFFERING = frozenset({"victim", "person"})
_BEREAVED = (["widow"], ["widower"])
_HELD = frozenset({"office", "occupation"})
_KEYED = ("person/", "group/")


@dataclass(slots=True)
class Traits:
    """words: what a person is called; offices: the office with whose it is; fates: see above."""

    words: dict[str, None] = field(default_factory=dict)
    offices: dict[str, None] = field(default_factory=dict)
    fates: set[str] = field(default_factory=set)


Key = tuple[str, str]


def find_traits(claims: Iterable[Claim]) -> Mapping[Key, Traits]:
    """By report and person. Who says anything without a name is left out, as `told_kin` does."""
    told = tuple(claims)
    voices = unnamed_voices(told)
    found: dict[Key, Traits] = defaultdict(Traits)
    for claim in told:
        if weight_of(claim) != "assert":
            continue
        for role in claim.event.roles:
            who = key_of(role.filler, claim.report, voices)
            if who is None:
                continue
            traits = found[claim.report, who]
            if role.filler.kind == "role":
                traits.words.setdefault(role.filler.words)
            if claim.event.type in _HELD and role.name == "holder" and not claim.event.background:
                traits.words.setdefault(quoted_trigger(claim))
                traits.offices.update(dict.fromkeys(_offices(claim)))
            if role.name in _SUFFERING and claim.event.type in _FATES:
                traits.fates.add(_FATES[claim.event.type])
            if role.name == "kin" and quoted_trigger(claim).split()[-1:] in _BEREAVED:
                traits.fates.add("dead")
    return found


def fates_told(words: Iterable[str]) -> frozenset[str]:
    """What the words of a description tell of a fate: 'murdered' of 'her murdered bodyguard'."""
    return frozenset(fate for word in words for fate in _fated().get(word, ()))


@cache
def _fated() -> Mapping[str, frozenset[str]]:
    rows = read_shipped("references.toml")["fated"].values()
    return {
        word: frozenset(_FATES[fate] for fate in row["fates"] if fate in _FATES)
        for row in rows
        for word in row["words"]
        if len({_FATES.get(fate) for fate in row["fates"]}) == 1
    }


def _offices(claim: Claim) -> Iterator[str]:
    """'The governor of Karez', where the claim is of an office."""
    if claim.event.type == "office":
        bodies = [r.filler.words for r in claim.event.roles if r.name == "group"]
        office = _THE.sub("", quoted_trigger(claim), count=1).split(" of ")[0]
        whose = {body.removeprefix("the "): None for body in bodies}
        yield from (f"the {office} of {body}" for body in whose)
        if office and not bodies:
            yield f"the {office}"


def unnamed_voices(claims: Iterable[Claim]) -> frozenset[tuple[str, str]]:
    """By report, the words for those who say anything there without a name."""
    return frozenset(
        (claim.report, step.label.lower())
        for claim in claims
        for step in claim.chain
        if step.naming != "named"
    )


def key_of(mention: Mention, report: str, voices: frozenset[tuple[str, str]]) -> str | None:
    """An entity, or the words that describe someone; None: nobody who may be linked."""
    if mention.entity is not None:
        return mention.entity if mention.entity.startswith("person/") else None
    if mention.kind != "role" or (report, mention.words.lower()) in voices:
        return None
    span = mention.means or mention.span
    return f"{DESCRIBED}{report}/{span.start}-{span.stop}"
