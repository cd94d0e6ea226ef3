"""A report's annotations and claims in, the line that `sayso annotate` writes out."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sayso.types import (
    Annotations,
    Attribution,
    Claim,
    Count,
    Event,
    Evidence,
    Label,
    Mention,
    Passage,
    Place,
    Report,
    Source,
    Span,
    When,
)

PARTS = (
    "sentences", "passages", "mentions", "attributions", "labels", "places", "times", "events", "claims"
)  # fmt: skip


def annotated_line(
    report: Report, annotations: Annotations, claims: Sequence[Claim], only: Collection[str] = PARTS
) -> dict[str, Any]:
    """One JSON object: the given id (else ours), and the parts asked for; spans are [start, stop]."""
    events = {(e.type, e.trigger): index for index, e in enumerate(annotations.events)}
    everything: Mapping[str, Any] = {
        "sentences": [_pair(s) for s in annotations.sentences],
        "passages": [_passage(p) for p in annotations.passages],
        "mentions": [
            {"start": m.span.start, "end": m.span.stop, "kind": m.kind, "entity": m.entity}
            for m in smallest_mentions(annotations.mentions)
        ],
        "attributions": [_attribution(a, annotations) for a in annotations.attributions],
        "labels": [_label(one) for one in annotations.labels],
        "places": [_place(p) for p in annotations.places],
        "times": [_time(t) for t in annotations.times],
        "events": [_event(e) for e in annotations.events],
        "claims": [_claim(c, events.get((c.event.type, c.event.trigger))) for c in claims],
    }
    line: dict[str, Any] = {"id": report.given_id or report.id, "report": report.id}
    return line | {part: everything[part] for part in PARTS if part in only}


def smallest_mentions(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Those that hold no other: of 'the governor of Karez' the governor, and Karez."""
    ordered = sorted(mentions, key=lambda m: (m.span.stop, -m.span.start))
    kept: list[Mention] = []
    for mention in ordered:
        if not (kept and mention.span.covers(kept[-1].span)):
            kept.append(mention)
    return tuple(kept)


def _pair(span: Span) -> list[int]:
    return [span.start, span.stop]


def _pairs(spans: Sequence[Span]) -> list[list[int]]:
    return [_pair(span) for span in spans]


def _passage(passage: Passage) -> dict[str, Any]:
    line: dict[str, Any] = {
        "start": passage.span.start,
        "end": passage.span.stop,
        "kind": passage.kind,
    }
    return line if passage.repeats is None else line | {"repeats": passage.repeats}


def _attribution(said: Attribution, annotations: Annotations) -> dict[str, Any]:
    when = annotations.times[said.said_at] if said.said_at is not None else None
    return {
        "source": _pairs(said.source_words),
        "cue": [_pair(said.cue)],
        "content": _pairs(said.content),
        "manner": said.manner,
        "stance": said.stance,
        "hedges": _pairs(said.hedges),
        "insertions": _pairs(said.insertions),
        "said_at": when.value if when is not None else None,
        "inside": said.inside,
        **({"occasion": _pair(said.occasion)} if said.occasion is not None else {}),
    }


def _label(label: Label) -> dict[str, Any]:
    return {
        "start": label.span.start, "end": label.span.stop, "of": label.entity,
        "by": label.by, "by_entity": label.by_entity,
    }  # fmt: skip


def _place(place: Place) -> dict[str, Any]:
    return {
        "start": place.span.start, "end": place.span.stop, "lat": place.latitude, "lon": place.longitude,
        "geonameid": place.geonameid, "name": place.name, "country": place.country, "level": place.level,
        "score": round(place.score, 3), **({"corrected": True} if place.corrected else {}),
    }  # fmt: skip


def _time(when: When) -> dict[str, Any]:
    reached = when.interval
    return {
        "start": when.span.start, "end": when.span.stop, "type": when.type, "value": when.value,
        "from": reached.start if reached is not None else None,
        "to": reached.stop if reached is not None else None,
        "reached_by": when.reached_by,
    }  # fmt: skip


def _event(event: Event) -> dict[str, Any]:
    roles: dict[str, list[list[int]]] = {}
    for role in event.roles:
        roles.setdefault(role.name, []).append(_pair(role.filler.span))
    return {
        "type": event.type, "trigger": _pair(event.trigger), "roles": roles,
        "counts": [_count(count) for count in event.counts],
        "place": event.place, "when": event.when, "negated": event.negated,
        "modality": event.modality, "scope": event.scope, "background": event.background,
        "presupposed": event.presupposed, "target_kind": event.target_kind,
        "target_kinds": [[_pair(span), kind] for span, kind in event.target_kinds],
    }  # fmt: skip


def _count(count: Count) -> dict[str, Any]:
    return {
        "low": count.low, "high": count.high, "op": count.op, "categories": list(count.categories),
        "group": count.group, "scope": count.scope, "words": count.words, "span": _pair(count.span),
    }  # fmt: skip


def _claim(claim: Claim, event: int | None) -> dict[str, Any]:
    return {
        "id": claim.id, "event": event, "type": claim.event.type, "attribution": claim.attribution,
        "stance": claim.stance, "hedged": claim.hedged, "own": claim.own,
        "chain": [_source(step) for step in claim.chain], "quote": _pairs(claim.quote),
        "evidence": [_evidence(e) for e in claim.evidence],
    }  # fmt: skip


def _source(step: Source) -> dict[str, Any]:
    return {
        "label": step.label, "entity": step.entity, "kind": step.kind, "naming": step.naming,
        "basis": step.basis, "organisation": step.organisation, "side": step.side,
    }  # fmt: skip


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "kind": evidence.kind, "start": evidence.span.start, "end": evidence.span.stop,
        "made_by": evidence.made_by, "shown_by": evidence.shown_by,
        "seen_by_outlet": evidence.seen_by_outlet, "checked": evidence.checked,
        "shows": [_pair(told.span) for told in evidence.shows],
        "not_for": [_pair(told.span) for told in evidence.not_for],
    }  # fmt: skip
