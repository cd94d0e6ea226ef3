"""Dossiers in, files for other programs out; each row is one claim in one report."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from typing import IO

from sayso.event_types import load_event_types
from sayso.show.wording import describe_chain, describe_evidence
from sayso.types import Claim, Report
from sayso.weigh.dossiers import Answer, Dossier

# Column -> what it holds; docs/reference/columns.md is made from this table.
CSV_COLUMNS: Mapping[str, str] = {
    "claim": "id of the claim; any page or command finds its dossier by it",
    "dossier": "id of the matter it belongs to",
    "type": "event or state type, a row of event_types.toml",
    "stance": "asserts, admits, accuses, denies, doubts, unclear, ...",
    "negated": "1: the words themselves say that it was not so",
    "modality": "happened, ongoing, attempted, planned, called_for, hypothetical",
    "hedged": "1: a hedge ('reportedly', 'may have') stands over it",
    "own": "1: the outlet's own word",
    "source": "the deepest source, as the report calls it",
    "source_kind": "military, government, rebel, monitor, medic, witness, ...",
    "source_naming": "named, unnamed, pseudonym",
    "source_organisation": "organisation by the register, or empty",
    "source_side": "side by the register, or empty",
    "basis": "saw, record, told_by, assesses, reacts, not_stated",
    "chain": "from the outlet inward",
    "actor": "who did it, as the report puts it",
    "victim": "to whom",
    "target": "what was hit",
    "counts": "figures as the report puts them",
    "count_low": "lowest number of the first figure",
    "count_high": "highest number of the first figure; empty: open above",
    "count_category": "killed, injured, missing, ...",
    "place": "name of the place by the gazetteer, else as the report puts it",
    "latitude": "of the place; empty: not known",
    "longitude": "of the place; empty: not known",
    "country": "ISO 3166 code; empty: not known",
    "when_from": "start of the event's time, UTC; empty: not told",
    "when_to": "end of the event's time, UTC; empty: not told",
    "said_at": "when it was said, where the report tells",
    "background": "1: history told in passing",
    "outlet": "who published the report",
    "report": "id of the report",
    "published_from": "start of publication, UTC; empty: undated",
    "published_to": "end of publication, UTC (a day-only date is the whole day)",
    "title": "title of the report",
    "url": "address of the report",
    "status": "status of the claim's first answer, as of the time asked for",
    "origins": "independent origins of that answer, lowest to highest",
    "quote_start": "first character of the words it stands on",
    "quote_stop": "character after their last",
    "words": "the words, character for character",
    "reading_score": "how sure the reading is; never how true the fact",
    "made_by": "what read it",
    "acled": "ACLED's event type and sub-type for it; empty: it has none",
    "plover": "PLOVER's event and mode for it; empty: it has none",
    "target_kind": "of each that is of a kind, which: hospital, school, market, ...",
    "evidence": "what it points to, with who made and showed it, whether the outlet saw it, and its limits",
}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(dossiers: Sequence[Dossier], reports: Mapping[str, Report], out: IO[str]) -> int:
    """Write one row a claim, newest matter first; how many rows. Cells never open a formula."""
    writer = csv.DictWriter(out, list(CSV_COLUMNS), lineterminator="\n")
    writer.writeheader()
    rows = 0
    for dossier in dossiers:
        for row in _rows(dossier, reports):
            writer.writerow({column: _safe(value) for column, value in row.items()})
            rows += 1
    return rows


def _safe(value: object) -> str:
    """Text a spreadsheet would run as a formula gets an apostrophe before it."""
    text = "" if value is None else str(value)
    is_number = text[:1] == "-" and text[1:].replace(".", "", 1).isdigit()
    text = text.replace("\x00", "\ufffd")
    return f"'{text}" if text.startswith(_FORMULA) and not is_number else text


def _rows(dossier: Dossier, reports: Mapping[str, Report]) -> Iterator[dict[str, object]]:
    for claim in dossier.claims:
        answer = next((a for a in dossier.answers if claim.id in a.claims), None)
        yield _row(claim, dossier, answer, reports[claim.report])


def _row(
    claim: Claim, dossier: Dossier, answer: Answer | None, report: Report
) -> dict[str, object]:
    event, place = claim.event, claim.place
    deepest = claim.chain[-1] if claim.chain else None
    count = event.counts[0] if event.counts else None
    when = claim.when.interval if claim.when is not None else None
    said_at = claim.said_at.interval if claim.said_at is not None else None
    published = claim.published_at
    return {
        "claim": claim.id, "dossier": dossier.id, "type": event.type,
        "acled": _code_of(event.type, "acled"), "plover": _code_of(event.type, "plover"), "stance": claim.stance,
        "negated": int(event.negated), "modality": event.modality, "hedged": int(claim.hedged), "own": int(claim.own),
        "source": deepest.label if deepest else claim.outlet,
        "source_kind": deepest.kind if deepest else "outlet",
        "source_naming": deepest.naming if deepest else "named",
        "source_organisation": deepest.organisation if deepest else None,
        "source_side": deepest.side if deepest else None,
        "basis": deepest.basis if deepest else "not_stated",
        "chain": describe_chain(claim),
        "actor": _fillers(claim, "actor", "holder"), "victim": _fillers(claim, "victim", "person"),
        "target": _fillers(claim, "target", "place"),
        "target_kind": "; ".join(dict.fromkeys(kind for _, kind in event.target_kinds)),
        "counts": "; ".join(c.words for c in event.counts),
        "count_low": count.low if count else None, "count_high": count.high if count else None,
        "count_category": " or ".join(count.categories) if count else None,
        "evidence": "; ".join(map(describe_evidence, claim.evidence)),
        "place": (place.name or place.words) if place else None,
        "latitude": place.latitude if place else None, "longitude": place.longitude if place else None,
        "country": place.country if place else None,
        "when_from": when.start if when else None, "when_to": when.stop if when else None,
        "said_at": said_at.start if said_at else None, "background": int(event.background),
        "outlet": claim.outlet, "report": report.given_id or report.id,
        "published_from": published.start if published else None, "published_to": published.stop if published else None,
        "title": report.title, "url": report.url,
        "status": answer.standing.status if answer else None,
        "origins": f"{answer.standing.origins_low} to {answer.standing.origins_high}" if answer else None,
        "quote_start": claim.quote[0].start, "quote_stop": claim.quote[-1].stop, "words": claim.words,
        "reading_score": claim.reading_score, "made_by": claim.made_by,
    }  # fmt: skip


def _code_of(type_: str, scheme: str) -> str | None:
    kind = load_event_types().get(type_)
    return getattr(kind, scheme).rstrip("/") or None if kind is not None else None


def _fillers(claim: Claim, *names: str) -> str:
    return "; ".join(r.filler.name or r.filler.words for r in claim.event.roles if r.name in names)


EXPORTERS = {"csv": write_csv}
