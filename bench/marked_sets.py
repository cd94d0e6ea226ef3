"""Events that we marked in texts of the developer data, as characters: the texts stay where they lie.

A line of `bench/gold/events_in_sets.jsonl` names a set, a document, and the part of its text; its
events are in the rules' form (docs/reference/event-rules.md), with characters of that part in place
of words. States of persons are not marked in them.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from bench.event_passages import EventPassage, GoldEvent
from bench.splits import is_kept
from sayso.types import Span

TEXTS = {
    "polnear": ("polnear/train/articles.jsonl", "id", "text"),
    "muc4": ("muc4/train.jsonl", "docid", "text_truecased"),
    "ecbplus": ("ecbplus/docs.jsonl", "id", "text"),
    "re3d": ("re3d/dev.jsonl", "id", "text"),
    "geovirus": ("geo/geovirus.jsonl", "id", "text"),
    "wikiwars": ("time/wikiwars_dev.jsonl", "id", "text"),
}
Half = Literal["training", "kept"]


def load_marked_sets(
    path: Path,
    shared: Path,
    half: Half,
    *,
    with_settings: bool = False,
    lines: int | None = None,
) -> Iterator[EventPassage]:
    """The marked passages of one half, in the file's order; a third of the documents are kept.

    with_settings: only those in which places and times are marked too; lines: of so many from the top
    """
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()[:lines]]
    rows = [row for row in rows if is_kept(row["doc"]) == (half == "kept")]
    rows = [row for row in rows if row["settings"] or not with_settings]
    texts = {name: _texts(shared, name) for name in {row["set"] for row in rows}}
    for row in rows:
        text, date = texts[row["set"]][row["doc"]]
        yield EventPassage(
            f"{row['set']}/{row['doc']}#{row['start']}",
            text[row["start"] : row["stop"]],
            None,
            date,
            tuple(_event(event) for event in row["events"]),
        )


def _texts(shared: Path, name: str) -> dict[str, tuple[str, str | None]]:
    file, key, field = TEXTS[name]
    with (shared / "data" / file).open(encoding="utf-8") as lines:
        rows = (json.loads(line) for line in lines)
        return {row[key]: (row[field], row.get("date")) for row in rows}


def _event(row: Mapping[str, Any]) -> GoldEvent:
    roles = tuple(
        (name, (Span(*at),)) for name, fillers in row.get("roles", {}).items() for at in fillers
    )
    return GoldEvent(
        row["type"],
        tuple(Span(*at) for at in row["words"]),
        roles,
        places=tuple(Span(*at) for at in row.get("places", ())),
        when=Span(*row["when"]) if row.get("when") else None,
        negated=row.get("negated", False),
        modality=row.get("modality", "happened"),
        scope=row.get("scope", "total"),
        background=row.get("background", False),
    )


def as_characters(
    passage: EventPassage, name: str, doc: str, start: int, *, settings: bool
) -> dict[str, Any]:
    """The line of a passage, without its words. settings: whether places and times are marked."""
    return {
        "set": name,
        "doc": doc,
        "start": start,
        "stop": start + len(passage.text),
        "settings": settings,
        "events": [_row(event) for event in passage.events],
    }


def _row(event: GoldEvent) -> dict[str, Any]:
    roles: dict[str, list[list[int]]] = {}
    for name, wordings in event.roles:
        roles.setdefault(name, []).extend([span.start, span.stop] for span in wordings)
    row: dict[str, Any] = {
        "type": event.type,
        "words": [[span.start, span.stop] for span in event.words],
        "roles": roles,
        "places": [[span.start, span.stop] for span in event.places],
        "when": [event.when.start, event.when.stop] if event.when is not None else None,
        "negated": event.negated,
        "modality": "" if event.modality == "happened" else event.modality,
        "scope": "" if event.scope == "total" else event.scope,
        "background": event.background,
    }
    return {name: value for name, value in row.items() if value}
