"""One matter's claims and the register in, its dossier out: where everyone stands on it."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from sayso.types import Claim, Interval
from sayso.weigh.assertions import Assertion, Proposition, Range, Standing, Voice
from sayso.weigh.dossiers import Answer, Dossier
from sayso.weigh.event_times import happened_at
from sayso.weigh.headings import call_parties
from sayso.weigh.interests import link_propositions
from sayso.weigh.matters import Matter
from sayso.weigh.placing import place_of, told_at, words_of
from sayso.weigh.questions import Parties, Reply, replies_of
from sayso.weigh.ranges import measure
from sayso.weigh.shared_slips import MayBeOne, count_apart, find_shared_slips
from sayso.weigh.statuses import Ground, Register, confront, judge, survey
from sayso.weigh.twins import in_words_of
from sayso.weigh.unfolding import assertion_of
from sayso.weigh.values import Grouped, group_replies, tell_damage
from sayso.weigh.voices import has_basis, is_own_voice, name_group
from sayso.weigh.what_if import judge_if_partial


@dataclass(frozen=True, slots=True)
class Weighed:
    """A dossier with what it was weighed from: the assertions on each of its propositions.

    sides: proposition -> the sides that organisations had when it happened
    """

    dossier: Dossier
    said: Mapping[str, tuple[Assertion, ...]]
    sides: Mapping[str, Register]


def weigh_matter(matter: Matter, parties: Parties, *, as_of: str | None = None) -> Weighed:
    """One matter, weighed by itself: nothing outside it moves a status in it."""
    place = place_of(matter.claims)
    is_blow = matter.family == "attack"
    at = told_at(place, matter.claims) if is_blow else words_of(place)
    weighed = [claim for claim in matter.claims if claim.id not in parties.set_aside]
    is_fate = matter.family == "fate"  # a person is here and there: of each fate its own place
    replies = (
        reply for claim in weighed for reply in _replies(claim, parties, at, is_fate=is_fate)
    )
    when = happened_at(matter.claims)
    grouped = tell_damage(group_replies(replies, matter.family, parties.on(when)), at)
    id_ = matter.claims[0].id
    asked = [_proposition(id_, key, replies) for key, replies in grouped.items()]
    dated = {one.id: parties.on(_told_of(one, grouped, when)) for one in asked}
    linked = link_propositions(asked, grouped, dated)
    unfolded = {one.id: _unfold(one, grouped, dated[one.id]) for one in linked}
    said = {id_: _assertions([one for _, one in found]) for id_, found in unfolded.items()}
    labels = _labels([pair for found in unfolded.values() for pair in found], parties)
    answers = _answers(linked, grouped, said, dated, as_of=as_of, labels=labels)
    dossier = Dossier(
        id=id_,
        family=matter.family,
        heading=_heading(matter, answers, parties.twins.keys()),
        place=place,
        when=Interval(matter.start, matter.stop) if matter.start and matter.stop else None,
        answers=answers,
        claims=tuple(matter.claims),
        changed_at=max((a.changed_at for a in answers if a.changed_at), default=None),
    )
    return Weighed(dossier, said, {id_: parties.sides for id_, parties in dated.items()})


def _told_of(one: Proposition, grouped: Grouped, matter: Interval | None) -> Interval | None:
    """When it happened, as its own claims tell: in one life, and of one place, there is then and now."""
    return happened_at([r.claim for r in grouped[one.question, one.value]], matter)


def _replies(claim: Claim, parties: Parties, at: str | None, *, is_fate: bool) -> Iterator[Reply]:
    """What a claim answers; one in copied words answers what the claim does that it copies."""
    root = parties.twins.get(claim.id)
    if root is None:
        own = call_parties(claim, parties.names)
        yield from replies_of(own, words_of(own.place) if is_fate else at)
        return
    told = call_parties(in_words_of(root, claim), parties.names)
    for reply in replies_of(told, words_of(told.place) if is_fate else at):
        yield replace(reply, claim=replace(told, id=claim.id))


def _proposition(dossier: str, key: tuple[str, str], replies: Sequence[Reply]) -> Proposition:
    question, value = key
    counted = replies[0].category
    return Proposition(
        id=hashlib.sha256(f"{dossier}/{question}/{value}".encode()).hexdigest()[:16],
        dossier=dossier,
        question=question,
        value=value,
        event=dossier if counted is not None else None,
        category=counted,
        victims=replies[0].victims,
    )


def _unfold(one: Proposition, grouped: Grouped, parties: Parties) -> list[tuple[Reply, Assertion]]:
    """Its replies that weigh anything, each as an assertion."""
    replies = grouped[one.question, one.value]
    found = [(reply, assertion_of(reply, one, parties)) for reply in replies]
    return [(reply, assertion) for reply, assertion in found if assertion is not None]


def _assertions(found: Sequence[Assertion]) -> tuple[Assertion, ...]:
    said = _without_own_words(found)
    said = tuple(_as_first_said(one, said) for one in said)
    return tuple(_taken_back(one, said) for one in said)


def _without_own_words(said: Sequence[Assertion]) -> Sequence[Assertion]:
    """What an outlet says in its own words adds nothing to what its reporter saw in the same report."""
    seen = {
        (one.report, one.stance)
        for one in said
        if has_basis(one) and (not one.chain or _is_outlet(one.chain[-1], one.outlet))
    }
    return [one for one in said if not is_own_voice(one) or (one.report, one.stance) not in seen]


def _taken_back(one: Assertion, others: Sequence[Assertion]) -> Assertion:
    """What an outlet takes back, its unnamed sources no longer say in its reports before.

    They cannot take it back themselves, and nobody but the outlet vouches for them.
    """
    speaker = one.chain[-1] if one.chain else one.outlet
    if one.stance != "assert" or (one.chain and speaker.naming == "named"):
        return one
    moments = [
        o.published.stop
        for o in others
        if o.stance == "retract" and o.outlet.name == one.outlet.name and o.published is not None
        and (not o.chain or _is_outlet(o.chain[-1], o.outlet))
        and one.published is not None and o.published.start > one.published.stop
    ]  # fmt: skip
    if not moments or one.withdrawn is not None:
        return one
    return replace(one, withdrawn=min(moments))


def _is_outlet(voice: Voice, outlet: Voice) -> bool:
    """Whether a voice is the outlet, also by its id in the register: 'group/harbour_post'."""
    words = voice.name.removeprefix("group/").replace("_", " ").replace("-", " ")
    return voice.name == outlet.name or words.casefold() == outlet.name.casefold()


def _as_first_said(one: Assertion, others: Sequence[Assertion]) -> Assertion:
    """The same speaker's words in a copy are the utterance of the original, said when it was.

    A copy with a changed number is no new word of the speaker: the two have no order.
    """
    if one.said_at is not None or not one.chain:
        return one
    originals = [
        o.said_at or o.published
        for o in others
        if o.report in one.copies and o.chain[-1:] == one.chain[-1:]
    ]
    known = [moment for moment in originals if moment is not None]
    return replace(one, said_at=min(known, key=lambda moment: moment.start)) if known else one


def _answers(
    asked: Sequence[Proposition],
    grouped: Grouped,
    said: Mapping[str, Sequence[Assertion]],
    dated: Mapping[str, Parties],
    *,
    as_of: str | None,
    labels: Mapping[str, str],
) -> tuple[Answer, ...]:
    everything = [assertion for found in said.values() for assertion in found]
    grounds = survey(asked, everything, as_of)
    standings = {one.id: judge(one, grounds, dated[one.id].sides) for one in asked}
    otherwise = {
        one.id: judge_if_partial(one, grounds, standings[one.id], dated[one.id].sides)
        for one in asked
    }
    ranges = {
        one.id: found
        for one in asked
        if one.category is not None
        for found in measure(
            [one], said[one.id], as_of=as_of, register=dated[one.id].sides
        ).values()
    }
    answers = [
        _answer(one, grouped[one.question, one.value], standings[one.id], labels)
        for one in asked
    ]  # fmt: skip
    answers = [_complete(answer, ranges, otherwise) for answer in answers]
    claims = {r.claim.id: r.claim for replies in grouped.values() for r in replies}
    pairs = find_shared_slips(grounds, ranges, claims)
    if pairs:
        answers = [_warn(a, pairs, grounds, dated[a.proposition.id].sides) for a in answers]
    return tuple(
        sorted(answers, key=lambda a: (a.changed_at or "", a.proposition.id), reverse=True)
    )


def _warn(
    answer: Answer, pairs: Sequence[MayBeOne], grounds: Mapping[str, Ground], register: Register
) -> Answer:
    """With those of its origins that may be one, which are then counted once at the lower end."""
    knowing = confront(answer.proposition, grounds, register).knowing
    mine = tuple(pair for pair in pairs if {pair.one, pair.other} <= knowing)
    if not mine:
        return answer
    low = count_apart(knowing, mine, register)
    return replace(answer, standing=replace(answer.standing, origins_low=low), may_be_one=mine)


def _answer(
    one: Proposition, replies: Sequence[Reply], standing: Standing, labels: Mapping[str, str]
) -> Answer:
    dates = [r.claim.published_at.stop for r in replies if r.claim.published_at is not None]
    return Answer(
        proposition=one,
        words=_words_of(one, replies),
        standing=standing,
        measure=None,
        claims=tuple(dict.fromkeys(reply.claim.id for reply in replies)),
        labels={group: labels[group] for group in _groups(standing) if group in labels},
        changed_at=max(dates, default=None),
    )


def _words_of(one: Proposition, replies: Sequence[Reply]) -> str:
    """As the first claim puts it; of a person's death, as the first that tells where it was."""
    is_death = one.question == "fate" and one.value in _LAST
    placed = (r for r in replies if is_death and r.claim.place is not None)
    return next(placed, replies[0]).words


