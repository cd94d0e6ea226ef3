"""A matter's claims in, how it came to stand as it does out: each change with its cause."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.notes import Judgement
from sayso.types import Claim
from sayso.weigh.assertions import Range, Status
from sayso.weigh.dossiers import Answer, Dossier
from sayso.weigh.matters import Matter
from sayso.weigh.questions import Parties
from sayso.weigh.weighing import weigh_matter


@dataclass(frozen=True, slots=True)
class Change:
    """One proposition stood differently from one time on.

    before, after: None: it was not there yet, or is gone
    claims:        those published at that time that answer it (none: a report was withdrawn, or
                   what moved it answers a proposition that excludes it)
    """

    at: str
    proposition: str
    question: str
    words: str
    before: "State | None"
    after: "State | None"
    claims: tuple[Claim, ...] = ()
    withdrawn: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """Where a proposition stood at one time."""

    status: Status
    origins_low: int
    origins_high: int
    measure: Range | None


def find_history(
    dossier: Dossier, parties: Parties, *, as_of: str | None = None
) -> tuple[Change, ...]:
    """Every change of a matter, in order: it is weighed anew at each time that something came out.

    Undated claims are in no history: when they came out is not known.
    """
    dated = [c for c in dossier.claims if c.published_at is not None]
    changes: list[Change] = []
    before: Mapping[str, Answer] = {}
    for at in _moments(dated, parties, as_of):
        out = [c for c in dated if c.published_at is not None and c.published_at.stop <= at]
        if not out:
            continue
        after = {a.proposition.id: a for a in _weigh_at(dossier.family, out, parties, at).answers}
        changes += _changes(at, before, after, out, parties)
        before = after
    return tuple(changes)


def _moments(claims: Sequence[Claim], parties: Parties, as_of: str | None) -> list[str]:
    reports = {c.report for c in claims}
    moments = {c.published_at.stop for c in claims if c.published_at is not None}
    moments |= {at for report, at in parties.withdrawn.items() if report in reports}
    return sorted(at for at in moments if as_of is None or at <= as_of)


def _weigh_at(family: str, claims: Sequence[Claim], parties: Parties, at: str) -> Dossier:
    matter = Matter(family, claims[0].id)
    for claim in claims:
        matter.take(claim)
    return weigh_matter(matter, parties, as_of=at).dossier


def _changes(
    at: str,
    before: Mapping[str, Answer],
    after: Mapping[str, Answer],
    out: Sequence[Claim],
    parties: Parties,
) -> Iterator[Change]:
    fresh = {c.id: c for c in out if c.published_at is not None and c.published_at.stop == at}
    gone = tuple(
        r for r, when in parties.withdrawn.items() if when == at and any(c.report == r for c in out)
    )
    for id_ in sorted(before.keys() | after.keys()):
        old, new = _state(before.get(id_)), _state(after.get(id_))
        if _shown(old) == _shown(new):
            continue
        answer = after.get(id_) or before[id_]
        causes = tuple(fresh[c] for c in answer.claims if c in fresh)
        one = answer.proposition
        yield Change(at, id_, one.question, answer.words, old, new, causes, gone)


def _shown(state: State | None) -> tuple[object, ...] | None:
    """What a reader sees of a state; who was passed over in a range is no change of it."""
    if state is None:
        return None
    m = state.measure
    figures = (m.low, m.middle, m.high, m.open_above, m.rivals) if m is not None else None
    return state.status, state.origins_low, state.origins_high, figures


def _state(answer: Answer | None) -> State | None:
    if answer is None:
        return None
    standing = answer.standing
    return State(standing.status, standing.origins_low, standing.origins_high, answer.measure)


def find_differences(
    before: Sequence[Dossier],
    after: Sequence[Dossier],
    since: str,
    withdrawn: Mapping[str, str] | None = None,
) -> tuple[Change, ...]:
    """What stands differently in `after`, by when it last changed.

    A matter is the same if it shares a claim, though an older report learned later may have
    given it another first claim. withdrawn: report -> when
    """
    held = {claim.id: dossier for dossier in before for claim in dossier.claims}
    fallen = {report: at for report, at in (withdrawn or {}).items() if at > since}
    changes: list[Change] = []
    for dossier in after:
        old = next((held[c.id] for c in dossier.claims if c.id in held), None)
        changes += _differences(old, dossier, since, fallen)
    return tuple(sorted(changes, key=lambda change: (change.at, change.proposition)))


def _differences(
    old: Dossier | None, new: Dossier, since: str, fallen: Mapping[str, str]
) -> Iterator[Change]:
    then = {_asked(answer): answer for answer in old.answers} if old is not None else {}
    known = {claim.id for claim in old.claims} if old is not None else set()
    claims = {claim.id: claim for claim in new.claims}
    for answer in new.answers:
        before, after = _state(then.get(_asked(answer))), _state(answer)
        fresh = tuple(claims[c] for c in answer.claims if c not in known)
        if _shown(before) == _shown(after) and not fresh:
            continue
        gone = tuple(
            sorted({claims[c].report for c in answer.claims if claims[c].report in fallen})
        )
        told = [c.published_at.stop for c in fresh if c.published_at is not None]
        at = max([*told, *(fallen[report] for report in gone)], default=answer.changed_at or since)
        one = answer.proposition
        yield Change(at, one.id, one.question, answer.words, before, after, fresh, gone)


def _asked(answer: Answer) -> tuple[str, str]:
    return answer.proposition.question, answer.proposition.value


def standing_judgements(
    judgements: Sequence[Judgement], claims: Sequence[Claim]
) -> tuple[Judgement, ...]:
    """Those on any of the claims, in order."""
    ids = {c.id for c in claims}
    return tuple(j for j in judgements if j.claim in ids or j.other in ids)
