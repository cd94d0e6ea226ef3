"""Events in, the same out with each blame an event of its own, in the voice that lays it.

"A bomb killed nine in a market. Police blamed the Front": the bombing is the outlet's, and that it
was the Front's doing is what police say. Whoever is accused in one voice has done nothing in another.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.mentions import name_phrase
from sayso.annotate.parses import head_at, sentence_of, span_of
from sayso.annotate.saying.blames import Blame, find_blames
from sayso.annotate.saying.hedges import hedges_over
from sayso.annotate.saying.speakers import RELATIVE
from sayso.event_types import load_event_types, load_words
from sayso.types import Attribution, Event, Role, Span, Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BACK = 2  # sentences in which what is blamed on somebody was told
_DONE = frozenset({"attack", "fate", "casualties"})  # families of what somebody may be to blame for
_OUTCOMES = frozenset({"killed", "injured", "abducted", "executed", "tortured", "property_damage"})
_MISREAD = frozenset({"territory_control", "detained", "siege"})  # "held it responsible"
_OPEN: frozenset[Stance] = frozenset({"unclear", "no_knowledge", "asks", "doubts", "declines"})
_BLAMING: frozenset[Stance] = frozenset({"accuses", "denies"})
_CARRIED = frozenset({"target", "victim", "means", "place"})
_POINTING = frozenset({"the", "this", "that", "these", "those", "both"})


def lay_blames(
    doc: "Doc", events: Sequence[Event], said: Sequence[Attribution], hedges: Sequence[Span]
) -> tuple[Event, ...]:
    """In text order of their words."""
    found = list(events)
    for blame in find_blames(doc):
        found = _with_blame(doc, found, blame, said, hedges)
    return tuple(sorted(found, key=lambda e: (e.trigger, e.type)))


def _with_blame(
    doc: "Doc",
    events: list[Event],
    blame: Blame,
    said: Sequence[Attribution],
    hedges: Sequence[Span],
) -> list[Event]:
    word = span_of([blame.word])
    said = [a for a in said if not (a.stance == "calls_for" and a.cue.covers(word))]
    if any(a.cue.covers(word) and a.stance not in _BLAMING for a in said if blame.verb is not None):
        return events  # "blamed the rain"
    others = [e for e in events if not _is_told_at(e, blame)]
    deed = _deed_of(doc, [e for e in others if not _is_open(e, said)], blame)
    if deed is None or _is_told_so(others, deed, blame):
        return events
    actors = tuple(Role("actor", name_phrase(list(a.subtree), a)) for a in blame.all_accused)
    voice = _voice(word, said)
    is_one = (
        deed.trigger.start > word.stop and not deed.presupposed
    )  # "attributed the raid to them"
    if voice == _voice(deed.trigger, said) and (blame.verb is None or is_one):
        is_open = not any(r.name == "actor" for r in deed.roles)
        filled = replace(deed, roles=(*actors, *deed.roles)) if is_open else deed
        return [filled if e is deed else e for e in others]
    own = {a.filler.span for a in actors}
    kept = (r for r in deed.roles if r.name in _CARRIED and r.filler.span not in own)
    known = load_event_types()[deed.type].roles
    over = hedges_over(blame.word, tuple(hedges))
    is_nobodys = voice is None or said[voice].source is None
    laid = replace(
        deed,
        trigger=word,
        roles=(*(a for a in actors if "actor" in known), *kept),
        counts=(),
        hedges=(*over, word) if is_nobodys else over,
        presupposed=False,
    )
    cleared = (_cleared(e, own) if e.trigger == deed.trigger else e for e in others)
    return [*cleared, laid]


def _cleared(event: Event, accused: Collection[Span]) -> Event:
    """Without those who are blamed for it, and without him as what it hit: 'the blame for it on him'."""
    return replace(event, roles=tuple(r for r in event.roles if r.filler.span not in accused))


def _is_told_at(event: Event, blame: Blame) -> bool:
    """Whether words read by themselves give what the blame gives: 'was' of 'was to blame', 'held'."""
    words = [blame.word, *([blame.verb] if blame.verb is not None else [])]
    if blame.verb is None and blame.word.head.lemma_ == "be":
        words.append(blame.word.head)
    at = event.trigger
    is_read = any(at.start <= w.idx < at.stop for w in words)
    return is_read and (_is_deed(event) or event.type in _MISREAD)


def _is_open(event: Event, said: Sequence[Attribution]) -> bool:
    """'It was not clear who fired it': of that nobody is blamed."""
    voice = _voice(event.trigger, said)
    return voice is not None and said[voice].stance in _OPEN


def _is_deed(event: Event) -> bool:
    return load_event_types()[event.type].family in _DONE or event.type == "property_damage"


def _deed_of(doc: "Doc", events: Sequence[Event], blame: Blame) -> Event | None:
    """The event that the blame is for: by the noun itself, else the last that may be meant."""
    deed = blame.deed
    if deed is not None and deed.lower_ not in load_grammar_words().meant | RELATIVE:
        told = _told_by(deed, events)
        if told is not None:
            return told
        if not _points_back(deed):
            return None
    near = [e for e in events if _is_near(doc, e, blame.word)]
    type_ = load_words().nouns.get(deed.lemma_.lower()) if deed is not None else None
    if type_ in _OUTCOMES:
        near = [e for e in near if e.type == type_] or near
    blows = [e for e in near if load_event_types()[e.type].family == "attack"]
    if type_ in _OUTCOMES and any(e.type == type_ for e in near):
        blows = []
    return max(blows or near, key=lambda e: e.trigger.start, default=None)


def _told_by(noun: "Token", events: Sequence[Event]) -> Event | None:
    """'A strike on a clinic, which': the strike, wherever the parse hangs the relative."""
    while True:
        at = [e for e in events if e.trigger.start <= noun.idx < e.trigger.stop and _is_deed(e)]
        if at:
            return at[0]
        if noun.dep_ != "pobj" or noun.head.head.pos_ not in {"NOUN", "PROPN"}:
            return None
        noun = noun.head.head


def _points_back(noun: "Token") -> bool:
    """'The attack', 'both killings', 'people' of 'people were killed, which': told before."""
    if noun.pos_ in {"VERB", "AUX", "DET", "PRON"}:
        return True
    type_ = load_words().nouns.get(noun.lemma_.lower())
    is_known = any(c.lower_ in _POINTING for c in noun.children)
    return type_ is not None and is_known and load_event_types()[type_].family in _DONE


def _is_near(doc: "Doc", event: Event, word: "Token") -> bool:
    head = head_at(doc, event.trigger)
    if head is None or not _is_deed(event) or event.negated or event.trigger.start >= word.idx:
        return False
    if event.modality not in {"happened", "ongoing"} or event.scope != "total":
        return False
    if load_event_types()[event.type].family != "attack" and event.type not in _OUTCOMES:
        return False
    first = sentence_of(word).start
    for _ in range(_BACK):
        first = sentence_of(doc[first - 1]).start if first else 0
    return head.i >= first


def _is_told_so(events: Sequence[Event], deed: Event, blame: Blame) -> bool:
    """'Blamed the north for the strike', 'accused it of shelling': read with the deed's own word."""
    same = [e for e in events if e.trigger == deed.trigger]
    who = (r.filler.span for e in same for r in e.roles if r.name == "actor")
    is_own = blame.deed is not None and deed.trigger.start <= blame.deed.idx < deed.trigger.stop
    return is_own and any(s.start <= blame.accused.idx < s.stop for s in who) and len(same) > 1


