"""Events at a part of a day in, the same out at the day that the story has got to.

'In the afternoon' counts from the report's own day, as a time expression does. But what a bulletin
tells of last week's battle was in the afternoon of that, and what a morning paper tells 'at four
o'clock' was the day before. No story has got to the day of a birth, or to one that is still to come.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sayso.annotate.event.camps import is_force
from sayso.annotate.event.modality import modality_of
from sayso.annotate.event.setting_bounds import is_of_paper
from sayso.annotate.event.settings import clause_of, is_on_cue, tokens_of
from sayso.annotate.event.triggers import Trigger
from sayso.annotate.parses import head_at, sentence_around, sentence_of, subject_of, text_of
from sayso.types import Attribution, Event, Interval, When

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BARE = re.compile(
    r"(?:(?:about|around|shortly|just|early|late|soon|before|after|towards|the|in|at)\s)*"
    r"(?:(?:early|late|mid)[ -])?"
    r"(?:mornings?|afternoon|evening|night|dawn|dusk|sunrise|sunset|daybreak|nightfall|noon|midday|midnight"
    r"|\w+ o['’]clock|\d{1,2}[:.]\d\d|\d{1,2} ?[ap]\.?m\.?)",
    re.IGNORECASE,
)
_BACK = 2  # sentences from which a day goes on: "on Monday they came; at dawn they left"
_LATELY = timedelta(weeks=4)  # days further back are of histories and of lives
_REAL = frozenset({"happened", "ongoing"})


@dataclass(frozen=True, slots=True)
class Calendar:
    """The times of a report, and what tells whether one is a story's own."""

    times: Sequence[When]
    said: Sequence[Attribution]
    published: Interval | None


def carry_days(doc: "Doc", events: Sequence[Event], calendar: Calendar) -> list[Event]:
    """Each event whose time tells no day, on the day that was told last before it."""
    return [replace(event, when=_day_of(doc, event, events, calendar)) for event in events]


def _day_of(doc: "Doc", event: Event, events: Sequence[Event], calendar: Calendar) -> int | None:
    head, number, published = head_at(doc, event.trigger), event.when, calendar.published
    if head is None or number is None or published is None or event.modality not in _REAL:
        return number
    when = calendar.times[number]
    is_bare = when.type == "TIME" and _BARE.fullmatch(when.span.of(text_of(doc))) is not None
    if not is_bare or when.interval is None or when.reached_by != "relative_to_publication":
        return number
    told = _last_day(doc, head, number, calendar)
    if told is None:
        return number
    day = calendar.times[told]
    if day.interval is None or day.interval.start[:10] == when.interval.start[:10]:
        return number
    is_later = when.interval.start > published.stop
    if is_later or _is_past_perfect(clause_of(head)):
        return told
    is_near = _sentences_between(doc, day, head) <= _BACK
    return told if is_near and _has_real_event(doc, told, events, calendar) else number


def _has_real_event(doc: "Doc", number: int, events: Sequence[Event], calendar: Calendar) -> bool:
    """Something happened on the day, or a force did something: not "on Sunday it rained"."""
    token = head_at(doc, calendar.times[number].span)
    clause = clause_of(token) if token is not None else None
    doer = subject_of(clause) if clause is not None else None
    return (doer is not None and is_force(doer)) or any(
        e.when == number or ((head := head_at(doc, e.trigger)) and clause_of(head) == clause)
        for e in events
        if e.modality in _REAL
    )


def _last_day(doc: "Doc", head: "Token", number: int, calendar: Calendar) -> int | None:
    """The day before it in the text that is the story's, and no paper's and no statement's."""
    at = calendar.times[number].span.start
    found = [
        n for n, t in enumerate(calendar.times)
        if t.span.stop <= at and t.type == "DATE" and t.precision == "day" and t.interval is not None
        and t.span.start < head.idx
    ]  # fmt: skip
    for n in reversed(found):
        token = head_at(doc, calendar.times[n].span)
        if token is None or not _is_of_late(calendar.times[n], calendar) or _is_unreal(token):
            continue
        tokens = tokens_of(calendar.times[n].span, sentence_around(token))
        if not is_of_paper(token) and not is_on_cue(tokens or [token], calendar.said):
            return n
    return None


def _is_of_late(day: When, calendar: Calendar) -> bool:
    """Neither after publication nor more than some weeks before it."""
    if day.interval is None or calendar.published is None:
        return False
    start, published = day.interval.start, calendar.published
    first = datetime.fromisoformat(published.start) - _LATELY
    return start <= published.stop and datetime.fromisoformat(start) >= first


def _is_unreal(token: "Token") -> bool:
    """'The vote was to be held on Friday', 'had they come on Friday': a day on which nothing was."""
    verb = clause_of(token)
    return modality_of(Trigger("election", verb, (verb,), verb)) not in _REAL


def _sentences_between(doc: "Doc", day: When, head: "Token") -> int:
    token = head_at(doc, day.span)
    if token is None:
        return _BACK + 1
    first, last = sentence_of(token).stop, sentence_of(head).start
    return sum(1 for t in doc[first - 1 : last] if t.is_sent_start) if first <= last else 0


def _is_past_perfect(verb: "Token") -> bool:
    """'Had captured the redoubt in the afternoon', also of the second of two verbs."""
    had = any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.children)
    return had or (verb.dep_ == "conj" and _is_past_perfect(verb.head))
