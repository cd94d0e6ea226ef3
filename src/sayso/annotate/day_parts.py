"""Events at a part of a day in, the same out at the day that the story has got to.

'In the afternoon' counts from the report's own day, as a time expression does. But what a bulletin
tells of last week's battle was in the afternoon of that, and what a morning paper tells 'at four
o'clock' was the day before.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.annotate.parses import head_at, sentence_around, sentence_of
from sayso.annotate.setting_bounds import is_of_paper
from sayso.annotate.settings import clause_of, is_on_cue, tokens_of
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
_REAL = frozenset({"happened", "ongoing"})


@dataclass(frozen=True, slots=True)
class Calendar:
    """The times of a report, and what tells whether one is a story's own."""

    times: Sequence[When]
    said: Sequence[Attribution]
    published: Interval | None


def carry_days(doc: "Doc", events: Sequence[Event], calendar: Calendar) -> list[Event]:
    """Each event whose time tells no day, on the day that was told last before it."""
    return [replace(event, when=_day_of(doc, event, calendar)) for event in events]


def _day_of(doc: "Doc", event: Event, calendar: Calendar) -> int | None:
    head, number, published = head_at(doc, event.trigger), event.when, calendar.published
    if head is None or number is None or published is None or event.modality not in _REAL:
        return number
    when = calendar.times[number]
    is_bare = when.type == "TIME" and _BARE.fullmatch(when.span.of(doc.text)) is not None
    if not is_bare or when.interval is None or when.reached_by != "relative_to_publication":
        return number
    told = _last_day(doc, head, number, calendar)
    if told is None:
        return number
    day = calendar.times[told]
    if day.interval is None or day.interval.start[:10] == when.interval.start[:10]:
        return number
    is_later = when.interval.start > published.stop
    is_near = _sentences_between(doc, day, head) <= _BACK
    return told if is_later or is_near or _is_past_perfect(clause_of(head)) else number


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
        if token is None:
            continue
        tokens = tokens_of(calendar.times[n].span, sentence_around(token))
        if not is_of_paper(token) and not is_on_cue(tokens or [token], calendar.said):
            return n
    return None


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
