"""Claims and the register in, dossiers out: every matter with where everyone stands on it."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.event_types import load_event_types
from sayso.types import Claim, Interval, Place
from sayso.weigh.assertions import Assertion, Proposition, Range, Standing
from sayso.weigh.dossiers import Answer, Dossier
from sayso.weigh.matters import Matter, gather_matters
from sayso.weigh.questions import LOST, Parties, Reply, assertion_of, replies_of
from sayso.weigh.ranges import measure
from sayso.weigh.statuses import stand
from sayso.weigh.voices import name_group


def weigh(
    claims: Iterable[Claim], parties: Parties, *, as_of: str | None = None
) -> tuple[Dossier, ...]:
    """All matters that the claims are about, the last changed first.

    as_of: what is counted as withdrawn by then; the claims themselves are already those out by T
    """
    dossiers = [_dossier(matter, parties, as_of) for matter in gather_matters(claims)]
    return tuple(sorted(dossiers, key=lambda d: (d.changed_at or "", d.id), reverse=True))


def _dossier(matter: Matter, parties: Parties, as_of: str | None) -> Dossier:
    first = matter.claims[0]
    place = _place(matter.claims)
    at = (place.name or place.words) if place is not None else None
    by_value: dict[tuple[str, str], list[Reply]] = defaultdict(list)
    for claim in matter.claims:
        for reply in replies_of(claim, at):
            by_value[_value_of(reply, parties)].append(reply)
    by_value = _name_attacks(by_value) if matter.family == "attack" else by_value
    by_value = _name_holders(by_value) if matter.family == "control" else by_value
    propositions = _link(
        [_proposition(first.id, key, replies) for key, replies in by_value.items()],
        by_value,
        parties,
    )
    answers = _answers(propositions, by_value, parties, as_of)
    return Dossier(
        id=first.id,
        family=matter.family,
        heading=_heading(matter, answers),
        place=place,
        when=Interval(matter.start, matter.stop) if matter.start and matter.stop else None,
        answers=answers,
        claims=tuple(matter.claims),
        changed_at=max((a.changed_at for a in answers if a.changed_at), default=None),
    )


_BLAMING = frozenset({"who_did_it", "who_broke_it", "who_holds", "who_won"})
_ANY_ATTACK = "armed_clash"


def _value_of(reply: Reply, parties: Parties) -> tuple[str, str]:
    """Offices of one side answer who did it, and who holds, alike."""
    if reply.question not in _BLAMING or reply.actor is None:
        return reply.question, reply.value
    side = _party(reply.actor, parties)
    return reply.question, reply.value.replace(reply.actor, f"side/{side}") if side else reply.value


def _name_attacks(
    by_value: dict[tuple[str, str], list[Reply]],
) -> dict[tuple[str, str], list[Reply]]:
    """'The attack' is of the kind that most claims of the matter give it."""
    named = {
        key: replies
        for key, replies in by_value.items()
        if key[0] == "happened" and key[1] != _ANY_ATTACK
    }
    general = ("happened", _ANY_ATTACK)
    if not named or general not in by_value:
        return by_value
    main = max(named, key=lambda key: (len(named[key]), key))
    merged = {key: list(replies) for key, replies in by_value.items() if key != general}
    merged[main] += by_value[general]
    return merged


def _name_holders(
    by_value: dict[tuple[str, str], list[Reply]],
) -> dict[tuple[str, str], list[Reply]]:
    """Who lost a place lost it to the one holder that the matter knows besides."""
    merged = {key: list(replies) for key, replies in by_value.items()}
    holders = [
        key
        for key in by_value
        if key[0] == "who_holds" and key[1].startswith("territory_control/side/")
    ]
    for key in [key for key in by_value if key[0] == "who_holds" and key[1].startswith(f"{LOST}/")]:
        others = [h for h in holders if h[1].rsplit("/", 1)[-1] != key[1].rsplit("/", 1)[-1]]
        if len(others) == 1:
            merged[others[0]] += merged.pop(key)
    return merged


def _place(claims: Sequence[Claim]) -> Place | None:
    """The matter's place: the first that is on the map, else the first that is named."""
    places = [claim.place for claim in claims if claim.place is not None]
    return next(
        (p for p in places if p.name is not None and p.level != "country"),
        places[0] if places else None,
    )


def _proposition(dossier: str, key: tuple[str, str], replies: Sequence[Reply]) -> Proposition:
    question, value = key
    id_ = hashlib.sha256(f"{dossier}/{question}/{value}".encode()).hexdigest()[:16]
    first = replies[0]
    counted = first.category
    return Proposition(
        id=id_, dossier=dossier, question=question, value=value,
        event=dossier if counted is not None else None, category=counted, victims=first.victims,
    )  # fmt: skip


def _link(
    propositions: Sequence[Proposition],
    by_value: Mapping[tuple[str, str], Sequence[Reply]],
    parties: Parties,
) -> tuple[Proposition, ...]:
    """Who gains and loses by each, and which cannot both hold."""
    accused = tuple(
        sorted(
            {
                _party(r.actor, parties)
                for rs in by_value.values()
                for r in rs
                if r.actor and r.question in {"who_did_it", "who_broke_it"}
            }
        )
    )
    return tuple(
        replace(
            one,
            loses=_loses(one, by_value[one.question, one.value], accused, parties),
            gains=_gains(one, by_value[one.question, one.value], parties),
            contradicts=tuple(other.id for other in propositions if _contradict(one, other)),
        )
        for one in propositions
    )


