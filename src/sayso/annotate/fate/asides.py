"""Fates found in, the same out with those marked that only say who it is of whom somebody speaks.

'Odas, who was wounded in May, has died, his wife said': the wound is the outlet's word.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.fate.words import load_fate_words
from sayso.annotate.parses import head_at, text_of
from sayso.annotate.saying.quotations import find_quotations
from sayso.event_types import load_event_types
from sayso.types import Attribution, Event, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BESIDE = frozenset({"relcl", "acl", "appos"})


def mark_asides(
    doc: "Doc", events: Sequence[Event], attributions: Sequence[Attribution]
) -> tuple[Event, ...]:
    """Fates of a person told in a clause or word beside his name, inside what a speaker says.

    Not in quotation marks, where all words are the speaker's.
    """
    if not any(a.content for a in attributions):
        return tuple(events)
    text = text_of(doc)
    quoted = [q.span for q in find_quotations(text) if q.is_speech(text)]
    kinds = load_event_types()

    def is_aside(event: Event) -> bool:
        if kinds[event.type].family != "fate" or any(q.covers(event.trigger) for q in quoted):
            return False
        word = head_at(doc, event.trigger)
        if word is not None and word.lemma_.lower() in load_fate_words().doers:
            said = (s for a in attributions for s in a.content)
            return any(s.covers(event.trigger) for s in said)  # "the kidnappers of Odas"
        host = _host(word) if word is not None else None
        if host is None or not _is_victim(host, event):
            return False
        has_actor = any(r.name == "actor" for r in event.roles)
        if has_actor and "," in text[host.idx : event.trigger.start]:
            return False  # "Odas, who was tortured by the army": that is told, and not who he is
        return _is_said_whole(event.trigger, host, attributions)

    return tuple(replace(e, presupposed=True) if is_aside(e) else e for e in events)


def _host(word: "Token") -> "Token | None":
    """The name or noun beside which a word tells it: 'a surrendered commander', 'X, missing since'."""
    if word.dep_ == "amod" and word.i < word.head.i:
        return word.head
    for step in _upwards(word):
        if step.dep_ in _BESIDE and step.head.i < step.i:
            return step.head if _is_apart(step) else None
        if step.dep_ in {"ccomp", "advcl", "ROOT", "parataxis"}:
            return None
    return None


def _upwards(word: "Token") -> Iterator["Token"]:
    yield word
    while word.head != word:
        word = word.head
        yield word


def _is_apart(clause: "Token") -> bool:
    """Set off by a comma, or beside a noun that one alone is: 'the conscript found hanged'."""
    before = clause.left_edge.i - 1
    if before >= 0 and clause.doc[before].text in {",", "(", "–", "—"}:
        return True
    return clause.dep_ != "appos" and clause.head.tag_ in {"NN", "NNP"}


def _is_victim(host: "Token", event: Event) -> bool:
    at = host.idx
    fillers = [r.filler for r in event.roles if r.name == "victim"]
    return any(
        f.kind in {"person", "role"} and (f.span.start <= at < f.span.stop or _is_near(f.span, host))
        for f in fillers
    )  # fmt: skip


def _is_near(span: Span, host: "Token") -> bool:
    """Whether the words stand for the same one: the name beside the noun, or the noun the name."""
    near = (*host.children, host.head)
    return any(t.dep_ == "appos" and span.start <= t.idx < span.stop for t in near) or (
        host.dep_ == "appos" and span.start <= host.head.idx < span.stop
    )


def _is_said_whole(trigger: Span, host: "Token", attributions: Sequence[Attribution]) -> bool:
    """Whether the innermost words that somebody says hold the name as well as what is told beside it."""
    said = (a for a in attributions if a.source is not None)
    around = [s for a in said for s in a.content if s.covers(trigger)]
    least = min(around, key=lambda s: s.stop - s.start, default=None)
    return least is not None and least.start <= host.idx < least.stop