def _voice(word: Span, said: Sequence[Attribution]) -> int | None:
    """The innermost attribution that the word stands in, or that it lays a blame by."""
    sizes = [
        (sum(s.stop - s.start for s in a.content), n)
        for n, a in enumerate(said)
        if any(s.covers(word) for s in a.content) or (a.stance == "accuses" and a.cue.covers(word))
    ]
    return min(sizes)[1] if sizes else None


def without_accused(
    doc: "Doc", events: Sequence[Event], said: Sequence[Attribution]
) -> tuple[Event, ...]:
    """Each without those of whom only another voice says that they did it."""
    return tuple(_without_accused(doc, event, said) for event in events)


def _without_accused(doc: "Doc", event: Event, said: Sequence[Attribution]) -> Event:
    actors = [r for r in event.roles if r.name == "actor"]
    if not actors or not _is_deed(event):
        return event
    out = [r for r in actors if _is_only_said(doc, r, event, said)]
    return replace(event, roles=tuple(r for r in event.roles if r not in out)) if out else event


def _is_only_said(doc: "Doc", role: Role, event: Event, said: Sequence[Attribution]) -> bool:
    who = role.filler.span
    if event.trigger.covers(who):
        return False
    if any(_is_inserted(doc, who, a) for a in said):
        return True
    if any(s.meets(event.trigger) for a in said for s in (*a.content, a.cue)):
        return False  # two voices may be of one body: settled where claims are made
    voices = (a for a in said if a.source is not None or a.stance == "accuses")
    return any(s.covers(who) for a in voices for s in a.content)


def _is_inserted(doc: "Doc", who: Span, said: Attribution) -> bool:
    """'A strike that the rebels say killed nine': they only say so, whatever the parse has them do."""
    if not any(s.covers(who) for s in said.source_words) or not 0 <= said.cue.start - who.stop <= 1:
        return False
    first = doc.char_span(who.start, who.stop, alignment_mode="expand")
    before = doc[first.start - 1] if first is not None and first.start else None
    return before is not None and before.lower_ in RELATIVE and before.dep_ != "mark"
