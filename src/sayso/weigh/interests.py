"""The propositions of a matter in, the same out with who gains and loses, and what excludes what."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.event_types import load_event_types
from sayso.types import Claim, Role
from sayso.weigh.assertions import Proposition
from sayso.weigh.lives import are_apart, is_at_large, lived_after
from sayso.weigh.questions import Parties, Reply
from sayso.weigh.targets import rules_out

Replies = Mapping[tuple[str, str], Sequence[Reply]]
RIVAL = "explosion/of its own"  # the account of a side that denies the blow
BLAMING = frozenset({"who_did_it", "who_broke_it"})
HOLDING = frozenset({"who_holds", "who_won"})
_HEARD_OF = frozenset(
    "alive killed died executed buried injured hospitalised captured detained released rescued".split()
)
_FREED = frozenset({"alive", "released", "rescued"})  # good for whose people they are
_TAKEN = frozenset({"captured", "surrender"})
_ACCUSING = frozenset({"happened", "how_many", "fate", "to_whom"})
_ARMED = frozenset({"soldiers", "fighters"})
_ENDED = frozenset({"killed", "died", "executed", "buried"})


def link_propositions(
    propositions: Sequence[Proposition], replies: Replies, dated: Mapping[str, Parties]
) -> tuple[Proposition, ...]:
    """Interest by question (WEIGHING.md, section 1), contradiction and succession (section 5).

    dated: proposition -> the parties as they stood when it happened
    """
    accused = _accused(propositions, replies, dated)
    linked = []
    for one in propositions:
        mine = replies[one.question, one.value]
        others = [o for o in propositions if o.id != one.id]
        later = [o for o in others if _succeeds(o, one, replies)]
        against = [
            o for o in others
            if _exclude(one, o, replies) and o not in later and not _succeeds(one, o, replies)
        ]  # fmt: skip
        linked.append(
            replace(
                one,
                loses=_losing(one, mine, accused, dated[one.id]),
                gains=_gaining(one, mine, dated[one.id]),
                contradicts=tuple(o.id for o in against),
                superseded_by=tuple(o.id for o in later),
            )
        )
    return tuple(linked)


def _accused(
    propositions: Sequence[Proposition], replies: Replies, dated: Mapping[str, Parties]
) -> tuple[str, ...]:
    blaming = [one for one in propositions if one.question in BLAMING]
    blamed = ((r, dated[one.id]) for one in blaming for r in replies[one.question, one.value])
    return tuple(sorted({side_of_actor(r, parties) for r, parties in blamed if r.actor}))


def party_of(entity: str | None, parties: Parties) -> str:
    """The side of an entity, or its organisation where the register gives it none."""
    organisation = (entity or "").removeprefix("group/")
    return parties.sides.get(organisation, organisation)


def side_of_actor(reply: Reply, parties: Parties) -> str:
    """The side of who holds or did it: also of 'two Upland sentries', and of a side's general."""
    side = party_of(reply.actor, parties)
    fillers = (r.filler for r in reply.claim.event.roles)
    actor = next((m for m in fillers if reply.actor in {m.entity, m.words.lower()}), None)
    if actor is None or side in parties.sides.values():
        return side
    return parties.side_of(actor) or side


def _losing(
    one: Proposition, replies: Sequence[Reply], accused: tuple[str, ...], parties: Parties
) -> tuple[str, ...]:
    if one.question in BLAMING:
        return (side_of_actor(replies[0], parties),)
    kind = load_event_types()[replies[0].claim.event.type]
    if kind.name in _FREED or one.question not in _ACCUSING:
        return ()
    is_of_arms = one.victims in _ARMED or kind.name in {*_TAKEN, "property_damage"}
    is_of_arms |= any(_is_loser(r.claim, role) for r in replies for role in r.claim.event.roles)
    if one.question == "fate" or is_of_arms:
        hurt = _hurt(replies, parties)
        if hurt or one.question == "fate":
            return hurt
    return accused if kind.interest in {"accused", "person_side"} else ()


