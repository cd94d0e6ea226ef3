"""A claim in; what it says that somebody is (whose kin, of what office, group or age) in a few words out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sayso.types import Claim, Mention, Role
from sayso.weigh.minors import age_told

if TYPE_CHECKING:
    from sayso.resolve.parties import Register

Part = Literal["roles", "groups", "kin", "age", "fate", "whereabouts", "acts"]
_PART_OF: Mapping[str, Part] = {
    "office": "roles",
    "occupation": "roles",
    "appointment": "roles",
    "membership": "groups",
    "kinship": "kin",
    "age": "age",
}
_BEFORE = frozenset({"a", "an", "the", "his", "her", "its", "their", "our", "my"})
_BODIES = frozenset({"group", "office"})


@dataclass(frozen=True, slots=True)
class State:
    """`words` are neutral, and never shown without who says so.

    is_former: it is told as over
    other:     the entity of a named person in the words
    """

    part: Part
    words: str
    is_former: bool = False
    other: str | None = None


def find_states(
    claim: Claim, bearers: frozenset[str], text: str, register: "Register"
) -> tuple[State, ...]:
    """What a claim says that the bearers of these ids are; else of which type it is.

    text: of the claim's report, for the words that name the office or the kin
    """
    part = _PART_OF.get(claim.event.type)
    mine = next((role for role in claim.event.roles if role.filler.entity in bearers), None)
    if part is None or mine is None:
        return (State("acts", claim.event.type.replace("_", " ")),)
    words = _bare(claim.event.trigger.of(text))
    former = claim.event.background
    if part == "age":
        return (State(part, str(age_told(claim) or words)),)
    if part == "kin":
        told = tuple(State(part, kin, former, other) for kin, other in _kin(claim, mine, words))
        return told or (State(part, words, former),)
    others = (r.filler for r in claim.event.roles if r.name in _BODIES and r is not mine)
    body = next((one for one in others if one.entity not in bearers), None)
    if body is None:
        return (State(part, words, former),)
    group = State("groups", describe_group(body, register), former)
    if part == "groups":
        return (group,)
    is_told = name_of(body).casefold() in words.casefold()
    role = State(part, words if is_told else f"{words}, {name_of(body)}", former)
    return (role, group) if body.kind == "group" else (role,)


def find_voice(claim: Claim, bearers: frozenset[str], register: "Register") -> tuple[State, ...]:
    """For whom the speaker of a claim speaks, where its report or the register tells."""
    speaker = claim.chain[-1]
    if speaker.entity not in bearers or speaker.organisation is None:
        return ()
    return (State("groups", f"speaking for {_describe(speaker.organisation, register)}"),)


def describe_group(body: Mention, register: "Register") -> str:
    """'Southern Council (side: south)'; a group that the register does not hold is as it is named."""
    id_ = (body.entity or "").removeprefix("group/")
    return _describe(id_, register) if id_ in register.parties else name_of(body)


def _describe(organisation: str, register: "Register") -> str:
    party = register.parties.get(organisation)
    if party is None:
        return organisation.replace("_", " ").replace("-", " ")
    return f"{party.name} (side: {party.side})" if party.side is not None else party.name


def _kin(claim: Claim, mine: Role, words: str) -> Iterator[tuple[str, str | None]]:
    """'son of Karim Odas'; of the father himself, 'Dario Odas: son'; each with the other's entity."""
    wanted, form = (
        ("kin", "{words} of {name}") if mine.name == "person" else ("person", "{name}: {words}")
    )
    for role in claim.event.roles:
        other = role.filler
        if role is not mine and role.name == wanted and (other.entity or "") != mine.filler.entity:
            is_person = other.entity is not None and other.entity.startswith("person/")
            told = form.format(words=words, name=name_of(other))
            yield told, other.entity if is_person else None


def _bare(words: str) -> str:
    """Without line breaks, and the article or owner before it: 'the governor' is of the office 'governor'."""
    told = " ".join(words.split())
    first, _, rest = told.partition(" ")
    return rest if rest and first.lower() in _BEFORE else told


def name_of(mention: Mention) -> str:
    return " ".join((mention.name or mention.words).split())
