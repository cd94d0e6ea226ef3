"""A ledger: reports and claims are appended to it, and read back as they stood at any time."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import ColumnElement, Engine, Select, select

from sayso.errors import NotInLedger
from sayso.ledger import dialect
from sayso.ledger.digests import digest_of
from sayso.ledger.entries import Entry, add_entry, entry_of, notice_row, refusal_row
from sayso.ledger.judgements import check_against, judgement_row
from sayso.ledger.opening import open_engine
from sayso.ledger.queries import (
    Clock,
    Counts,
    claim_lines,
    claims_matching,
    count_all,
    count_appended,
    entities_by_name,
    in_order,
    is_current,
    names_by_entity,
    persons_seen,
    stands,
    was_known,
)
from sayso.ledger.records import Recorded, as_unicode, decode_records
from sayso.ledger.tables import (
    claim_people,
    claims,
    judgements,
    notices,
    readings,
    refused,
    reports,
    sightings,
)
from sayso.notes import Judgement, Notice
from sayso.types import Claim, Refusal, Report, Sighting

# Reports in one transaction of `append_many`: beyond 20 it gains little, and a kill loses more.
_BATCH = 20


def open_ledger(where: Path | str) -> "Ledger":
    """Open the ledger at a path, or at a database URL (with "://"); a new one is made.

    raises: LedgerError if it is no ledger, of another program, or of a newer sayso
    """
    return Ledger(open_engine(where))


class Ledger:
    """An open ledger. What was appended is never changed; `open_ledger` makes one.

    A report read again by a newer version keeps its old claims, and reads give the new ones.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writer = dialect.for_writing(engine)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        self._engine.dispose()

    def append(
        self,
        report: Report,
        claims: Sequence[Claim],
        seen: Sequence[Sighting] = (),
        *,
        recorded_at: str,
        made_by: str | None = None,
    ) -> bool:
        """Append a report with all its claims, or nothing; False: this reading of it is there.

        seen:    whom the report brings up
        made_by: who read it; needed only where there may be no claims
        raises:  UnreadableReport if it cannot be kept as it is, or a claim quotes what is not
                 in its text; ValueError if the claims are not of this report and of one reader
        """
        entry = entry_of(report, claims, seen, recorded_at=recorded_at, made_by=made_by)
        return self._write([entry]) == 1

    def append_many(
        self,
        items: Iterable[
            tuple[Report, Sequence[Claim]] | tuple[Report, Sequence[Claim], Sequence[Sighting]]
        ],
        *,
        recorded_at: str,
        made_by: str | None = None,
    ) -> int:
        """Append many, some in one transaction; how many of them were new.

        Where an item raises, those before it are kept. raises: as `append`, and what `items` does
        """
        added = 0
        waiting: list[Entry] = []
        try:
            for item in items:
                entry = entry_of(*item, recorded_at=recorded_at, made_by=made_by)
                waiting.append(entry)
                if len(waiting) == _BATCH:
                    batch, waiting = waiting, []
                    added += self._write(batch)
        finally:
            added += self._write(waiting)
        return added

    def notice(self, notice: Notice, *, recorded_at: str) -> bool:
        """Append that a report was withdrawn or replaced; False: that is there."""
        with self._writer.begin() as connection:
            row = notice_row(notice, recorded_at)
            return dialect.insert_or_ignore(connection, notices, row)

    def judge(self, judgement: Judgement, *, recorded_at: str) -> bool:
        """Append what a person holds of a claim; False: a judgement of this id is there, and stays.

        A withdrawal repeats the claim, `says`, `other` and `value` of what it takes back.

        raises: NotInLedger if a claim it names, or the judgement it withdraws, is not there;
                ValueError if it lacks a name, a reason, a time, or what its `says` asks for, or
                withdraws a withdrawal, something else than it repeats, or what came after it
        """
        row = judgement_row(judgement, recorded_at)
        with self._writer.begin() as connection:
            check_against(connection, judgement)
            return dialect.insert_or_ignore(connection, judgements, row)

    def refuse(self, refusal: Refusal, *, recorded_at: str) -> bool:
        """Append that an input could not be read, and why; False: that is there."""
        # The name of a file need not be Unicode; it is written out rather than refused again.
        plain = replace(refusal, origin=as_unicode(refusal.origin), why=as_unicode(refusal.why))
        with self._writer.begin() as connection:
            row = refusal_row(plain, recorded_at)
            return dialect.insert_or_ignore(connection, refused, row)

    def has(self, report_id: str) -> bool:
        """Whether a report of our id is there, read by anyone."""
        found = select(reports.c.id).where(reports.c.id == as_unicode(report_id))
        return bool(self._column(found))

    def known_reports(self, *, made_by: str | None = None) -> frozenset[str]:
        """Our ids of all reports; with `made_by`, of those it has read."""
        if made_by is None:
            return frozenset(self._column(select(reports.c.id)))
        read = select(readings.c.report).where(readings.c.made_by == made_by)
        return frozenset(self._column(read))

    def reports(
        self, *, as_of: str | None = None, clock: Clock = "published"
    ) -> tuple[Report, ...]:
        """All reports that were out, or recorded, by then; by date, the undated last."""
        found = select(reports.c.record).where(was_known(reports, as_of, clock))
        return self._records(Report, found.order_by(*in_order(reports, "id")))

    def claims(self, *, as_of: str | None = None, clock: Clock = "published") -> tuple[Claim, ...]:
        """All claims that were out, or recorded, by then; by date, report, and text order."""
        return self._claims(was_known(claims, as_of, clock), is_current(as_of, clock))

    def report(self, report_id: str) -> Report:
        """One report, by our id or by the one it came with.

        raises: NotInLedger if there is none, or several came with that id
        """
        wanted = as_unicode(report_id)
        ours = self._records(Report, select(reports.c.record).where(reports.c.id == wanted))
        if ours:
            return ours[0]
        given = select(reports.c.record).where(reports.c.given_id == wanted)
        found = self._records(Report, given.order_by(reports.c.id))
        if len(found) > 1:
            ids = ", ".join(report.id for report in found)
            raise NotInLedger(f"{wanted}: several reports came with this id; name one of {ids}")
        if not found:
            raise NotInLedger(f"{wanted}: no report of this id is in the ledger; `read` it first")
        return found[0]

    def claims_of(self, report_id: str) -> tuple[Claim, ...]:
        """The claims of one report, in text order. raises: NotInLedger, as `report`"""
        return self._claims(claims.c.report == self.report(report_id).id, is_current())

    def claim(self, claim_id: str) -> Claim:
        """One claim, in its newest reading, though a later one may have dropped it.

        raises: NotInLedger
        """
        wanted = as_unicode(claim_id)
        newest = (
            select(claims.c.record)
            .join(readings)
            .where(claims.c.id == wanted)
            .order_by(readings.c.version.desc())
        )
        found = self._records(Claim, newest.limit(1))
        if not found:
            raise NotInLedger(f"{wanted}: no claim of this id is in the ledger")
        return found[0]

    def claims_about(
        self, entity: str, *, as_of: str | None = None, clock: Clock = "published"
    ) -> tuple[Claim, ...]:
        """The claims that a person has a role in or is a source of; `entity` as "person/…"."""
        named = select(claim_people.c.claim).where(claim_people.c.entity == as_unicode(entity))
        known = was_known(claims, as_of, clock)
        return self._claims(known, is_current(as_of, clock), claims.c.number.in_(named))

    def entities_named(self, text: str) -> tuple[str, ...]:
        """Persons with a name that holds all words of `text`, most claims first; then those only seen."""
        claimed, seen = entities_by_name(text), persons_seen(text)
        if claimed is None or seen is None:
            return ()
        return tuple(dict.fromkeys([*self._column(claimed), *self._column(seen)]))

    def sightings(
        self,
        entity: str | None = None,
        *,
        as_of: str | None = None,
        clock: Clock = "published",
    ) -> tuple[Sighting, ...]:
        """Whom the reports of that time bring up, or where they bring up one; by date and report."""
        there = [was_known(sightings, as_of, clock), is_current(as_of, clock, sightings)]
        if entity is not None:
            there.append(sightings.c.entity == as_unicode(entity))
        found = select(sightings.c.record).where(*there)
        return self._records(Sighting, found.order_by(*in_order(sightings, "report", "entity")))

    def names_of(self, entity: str) -> tuple[str, ...]:
        """The names a person goes by in the claims, the most frequent first."""
        return self._column(names_by_entity(as_unicode(entity)))

    def search(self, words: str, *, limit: int = 50) -> tuple[Claim, ...]:
        """Claims that hold all the words, themselves or in their report's title; best first."""
        with self._engine.connect() as connection:
            found = claims_matching(connection, as_unicode(words))
            if found is None:
                return ()
            return decode_records(Claim, connection.scalars(found.limit(limit)))

    def notices(
        self, *, as_of: str | None = None, clock: Clock = "published"
    ) -> tuple[Notice, ...]:
        """All notices of that time and clock, by their dates."""
        found = select(notices.c.record).where(was_known(notices, as_of, clock))
        return self._records(Notice, found.order_by(*in_order(notices, "report", "record")))

    def judgements(
        self,
        *,
        as_of: str | None = None,
        clock: Clock = "published",
        with_withdrawn: bool = False,
    ) -> tuple[Judgement, ...]:
        """The judgements that stood at that time, in the order in which they were made.

        with_withdrawn: also those withdrawn by then, and the withdrawals themselves
        """
        there = was_known(judgements, as_of, clock) if with_withdrawn else stands(as_of, clock)
        found = select(judgements.c.record).where(there)
        return self._records(Judgement, found.order_by(judgements.c.at, judgements.c.id))

    def refusals(self) -> tuple[Refusal, ...]:
        """All that could not be read, by origin."""
        found = select(refused.c.record).order_by(refused.c.origin, refused.c.why)
        return self._records(Refusal, found)

    def counts(self) -> Counts:
        """How many reports, claims, refusals and judgements there are, and undated reports."""
        with self._engine.connect() as connection:
            return count_all(connection)

    def extent(self) -> tuple[int, ...]:
        """What is another whenever something was appended; cheaper than `counts`."""
        with self._engine.connect() as connection:
            return count_appended(connection)

    def digest(self) -> str:
        """SHA-256 of all content but recording times; equal for any order of arrival."""
        with self._engine.connect() as connection:
            return digest_of(connection)

    def _write(self, entries: Sequence[Entry]) -> int:
        if not entries:
            return 0
        with self._writer.begin() as connection:
            return sum(add_entry(connection, entry) for entry in entries)

    def _claims(self, *conditions: ColumnElement[bool]) -> tuple[Claim, ...]:
        return self._records(Claim, claim_lines().where(*conditions))

    def _records(self, kind: type[Recorded], found: Select[str]) -> tuple[Recorded, ...]:
        with self._engine.connect() as connection:
            return decode_records(kind, connection.scalars(found))

    def _column(self, found: Select[str]) -> tuple[str, ...]:
        with self._engine.connect() as connection:
            return tuple(connection.scalars(found))
