"""Attributions and events in, the same out where an order that others tell of is the deed itself.

"The governor ordered the burning of the town, the council said": the council says that it was burned,
and by whom. An order that the report itself tells of may still be only an order.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.event.modality_lists import load_modality_lists
from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.parses import head_at, sentence_around, text_of
from sayso.event_types import load_event_types
from sayso.types import Attribution, Event, Role, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_VIOLENCE = frozenset({"killed", "executed", "tortured", "abducted", "displacement", "dispersal"})
_TO_DO = re.compile(r"(?:\w+ ){0,3}?(?:not )?to [a-z\"“]")
_NEAR = 400  # characters back in which what "it" stands for is looked for


def settle_orders(
    doc: "Doc", attributions: Sequence[Attribution], events: Sequence[Event]
) -> tuple[tuple[Attribution, ...], tuple[Event, ...]]:
    """Deeds that somebody is said to have ordered, as told by who says so; without the orders."""
    found = list(events)
    gone: set[int] = set()
    for index, order in enumerate(attributions):
        if not _is_told_order(doc, index, attributions):
            continue
        deeds = [i for i, e in enumerate(found) if _is_deed(e, order)]
        for i in deeds:
            found[i] = _done_by(found[i], order)
        if not deeds and _is_pointing(doc, order):
            before = _deed_before(order.cue, events)
            if before is None:
                continue
            roles = tuple(r for r in before.roles if r.name == "target")
            told = replace(before, trigger=_word(doc, order.cue), roles=roles, counts=(), hedges=())
            found.append(_done_by(replace(told, negated=False, presupposed=False), order))
        elif not deeds:
            continue
        gone.add(index)
    return _without(attributions, gone), tuple(found)


def _is_told_order(doc: "Doc", index: int, attributions: Sequence[Attribution]) -> bool:
    """'Ordered', said of somebody by another."""
    words = load_modality_lists()
    order = attributions[index]
    word = head_at(doc, order.cue)
    if word is None or order.source is None or word.lemma_.lower() not in words.ordering:
        return False
    if any(t.lemma_.lower() in words.undoing for t in sentence_around(word)):
        return False  # "had ordered the shelling, but his men refused"
    if _TO_DO.match(order.content[0].of(text_of(doc))):
        return False  # "ordered them to fire": whether they did is not told
    others = (a for i, a in enumerate(attributions) if i != index and a.source != order.source)
    return any(
        a.content == order.content or any(s.covers(order.cue) for s in a.content) for a in others
    )


def _word(doc: "Doc", cue: Span) -> Span:
    word = head_at(doc, cue)
    return cue if word is None else Span(word.idx, word.idx + len(word))


def _is_deed(event: Event, order: Attribution) -> bool:
    is_blow = load_event_types()[event.type].family == "attack" or event.type in _VIOLENCE
    return is_blow and any(s.covers(event.trigger) for s in order.content)


def _done_by(event: Event, order: Attribution) -> Event:
    roles = tuple(r for r in event.roles if r.name != "actor")
    assert order.source is not None
    return replace(event, modality="happened", roles=(*roles, Role("actor", order.source)))


def _is_pointing(doc: "Doc", order: Attribution) -> bool:
    """'Had ordered it', 'had ordered the attack': what was told before."""
    words = [span.of(text_of(doc)).lower() for span in order.content]
    return len(words) == 1 and words[0] in load_grammar_words().its


def _deed_before(cue: Span, events: Sequence[Event]) -> Event | None:
    near = (
        e
        for e in events
        if load_event_types()[e.type].family == "attack"
        and cue.start - _NEAR < e.trigger.start < cue.start
    )
    return max(near, key=lambda e: e.trigger.start, default=None)


def _without(attributions: Sequence[Attribution], gone: set[int]) -> tuple[Attribution, ...]:
    """The attributions that stay; who stood inside one that is gone stands inside its outer one."""
    kept = [i for i in range(len(attributions)) if i not in gone]
    number = {old: new for new, old in enumerate(kept)}

    def outer(index: int | None) -> int | None:
        while index is not None and index in gone:
            index = attributions[index].inside
        return number[index] if index is not None else None

    return tuple(replace(attributions[i], inside=outer(attributions[i].inside)) for i in kept)
