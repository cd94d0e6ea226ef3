"""Gold events' passages in, another reading of them out: the program's, or one from a file."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench.event_passages import EventPassage, GoldCount, GoldEvent, read_event_passage
from sayso.types import Annotations, Count, Event, Role, Span


def read_with_program(passages: Sequence[EventPassage]) -> Iterator[EventPassage]:
    """Each passage as the program reads it, in order."""
    # Here, for two readings can be compared without loading the program.
    from sayso.flow import understand
    from sayso.read.dates import parse_published
    from sayso.read.reports import About, make_report
    from sayso.run.local import Setup, load_reader

    reader = load_reader(Setup())
    for passage in passages:
        dates = (parse_published(passage.published_at),) if passage.published_at else ()
        about = About(outlet=passage.outlet, dates=tuple(d for d in dates if d is not None))
        report = make_report(passage.text, about, raw_digest="", reader="gold")
        found = understand(report, reader)
        yield replace(
            passage,
            events=merge_repeated(tuple(_event(e, found) for e in found.events)),
            evidence=tuple((e.kind, e.span) for e in found.evidence),
        )


def read_from_file(passages: Sequence[EventPassage], path: Path) -> Iterator[EventPassage]:
    """Each passage as the file has it, in the passages' order: gold's form or that of `sayso annotate`.

    A passage that is not in the file is one in which nothing was found.
    """
    with path.open(encoding="utf-8") as lines:
        rows = {row["id"]: row for row in map(json.loads, lines)}
    for passage in passages:
        row = rows.get(passage.id, {"events": []})
        if "text" in row:
            yield read_event_passage(row)
        else:
            found = tuple(_from_line(e, row) for e in row["events"])
            yield replace(passage, events=merge_repeated(found), evidence=())


def merge_repeated(events: Sequence[GoldEvent]) -> tuple[GoldEvent, ...]:
    """What one word tells for several victims or places is one event, as in the rules.

    `said` is left out: it is what remains where no event is told.
    """
    merged: dict[tuple[object, ...], GoldEvent] = {}
    for event in (e for e in events if e.type != "said"):
        key = (event.type, event.words[0], event.modality, event.negated)
        known = merged.get(key)
        if known is None:
            merged[key] = event
            continue
        merged[key] = replace(
            known,
            roles=tuple(dict.fromkeys((*known.roles, *event.roles))),
            counts=tuple(dict.fromkeys((*known.counts, *event.counts))),
            places=tuple(dict.fromkeys((*known.places, *event.places))),
            when=known.when or event.when,
        )
    return tuple(merged.values())


def _event(event: Event, found: Annotations) -> GoldEvent:
    return GoldEvent(
        event.type,
        (event.trigger,),
        tuple((role.name, _wordings(role)) for role in event.roles),
        tuple(_count(c) for c in event.counts),
        (found.places[event.place].span,) if event.place is not None else (),
        found.times[event.when].span if event.when is not None else None,
        event.negated,
        event.modality,
        event.scope,
        event.background,
        event.presupposed,
        event.target_kind,
    )


def _wordings(role: Role) -> tuple[Span, ...]:
    """The filler's own words, and those that it stands for ('he')."""
    filler = role.filler
    return (filler.span,) if filler.means is None else (filler.span, filler.means)


def _count(count: Count) -> GoldCount:
    categories = frozenset(count.categories)
    return GoldCount(
        count.span, count.op, count.low, count.high, categories, count.group, count.scope
    )


def _from_line(event: Mapping[str, Any], line: Mapping[str, Any]) -> GoldEvent:
    """An event of an annotated line; what the line does not tell is as the rules leave it out."""

    def at(part: str, index: int | None) -> Span | None:
        return None if index is None else Span(line[part][index]["start"], line[part][index]["end"])

    place = at("places", event["place"])
    return GoldEvent(
        event["type"],
        (Span(*event["trigger"]),),
        tuple((name, (Span(*s),)) for name, spans in event["roles"].items() for s in spans),
        tuple(
            GoldCount(
                Span(*c["span"]), c["op"], c["low"], c["high"], frozenset(c["categories"]),
                c["group"], c["scope"],
            )
            for c in event["counts"]
        ),
        () if place is None else (place,),
        at("times", event["when"]),
        event["negated"],
        event["modality"],
        event.get("scope", "total"),
        event["background"],
        event.get("presupposed", False),
        event.get("target_kind"),
    )  # fmt: skip
