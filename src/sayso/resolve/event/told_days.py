"""Events in, the same out: what a headline or a lead tells without a day or place gets that of the words that tell it.

"Nine traders were killed on the Mirsk road. The attack happened on Monday": they were killed on
Monday. A headline's seizing of nurses is that of the first paragraph.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sayso.event_types import load_event_types
from sayso.resolve.event.carried_words import any_of, load_carried_words
from sayso.types import Annotations, Event, Span

_BACK = 2  # sentences before "the attack happened on Monday" that tell of it
_NO_DEEDS = frozenset({"state", "whereabouts", "said", "politics"})  # families
_LEAD = 400  # characters of the body in which a headline's event is told
_REAL = frozenset({"happened", "ongoing"})
_BLOWS = frozenset({"attack", "fate", "protest", "casualties"})


def settle_told_days(
    events: Sequence[Event], annotations: Annotations, text: str
) -> tuple[Event, ...]:
    """The same events, each with the day and place that the report gives it in so many words."""
    return _as_in_lead(_as_happened(events, annotations, text), annotations)


def _as_happened(events: Sequence[Event], annotations: Annotations, text: str) -> tuple[Event, ...]:
    """'The attack happened on Monday': the day of the blows in the sentences before that have none."""
    found = list(events)
    starts = [s.start for s in annotations.sentences]
    form, anothers = _forms()
    for number, sentence in enumerate(annotations.sentences):
        told = form.match(text, sentence.start, sentence.stop)
        when = _only_day(sentence, annotations) if told is not None else None
        if told is None or when is None:
            continue
        if anothers.search(text, told.end(), annotations.times[when].span.start):
            continue  # "came after Monday's raid"
        for at, event in enumerate(found):
            here = bisect_right(starts, event.trigger.start) - 1
            if 0 < number - here <= _BACK and _is_undated_blow(event, annotations):
                found[at] = replace(event, when=when)
    return tuple(found)


@cache
def _forms() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """'The attack happened', and what may not stand between that and its day."""
    words = load_carried_words()
    nouns, verbs = any_of(words.happenings), any_of(words.took_place)
    told = rf"(?:the|this|that) (?:[\w-]+ )?{nouns}(?:,[^,.]*,)? {verbs}\b"
    return re.compile(told, re.I), re.compile(rf"\b{any_of(words.of_another)}\b", re.I)


def _only_day(sentence: Span, annotations: Annotations) -> int | None:
    """The first day or hour that the sentence tells; None: none."""
    return next(
        (
            n
            for n, t in enumerate(annotations.times)
            if sentence.covers(t.span) and t.type in {"DATE", "TIME"} and t.interval is not None
        ),
        None,
    )


def _is_undated_blow(event: Event, annotations: Annotations) -> bool:
    """A blow or its harm in a sentence that tells no day."""
    if event.when is not None or event.background or event.modality not in _REAL:
        return False
    if event.scope != "total" or load_event_types()[event.type].family not in _BLOWS:
        return False
    sentence = next((s for s in annotations.sentences if s.covers(event.trigger)), event.trigger)
    return _only_day(sentence, annotations) is None


def _as_in_lead(events: Sequence[Event], annotations: Annotations) -> tuple[Event, ...]:
    """A headline's event set when and where the first words of the body tell one of its type."""
    headlines = [p.span for p in annotations.passages if p.kind == "headline"]
    if not headlines:
        return tuple(events)
    stop = max(h.stop for h in headlines)
    lead = [e for e in events if stop <= e.trigger.start <= stop + _LEAD and _is_deed(e)]
    is_placed = any(h.covers(p.span) for h in headlines for p in annotations.places)
    return tuple(
        _with_lead(event, lead, is_placed=is_placed)
        if _is_deed(event) and any(h.covers(event.trigger) for h in headlines)
        else event
        for event in events
    )


def _is_deed(event: Event) -> bool:
    is_told = event.modality in _REAL and not event.background and not event.negated
    return is_told and load_event_types()[event.type].family not in _NO_DEEDS


def _with_lead(event: Event, lead: Sequence[Event], *, is_placed: bool) -> Event:
    """is_placed: the headline names a place itself, be it of another event"""
    alike = [e for e in lead if e.type == event.type]
    if not alike:
        return event
    when = event.when if event.when is not None else alike[0].when
    is_open = event.place is None and not is_placed
    return replace(event, when=when, place=alike[0].place if is_open else event.place)
