"""The training sets of events: each a file of developer data in, `Example`s out."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench.event_passages import EventPassage, load_event_passages
from bench.marked_sets import load_marked_sets
from bench.tokens import read_targets
from sayso.event_types import load_event_types
from training.examples import Example, Mark
from training.sets import rows_of

INCIDENT_ROLES = {
    "PerpInd": "perp_individual",
    "PerpOrg": "perp_org",
    "Target": "target",
    "Victim": "victim",
    "VictimDesc": "victim",
    "Weapon": "weapon",
}
FACTUALITY = ("uds_ih2", "meantime", "megaveridicality", "commitmentbank")


def read_muc4(shared: Path) -> Iterator[Example]:
    """MUC-4's messages with every mention of what fills a role of an incident."""
    for row in rows_of(shared / "data" / "muc4" / "train.jsonl"):
        yield muc4_example(row)


def muc4_example(row: dict[str, Any]) -> Example:
    found = sorted(
        (-(stop - start), start, stop, label)
        for role, label in INCIDENT_ROLES.items()
        for entity in row["roles"][role]
        for spans in entity["spans"].values()
        for start, stop in spans
    )
    marks = tuple(Mark(((start, stop),), label) for _, start, stop, label in found)
    return Example(row["docid"], row["text_truecased"], {"incident": marks})


def read_factuality(shared: Path, name: str) -> Iterator[Example]:
    """Sentences in which annotators said how sure it is that an event happened, -3 to 3."""
    for row in rows_of(shared / "data" / "factuality" / f"{name}.train.jsonl"):
        yield factuality_example(row)


def factuality_example(row: dict[str, Any]) -> Example:
    text, asked = read_targets(row)
    marks = tuple(
        Mark(((span.start, span.stop),), str(target["label"]))
        for span, target in zip(asked, row["targets"], strict=True)
    )
    return Example(row["id"], text, {"factuality": marks})


def with_events(examples: Iterator[Example], path: Path, *, prefix: str) -> Iterator[Example]:
    """The texts with the events that the rules see in them (`training/silver_events.py`)."""
    seen = {row["id"]: row for row in rows_of(path) if row["id"].startswith(prefix + "/")}
    for example in examples:
        row = seen.get(f"{prefix}/{example.id.removeprefix(prefix + '/')}")
        if row is None or row["text"] != example.text:
            yield example
        else:
            more = silver_events_example(row)
            yield replace(
                example,
                marks={**more.marks, **example.marks},
                silent={**more.silent, **example.silent},
            )


def silver_events_example(row: dict[str, Any]) -> Example:
    """What the rules pass over among the words that could tell an event teaches nothing."""
    triggers = [(((a, b),), type_, modality) for a, b, type_, modality in row["events"]]
    told = {run for runs, _, _ in triggers for run in runs}
    silent = tuple((a, b) for a, b in row["silent"] if not any(a < d and c < b for c, d in told))
    return Example(
        row["id"],
        row["text"],
        {
            "event": tuple(Mark(runs, "event") for runs, _, _ in triggers),
            "event_type": tuple(Mark(runs, type_) for runs, type_, _ in triggers),
            "modality": tuple(Mark(runs, modality) for runs, _, modality in triggers),
        },
        silent={"event": silent},
    )


def read_event_gold(path: Path) -> Iterator[Example]:
    """Our own passages, every event marked; states of persons have a finder of their own."""
    for passage in load_event_passages(path):
        yield event_gold_example(passage)


def read_event_sets(shared: Path, path: Path, *, lines: int | None = None) -> Iterator[Example]:
    """Passages of the sets themselves, marked by us as our own are; states of persons are not."""
    for passage in load_marked_sets(path, shared, "training", lines=lines):
        yield event_gold_example(passage)


EVENT_HEADS = ("event", "event_type", "modality")


def without_marked(examples: Iterator[Example], path: Path, *, prefix: str) -> Iterator[Example]:
    """The texts, silent on events where we marked them by hand, in training or kept."""
    marked: dict[str, list[tuple[int, int]]] = {}
    for row in rows_of(path):
        if row["set"] == prefix:
            marked.setdefault(row["doc"], []).append((row["start"], row["stop"]))
    for example in examples:
        marks = marked.get(example.id.removeprefix(prefix + "/"), ())
        end = len(example.text)  # silver leaves the end of a long text out
        runs = tuple((start, min(stop, end)) for start, stop in marks if start < end)
        yield _silenced(example, runs) if runs else example


def _silenced(example: Example, runs: tuple[tuple[int, int], ...]) -> Example:
    def is_outside(mark: Mark) -> bool:
        return not any(a < stop and start < b for a, b in mark.pieces for start, stop in runs)

    marks = {
        head: tuple(filter(is_outside, found)) if head in EVENT_HEADS else found
        for head, found in example.marks.items()
    }
    silent = {**example.silent, "event": (*example.silent.get("event", ()), *runs)}
    return replace(example, marks=marks, silent=silent)


def event_gold_example(passage: EventPassage) -> Example:
    kinds = load_event_types()
    events, types, modalities, silent = [], [], [], []
    for event in passage.events:
        runs = tuple(((word.start, word.stop),) for word in event.words)
        if kinds[event.type].is_state:
            silent += [run for (run,) in runs]
            continue
        events += [Mark(run, "event" if at == 0 else "again") for at, run in enumerate(runs)]
        types += [Mark(run, event.type) for run in runs]
        modalities += [Mark(run, event.modality) for run in runs]
    events.sort(
        key=lambda mark: mark.label == "again"
    )  # one voice's "again" may be another's first
    return Example(
        f"events/{passage.id}",
        passage.text,
        {"event": tuple(events), "event_type": tuple(types), "modality": tuple(modalities)},
        silent={"event": tuple(silent)},
    )
