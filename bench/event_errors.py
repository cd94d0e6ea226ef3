"""A passage in two readings in, lines that tell where they differ out: for reading by hand."""

from collections.abc import Iterator, Sequence

from bench.event_matches import EventPair, is_retold, match_fillers
from bench.event_passages import GoldCount, GoldEvent
from sayso.types import Span

FIELDS = ("negated", "modality", "scope", "background", "presupposed", "target_kind")


def differences(pair: EventPair) -> Iterator[str]:
    """The passage, then one line a difference (- missed, + found falsely, ~ otherwise); none if alike."""
    lines = [*_events(pair), *_matched(pair), *_evidence(pair)]
    if lines:
        yield f"{pair.first.id}: {pair.first.text}"
        yield from (f"    {line}" for line in lines)


def _events(pair: EventPair) -> Iterator[str]:
    text, one, other = pair.first.text, pair.first.events, pair.second.events
    retyped = {i: j for i, j in pair.any_type.items() if i not in pair.typed}
    retyped = {i: j for i, j in retyped.items() if j not in pair.typed.values()}
    for i, j in retyped.items():
        yield f"~ {_told(one[i], text)}: read as {other[j].type}"
    for i, event in enumerate(one):
        if i not in pair.typed and i not in retyped:
            yield f"- {_told(event, text)}"
    for j, event in enumerate(other):
        if j not in pair.typed.values() and j not in retyped.values():
            yield f"+ {_told(event, text)}{' (told again)' if is_retold(pair, j) else ''}"


def _told(event: GoldEvent, text: str) -> str:
    roles = ", ".join(f"{name} {_quote(words, text)}" for name, words in event.roles)
    return f"{event.type} {_quote(event.words, text)}" + (f" [{roles}]" if roles else "")


def _quote(words: Sequence[Span], text: str) -> str:
    return "/".join(repr(w.of(text)) for w in words)


def _matched(pair: EventPair) -> Iterator[str]:
    text = pair.first.text
    for i, j in pair.typed.items():
        one, other = pair.first.events[i], pair.second.events[j]
        name = f"{one.type} {_quote(one.words[:1], text)}:"
        same = match_fillers(text, one, other)
        for number, (role, words) in enumerate(one.roles):
            if number not in same:
                yield f"- {name} {role} {_quote(words, text)}"
        for number, (role, words) in enumerate(other.roles):
            if number not in same.values():
                yield f"+ {name} {role} {_quote(words, text)}"
        yield from (f"~ {name} {line}" for line in _unlike(one, other, text))


def _unlike(one: GoldEvent, other: GoldEvent, text: str) -> Iterator[str]:
    for field in FIELDS:
        a, b = getattr(one, field), getattr(other, field)
        if a != b:
            yield f"{field} {a} read as {b}"
    first, second = (", ".join(_number(c, text) for c in e.counts) for e in (one, other))
    if [_value(c) for c in one.counts] != [_value(c) for c in other.counts]:
        yield f"counts {first or None} read as {second or None}"
    if {p.of(text) for p in one.places} != {p.of(text) for p in other.places}:
        yield f"place {_quote(one.places, text) or None} read as {_quote(other.places, text) or None}"
    a_when, b_when = one.when, other.when
    if (a_when is None) != (b_when is None) or (a_when and b_when and not a_when.meets(b_when)):
        yield f"when {a_when and a_when.of(text)!r} read as {b_when and b_when.of(text)!r}"


def _value(count: GoldCount) -> tuple[object, ...]:
    return count.low, count.high, count.categories, count.group, count.scope


def _number(count: GoldCount, text: str) -> str:
    categories = "/".join(sorted(count.categories))
    high = "" if count.high is None else count.high
    return f"{count.span.of(text)!r} {count.low}-{high} {categories} {count.group} {count.scope}"


def _evidence(pair: EventPair) -> Iterator[str]:
    text = pair.first.text
    sides = (("-", pair.first.evidence, pair.second.evidence),
             ("+", pair.second.evidence, pair.first.evidence))  # fmt: skip
    for sign, some, others in sides:
        for kind, span in some:
            if not any(kind == k and span.meets(s) for k, s in others):
                yield f"{sign} evidence {kind} {span.of(text)!r}"
