"""The claims of one matter in, what each answers to which question out: propositions and assertions."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.event_types import EventType, load_event_types
from sayso.types import Basis, Claim, Count, Interval, Mention, Source, SourceKind
from sayso.weigh.assertions import Assertion, Proposition, Quantity, Voice, Weight
from sayso.weigh.doers import doer_of, filler, whose_arms
from sayso.weigh.headings import call_blow, call_counted, id_of, label_of, render
from sayso.weigh.lives import day_seen
from sayso.weigh.placing import set_in
from sayso.weigh.targets import site_of
from sayso.weigh.truces import is_kept, is_of_breach, is_set

_WEIGHTS: Mapping[str, Weight] = {
    "asserts": "assert", "admits": "assert", "accuses": "assert", "denies": "deny",
    "doubts": "unclear", "unclear": "unclear", "retracts": "retract",
}  # fmt: skip
_REVERSED: Mapping[Weight, Weight] = {"assert": "deny", "deny": "assert"}
_REAL = frozenset({"happened", "ongoing"})
_PARTS = frozenset({"children", "women", "civilians"})
_APART = frozenset({"soldiers", "fighters", "journalists", "medics"})
_HARMS = frozenset({"killed", "died", "injured", "body_found", "displaced"})
LOST = "lost"  # a place that somebody is said to have lost, to whom is not said


@dataclass(frozen=True, slots=True)
class Parties:
    """What weighing must know of the world, as plain tables.

    sides:  organisation -> side;  names: organisation -> what to call it
    owners: folded outlet -> organisation;  withdrawn: report -> since when
    copies: report -> every report it copies, at any depth
    first_said: claim -> when its words were said first, where they were heard before
    side_of: the side of a participant, where the register tells whose it is
    set_aside: claims that a person judged to be misread: shown, and never weighed
    """

    sides: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)
    withdrawn: Mapping[str, str] = field(default_factory=dict)
    copies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    first_said: Mapping[str, Interval] = field(default_factory=dict)
    side_of: Callable[[Mention], str | None] = lambda _: None
    set_aside: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reply:
    """One claim's answer to one question, before it is given a standing.

    value:    what it answers; two replies of one question and value are one proposition
    words:    the same for a reader
    weighs:   False: kept and shown, and given no weight (appeals, plans, hopes)
    """

    question: str
    value: str
    words: str
    claim: Claim
    weight: Weight | None
    count: Count | None = None
    category: str | None = None
    victims: str = "people"
    actor: str | None = None


def replies_of(claim: Claim, place: str | None) -> Iterator[Reply]:
    """All that a claim answers. place: what to call the matter's place."""
    kind = load_event_types()[claim.event.type]
    weight = weight_of(claim)
    if _is_left_open(claim):
        weight = "unclear"
    elif is_set(claim):
        weight = "assert"
    elif claim.event.modality not in _REAL or weight is None:
        question = claim.event.modality if claim.event.modality not in _REAL else "said"
        value = f"{kind.name}/{_key(claim, kind)}"
        yield Reply(question, value, render(kind, claim, place), claim, None)
        return
    yield from _BY_FAMILY.get(kind.family, _happened)(claim, kind, place, weight)


def _is_left_open(claim: Claim) -> bool:
    """'Could not tell whether gas had been used': asked, and not answered."""
    return claim.event.modality == "hypothetical" and claim.stance in {"no_knowledge", "unclear"}


def weight_of(claim: Claim) -> Weight | None:
    """The stance as a weight, turned round where the event itself is negated; None: weighs nothing."""
    weight = _WEIGHTS.get(claim.stance)
    return _reversed(weight, claim.event.negated)


def _reversed(weight: Weight | None, is_turned: bool) -> Weight | None:
    return _REVERSED.get(weight, weight) if weight is not None and is_turned else weight


def _key(claim: Claim, kind: EventType) -> str:
    role = filler(claim, kind.key, "actor", "holder", "victim", "target")
    return id_of(role) if role is not None else ""


