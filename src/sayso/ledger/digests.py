"""In: an open ledger. Out: one hash of all it holds, whatever the order it came in."""

import hashlib

from sqlalchemy import Connection, select

from sayso.ledger.records import decode_record, encode_record, without_copy
from sayso.ledger.tables import claims, judgements, notices, readings, refused, reports, sightings
from sayso.types import Report


def digest_of(connection: Connection) -> str:
    """SHA-256 over every record, in the order of their ids.

    Left out is what differs between two runs over the same input: when a thing was recorded,
    and of a report whence and when this copy came (`without_copy`).
    """
    digest = hashlib.sha256()
    for (line,) in connection.execute(select(reports.c.record).order_by(reports.c.id)):
        _add(digest, "report", encode_record(without_copy(decode_record(Report, line))))
    key = (readings.c.report, readings.c.made_by)
    for row in connection.execute(select(*key).order_by(*key)):
        _add(digest, "reading", *row)
    order = (claims.c.report, claims.c.made_by, claims.c.id)
    for (line,) in connection.execute(select(claims.c.record).order_by(*order)):
        _add(digest, "claim", line)
    seen = (sightings.c.report, sightings.c.made_by, sightings.c.entity)
    for (line,) in connection.execute(select(sightings.c.record).order_by(*seen)):
        _add(digest, "sighting", line)
    for table in (notices, refused):
        for (line,) in connection.execute(select(table.c.record).order_by(table.c.record)):
            _add(digest, table.name, line)
    for (line,) in connection.execute(select(judgements.c.record).order_by(judgements.c.id)):
        _add(digest, "judgement", line)
    return digest.hexdigest()


def _add(digest: "hashlib._Hash", *parts: str) -> None:
    """Hash parts with their lengths before them, so that no two ledgers write the same bytes."""
    for part in parts:
        coded = part.encode("utf-8")
        digest.update(b"%d:" % len(coded))
        digest.update(coded)
