"""In: a report and its claims. Out: its rows, checked against its text, and appended."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, insert

from sayso.errors import UnreadableReport
from sayso.ledger import dialect
from sayso.ledger.dialect import Row
from sayso.ledger.records import encode_record, is_time
from sayso.ledger.tables import claim_people, claims, readings, reports, sightings
from sayso.notes import Notice
from sayso.types import Claim, Interval, Refusal, Report, Sighting

PERSON = "person/"
# What stands between two pieces of a quotation; `claims` writes it.
_BETWEEN = " … "
# Digits are written this wide to sort by value; versions and dates are shorter.
_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """One report and one reading of it, as rows. `reading` None: nobody says who read it.

    people: those of each claim, in the order of `claims`; words: for the full-text index, likewise
    """

    report: Row
    reading: Row | None
    claims: tuple[Row, ...]
    people: tuple[tuple[Row, ...], ...]
    words: tuple[Row, ...]
    seen: tuple[Row, ...]


def entry_of(
    report: Report,
    claims: Sequence[Claim],
    seen: Sequence[Sighting] = (),
    *,
    recorded_at: str,
    made_by: str | None = None,
) -> Entry:
    """The rows of a report, its claims, and those whom it brings up.

    made_by: who read it; needed only where it may have no claims
    raises:  UnreadableReport if it cannot be kept, or a claim quotes what is not in its text;
             ValueError if the claims are not of this report and of one reader
    """
    check_time(recorded_at)
    _check_dates(report)
    made_by = _reader_of(claims, made_by)
    _check_claims(report, claims)
    _check_sightings(report, seen, made_by)
    reading: Row | None = None
    if made_by is not None:
        key = {"report": report.id, "made_by": made_by}
        reading = {**key, "version": version_of(made_by), "recorded_at": recorded_at}
    return Entry(
        report=_report_row(report, recorded_at),
        reading=reading,
        claims=tuple(_claim_row(claim, recorded_at) for claim in claims),
        people=tuple(_people_of(claim) for claim in claims),
        words=tuple({"words": claim.words, "title": report.title or ""} for claim in claims),
        seen=tuple(_sighting_row(one, made_by or "", recorded_at) for one in seen),
    )


def add_entry(connection: Connection, entry: Entry) -> bool:
    """Append one entry inside a transaction. False: it is there."""
    is_new = dialect.insert_or_ignore(connection, reports, entry.report)
    if entry.reading is None:
        return is_new
    if not dialect.insert_or_ignore(connection, readings, entry.reading):
        return False
    if entry.seen:
        connection.execute(insert(sightings), entry.seen)
    if not entry.claims:
        return True
    number = insert(claims).returning(claims.c.number, sort_by_parameter_order=True)
    numbers = connection.scalars(number, entry.claims).all()
    people = [
        {"claim": n, **row} for n, rows in zip(numbers, entry.people, strict=True) for row in rows
    ]
    if people:
        connection.execute(insert(claim_people), people)
    words = [{"number": n, **row} for n, row in zip(numbers, entry.words, strict=True)]
    dialect.add_words(connection, words)
    return True


def notice_row(notice: Notice, recorded_at: str) -> Row:
    """The row of a notice. raises: ValueError if one of its times is none"""
    check_time(recorded_at)
    check_time(notice.at.start)
    check_time(notice.at.stop)
    record = encode_record(notice)
    return {"record": record, "report": notice.report, **_times(notice.at, recorded_at)}


def refusal_row(refusal: Refusal, recorded_at: str) -> Row:
    """The row of a refusal."""
    check_time(recorded_at)
    found = {"origin": refusal.origin, "why": refusal.why}
    return {"record": encode_record(refusal), **found, "recorded_at": recorded_at}


def version_of(made_by: str) -> str:
    """The maker in a form that sorts by its numbers: "rules/0.10.0" after "rules/0.9.0"."""
    wide = re.sub(r"\d+", lambda digits: digits[0].zfill(_DIGITS), made_by)
    return f"{wide} {made_by}"


def words_of_name(name: str) -> tuple[str, ...]:
    """The words of a name without case and accents."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return tuple(re.findall(r"[^\W_]+", bare.casefold()))


