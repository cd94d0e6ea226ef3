"""How much of re3d's relations between persons, bodies and places the program tells.

    python -m bench.re3d_relations --data FILE [--out FILE]

What the program keeps is brought to re3d's kinds:
  BelongsTo        who holds an office or is a member, and the body; a weapon, and who used it
  InChargeOf       who leads, and the body; who holds or took a place, and the place
  IsSynonymOf      who it is and the noun set beside it by a comma; a name and its short form in brackets
  FightingAgainst  who strikes, kills, captures or clashes, and whom
The matching rule: an end is known by its head, the last word before an " of ", a comma, a bracket
or the like (of "scores of guards" the guards). A relation is right where re3d has one of its kind
with the same two heads at the same places of the text, in the same order where the kind has one
(BelongsTo, InChargeOf). An end that stands for words elsewhere ("he") may match there too. re3d
gives a relation's ends by their words alone: those nearest to its own span are taken. Relations
that re3d is less than half sure of are left out, and a pair told twice counts once.

Printed are the documents we read errors on, then those kept apart (`bench.splits`). `--out` has a
line a relation: where the heads of its ends begin, and who has it ("both", "gold", "read").
"""

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bench.readings import Score
from bench.splits import is_kept
from sayso.event_types import load_event_types
from sayso.flow import Reader, understand
from sayso.read.reports import About, make_report
from sayso.run.local import Setup, load_reader
from sayso.types import Annotations, Event, Mention, Span

KINDS = ("BelongsTo", "InChargeOf", "IsSynonymOf", "FightingAgainst")
MUTUAL = frozenset({"IsSynonymOf", "FightingAgainst"})
SURE = 0.5
_END = re.compile(r"[,(;:–]| (?:of|for|in|from|to|on|at|with|against|who|that|which|whose) ")
_PART = re.compile(
    r"^(?:\S+ ){0,6}?(?:scores|dozens|tens|hundreds|thousands|millions|majority|%|percent|one|two|three) of "
)
_BRACKET = re.compile(r"\s?\(")
_WORD = re.compile(r"\w[\w.\-]*\w|\w")

Ends = tuple[int, int]
"""Where the heads of a relation's ends begin."""


@dataclass(frozen=True, slots=True)
class Relation:
    """source, target: the ways to take each end, the nearest first."""

    kind: str
    source: tuple[Span, ...]
    target: tuple[Span, ...]


def head_of(text: str, span: Span) -> int:
    """Where the head of a phrase begins: of 'the Army of Karez' the Army, of 'Mayor Odas' Odas."""
    start = span.start
    while part := _PART.match(text[start : span.stop]):
        start += part.end()
    words = list(_WORD.finditer(_END.split(text[start : span.stop], maxsplit=1)[0]))
    return start + words[-1].start() if words else start


def ends_of(text: str, relation: Relation) -> list[Ends]:
    """All ways to take the two ends; a kind without order has the first in the text first."""
    heads = [
        (head_of(text, one), head_of(text, other))
        for one in relation.source
        for other in relation.target
    ]
    return [(min(p), max(p)) if relation.kind in MUTUAL else p for p in heads]


def gold_of(row: Mapping[str, Any]) -> Iterator[Relation]:
    """re3d's own relations of a document."""
    for given in row["relations"]:
        if given["type"] not in KINDS or given["confidence"] < SURE:
            continue
        at = Span(given["start"], given["end"])
        source, target = (_nearest(given[end], at, row) for end in ("source", "target"))
        if source is not None and target is not None:
            yield Relation(given["type"], (source,), (target,))


def _nearest(words: str, at: Span, row: Mapping[str, Any]) -> Span | None:
    """Where the words stand next to a relation; None: nowhere in the text."""
    places = [Span(*m.span()) for m in re.finditer(re.escape(words.strip()), row["text"])]
    marked = {(e["start"], e["end"]) for e in row["entities"]}

    def away(span: Span) -> tuple[int, bool, int]:
        gap = max(span.start - at.stop, at.start - span.stop, 0)
        return gap, (span.start, span.stop) not in marked, span.start

    return min(places, key=away, default=None)


def relations_of(found: Annotations, text: str) -> Iterator[Relation]:
    """What the program tells, in re3d's kinds."""
    for event in found.events:
        if event.type in {"membership", "office"}:
            yield from _pairs("BelongsTo", event, ("holder",), ("group",))
        if event.type == "office" and not _SERVING.search(event.trigger.of(text)):
            yield from _pairs("InChargeOf", event, ("holder",), ("group",))
        if event.type == "territory_control" and event.modality in {"happened", "ongoing"}:
            yield from _pairs("InChargeOf", event, ("holder",), ("place",))
        if event.type in _FIGHTS:
            yield from _pairs("FightingAgainst", event, *_FIGHT)
            yield from _through_means(event, found.events)
    yield from _synonyms(found, text)