def _complete(
    answer: Answer,
    ranges: Mapping[str, Range | None],
    otherwise: Mapping[str, Standing | None],
) -> Answer:
    """With the figures, and with what hangs on those counted as no party."""
    one = answer.proposition
    partial = otherwise.get(one.id)
    changes = partial is not None and partial.status != answer.standing.status
    measured = ranges.get(one.id)
    return replace(
        answer, measure=measured, otherwise=partial.status if partial and changes else None
    )


def _groups(standing: Standing) -> set[str]:
    placed = {group for _, group in standing.positions}
    return {*standing.asserting, *standing.denying, *standing.beside, *standing.no_party, *placed}


def _labels(unfolded: Sequence[tuple[Reply, Assertion]], parties: Parties) -> Mapping[str, str]:
    """What to call each group that speaks on the matter."""
    labels: dict[str, str] = {}
    for reply, assertion in unfolded:
        group = name_group(assertion)
        if group not in labels:
            labels[group] = label_group(group, reply.claim, parties)
    return labels


def label_group(group: str, claim: Claim, parties: Parties) -> str:
    """The register's name for an organisation; else what the report calls the source."""
    if group in parties.names:
        return parties.names[group]
    if group.startswith("own/"):
        return group.removeprefix("own/")
    return claim.chain[-1].label if claim.chain else group


_TELLING = frozenset({"happened", "fate", "who_holds", "who_won", "whereabouts"})
_GONE = frozenset({"none", "unclear", "retracted", "superseded", "denied"})
_LAST = frozenset({"killed", "died", "executed", "buried"})


def _heading(matter: Matter, answers: Sequence[Answer], copied: Set[str]) -> str:
    """The words of the answer that most claims give, events before what only follows from them.

    What somebody stands by goes before what nobody does any more; a person's death before all else.
    copied: claims in copied words, which add no weight
    """
    if not answers:
        return matter.key
    telling = [a for a in answers if a.proposition.question in _TELLING] or answers
    return max(telling, key=lambda answer: _weight_in_heading(answer, copied)).words


def _weight_in_heading(answer: Answer, copied: Set[str]) -> tuple[bool, bool, int, str]:
    one = answer.proposition
    stands = answer.standing.status not in _GONE
    is_last = one.question == "fate" and one.value in _LAST
    told = sum(claim not in copied for claim in answer.claims)
    return stands, stands and is_last, told, one.id
