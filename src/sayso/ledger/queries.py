"""In: a time on one of two clocks. Out: which rows were there by then, and their order."""

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Table,
    and_,
    exists,
    func,
    select,
)

from sayso.ledger import dialect
from sayso.ledger.entries import PERSON, check_time, words_of_name
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

Clock = Literal["published", "recorded"]


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a ledger holds; claims are those of each report's newest reading.

    judgements: all that were appended, withdrawals too
    readings:   of reports, by any version; so the counts change with whatever is appended
    """

    reports: int
    claims: int
    refused: int
    undated: int
    judgements: int = 0
    readings: int = 0


def was_known(table: FromClause, as_of: str | None, clock: Clock) -> ColumnElement[bool]:
    """Whether a row was out, or recorded, by then; None: always. Undated is never out by a time.

    raises: ValueError if `as_of` is not a UTC ISO time to the second
    """
    if as_of is None:
        return table.c.recorded_at.is_not(None)
    check_time(as_of)
    out = table.c.at if "at" in table.c else table.c.published_stop
    column = out if clock == "published" else table.c.recorded_at
    return column <= as_of


def is_current(
    as_of: str | None = None, clock: Clock = "published", table: Table = claims
) -> ColumnElement[bool]:
    """Whether a claim (or a row of `table`) is of the newest reading of its report.

    Two readings would count one source twice.

    On the published clock the newest there is; on the recorded clock the newest by then.
    """
    own, newer = readings.alias("own"), readings.alias("newer")
    replaces = and_(newer.c.report == own.c.report, newer.c.version > own.c.version)
    if as_of is not None and clock == "recorded":
        replaces = and_(replaces, newer.c.recorded_at <= as_of)
    mine = and_(own.c.report == table.c.report, own.c.made_by == table.c.made_by)
    return ~exists().where(mine, replaces)


def stands(as_of: str | None, clock: Clock) -> ColumnElement[bool]:
    """Whether a judgement was there by then, is no withdrawal, and was not yet withdrawn."""
    later = judgements.alias("later")
    withdrawn = select(later.c.withdraws).where(
        later.c.withdraws.is_not(None), was_known(later, as_of, clock)
    )
    return and_(
        was_known(judgements, as_of, clock),
        judgements.c.withdraws.is_(None),
        judgements.c.id.not_in(withdrawn),
    )


def in_order(table: FromClause, *last: str) -> tuple[ColumnElement[object], ...]:
    """By date, the undated last; then by the columns named."""
    # Databases differ on where an empty date sorts; so we say it.
    dates = (table.c.published_start.is_(None), table.c.published_start)
    return (*dates, *(table.c[name] for name in last))


def claim_lines() -> Select[str]:
    """The records of claims, in the order of dates, reports, and text."""
    return select(claims.c.record).order_by(*in_order(claims, "report", "position", "id"))


def claims_matching(connection: Connection, words: str) -> Select[str] | None:
    """The records of claims that hold all the words, best first. None: there is no word in it."""
    if not any(c.isalnum() for c in words):
        return None
    matches = dialect.matches_of(connection, words.replace("\0", " "))
    return (
        select(claims.c.record)
        .join(matches, matches.c.number == claims.c.number)
        .where(is_current())
        .order_by(matches.c.rank, *in_order(claims, "report", "position", "id"))
    )


def entities_by_name(text: str) -> Select[str] | None:
    """Persons with a name that holds all words of `text`, most claims first.

    None: there is no word in it.
    """
    words = words_of_name(text)
    if not words:
        return None
    count = func.count(claim_people.c.claim.distinct())
    return (
        select(claim_people.c.entity)
        .join(claims, claims.c.number == claim_people.c.claim)
        .where(is_current())
        .where(*(claim_people.c.folded.contains(f" {w} ", autoescape=True) for w in words))
        .group_by(claim_people.c.entity)
        .order_by(count.desc(), claim_people.c.entity)
    )


def persons_seen(text: str) -> Select[str] | None:
    """Persons whom reports name by all words of `text`, those of most reports first.

    None: there is no word in it.
    """
    words = words_of_name(text)
    if not words:
        return None
    return (
        select(sightings.c.entity)
        .where(is_current(table=sightings), sightings.c.entity.startswith(PERSON))
        .where(*(sightings.c.folded.contains(f" {w} ", autoescape=True) for w in words))
        .group_by(sightings.c.entity)
        .order_by(func.count().desc(), sightings.c.entity)
    )


def names_by_entity(entity: str) -> Select[str]:
    """The names a person goes by, the most frequent first."""
    count = func.count(claim_people.c.claim.distinct())
    return (
        select(claim_people.c.name)
        .join(claims, claims.c.number == claim_people.c.claim)
        .where(is_current(), claim_people.c.entity == entity)
        .group_by(claim_people.c.name)
        .order_by(count.desc(), claim_people.c.name)
    )


def count_all(connection: Connection) -> Counts:
    """How many reports, claims, refusals and judgements there are, and undated reports."""
    undated = reports.c.published_start.is_(None)
    return Counts(
        reports=_count(connection, reports),
        claims=_count(connection, claims, is_current()),
        refused=_count(connection, refused),
        undated=_count(connection, reports, undated),
        judgements=_count(connection, judgements),
        readings=_count(connection, readings),
    )


def count_appended(connection: Connection) -> tuple[int, ...]:
    """Row counts that change with whatever is appended; claims come only with a reading of theirs."""
    return tuple(
        _count(connection, table) for table in (reports, readings, notices, judgements, refused)
    )


def _count(connection: Connection, table: Table, *conditions: ColumnElement[bool]) -> int:
    counted = select(func.count()).select_from(table).where(*conditions)
    return connection.scalars(counted).one()