def _gaining(one: Proposition, replies: Sequence[Reply], parties: Parties) -> tuple[str, ...]:
    if one.question in HOLDING and replies[0].actor is not None:
        return (side_of_actor(replies[0], parties),)
    kind = replies[0].claim.event.type
    return _hurt(replies, parties) if one.question == "fate" and kind in _FREED else ()


def _hurt(replies: Sequence[Reply], parties: Parties) -> tuple[str, ...]:
    """The side whose people or arms were hit or taken, where all who say anything of it agree."""
    fillers = [
        role.filler
        for reply in replies
        for role in reply.claim.event.roles
        if role.name in {"victim", "person", "target"} or _is_loser(reply.claim, role)
    ]
    sides = {side for m in fillers if (side := parties.side_of(m)) is not None}
    return tuple(sides) if len(sides) == 1 else ()


def _is_loser(claim: Claim, role: Role) -> bool:
    """'The army lost 3,000 men'."""
    return role.name == "group" and load_event_types()[claim.event.type].family == "fate"


def _exclude(one: Proposition, other: Proposition, replies: Replies) -> bool:
    """Whether at most one of two answers can hold: two holders of a place, killed and alive."""
    if one.question == other.question and one.question in HOLDING:
        return _two_answers(one, other)
    if one.question == other.question == "whereabouts":
        mine, theirs = _claims_of(one, replies), _claims_of(other, replies)
        return any(are_apart(a, b) for a in mine for b in theirs)
    types = load_event_types()
    kind, their_kind = one.value.split("/")[0], other.value.split("/")[0]
    if (
        kind not in types
        or their_kind not in types
        or {one.question, other.question} & {*BLAMING, "how_many"}
    ):
        return False
    if RIVAL in {one.value, other.value} and kind != their_kind:
        blow = other if one.value == RIVAL else one
        is_told = any(reply.weight == "assert" for reply in replies[blow.question, blow.value])
        return is_told and one.question == other.question == "happened"
    if kind == their_kind == "alive":
        return False
    if "alive" in {kind, their_kind} and _ENDED & {kind, their_kind}:
        living, dead = (one, other) if kind == "alive" else (other, one)
        return lived_after(_claims_of(living, replies), _claims_of(dead, replies))
    if {kind, their_kind} == {"alive", "captured"}:
        living, taken = (one, other) if kind == "alive" else (other, one)
        seen, held = _claims_of(living, replies), _claims_of(taken, replies)
        return is_at_large(seen) and lived_after(seen, held)
    return their_kind in types[kind].contradicts or kind in types[their_kind].contradicts


def _two_answers(one: Proposition, other: Proposition) -> bool:
    same_type = one.value.split("/")[0] == other.value.split("/")[0]
    return same_type and "/" in one.value and "/" in other.value


def _claims_of(one: Proposition, replies: Replies) -> list[Claim]:
    return [reply.claim for reply in replies[one.question, one.value]]


def _succeeds(later: Proposition, earlier: Proposition, replies: Replies) -> bool:
    """Whether the one follows the other: a place changed hands (every time told of the one lies
    after every time of the other), who was missing is heard of, or a site is put right."""
    if later.question == earlier.question == "to_whom":  # "the mill, and not the school"
        said = (r.claim for r in replies[later.question, later.value] if r.weight == "assert")
        return any(rules_out(claim, earlier.value) for claim in said)
    if later.question == earlier.question == "fate":
        return earlier.value == "missing" and later.value.split("/")[0] in _HEARD_OF
    if (
        later.question != "who_holds"
        or earlier.question != "who_holds"
        or not _two_answers(later, earlier)
    ):
        return False
    after = _told(replies[later.question, later.value])
    before = _told(replies[earlier.question, earlier.value])
    return bool(after and before) and min(start for start, _ in after) > max(
        stop for _, stop in before
    )


def _told(replies: Sequence[Reply]) -> list[tuple[str, str]]:
    """The times that claims give the event itself; none if one of them gives none."""
    intervals = [r.claim.when.interval if r.claim.when is not None else None for r in replies]
    return [(i.start, i.stop) for i in intervals if i is not None] if all(intervals) else []
