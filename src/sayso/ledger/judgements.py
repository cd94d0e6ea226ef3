"""In: what a person holds of a claim, or of two persons. Out: its id and its row, checked."""

import hashlib
import json

from sqlalchemy import Connection, select

from sayso.errors import NotInLedger, UnreadableReport
from sayso.ledger.dialect import Row
from sayso.ledger.entries import check_time
from sayso.ledger.records import decode_record, encode_record
from sayso.ledger.tables import claim_people, claims, judgements
from sayso.notes import Judgement

PERSON = "person/"  # how the id of a person begins; those of claims are hashes


def judgement_id(
    claim: str,
    says: str,
    *,
    by: str,
    at: str,
    other: str | None = None,
    value: str | None = None,
    withdraws: str | None = None,
) -> str:
    """The id of a judgement: a hash of all that makes it itself, which its reason does not."""
    # JSON keeps None from "" and tells where each field ends, whatever is in it.
    fields = json.dumps([claim, says, other, value, by, at, withdraws])
    return hashlib.sha256(fields.encode()).hexdigest()[:16]


def judgement_row(judgement: Judgement, recorded_at: str) -> Row:
    """The row of a judgement.

    raises: ValueError if it is incomplete by itself, or a field cannot be kept as it is
    """
    check_time(recorded_at)
    try:
        record = encode_record(judgement)
    except UnreadableReport as misfit:
        raise ValueError(str(misfit)) from misfit
    check_time(judgement.at)
    _check_complete(judgement)
    return {
        "id": judgement.id,
        "claim": judgement.claim,
        "says": judgement.says,
        "judged_by": judgement.by,
        "at": judgement.at,
        "withdraws": judgement.withdraws,
        "recorded_at": recorded_at,
        "record": record,
    }


def check_against(connection: Connection, judgement: Judgement) -> None:
    """Hold a judgement against the claims (or persons) and the judgement that it names.

    raises: NotInLedger if one of them is not there; ValueError if it withdraws what it may not
    """
    for named in filter(None, (judgement.claim, judgement.other)):
        (_check_person if named.startswith(PERSON) else _check_claim)(connection, named)
    if judgement.withdraws is not None:
        _check_withdrawal(judgement, _earlier(connection, judgement.withdraws))


def _check_complete(judgement: Judgement) -> None:
    name = f"judgement {judgement.id}"
    if not judgement.id:
        raise ValueError("a judgement has no id; `judgement_id` makes one")
    if not judgement.by.strip():
        raise ValueError(f"{name}: does not say by whom; name the person who judges")
    if not judgement.why.strip():
        raise ValueError(f"{name}: does not say why; give the reason")
    if judgement.says in {"same", "different"} and not judgement.other:
        raise ValueError(f"{name}: says {judgement.says!r} of no other claim; name it in `other`")
    if judgement.other == judgement.claim:
        raise ValueError(f"{name}: compares claim {judgement.claim} with itself; name another")
    persons = [n.startswith(PERSON) for n in (judgement.claim, judgement.other) if n is not None]
    are_two = persons == [True, True] and judgement.says in {"same", "different"}
    is_release = persons == [True] and judgement.says == "release"
    if judgement.says == "release" and not is_release:
        raise ValueError(f"{name}: releases one person; name it in `claim`, as person/...")
    if any(persons) and not (are_two or is_release):
        why = "give both, with `says` 'same' or 'different'"
        raise ValueError(f"{name}: a person is only judged to be another one or not; {why}")
    if judgement.says == "status" and not (judgement.value or "").strip():
        raise ValueError(f"{name}: says 'status' without one; give it in `value`")


def _check_claim(connection: Connection, claim_id: str) -> None:
    wanted = select(claims.c.id).where(claims.c.id == claim_id).limit(1)
    if connection.scalar(wanted) is None:
        raise NotInLedger(f"{claim_id}: no claim of this id is in the ledger")


def _check_person(connection: Connection, entity: str) -> None:
    wanted = select(claim_people.c.entity).where(claim_people.c.entity == entity).limit(1)
    if connection.scalar(wanted) is None:
        raise NotInLedger(f"{entity}: no person of this id is in the ledger; `sayso who` shows ids")


def _earlier(connection: Connection, wanted_id: str) -> Judgement:
    wanted = select(judgements.c.record).where(judgements.c.id == wanted_id)
    found = connection.scalar(wanted)
    if found is None:
        why = "no judgement of this id is in the ledger; only one that is can be withdrawn"
        raise NotInLedger(f"{wanted_id}: {why}")
    return decode_record(Judgement, found)


def _check_withdrawal(judgement: Judgement, earlier: Judgement) -> None:
    name = f"judgement {judgement.id}"
    if earlier.withdraws is not None:
        raise ValueError(f"{name}: withdraws a withdrawal, {earlier.id}; judge the claim anew")
    if judgement.claim != earlier.claim:
        why = f"withdraws {earlier.id}, which is on claim {earlier.claim}"
        raise ValueError(f"{name}: is on claim {judgement.claim} but {why}")
    if _content_of(judgement) != _content_of(earlier):
        why = "repeat its `says`, `other` and `value`"
        raise ValueError(
            f"{name}: says something else than {earlier.id}, which it withdraws; {why}"
        )
    if judgement.at < earlier.at:
        why = f"before {earlier.id}, which it withdraws, was made at {earlier.at}"
        raise ValueError(f"{name}: is of {judgement.at}, {why}")


def _content_of(judgement: Judgement) -> tuple[str | None, ...]:
    return judgement.says, judgement.other, judgement.value