def _happened(claim: Claim, kind: EventType, place: str | None, weight: Weight) -> Iterator[Reply]:
    value = f"{kind.name}/{_key(claim, kind)}"
    given = filler(claim, "topic") if kind.name == "aid" else None
    if given is not None:  # medicine sent is no weapons sent
        value = f"{value}/{given.words.split()[-1].lower()}"
    yield Reply("happened", value, render(kind, claim, place), claim, weight)


def _protest(claim: Claim, kind: EventType, place: str | None, weight: Weight) -> Iterator[Reply]:
    """One of its kind at a place and time, however many came; who was dispersed had gathered."""
    yield Reply("happened", kind.name, render(kind, claim, place), claim, weight)
    if claim.event.counts and kind.counted:
        yield from _numbers(claim, kind, place, weight)
    gathered = filler(claim, "target")
    if kind.name == "dispersal" and weight == "assert" and gathered is not None:
        at = f" {set_in(place)}" if place else ""
        yield Reply("happened", "protest", f"{gathered.words}{at}", claim, weight)


def _said(claim: Claim, kind: EventType, place: str | None, weight: Weight) -> Iterator[Reply]:
    yield Reply("what_was_said", claim.id, claim.words, claim, weight)


def _harm(claim: Claim, kind: EventType, place: str | None, weight: Weight) -> Iterator[Reply]:
    """A blow: that it fell, and who dealt it. Who denies having dealt it denies only that."""
    actor = doer_of(claim) or whose_arms(claim)
    what = call_blow(kind, claim, place)
    denies_doing = weight == "deny" and actor is not None and not claim.event.negated
    if not denies_doing:
        yield Reply("happened", kind.name, what, claim, weight)
    site = site_of(claim) if "to_whom" in kind.questions and not denies_doing else None
    if site is not None:
        yield Reply("to_whom", site, f"{site} hit", claim, weight)
    if actor is not None:
        yield Reply(
            "who_did_it",
            id_of(actor),
            f"{label_of(actor)} carried out the attack",
            claim,
            weight,
            actor=id_of(actor),
        )


def _casualties(
    claim: Claim, kind: EventType, place: str | None, weight: Weight
) -> Iterator[Reply]:
    """That people were killed (hurt, missing ...), how many, and by whom."""
    if kind.name == "body_found" and claim.event.negated and not claim.event.counts:
        yield Reply("said", kind.name, render(kind, claim, place), claim, None)
        return  # who is not found may still be dead
    if _is_of_person(claim) and kind.name == "alive":
        yield _dated(Reply("fate", kind.name, render(kind, claim, place), claim, weight))
    elif _is_of_person(claim):
        yield Reply("fate", kind.name, render(kind, claim, place), claim, weight)
    else:
        yield from _numbers(claim, kind, place, weight)
    actor = doer_of(claim)
    blames = (
        "who_did_it" in kind.questions
    )  # who finds, counts or buries the dead did nothing to them
    if actor is not None and weight != "unclear" and blames:
        words = f"{label_of(actor)} did it ({kind.name.replace('_', ' ')})"
        yield Reply("who_did_it", id_of(actor), words, claim, weight, actor=id_of(actor))


def _dated(reply: Reply) -> Reply:
    """The same keyed on the day of the evidence: alive on one day and on another are two answers."""
    day = day_seen(reply.claim)
    if day is None:
        return reply
    return replace(reply, value=f"{reply.value}/{day}", words=f"{reply.words} on {day}")


def _is_of_person(claim: Claim) -> bool:
    victim = filler(claim, "victim", "person")
    return victim is not None and (victim.entity or "").startswith("person/")


def _numbers(claim: Claim, kind: EventType, place: str | None, weight: Weight) -> Iterator[Reply]:
    counts: Sequence[Count | None] = claim.event.counts or (None,)
    totals = {c.group for c in claim.event.counts if c.scope == "total"}
    for count in counts:
        category = (
            " or ".join(count.categories)
            if count is not None and count.categories
            else kind.counted or kind.name
        )
        group = count.group if count is not None else "people"
        is_part = count is not None and (
            count.scope == "part" or (group in _PARTS and "people" in totals)
        )
        victims = group if group in _APART else "people"
        who = victims if not is_part else "people"
        reply = Reply(
            "how_many",
            f"{category}/{victims}",
            call_counted(claim, who, category, place),
            claim,
            weight,
            count,
            category,
            victims,
        )
        if is_part and count is not None:
            reply = replace(reply, count=replace(count, scope="part"))
        yield reply


