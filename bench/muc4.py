"""MUC-4's messages in, what tools/score_events.py reads of them out: one line a message for all its muc- commands.

    python -m bench.muc4 --data FILE --out FILE [--gold-orgs] [--weights DIR]

`--gold-orgs` gives a claim status to the organisations that the file itself names, and to no others.
`--weights` reads with other weights than those that ship. Messages come in capitals: where the file has
them with their case restored, these are read, else all in lower case.
"""

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench.muc4_claims import organisations_of, status_of
from sayso.annotate.encoder import Encoder, make_encoder
from sayso.annotate.event.incidents import (
    IncidentRole,
    Participant,
    find_parts,
    keep_likely,
    merge_parts,
)
from sayso.annotate.saying.sayings import find_marked
from sayso.flow import Reader, understand
from sayso.models import open_weights
from sayso.read.dates import parse_published
from sayso.read.reports import About, make_report
from sayso.resolve.name.names import bare_name
from sayso.resolve.name.titles import load_titles
from sayso.run.local import Setup, load_reader
from sayso.types import Annotations, Event, Report, Span

ROLES: Mapping[IncidentRole, str] = {
    "perp_individual": "PerpInd", "perp_org": "PerpOrg", "target": "Target", "victim": "Victim",
    "weapon": "Weapon",
}  # fmt: skip
# Chosen by bench.muc4_tuning on all developer messages.
LEAN = -1.4
LEAST: Mapping[IncidentRole, float] = {
    "perp_individual": 0.4, "perp_org": 0.4, "target": 0.4, "victim": 0.35, "weapon": 0.35,
}  # fmt: skip
TYPES = {
    "abducted": "KIDNAPPING", "bombing": "BOMBING", "explosion": "BOMBING", "suicide_attack": "BOMBING",
    "killed": "ATTACK", "injured": "ATTACK", "armed_clash": "ATTACK", "shelling": "ATTACK",
    "air_strike": "ATTACK", "executed": "ATTACK",
}  # fmt: skip
EFFECTS = {
    "killed": "DEATH", "died": "DEATH", "executed": "DEATH", "body_found": "DEATH", "injured": "INJURY",
    "released": "REGAINED FREEDOM",
}  # fmt: skip

NEAR = 12  # characters before a name in which an article or a number would stand
_NO_NAME = re.compile(
    r"\b(?:the|an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+|other)\s$", re.IGNORECASE
)


def report_of(row: Mapping[str, Any]) -> Report:
    """The message as a report, dated by its dateline."""
    text = row.get("text_truecased") or row["text"].lower()
    date = parse_published((row.get("dateline") or {}).get("date") or "")
    dates = (date,) if date is not None else ()
    return make_report(
        text, About(dates=dates, given_id=row["docid"]), raw_digest="", reader="muc4"
    )


def participants_of(text: str, encoder: Encoder, *, lean: float = LEAN) -> tuple[Participant, ...]:
    """Who and what may have taken part in attacks that a text tells of, likely or not."""
    head = encoder.tags.get("incident")
    if head is None:
        return ()
    answers = encoder.read(text)
    mentions = tuple(bare_people(find_marked(answers, encoder, "mention"), text))
    return merge_parts(find_parts(answers, replace(head, lean=lean), mentions), text)


def bare_people(mentions: Iterable[tuple[Span, str]], text: str) -> Iterator[tuple[Span, str]]:
    """The mentions, persons by their names alone: 'Tolan' of 'Judge Tolan'; 'the Judge' is no name."""
    for span, kind in mentions:
        name = bare_name(span.of(text)) if kind == "person" else ""
        start = text.find(name, span.start)
        is_name = name.casefold().rstrip(".") not in load_titles()
        if kind != "person":
            yield span, kind
        elif is_name and not _NO_NAME.search(text, max(0, start - NEAR), start):
            yield Span(start, start + len(name)), kind


def calling(one: Participant) -> str | None:
    """The words that most likely stand in the key; None: a victim without a name, which it leaves out."""
    if one.role == "victim":
        return bare_name(one.name) if one.name is not None else None
    often = Counter(part.words for part in one.parts)
    return max(one.parts, key=lambda p: (often[p.words], p.share)).words


