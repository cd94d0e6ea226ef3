"""Gold events in, their marks as characters out: `docs/reference/event-rules.md` tells the form.

python -m bench.event_passages FILE ...     say what does not hold, line by line
"""

import json
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

from bench.passages import Unmarked, find_words
from sayso.event_types import EventType, load_event_types
from sayso.types import CountOp, EvidenceKind, Modality, Scope, Span

OPS, MODALITIES, SCOPES = get_args(CountOp), get_args(Modality), get_args(Scope)
EVIDENCE_KINDS = get_args(EvidenceKind)
PASSAGE_FIELDS = frozenset("id text published_at outlet events evidence".split())
EVENT_FIELDS = frozenset(
    "type trigger also roles counts place when negated modality scope background presupposed"
    " target_kind".split()
)
COUNT_FIELDS = frozenset("words op low high categories group scope".split())


@dataclass(frozen=True, slots=True)
class GoldCount:
    """A number as told; `high` None: open above."""

    span: Span
    op: CountOp
    low: int
    high: int | None
    categories: frozenset[str]
    group: str
    scope: Scope


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One event as a reader marked it, or as the program reads it.

    words: the words that tell it, the trigger first
    roles: name and the words that fill it; a reading may give several wordings of one filler
    """

    type: str
    words: tuple[Span, ...]
    roles: tuple[tuple[str, tuple[Span, ...]], ...] = ()
    counts: tuple[GoldCount, ...] = ()
    places: tuple[Span, ...] = ()
    when: Span | None = None
    negated: bool = False
    modality: Modality = "happened"
    scope: Scope = "total"
    background: bool = False
    presupposed: bool = False
    target_kind: str | None = None


@dataclass(frozen=True, slots=True)
class EventPassage:
    """evidence: kind, and the words that name it."""

    id: str
    text: str
    outlet: str | None
    published_at: str | None
    events: tuple[GoldEvent, ...]
    evidence: tuple[tuple[EvidenceKind, Span], ...] = ()


def load_event_passages(path: Path) -> Iterator[EventPassage]:
    """The passages of a file, in order.

    raises: Unmarked where words are not in their text or a code is none of the rules'
    """
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield read_event_passage(json.loads(line))


def read_event_passage(row: Mapping[str, Any]) -> EventPassage:
    """One passage; raises Unmarked as `load_event_passages` does, KeyError where a field is missing."""
    _known(row, PASSAGE_FIELDS)
    text = row["text"]
    if row["published_at"] is not None:
        date.fromisoformat(row["published_at"])
    events = tuple(_event(event, text) for event in row["events"])
    told = [(e.type, e.words[0]) for e in events]
    if twice := {t for t in told if told.count(t) > 1}:
        raise Unmarked(f"one word tells one event of a type once: {sorted(twice)}")
    evidence = tuple(
        (_checked(e["kind"], EVIDENCE_KINDS, "evidence"), find_words(text, e["words"]))
        for e in row.get("evidence", ())
    )
    return EventPassage(row["id"], text, row.get("outlet"), row["published_at"], events, evidence)


def _event(row: Mapping[str, Any], text: str) -> GoldEvent:
    _known(row, EVENT_FIELDS)
    kind = load_event_types().get(row["type"])
    if kind is None or kind.name == "said":
        raise Unmarked(f"type: {row['type']!r} is no type of event")
    when = row.get("when")
    target_kind = row.get("target_kind")
    if target_kind is not None:
        _checked(target_kind, sorted(_table("target_kinds.toml")), "target_kind")
    return GoldEvent(
        kind.name,
        tuple(find_words(text, w) for w in (row["trigger"], *_listed(row.get("also")))),
        tuple(_roles(row.get("roles", {}), kind, text)),
        tuple(_count(c, kind, row, text) for c in row.get("counts", ())),
        tuple(find_words(text, w) for w in _listed(row.get("place"))),
        find_words(text, when) if when else None,
        _flag(row, "negated"),
        _checked(row.get("modality", "happened"), MODALITIES, "modality"),
        _checked(row.get("scope", "total"), SCOPES, "scope"),
        _flag(row, "background"),
        _flag(row, "presupposed"),
        target_kind,
    )


def _roles(
    row: Mapping[str, Sequence[str]], kind: EventType, text: str
) -> Iterator[tuple[str, tuple[Span, ...]]]:
    for name, fillers in row.items():
        _checked(name, (*kind.roles, kind.key), f"role of {kind.name}")
        if isinstance(fillers, str):
            raise Unmarked(f"{name}: fillers are a list, not {fillers!r}")
        for words in fillers:
            yield name, (find_words(text, words),)


def _count(
    row: Mapping[str, Any], kind: EventType, event: Mapping[str, Any], text: str
) -> GoldCount:
    _known(row, COUNT_FIELDS)
    if not kind.counted:
        raise Unmarked(f"counts: {kind.name} counts nobody")
    low, high, categories = row["low"], row["high"], frozenset(row["categories"])
    op = _checked(row["op"], OPS, "op")
    if not _is_reach_of(op, low, high) or (op == "none" and not event.get("negated")):
        raise Unmarked(f"counts: {row['words']!r}: {op} does not reach from {low} to {high}")
    counted = {t.counted for t in load_event_types().values()} - {""}
    if not categories or not categories <= counted:
        raise Unmarked(f"categories: {sorted(categories)} are not of {sorted(counted)}")
    return GoldCount(
        find_words(text, row["words"]),
        op,
        low,
        high,
        categories,
        _checked(row["group"], sorted(_table("counting.toml")["groups"]), "group"),
        _checked(row["scope"], SCOPES, "scope"),
    )


@cache
def _table(name: str) -> Mapping[str, Any]:
    """A table of the package, as it stands: a reader needs no program to check a file."""
    return tomllib.loads(files("sayso.data").joinpath(name).read_text("utf-8"))


def _is_reach_of(op: CountOp, low: int, high: int | None) -> bool:
    """Whether the ends are such as the rules give the form of words."""
    if op in {"at_least", "more_than", "vague"}:
        return high is None and low > 0
    if high is None:
        return False
    if op == "up_to":
        return low == 1 and high > 0
    if op == "none":
        return low == high == 0
    return low == high if op == "exact" else low < high


def _listed(words: str | Sequence[str] | None) -> Sequence[str]:
    return (words,) if isinstance(words, str) else words or ()


def _flag(row: Mapping[str, Any], field: str) -> bool:
    value = row.get(field, False)
    if not isinstance(value, bool):
        raise Unmarked(f"{field}: true or false, not {value!r}")
    return value


def _known(row: Mapping[str, Any], fields: frozenset[str]) -> None:
    if unknown := set(row) - fields:
        raise Unmarked(f"fields that no rule has: {sorted(unknown)}")


def _checked(value: Any, allowed: Sequence[str], field: str) -> Any:
    if value not in allowed:
        raise Unmarked(f"{field}: {value!r} is none of {', '.join(allowed)}")
    return value


def faults_in(path: Path) -> Iterator[str]:
    """One line for each passage that does not hold, or whose id another one has."""
    ids: set[str] = set()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            passage = read_event_passage(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            yield f"{path}:{number}: {error!r}"
            continue
        if passage.id in ids:
            yield f"{path}:{number}: {passage.id!r} is the id of another passage"
        ids.add(passage.id)


def main(paths: Sequence[str]) -> int:
    """Print what does not hold; the exit status says whether anything."""
    faults = [fault for path in paths for fault in faults_in(Path(path))]
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
