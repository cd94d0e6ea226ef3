"""The claims of one matter in, what each answers to which question out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.event_types import EventType, load_event_types
from sayso.types import Claim, Count, Interval, Mention
from sayso.weigh.assertions import Weight
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
APART = frozenset({"soldiers", "fighters", "journalists", "medics"})
LOST = "lost"  # a place that somebody is said to have lost, to whom is not said


@dataclass(frozen=True, slots=True)
class Parties:
    """What weighing must know of the world, as plain tables.

    sides:  organisation -> side;  names: organisation -> what to call it
    terms:  organisation -> from when to when it has that side; left out: always
    owners: folded outlet -> organisation;  withdrawn: report -> since when
    copies: report -> every report it copies, at any depth
    versions: report -> the reports that it takes the place of: what its page said before
    twins:  claim in copied words -> the claim it copies
    corrected: claim with a figure that its page had not -> the reports it is no copy of
    first_said: claim -> when its words were said first, where they were heard before
    side_of: the side of a participant, where the register tells whose it is;
    party_of: by which organisation it tells that
    set_aside: claims that a person judged to be misread: shown, and never weighed
    """

    sides: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    terms: Mapping[str, Interval] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)
    withdrawn: Mapping[str, str] = field(default_factory=dict)
    copies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    versions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    twins: Mapping[str, Claim] = field(default_factory=dict)
    corrected: Mapping[str, frozenset[str]] = field(default_factory=dict)
    first_said: Mapping[str, Interval] = field(default_factory=dict)
    side_of: Callable[[Mention], str | None] = lambda _: None
    party_of: Callable[[Mention], str | None] = lambda _: None
    set_aside: frozenset[str] = frozenset()

    def on(self, when: Interval | None) -> "Parties":
        """As they stood when something happened: who had no side then has none (None: not known)."""
        past = {party for party, term in self.terms.items() if when and not _meet(term, when)}
        if not past:
            return self
        return replace(
            self,
            sides={party: side for party, side in self.sides.items() if party not in past},
            side_of=lambda who: None if self.party_of(who) in past else self.side_of(who),
        )


def _meet(one: Interval, other: Interval) -> bool:
    return one.start <= other.stop and other.start <= one.stop


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
    if is_of_person(claim) and kind.name == "alive":
        yield _dated(Reply("fate", kind.name, render(kind, claim, place), claim, weight))
    elif is_of_person(claim):
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


def is_of_person(claim: Claim) -> bool:
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
        victims = group if group in APART else "people"
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