def roles_of(found: Sequence[Participant]) -> dict[str, list[list[str]]]:
    """By MUC-4's roles, one list of words for each participant."""
    called = [(ROLES[one.role], calling(one)) for one in found]
    return {r: [[words] for role, words in called if role == r and words] for r in ROLES.values()}


def types_of(found: Sequence[Participant], told: Annotations) -> list[str]:
    """The kinds of incident told of where someone or something takes part in one."""
    if not found:
        return []
    types = {TYPES[event.type] for event in _near(found, told) if event.type in TYPES}
    weapons = " ".join(p.words.lower() for one in found if one.role == "weapon" for p in one.parts)
    if any(word in weapons for word in ("bomb", "dynamite", "explosive")):
        types.add("BOMBING")
    return sorted(types) or ["ATTACK"]


def _near(found: Sequence[Participant], told: Annotations) -> list[Event]:
    """The events in whose sentences somebody or something takes part; history left out."""
    spans = [part.span for one in found for part in one.parts]
    around = [s for s in told.sentences if any(s.meets(span) for span in spans)]
    return [e for e in told.events if not e.negated and any(s.covers(e.trigger) for s in around)]


def victims_of(found: Sequence[Participant], told: Annotations) -> Iterator[dict[str, object]]:
    """Each victim with how many and what came of it, as the events about it say."""
    for one in found:
        if one.role == "victim":
            spans = [part.span for part in one.parts]
            about = [
                event for event in told.events
                if any(r.filler.span.meets(s) for r in event.roles for s in spans if r.name == "victim")
            ]  # fmt: skip
            effects = [EFFECTS[event.type] for event in about if event.type in EFFECTS]
            numbers = [c.low for event in about for c in event.counts if c.op == "exact"]
            words = one.parts[0].words.casefold()
            number = numbers[0] if numbers else None if words.endswith("s") and not one.name else 1
            yield {
                "mention": one.name or one.parts[0].words,
                "number": number,
                "effect": effects[0] if effects else None,
            }


def where_and_when(found: Sequence[Participant], told: Annotations) -> dict[str, list[str]]:
    """The places and days of the events in which somebody or something takes part."""
    events = _near(found, told)
    spans = [s for s in told.sentences if any(s.covers(event.trigger) for event in events)]
    places = [place for place in told.places if any(s.covers(place.span) for s in spans)]
    days = {
        when.interval.start[:10]
        for event in events
        if event.when is not None and (when := told.times[event.when]).interval is not None
        and when.precision in {"day", "hour", "instant"}
    }  # fmt: skip
    return {"places": sorted({place.words for place in places}), "dates": sorted(days)}


def line_of(row: Mapping[str, Any], reader: Reader, *, gold_orgs: bool) -> dict[str, object]:
    """One message's line."""
    report = report_of(row)
    told = understand(report, reader)
    found = keep_likely(participants_of(report.text, reader.encoder), LEAST)
    if gold_orgs:
        called = [names for names, _ in organisations_of(row)]
    else:
        called = [sorted({p.words for p in o.parts}) for o in found if o.role == "perp_org"]
    claims = [{"org": c[0], "status": status_of(c, report.text, told)} for c in called]
    return {
        "docid": row["docid"],
        "roles": roles_of(found),
        "types": types_of(found, told),
        "perp_claims": claims,
        "victims": list(victims_of(found, told)),
        **where_and_when(found, told),
    }


def write_lines(data: Path, out: Path, reader: Reader, *, gold_orgs: bool) -> float:
    """Write one line a message, in order; gives messages per CPU-second."""
    start, count = time.process_time(), 0
    with data.open(encoding="utf-8") as rows, out.open("w", encoding="utf-8") as stream:
        for row in rows:
            line = line_of(json.loads(row), reader, gold_orgs=gold_orgs)
            stream.write(json.dumps(line, ensure_ascii=False) + "\n")
            count += 1
    return count / (time.process_time() - start)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--gold-orgs", action="store_true")
    parser.add_argument("--weights", type=Path)
    args = parser.parse_args()
    reader = load_reader(Setup())
    if args.weights is not None:
        weights = open_weights(args.weights)
        encoder = make_encoder(weights.session, weights.tokenizer, weights.heads)
        reader = replace(reader, encoder=encoder)
    speed = write_lines(args.data, args.out, reader, gold_orgs=args.gold_orgs)
    print(f"{speed:.1f} messages per CPU-second")


if __name__ == "__main__":
    main()
