"""Events in, the same out: blows and their harm told without a day get that of the blow told just before.

"A bomb went off in Mirsk on Monday. Nine people were killed, doctors said": on Monday too. Not what
goes on ("are in hospital"), what was before ("had earlier been wounded") or sums up ("have died"),
and not what befell elsewhere, or at a time that its own sentence tells.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sayso.event_types import load_event_types
from sayso.resolve.event.carried_words import any_of, load_carried_words
from sayso.resolve.place.carried_places import BLOWS
from sayso.types import Annotations, Event, Span, When

_HARM = frozenset({"killed", "died", "injured", "property_damage"})
_GATHERINGS = frozenset({"protest", "riot", "uprising", "dispersal"})
_LENDING = (BLOWS - {"body_found"}) | _GATHERINGS
_EARLIER = re.compile(r"\b(?:earlier|previously|formerly|once) (?:been )?$", re.IGNORECASE)
_TOLD_BACK = re.compile(r"\b(?:said|says?|told|reported|added|that) [^.;:]{0,60}\bhad\b[^.;:]*$")
_THE = re.compile(r"\b(?:the|this|that)(?: [\w-]+)? $", re.IGNORECASE)
_PART = re.compile(
    r"(?:(?:shortly|just|early|late|soon|before|after|about|around|mid) )*"
    r"(?:mornings?|afternoon|evening|night|dawn|dusk|sunrise|sunset|daybreak|nightfall|noon|midday"
    r"|midnight|first light|\w+ o['’]clock|\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?)",
    re.IGNORECASE,
)
_MEANT_BACK = 3  # sentences over which 'the raid' looks back
_REAL = frozenset({"happened", "ongoing"})


def carry_times(events: Sequence[Event], annotations: Annotations, text: str) -> tuple[Event, ...]:
    """The same events, those without a time at that of the blow that was told just before."""
    starts = [sentence.start for sentence in annotations.sentences]
    told: list[tuple[int, Event]] = []
    carried = list(events)
    for at in sorted(range(len(events)), key=lambda n: events[n].trigger):
        event = events[at]
        here = bisect_right(starts, event.trigger.start)
        if _is_earlier(event, annotations, text):
            event = replace(event, when=None)
        elif event.when is None and _may_take(event, annotations):
            donor = _donor(event, here, told, annotations, text)
            event = replace(event, when=donor.when) if donor is not None else event
        if _lends(event, annotations, text):
            told.append((here, event))
        carried[at] = event
    return tuple(carried)


def _is_earlier(event: Event, annotations: Annotations, text: str) -> bool:
    """'Had earlier been hurt', where only another sentence tells a day."""
    sentence = _sentence(event.trigger, annotations)
    if event.when is None or sentence.covers(annotations.times[event.when].span):
        return False
    before = text[max(sentence.start, event.trigger.start - 40) : event.trigger.start]
    return _EARLIER.search(before) is not None


def _may_take(event: Event, annotations: Annotations) -> bool:
    """What happened once, in a sentence that tells no day."""
    if event.modality not in _REAL or event.scope in {"aggregate", "generic"} or event.background:
        return False
    sentence = _sentence(event.trigger, annotations)
    is_told = any(_is_dated(t) and sentence.covers(t.span) for t in annotations.times)
    return event.type in _HARM | _LENDING and not event.negated and not is_told


def _donor(
    event: Event,
    here: int,
    told: Sequence[tuple[int, Event]],
    annotations: Annotations,
    text: str,
) -> Event | None:
    """The blow that it is ('the raid'), or whose harm it is; None: another, or elsewhere."""
    near = [(n, e) for n, e in told if 0 < here - n <= _MEANT_BACK]
    near = [(n, e) for n, e in near if not _are_apart(event, e, annotations)]
    if _is_pointed_at(event, text):
        alike = [e for _, e in near if _family(e) == _family(event)]
        return alike[-1] if alike else None
    just_before = [e for n, e in near if here - n == 1]
    is_then = event.type in _HARM and just_before and _is_of_then(event, annotations, text)
    return just_before[-1] if is_then else None


def _is_pointed_at(event: Event, text: str) -> bool:
    """'The raid', 'that attack', by a noun."""
    if event.type == "property_damage" or _preceded().match(text, event.trigger.stop):
        return False
    before = text[max(0, event.trigger.start - 30) : event.trigger.start]
    words = event.trigger.of(text).lower()
    is_noun = not words.endswith("ed") and " " not in words
    is_blow = is_noun and words not in load_carried_words().no_blows
    return is_blow and _THE.search(before) is not None


def _is_of_then(event: Event, annotations: Annotations, text: str) -> bool:
    """Told as past, and as no other day's."""
    if event.type == "property_damage" and event.trigger.of(text).endswith("ing"):
        return False  # "went on burning"
    sentence = _sentence(event.trigger, annotations)
    before = text[max(sentence.start, event.trigger.start - 60) : event.trigger.stop]
    return _not_then().search(_TOLD_BACK.sub("", before)) is None


@cache
def _not_then() -> re.Pattern[str]:
    """Words by which harm is of another day than the blow told before."""
    words = load_carried_words()
    lately = rf"{any_of(words.lately)} (?:\w+ )?{any_of(words.spans)}"
    return re.compile(rf"(?:\b{any_of(words.not_then)}|\b{lately}|['’]ve)\b", re.I)


@cache
def _preceded() -> re.Pattern[str]:
    return re.compile(rf",? (?:that|which) (?:had )?{any_of(load_carried_words().preceded)}\b")


def _are_apart(event: Event, donor: Event, annotations: Annotations) -> bool:
    if event.place is None or donor.place is None:
        return False
    one, other = annotations.places[event.place], annotations.places[donor.place]
    return (one.name or one.words) != (other.name or other.words)


def _family(event: Event) -> str:
    family = load_event_types()[event.type].family
    return "harm" if event.type in _HARM - {"property_damage"} else family


def _lends(event: Event, annotations: Annotations, text: str) -> bool:
    """What happened on a day of late, and no part of a day alone."""
    if event.when is None or event.background or event.modality not in _REAL or event.negated:
        return False
    if event.type not in _LENDING or event.scope != "total":
        return False
    if event.trigger.of(text).lower() in load_carried_words().found:
        return False  # "found four corpses on Monday"
    when = annotations.times[event.when]
    if not _is_dated(when) or when.precision not in {"instant", "hour", "day", "week"}:
        return False
    if _PART.fullmatch(when.span.of(text)) is None:
        return True
    sentence = _sentence(when.span, annotations)
    return any(
        t.type == "DATE" and t.interval is not None and when.interval is not None
        and sentence.covers(t.span) and t.interval.start[:10] == when.interval.start[:10]
        for t in annotations.times
    )  # fmt: skip


def _is_dated(when: When) -> bool:
    return when.type in {"DATE", "TIME"} and when.interval is not None


def _sentence(span: Span, annotations: Annotations) -> Span:
    return next((s for s in annotations.sentences if s.covers(span)), span)
