"""A claim's answer in, the assertion that weighing wants out: who says it, and how they know."""

from sayso.event_types import load_event_types
from sayso.types import Basis, Claim, Interval, Mention, Source, SourceKind
from sayso.weigh.assertions import Assertion, Proposition, Quantity, Voice
from sayso.weigh.questions import APART, Parties, Reply, is_of_person
from sayso.weigh.truces import is_of_breach

_HARMS = frozenset({"killed", "died", "injured", "body_found", "displaced"})


def assertion_of(reply: Reply, proposition: Proposition, parties: Parties) -> Assertion | None:
    """The reply as weighing wants it; None where it weighs nothing."""
    if reply.weight is None:
        return None
    claim = reply.claim
    count = reply.count
    scope = claim.scope if count is None or claim.scope != "total" else count.scope
    return Assertion(
        id=f"{claim.id}/{proposition.id}/{count.span.start if count is not None else ''}",
        report=claim.report,
        outlet=_outlet(claim, parties),
        proposition=proposition.id,
        stance=reply.weight,
        published=claim.published_at,
        copies=_copies_of(claim, parties),
        withdrawn=parties.withdrawn.get(claim.report),
        chain=() if claim.own else tuple(_voice(step, parties) for step in claim.chain),
        basis=_basis(claim, parties),
        said_at=_said_at(claim, parties),
        direct=claim.direct,
        hedged=claim.hedged,
        quantity=Quantity(count.op, count.low, count.high, count.word)
        if count is not None
        else None,
        scope=scope,
        part_of=("who", count.group) if count is not None and scope == "part" else None,
    )


def _said_at(claim: Claim, parties: Parties) -> Interval | None:
    """When its words were heard first, or when its report says."""
    told = claim.said_at.interval if claim.said_at is not None else None
    return told if claim.id in parties.corrected else parties.first_said.get(claim.id, told)


def _copies_of(claim: Claim, parties: Parties) -> tuple[str, ...]:
    """The reports that its report copies, and the one that its own words are from."""
    aside = parties.corrected.get(claim.id, frozenset())
    copies = tuple(r for r in parties.copies.get(claim.report, ()) if r not in aside)
    root = parties.twins.get(claim.id)
    known = {*copies, *aside, *parties.versions.get(claim.report, ())}
    return copies if root is None or root.report in known else (*copies, root.report)


def _outlet(claim: Claim, parties: Parties) -> Voice:
    name = claim.outlet or "unknown outlet"
    return Voice(name, "outlet", "named", parties.owners.get(name.casefold()))


def _voice(step: Source, parties: Parties) -> Voice:
    """A source as a voice; an outlet that no party owns is by its name the one that it prints.

    A person of such an outlet is of its group, and speaks without passing on.
    """
    organisation = step.organisation
    is_free = organisation in parties.names and organisation not in parties.sides
    if organisation is not None and step.kind in {"outlet", "agency"} and is_free:
        is_person = (step.entity or "").startswith("person/")
        kind: SourceKind = "unknown" if is_person else "outlet"
        return Voice(parties.names[organisation], kind, "named", None)
    name = step.entity if step.naming == "named" and step.entity is not None else step.label
    return Voice(name, step.kind, step.naming, step.organisation)


def _basis(claim: Claim, parties: Parties) -> Basis:
    if not claim.chain:
        return "not_stated"
    if claim.event.type == "victory_claim":
        return "assesses"  # who won is a judgement, whoever makes it
    if claim.stance == "admits":
        return "not_stated" if _is_put_in_mouth(claim, parties) else "saw"
    if _is_guess(claim, parties):
        return "not_stated"
    return claim.chain[-1].basis


def _is_put_in_mouth(claim: Claim, parties: Parties) -> bool:
    """'The enemy admitted', in one's own paper: the word is the paper's, and no admission."""
    owner = parties.owners.get((claim.outlet or "").casefold())
    speaker = claim.chain[-1].organisation
    if owner is None or speaker is None:
        return False
    sides = parties.sides.get(owner), parties.sides.get(speaker)
    return None not in sides and sides[0] != sides[1]


def _is_guess(claim: Claim, parties: Parties) -> bool:
    """A belligerent knows its own acts and losses; of the enemy's blows, of civilians, and that
    somebody lives or where, it only says.

    Without a basis in its words such a statement is a position (WEIGHING.md, section 2).
    """
    speaker, kind = claim.chain[-1], load_event_types()[claim.event.type]
    is_assumed = speaker.kind in {"military", "government", "rebel"} and speaker.basis == "saw"
    is_assumed = is_assumed and (speaker.naming == "named" or speaker.organisation is not None)
    if not is_assumed or any(not shown.not_for for shown in claim.evidence):
        return False
    fillers = [role.filler for role in claim.event.roles]
    if kind.name == "alive" or kind.family == "whereabouts":
        return not any(m.entity == speaker.entity for m in fillers if m.entity)
    is_others = kind.family == "ceasefire" and (is_of_breach(claim) or bool(fillers))
    is_harm = (
        kind.family == "attack" or is_others or (kind.name in _HARMS and not is_of_person(claim))
    )
    is_of_arms = any(count.group in APART for count in claim.event.counts)
    return is_harm and not is_of_arms and not any(_is_own(m, speaker, parties) for m in fillers)


def _is_own(mention: Mention, speaker: Source, parties: Parties) -> bool:
    """Whether the mention is of the speaker's own side."""
    organisation = (mention.entity or "").removeprefix("group/")
    if mention.entity is None or speaker.organisation is None:
        return False
    side = parties.sides.get(speaker.organisation, speaker.organisation)
    return mention.entity == speaker.entity or parties.sides.get(organisation, organisation) == side