_SERVING = re.compile(  # who speaks or works for a body, and does not lead it
    r"\b(?:spokes\w+|officials?|aides?|advis[eo]rs?|envoys?|ambassadors?|officers?|deputy|senators?"
    r"|delegates?|judges?|editors?)\b",
    re.IGNORECASE,
)
_FIGHT = ("actor", "holder"), ("target", "victim", "other")
_FATES = frozenset({"killed", "injured", "captured", "abducted", "executed", "tortured"})
_CONTESTS = frozenset({"siege", "territory_control", "victory_claim", "fighting_continues"})
_FIGHTS = _FATES | _CONTESTS | {t.name for t in load_event_types().values() if t.family == "attack"}


def _through_means(event: Event, events: Sequence[Event]) -> Iterator[Relation]:
    """'Killed in a raid by the army': the army fought them. 'Shelled with mortars': its mortars."""
    for means in (role for role in event.roles if role.name == "means"):
        blows = [e for e in events if e is not event and means.filler.span.covers(e.trigger)]
        for blow in blows:
            doers = tuple(role for role in blow.roles if role.name == "actor")
            joined = replace(event, roles=(*doers, *event.roles))
            yield from _pairs("FightingAgainst", joined, *_FIGHT)
        if not blows:
            yield from _pairs("BelongsTo", event, ("means",), ("actor",))


def _synonyms(found: Annotations, text: str) -> Iterator[Relation]:
    """Words set beside others for the same one; a title and its name are one end to re3d."""
    for one, other in found.same:
        left, right = sorted((one, other))
        if "," in text[left.stop : right.start]:
            yield Relation("IsSynonymOf", (one,), (other,))
    by_start = {m.span.start: m for m in found.mentions if m.entity is not None}
    for mention in by_start.values():
        bracket = _BRACKET.match(text, mention.span.stop)
        inner = by_start.get(bracket.end()) if bracket is not None else None
        if inner is not None and inner.entity == mention.entity:
            yield Relation("IsSynonymOf", (mention.span,), (inner.span,))


def _pairs(
    kind: str, event: Event, sources: Sequence[str], targets: Sequence[str]
) -> Iterator[Relation]:
    for one in event.roles:
        for other in event.roles:
            if one.name in sources and other.name in targets:
                yield Relation(kind, _ways(one.filler), _ways(other.filler))


def _ways(mention: Mention) -> tuple[Span, ...]:
    return (mention.span,) if mention.means is None else (mention.span, mention.means)


def compare(
    text: str, gold: Iterable[Relation], read: Iterable[Relation]
) -> Iterator[tuple[str, Ends, str]]:
    """By kind and ends, who has it: "both", "gold" or "read"."""
    wanted = {(r.kind, ends_of(text, r)[0]): None for r in gold}
    seen: set[tuple[str, Ends]] = set()
    for relation in read:
        ways = [(relation.kind, ends) for ends in ends_of(text, relation)]
        if ways[0][1][0] == ways[0][1][1] or seen & set(ways):
            continue
        hit = next((way for way in ways if way in wanted), None)
        seen |= {hit or ways[0]}
        yield *(hit or ways[0]), "both" if hit else "read"
    yield from ((*one, "gold") for one in wanted if one not in seen)


def score(lines: Iterable[tuple[str, Ends, str]]) -> dict[str, Score]:
    by = {kind: {"both": 0, "gold": 0, "read": 0} for kind in KINDS}
    for kind, _, who in lines:
        by[kind][who] += 1
    return {
        kind: Score(n["both"], n["both"] + n["gold"], n["both"] + n["read"])
        for kind, n in by.items()
    }


def read_document(row: Mapping[str, Any], reader: Reader) -> list[tuple[str, Ends, str]]:
    report = make_report(row["text"], About(), raw_digest="", reader="re3d")
    found = understand(report, reader)
    return list(compare(row["text"], gold_of(row), relations_of(found, row["text"])))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    with args.data.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    reader = load_reader(Setup())
    told = {row["id"]: read_document(row, reader) for row in rows}
    for name, kept in (("tuned on", False), ("kept apart", True)):
        some = [id_ for id_ in told if is_kept(id_) is kept]
        print(f"{name}: {len(some)} documents")
        for kind, found in score(line for id_ in some for line in told[id_]).items():
            print(f"  {kind:<16} {found}")
    if args.out is not None:
        with args.out.open("w", encoding="utf-8") as stream:
            for row in rows:
                for kind, ends, who in told[row["id"]]:
                    line = {"id": row["id"], "relation": kind, "heads": ends, "in": who}
                    stream.write(f"{json.dumps(line)}\n")


if __name__ == "__main__":
    main()