def _party(entity: str | None, parties: Parties) -> str:
    """The side of an entity, or its organisation."""
    organisation = (entity or "").removeprefix("group/")
    return parties.sides.get(organisation, organisation)


def _loses(
    one: Proposition, replies: Sequence[Reply], accused: tuple[str, ...], parties: Parties
) -> tuple[str, ...]:
    if one.question in {"who_did_it", "who_broke_it"}:
        return (_party(replies[0].actor, parties),)
    interest = load_event_types()[replies[0].claim.event.type].interest
    return (
        accused
        if one.question in {"happened", "how_many"} and interest in {"accused", "person_side"}
        else ()
    )


def _gains(one: Proposition, replies: Sequence[Reply], parties: Parties) -> tuple[str, ...]:
    if one.question in {"who_holds", "who_won"} and replies[0].actor is not None:
        return (_party(replies[0].actor, parties),)
    return ()


def _contradict(one: Proposition, other: Proposition) -> bool:
    """Two answers of which at most one can hold: two holders of a place, killed and alive."""
    if one.id == other.id:
        return False
    if one.question == other.question and one.question in {"who_holds", "who_won", "whereabouts"}:
        types = {one.value.split("/")[0], other.value.split("/")[0]}
        return (one.question == "whereabouts" and "unclear" not in types) or (
            len(types) == 1 and "/" in one.value and "/" in other.value
        )
    types_of = load_event_types()
    mine, theirs = one.value.split("/")[0], other.value.split("/")[0]
    if (
        mine not in types_of
        or theirs not in types_of
        or {one.question, other.question} & {"who_did_it", "how_many"}
    ):
        return False
    return theirs in types_of[mine].contradicts or mine in types_of[theirs].contradicts


def _answers(
    propositions: Sequence[Proposition],
    by_value: Mapping[tuple[str, str], Sequence[Reply]],
    parties: Parties,
    as_of: str | None,
) -> tuple[Answer, ...]:
    said: list[Assertion] = []
    for one in propositions:
        for reply in by_value[one.question, one.value]:
            assertion = assertion_of(reply, one, parties)
            if assertion is not None:
                said.append(assertion)
    standings = stand(propositions, said, as_of=as_of, register=parties.sides)
    counted = [one for one in propositions if one.category is not None]
    ranges = measure(counted, said, as_of=as_of, register=parties.sides)
    labels = _labels(propositions, by_value, parties)
    answers = [
        _answer(one, by_value[one.question, one.value], standings[one.id], ranges, labels)
        for one in propositions
    ]
    return tuple(
        sorted(answers, key=lambda a: (a.changed_at or "", a.proposition.id), reverse=True)
    )


def _answer(
    one: Proposition,
    replies: Sequence[Reply],
    standing: Standing,
    ranges: Mapping[tuple[str, str, str], Range | None],
    labels: Mapping[str, str],
) -> Answer:
    claims = tuple(dict.fromkeys(reply.claim.id for reply in replies))
    dates = [
        reply.claim.published_at.stop for reply in replies if reply.claim.published_at is not None
    ]
    key = (one.event, one.category, one.victims)
    return Answer(
        proposition=one,
        words=replies[0].words,
        standing=standing,
        measure=ranges.get(key) if one.category is not None else None,  # type: ignore[arg-type]
        claims=claims,
        labels={group: labels[group] for group in _groups(standing) if group in labels},
        changed_at=max(dates, default=None),
    )


def _groups(standing: Standing) -> set[str]:
    placed = {group for _, group in standing.positions}
    return {*standing.asserting, *standing.denying, *standing.beside, *standing.no_party, *placed}


def _labels(
    propositions: Sequence[Proposition],
    by_value: Mapping[tuple[str, str], Sequence[Reply]],
    parties: Parties,
) -> Mapping[str, str]:
    """What to call each group that speaks on the matter."""
    labels: dict[str, str] = {}
    for one in propositions:
        for reply in by_value[one.question, one.value]:
            assertion = assertion_of(reply, one, parties)
            if assertion is not None:
                group = name_group(assertion)
                labels.setdefault(group, label_group(group, reply.claim, parties))
    return labels


def label_group(group: str, claim: Claim, parties: Parties) -> str:
    """The register's name for an organisation; else what the report calls the source."""
    if group in parties.names:
        return parties.names[group]
    if group.startswith("own/"):
        return group.removeprefix("own/")
    step = claim.chain[-1] if claim.chain else None
    return step.label if step is not None else group


_ORDER = (
    "killed",
    "air_strike",
    "drone_strike",
    "shelling",
    "bombing",
    "chemical_weapon",
    "territory_control",
    "victory_claim",
)


def _heading(matter: Matter, answers: Sequence[Answer]) -> str:
    """The words of the answer that most claims give, events before what only follows from them."""
    if not answers:
        return matter.key
    weighed = [
        a
        for a in answers
        if a.proposition.question in {"happened", "fate", "who_holds", "who_won", "whereabouts"}
    ]
    return max(weighed or answers, key=lambda a: (len(a.claims), a.proposition.id)).words