def _control(claim: Claim, kind: EventType, place: str | None, weight: Weight) -> Iterator[Reply]:
    question = kind.questions[0] if kind.questions else "happened"
    holder = filler(claim, "holder", "actor")
    value = f"{kind.name}/{id_of(holder)}" if holder is not None else kind.name
    loser = (
        filler(claim, "other") if holder is None and question in {"who_holds", "who_won"} else None
    )
    if loser is not None:
        holder, value = loser, f"{LOST}/{id_of(loser)}"
    words = render(kind, claim, place)
    actor = id_of(holder) if holder is not None else None
    yield Reply(question, value, words, claim, weight, actor=actor)
    is_from = claim.place is not None and filler(claim, "to") is None
    if kind.name == "withdrawal" and actor is not None and is_from:
        words = f"control of {place}, left by {label_of(holder)}" if holder is not None else words
        yield Reply("who_holds", f"{LOST}/{actor}", words, claim, weight, actor=actor)


def _ceasefire(claim: Claim, kind: EventType, place: str | None, weight: Weight) -> Iterator[Reply]:
    actor = filler(claim, "actor")
    if not is_of_breach(claim):
        yield Reply("happened", "ceasefire", render(kind, claim, place), claim, weight)
        return
    weight = _reversed(_WEIGHTS.get(claim.stance), is_kept(claim)) or weight
    if actor is not None:
        yield Reply(
            "who_broke_it",
            id_of(actor),
            f"{label_of(actor)} broke the ceasefire",
            claim,
            weight,
            actor=id_of(actor),
        )
    else:
        yield Reply("who_broke_it", "somebody", "the ceasefire was broken", claim, weight)


def _whereabouts(
    claim: Claim, kind: EventType, place: str | None, weight: Weight
) -> Iterator[Reply]:
    where = claim.place.name or claim.place.words if claim.place is not None else "unclear"
    yield _dated(Reply("whereabouts", where, render(kind, claim, where), claim, weight))


def _state(claim: Claim, kind: EventType, place: str | None, weight: Weight) -> Iterator[Reply]:
    other = filler(claim, "kin", "group")
    value = f"{kind.name}/{id_of(other) if other is not None else claim.words}"
    yield Reply(kind.name, value, render(kind, claim, place), claim, weight)


_BY_FAMILY = {
    "attack": _harm, "fate": _casualties, "casualties": _casualties, "control": _control,
    "ceasefire": _ceasefire, "protest": _protest, "whereabouts": _whereabouts, "state": _state, "said": _said,
}  # fmt: skip


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
        copies=parties.copies.get(claim.report, ()),
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
    return parties.first_said.get(claim.id, told)


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
    if not is_assumed or claim.evidence:
        return False
    fillers = [role.filler for role in claim.event.roles]
    if kind.name == "alive" or kind.family == "whereabouts":
        return not any(m.entity == speaker.entity for m in fillers if m.entity)
    is_others = kind.family == "ceasefire" and (is_of_breach(claim) or bool(fillers))
    is_harm = (
        kind.family == "attack" or is_others or (kind.name in _HARMS and not _is_of_person(claim))
    )
    is_of_arms = any(count.group in _APART for count in claim.event.counts)
    return is_harm and not is_of_arms and not any(_is_own(m, speaker, parties) for m in fillers)


def _is_own(mention: Mention, speaker: Source, parties: Parties) -> bool:
    """Whether the mention is of the speaker's own side."""
    organisation = (mention.entity or "").removeprefix("group/")
    if mention.entity is None or speaker.organisation is None:
        return False
    side = parties.sides.get(speaker.organisation, speaker.organisation)
    return mention.entity == speaker.entity or parties.sides.get(organisation, organisation) == side