def check_time(time: str) -> None:
    """raises: ValueError if a time would not sort among the others"""
    if not is_time(time):
        raise ValueError(f"{time!r} is not a UTC ISO time to the second, like 2031-05-04T00:00:00Z")


def _check_dates(report: Report) -> None:
    date = report.published_at
    if date is not None and not (is_time(date.start) and is_time(date.stop)):
        why = f"its date {date.start!r} to {date.stop!r} is not in UTC ISO to the second"
        raise UnreadableReport(f"report {report.id}: {why}; read the report again")


def _reader_of(claims: Sequence[Claim], made_by: str | None) -> str | None:
    """Who made the claims. None: there are none, and nobody says."""
    makers = sorted({claim.made_by for claim in claims} | ({made_by} if made_by else set()))
    if len(makers) > 1:
        raise ValueError(f"claims of one report made by {', '.join(makers)}; append each apart")
    return makers[0] if makers else None


def _check_claims(report: Report, claims: Sequence[Claim]) -> None:
    if len({claim.id for claim in claims}) < len(claims):
        raise ValueError(f"report {report.id}: two of its claims have one id")
    for claim in claims:
        if (claim.report, claim.published_at) != (report.id, report.published_at):
            raise ValueError(f"claim {claim.id}: has another report or date than {report.id}")
        if not _quotes(claim, report.text):
            why = f"{claim.words[:60]!r} does not stand where it says in report {report.id}"
            raise UnreadableReport(f"claim {claim.id}: {why}; the claim is not kept")


def _check_sightings(report: Report, seen: Sequence[Sighting], made_by: str | None) -> None:
    if seen and made_by is None:
        raise ValueError(f"report {report.id}: who found those whom it brings up? give `made_by`")
    for one in seen:
        if (one.report, one.published_at) != (report.id, report.published_at):
            raise ValueError(
                f"{one.entity}: seen in another report or on another date: {report.id}"
            )
        if not all(0 <= span.start <= span.stop <= len(report.text) for span in one.spans):
            raise UnreadableReport(f"{one.entity}: does not stand where it says in {report.id}")


def _quotes(claim: Claim, text: str) -> bool:
    inside = all(0 <= span.start <= span.stop <= len(text) for span in claim.quote)
    return inside and claim.words == _BETWEEN.join(span.of(text) for span in claim.quote)


def _report_row(report: Report, recorded_at: str) -> Row:
    return {
        "id": report.id,
        "given_id": report.given_id,
        "outlet": report.outlet,
        "title": report.title,
        **_times(report.published_at, recorded_at),
        "record": encode_record(report),
    }


def _claim_row(claim: Claim, recorded_at: str) -> Row:
    place = claim.place
    return {
        "id": claim.id,
        "report": claim.report,
        "made_by": claim.made_by,
        "position": claim.event.trigger.start,
        "type": claim.event.type,
        "stance": claim.stance,
        "own": claim.own,
        "hedged": claim.hedged,
        "place": None if place is None else place.name or place.words,
        **_times(claim.published_at, recorded_at),
        "record": encode_record(claim),
    }


def _sighting_row(one: Sighting, made_by: str, recorded_at: str) -> Row:
    return {
        "report": one.report,
        "made_by": made_by,
        "entity": one.entity,
        "folded": "".join(map(_folded, one.names)),
        **_times(one.published_at, recorded_at),
        "record": encode_record(one),
    }


def _people_of(claim: Claim) -> tuple[Row, ...]:
    fillers = ((role.filler, role.name) for role in claim.event.roles)
    found = {(who.entity, role, who.name or who.words) for who, role in fillers}
    # Unnamed and pseudonymous sources are linked to nobody (DESIGN.md section 5, number 12).
    named = (source for source in claim.chain if source.naming == "named")
    found |= {(source.entity, "speaker", source.label) for source in named}
    people = ((e, role, name) for e, role, name in found if e is not None and e.startswith(PERSON))
    return tuple(
        {"entity": entity, "role": role, "name": name, "folded": _folded(name)}
        for entity, role, name in sorted(people)
    )


def _folded(name: str) -> str:
    return "".join(f" {word} " for word in words_of_name(name))


def _times(published: Interval | None, recorded_at: str) -> Row:
    return {
        "published_start": published.start if published else None,
        "published_stop": published.stop if published else None,
        "recorded_at": recorded_at,
    }
